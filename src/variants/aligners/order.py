"""The one order in which beads stand in an alignment."""

from __future__ import annotations

from collections.abc import Iterable

from variants.types import Bead


def in_order(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Put beads in the order of the base, each addition where the other witness has it.

    A bead that holds sentences of the base stands at the place of its first one, moved or
    not. An addition follows the bead of the sentence before it in the other witness, behind
    the additions that stand there already; before all others when it opens that witness.
    """
    kept = list(beads)
    place = {j: bead.base[0] for bead in kept if bead.base for j in bead.other}
    for j in sorted(bead.other[0] for bead in kept if not bead.base):
        place[j] = place.get(j - 1, -1)
    return tuple(sorted(kept, key=lambda bead: _key(bead, place)))


def _key(bead: Bead, place: dict[int, int]) -> tuple[int, int]:
    if bead.base:
        return bead.base[0], -1
    return place[bead.other[0]], bead.other[0]
