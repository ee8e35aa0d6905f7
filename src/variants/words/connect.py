"""Links between the words of many pairs of sentences at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from variants.languages import Language
from variants.words.batches import Batch, Floats, NumberedPair, cut_batches
from variants.words.blocks import cut_blocks
from variants.words.evidence import add_meaning, weigh_pairs
from variants.words.nearly_same import link_nearly_same, shares_right
from variants.words.scorer import ScorerModel, ScorerWeights, score_pairs
from variants.words.vocabulary import Vocabulary, look_up, number_words

NEARLY_SAME_FROM = 0.9
"""Share of words in common from which the fast tier links a pair."""

_DIGITS = 4  # Of a probability; more would differ from machine to machine.

Shares: TypeAlias = npt.NDArray[np.float64]

KeyPair: TypeAlias = tuple[Sequence[str], Sequence[str]]
"""The words of a seed and of its other, folded."""

WordLink: TypeAlias = tuple[int, int, float]
"""Index of the seed's word, of the other's, and the probability that a person links them."""


def connect(
    pairs: Sequence[KeyPair], language: Language, model: ScorerModel
) -> list[list[WordLink]]:
    """For each pair its links, in order; a word may have several.

    Pairs whose words are the same, one by one, cost nothing. Pairs that are nearly the same
    go to the fast tier, the others to the scorer.
    """
    links: list[list[WordLink]] = [
        [(i, i, 1.0) for i in range(len(seed))] if list(seed) == list(other) else []
        for seed, other in pairs
    ]
    differing = [k for k, (seed, other) in enumerate(pairs) if list(seed) != list(other)]
    vocabulary, numbered = number_pairs([pairs[k] for k in differing], language)
    parts, blocks = _parts(numbered)
    near = (share_in_common(numbered) >= NEARLY_SAME_FROM)[[part.pair for part in parts]]
    found: list[list[WordLink]] = [[] for _ in parts]
    no_word = len(vocabulary.words)
    for batch in cut_batches(blocks, np.flatnonzero(near).tolist(), no_word):
        for member, linked in zip(batch.members, _link_fast(batch, vocabulary), strict=True):
            found[member] = linked
    vectors = None if model.vectors is None else model.vectors(vocabulary.words)
    for batch in cut_batches(blocks, np.flatnonzero(~near).tolist(), no_word):
        scored = _link_scored(batch, vocabulary, model.weights, vectors)
        for member, linked in zip(batch.members, scored, strict=True):
            found[member] = linked
    for part, linked in zip(parts, found, strict=True):
        i, k = part.seed, part.other
        links[differing[part.pair]] += [(i + one, k + other, p) for one, other, p in linked]
    return links


class _Part(NamedTuple):
    """A block of a pair, or all of it: which pair, and where it begins on either side."""

    pair: int
    seed: int
    other: int


def _parts(pairs: Sequence[NumberedPair]) -> tuple[list[_Part], list[NumberedPair]]:
    """The pairs in blocks of bounded size, nearly always one each."""
    parts: list[_Part] = []
    blocks: list[NumberedPair] = []
    for pair, (seed, other) in enumerate(pairs):
        for i, j, k, last in cut_blocks(seed, other):
            parts.append(_Part(pair, i, k))
            blocks.append((seed[i:j], other[k:last]))
    return parts, blocks


def number_pairs(
    pairs: Iterable[KeyPair], language: Language
) -> tuple[Vocabulary, list[NumberedPair]]:
    """What is known of the words of all pairs, and the pairs by the numbers of their words."""
    words, texts = number_words(side for pair in pairs for side in pair)
    return look_up(words, language), list(zip(texts[::2], texts[1::2], strict=True))


def share_in_common(pairs: Sequence[NumberedPair]) -> Shares:
    """For each pair the share of its words, of both sides, that the other side has too (Dice)."""
    sizes = np.array([(len(seed), len(other)) for seed, other in pairs]).reshape(-1, 2)
    seed, seed_counts = _counted([seed for seed, _ in pairs])
    other, other_counts = _counted([other for _, other in pairs])
    both, here, there = np.intersect1d(seed, other, assume_unique=True, return_indices=True)
    common = np.minimum(seed_counts[here], other_counts[there])
    found = np.bincount(both >> _WORD_BITS, weights=common, minlength=len(pairs))
    shares: Shares = 2.0 * found / np.maximum(sizes.sum(axis=1), 1)
    return shares


_WORD_BITS = 32


def _counted(
    sides: Sequence[Sequence[int]],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Every word of every pair, the pair in its upper bits, and how often it stands there."""
    pair = np.repeat(np.arange(len(sides), dtype=np.int64), [len(side) for side in sides])
    words = np.fromiter((word for side in sides for word in side), np.int64, count=len(pair))
    return np.unique((pair << _WORD_BITS) | words, return_counts=True)


def _link_fast(batch: Batch, vocabulary: Vocabulary) -> Iterator[list[WordLink]]:
    right = shares_right()
    for links in link_nearly_same(weigh_pairs(batch, vocabulary)):
        yield [(i, j, right[reason][beside]) for i, j, reason, beside in links]


def _link_scored(
    batch: Batch, vocabulary: Vocabulary, weights: ScorerWeights, vectors: Floats | None
) -> list[list[WordLink]]:
    evidence = weigh_pairs(batch, vocabulary)
    if vectors is not None:
        evidence = add_meaning(evidence, vectors)
    p = score_pairs(evidence, weights).transpose(2, 0, 1)
    cells = np.nonzero(p > weights.threshold)
    links: list[list[WordLink]] = [[] for _ in batch.members]
    values = p[cells].astype(np.float64).round(_DIGITS).tolist()
    places = (axis.tolist() for axis in cells)
    for k, i, j, value in zip(*places, values, strict=True):
        links[k].append((i, j, value))
    return links
