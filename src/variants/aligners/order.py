"""Order of the beads of an alignment, and detection of crossing beads."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable

from variants.types.bead import Bead


def sort_beads(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Sort beads by the seed, each addition after the sentence before it in the other witness.

    A bead with sentences of the seed is at the place of its first one, moved or not. An addition
    follows the bead of the sentence before it in the other witness and the additions already
    there; it precedes all beads if it opens that witness.
    """
    kept = list(beads)
    place = {j: bead.seed[0] for bead in kept if bead.seed for j in bead.other}
    for j in sorted(bead.other[0] for bead in kept if not bead.seed):
        place[j] = place.get(j - 1, -1)
    return tuple(sorted(kept, key=lambda bead: _sort_key(bead, place)))


def _sort_key(bead: Bead, place: dict[int, int]) -> tuple[int, int]:
    if bead.seed:
        return bead.seed[0], -1
    return place[bead.other[0]], bead.other[0]


def find_crossing(
    ascending: Iterable[tuple[int, int]], added: Iterable[tuple[int, int]]
) -> list[bool]:
    """Return for each added bead whether it crosses a bead that ascends with the others.

    An added bead that crosses none ascends as well, so that later ones are compared with it too.

    Args:
        ascending: First sentences of beads that ascend on both sides, in order.
        added: First sentences of other beads with two sides, in any order.
    """
    pairs = list(ascending)
    tops, lefts = [top for top, _ in pairs], [left for _, left in pairs]
    crossing = []
    for top, left in added:
        row, column = bisect(tops, top), bisect(lefts, left)
        if row == column:
            tops.insert(row, top)
            lefts.insert(column, left)
        crossing.append(row != column)
    return crossing
