import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.texts import (
    FIRST,
    SECOND,
    cut,
    few,
    follows,
    pairs,
    sentences,
    sides_are_runs,
    texts,
)
from variants.aligners import align_likelihood
from variants.aligners.constraints import Constraints
from variants.aligners.likelihood.long_sentences import (
    SentencePieces,
    cut_long_sentences,
    join_pieces,
)
from variants.types.bead import Bead

long_sentences = st.lists(sentences, min_size=20, max_size=40).map(" ".join)
long_texts = st.lists(st.one_of(sentences, sentences, long_sentences), max_size=6)


@given(long_texts, texts.filter(bool))
@few
def test_pieces_restore_the_sentences(text: list[str], facing: list[str]) -> None:
    pieces = cut_long_sentences(text, facing)

    restored = [""] * len(text)
    for owner, piece in zip(pieces.owners, pieces.texts, strict=True):
        restored[owner] += piece
    assert restored == text
    assert list(pieces.owners) == sorted(pieces.owners)


@given(seed=long_texts, other=long_texts)
@few
def test_every_sentence_is_in_one_bead_however_long_it_is(
    seed: list[str], other: list[str]
) -> None:
    # Alignment refuses anything else.
    alignment = align_likelihood(cut(seed), cut(other, "A"))

    assert sides_are_runs(alignment)
    assert follows(alignment)


@pytest.mark.parametrize(
    ("owners", "cut", "first"),
    [
        ([], False, False),
        ([0], False, False),
        ([0, 1], False, False),
        ([0, 0], True, True),
        ([0, 1, 1], True, False),
        ([0, 0, 1, 2], True, True),
    ],
)
def test_pieces_show_whether_a_sentence_is_cut(
    owners: list[int],
    cut: bool,  # noqa: FBT001 - a column of the table
    first: bool,  # noqa: FBT001 - a column of the table
) -> None:
    pieces = SentencePieces([""] * len(owners), owners)

    assert pieces.cut is cut
    assert pieces.cuts([0]) is first


def test_one_sentence_is_aligned_with_a_whole_text() -> None:
    whole = " ".join(FIRST)
    alignment = align_likelihood(cut([whole]), cut(SECOND, "A"))

    assert pairs(alignment.beads) == [((0,), tuple(range(len(SECOND))))]


def test_a_long_passage_without_a_full_stop_is_aligned_with_its_sentences() -> None:
    stretch = " ".join(sentence.rstrip(".") for sentence in SECOND[3:21])
    other = [*SECOND[:3], stretch, *SECOND[21:]]
    alignment = align_likelihood(cut(FIRST), cut(other, "A"))

    assert (tuple(range(3, 21)), (3,)) in pairs(alignment.beads)
    assert {bead.shape for bead in alignment.beads} == {"1:1", "18:1"}


def test_pieces_of_a_sentence_are_one_bead_with_everything_between_them() -> None:
    seed = cut_long_sentences(["word " * 30, "word"], ["word"])
    other = cut_long_sentences(["word"] * 4, ["word"])
    half = len(seed.owners) - 2
    beads = [
        Bead((0,), (0,), 0.9),
        Bead((), (1,), 1.0),
        *(Bead((k,), (), 1.0) for k in range(1, half)),
        Bead((half,), (2,), 0.8),
        Bead((half + 1,), (3,), 0.7),
    ]

    assert join_pieces(beads, seed, other) == [Bead((0,), (0, 1, 2), 0.8), Bead((1,), (3,), 0.7)]


def test_a_moved_piece_does_not_move_its_sentence() -> None:
    seed = cut_long_sentences(["word " * 30, "word"], ["word"])
    other = cut_long_sentences(["word", "word"], ["word"])
    last = len(seed.owners) - 1
    moved = Bead((0,), (1,), 0.9, moved=True)
    beads = [moved, *(Bead((k,), (), 1.0) for k in range(1, last)), Bead((last,), (0,), 0.8)]

    assert join_pieces(beads, seed, other) == [
        Bead((1,), (0,), 0.8),
        Bead((0,), (), 0.0),
        Bead((), (1,), 0.0),
    ]


def test_a_moved_sentence_beside_pieces_is_moved() -> None:
    seed = cut_long_sentences(["word", "word " * 30, "word"], ["word"])
    other = cut_long_sentences(["word"] * 3, ["word"])
    last = len(seed.owners) - 1
    beads = [
        Bead((0,), (2,), 0.9, moved=True),
        Bead((1,), (0,), 0.8),
        *(Bead((k,), (), 1.0) for k in range(2, last)),
        Bead((last,), (1,), 0.7),
    ]

    assert join_pieces(beads, seed, other) == [
        Bead((1,), (0,), 0.8),
        Bead((2,), (1,), 0.7),
        Bead((0,), (2,), 0.9, moved=True),
    ]


def test_a_moved_bead_does_not_take_the_sentence_of_another() -> None:
    seed = cut_long_sentences(["word", "word " * 30, "word"], ["word"])
    other = cut_long_sentences(["word"] * 3, ["word"])
    last = len(seed.owners) - 1
    beads = [
        Bead((0,), (2,), 0.9, moved=True),
        Bead((0,), (2,), 0.6, moved=True),
        Bead((1,), (0,), 0.8),
        Bead((last,), (0,), 0.5, moved=True),
        Bead((last,), (1,), 0.7),
    ]

    found = join_pieces(beads, seed, other)

    assert [bead for bead in found if bead.moved] == [Bead((0,), (2,), 0.9, moved=True)]


def test_beads_of_pieces_are_joined_as_far_as_allowed() -> None:
    seed = cut_long_sentences(["word " * 30, "word"], ["word"])
    other = cut_long_sentences(["word"] * 4, ["word"])
    count = len(seed.owners) - 1
    beads = [
        Bead((0,), (0,), 0.9),
        *(Bead((k,), (), 1.0) for k in range(1, count - 2)),
        Bead((), (1,), 1.0),
        Bead((count - 2,), (2,), 0.8),
        Bead((count - 1,), (3,), 0.7),
        Bead((count,), (), 1.0),
    ]
    limits = Constraints(forced=((range(0), range(1, 2)),))

    assert join_pieces(beads, seed, other, limits) == [
        Bead((0,), (2, 3), 0.7),
        Bead((), (1,), 1.0),
        Bead((1,), (), 1.0),
        Bead((), (0,), 0.0),
    ]
