"""Correspondence of sentences between two states of one text.

The aligners of the pipeline compare two translations of one sentence. Two states of one text
have mostly equal sentences, and a doubtful pair is worse than none. So this module uses only
character similarity and the order of sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

_SIMILAR = 0.6
"""Least similarity of two states of a sentence between the same neighbours."""
_SIMILAR_MOVED = 0.75
"""Least similarity of two states of a moved sentence."""
_LEAD = 0.05
"""Least difference in similarity to the next candidate."""
_USUAL = 10
"""Sentences changed without a copy, for each one with a copy, that make copies unsuspicious."""
_ALL_PAIRS = 2500
"""Most pairs of a block that are all compared; in a larger one, those with rare words."""
_EXACT = 250_000
"""Most pairs of a block without unique sentences for an exact common subsequence."""
_RARE_WORDS, _POSTINGS, _CANDIDATES = 8, 30, 5
"""Most rare words looked up for a sentence, their occurrences, and candidates compared."""


class SentenceCounterpart(NamedTuple):
    """Consecutive sentences of the old text and the corresponding ones of the new text."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class _Pair(NamedTuple):
    old: int
    new: int


class _Block(NamedTuple):
    """Ranges of old and new sentences between the same neighbours."""

    old: range
    new: range


class Rivals(NamedTuple):
    """New sentences that resemble a changed one as much as its counterpart does.

    Attributes:
        places: New sentences without a counterpart, by the number of the old sentence.
        are_copies: True if so many other sentences were changed where they were that these are
            treated as copies of an old state.
    """

    places: dict[int, tuple[int, ...]]
    are_copies: bool


@dataclass(frozen=True, slots=True)
class _Free:
    """Sentences without a counterpart so far."""

    old: set[int]
    new: set[int]

    @classmethod
    def beside(cls, old: Sequence[str], new: Sequence[str], pairs: Iterable[_Pair]) -> _Free:
        """Return all sentences except those of some pairs."""
        free = cls(set(range(len(old))), set(range(len(new))))
        free.take(pairs)
        return free

    def take(self, pairs: Iterable[_Pair]) -> None:
        """Remove the sentences of some pairs."""
        for pair in pairs:
            self.old.discard(pair.old)
            self.new.discard(pair.new)


def find_sentence_counterparts(old: Sequence[str], new: Sequence[str]) -> list[SentenceCounterpart]:
    """Pair the sentences of a text with those of its later state.

    Equal sentences in order are paired first, then similar ones between the same neighbours,
    extended by sentences joined to or split from them, then equal or similar ones that moved.
    A doubtful sentence has no counterpart.

    Returns:
        Counterparts in the order of the old sentences; each sentence is in at most one.
    """
    pairs = sorted(_equal_in_order(old, new, _Block(range(len(old)), range(len(new)))))
    blocks = _inside(pairs, _Block(range(len(old)), range(len(new))))
    pairs += [pair for block in blocks for pair in _similar_pairs(old, new, block)]
    free = _Free.beside(old, new, pairs)
    found = [_extended(old, new, pair, free) for pair in sorted(pairs)]
    moved = _moved(old, new, free)
    return sorted([*found, *(_extended(old, new, pair, free) for pair in moved)])


def find_rivals(
    old: Sequence[str], new: Sequence[str], found: Sequence[SentenceCounterpart]
) -> Rivals:
    """Find new sentences that resemble a changed one as much as its counterpart does.

    Either the sentence was changed where it was and an old state of it was copied, or it was moved
    and a near copy was left in its place. In a text in which many other sentences were changed
    where they were, it is the former.

    Args:
        old: Sentences of the old text.
        new: Sentences of the new text.
        found: Their counterparts.
    """
    changed = {
        pair.old[0]: pair.new[0]
        for pair in found
        if len(pair.old) == len(pair.new) == 1 and old[pair.old[0]] != new[pair.new[0]]
    }
    free = set(range(len(new))) - {j for pair in found for j in pair.new}
    rivals: dict[int, list[int]] = defaultdict(list)
    for i, j in _sharing_rare_words(old, new, sorted(changed), sorted(free)):
        here = _similarity(old[i], new[changed[i]], 0.0)
        if _similarity(old[i], new[j], max(_SIMILAR_MOVED, here - _LEAD)):
            rivals[i].append(j)
    are_copies = len(changed) - len(rivals) >= _USUAL * len(rivals)
    return Rivals({i: tuple(sorted(places)) for i, places in rivals.items()}, are_copies)


def _equal_in_order(old: Sequence[str], new: Sequence[str], whole: _Block) -> list[_Pair]:
    """Pair equal sentences in order, starting from unique ones (patience diff)."""
    pairs: list[_Pair] = []
    blocks = [whole]
    while blocks:
        block, ends = _without_ends(old, new, blocks.pop())
        pairs += ends
        if not block.old or not block.new:
            continue
        fixed = _longest_ascending(_unique_on_both_sides(old, new, block))
        if fixed:
            pairs += fixed
            blocks += _inside(fixed, block)
        elif len(block.old) * len(block.new) <= _EXACT:
            pairs += _common(old, new, block)
    return pairs


