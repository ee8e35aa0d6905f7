"""Denials of both sides of a bead, and the counterparts that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from variants.classify.sense.contrast import RECENT, Contrast, SideOfBead
from variants.languages.kin import nearness
from variants.languages.polarity import (
    Denial,
    WordsOfSentence,
    are_cancelling,
    phrases_in,
    read_denials,
)

NEAR: Final = 0.7  # Nearness from which two words deny or affirm one thing.
_MOST = 100  # Denials of a sentence that are compared, each with each of the other side.
_ENDS_WITHIN: Final = 10  # Words from a denial to "until" or "except".
BOUND_WITHIN: Final = 8  # Words from a denial to its comparative.
_BY_SCOPE = 0.9  # Factor for what a negative affix denies besides its own base.


class ComparedDenials(NamedTuple):
    """The denials of one side of a bead.

    Attributes:
        left: Denials without a counterpart.
        partners: Denials that the other side has too, by any means, and its denial.
        cancelled: Denials that cancel each other.
    """

    left: tuple[Denial, ...]
    partners: Mapping[Denial, Denial]
    cancelled: frozenset[Denial]


_NO_DENIALS: Final = ComparedDenials((), {}, frozenset())


def denials_of(side: SideOfBead) -> tuple[Denial, ...]:
    """Return the denials of a side; none in a language without a table of them."""
    table = side.language.polarity
    if table is None:
        return ()
    sentence = WordsOfSentence(side.words, side.keys, side.lemmas, side.content)
    return read_denials(sentence, table)


def count_denials(side: SideOfBead) -> int:
    """Return the number of words of a side that deny by themselves."""
    return sum(side.language.denies(key) for key in side.keys)


def is_denied(side: SideOfBead, n: int) -> bool:
    """Return True if a denial of a side, or "no" in "no small", may deny its word at an index."""
    if any(n in denial.scope for denial in side.read(denials_of)):
        return True
    table = side.language.polarity
    idioms = phrases_in(side.keys, table.denied_idioms) if table is not None else ()
    return any(n in idiom[1:] for idiom in idioms)


@lru_cache(maxsize=2 * RECENT)  # For both directions.
def is_delay(side: SideOfBead, facing: SideOfBead) -> bool:
    """Return True if a side has "not until" where the other has the time at which it happened.

    "It did not come until Monday" is "it came only on Monday".
    """
    table = side.language.polarity
    if table is None or table.delays.isdisjoint(side.keys):
        return False
    if not table.delays.isdisjoint(facing.keys):
        return False
    ends = [n for n, key in enumerate(side.keys) if key in table.delays]
    nearest = (range(max(0, n - _ENDS_WITHIN), n) for n in ends)
    if not any(table.denies(side.keys[n]) for near in nearest for n in near):
        return False
    return _has_more_denials(side, facing)


@lru_cache(maxsize=2 * RECENT)  # For both directions.
def is_first_time(side: SideOfBead, facing: SideOfBead) -> bool:
    """Return True if a side denies that it was before, and the other has it as the first.

    "No Greek before him had sailed there" is "he was the first of the Greeks to sail there".
    """
    table, ordinals = side.language.polarity, side.language.value_words.ordinals
    if table is None or table.earlier.isdisjoint(side.keys):
        return False
    firsts = [sum(ordinals.get(key) == 1 for key in each.keys) for each in (side, facing)]
    return firsts[0] < firsts[1] and _has_more_denials(side, facing)


def denied_bounds(side: SideOfBead) -> frozenset[bool]:
    """Return for each comparative after a denial whether it is for less: "not stay longer"."""
    return side.read(_denied_bounds)


def _denied_bounds(side: SideOfBead) -> frozenset[bool]:
    table = side.language.polarity
    if table is None:
        return frozenset()
    denying = [n + 1 for n, key in enumerate(side.keys) if table.denies(key)]
    return frozenset(
        key in table.lessening
        for start in denying
        for key in side.keys[start : start + BOUND_WITHIN]
        if table.sets_bound(key)
    )


@lru_cache(maxsize=2 * RECENT)  # For both directions.
def denial_before_exception(side: SideOfBead, facing: SideOfBead) -> int | None:
    """Return the index of the denial of "not … except" if the other side has "only" instead.

    "It did not come except on Mondays" is "it came only on Mondays".
    """
    table = side.language.polarity
    if table is None:
        return None
    exceptions = phrases_in(side.keys, table.exceptive)
    if not exceptions:
        return None
    alone = table.exclusive - table.exceptive
    if phrases_in(side.keys, alone) or not phrases_in(facing.keys, alone):
        return None
    if not _has_more_denials(side, facing):
        return None
    nearest = min(
        (
            (abs(phrase.start - denial.start), denial.start)
            for phrase in exceptions
            for denial in side.read(denials_of)
            if denial.is_negation
        ),
        default=(_ENDS_WITHIN, 0),
    )
    return nearest[1] if nearest[0] < _ENDS_WITHIN else None


def is_exception_on_one_side(contrast: Contrast) -> bool:
    """Return True if one side of a difference has "not … except" instead of "only"."""
    seed, other = contrast.seed, contrast.other
    found = denial_before_exception(seed, other), denial_before_exception(other, seed)
    return found != (None, None)


def _has_more_denials(side: SideOfBead, facing: SideOfBead) -> bool:
    """Return True if a side has more negations, or one that the other side does not answer."""
    mine, theirs = (
        sum(one.is_negation for one in each.read(denials_of)) for each in (side, facing)
    )
    if mine > theirs or mine == 0:
        return mine > theirs
    left = [sum(one.is_negation for one in each.left) for each in compare_denials(side, facing)]
    return left[0] > left[1]


def is_delay_on_one_side(contrast: Contrast) -> bool:
    """Return True if one side of a difference has "not until" instead of "only on"."""
    seed, other = contrast.seed, contrast.other
    return is_delay(seed, other) or is_delay(other, seed)


@lru_cache(maxsize=RECENT)
def compare_denials(seed: SideOfBead, other: SideOfBead) -> tuple[ComparedDenials, ComparedDenials]:
    """Return the denials of both sides, each with its counterpart.

    Denials of one thing are counterparts, those by one word first. Two neighbours without a
    counterpart cancel ("not impossible"). The others are paired in order; two denials of one clause
    cancel if the other side affirms what they deny.
    """
    if not (seed.read(denials_of) or other.read(denials_of)):
        return _NO_DENIALS, _NO_DENIALS
    return _Comparison(seed, other).result()


def nearness_to(word: str, side: SideOfBead, indices: Iterable[int]) -> list[float]:
    """Return the nearness of a word to words of a side; function words have to be equal."""
    tag = side.language.tag
    return [
        nearness(word, side.keys[n], tag) if n in side.content else float(side.keys[n] == word)
        for n in indices
    ]


class _Comparison:
    """State of comparing the denials of two sides."""

    def __init__(self, seed: SideOfBead, other: SideOfBead) -> None:
        self.sides = seed, other
        self.denials = seed.read(denials_of)[:_MOST], other.read(denials_of)[:_MOST]
        self.partners: tuple[dict[Denial, Denial], dict[Denial, Denial]] = {}, {}
        self.cancelled: tuple[set[Denial], set[Denial]] = set(), set()

    def result(self) -> tuple[ComparedDenials, ComparedDenials]:
        self._pair_by_object()
        for n in (0, 1):
            self._cancel_neighbours(n)
        self._pair_off()
        for n in (0, 1):
            self._cancel_within_clauses(n)
        return self._result_of(0), self._result_of(1)

    def _result_of(self, n: int) -> ComparedDenials:
        left = tuple(self._left(n))
        return ComparedDenials(left, self.partners[n], frozenset(self.cancelled[n]))

    def _left(self, n: int) -> list[Denial]:
        done = self.partners[n].keys() | self.cancelled[n]
        return [denial for denial in self.denials[n] if denial not in done]

    def _pair(self, mine: Denial, theirs: Denial) -> None:
        self.partners[0][mine] = theirs
        self.partners[1][theirs] = mine

    def _pair_by_object(self) -> None:
        found = sorted(
            (-near, abs(mine.start - theirs.start), mine.start, theirs.start, mine, theirs)
            for mine in self.denials[0]
            for theirs in self.denials[1]
            for near in [self._nearness(mine, theirs)]
            if near >= NEAR * _BY_SCOPE
        )
        for *_, mine, theirs in found:
            if mine not in self.partners[0] and theirs not in self.partners[1]:
                self._pair(mine, theirs)

    def _nearness(self, mine: Denial, theirs: Denial) -> float:
        """Return the nearness of the objects of two denials; more for one word."""
        tag = self.sides[0].language.tag
        near = max(
            (
                weight * other_weight * nearness(one, other, tag)
                for one, weight in self._objects(0, mine)
                for other, other_weight in self._objects(1, theirs)
            ),
            default=0.0,
        )
        return near + (self._cue(0, mine) == self._cue(1, theirs))

    def _cue(self, n: int, denial: Denial) -> Sequence[str]:
        return self.sides[n].keys[denial.start : denial.stop]

    def _objects(self, n: int, denial: Denial) -> list[tuple[str, float]]:
        """Return the words that a denial may deny, each with a weight."""
        keys = [self.sides[n].keys[index] for index in denial.scope]
        if not denial.base:
            return [(key, 1.0) for key in keys]
        return [(denial.base, 1.0), *((key, _BY_SCOPE) for key in keys)]

    def _cancel_neighbours(self, n: int) -> None:
        for first, second in pairwise(self._left(n)):
            if are_cancelling(first, second) and first not in self.cancelled[n]:
                self.cancelled[n].update((first, second))

    def _pair_off(self) -> None:
        """Pair what is left in order, weak ones last; only the object of an affix is certain."""
        mine, theirs = (
            sorted((d for d in self._left(n) if not d.base), key=lambda d: d.weak) for n in (0, 1)
        )
        for one, other in zip(mine, theirs, strict=False):
            self._pair(one, other)

    def _cancel_within_clauses(self, n: int) -> None:
        affirmed = [d for d in self._left(n) if not d.weak and self._is_affirmed(n, d)]
        counts = Counter(denial.clause for denial in affirmed)
        self.cancelled[n].update(d for d in affirmed if counts[d.clause] % 2 == 0)

    def _is_affirmed(self, n: int, denial: Denial) -> bool:
        facing = self.sides[1 - n]
        nearest = (
            max(nearness_to(word, facing, range(len(facing.words))), default=0.0)
            for word, _ in self._objects(n, denial)[:1]
        )
        return any(near >= NEAR for near in nearest)
