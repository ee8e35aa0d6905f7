from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from variants.aligners.constraints import Constraints, Pair

_runs = st.builds(
    lambda start, count: range(start, start + count), st.integers(0, 9), st.integers(1, 3)
)


_pairs: st.SearchStrategy[list[Pair]] = st.lists(st.tuples(_runs, _runs), max_size=3)


@st.composite
def _constraints(draw: st.DrawFn) -> Constraints:
    """Draw any consistent constraints."""
    try:
        return Constraints(tuple(draw(_pairs)), tuple(draw(_pairs)))
    except ValueError:
        assume(False)  # noqa: FBT003 - as hypothesis has it
        raise


@given(constraints=_constraints(), seed=_runs, other=_runs)
def test_a_bead_is_allowed_if_it_breaks_no_constraint(
    constraints: Constraints, seed: range, other: range
) -> None:
    bound = any(
        not set(seed).isdisjoint(first) or not set(other).isdisjoint(second)
        for first, second in constraints.forced
    )
    apart = any(
        not set(seed).isdisjoint(first) and not set(other).isdisjoint(second)
        for first, second in constraints.forbidden
    )

    assert constraints.allows(seed, other) is not (bound or apart)


@given(constraints=_constraints(), height=st.integers(1, 3), width=st.integers(1, 3))
def test_many_beads_are_allowed_as_each_of_them_is(
    constraints: Constraints, height: int, width: int
) -> None:
    cells = [(row, column) for row in range(9) for column in range(9)]
    rows, columns = np.array(cells).T

    found = constraints.allowed(rows, columns, height, width)

    assert found.tolist() == [
        constraints.allows(range(row, row + height), range(column, column + width))
        for row, column in cells
    ]


def test_contradictory_constraints_are_refused() -> None:
    with pytest.raises(ValueError, match="in two forced beads"):
        Constraints(forced=((range(2), range(1)), (range(1, 2), range(4, 5))))
    with pytest.raises(ValueError, match="is forbidden"):
        Constraints(forced=((range(2), range(1)),), forbidden=((range(1, 2), range(1)),))
