from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from tests.project.editions import ROOT, telegram
from tests.reports.alignments import cut, every_bead
from tests.reports.statuses import DECIDED_HARBOUR
from tests.reports.weighed import weighed
from tests.terminal.screens import plain
from variants.brief.selection import Selection
from variants.measures.versions import measure_versions
from variants.pipeline import collate
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.terminal import Layout, Order, View
from variants.terminal.beads import write_beads_table
from variants.terminal.measures import write_measures_table
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.sense import Tier
from variants.wording.terms import TERMS
from variants.words.tokenize import word_counts_of

_GLOSSARY = ROOT / "docs" / "explanation" / "glossary.md"


def _definitions() -> dict[str, str]:
    """Return the terms of the glossary with their meanings; a row may define several."""
    found: dict[str, str] = {}
    for line in _GLOSSARY.read_text("utf-8").splitlines():
        if not (row := re.fullmatch(r"\| (.+) \| (.+) \|", line)) or row[1] == "term":
            continue
        terms, meanings = row[1].split(", "), row[2].split("; ")
        if len(terms) == len(meanings):
            found |= dict(zip(terms, meanings, strict=True))
        else:
            found |= dict.fromkeys(terms, row[2])
    return found


@pytest.mark.parametrize("term", TERMS)
def test_the_glossary_defines_a_term_as_the_views_mean_it(term: str) -> None:
    assert _definitions().get(term) == TERMS[term]


def test_no_page_explains_substantive_by_the_sense() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    rows = [
        f"{page.name}: {line}"
        for page in pages
        for line in page.read_text("utf-8").splitlines()
        if re.match(r"\| `?substantive\b", line)
    ]

    assert len(rows) >= 3
    assert [row for row in rows if "more than form" not in row or "sense" in row] == []


_RETIRED = {
    r"no counterpart(?! found)": "omitted",
    r"none found": "no counterpart found",
    r"\bmissing\b": "omitted",
    r"\bwanting\b": "omitted",
    r"not in the seed": "nothing in the seed",
    r"(?<!likely to )(?<!expected to )touch\w* the sense(?! \()": "likely to touch the sense",
    r"\bof substance\b": "substantive",
    r"\bput off\b": "deferred",
    r"\bno variant\b": "not a variant",
    r"laid down": "forced",
    r"\bbase (?:text|reading|witness)\b": "seed",
}
"""Words of former versions, as patterns, and what views print instead."""
_MACHINE_FORMATS = {"json", "collatex", "annotations", "pdf", "brief-pdf"}
"""Formats whose names of fields stay, and those that need a browser."""


def _report(name: str) -> str:
    """Return a report of the decided edition as text; of an archive its parts."""
    file = io.BytesIO()
    WRITERS[name].write(DECIDED_HARBOUR, ReportOptions(), file)
    content = file.getvalue()
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(file) as archive:
        return "\n".join(archive.read(part).decode() for part in archive.namelist())


def _screens() -> Iterator[str]:
    """Yield the decided edition in every layout, and the tables for people."""
    for layout in Layout:
        yield plain(DECIDED_HARBOUR, 200, View(layout))
    yield plain(DECIDED_HARBOUR, 200, View(order=Order.WEIGHT))
    yield plain(weighed(), 200, View(order=Order.WEIGHT))
    tiers = frozenset({Tier.SENSE})
    yield plain(weighed(), 200, View(selection=Selection(tiers=tiers)))
    collation = collate(telegram(), Settings())
    yield plain(collation, 200, View(patterns=True))
    beads = (
        Bead((0,), (0,), 0.5, moved=True, forced=True),
        Bead((1,), (), 0.9),
        Bead((), (1,), 0.9),
    )
    yield write_beads_table(Alignment(cut("S", 2), cut("A", 2), beads), every_bead, 200)
    assert collation.measures is not None
    versions = measure_versions(collation, word_counts_of)
    yield write_measures_table(collation, collation.measures, versions, {}, 200)


def _former_words(text: str) -> list[str]:
    return [
        f"{found[0]} → {new}" for old, new in _RETIRED.items() if (found := re.search(old, text))
    ]


@pytest.mark.parametrize("name", sorted(WRITERS.keys() - _MACHINE_FORMATS))
def test_no_report_uses_a_former_word_for_a_term(name: str) -> None:
    assert not _former_words(_report(name))


def test_no_screen_uses_a_former_word_for_a_term() -> None:
    assert [_former_words(screen) for screen in _screens() if _former_words(screen)] == []


def test_no_template_uses_a_former_word_for_a_term() -> None:
    folder = ROOT / "src" / "variants" / "reports" / "html" / "templates"

    found = {path.name: _former_words(path.read_text("utf-8")) for path in folder.iterdir()}

    assert not any(found.values()), found
