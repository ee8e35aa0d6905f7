"""Places in the files of the texts, in reports and on the terminal."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from rich.console import Console

from variants.pipeline import collate
from variants.reports.formats import WRITERS
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.terminal import View, write_terminal
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness
from variants.wording.source_places import SourcePlaces

_SEED = "We must go. It is late.\n\nHe will wait.\n"
_OTHER = "We should go. It is late.\n\nHe will wait here.\n"


def _witness(siglum: str, text: str, *sources: str) -> Witness:
    half = text.index("\n\n")
    spans = (Span(0, half), Span(half + 2, len(text)))
    divisions = tuple(
        Division(DivisionKind.PARAGRAPH, span, "", source)
        for span, source in zip(spans, sources, strict=True)
    )
    return Witness(siglum, text, divisions, source=f"{siglum}.docx")


def _edition(*, placed: bool) -> Edition:
    seed = _witness("S", _SEED, "p. 3_a", "p. 4")
    other = _witness("A", _OTHER, "paragraph 7", "paragraph 8")
    if not placed:
        seed, other = (
            replace(one, divisions=tuple(replace(each, source="") for each in one.divisions))
            for one in (seed, other)
        )
    return Edition("letter", collate((seed, other), Settings()))


def _written(form: str, *, placed: bool = True) -> str:
    file = io.BytesIO()
    WRITERS[form].write(_edition(placed=placed), ReportOptions(), file)
    data = file.getvalue()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("word/document.xml")
    return data.decode()


_EXPECTED = {
    "markdown": (r"\[p. 3\_a\] ¹We **must", r"\[p. 4\] ³He"),
    "latex": (r"\vSource{p. 3\_a}\vSentence{1}We", r"\vSource{p. 4}\vSentence{3}He"),
    "docx": ("[p. 3_a]", "[p. 4]"),
    "html": ('title="p. 3_a"', 'title="p. 4"', 'title="paragraph 7"', 'title="paragraph 8"'),
}


@pytest.mark.parametrize("form", _EXPECTED)
def test_reports_have_the_places_of_the_files(form: str) -> None:
    placed, plain = _written(form), _written(form, placed=False)

    for words in _EXPECTED[form]:
        assert words in placed
        assert words not in plain


def test_a_place_is_printed_where_it_begins_only() -> None:
    assert len(re.findall(r"\\vSource\{[^#]", _written("latex"))) == 2


def _shown(width: int, *, listed: bool = False, placed: bool = True) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    write_terminal(_edition(placed=placed), View(plain=True, places=listed), console)
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_a_terminal_with_a_margin_has_the_places_of_the_seed() -> None:
    wide = _shown(130)

    assert wide.count("p. 3_a") == wide.count("p. 4") == 1
    assert "paragraph 7" not in wide
    assert "p. 3_a" not in _shown(80)


def test_all_places_have_those_of_every_text() -> None:
    listed = _shown(80, listed=True)

    for place in ("p. 3_a", "p. 4", "paragraph 7", "paragraph 8"):
        assert listed.count(place) == 1


def test_plain_text_has_no_places() -> None:
    lines = [line.rstrip() for line in _shown(130).splitlines()]
    without = [line.removesuffix("p. 3_a").removesuffix("p. 4").rstrip() for line in lines]

    assert [line.rstrip() for line in _shown(130, placed=False).splitlines()] == without


def test_the_place_of_several_sentences_is_from_the_first_to_the_last() -> None:
    other = _witness("A", _OTHER, "paragraph 7", "paragraph 8")
    cut = Segmentation(other, (Span(0, 13), Span(14, 25), Span(27, 45)))
    places = SourcePlaces(cut)

    assert [places.at(number) for number in range(3)] == [
        *("paragraph 7", "paragraph 7", "paragraph 8")
    ]
    assert places.of([0, 1]) == "paragraph 7"
    assert places.of([1, 2]) == "paragraph 7–8"
    assert places.of([]) == ""
    assert [places.new_at(number) for number in range(3)] == ["paragraph 7", "", "paragraph 8"]


def _of_many(texts: dict[str, list[str]]) -> PrintedEdition:
    """Return texts with a paragraph for each string, in files with a place for each."""
    witnesses = []
    for siglum, paragraphs in texts.items():
        text = "\n\n".join(paragraphs)
        starts = [sum(len(one) + 2 for one in paragraphs[:n]) for n in range(len(paragraphs))]
        divisions = tuple(
            Division(
                DivisionKind.PARAGRAPH,
                Span(start, start + len(one)),
                "",
                "" if siglum == "T" else f"paragraph {number}",
            )
            for number, (start, one) in enumerate(zip(starts, paragraphs, strict=True), 1)
        )
        witnesses.append(Witness(siglum, text, divisions))
    collation = collate(tuple(witnesses), Settings())
    return printed_edition(Edition("letter", collation), ReportOptions())


_PARAGRAPHS = [
    "The ship left the harbour in the night.",
    "Nobody saw the captain on the bridge. The crew slept below.",
    "A storm came up from the south.",
    "The cargo of timber was lost near the cape.",
    "In the morning a fisherman found the wreck.",
]


def _items(document: PrintedEdition, title: str) -> list[str]:
    found = [each.lines for each in document.sections if each.title == title]
    return ["".join(run.text for run in line) for line in found[0]] if found else []


def test_notes_on_whole_sentences_have_the_places_of_each_file() -> None:
    without_storm = [*_PARAGRAPHS[:2], *_PARAGRAPHS[3:]]
    with_more = [_PARAGRAPHS[0], "Seven passengers were aboard that day.", *_PARAGRAPHS[1:]]
    with_more[3] = "A gale came up from the south."
    document = _of_many({"S": _PARAGRAPHS, "A": without_storm, "B": with_more})
    notes = ["".join(run.text for run in note.line) for note in document.notes]

    assert any("omitted A [near paragraph 2]" in note for note in notes)
    assert any("Seven passengers were aboard that day. B [paragraph 2]" in note for note in notes)
    (word,) = [note for note in notes if "gale" in note]
    assert "paragraph" not in word


def test_a_list_has_the_places_of_the_sentences_in_all_files() -> None:
    joined = [_PARAGRAPHS[0], f"{_PARAGRAPHS[1]} {_PARAGRAPHS[2]}", *_PARAGRAPHS[3:]]
    texts = {"S": _PARAGRAPHS, "A": _PARAGRAPHS, "B": joined, "T": _PARAGRAPHS}
    document = _of_many(texts)

    assert _items(document, "Places in the files") == [
        "1–3 S paragraph 1–2 · A paragraph 1–2 · B paragraph 1–2",
        "4–6 S paragraph 3–5 · A paragraph 3–5 · B paragraph 2–4",
    ]


def test_a_seed_without_places_has_a_line_for_each_division_or_more() -> None:
    document = _of_many({"T": _PARAGRAPHS, "A": [" ".join(_PARAGRAPHS[:4]), _PARAGRAPHS[4]]})

    assert _items(document, "Places in the files")[-1] == "6 A paragraph 2"


def test_no_list_if_only_the_seed_has_places() -> None:
    document = _of_many({"S": _PARAGRAPHS, "T": _PARAGRAPHS})

    assert _items(document, "Places in the files") == []


def test_the_list_of_moved_sentences_has_their_places_which_the_other_list_leaves_out() -> None:
    moved = [*_PARAGRAPHS[1:4], _PARAGRAPHS[4], _PARAGRAPHS[0]]
    document = _of_many({"S": _PARAGRAPHS, "A": moved})

    (line,) = _items(document, "Sentences joined, split and moved")
    assert line == "1 A [paragraph 5] moved after its sentence 5"
    assert _items(document, "Places in the files")[0] == "1 S paragraph 1"
