"""Which sentences of an older state of a text are which of the newer one.

The aligners of the pipeline ask what two translators made of one sentence. Here both texts are
one text at two times, most sentences are equal to the letter, and a pair that is not surely one
is worse than none. So this goes by likeness alone, in the order of the states' own sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

_ALIKE = 0.6
"""From here on two sentences between the same neighbours are one, changed."""
_ALIKE_ELSEWHERE = 0.75
"""From here on two sentences at different places are one, changed and moved."""
_LEAD = 0.05
"""Another must be less alike than that by so much."""
_ALL_PAIRS = 2500
"""So many pairs of a block are all looked at; in a larger one those that share rare words."""
_EXACT = 250_000
"""So many pairs of a block without a sentence of its own are brought into order."""
_RARE_WORDS, _POSTINGS, _CANDIDATES = 8, 30, 5
"""Words of a sentence that are looked up, how often they may stand, sentences that come of it."""


class SentenceCounterpart(NamedTuple):
    """Sentences of the old text and the sentences that they are now, each one after another."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class _Pair(NamedTuple):
    old: int
    new: int


class _Block(NamedTuple):
    """A stretch of old sentences against a stretch of new ones, between the same neighbours."""

    old: range
    new: range


@dataclass(frozen=True, slots=True)
class _Free:
    """The sentences without a counterpart as yet."""

    old: set[int]
    new: set[int]

    @classmethod
    def beside(cls, old: Sequence[str], new: Sequence[str], pairs: Iterable[_Pair]) -> _Free:
        """All but those of some pairs."""
        free = cls(set(range(len(old))), set(range(len(new))))
        free.take(pairs)
        return free

    def take(self, pairs: Iterable[_Pair]) -> None:
        """Have these no more."""
        for pair in pairs:
            self.old.discard(pair.old)
            self.new.discard(pair.new)


def find_sentence_counterparts(old: Sequence[str], new: Sequence[str]) -> list[SentenceCounterpart]:
    """Pair the sentences of a text with those of its later state.

    Equal sentences in order come first, then alike ones between the same neighbours, with those
    that were joined to them or split from them, then equal or alike ones that were moved. A
    sentence that is not surely another has no counterpart.

    Returns:
        In the order of the old sentences; each sentence of either side in one at most.
    """
    pairs = sorted(_equal_in_order(old, new, _Block(range(len(old)), range(len(new)))))
    blocks = _inside(pairs, _Block(range(len(old)), range(len(new))))
    pairs += [pair for block in blocks for pair in _alike(old, new, block)]
    free = _Free.beside(old, new, pairs)
    found = [_grown(old, new, pair, free) for pair in sorted(pairs)]
    moved = _moved(old, new, free)
    return sorted([*found, *(_grown(old, new, pair, free) for pair in moved)])


def _equal_in_order(old: Sequence[str], new: Sequence[str], whole: _Block) -> list[_Pair]:
    """Equal sentences in order, by those that stand once on each side (patience diff)."""
    pairs: list[_Pair] = []
    blocks = [whole]
    while blocks:
        block, ends = _without_ends(old, new, blocks.pop())
        pairs += ends
        if not block.old or not block.new:
            continue
        fixed = _longest_rising(_standing_once(old, new, block))
        if fixed:
            pairs += fixed
            blocks += _inside(fixed, block)
        elif len(block.old) * len(block.new) <= _EXACT:
            pairs += _common(old, new, block)
    return pairs


def _without_ends(
    old: Sequence[str], new: Sequence[str], block: _Block
) -> tuple[_Block, list[_Pair]]:
    """The block without the equal sentences it begins and ends with, and these."""
    (start, end), (first, last) = ((side.start, side.stop) for side in block)
    pairs = []
    while start < end and first < last and old[start] == new[first]:
        pairs.append(_Pair(start, first))
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
        pairs.append(_Pair(end, last))
    return _Block(range(start, end), range(first, last)), pairs


def _standing_once(old: Sequence[str], new: Sequence[str], block: _Block) -> list[_Pair]:
    """Equal sentences that stand once on either side, in the order of the old text."""
    there = Counter(new[j] for j in block.new)
    here = Counter(old[i] for i in block.old)
    places = {new[j]: j for j in block.new if there[new[j]] == 1}
    return [_Pair(i, places[old[i]]) for i in block.old if here[old[i]] == 1 and old[i] in places]


