import math

import numpy as np
import pytest
from hypothesis import given

from tests.aligners.texts import (
    FIRST,
    SECOND,
    cut,
    few,
    follows,
    pairs,
    sides_are_runs,
    singles,
    texts,
)
from variants.aligners import align_length
from variants.aligners.length import _log_two_tailed
from variants.aligners.order import sort_beads


@given(seed=texts, other=texts)
@few
def test_every_sentence_is_in_one_bead_whatever_the_texts(
    seed: list[str], other: list[str]
) -> None:
    # Alignment refuses anything else.
    alignment = align_length(cut(seed), cut(other, "A"))

    assert sides_are_runs(alignment)
    assert follows(alignment)
    assert sort_beads(alignment.beads) == alignment.beads


@given(text=texts)
@few
def test_a_text_aligns_with_itself_sentence_by_sentence(text: list[str]) -> None:
    alignment = align_length(cut(text), cut(text, "A"))

    assert pairs(alignment.beads) == singles(len(text))


def test_two_translations_of_a_short_letter_are_aligned() -> None:
    alignment = align_length(cut(FIRST), cut(SECOND, "A"))

    assert pairs(alignment.beads) == singles(len(FIRST))


def test_joined_and_split_sentences_are_found_by_their_lengths() -> None:
    other = [*SECOND[:4], f"{SECOND[4]} {SECOND[5]}", *SECOND[6:10], *SECOND[10].split(" that ")]
    alignment = align_length(cut(FIRST[:11]), cut(other, "A"))

    assert ((4, 5), (4,)) in pairs(alignment.beads)
    assert ((10,), (9, 10)) in pairs(alignment.beads)


def test_confidence_is_the_share_of_the_probability_of_all_paths() -> None:
    """One sentence on each side: paired, or left alone, first the one or first the other."""
    share = {"paired": 0.89, "alone": 0.0099}
    tail = float(_log_two_tailed(np.array([math.sqrt(2 * 3 / 6.8)]))[0])
    alone = 2 * (share["alone"] * math.exp(tail)) ** 2

    alignment = align_length(cut(["Oui"]), cut(["Non"], "A"))

    expected = share["paired"] / (share["paired"] + alone)
    assert alignment.beads[0].confidence == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("distance", [0.0, 0.5, 1.0, 2.0, 5.0, 20.0])
def test_the_tail_of_the_normal_curve_is_precise(distance: float) -> None:
    expected = math.erfc(distance / math.sqrt(2))

    assert math.exp(_log_two_tailed(np.array([distance]))[0]) == pytest.approx(expected, rel=1e-2)


def test_texts_of_very_different_size_are_aligned() -> None:
    alignment = align_length(cut(["One."]), cut(["Word."] * 300, "A"))

    assert {bead.shape for bead in alignment.beads} <= {"1:1", "1:2", "0:1"}
