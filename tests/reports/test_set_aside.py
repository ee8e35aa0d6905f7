"""Characters that are set aside are shown small in every view, and are in no reading."""

from __future__ import annotations

import io
import zipfile

import pytest

from variants.api.witnesses import compare
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.terminal.look import Look
from variants.terminal.passage_block import seed_pieces
from variants.terminal.styled_pieces import MarkSigns

_SEED = "The old mill [f. 9r] burned and was\n\n41\n\nnot rebuilt. It rained [sic] all day."
_OTHER = "The old mill burned and was never rebuilt. It snowed [p. 8] all day."


def _written(form: str) -> bytes:
    file = io.BytesIO()
    WRITERS[form].write(compare(_SEED, _OTHER).edition, ReportOptions(), file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("html", '<small class="sa">[f. 9r]</small>'),
        ("html", '<small class="sa">[p. 8]</small>'),
        ("markdown", "<small>\\[f. 9r]</small>"),
        ("markdown", "was <small>41</small> <ins>not</ins>"),
        ("latex", r"\vSetAside{[f. 9r]}"),
    ],
)
def test_reports_show_it_small(form: str, shown: str) -> None:
    assert shown in _written(form).decode()


def test_word_documents_show_it_in_a_style() -> None:
    with zipfile.ZipFile(io.BytesIO(_written("docx"))) as archive:
        text = archive.read("word/document.xml").decode()

    assert text.count('w:val="SetAside"') == 3


def test_the_terminal_shows_it_in_a_look() -> None:
    collation = compare(_SEED, _OTHER).collation

    pieces = [
        piece
        for passage in collation.passages
        for piece in seed_pieces(passage, collation.seed, MarkSigns(), {})
    ]

    small = [piece.text for piece in pieces if piece.look is Look.SET_ASIDE]
    assert small == ["[f. 9r]", "41", "[sic]"]


def test_readings_do_not_have_it() -> None:
    readings = [
        reading.wording
        for entry in compare(
            "It fell down.", "It [p. 8] was [the] drown[ed] one."
        ).collation.entries
        for reading in entry.readings
    ]

    assert "was the drowned one" in " ".join(readings)
    assert not any("8" in wording or "[" in wording for wording in readings)


def test_lemmas_do_not_have_it() -> None:
    found = compare(
        "It rained and the enemy\n\n17\n\ntorpedo [f. 3r] boats went after it. It snowed.",
        "It rained and it was hunted by hostile submarines. It snowed.",
    )

    assert [row.lemma for row in found.places] == ["the enemy torpedo boats went after it"]


def test_witnesses_that_differ_only_in_it_are_equal() -> None:
    others = (
        "It rained [sic].",
        "It rained [p. 7].",
        "It rain[ed].",
        "It <rained>.",
        "I[t] rained.*",
    )

    assert compare("It rained.", *others).places == ()
