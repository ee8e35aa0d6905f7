"""Formats that other programs exchange: CollateX, TMX, Web Annotation."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.reports.decided import DECIDED, decided_editions, decision
from tests.reports.harbour import HARBOUR
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_content
from variants.reports.collatex import write_collatex
from variants.reports.tmx import write_tmx
from variants.reports.webannotation import write_annotations
from variants.reports.writer import ReportOptions
from variants.types.decision import Action, Wording
from variants.types.edition import Edition
from variants.types.status import Decisions, PlaceStatus, State, VerdictState
from variants.wording.xml_text import xml_safe

Write = Callable[[Edition, ReportOptions, BinaryIO], None]
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _written(write: Write, edition: Edition, options: ReportOptions | None = None) -> bytes:
    file = io.BytesIO()
    write(edition, options or ReportOptions(), file)
    return file.getvalue()


def _json(write: Write, edition: Edition) -> Any:  # noqa: ANN401 - JSON
    return json.loads(_written(write, edition))


@settings(max_examples=40)
@given(decided_editions())
def test_a_column_of_the_alignment_table_is_its_witness(edition: Edition) -> None:
    table = _json(write_collatex, edition)

    assert all(len(row) == len(table["witnesses"]) for row in table["table"])
    cuts = (edition.collation.seed, *edition.collation.others)
    for column, cut in enumerate(cuts):
        found = "".join(token["t"] for row in table["table"] for token in row[column])
        sentences = (
            range(len(cut.sentences))
            if column == 0
            else [
                sentence
                for passage in edition.collation.passages
                for rendering in passage.renderings
                if rendering.siglum == cut.witness.siglum
                for sentence in rendering.sentences
            ]
        )
        words = "".join("".join(cut.text_of(one).split()) for one in sentences)
        assert "".join(found.split()) == "".join(xml_safe(words).split())


def test_what_differs_stands_in_one_row_of_the_alignment_table() -> None:
    table = _json(write_collatex, DECIDED)

    rows = [["".join(token["t"] for token in cell) for cell in row] for row in table["table"]]
    assert table["witnesses"] == ["S", "A", "B", "C"]
    assert ["李伟", "李偉", "李伟", "李伟"] in rows


@settings(max_examples=30)
@given(decided_editions())
def test_each_bead_is_a_unit_with_a_segment_for_each_side(edition: Edition) -> None:
    root = etree.fromstring(_written(write_tmx, edition))

    beads = [
        bead
        for passage in edition.collation.passages
        for rendering in passage.renderings
        for bead in rendering.beads
    ]
    units = list(root.iter("tu"))
    assert sorted(len(list(unit.iter("seg"))) for unit in units) == sorted(
        bool(bead.seed) + bool(bead.other) for bead in beads
    )


@settings(max_examples=30)
@given(decided_editions())
def test_a_memory_is_read_back_as_all_sentences_of_each_witness_in_order(edition: Edition) -> None:
    data = _written(write_tmx, edition)

    texts = read_content(Path("report.tmx"), data, ReadOptions())

    cuts = (edition.collation.seed, *edition.collation.others)
    expected = {
        cut.witness.siglum: words
        for cut in cuts
        if (words := " ".join(xml_safe(cut.text_of(n)) for n in range(len(cut.sentences))).split())
    }
    named = {text.name: text.text.split() for text in texts}
    assert named == (expected if len(expected) > 1 else {"": next(iter(expected.values()))})


def test_the_languages_of_a_unit_tell_who_has_it() -> None:
    root = etree.fromstring(_written(write_tmx, DECIDED))

    first = next(root.iter("tu"))
    assert [one.get(_LANG) for one in first.iter("tuv")] == ["en-x-s", "en-x-a"]
    assert next(root.iter("header")).get("srclang") == "en-x-s"
    notes = [note.text for note in root.iter("note")]
    assert "«Следует»: an advice; =not an order." in notes


@settings(max_examples=30)
@given(decided_editions())
def test_each_decision_in_force_is_an_annotation(edition: Edition) -> None:
    page = _json(write_annotations, edition)

    live = [one.anchor for status in edition.decisions.statuses for one in status.live]
    verdicts = [
        one.verdict.anchor
        for one in edition.decisions.verdicts
        if one.state is not VerdictState.FORMER
    ]
    for item, anchor in zip(page["items"], [*live, *verdicts], strict=True):
        (_, position) = item["target"]["selector"]
        assert position["start"] == anchor.position.start
        assert item["id"].isascii()


def test_alternatives_are_in_the_annotation_after_the_words_that_they_are_beside() -> None:
    also = (Wording("sailors", ("A",)), Wording("", ("B",)))
    made = decision("seasoned sailors", Action.ALTERNATES, also=also)
    span = made.anchor.position
    status = PlaceStatus("x", span, State.DECIDED, frozenset(), (made,), (), None)
    edition = replace(DECIDED, decisions=Decisions((status,)))

    (item,) = _json(write_annotations, edition)["items"]

    printed = [one["value"] for one in item["body"] if one["purpose"] == "editing"]
    assert printed == ["seasoned sailors", "sailors", ""]


def test_an_annotation_quotes_what_it_is_about() -> None:
    items = _json(write_annotations, DECIDED)["items"]

    (adopted,) = [one for one in items if one.get("prov:wasRevisionOf")]
    assert adopted["motivation"] == "editing"
    assert adopted["creator"] == {"id": "urn:variants:editor:kl", "name": "K. Lindgren"}
    quoted, position = adopted["target"]["selector"]
    assert (quoted["type"], quoted["exact"]) == ("TextQuoteSelector", "must")
    assert re.fullmatch(rf"{adopted['target']['source']}:s\d+", adopted["target"]["scope"])
    text = HARBOUR.seed.witness.text
    assert text[position["start"] : position["end"]] == "must"
    assert text[: position["start"]].endswith(quoted["prefix"])
    assert adopted["body"][0] == {
        "type": "TextualBody",
        "purpose": "editing",
        "value": "should",
        "language": "en",
    }


@pytest.mark.parametrize("write", [write_collatex, write_tmx, write_annotations])
def test_the_same_edition_gives_the_same_bytes(write: Write) -> None:
    assert _written(write, DECIDED) == _written(write, DECIDED)


@pytest.mark.parametrize("write", [write_collatex, write_tmx, write_annotations])
def test_editors_and_reasons_are_kept_back_if_asked(write: Write) -> None:
    shy = _written(write, DECIDED, ReportOptions(anonymous=True, reasons=False)).decode()

    assert all(name not in shy for name in ("Lindgren", "editor:kl", "Следует"))
