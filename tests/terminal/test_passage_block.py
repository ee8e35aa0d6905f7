from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from tests.terminal.screens import plain
from variants.terminal import Layout, View
from variants.terminal.passage_block import PassageBlock, block_of
from variants.terminal.styled_pieces import PLAIN_SIGNS, Pieces, StyledPiece
from variants.terminal.superscripts import numbers_of
from variants.types.bead import Bead
from variants.types.collation import Attestation, Collation, Passage, Reading, Rendering
from variants.types.variant import Kind
from variants.wording.marks import Role
from variants.wording.sanitize import sanitize_line

_OF_THE_VIEW = {Role.NUMBER, Role.NOTE}


@settings(max_examples=80)
@given(collations())
def test_the_lines_of_a_witness_are_its_sentences_word_for_word(collation: Collation) -> None:
    for passage in collation.passages:
        block = block_of(passage, collation, signs={})
        assert _words(block.seed) == _words_of(collation, "S", passage)
        for rendering in passage.renderings:
            expected = _words_of(collation, rendering.siglum, passage)
            assert _words(_pieces(block, rendering.siglum)) == expected


@settings(max_examples=80)
@given(collations())
def test_every_reading_has_its_number_in_the_seed_and_in_its_witness(collation: Collation) -> None:
    for passage in collation.passages:
        block = block_of(passage, collation, PLAIN_SIGNS)
        numbers = numbers_of(passage)
        for entry in passage.entries:
            assert set(numbers[entry.place]) <= set(block.seed)
            for reading in entry.readings:
                for siglum in reading.sigla:
                    assert set(numbers[entry.place]) <= set(_pieces(block, siglum))


@settings(max_examples=80)
@given(collations())
def test_a_witness_that_agrees_has_no_number(collation: Collation) -> None:
    for passage in collation.passages:
        block = block_of(passage, collation, PLAIN_SIGNS)
        numbers = numbers_of(passage)
        for entry in passage.entries:
            for siglum in entry.agreeing:
                if siglum not in {s for line in block.lines if not line.pieces for s in line.sigla}:
                    assert not set(numbers[entry.place]) & set(_pieces(block, siglum))


@settings(max_examples=40)
@given(collations())
def test_a_wide_screen_shows_every_line_whole(collation: Collation) -> None:
    screen = plain(collation, 5000, View(Layout.STACKED, places=True))

    for passage in collation.passages:
        block = block_of(passage, collation, PLAIN_SIGNS)
        for pieces in (block.seed, *(line.pieces for line in block.lines if line.pieces)):
            assert "".join(piece.text for piece in pieces).rstrip() in screen


@pytest.mark.parametrize(
    ("label", "siglum", "expected"),
    [
        ("2", "S", "{must}² sail {before the ice comes}³,⁴ [-because-]⁵ the harbour⁶"),
        ("2", "A", "comes‸⁴ because the harbor⁶"),
        ("2", "B", "must sail. [-]⁵ The harbour"),
        ("2", "C", "(recast) Get three ships"),
        ("3–4", "S", "barrels of‸⁴·² oil."),
        ("3–4", "C", "{~real sailors and no dreamers~}³·¹. … Send"),
        ("4+1", "S", "nothing in the seed ⁴·³"),
        ("6", "S", "{It is possible that these are [-merely-]²}¹ rumours³."),
        ("6", "A", "these are [-]² rumors³."),
        ("8", "C", "omitted ¹"),
    ],
)
def test_marks_in_the_harbour(label: str, siglum: str, expected: str) -> None:
    passage = next(passage for passage in HARBOUR.passages if passage.label == label)
    block = block_of(passage, HARBOUR, PLAIN_SIGNS)

    pieces = block.seed if siglum == "S" else _pieces(block, siglum)

    assert expected in "".join(piece.text for piece in pieces)


def test_a_lemma_that_holds_another_is_not_filled() -> None:
    passage = next(passage for passage in HARBOUR.passages if passage.label == "6")

    first = block_of(passage, HARBOUR, signs={}).seed[0]

    assert first == StyledPiece("It is possible that these are ", Role.TEXT)


def test_witnesses_with_the_seeds_characters_are_one_line() -> None:
    block = block_of(HARBOUR.passages[-1], HARBOUR, PLAIN_SIGNS)

    assert [(line.sigla, line.pieces is None) for line in block.lines] == [
        (("A", "B"), True),
        (("C",), False),
    ]


@pytest.mark.parametrize(
    ("bead", "note"),
    [
        (Bead((7,), (7,), 0.9, moved=True), "moved after its sentence 7"),
        (Bead((7,), (7,), 0.5), "alignment uncertain, 0.50"),
    ],
)
def test_a_witness_with_the_seeds_characters_and_a_note_has_a_line_of_its_own(
    bead: Bead, note: str
) -> None:
    last = HARBOUR.passages[-1]
    passage = replace(last, renderings=(Rendering("A", (7,), (bead,)),), entries=())

    (line,) = block_of(passage, HARBOUR, PLAIN_SIGNS).lines

    assert line.pieces == (StyledPiece("Burn this note."),)
    assert line.notes == (note,)


def test_a_witness_with_the_seeds_characters_and_a_reading_has_a_line_of_its_own() -> None:
    last = HARBOUR.passages[-1]
    place = Attestation("A", HARBOUR.others[0].sentences[7], (), 1.0)
    reading = Reading("Burn this note.", Kind.MOVED, frozenset(), (place,))
    passage = replace(
        last,
        renderings=last.renderings[:1],
        entries=(replace(last.entries[0], readings=(reading,)),),
    )

    (line,) = block_of(passage, HARBOUR, PLAIN_SIGNS).lines

    assert line.pieces is not None
    assert "".join(piece.text for piece in line.pieces) == "{~Burn this note.~}¹"


def test_gaps_have_terms() -> None:
    notes = [
        (line.sigla[0], note)
        for passage in HARBOUR.passages
        for line in block_of(passage, HARBOUR, PLAIN_SIGNS).lines
        for note in line.notes
    ]

    assert notes == [
        ("B", "splits 2 into 2"),
        ("C", "alignment uncertain, 0.41"),
        ("B", "joins 3 + 4"),
        ("B", "moved after its sentence 6"),
    ]


def _pieces(block: PassageBlock, siglum: str) -> Pieces:
    """Return the pieces of a witness's line; those of the seed if they agree."""
    line = next(line for line in block.lines if siglum in line.sigla)
    return block.seed if line.pieces is None else line.pieces


def _words(pieces: Pieces) -> str:
    """Return the characters of the text without white space; marks may be inside a word."""
    shown = "".join(piece.text for piece in pieces if piece.role not in _OF_THE_VIEW)
    return "".join(shown.split())


def _words_of(collation: Collation, siglum: str, passage: Passage) -> str:
    cut = next(c for c in (collation.seed, *collation.others) if c.witness.siglum == siglum)
    sentences = passage.sentences
    if siglum != "S":
        sentences = next(r.sentences for r in passage.renderings if r.siglum == siglum)
    return "".join("".join(sanitize_line(cut.text_of(index)).split()) for index in sentences)
