"""Sentences far longer than those of the other side, aligned in pieces.

A whole chapter without a full stop, or a text cut into sentences on one side only, corresponds to
more sentences than any shape of bead has. Cut into pieces it is aligned like any other text, and
then the beads of pieces are joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.constraints import NO_CONSTRAINTS, Constraints, Pair, run_of
from variants.aligners.order import find_crossing
from variants.types.bead import Bead

_TOO_LONG = 12.0
"""Multiple of the median length on the other side; beads of 1:8 are found without cutting."""
_WORD_OR_SIGN = re.compile(r"\s+|(?<=[\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f])")


@dataclass(frozen=True, slots=True)
class SentencePieces:
    """The sentences of one side, the longest ones cut into pieces.

    Attributes:
        texts: The pieces.
        owners: The sentence of each piece, ascending.
    """

    texts: Sequence[str]
    owners: Sequence[int]

    @property
    def cut(self) -> bool:
        """True if any sentence is in several pieces."""
        return len(self.owners) > 0 and self.owners[-1] + 1 < len(self.owners)

    def cuts(self, sentences: Sequence[int]) -> bool:
        """Return True if any of these sentences is in several pieces."""
        return any(len(self.pieces_of(range(sentence, sentence + 1))) > 1 for sentence in sentences)

    def pieces_of(self, sentences: range) -> range:
        """Return the pieces of consecutive sentences."""
        start, stop = sentences.start, sentences.stop
        return range(bisect_left(self.owners, start), bisect_left(self.owners, stop))

    def marks_of(self, marks: Sequence[int]) -> list[int]:
        """Return the mark of each piece: that of its sentence for the first piece, 0 for others."""
        before = (-1, *self.owners)
        return [
            marks[owner] if owner != last else 0
            for owner, last in zip(self.owners, before, strict=False)
        ]

    def owners_of(self, pieces: Sequence[int]) -> tuple[int, ...]:
        """Return the sentences of some pieces."""
        return tuple(sorted({self.owners[piece] for piece in pieces}))


def cut_long_sentences(sentences: Sequence[str], facing: Sequence[str]) -> SentencePieces:
    """Cut sentences that are far longer than the median of the other side to about that length."""
    usual = max(1.0, float(np.median([len(sentence) for sentence in facing])))
    texts, owners = [], []
    for number, sentence in enumerate(sentences):
        count = round(len(sentence) / usual) if len(sentence) > _TOO_LONG * usual else 1
        found = _cut(sentence, count) if count > 1 else [sentence]
        texts += found
        owners += [number] * len(found)
    return SentencePieces(texts, owners)


def _cut(sentence: str, count: int) -> list[str]:
    """Cut a sentence between words into at most ``count`` pieces of similar length."""
    borders = [match.end() for match in _WORD_OR_SIGN.finditer(sentence)]
    step = len(sentence) / count
    cuts, due = [0], step
    for border in borders:
        if border >= due and border < len(sentence):
            cuts.append(border)
            due = (border // step + 1) * step
    return [sentence[start:end] for start, end in zip(cuts, [*cuts[1:], None], strict=True)]


def constraints_of_pieces(
    constraints: Constraints, seed: SentencePieces, other: SentencePieces
) -> Constraints:
    """Return the constraints on sentences as constraints on their pieces."""

    def pieces(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        return tuple((seed.pieces_of(first), other.pieces_of(second)) for first, second in pairs)

    if not seed.cut and not other.cut:
        return constraints
    return Constraints(pieces(constraints.forced), pieces(constraints.forbidden))


def join_pieces(
    beads: Sequence[Bead],
    seed: SentencePieces,
    other: SentencePieces,
    constraints: Constraints = NO_CONSTRAINTS,
) -> list[Bead]:
    """Convert beads of pieces to beads of sentences, in any order.

    Beads that share a sentence become one, with everything between them. Its confidence is the
    lower one of the beads at its ends. A moved piece of a sentence does not move the sentence.

    Args:
        beads: Beads of pieces, in order.
        seed: The pieces on the side of the seed.
        other: The pieces on the other side.
        constraints: Constraints on beads of sentences; forced beads are kept.
    """
    if not seed.cut and not other.cut:
        return list(beads)
    owned = [
        Bead(seed.owners_of(bead.seed), other.owners_of(bead.other), bead.confidence, bead.moved)
        for bead in beads
    ]
    owned = [bead for bead in owned if constraints.allows(run_of(bead.seed), run_of(bead.other))]
    joined = [one for group in _groups(owned) for one in _hulls(group, constraints)]
    forced = [Bead(tuple(first), tuple(second), 1.0) for first, second in constraints.forced]
    settled = [*joined, *forced]
    free = (
        _free(seed, (bead.seed for bead in settled)),
        _free(other, (bead.other for bead in settled)),
    )
    elsewhere = [bead for bead in forced if bead.seed and bead.other]
    for bead in owned:
        if (
            bead.moved
            and free[0].issuperset(bead.seed)
            and free[1].issuperset(bead.other)
            and not seed.cuts(bead.seed)
            and not other.cuts(bead.other)
        ):
            elsewhere.append(bead)
            free[0].difference_update(bead.seed)
            free[1].difference_update(bead.other)
    forced_unmatched = [bead for bead in forced if not (bead.seed and bead.other)]
    unmatched = _unmatched(owned, free)
    return [*joined, *_mark_moved(joined, elsewhere), *forced_unmatched, *unmatched]


def _groups(owned: Iterable[Bead]) -> list[list[Bead]]:
    """Group the beads with two sides by sentences that they share."""
    groups: list[list[Bead]] = []
    for bead in owned:
        if not bead.seed or not bead.other or bead.moved:
            continue
        last = groups[-1][-1] if groups else None
        if last and (last.seed[-1] == bead.seed[0] or last.other[-1] == bead.other[0]):
            groups[-1].append(bead)
        else:
            groups.append([bead])
    return groups


def _hull(group: Sequence[Bead]) -> Bead:
    """Return one bead from the first sentence to the last, on both sides."""
    first, last = group[0], group[-1]
    return Bead(
        tuple(range(first.seed[0], last.seed[-1] + 1)),
        tuple(range(first.other[0], last.other[-1] + 1)),
        min(first.confidence, last.confidence),
    )


def _hulls(group: Sequence[Bead], constraints: Constraints) -> Iterator[Bead]:
    """Yield one bead, or if that is not allowed, the longest allowed one and the rest."""
    whole = _hull(group)
    if constraints.allows(run_of(whole.seed), run_of(whole.other)):
        yield whole
        return
    first, end = _longest_allowed(group, constraints)
    longest = _hull(group[first:end])
    yield longest
    for rest in (group[:first], group[end:]):
        disjoint = [
            bead
            for bead in rest
            if set(bead.seed).isdisjoint(longest.seed) and set(bead.other).isdisjoint(longest.other)
        ]
        if disjoint:
            yield from _hulls(disjoint, constraints)


def _longest_allowed(group: Sequence[Bead], constraints: Constraints) -> tuple[int, int]:
    """Return the bounds of the most consecutive beads that may be joined."""
    best, first = (0, 1), 0
    for end in range(1, len(group) + 1):
        hull = _hull(group[first:end])
        while not constraints.allows(run_of(hull.seed), run_of(hull.other)):
            first += 1
            hull = _hull(group[first:end])
        best = max(best, (first, end), key=lambda window: window[1] - window[0])
    return best


def _mark_moved(ascending: Sequence[Bead], added: Sequence[Bead]) -> list[Bead]:
    """Return the added beads, moved where they cross those that ascend."""
    moved = find_crossing(
        sorted((bead.seed[0], bead.other[0]) for bead in ascending),
        [(bead.seed[0], bead.other[0]) for bead in added],
    )
    return [replace(bead, moved=crosses) for bead, crosses in zip(added, moved, strict=True)]


def _free(pieces: SentencePieces, taken: Iterable[tuple[int, ...]]) -> set[int]:
    """Return the sentences that are in no bead yet."""
    return set(pieces.owners).difference(*taken)


def _unmatched(owned: Sequence[Bead], free: tuple[set[int], set[int]]) -> list[Bead]:
    """Return the free sentences as beads, with the least confidence of their pieces."""
    confidences: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for bead in owned:
        for side, sentences in enumerate((bead.seed, bead.other)):
            # A piece with a counterpart is evidence that its sentence is not unmatched.
            confidence = 0.0 if bead.seed and bead.other else bead.confidence
            for sentence in sentences:
                known = confidences[side].get(sentence, 1.0)
                confidences[side][sentence] = min(confidence, known)
    omissions = [Bead((i,), (), confidences[0][i]) for i in sorted(free[0])]
    return [*omissions, *(Bead((), (j,), confidences[1][j]) for j in sorted(free[1]))]
