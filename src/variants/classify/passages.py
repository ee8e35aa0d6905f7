"""Rows for reports: the smallest sets of seed sentences that no bead crosses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variants.types import Alignment, Bead, Rendering


@dataclass(frozen=True, slots=True)
class Row:
    """A passage before its places of the apparatus are known.

    Attributes:
        label: As ``Passage.label``.
        sentences: Of the seed, counted from 0; empty for an added passage.
        renderings: As ``Passage.renderings``.
        after: For an added passage, how many of the seed's sentences stand before it.
    """

    label: str
    sentences: tuple[int, ...]
    renderings: tuple[Rendering, ...]
    after: int


def cut_passages(alignments: Sequence[Alignment], sentences: int) -> tuple[Row, ...]:
    """The passages of a seed with so many sentences, its alignments in the order of sigla.

    An added passage stands after the passage that holds the counterpart of the sentence
    before it in its witness; moved sentences are no landmarks for that.
    """
    cuts = _cuts(alignments, sentences)
    beads_at = [_beads_by_sentence(alignment) for alignment in alignments]
    rows = [
        Row(_label(start, end), tuple(range(start, end)), _renderings(beads_at, start, end), end)
        for start, end in pairwise(cuts)
    ]
    return tuple(sorted([*rows, *_added(alignments, rows)], key=_in_order))


def _cuts(alignments: Sequence[Alignment], sentences: int) -> list[int]:
    """Borders between seed sentences that no bead of any witness crosses, both ends included."""
    crossed = {
        border
        for alignment in alignments
        for bead in alignment.beads
        if bead.base
        for border in range(bead.base[0] + 1, bead.base[-1] + 1)
    }
    return [border for border in range(sentences + 1) if border not in crossed]


def _label(start: int, end: int) -> str:
    return str(end) if end - start == 1 else f"{start + 1}–{end}"


def _beads_by_sentence(alignment: Alignment) -> tuple[str, dict[int, Bead]]:
    """A witness's siglum, and its beads by the first seed sentence in them."""
    beads = {bead.base[0]: bead for bead in alignment.beads if bead.base}
    return alignment.other.witness.siglum, beads


def _renderings(
    beads_at: Sequence[tuple[str, dict[int, Bead]]], start: int, end: int
) -> tuple[Rendering, ...]:
    renderings = []
    for siglum, by_sentence in beads_at:
        beads = tuple(by_sentence[i] for i in range(start, end) if i in by_sentence)
        held = sorted(j for bead in beads for j in bead.other)
        renderings.append(Rendering(siglum, tuple(held), beads))
    return tuple(renderings)


def _added(alignments: Sequence[Alignment], rows: Sequence[Row]) -> list[Row]:
    end_of = {sentence: row.after for row in rows for sentence in row.sentences}
    numbers: dict[int, int] = {}
    added = []
    for alignment in alignments:
        after = 0
        for bead in sorted((b for b in alignment.beads if b.other), key=lambda b: b.other):
            if not bead.base:
                numbers[after] = numbers.get(after, 0) + 1
                rendering = Rendering(alignment.other.witness.siglum, bead.other, (bead,))
                added.append(Row(f"{after}+{numbers[after]}", (), (rendering,), after))
            elif not bead.moved:
                after = end_of[bead.base[-1]]
    return added


def _in_order(row: Row) -> tuple[int, int, int]:
    return row.after, len(row.sentences) == 0, int(row.label.partition("+")[2] or 0)
