"""The page of tricky cases shows what the program finds."""

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
_NOTHING = "∅"


def _found(seed: str, other: str) -> str:
    """The differences of two sentences, a line each."""
    alignment = one_bead(seed, other)
    (words,) = link_words(alignment)
    lines = []
    for variant in find_differences(words, alignment).variants:
        touched = [variant.kind.value, *sorted(flag.value for flag in variant.flags)]
        sides = f"{_words(variant.seed, seed)} => {_words(variant.other, other)}"
        lines.append(f"   {sides:<60} {', '.join(touched)}".rstrip())
    return "".join(f"{line}\n" for line in lines)


def _words(span: Span, text: str) -> str:
    return span.of(text) or _NOTHING


def _rewritten(page: str) -> str:
    """The page with what is found in place of what it says."""
    return _CASE.sub(
        lambda case: f"```text\nS: {case[1]}\nA: {case[2]}\n{_found(case[1], case[2])}```", page
    )


def test_the_page_of_tricky_cases_shows_what_is_found(pytestconfig: pytest.Config) -> None:
    page = _PAGE.read_text("utf-8")
    if pytestconfig.getoption("--update-golden"):
        Path(_PAGE).write_text(_rewritten(page), "utf-8")

    assert len(_CASE.findall(page)) >= 15
    assert _PAGE.read_text("utf-8") == _rewritten(page)
