"""Divisions help where they agree, and change nothing where they do not."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.texts import FIRST, SECOND, cut, few, pairs, sides_are_runs, singles, texts
from variants.aligners import align_likelihood
from variants.types.alignment import Alignment
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

_BEGUN = (2, 4, 6, 8, 9, 11, 13, 16, 17, 19, 21, 22)
_PLAIN = align_likelihood(cut(FIRST), cut(SECOND, "A"))
_REFRAIN = "Have mercy on us."


def test_a_refrain_is_left_out_in_the_paragraph_that_lacks_it() -> None:
    # Three paragraphs of two; the other text has one sentence less in the second.
    seed = (*FIRST[:12], *[_REFRAIN] * 6, *FIRST[12:])
    other = (*SECOND[:12], *[_REFRAIN] * 5, *SECOND[12:])
    begun = (*_BEGUN[:6], 12, 14, 16, *(place + 6 for place in _BEGUN[6:]))
    begun_other = (*_BEGUN[:6], 12, 14, 15, *(place + 5 for place in _BEGUN[6:]))

    found = _align(seed, other, begun, begun_other)
    plain = _align(seed, other, (), ())

    assert _alone(plain) == [(12,)]
    assert _alone(found) == [(15,)]


def test_a_bead_that_ends_with_a_paragraph_in_both_texts_has_a_higher_confidence() -> None:
    # The words hardly show whether the short sentence belongs to the one before or after it.
    seed = (*FIRST[:9], "So be it.", *FIRST[9:])
    other = (*SECOND[:8], f"{SECOND[8]} All agreed to this.", *SECOND[9:])
    before, behind = ([place + (place > at) for place in _BEGUN] for at in (8, 9))

    sure = [
        _sure(_align(seed, other, begun, _BEGUN if begun else ()), 9)
        for begun in (before, (), behind)
    ]

    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 3


@pytest.mark.parametrize("labels", [{}, {place: str(place) for place in _BEGUN}])
def test_divisions_on_one_side_alone_change_nothing(labels: Mapping[int, str]) -> None:
    divided = _divided(cut(FIRST), _BEGUN, labels)

    assert align_likelihood(divided, cut(SECOND, "A")).beads == _PLAIN.beads


def test_divisions_that_begin_a_sentence_later_change_nothing() -> None:
    later = [place + 1 for place in _BEGUN if place + 1 not in _BEGUN]

    assert _align(FIRST, SECOND, _BEGUN, later).beads == _PLAIN.beads


def test_shuffled_divisions_change_nothing() -> None:
    chance = random.Random(3)  # noqa: S311 - equal divisions in every run
    places = range(1, len(FIRST))

    for _ in range(12):
        begun = [chance.sample(places, 12) for _ in range(2)]
        assert _align(FIRST, SECOND, *begun).beads == _PLAIN.beads


def test_numbers_that_are_not_the_same_change_nothing() -> None:
    every = range(1, len(FIRST))
    seed = _divided(cut(FIRST), every, {place: str(place) for place in every})
    other = _divided(cut(SECOND, "A"), every, {place: str(place + 1) for place in every})

    assert align_likelihood(seed, other).beads == _align(FIRST, SECOND, every, every).beads


def test_equal_numbers_show_which_of_equal_sentences_is_missing() -> None:
    numbers = range(1, len(FIRST) + 6)
    seed = (*FIRST[:12], *[_REFRAIN] * 6, *FIRST[12:])
    lacking = [number for number in numbers if number != 14]
    labels = {place: str(number) for place, number in enumerate(lacking, 1)}

    found = align_likelihood(
        _divided(cut(seed), numbers, {place: str(place) for place in numbers}),
        _divided(cut([seed[number] for number in (0, *lacking)], "A"), list(labels), labels),
    )

    assert _alone(found) == [(14,)]


_ASKED = ("Who is there?", "I.", "Who?", "Your brother.", "What is it?", "Bread.", "We have none.")
_ANSWERED = ("Who's there?", "It is I.", "Your brother.", "What is it?", "Some bread.", "No, none.")


def test_lines_of_dialogue_are_not_joined_without_evidence() -> None:
    lines = _align(_ASKED, _ANSWERED, range(len(_ASKED)), range(len(_ANSWERED)))

    assert _alone(_align(_ASKED, _ANSWERED, (), ())) == []
    assert _alone(lines) == [(2,)]


def test_lines_of_one_text_alone_are_joined_as_in_prose() -> None:
    plain = _align(_ASKED, _ANSWERED, (), ())

    assert _align(_ASKED, _ANSWERED, range(len(_ASKED)), ()).beads == plain.beads


def test_lines_that_are_often_joined_are_joined() -> None:
    halves = [half for line in FIRST for half in _halves(line)]

    found = _align(halves, SECOND, range(len(halves)), range(len(SECOND)))

    assert [bead.shape for bead in found.beads].count("2:1") > len(SECOND) * 0.7


@given(
    seed=texts,
    other=texts,
    begun=st.tuples(*[st.sets(st.integers(1, 13))] * 2),
    labels=st.tuples(*[st.dictionaries(st.integers(1, 13), st.sampled_from("12"))] * 2),
)
@few
def test_every_sentence_is_in_one_bead_whatever_the_divisions(
    seed: list[str],
    other: list[str],
    begun: tuple[set[int], set[int]],
    labels: tuple[dict[int, str], dict[int, str]],
) -> None:
    alignment = align_likelihood(
        _divided(cut(seed), sorted(begun[0]), labels[0]),
        _divided(cut(other, "A"), sorted(begun[1]), labels[1]),
    )

    assert sides_are_runs(alignment)


@given(begun=st.tuples(*[st.sets(st.integers(1, 24))] * 2))
@few
def test_no_divisions_separate_sentences_that_words_align(begun: tuple[set[int], set[int]]) -> None:
    found = _align(FIRST, SECOND, *map(sorted, begun))

    assert pairs(found.beads) == singles(len(FIRST))


def _align(
    seed: Sequence[str], other: Sequence[str], begun: Sequence[int], begun_other: Sequence[int]
) -> Alignment:
    return align_likelihood(
        _divided(cut(seed), begun, {}), _divided(cut(other, "A"), begun_other, {})
    )


def _divided(plain: Segmentation, begun: Sequence[int], labels: Mapping[int, str]) -> Segmentation:
    """Return the segmentation with divisions that begin at the given sentences."""
    places = sorted({0, *(place for place in begun if place < len(plain.sentences))})
    starts = [plain.sentences[place].start for place in places if plain.sentences]
    divisions = tuple(
        Division(DivisionKind.PARAGRAPH, Span(*bounds), labels.get(place, ""))
        for place, bounds in zip(places, pairwise([*starts, len(plain.witness.text)]), strict=False)
    )
    return replace(plain, witness=replace(plain.witness, divisions=divisions))


def _halves(line: str) -> tuple[str, ...]:
    words = line.split()
    middle = len(words) // 2
    return tuple(filter(None, (" ".join(words[:middle]), " ".join(words[middle:]))))


def _alone(alignment: Alignment) -> list[tuple[int, ...]]:
    return [bead.seed for bead in alignment.beads if not bead.other]


def _sure(alignment: Alignment, sentence: int) -> float:
    return next(bead.confidence for bead in alignment.beads if sentence in bead.seed)
