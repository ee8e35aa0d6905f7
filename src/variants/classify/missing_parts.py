"""Parts of the seed for which a witness has no text: fragments, excerpts, chapters left out."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby

from variants.types.alignment import Alignment
from variants.types.missing_part import MissingPart

_MOST_NEEDED = 4  # Sentences at an edge that are a part in any text; in a short text fewer are:
_SHARE_NEEDED = 0.2  # this share of it, and at least
_FEWEST_NEEDED = 2
_INSIDE = 1  # Sentences that a part needs besides if it is not at an edge.
_BY_CHANCE = 0.05  # Expected number of runs by chance from which one is not a part.
_ADDED = 0.1  # Sentences in its place, for each of the part, from which it is another version.
_MOVED = 0.1  # Share of its sentences that may have a counterpart elsewhere.
_UNRELATED = 0.2  # Relatedness under which there is nothing to learn from omissions.


def find_missing_parts(alignment: Alignment) -> tuple[MissingPart, ...]:
    """Return the parts of the seed for which a witness has no text, in order.

    A run of sentences without a counterpart is a part if it is longer than single omissions
    explain: their share in the rest of the text would have to repeat too often. Sentences that
    the witness has in place of it are another version, not a missing part.
    """
    count = len(alignment.seed.sentences)
    lost = {i for bead in alignment.beads if not bead.other for i in bead.seed}
    if len(lost) == count or alignment.relatedness < _UNRELATED:
        return ()
    runs = list(_runs(lost, {i for bead in alignment.beads if bead.moved for i in bead.seed}))
    edges = [run for run in runs if run.start == 0 or run.stop == count]
    inside = count - sum(map(len, edges))
    omitted = len(lost) - sum(map(len, edges))
    needed = max(_FEWEST_NEEDED, min(_MOST_NEEDED, math.ceil(_SHARE_NEEDED * count)))
    replaced = _added(alignment)
    siglum = alignment.other.witness.siglum
    parts = []
    for run in runs:
        at_edge = run in edges
        if len(run) < needed + (0 if at_edge else _INSIDE):
            continue
        elsewhere = (omitted, inside) if at_edge else (omitted - len(run), inside - len(run))
        share = (max(0, elsewhere[0]) + 0.5) / (elsewhere[1] + 1)
        starts = 1.0 if at_edge else count * (1 - share)
        chance = starts * share ** len(run)
        if chance < _BY_CHANCE and replaced.get(run.start, 0) <= _ADDED * len(run):
            parts.append(MissingPart(siglum, run.start, run.stop - 1))
    return tuple(parts)


def _runs(lost: AbstractSet[int], moved: AbstractSet[int]) -> Iterator[range]:
    """Yield runs of sentences without a counterpart, with few others whose counterpart moved."""
    for _, members in groupby(enumerate(sorted(lost | moved)), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in members]
        while numbers and numbers[0] in moved:
            del numbers[0]
        while numbers and numbers[-1] in moved:
            del numbers[-1]
        if sum(number in moved for number in numbers) <= _MOVED * len(numbers) and numbers:
            yield range(numbers[0], numbers[-1] + 1)


def _added(alignment: Alignment) -> dict[int, int]:
    """Return the number of sentences that the witness has in place of each run, by its start.

    They are the added sentences between the counterparts of the sentences around the run.
    """
    pairs = sorted(
        (bead.seed[0], bead.seed[-1], bead.other[0], bead.other[-1])
        for bead in alignment.beads
        if bead.seed and bead.other and not bead.moved
    )
    added = sorted(j for bead in alignment.beads if not bead.seed for j in bead.other)
    count, length = len(alignment.seed.sentences), len(alignment.other.sentences)
    found = {}
    before = (-1, -1)  # Last sentences on both sides.
    for _, last, left, right in [*pairs, (count, count, length, length)]:
        found[before[0] + 1] = bisect_left(added, left) - bisect_right(added, before[1])
        before = (last, right)
    return found
