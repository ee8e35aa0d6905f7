"""Alignment of texts whose file pairs their sentences, such as the columns of a table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from variants.aligners.order import sort_beads
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.segmentation import Segmentation


def are_paired(seed: Segmentation, other: Segmentation) -> bool:
    """Return True if the sentences of both are rows of the same table, each with its label."""
    return (
        bool(seed.witness.units)
        and seed.witness.units == other.witness.units
        and _labels(seed) is not None
        and _labels(other) is not None
    )


def align_units(seed: Segmentation, other: Segmentation) -> Alignment:
    """Return the alignment in which sentences of one row belong together."""
    return Alignment(seed, other, sort_beads(_beads(_labels(seed) or {}, _labels(other) or {})))


def _beads(seed: dict[str, int], other: dict[str, int]) -> Iterator[Bead]:
    pairs = [(number, other[label]) for label, number in seed.items() if label in other]
    in_order = _longest_ascending([counterpart for _, counterpart in pairs])
    for label, number in seed.items():
        counterpart = (other[label],) if label in other else ()
        yield Bead((number,), counterpart, 1.0, moved=bool({*counterpart} - in_order))
    for label, number in other.items():
        if label not in seed:
            yield Bead((), (number,), 1.0)


def _longest_ascending(numbers: Sequence[int]) -> set[int]:
    """Return the most of these different numbers that ascend."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    kept = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _labels(cut: Segmentation) -> dict[str, int] | None:
    """Return the sentences by the labels of their divisions; ``None`` if some have none."""
    divisions = cut.witness.divisions
    labels = {division.label: number for number, division in enumerate(divisions)}
    whole = len(labels) == len(divisions) == len(cut.sentences)
    return labels if whole and "" not in labels else None
