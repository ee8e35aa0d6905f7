"""The one order in which beads stand in an alignment, and which of them stand elsewhere."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable

from variants.types.alignment import Bead


def in_order(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Put beads in the order of the seed, each addition where the other witness has it.

    A bead that holds sentences of the seed stands at the place of its first one, moved or
    not. An addition follows the bead of the sentence before it in the other witness, behind
    the additions that stand there already; before all others when it opens that witness.
    """
    kept = list(beads)
    place = {j: bead.seed[0] for bead in kept if bead.seed for j in bead.other}
    for j in sorted(bead.other[0] for bead in kept if not bead.seed):
        place[j] = place.get(j - 1, -1)
    return tuple(sorted(kept, key=lambda bead: _key(bead, place)))


def _key(bead: Bead, place: dict[int, int]) -> tuple[int, int]:
    if bead.seed:
        return bead.seed[0], -1
    return place[bead.other[0]], bead.other[0]


def which_cross(rising: Iterable[tuple[int, int]], more: Iterable[tuple[int, int]]) -> list[bool]:
    """Whether each of some beads more crosses one that rises with the others.

    One that crosses none rises with them, and those behind it may cross it.

    Args:
        rising: The first sentences of beads that rise on both sides, in order.
        more: The first sentences of other beads with two sides, in any order.
    """
    pairs = list(rising)
    tops, lefts = [top for top, _ in pairs], [left for _, left in pairs]
    cross = []
    for top, left in more:
        row, column = bisect(tops, top), bisect(lefts, left)
        if row == column:
            tops.insert(row, top)
            lefts.insert(column, left)
        cross.append(row != column)
    return cross
