from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from tests.terminal.screens import plain
from variants.pipeline import collate
from variants.settings import Settings
from variants.terminal import Layout, View
from variants.terminal.heading import same_texts
from variants.terminal.look import MARKED, Look
from variants.terminal.passage_block import BlockLine, BlockOptions, PassageBlock, block_of
from variants.terminal.styled_pieces import PLAIN_SIGNS, MarkSigns, Pieces, StyledPiece
from variants.types.bead import Bead
from variants.types.collation import Attestation, Collation, Passage, Reading, Rendering
from variants.types.variant import Kind
from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line

_SIGNS = replace(PLAIN_SIGNS, looks=MARKED - {Look.FORM})


@settings(max_examples=80)
@given(collations())
def test_the_lines_of_a_witness_are_its_sentences_word_for_word(collation: Collation) -> None:
    for passage in collation.passages:
        block = block_of(passage, collation, BlockOptions(MarkSigns()))
        assert _words(block.seed.pieces or ()) == _words_of(collation, "S", passage)
        for rendering in passage.renderings:
            expected = _words_of(collation, rendering.siglum, passage)
            assert _words(_pieces(block, rendering.siglum)) == expected


@settings(max_examples=40)
@given(collations())
def test_a_wide_screen_shows_every_line_whole(collation: Collation) -> None:
    screen = plain(collation, 100, View(Layout.STACKED))

    if same_texts(collation):  # Then no line is shown.
        return
    for passage in collation.passages:
        block = block_of(passage, collation, BlockOptions(_SIGNS))
        for line in (block.seed, *(line for line in block.lines if line.pieces)):
            # A text as wide as the column is wrapped.
            assert "".join(_words(line.pieces or (), all_of_it=True)) in "".join(screen.split())


@pytest.mark.parametrize(
    ("label", "siglum", "expected"),
    [
        ("2", "S", "_must_ sail _before the ice comes_, _because_ the harbour"),
        ("2", "A", "comes because the harbor"),
        ("2", "B", "must sail. ‸The harbour"),
        ("2", "C", "Get three ships"),
        ("3–4", "C", "_real sailors and no dreamers_. … Send"),
        ("4+1", "S", "nothing in the seed"),
        ("6", "A", "these are ‸rumors."),
    ],
)
def test_marks_in_the_harbour(label: str, siglum: str, expected: str) -> None:
    passage = next(passage for passage in HARBOUR.passages if passage.label == label)
    block = block_of(passage, HARBOUR, BlockOptions(_SIGNS))

    pieces = block.seed.pieces if siglum == "S" else _pieces(block, siglum)

    assert expected in "".join(piece.text for piece in pieces or ())


def test_a_lemma_of_a_whole_sentence_is_not_marked() -> None:
    passage = next(passage for passage in HARBOUR.passages if passage.label == "8")

    assert block_of(passage, HARBOUR, BlockOptions(_SIGNS)).seed.pieces == (
        StyledPiece("Burn this note."),
    )


def test_witnesses_with_the_seeds_characters_are_one_line() -> None:
    block = block_of(HARBOUR.passages[-1], HARBOUR, BlockOptions(_SIGNS))

    assert [(line.sigla, line.pieces, line.instead) for line in block.lines] == [
        (("A", "B"), None, "= S"),
        (("C",), None, "▲ sentence omitted"),
    ]


def test_a_sentence_that_several_witnesses_omit_is_stated_once() -> None:
    seed = "They held sixteen ships.\nBurn this note tonight.\nThe harbour was closed to all.\n"
    texts = (seed, *[seed.replace("Burn this note tonight.\n", "")] * 3, seed)
    witnesses = [Witness("SABCD"[n], text) for n, text in enumerate(texts)]
    collation = collate(witnesses, Settings(segmenter="lines"))

    block = block_of(collation.passages[1], collation, BlockOptions(_SIGNS))

    assert block.seed.margin == ()
    assert [(line.sigla, line.instead) for line in block.lines] == [
        (("A", "B", "C"), "▲ sentence omitted"),
        (("D",), "= S"),
    ]
    screen = plain(collation, 80, View())
    assert screen.count("sentence omitted") == 1
    assert "A B C  ▲ sentence omitted" in screen


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

    (line,) = block_of(passage, HARBOUR, BlockOptions(_SIGNS)).lines

    assert line.pieces == (StyledPiece("Burn this note."),)
    assert _margin(line) == [note]