def _without_ends(
    old: Sequence[str], new: Sequence[str], block: _Block
) -> tuple[_Block, list[_Pair]]:
    """Return a block without the equal sentences at both ends, and these as pairs."""
    (start, end), (first, last) = ((side.start, side.stop) for side in block)
    pairs = []
    while start < end and first < last and old[start] == new[first]:
        pairs.append(_Pair(start, first))
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
        pairs.append(_Pair(end, last))
    return _Block(range(start, end), range(first, last)), pairs


def _unique_on_both_sides(old: Sequence[str], new: Sequence[str], block: _Block) -> list[_Pair]:
    """Return the pairs of equal sentences that are unique on each side, in old order."""
    there = Counter(new[j] for j in block.new)
    here = Counter(old[i] for i in block.old)
    places = {new[j]: j for j in block.new if there[new[j]] == 1}
    return [_Pair(i, places[old[i]]) for i in block.old if here[old[i]] == 1 and old[i] in places]


def _longest_ascending(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the longest subsequence of sorted pairs that also ascends on the new side."""
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
    """Yield a longest common subsequence of a block without unique sentences."""
    here, there = ([side[i] for i in part] for side, part in zip((old, new), block, strict=True))
    for same in LCSseq.opcodes(here, there):
        if same.tag == "equal":
            for step in range(same.src_end - same.src_start):
                yield _Pair(block.old[same.src_start + step], block.new[same.dest_start + step])


def _inside(pairs: Sequence[_Pair], block: _Block) -> list[_Block]:
    """Return the parts of a block before, between and after ordered pairs."""
    borders = [_Pair(block.old.start - 1, block.new.start - 1), *pairs]
    borders.append(_Pair(block.old.stop, block.new.stop))
    parts = (_Block(range(a.old + 1, b.old), range(a.new + 1, b.new)) for a, b in pairwise(borders))
    return [part for part in parts if part.old and part.new]


def _similar_pairs(old: Sequence[str], new: Sequence[str], block: _Block) -> list[_Pair]:
    """Return the pairs of similar sentences in a block, chosen from the most similar on."""
    if len(block.old) * len(block.new) <= _ALL_PAIRS:
        asked: Iterable[_Pair] = (_Pair(i, j) for i in block.old for j in block.new)
    else:
        asked = _sharing_rare_words(old, new, block.old, block.new)
    weighed = sorted((-_similarity(old[pair.old], new[pair.new], _SIMILAR), pair) for pair in asked)
    taken: list[_Pair] = []
    partners: set[int] = set()
    for weight, pair in weighed:
        place = bisect_left(taken, pair)
        beside = taken[max(0, place - 1) : place + 1]
        if not weight or pair.new in partners or any(pair.old == each.old for each in beside):
            continue
        crossing = any((pair.old < each.old) != (pair.new < each.new) for each in beside)
        if -weight >= (_SIMILAR_MOVED if crossing else _SIMILAR):
            taken.insert(place, pair)
            partners.add(pair.new)
    return taken


def _similarity(one: str, other: str, least: float) -> float:
    """Return the normalized indel similarity of two texts; 0 below ``least``."""
    return float(Indel.normalized_similarity(one, other, score_cutoff=least))


def _sharing_rare_words(
    old: Sequence[str], new: Sequence[str], here: Iterable[int], there: Iterable[int]
) -> Iterator[_Pair]:
    """Yield pairs of sentences that share words found in few sentences."""
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
    """Return pairs of free sentences that resemble no other free ones, and mark them as taken.

    An equal sentence may be a copy, while the original was changed and moved. So it must be
    the only candidate as well.
    """
    found: dict[_Pair, float] = {}
    rivals: Counter[tuple[str, int]] = Counter()
    for pair in _sharing_rare_words(old, new, sorted(free.old), sorted(free.new)):
        weight = _similarity(old[pair.old], new[pair.new], _SIMILAR_MOVED - _LEAD)
        if weight:
            found[pair] = weight
            rivals.update([("old", pair.old), ("new", pair.new)])
    pairs = [
        pair
        for pair, weight in found.items()
        if weight >= _SIMILAR_MOVED and rivals["old", pair.old] == rivals["new", pair.new] == 1
    ]
    free.take(pairs)
    return pairs


def _extended(
    old: Sequence[str], new: Sequence[str], start: _Pair, free: _Free
) -> SentenceCounterpart:
    """Extend a pair by free neighbours that raise its similarity, and mark them as taken."""
    grown = SentenceCounterpart((start.old,), (start.new,))
    weight = _similarity_of(old, new, grown)
    while weight < 1:
        wider = [
            SentenceCounterpart(side, grown.new) for side in _with_neighbour(grown.old, free.old)
        ]
        wider += [
            SentenceCounterpart(grown.old, side) for side in _with_neighbour(grown.new, free.new)
        ]
        weighed = [(_similarity_of(old, new, each), each) for each in wider]
        best, widest = max(weighed, default=(0.0, grown))
        if best <= weight:
            break
        grown, weight = widest, best
        free.old.difference_update(grown.old)
        free.new.difference_update(grown.new)
    return grown


def _with_neighbour(side: tuple[int, ...], free: set[int]) -> Iterator[tuple[int, ...]]:
    if side[0] - 1 in free:
        yield (side[0] - 1, *side)
    if side[-1] + 1 in free:
        yield (*side, side[-1] + 1)


def _similarity_of(old: Sequence[str], new: Sequence[str], pair: SentenceCounterpart) -> float:
    here, there = " ".join(old[i] for i in pair.old), " ".join(new[j] for j in pair.new)
    return _similarity(here, there, 0.0)
