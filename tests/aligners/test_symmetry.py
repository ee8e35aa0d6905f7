"""The choice of the seed changes an alignment as little as possible."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aligners.texts import FIRST, SECOND, cut, few, filled
from variants.aligners import align_likelihood
from variants.aligners.likelihood.band import Band, round_anchors
from variants.aligners.likelihood.candidates import find_candidates
from variants.aligners.likelihood.features import encode
from variants.aligners.likelihood.model import measure_lengths, weigh
from variants.aligners.likelihood.rates import first_rates

_JOINED = (*SECOND[:7], f"{SECOND[7][:-1]}, and {SECOND[8]}", *SECOND[9:])
_OTHERS = {
    "as many": SECOND,
    "two joined": _JOINED,
    "one missing": (*SECOND[:10], *SECOND[11:]),
    "two changed places": (*SECOND[12:], *SECOND[:12]),
    "the first half": SECOND[:12],
}


@pytest.mark.parametrize("name", _OTHERS)
def test_the_same_sentences_are_aligned_whichever_text_is_the_seed(name: str) -> None:
    there = align_likelihood(cut(FIRST), cut(_OTHERS[name], "A"))
    back = align_likelihood(cut(_OTHERS[name]), cut(FIRST, "A"))

    assert {(bead.seed, bead.other) for bead in there.beads} == {
        (bead.other, bead.seed) for bead in back.beads
    }
    assert there.relatedness == pytest.approx(back.relatedness)


@given(seed=filled, other=filled)
@few
def test_the_same_pairs_are_candidates(seed: list[str], other: list[str]) -> None:
    first, second = encode(seed, other)

    there = find_candidates(first, second, weigh(first, second, first_rates(first, second)))
    back = find_candidates(second, first, weigh(second, first, first_rates(second, first)))

    pairs = sorted(zip(there.seed.tolist(), there.other.tolist(), strict=True))
    assert pairs == sorted(zip(back.other.tolist(), back.seed.tolist(), strict=True))


@given(
    anchors=st.sets(st.integers(0, 9), max_size=5),
    others=st.sets(st.integers(0, 14), max_size=5),
    margin=st.integers(0, 3),
)
@few
def test_the_same_cells_are_searched(anchors: set[int], others: set[int], margin: int) -> None:
    count = min(len(anchors), len(others))
    rows = np.array(sorted(anchors)[:count], np.int64)
    columns = np.array(sorted(others)[:count], np.int64)

    there = round_anchors((rows, columns), 10, 15, margin)
    back = round_anchors((columns, rows), 15, 10, margin)

    assert _cells(there) == {(j, i) for i, j in _cells(back)}


def test_lengths_are_measured_in_the_same_way() -> None:
    first, second = encode(FIRST, SECOND)
    every = np.arange(len(FIRST))

    there = measure_lengths(first, second, (every, every))
    back = measure_lengths(second, first, (every, every))

    assert (there.spread, there.random) == pytest.approx((back.spread, back.random))
    assert there.centre == pytest.approx(-back.centre)


def _cells(band: Band) -> set[tuple[int, int]]:
    rows, columns = band.places(0, band.rows + 1)
    return set(zip(rows.tolist(), columns.tolist(), strict=True))
