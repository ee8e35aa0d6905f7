"""Constraints that sentence links put on an aligner: forced beads and forbidden pairs.

They are the must-link and cannot-link constraints of constrained clustering (Wagstaff et al. 2001).
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from variants.aligners.arrays import Flags, Ints
from variants.types.bead import Bead
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.types.witness import DivisionKind

Pair: TypeAlias = tuple[range, range]
"""Consecutive sentences of the seed and of the other side."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """Beads that an alignment must have, and sentences that no bead may join.

    Attributes:
        forced: Beads that must exist; one side may be empty. No sentence is in two of them.
        forbidden: Pairs of runs; no sentence of one run shares a bead with one of the other.
        on_path: Forced beads that ascend on both sides and that a path runs through, in order.
            An aligner chooses them.
        bound: Sentences of forced beads, of the seed and of the other side, ascending.
    """

    forced: tuple[Pair, ...] = ()
    forbidden: tuple[Pair, ...] = ()
    on_path: tuple[Pair, ...] = ()
    bound: tuple[Ints, Ints] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sides = [sorted(n for pair in self.forced for n in pair[side]) for side in (0, 1)]
        if any(len(set(side)) < len(side) for side in sides):
            msg = "a sentence is in two forced beads"
            raise ValueError(msg)
        if any(_overlap(first, second) for first in self.forced for second in self.forbidden):
            msg = "a forced bead is forbidden"
            raise ValueError(msg)
        bound = (np.array(sides[0], np.int64), np.array(sides[1], np.int64))
        object.__setattr__(self, "bound", bound)

    @property
    def none(self) -> bool:
        """True if there are no constraints."""
        return not self.forced and not self.forbidden

    @property
    def paired(self) -> tuple[Pair, ...]:
        """Forced beads with two sides."""
        return tuple(pair for pair in self.forced if pair[0] and pair[1])

    @property
    def crossing(self) -> tuple[Pair, ...]:
        """Forced beads with two sides that no path runs through."""
        return tuple(pair for pair in self.paired if pair not in self.on_path)

    def allows(self, seed: range, other: range) -> bool:
        """Return True if an aligner may make these sentences a bead of its own."""
        if self.none:
            return True
        held = any(
            bool(np.any((bound >= side.start) & (bound < side.stop)))
            for bound, side in zip(self.bound, (seed, other), strict=True)
        )
        return not held and not any(_overlap((seed, other), pair) for pair in self.forbidden)

    def allowed(self, rows: Ints, columns: Ints, height: int, width: int) -> Flags:
        """Return for each bead of one shape whether it is allowed; like ``allows``, vectorized.

        Args:
            rows: First sentence of each bead on the side of the seed, ascending.
            columns: First sentence of each bead on the other side.
            height: Sentences of the seed in a bead.
            width: Sentences of the other side in a bead.
        """
        free = np.ones(len(rows), np.bool_)
        for bound, first, count in zip(self.bound, (rows, columns), (height, width), strict=True):
            if len(bound):
                free &= np.searchsorted(bound, first) == np.searchsorted(bound, first + count)
        last = int(rows[-1]) if len(rows) else 0
        for seed, other in self.forbidden:
            # Most pairs are far from all of the rows.
            if len(rows) and int(rows[0]) < seed.stop and last + height > seed.start:
                meets = (rows < seed.stop) & (rows + height > seed.start)
                free &= ~(meets & (columns < other.stop) & (columns + width > other.start))
        return free

    def free(self, side: int, sentences: Ints) -> Ints:
        """Return the given sentences of side 0 or 1 that are in no forced bead."""
        return sentences[~np.isin(sentences, self.bound[side])]

    def part(self, seed: Ints, other: Ints) -> Constraints:
        """Return the constraints on chosen free sentences, renumbered; both sides ascend."""
        found = []
        for first, second in self.forbidden:
            rows, columns = _positions(seed, first), _positions(other, second)
            if rows and columns:
                found.append((rows, columns))
        return Constraints(forbidden=tuple(found))

    def within(self, seed: range, other: range) -> Constraints:
        """Return the constraints on a section, whose sentences are counted from its first.

        A forced bead with its sides in two sections leaves its sentences unmatched in each.
        """
        inside = [
            (_clip(first, seed), _clip(second, other))
            for first, second in (*self.forced, *self.forbidden)
        ]
        count = len(self.forced)
        return Constraints(
            tuple(pair for pair in inside[:count] if pair[0] or pair[1]),
            tuple(pair for pair in inside[count:] if pair[0] and pair[1]),
        )

    def reversed(self, rows: int, columns: int) -> Constraints:
        """Return the constraints on the same texts in reverse order of sentences."""

        def turned(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
            return tuple(
                (
                    range(rows - seed.stop, rows - seed.start),
                    range(columns - other.stop, columns - other.start),
                )
                for seed, other in pairs
            )

        return Constraints(turned(self.forced), turned(self.forbidden))

    def mark_forced(self, beads: Iterable[Bead]) -> Iterator[Bead]:
        """Yield the beads, those that are forced marked as such and with a confidence of 1."""
        forced = {(tuple(seed), tuple(other)) for seed, other in self.forced}
        for bead in beads:
            if (bead.seed, bead.other) in forced:
                yield dataclasses.replace(bead, confidence=1.0, forced=True)
            else:
                yield bead


NO_CONSTRAINTS = Constraints()


def constraints_of(
    links: Iterable[SentenceLink], seed: Segmentation, other: Segmentation
) -> tuple[Constraints, tuple[Notice, ...]]:
    """Return the constraints of the other witness's links, and a notice for each outdated link.

    No bead joins notes at the end of a text with its main text, unless a link does.
    """
    forced: list[Pair] = []
    forbidden: list[Pair] = []
    notices = []
    for link in links:
        if link.siglum != other.witness.siglum:
            continue
        mismatch = describe_mismatch(link, seed, other)
        if mismatch:
            notices.append(Notice(link.siglum, _message(link, mismatch)))
        else:
            found = forced if link.kind is LinkKind.FORCED else forbidden
            found.append((run_of(link.seed_numbers), run_of(link.other_numbers)))
    apart = _notes_apart(seed, other)
    forbidden += [pair for pair in apart if not any(_overlap(each, pair) for each in forced)]
    constraints = Constraints(tuple(dict.fromkeys(forced)), tuple(dict.fromkeys(forbidden)))
    return constraints, tuple(notices)


def _notes_apart(seed: Segmentation, other: Segmentation) -> Iterator[Pair]:
    """Yield the main text of each side with the notes of the other."""
    (text, notes), (other_text, other_notes) = map(_text_and_notes, (seed, other))
    for pair in ((text, other_notes), (notes, other_text)):
        if pair[0] and pair[1]:
            yield pair


def _text_and_notes(cut: Segmentation) -> tuple[range, range]:
    """Return the sentences before the notes at the end of a text, and those of the notes."""
    start = len(cut.witness.text)
    for division in reversed(cut.witness.divisions):
        if division.kind is not DivisionKind.NOTE:
            break
        start = division.span.start
    count = len(cut.sentences)
    first = bisect_left(cut.sentences, start, key=lambda span: span.start)
    return range(first), range(first, count)


def describe_mismatch(link: SentenceLink, seed: Segmentation, other: Segmentation) -> str:
    """Return the difference between a text and what a link expects; empty if the link fits."""
    return _mismatch(link.seed, seed) or _mismatch(link.other, other)


def _mismatch(marks: Sequence[SentenceMark], cut: Segmentation) -> str:
    """Describe the first recorded sentence that the text no longer has; empty if it has all."""
    siglum, count = cut.witness.siglum, len(cut.sentences)
    for mark in marks:
        expected = f"sentence {mark.number + 1} of {siglum} should begin “{mark.opening}”"
        if mark.number >= count:
            return f"{expected}, but {siglum} has {count} sentences"
        if not mark.fits(cut.text_of(mark.number)):
            return f"{expected}, but begins “{opening_of(cut.text_of(mark.number))}”"
    return ""


def _message(link: SentenceLink, mismatch: str) -> str:
    return (
        f"The {link.kind.value} link {link.label} is not obeyed: {mismatch}. Set it again, or "
        f"remove it with variants align --unlink {link.siglum}:{link.label}."
    )


def run_of(numbers: Sequence[int]) -> range:
    """Return consecutive numbers as a range; an empty one for none."""
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def _overlap(first: Pair, second: Pair) -> bool:
    """Return True if two beads share sentences on both sides."""
    return all(
        ours.start < theirs.stop and theirs.start < ours.stop and ours and theirs
        for ours, theirs in zip(first, second, strict=True)
    )


def _clip(sentences: range, section: range) -> range:
    """Return the sentences inside a section, counted from its first."""
    start = max(sentences.start, section.start) - section.start
    return range(start, max(start, min(sentences.stop, section.stop) - section.start))


def _positions(chosen: Ints, sentences: range) -> range:
    """Return the positions in ``chosen``, which ascends, of the sentences in a run."""
    bounds = np.searchsorted(chosen, (sentences.start, sentences.stop))
    return range(int(bounds[0]), int(bounds[1]))
