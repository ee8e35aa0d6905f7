import pytest
from hypothesis import given, settings

from tests.writers.collations import collations
from tests.writers.harbour import HARBOUR
from tests.writers.terminal.screens import plain
from variants.types import Collation, Passage
from variants.writers.terminal import Layout, View
from variants.writers.terminal.blocks import Block, Pieces, block_of
from variants.writers.terminal.numbers import numbers_of
from variants.writers.terminal.pieces import PLAIN_SIGNS, Role
from variants.writers.terminal.visible import visible

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
def test_a_number_stands_in_no_witness_that_agrees(collation: Collation) -> None:
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
    screen = plain(collation, 5000, View(Layout.STACKED))

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
        ("4+1", "S", "not in the seed ⁴·³"),
        ("6", "S", "{It is possible that these are [-merely-]²}¹ rumours³."),
        ("6", "A", "these are [-]² rumors³."),
        ("8", "C", "no counterpart ¹"),
    ],
)
def test_marks_in_the_harbour(label: str, siglum: str, expected: str) -> None:
    passage = next(passage for passage in HARBOUR.passages if passage.label == label)
    block = block_of(passage, HARBOUR, PLAIN_SIGNS)

    pieces = block.seed if siglum == "S" else _pieces(block, siglum)

    assert expected in "".join(piece.text for piece in pieces)


def test_witnesses_with_the_seeds_characters_are_one_line() -> None:
    block = block_of(HARBOUR.passages[-1], HARBOUR, PLAIN_SIGNS)

    assert [(line.sigla, line.pieces is None) for line in block.lines] == [
        (("A", "B"), True),
        (("C",), False),
    ]


def test_gaps_are_said_in_words() -> None:
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
        ("B", "moved: stands after its sentence 6"),
    ]


def _pieces(block: Block, siglum: str) -> Pieces:
    """What a witness's line shows; the seed's where they agree."""
    line = next(line for line in block.lines if siglum in line.sigla)
    return block.seed if line.pieces is None else line.pieces


def _words(pieces: Pieces) -> str:
    """The characters of the text itself, without blanks: marks may stand inside a word."""
    shown = "".join(piece.text for piece in pieces if piece.role not in _OF_THE_VIEW)
    return "".join(shown.split())


def _words_of(collation: Collation, siglum: str, passage: Passage) -> str:
    cut = next(c for c in (collation.base, *collation.others) if c.witness.siglum == siglum)
    sentences = passage.sentences
    if siglum != "S":
        sentences = next(r.sentences for r in passage.renderings if r.siglum == siglum)
    return "".join("".join(visible(cut.text_of(index)).split()) for index in sentences)
