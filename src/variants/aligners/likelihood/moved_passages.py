"""Passages that are elsewhere in the other witness, found among unmatched sentences."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from variants.aligners.arrays import Flags, Ints, on_grid
from variants.aligners.likelihood.candidates import find_candidates, weigh_candidates
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.free_beads import MovedBead, find_free_beads, sentences_of
from variants.aligners.likelihood.held_sentences import HeldSentences
from variants.aligners.likelihood.learning import similarity
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.move_evidence import PRIOR_MOVED, RivalScorer, SentencePlaces

_LEAST_ODDS = 1.0
"""Log odds of a moved passage: nearly three to one."""
_PRIOR_FREE = 20.0  # Free sentences besides those found, of which the usual share has moved.
_COINCIDENCE = 0.01  # Share of unmatched sentences with a partner by chance,
_COINCIDENCE_NEXT = 0.05  # and of these, those whose neighbour has one beside it.
_SOLID = 0.1  # Least rank of a passage that shows that passages have moved.
_PRIOR_SOLID, _PRIOR_UNMATCHED = 0.2, 5.0  # Such passages and sentences besides those found.
_STEEP = 12.0  # Ranks of coincidences are distributed exponentially,
_ALIKE = 0.2  # except for this share, copies in other places.
_MOST_LIKENESS = 0.7
_LEAST_CREDIBLE = 0.5
_LEAST_PAIR = -20.0  # A pair with a lower weight is not part of any passage.
_NEXT_SEED = 3  # Sentences of the seed to the next pair of a passage, at most,
_NEXT_OTHER = 4  # and of the other side.
_SKIPPED = 0.5  # Penalty for each sentence in between.
_EXTENDED = 2  # Free sentences that are added to a passage at each end.
_LEAST_UNMATCHED = -2.0  # Least score of an unmatched sentence inside a passage.


def find_moved(model: LikelihoodModel, path: Path, weak: Flags, shapes: Shapes) -> list[MovedBead]:
    """Return beads among unmatched sentences, and among those of weak beads.

    Chains of probable pairs are taken, heaviest first. In the passage around each, beads and their
    confidences are found by dynamic programming. The odds of a passage are those of its beads,
    against all other sentences that are as similar, and the prior odds of a move over its distance.
    If passages are found, they show how large a share of the free sentences has moved, and the
    search goes on with this share.

    Args:
        model: The model.
        path: The path, which shows where a sentence would be in order.
        weak: Steps of the path whose beads may be given up, shape (steps,).
        shapes: Shapes of beads.
    """
    held = HeldSentences(model, path, weak)
    seed, other = (model.constraints.free(side, held.free(side)) for side in (0, 1))
    if len(seed) == 0 or len(other) == 0:
        return []
    search = _Search(model, path, held, (seed, other), shapes)
    unmatched = min(len(seed), len(other))
    passages = search.passages(PRIOR_MOVED, [])
    found = _credible(model, path, passages, unmatched)
    if found:
        count = min(map(len, sentences_of(found)))
        share = (count + PRIOR_MOVED * _PRIOR_FREE) / (unmatched + _PRIOR_FREE)
        found = _credible(model, path, search.passages(share, passages), unmatched)
    return found


class _Search:
    """Search for passages among the free sentences."""

    def __init__(
        self,
        model: LikelihoodModel,
        path: Path,
        held: HeldSentences,
        free: tuple[Ints, Ints],
        shapes: Shapes,
    ) -> None:
        self._model, self._held, self._free, self._shapes = model, held, free, shapes
        pairs = _pairs(model, *free)
        self._pairs = _chained([each for each in pairs if not held.joined(each.seed, each.other)])
        self._places, self._rivals = SentencePlaces(path, free), RivalScorer(model)

    def passages(self, share: float, known: list[_Passage]) -> list[_Passage]:
        """Return known passages, and more that are probable if this share has moved."""
        free = set(self._free[0].tolist()), set(self._free[1].tolist())
        _remove(free, [bead for passage in known for bead in passage.beads])
        found = list(known)
        for chain, weight in _heaviest_first(self._pairs, free):
            prior = self._places.prior(chain[0].seed, chain[0].other, share)
            if weight + prior < _LEAST_ODDS:
                continue
            around = _passage(chain, free)
            beads, score = _new_beads(self._model, self._held, around, self._shapes)
            odds = score + prior - self._held.lost(beads)
            if odds < _LEAST_ODDS:
                continue
            odds -= sum(self._places.similar(self._rivals, bead.seed, bead.other) for bead in beads)
            if odds < _LEAST_ODDS:
                continue
            _remove(free, beads)
            in_order = self._places.in_order(chain[0].seed, chain[0].other)
            found.append(_Passage(tuple(beads), odds, in_order))
        return found


def _remove(free: tuple[set[int], set[int]], beads: Iterable[MovedBead]) -> None:
    """Remove the sentences of some beads."""
    for side, taken in zip(free, sentences_of(beads), strict=True):
        side.difference_update(taken)


def _credible(
    model: LikelihoodModel, path: Path, passages: list[_Passage], unmatched: int
) -> list[MovedBead]:
    """Return the beads of the passages that are more than coincidences, with their confidences.

    In a long text, two similar sentences may have lost their partners by chance. So a passage
    needs more similarity than the weakest beads of the path have, several beads, or other passages
    in the same text.
    """
    if not passages:
        return []
    ranks = _ranks(model, path, [bead for passage in passages for bead in passage.beads])
    shares = [[ranks[bead] for bead in passage.beads] for passage in passages]
    solid = sum(sum(share) / len(share) >= _SOLID for share in shares)
    rate = (solid + _PRIOR_SOLID) / (unmatched + _PRIOR_UNMATCHED)
    found = []
    for passage, share in zip(passages, shares, strict=True):
        by_chance = math.log(_COINCIDENCE) + math.log(_COINCIDENCE_NEXT) * (len(share) - 1)
        likeness = sum(map(_log_likeness, share)) / len(share)
        credible = _logistic(passage.odds)
        if not passage.in_order:
            credible *= _logistic(math.log(rate) - by_chance + likeness)
        if credible >= _LEAST_CREDIBLE:
            found += [
                replace(each, confidence=credible * each.confidence) for each in passage.beads
            ]
    return found


def _ranks(model: LikelihoodModel, path: Path, beads: list[MovedBead]) -> dict[MovedBead, float]:
    """Return for each bead the share of the path's beads that are less similar.

    Half of those that are equally similar count, or in nearly equal texts, in which most beads
    are, an equal sentence would seem to be among the least similar ones.
    """
    paired = path.only(path.paired)
    similarities = np.sort(similarity(model, (paired.seed, paired.other)))
    bounds = [
        np.array([(run.start, run.stop) for run in runs], np.int64).reshape(-1, 2)
        for runs in ([bead.seed for bead in beads], [bead.other for bead in beads])
    ]
    mine = similarity(model, (bounds[0], bounds[1]))
    less, up_to = (np.searchsorted(similarities, mine, side) for side in ("left", "right"))
    ranks = ((less + up_to) / 2 + 1) / (len(similarities) + 2)
    return dict(zip(beads, ranks.tolist(), strict=True))


def _log_likeness(rank: float) -> float:
    """Return the log likelihood ratio of a rank: of a bead, against a coincidence."""
    by_chance = (1 - _ALIKE) * _STEEP * math.exp(-_STEEP * rank) + _ALIKE
    return min(_MOST_LIKENESS, -math.log(by_chance))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class _Passage:
    """Beads of a passage, their log odds, and whether they cross nothing on the path."""

    beads: tuple[MovedBead, ...]
    odds: float
    in_order: bool


def taken_from(path: Path, beads: list[MovedBead]) -> Flags:
    """Return True for each step of a path that has sentences of these beads, shape (steps,)."""
    taken = np.zeros(len(path.scores), np.bool_)
    for numbers, bounds in zip(sentences_of(beads), (path.seed, path.other), strict=True):
        before = np.searchsorted(np.array(sorted(numbers), np.int64), bounds)
        taken |= before[:, 0] < before[:, 1]
    return taken


@dataclass(slots=True)
class _SentencePair:
    """Two sentences that may correspond, and the best chain that ends with them."""

    seed: int
    other: int
    weight: float
    total: float
    before: _SentencePair | None = None


def _pairs(model: LikelihoodModel, seed: Ints, other: Ints) -> list[_SentencePair]:
    """Return probable pairs of free sentences, in the order of the seed."""
    first, second = model.seed.part(seed), model.other.part(other)
    candidates = find_candidates(first, second, model.weights)
    weights = on_grid(weigh_candidates(candidates, first, second, model.weights, miss=1.0))
    kept = np.flatnonzero(weights > _LEAST_PAIR)
    rows, columns = seed[candidates.seed[kept]], other[candidates.other[kept]]
    order = np.lexsort((columns, rows))
    return [
        _SentencePair(i, j, weight, weight)
        for i, j, weight in zip(
            rows[order].tolist(),
            columns[order].tolist(),
            weights[kept][order].tolist(),
            strict=True,
        )
    ]


def _chained(pairs: list[_SentencePair]) -> list[_SentencePair]:
    """Set for each pair, in place, the best chain of nearby pairs before it."""
    start = 0
    for number, pair in enumerate(pairs):
        while pair.seed - pairs[start].seed > _NEXT_SEED:
            start += 1
        for near in range(number - 1, start - 1, -1):
            before = pairs[near]
            down, right = pair.seed - before.seed, pair.other - before.other
            if not 0 <= right <= _NEXT_OTHER or before.total <= 0 or down == right == 0:
                continue
            skipped = max(0, down - 1) + max(0, right - 1)
            total = before.total + pair.weight - _SKIPPED * skipped
            if total > pair.total:
                pair.total, pair.before = total, before
    return pairs


def _heaviest_first(
    pairs: list[_SentencePair], free: tuple[set[int], set[int]]
) -> Iterator[tuple[list[_SentencePair], float]]:
    """Yield chains and their weights, each as far back as its sentences are free by then."""
    for last in sorted(pairs, key=lambda pair: -pair.total):
        chain = []
        pair: _SentencePair | None = last
        while pair is not None and pair.seed in free[0] and pair.other in free[1]:
            chain.append(pair)
            pair = pair.before
        if chain:
            yield chain, last.total - (pair.total if pair is not None else 0.0)


def _passage(chain: list[_SentencePair], free: tuple[set[int], set[int]]) -> tuple[Ints, Ints]:
    """Return the free sentences from the first to the last of a chain, and a few around them."""
    found = []
    for side, numbers in enumerate(([p.seed for p in chain], [p.other for p in chain])):
        first, last = min(numbers), max(numbers)
        for _ in range(_EXTENDED):
            first -= first - 1 in free[side]
            last += last + 1 in free[side]
        inside = [number for number in range(first, last + 1) if number in free[side]]
        found.append(np.array(inside, np.int64))
    return found[0], found[1]


def _new_beads(
    model: LikelihoodModel, held: HeldSentences, passage: tuple[Ints, Ints], shapes: Shapes
) -> tuple[list[MovedBead], float]:
    """Return the beads of a passage that are not on the path, like ``_beads``.

    A neighbour of a passage in a weak bead may be better off there: without it, the passage may
    have another bead.
    """
    while passage[0].size and passage[1].size:
        beads, score = _beads(model, passage, shapes)
        kept = [bead for bead in beads if held.joined(bead.seed.start, bead.other.start)]
        if not kept:
            return beads, score
        passage = (
            passage[0][~np.isin(passage[0], [i for bead in kept for i in bead.seed])],
            passage[1][~np.isin(passage[1], [j for bead in kept for j in bead.other])],
        )
    return [], 0.0


def _beads(
    model: LikelihoodModel, passage: tuple[Ints, Ints], shapes: Shapes
) -> tuple[list[MovedBead], float]:
    """Return the beads of a passage that score higher than chance, and the sum of scores."""
    unmatched = max(model.priors.unmatched, _LEAST_UNMATCHED)
    return find_free_beads(model, passage, shapes, unmatched, floor=0.0)