def test_a_witness_with_the_seeds_characters_and_a_reading_has_a_line_of_its_own() -> None:
    last = HARBOUR.passages[-1]
    place = Attestation("A", HARBOUR.others[0].sentences[7], (), 1.0)
    reading = Reading("Burn this note.", Kind.MOVED, frozenset(), (place,))
    passage = replace(
        last,
        renderings=last.renderings[:1],
        entries=(replace(last.entries[0], readings=(reading,)),),
    )

    (line,) = block_of(passage, HARBOUR, BlockOptions(_SIGNS)).lines

    assert line.pieces is not None
    assert "".join(piece.text for piece in line.pieces) == "_Burn this note._"


def test_gaps_have_terms() -> None:
    notes = [
        (line.sigla[0], note)
        for passage in HARBOUR.passages
        for line in block_of(passage, HARBOUR, BlockOptions(_SIGNS)).lines
        for note in _margin(line)
    ]

    assert notes == [
        ("B", "splits 2 into 2"),
        ("C", "alignment uncertain, 0.41"),
        ("C", "recast"),
        ("B", "joins 3 + 4"),
        ("C", "▲ sentence added"),
        ("B", "moved after its sentence 6"),
        ("C", "recast"),
    ]


def _in_many(*others: str) -> Collation:
    texts = ["They held sixteen ships in the harbour.\n", *others]
    return collate([Witness("SABCDEF"[n], text) for n, text in enumerate(texts)], Settings())


def test_what_many_witnesses_have_in_common_is_said_once_at_the_seed() -> None:
    sixty = "They held sixty ships in the harbour.\n"
    collation = _in_many(sixty, sixty, sixty, "They held ten ships in the harbour.\n")

    block = block_of(collation.passages[0], collation, BlockOptions(_SIGNS))

    assert _margin(block.seed) == ["▲ A, B, C: number: sixteen → sixty"]
    assert [_margin(line) for line in block.lines] == [[], [], [], ["▲ number: sixteen → ten"]]


def test_witnesses_with_other_wording_only_are_counted_in_one_line_if_there_are_many() -> None:
    kept = "They kept sixteen ships in the harbour.\n"
    collation = _in_many(kept, "They held sixty ships in the harbour.\n", kept, kept)

    gathered = block_of(collation.passages[0], collation, BlockOptions(_SIGNS, gathers=True))
    shown = block_of(collation.passages[0], collation, BlockOptions(_SIGNS))

    assert [(line.sigla, line.instead) for line in gathered.lines] == [
        (("B",), ""),
        (("A", "C", "D"), "wording only: A 1, C 1, D 1"),
    ]
    assert [len(entry.readings) for entry in gathered.gathered] == [1]
    assert [line.sigla[0] for line in shown.lines] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (BlockOptions(_SIGNS), ["▲ number: sixteen → sixty"]),
        (BlockOptions(_SIGNS, numbered=True), ["▲ 1.2 number: sixteen → sixty"]),
        (
            BlockOptions(_SIGNS, listed=True),
            ["1.1 held → kept", "▲ 1.2 number: sixteen → sixty"],
        ),
    ],
)
def test_places_are_named_in_the_margin(options: BlockOptions, expected: list[str]) -> None:
    collation = _in_many("They kept sixty ships in the harbour.\n")

    (line,) = block_of(collation.passages[0], collation, options).lines

    assert _margin(line) == expected
    assert line.pieces is not None
    assert "".join(piece.text for piece in line.pieces) == (
        "They _kept_ ▲{sixty} ships in the harbour."
    )


def _margin(line: BlockLine) -> list[str]:
    return ["".join(piece.text for piece in pieces) for pieces in line.margin]


def _pieces(block: PassageBlock, siglum: str) -> Pieces:
    """Return the pieces of a witness's line; those of the seed if they agree."""
    line = next(line for line in block.lines if siglum in line.sigla)
    return (block.seed if line.instead == "= S" else line).pieces or ()


def _words(pieces: Pieces, *, all_of_it: bool = False) -> str:
    """Return the characters of the text without white space; marks may be inside a word."""
    shown = "".join(piece.text for piece in pieces if all_of_it or piece.look is not Look.NOTE)
    return "".join(shown.split())


def _words_of(collation: Collation, siglum: str, passage: Passage) -> str:
    cut = next(c for c in (collation.seed, *collation.others) if c.witness.siglum == siglum)
    sentences = passage.sentences
    if siglum != "S":
        sentences = next(r.sentences for r in passage.renderings if r.siglum == siglum)
    return "".join("".join(sanitize_line(cut.text_of(index)).split()) for index in sentences)