def _longest_rising(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The longest part of pairs, sorted by the old side, that is in order on the new side too."""
    lows: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, pair in enumerate(pairs):
        place = bisect_left(lows, pair.new)
        before.append(ends[place - 1] if place else -1)
        lows[place : place + 1] = [pair.new]
        ends[place : place + 1] = [number]
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _common(old: Sequence[str], new: Sequence[str], block: _Block) -> Iterator[_Pair]:
    """A longest common part of a block in which every sentence stands several times."""
    here, there = ([side[i] for i in part] for side, part in zip((old, new), block, strict=True))
    for same in LCSseq.opcodes(here, there):
        if same.tag == "equal":
            for step in range(same.src_end - same.src_start):
                yield _Pair(block.old[same.src_start + step], block.new[same.dest_start + step])


def _inside(pairs: Sequence[_Pair], block: _Block) -> list[_Block]:
    """What of a block lies before, between and after pairs that are in order."""
    borders = [_Pair(block.old.start - 1, block.new.start - 1), *pairs]
    borders.append(_Pair(block.old.stop, block.new.stop))
    parts = (_Block(range(a.old + 1, b.old), range(a.new + 1, b.new)) for a, b in pairwise(borders))
    return [part for part in parts if part.old and part.new]


def _alike(old: Sequence[str], new: Sequence[str], block: _Block) -> list[_Pair]:
    """The pairs of a block that are alike, the most alike first, others beside them."""
    if len(block.old) * len(block.new) <= _ALL_PAIRS:
        asked: Iterable[_Pair] = (_Pair(i, j) for i in block.old for j in block.new)
    else:
        asked = _sharing_rare_words(old, new, block.old, block.new)
    weighed = sorted((-_likeness(old[pair.old], new[pair.new], _ALIKE), pair) for pair in asked)
    taken: list[_Pair] = []
    partners: set[int] = set()
    for weight, pair in weighed:
        place = bisect_left(taken, pair)
        beside = taken[max(0, place - 1) : place + 1]
        if not weight or pair.new in partners or any(pair.old == each.old for each in beside):
            continue
        crossing = any((pair.old < each.old) != (pair.new < each.new) for each in beside)
        if -weight >= (_ALIKE_ELSEWHERE if crossing else _ALIKE):
            taken.insert(place, pair)
            partners.add(pair.new)
    return taken


def _likeness(one: str, other: str, least: float) -> float:
    """Share of the characters of both that a longest common part holds; 0 below ``least``."""
    return float(Indel.normalized_similarity(one, other, score_cutoff=least))


def _sharing_rare_words(
    old: Sequence[str], new: Sequence[str], here: Iterable[int], there: Iterable[int]
) -> Iterator[_Pair]:
    """Pairs of sentences that share words which stand in few sentences."""
    holding: dict[str, list[int]] = defaultdict(list)
    for j in there:
        for word in set(new[j].split()):
            holding[word].append(j)
    for i in here:
        known = [holding[word] for word in sorted(set(old[i].split())) if word in holding]
        rare = sorted((each for each in known if len(each) <= _POSTINGS), key=len)[:_RARE_WORDS]
        shared = Counter(j for each in rare for j in each)
        for j, _ in shared.most_common(_CANDIDATES):
            yield _Pair(i, j)


def _moved(old: Sequence[str], new: Sequence[str], free: _Free) -> list[_Pair]:
    """Free pairs each of whose sentences is like no other free one; free no more.

    An equal sentence may be a copy, where the sentence itself was changed and moved. So even that
    one has to be the only one.
    """
    found: dict[_Pair, float] = {}
    rivals: Counter[tuple[str, int]] = Counter()
    for pair in _sharing_rare_words(old, new, sorted(free.old), sorted(free.new)):
        weight = _likeness(old[pair.old], new[pair.new], _ALIKE_ELSEWHERE - _LEAD)
        if weight:
            found[pair] = weight
            rivals.update([("old", pair.old), ("new", pair.new)])
    pairs = [
        pair
        for pair, weight in found.items()
        if weight >= _ALIKE_ELSEWHERE and rivals["old", pair.old] == rivals["new", pair.new] == 1
    ]
    free.take(pairs)
    return pairs


def _grown(
    old: Sequence[str], new: Sequence[str], start: _Pair, free: _Free
) -> SentenceCounterpart:
    """A counterpart with the free neighbours that make it more alike, which are free no more."""
    grown = SentenceCounterpart((start.old,), (start.new,))
    weight = _likeness_of(old, new, grown)
    while weight < 1:
        wider = [SentenceCounterpart(side, grown.new) for side in _widened(grown.old, free.old)]
        wider += [SentenceCounterpart(grown.old, side) for side in _widened(grown.new, free.new)]
        weighed = [(_likeness_of(old, new, each), each) for each in wider]
        best, widest = max(weighed, default=(0.0, grown))
        if best <= weight:
            break
        grown, weight = widest, best
        free.old.difference_update(grown.old)
        free.new.difference_update(grown.new)
    return grown


def _widened(side: tuple[int, ...], free: set[int]) -> Iterator[tuple[int, ...]]:
    if side[0] - 1 in free:
        yield (side[0] - 1, *side)
    if side[-1] + 1 in free:
        yield (*side, side[-1] + 1)


def _likeness_of(old: Sequence[str], new: Sequence[str], pair: SentenceCounterpart) -> float:
    here, there = " ".join(old[i] for i in pair.old), " ".join(new[j] for j in pair.new)
    return _likeness(here, there, 0.0)
