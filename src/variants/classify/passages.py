"""Passages, the rows of reports: minimal sets of seed sentences that no bead crosses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variants.languages import fold
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.collation import Rendering

_SAME_ADDITION = 0.5  # Share of words in common above which two additions are versions of one.
_AHEAD = 8  # Most additions of another witness skipped when looking for a version of one.
# Enough to compare additions; scripts without spaces are compared by character.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage before its places of the apparatus are known.

    Attributes:
        label: As ``Passage.label``.
        sentences: Seed sentences, counted from 0; empty for an added passage.
        renderings: As ``Passage.renderings``.
        after: For an added passage, number of seed sentences before it.
    """

    label: str
    sentences: tuple[int, ...]
    renderings: tuple[Rendering, ...]
    after: int


@dataclass(frozen=True, slots=True)
class _Addition:
    """Addition in one witness, with its folded words counted."""

    rendering: Rendering
    words: Counter[str]


def cut_passages(alignments: Sequence[Alignment], sentences: int) -> tuple[PassageRow, ...]:
    """Return the passages of a seed with ``sentences`` sentences, in order.

    An added passage follows the passage with the counterpart of the sentence before it in
    its witness, moved sentences aside. Additions of several witnesses at one point are one
    passage if they share most of their words.

    Args:
        alignments: Alignment of each witness, in the order of sigla.
        sentences: Number of seed sentences.
    """
    cuts = _cuts(alignments, sentences)
    beads_at = [_beads_by_sentence(alignment) for alignment in alignments]
    rows = [
        PassageRow(
            _label(start, end), tuple(range(start, end)), _renderings(beads_at, start, end), end
        )
        for start, end in pairwise(cuts)
    ]
    return tuple(sorted([*rows, *_added(alignments, rows)], key=_in_order))


def _cuts(alignments: Sequence[Alignment], sentences: int) -> list[int]:
    """Return the borders between seed sentences that no bead crosses, including both ends."""
    crossed = {
        border
        for alignment in alignments
        for bead in alignment.beads
        if bead.seed
        for border in range(bead.seed[0] + 1, bead.seed[-1] + 1)
    }
    return [border for border in range(sentences + 1) if border not in crossed]


def _label(start: int, end: int) -> str:
    return str(end) if end - start == 1 else f"{start + 1}–{end}"


def _beads_by_sentence(alignment: Alignment) -> tuple[str, dict[int, Bead]]:
    """Return a witness's siglum, and its beads by their first seed sentence."""
    beads = {bead.seed[0]: bead for bead in alignment.beads if bead.seed}
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


def _added(alignments: Sequence[Alignment], rows: Sequence[PassageRow]) -> list[PassageRow]:
    """Return a row for each addition of one or several witnesses."""
    end_of = {sentence: row.after for row in rows for sentence in row.sentences}
    points: dict[int, list[list[_Addition]]] = {}
    for alignment in alignments:
        for after, additions in _additions(alignment, end_of).items():
            points[after] = _merged(points.get(after, []), additions)
    return [
        PassageRow(f"{after}+{number}", (), tuple(one.rendering for one in together), after)
        for after, groups in points.items()
        for number, together in enumerate(groups, 1)
    ]


def _additions(alignment: Alignment, end_of: Mapping[int, int]) -> dict[int, list[_Addition]]:
    """Return the additions of a witness in order, by the number of seed sentences before them."""
    other = alignment.other
    found: dict[int, list[_Addition]] = {}
    after = 0
    for bead in sorted((b for b in alignment.beads if b.other), key=lambda b: b.other):
        if not bead.seed:
            text = " ".join(other.text_of(sentence) for sentence in bead.other)
            words = Counter(map(fold, _WORD.findall(text) or text.split()))
            rendering = Rendering(other.witness.siglum, bead.other, (bead,))
            found.setdefault(after, []).append(_Addition(rendering, words))
        elif not bead.moved:
            after = end_of[bead.seed[-1]]
    return found


def _merged(groups: list[list[_Addition]], additions: list[_Addition]) -> list[list[_Addition]]:
    """Merge the additions of another witness into groups of versions, or into new groups.

    Both orders are kept, and only a few groups are compared with each addition, so that the
    cost is linear even if whole texts are added.
    """
    merged: list[list[_Addition]] = []
    fresh: list[list[_Addition]] = []
    at = 0
    for addition in additions:
        near = range(at, min(at + _AHEAD, len(groups)))
        best = max(near, key=lambda n: (_similarity(addition, groups[n]), -n), default=at)
        if best in near and _similarity(addition, groups[best]) > _SAME_ADDITION:
            merged += [*groups[at:best], *fresh, [*groups[best], addition]]
            fresh, at = [], best + 1
        else:
            fresh.append([addition])
    return [*merged, *groups[at:], *fresh]


def _similarity(addition: _Addition, group: list[_Addition]) -> float:
    """Return the highest Dice coefficient of its words with an addition of the group."""
    return max(
        2 * (addition.words & one.words).total() / max(1, (addition.words + one.words).total())
        for one in group
    )


def _in_order(row: PassageRow) -> tuple[int, int, int]:
    return row.after, len(row.sentences) == 0, int(row.label.partition("+")[2] or 0)
