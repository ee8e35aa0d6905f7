"""What links leave to an aligner."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from variants.types.alignment import Bead
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of

Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Pair: TypeAlias = tuple[range, range]
"""Consecutive sentences of the seed, and of the other side."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Which beads there have to be, and which there may not be.

    Attributes:
        forced: Beads that there have to be; one side may be empty. No sentence is in two.
        apart: Sentences of which none of the seed may share a bead with one of the other side.
        in_line: Those of the forced beads that rise on both sides and that a path runs through,
            in order: what an aligner chooses.
        bound: The sentences of forced beads, of the seed and of the other side, rising.
    """

    forced: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    in_line: tuple[Pair, ...] = ()
    bound: tuple[Ints, Ints] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sides = [sorted(n for pair in self.forced for n in pair[side]) for side in (0, 1)]
        if any(len(set(side)) < len(side) for side in sides):
            msg = "a sentence is in two forced beads"
            raise ValueError(msg)
        if any(_meet(first, second) for first in self.forced for second in self.apart):
            msg = "a forced bead is forbidden"
            raise ValueError(msg)
        bound = (np.array(sides[0], np.int64), np.array(sides[1], np.int64))
        object.__setattr__(self, "bound", bound)

    @property
    def none(self) -> bool:
        """Whether everything is left to the aligner."""
        return not self.forced and not self.apart

    @property
    def paired(self) -> tuple[Pair, ...]:
        """The forced beads with two sides."""
        return tuple(pair for pair in self.forced if pair[0] and pair[1])

    @property
    def crossing(self) -> tuple[Pair, ...]:
        """Those with two sides that no path runs through."""
        return tuple(pair for pair in self.paired if pair not in self.in_line)

    def allows(self, seed: range, other: range) -> bool:
        """Whether an aligner may make these sentences a bead of its own."""
        if self.none:
            return True
        held = any(
            bool(np.any((bound >= side.start) & (bound < side.stop)))
            for bound, side in zip(self.bound, (seed, other), strict=True)
        )
        return not held and not any(_meet((seed, other), pair) for pair in self.apart)

    def allowed(self, rows: Ints, columns: Ints, height: int, width: int) -> Flags:
        """The same for many beads of one size, given by their first sentences."""
        free = np.ones(len(rows), np.bool_)
        for bound, first, count in zip(self.bound, (rows, columns), (height, width), strict=True):
            if len(bound):
                free &= np.searchsorted(bound, first) == np.searchsorted(bound, first + count)
        last = int(rows[-1]) if len(rows) else 0
        for seed, other in self.apart:
            # Rows rise: most pairs lie far from all of them.
            if len(rows) and int(rows[0]) < seed.stop and last + height > seed.start:
                meets = (rows < seed.stop) & (rows + height > seed.start)
                free &= ~(meets & (columns < other.stop) & (columns + width > other.start))
        return free

    def free(self, side: int, sentences: Ints) -> Ints:
        """Those sentences of one side that are in no forced bead."""
        return sentences[~np.isin(sentences, self.bound[side])]

    def part(self, seed: Ints, other: Ints) -> Limits:
        """The limits of a few free sentences, which are counted anew; both rise."""
        found = []
        for first, second in self.apart:
            rows, columns = _within(seed, first), _within(other, second)
            if rows and columns:
                found.append((rows, columns))
        return Limits(apart=tuple(found))

    def within(self, seed: range, other: range) -> Limits:
        """The limits inside a stretch, whose sentences are counted from its first.

        A forced bead whose sides lie in two stretches leaves its sentences alone in each.
        """
        inside = [
            (_common(first, seed), _common(second, other))
            for first, second in (*self.forced, *self.apart)
        ]
        count = len(self.forced)
        return Limits(
            tuple(pair for pair in inside[:count] if pair[0] or pair[1]),
            tuple(pair for pair in inside[count:] if pair[0] and pair[1]),
        )

    def reversed(self, rows: int, columns: int) -> Limits:
        """The same limits of texts whose last sentence stands first."""

        def turned(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
            return tuple(
                (
                    range(rows - seed.stop, rows - seed.start),
                    range(columns - other.stop, columns - other.start),
                )
                for seed, other in pairs
            )

        return Limits(turned(self.forced), turned(self.apart))

    def marked(self, beads: Iterable[Bead]) -> Iterator[Bead]:
        """The beads, of which those that are forced say so, and are sure."""
        forced = {(tuple(seed), tuple(other)) for seed, other in self.forced}
        for bead in beads:
            if (bead.seed, bead.other) in forced:
                yield dataclasses.replace(bead, confidence=1.0, forced=True)
            else:
                yield bead


NO_LIMITS = Limits()


def fit(
    links: Iterable[SentenceLink], seed: Segmentation, other: Segmentation
) -> tuple[Limits, tuple[Notice, ...]]:
    """What the links of the other witness lay down, and a notice for each that does not fit."""
    forced: list[Pair] = []
    apart: list[Pair] = []
    notices = []
    for link in links:
        if link.siglum != other.witness.siglum:
            continue
        lost = misfit(link, seed, other)
        if lost:
            notices.append(Notice(link.siglum, _message(link, lost)))
        else:
            found = forced if link.kind is LinkKind.FORCED else apart
            found.append((run_of(link.seed_numbers), run_of(link.other_numbers)))
    return Limits(tuple(dict.fromkeys(forced)), tuple(dict.fromkeys(apart))), tuple(notices)


def misfit(link: SentenceLink, seed: Segmentation, other: Segmentation) -> str:
    """Return how a text differs from what a link expects; empty if the link fits both texts."""
    return _lost(link.seed, seed) or _lost(link.other, other)


def _lost(marks: Sequence[SentenceMark], cut: Segmentation) -> str:
    """What is wrong with the first of these sentences that is not there; nothing if all are."""
    siglum, count = cut.witness.siglum, len(cut.sentences)
    for mark in marks:
        expected = f"sentence {mark.number + 1} of {siglum} should begin “{mark.opening}”"
        if mark.number >= count:
            return f"{expected}, but {siglum} has {count} sentences"
        if not mark.fits(cut.text_of(mark.number)):
            return f"{expected}, but begins “{opening_of(cut.text_of(mark.number))}”"
    return ""


def _message(link: SentenceLink, lost: str) -> str:
    return (
        f"The {link.kind.value} link {link.label} is not obeyed: {lost}. Lay it down anew, or take "
        f"it away with variants align --unlink {link.siglum}:{link.label}."
    )


def run_of(numbers: Sequence[int]) -> range:
    """Sentences that follow one another, or none, as a range."""
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def _meet(first: Pair, second: Pair) -> bool:
    """Whether two beads share sentences on both sides."""
    return all(
        ours.start < theirs.stop and theirs.start < ours.stop and ours and theirs
        for ours, theirs in zip(first, second, strict=True)
    )


def _common(sentences: range, stretch: range) -> range:
    """Those of the sentences that lie in a stretch, counted from its first."""
    start = max(sentences.start, stretch.start) - stretch.start
    return range(start, max(start, min(sentences.stop, stretch.stop) - stretch.start))


def _within(chosen: Ints, sentences: range) -> range:
    """The places of chosen sentences, which rise, that are among these."""
    bounds = np.searchsorted(chosen, (sentences.start, sentences.stop))
    return range(int(bounds[0]), int(bounds[1]))
