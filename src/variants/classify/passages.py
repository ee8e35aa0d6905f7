"""Rows for reports: the smallest sets of seed sentences that no bead crosses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variants.languages import fold
from variants.types.alignment import Alignment, Bead
from variants.types.collation import Rendering

_MOST = 0.5  # What shares more of its words than that is a version of the same addition.
_AHEAD = 8  # Additions that another witness may have between; more are told apart.
# Enough to see whether two additions are alike; scripts that part no words go letter by letter.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class PassageRow:
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


@dataclass(frozen=True, slots=True)
class _Addition:
    """What one witness adds, and its words, folded."""

    rendering: Rendering
    words: Counter[str]


def cut_passages(alignments: Sequence[Alignment], sentences: int) -> tuple[PassageRow, ...]:
    """The passages of a seed with so many sentences, its alignments in the order of sigla.

    An added passage stands after the passage that holds the counterpart of the sentence
    before it in its witness; moved sentences are no landmarks for that. What several
    witnesses add at one point is one passage if most of its words are the same. What several
    witnesses add at one point is one passage where it shares most of its words.
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
    """Borders between seed sentences that no bead of any witness crosses, both ends included."""
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
    """A witness's siglum, and its beads by the first seed sentence in them."""
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
    """A row for what one or several witnesses add at a point of the seed."""
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
    """What a witness adds, in its order, by the number of the seed's sentences before it."""
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
    """The additions of a further witness, each with what it is a version of or in a new group.

    Both keep their order, and a look ahead of a few groups is enough, so that whole texts
    that were added cost no more than their length.
    """
    merged: list[list[_Addition]] = []
    fresh: list[list[_Addition]] = []
    at = 0
    for addition in additions:
        near = range(at, min(at + _AHEAD, len(groups)))
        best = max(near, key=lambda n: (_likeness(addition, groups[n]), -n), default=at)
        if best in near and _likeness(addition, groups[best]) > _MOST:
            merged += [*groups[at:best], *fresh, [*groups[best], addition]]
            fresh, at = [], best + 1
        else:
            fresh.append([addition])
    return [*merged, *groups[at:], *fresh]


def _likeness(addition: _Addition, group: list[_Addition]) -> float:
    """The share of words that it has in common with the likest of the group (Dice)."""
    return max(
        2 * (addition.words & one.words).total() / max(1, (addition.words + one.words).total())
        for one in group
    )


def _in_order(row: PassageRow) -> tuple[int, int, int]:
    return row.after, len(row.sentences) == 0, int(row.label.partition("+")[2] or 0)
