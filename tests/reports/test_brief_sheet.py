from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.project.editions import telegram
from tests.reports.hostile import HOSTILE, hostile_edition
from tests.reports.html.pages import complain_of, parsed
from tests.reports.statuses import bare
from tests.reports.weighed import weighed
from variants.pipeline import collate
from variants.reports.formats import WRITERS, format_for_file
from variants.reports.sheet.brief_sheet import brief_sheet
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.witness import Witness
from variants.wording.text_runs import to_plain

_NUMBERS = ("two", "three", "seven", "eleven", "twelve", "forty", "fifty", "ninety")


def _written(edition: Edition, form: str) -> bytes:
    file = io.BytesIO()
    WRITERS[form].write(edition, ReportOptions(), file)
    return file.getvalue()


def _heavy(witnesses: int, sentences: int = 40) -> Edition:
    """Return an edition in which each sentence of each witness has another number and name."""

    def text(offset: int) -> str:
        return "".join(
            f"The ship number {n + 100} must bring {_NUMBERS[(n + offset) % 8]} tons of the grain "
            f"of year {1900 + n + offset} to the harbour before the ice comes.\n"
            for n in range(sentences)
        )

    names = [f"The rendering of {n} by a translator of some renown" for n in range(witnesses + 1)]
    texts = [Witness(f"W{n}", text(n), title=name) for n, name in enumerate(names)]
    return bare(collate(texts, Settings(segmenter="lines")))


def test_a_sheet_has_sentences_and_what_is_not_listed() -> None:
    sheet = brief_sheet(Edition("", weighed()))

    listed = [to_plain(line) for group in sheet.groups for line in group.items]
    assert sheet.head == "Likely to touch the sense: 2 readings at 2 places"
    assert any("has “sixty”" in line or "adds “sixty”" in line for line in listed)
    assert any("wording" in note for note in sheet.notes)
    assert sheet.loose


def test_what_does_not_fit_is_counted_with_the_command_that_lists_it() -> None:
    sheet = brief_sheet(replace(_heavy(5), name="grain"))

    listed = sum(len(group.items) for group in sheet.groups)
    notes = " ".join(sheet.notes)
    counted = re.search(r"not listed: (\d+) differences", notes)
    assert counted is not None
    assert listed + int(counted[1]) == sum(len(one.items) for one in sheet.brief.groups)
    assert "33–40:" in notes
    assert "variants compare --sense" in notes
    assert "variants compare" not in " ".join(brief_sheet(_heavy(5)).notes)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_page_of_a_sheet_is_valid(text: str) -> None:
    page = _written(hostile_edition(text), "brief").decode()

    complain_of(page)
    assert not parsed(page).xpath("//script")


def test_the_name_of_the_file_chooses_the_paper() -> None:
    assert format_for_file("brief", Path("a.PDF")) == "brief-pdf"
    assert format_for_file("brief", Path("a.md")) == "brief-markdown"
    assert format_for_file("brief", Path("a.html")) == "brief"


@pytest.mark.system
def test_a_sheet_is_one_page_however_much_there_is(tmp_path: Path) -> None:
    long = bare(collate(telegram(), Settings()))
    for edition in (long, _heavy(5), _heavy(14, 20), hostile_edition(" ".join(HOSTILE.values()))):
        path = tmp_path / "brief.pdf"
        path.write_bytes(_written(edition, "brief-pdf"))
        facts = subprocess.run(  # noqa: S603 - a program of the system, on a file made here
            ["pdfinfo", str(path)],  # noqa: S607
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        assert re.search(r"Pages:\s+1\n", facts)
        assert "A4" in facts
