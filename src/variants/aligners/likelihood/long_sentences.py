"""Sentences far longer than those they face, aligned in pieces.

A whole chapter without a full stop, or a text cut into sentences on one side only, faces more
sentences than any shape of bead allows. Cut into pieces it is aligned like any other text; then
the pieces' beads are put together again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from variants.aligners.limits import NO_LIMITS, Limits, Pair, run_of
from variants.aligners.order import which_cross
from variants.types.alignment import Bead

_TOO_LONG = 12.0
"""How many times the usual length on the other side: beads of 1:8 are found uncut."""
_WORD_OR_SIGN = re.compile(r"\s+|(?<=[\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f])")


@dataclass(frozen=True, slots=True)
class SentencePieces:
    """The sentences of one side, the longest ones cut.

    Attributes:
        texts: The pieces.
        owners: The sentence that each piece is from; rising.
    """

    texts: Sequence[str]
    owners: Sequence[int]

    @property
    def cut(self) -> bool:
        """Whether any sentence is in several pieces."""
        return len(self.owners) > 0 and self.owners[-1] + 1 < len(self.owners)

    def cuts(self, sentences: Sequence[int]) -> bool:
        """Whether any of these sentences is in several pieces."""
        return any(self.owners.count(sentence) > 1 for sentence in sentences)

    def pieces_of(self, sentences: range) -> range:
        """The pieces of sentences that follow one another."""
        start, stop = sentences.start, sentences.stop
        return range(bisect_left(self.owners, start), bisect_left(self.owners, stop))

    def only_first(self, marks: Sequence[int]) -> list[int]:
        """What each piece begins: the first of a sentence what that begins, the others nothing."""
        before = (-1, *self.owners)
        return [
            marks[owner] if owner != last else 0
            for owner, last in zip(self.owners, before, strict=False)
        ]

    def owners_of(self, pieces: Sequence[int]) -> tuple[int, ...]:
        """The sentences that these pieces are from."""
        return tuple(sorted({self.owners[piece] for piece in pieces}))


def cut_long_sentences(sentences: Sequence[str], facing: Sequence[str]) -> SentencePieces:
    """Cut what is far longer than the sentences on the other side, into about their length."""
    usual = max(1.0, median([len(sentence) for sentence in facing]))
    texts, owners = [], []
    for number, sentence in enumerate(sentences):
        count = round(len(sentence) / usual) if len(sentence) > _TOO_LONG * usual else 1
        found = _cut(sentence, count) if count > 1 else [sentence]
        texts += found
        owners += [number] * len(found)
    return SentencePieces(texts, owners)


def _cut(sentence: str, count: int) -> list[str]:
    """So many pieces of about the same length, between words; fewer where there are no words."""
    borders = [match.end() for match in _WORD_OR_SIGN.finditer(sentence)]
    step = len(sentence) / count
    cuts, due = [0], step
    for border in borders:
        if border >= due and border < len(sentence):
            cuts.append(border)
            due = (border // step + 1) * step
    return [sentence[start:end] for start, end in zip(cuts, [*cuts[1:], None], strict=True)]


def limits_of_pieces(limits: Limits, seed: SentencePieces, other: SentencePieces) -> Limits:
    """The same limits for the pieces of sentences."""

    def pieces(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        return tuple((seed.pieces_of(first), other.pieces_of(second)) for first, second in pairs)

    if not seed.cut and not other.cut:
        return limits
    return Limits(pieces(limits.forced), pieces(limits.apart))


def join_pieces(
    beads: Sequence[Bead], seed: SentencePieces, other: SentencePieces, limits: Limits = NO_LIMITS
) -> list[Bead]:
    """Beads of pieces as beads of sentences; in any order.

    Beads that share a sentence become one, with all that lies between. It is as sure as the
    less sure of the two at its ends. A piece that stands elsewhere is not followed.

    Args:
        beads: In order.
        seed: The pieces that the beads count on the one side.
        other: Those on the other side.
        limits: Which beads of sentences there may be; what is forced stands as it is.
    """
    if not seed.cut and not other.cut:
        return list(beads)
    owned = [
        Bead(seed.owners_of(bead.seed), other.owners_of(bead.other), bead.confidence, bead.moved)
        for bead in beads
    ]
    owned = [bead for bead in owned if limits.allows(run_of(bead.seed), run_of(bead.other))]
    together = [one for group in _groups(owned) for one in _hulls(group, limits)]
    forced = [Bead(tuple(first), tuple(second), 1.0) for first, second in limits.forced]
    settled = [*together, *forced]
    free = (
        _free(seed, (bead.seed for bead in settled)),
        _free(other, (bead.other for bead in settled)),
    )
    elsewhere = [bead for bead in forced if bead.seed and bead.other]
    for bead in owned:
        whole = not seed.cuts(bead.seed) and not other.cuts(bead.other)
        if (
            bead.moved
            and whole
            and free[0].issuperset(bead.seed)
            and free[1].issuperset(bead.other)
        ):
            elsewhere.append(bead)
            free[0].difference_update(bead.seed)
            free[1].difference_update(bead.other)
    left_alone = [bead for bead in forced if not (bead.seed and bead.other)]
    return [*together, *_marked(together, elsewhere), *left_alone, *_alone(owned, free)]


def _groups(owned: Iterable[Bead]) -> list[list[Bead]]:
    """The beads with two sides, those that share a sentence in one group."""
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
    """One bead from the first sentence to the last, on both sides."""
    first, last = group[0], group[-1]
    return Bead(
        tuple(range(first.seed[0], last.seed[-1] + 1)),
        tuple(range(first.other[0], last.other[-1] + 1)),
        min(first.confidence, last.confidence),
    )


def _hulls(group: Sequence[Bead], limits: Limits) -> Iterator[Bead]:
    """One bead, or where that may not be, the longest one that may and what it leaves."""
    whole = _hull(group)
    if limits.allows(run_of(whole.seed), run_of(whole.other)):
        yield whole
        return
    first, end = _longest(group, limits)
    longest = _hull(group[first:end])
    yield longest
    for rest in (group[:first], group[end:]):
        apart = [
            bead
            for bead in rest
            if set(bead.seed).isdisjoint(longest.seed) and set(bead.other).isdisjoint(longest.other)
        ]
        if apart:
            yield from _hulls(apart, limits)


def _longest(group: Sequence[Bead], limits: Limits) -> tuple[int, int]:
    """The most beads that follow one another and may be one."""
    best, first = (0, 1), 0
    for end in range(1, len(group) + 1):
        hull = _hull(group[first:end])
        while not limits.allows(run_of(hull.seed), run_of(hull.other)):
            first += 1
            hull = _hull(group[first:end])
        best = max(best, (first, end), key=lambda window: window[1] - window[0])
    return best


def _marked(rising: Sequence[Bead], more: Sequence[Bead]) -> list[Bead]:
    """Some beads more, moved where they cross those that rise."""
    moved = which_cross(
        sorted((bead.seed[0], bead.other[0]) for bead in rising),
        [(bead.seed[0], bead.other[0]) for bead in more],
    )
    return [replace(bead, moved=crosses) for bead, crosses in zip(more, moved, strict=True)]


def _free(pieces: SentencePieces, taken: Iterable[tuple[int, ...]]) -> set[int]:
    """The sentences that are in no bead yet."""
    return set(pieces.owners).difference(*taken)


def _alone(owned: Sequence[Bead], free: tuple[set[int], set[int]]) -> list[Bead]:
    """The sentences that are left, each as sure as the least sure of its pieces."""
    sure: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for bead in owned:
        for side, sentences in enumerate((bead.seed, bead.other)):
            # A piece that stands elsewhere says that its sentence is not alone.
            confidence = 0.0 if bead.seed and bead.other else bead.confidence
            for sentence in sentences:
                sure[side][sentence] = min(confidence, sure[side].get(sentence, 1.0))
    omissions = [Bead((i,), (), sure[0][i]) for i in sorted(free[0])]
    return [*omissions, *(Bead((), (j,), sure[1][j]) for j in sorted(free[1]))]
