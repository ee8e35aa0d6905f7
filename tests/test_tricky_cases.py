"""The page of tricky cases shows the output of the program."""

import re
from pathlib import Path

import pytest

from tests.project.editions import ROOT
from tests.words.pairs import one_bead
from variants.classify.differences import find_differences
from variants.types.span import Span
from variants.words.word_links import link_words

_PAGE = ROOT / "docs" / "explanation" / "tricky-cases.md"
_CASE = re.compile(r"^```text\nS: (.*)\nA: (.*)\n((?:.+\n)*?)```", re.MULTILINE)
_NO_WORDS = "∅"


def _differences(seed: str, other: str) -> str:
    """Return the differences between two sentences, one per line."""
    alignment = one_bead(seed, other)
    (words,) = link_words(alignment)
    lines = []
    for variant in find_differences(words, alignment).variants:
        labels = [variant.kind.value, *sorted(flag.value for flag in variant.flags)]
        sides = f"{_words(variant.seed, seed)} => {_words(variant.other, other)}"
        lines.append(f"   {sides:<60} {', '.join(labels)}".rstrip())
    return "".join(f"{line}\n" for line in lines)


def _words(span: Span, text: str) -> str:
    return span.of(text) or _NO_WORDS


def _updated(page: str) -> str:
    """Return the page with the current differences under each pair."""
    return _CASE.sub(
        lambda case: f"```text\nS: {case[1]}\nA: {case[2]}\n{_differences(case[1], case[2])}```",
        page,
    )


def test_the_page_shows_the_current_differences(pytestconfig: pytest.Config) -> None:
    page = _PAGE.read_text("utf-8")
    if pytestconfig.getoption("--update-golden"):
        Path(_PAGE).write_text(_updated(page), "utf-8")

    assert len(_CASE.findall(page)) >= 15
    assert _PAGE.read_text("utf-8") == _updated(page)
