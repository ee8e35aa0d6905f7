"""Candidates: pairs of phrases of an area that may be one difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variants.classify.cutting.area_table import AreaTable, Doubles, Flags, Numbers, Tokens

_MOST_CROSSING = 0.6  # Links that a cut may part.
_MOST_OUTSIDE = 0.8  # Links from the words of a candidate to words outside of it.
_MOST_WORDS = 8  # On either side.
_MOST_TOKENS = 10  # On either side, punctuation included.
_PLACES_AT_A_TIME = 2_000  # From each, up to 120 phrases begin.


@dataclass(frozen=True, slots=True)
class PhrasePairs:
    """Pairs of phrases; either may be empty, as in an omission.

    Each array has the shape (pairs,).

    Attributes:
        table: Their areas.
        area: Number of the area of each.
        i: First token of the seed, counted from the area's first.
        j: Token after the last of the seed.
        k: First token of the other side, counted in the same way.
        l: Token after the last of the other side.
    """

    table: AreaTable
    area: Numbers
    i: Numbers
    j: Numbers
    k: Numbers
    l: Numbers  # noqa: E741 - the fourth of i, j, k, l

    def where(self, kept: Flags) -> PhrasePairs:
        """Return the pairs with True in an array of shape (pairs,)."""
        columns = (self.area, self.i, self.j, self.k, self.l)
        return PhrasePairs(self.table, *(column[kept] for column in columns))

    def seed_places(self) -> tuple[Numbers, Numbers]:
        """Return the index of the seed's first token in the table, and after the last."""
        at = self.table.seed.at[self.area]
        return at + self.i, at + self.j

    def other_places(self) -> tuple[Numbers, Numbers]:
        """Return the index of the other's first token in the table, and after the last."""
        at = self.table.other.at[self.area]
        return at + self.k, at + self.l

    def cell(self, row: Numbers, column: Numbers) -> Numbers:
        """Return the cell of two tokens of each area; -1 is the token before it."""
        width = self.table.columns[self.area] + 2
        cell: Numbers = self.table.cells_at[self.area] + (row + 1) * width + column + 1
        return cell

    def place(self, row: Numbers, column: Numbers) -> Numbers:
        """Return the place in tables of sums, before two tokens of each area."""
        return self._first_place(row) + column

    def _first_place(self, row: Numbers) -> Numbers:
        """Return the place before a token of the seed and all tokens of the other side."""
        width = self.table.columns[self.area] + 1
        place: Numbers = self.table.sums_at[self.area] + row * width
        return place

    def borders(self) -> tuple[Numbers, Numbers]:
        """Return the places at which each begins and ends."""
        return self.place(self.i, self.k), self.place(self.j, self.l)

    def inside(self, sums: Doubles) -> Doubles:
        """Return the sum over the cells of each pair, from sums made by ``AreaTable.sums``."""
        return self.between(sums, self.i, self.j, self.k, self.l)

    def between(self, sums: Doubles, i: Numbers, j: Numbers, k: Numbers, last: Numbers) -> Doubles:
        """Return the sum over the cells from seed ``i`` to ``j``, other ``k`` to ``last``."""
        above, below = self._first_place(i), self._first_place(j)
        upper: Doubles = sums[above + last] - sums[above + k]
        lower: Doubles = sums[below + last] - sums[below + k]
        return lower - upper


def list_candidates(table: AreaTable, link_sums: Doubles) -> Iterator[PhrasePairs]:
    """Yield all candidates that part few links, begin and end with words, and are not long.

    They are in the order of their areas and beginnings, some at a time, since there can be millions
    of spans. No candidate has an equal word at the same end of both sides, or a word that moved.

    Args:
        table: The areas.
        link_sums: Sums of the probabilities of links, from ``AreaTable.sums``, shape (places,).
    """
    for found in _spans_between(table):
        yield _candidates_of(found, link_sums)


def _candidates_of(found: PhrasePairs, link_sums: Doubles) -> PhrasePairs:
    table = found.table
    seed, other = table.seed, table.other
    first, after = found.seed_places()
    first_other, after_other = found.other_places()
    words = _count(seed.is_word, first, after)
    words_other = _count(other.is_word, first_other, after_other)
    kept = (words <= _MOST_WORDS) & (words_other <= _MOST_WORDS) & (words + words_other > 0)
    kept &= _fits(seed, first, after) & _fits(other, first_other, after_other)
    found = found.where(kept)
    both = (found.j > found.i) & (found.l > found.k)
    starts_equal = table.equal[found.cell(found.i, found.k)]
    ends_equal = table.equal[found.cell(found.j - 1, found.l - 1)]
    found = found.where(~(both & (starts_equal | ends_equal)))
    mine, theirs = outside(found, link_sums)
    return found.where(mine + theirs <= _MOST_OUTSIDE)


def outside(found: PhrasePairs, link_sums: Doubles) -> tuple[Doubles, Doubles]:
    """Return the sum of the links from each side's words to words outside of the candidate.

    Args:
        found: The candidates.
        link_sums: Sums of the probabilities of links, from ``AreaTable.sums``.

    Returns:
        Sums for the seed and for the other side, each of shape (candidates,).
    """
    inside = found.inside(link_sums)
    sides = (found.table.seed, found.seed_places()), (found.table.other, found.other_places())
    mine, theirs = (np.maximum(_count(side.mass, *places) - inside, 0.0) for side, places in sides)
    return mine, theirs


def _spans_between(table: AreaTable) -> Iterator[PhrasePairs]:
    """Yield all pairs of places of an area at which a cut parts few links."""
    fits = table.crossing <= _MOST_CROSSING
    places = np.flatnonzero(fits)
    for start in range(0, len(places), _PLACES_AT_A_TIME):
        yield _spans_from(table, fits, places[start : start + _PLACES_AT_A_TIME])


def _spans_from(table: AreaTable, fits: Flags, places: Numbers) -> PhrasePairs:
    """Return all pairs of one of these places and a later place that fits."""
    area = np.searchsorted(table.sums_at, places, side="right") - 1
    width = table.columns[area] + 1
    i, k = np.divmod(places - table.sums_at[area], width)
    across = np.minimum(table.columns[area] - k, _MOST_TOKENS) + 1
    count = (np.minimum(table.rows[area] - i, _MOST_TOKENS) + 1) * across
    start = np.repeat(np.arange(len(places)), count)
    step = np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count)
    down, right = np.divmod(step, across[start])
    good = (step > 0) & fits[places[start] + down * width[start] + right]
    start, down, right = start[good], down[good], right[good]
    return PhrasePairs(table, area[start], i[start], i[start] + down, k[start], k[start] + right)


def _fits(side: Tokens, first: Numbers, after: Numbers) -> Flags:
    """Return True for phrases without moved words that begin and end with a word, or are empty."""
    empty = first == after
    words = (side.is_word[first] > 0) & (side.is_word[after - 1] > 0)
    fits: Flags = empty | (words & (_count(side.moved, first, after) == 0))
    return fits


def _count(
    column: npt.NDArray[np.int64] | Doubles, first: Numbers, after: Numbers
) -> npt.NDArray[np.float64]:
    """Return the sum of a column over each phrase."""
    sums = np.concatenate([[0.0], np.cumsum(column)])
    found: Doubles = sums[after] - sums[first]
    return found
