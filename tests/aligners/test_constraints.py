from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.aligners.texts import FIRST, SECOND, cut, force
from variants.aligners import ALIGNERS
from variants.aligners.constraints import (
    Constraints,
    Pair,
    constraints_of,
    describe_mismatch,
)
from variants.segmenters import SEGMENTERS
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness

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


@given(constraints=_constraints(), rows=_runs, columns=_runs, seed=_runs, other=_runs)
def test_constraints_on_a_section_are_those_on_its_sentences(
    constraints: Constraints, rows: range, columns: range, seed: range, other: range
) -> None:
    section = constraints.within(range(rows.start, 40), range(columns.start, 40))

    found = section.allows(seed, other)

    moved = (
        range(side.start + by.start, side.stop + by.start)
        for side, by in ((seed, rows), (other, columns))
    )
    assert found is constraints.allows(*moved)
    starts = np.array([seed.start]), np.array([other.start])
    assert section.allowed(*starts, len(seed), len(other)).tolist() == [found]


def test_constraints_outside_a_section_are_left_out() -> None:
    constraints = Constraints(
        forced=((range(2), range(2)), (range(5, 6), range(8, 9))),
        forbidden=((range(3, 5), range(9, 10)), (range(3, 5), range(3, 4))),
    )

    section = constraints.within(range(2, 7), range(2, 7))

    assert section.forced == ((range(3, 4), range(6, 6)),)
    assert section.forbidden == ((range(1, 3), range(1, 2)),)


@given(constraints=_constraints(), seed=_runs, other=_runs)
def test_constraints_on_reversed_texts_are_the_same(
    constraints: Constraints, seed: range, other: range
) -> None:
    found = constraints.reversed(20, 17).allows(
        range(20 - seed.stop, 20 - seed.start), range(17 - other.stop, 17 - other.start)
    )

    assert found is constraints.allows(seed, other)


@given(
    constraints=_constraints(),
    chosen=st.tuples(*[st.sets(st.integers(0, 12), min_size=4)] * 2),
    seed=st.integers(0, 3),
    other=st.integers(0, 3),
)
def test_forbidden_pairs_of_chosen_sentences_are_kept(
    constraints: Constraints, chosen: tuple[set[int], set[int]], seed: int, other: int
) -> None:
    sentences = [np.array(sorted(side)) for side in chosen]
    constraints = Constraints(forbidden=constraints.forbidden)

    found = constraints.part(*sentences).allows(range(seed, seed + 1), range(other, other + 1))

    row, column = int(sentences[0][seed]), int(sentences[1][other])
    assert found is constraints.allows(range(row, row + 1), range(column, column + 1))


def test_a_link_that_fits_has_no_mismatch() -> None:
    seed, other = cut(FIRST), cut(SECOND, "A")

    assert describe_mismatch(force(seed, other, (4,), (5, 6)), seed, other) == ""


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


def _with_notes(text: str, notes: str) -> Segmentation:
    whole = f"{text}\n\n{notes}"
    divisions = [Division(DivisionKind.PARAGRAPH, Span(0, len(text)))]
    if notes:
        divisions.append(Division(DivisionKind.NOTE, Span(len(text) + 2, len(whole))))
    return SEGMENTERS["sentences"](Witness("A", whole, tuple(divisions)))


_LINK = SentenceLink(LinkKind.FORCED, "A", (SentenceMark(1, "See the"),), (SentenceMark(1, "Two"),))


def test_notes_at_the_end_share_no_bead_with_the_main_text() -> None:
    seed = _with_notes("One.", "See the letter. And another.")
    other = _with_notes("One. Two.", "See a letter.")

    apart, _ = constraints_of((), seed, other)
    linked, _ = constraints_of((_LINK,), seed, other)

    assert apart.forbidden == ((range(1), range(2, 3)), (range(1, 3), range(2)))
    assert linked.forbidden == ((range(1), range(2, 3)),)
    assert constraints_of((), _with_notes("One.", ""), _with_notes("Two.", ""))[0].none


@pytest.mark.parametrize("name", ALIGNERS)
def test_an_aligner_pairs_notes_with_notes(name: str) -> None:
    seed = _with_notes("The ferry runs. It is late.", "See the letter of May.")
    other = _with_notes("The ferry runs.", "It is late. See the letter of May.")

    beads = [(bead.seed, bead.other) for bead in ALIGNERS[name](seed, other).beads]

    assert ((2,), (2,)) in beads or ((2,), (1, 2)) in beads
    assert not any(1 in first and 1 in second for first, second in beads)
