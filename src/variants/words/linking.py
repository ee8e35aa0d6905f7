"""Links between the words of many pairs of sentences at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from variants.languages import Language
from variants.words.batches import Batch, Floats, NumberedPair, cut_batches
from variants.words.blocks import cut_blocks
from variants.words.cells import Cells, probable_cells
from variants.words.evidence import PairEvidence, add_meaning, collect_evidence
from variants.words.nearly_same import link_nearly_same, precision_table
from variants.words.scorer import ScorerModel, ScorerWeights, score_pairs
from variants.words.vocabulary import Vocabulary, build_vocabulary, number_words

if TYPE_CHECKING:
    from variants.words.phrases import PhraseModel

NEARLY_SAME_FROM = 0.9
"""Share of common words from which the fast tier links a pair."""

_DIGITS = 4  # Rounding of a probability; further digits differ between machines.

Shares: TypeAlias = npt.NDArray[np.float64]

KeyPair: TypeAlias = tuple[Sequence[str], Sequence[str]]
"""The folded words of a seed sentence and of its counterpart."""

WordLink: TypeAlias = tuple[int, int, float]
"""Index of the seed's word, of the other side's, and the probability that a person links them."""


def link_pairs(
    pairs: Sequence[KeyPair], language: Language, model: ScorerModel
) -> list[list[WordLink]]:
    """Return the links of each pair, in order; a word may have several.

    Pairs with equal words are not scored. Pairs that are nearly the same go to the fast tier, the
    others to the scorer. A model of phrases scores those that are nearly the same too: the
    probability is then the mean of both.

    Args:
        pairs: Folded words of both sides of each pair.
        language: Language of all words.
        model: Model that scores pairs of words.

    Returns:
        For each pair its links in order, with probabilities from 0 to 1, rounded to four digits.
    """
    links: list[list[WordLink]] = [
        [(i, i, 1.0) for i in range(len(seed))] if list(seed) == list(other) else []
        for seed, other in pairs
    ]
    differing = [k for k, (seed, other) in enumerate(pairs) if list(seed) != list(other)]
    vocabulary, numbered = number_pairs([pairs[k] for k in differing], language)
    parts, blocks = _parts(numbered)
    near = (common_shares(numbered) >= NEARLY_SAME_FROM)[[part.pair for part in parts]]
    found: list[list[WordLink]] = [[] for _ in parts]
    no_word = len(vocabulary.words)
    text = _prepare(vocabulary, language, model)
    for batch in cut_batches(blocks, np.flatnonzero(near).tolist(), no_word):
        for member, linked in zip(batch.members, _link_near(batch, text), strict=True):
            found[member] = linked
    for batch in cut_batches(blocks, np.flatnonzero(~near).tolist(), no_word):
        scored = _link_scored(batch, text, text.threshold)
        for member, linked in zip(batch.members, scored, strict=True):
            found[member] = linked
    for part, linked in zip(parts, found, strict=True):
        i, k = part.seed, part.other
        links[differing[part.pair]] += (
            [(i + one, k + other, p) for one, other, p in linked] if i or k else linked
        )
    return links


class _Text(NamedTuple):
    """A model prepared for the words of one text."""

    vocabulary: Vocabulary
    weights: ScorerWeights
    vectors: Floats | None
    phrases: PhraseModel | None

    @property
    def threshold(self) -> float:
        """Probability above which a pair is a link."""
        return (self.weights if self.phrases is None else self.phrases.weights).threshold

    def cells(self, evidence: PairEvidence, p: Floats, least: float) -> Cells:
        """Return the cells with a probability above ``least``, from those of the scorer."""
        if self.phrases is None:
            return probable_cells(p, least)
        # Inside, because comparing texts does not need it.
        from variants.words.phrases import judge_phrases  # noqa: PLC0415

        cells = judge_phrases(evidence, p, self.phrases)
        return cells.only(cells.p > least)


def _prepare(vocabulary: Vocabulary, language: Language, model: ScorerModel) -> _Text:
    vectors = None if model.vectors is None else model.vectors(vocabulary.words)
    if model.phrases is None:
        return _Text(vocabulary, model.weights, vectors, None)
    from variants.words.phrases import phrase_model  # noqa: PLC0415 - as above

    phrases = phrase_model(model.phrases, vocabulary, language)
    return _Text(vocabulary, model.weights, vectors, phrases)


class _Part(NamedTuple):
    """A block of a pair: number of the pair, and first word on either side."""

    pair: int
    seed: int
    other: int


def _parts(pairs: Sequence[NumberedPair]) -> tuple[list[_Part], list[NumberedPair]]:
    """Cut the pairs into blocks of bounded size, nearly always one each."""
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
    """Return the vocabulary of the folded words of all pairs, and the pairs as its numbers."""
    words, texts = number_words(side for pair in pairs for side in pair)
    return build_vocabulary(words, language), list(zip(texts[::2], texts[1::2], strict=True))


def common_shares(pairs: Sequence[NumberedPair]) -> Shares:
    """Return the share of common words of each pair, from 0 to 1, shape (pairs,).

    It is the Dice coefficient with repeated words counted, and 0 for two sides without words.
    """
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
    """Return each distinct word of each pair, with the pair in the upper bits, and its count."""
    pair = np.repeat(np.arange(len(sides), dtype=np.int64), [len(side) for side in sides])
    words = np.fromiter((word for side in sides for word in side), np.int64, count=len(pair))
    return np.unique((pair << _WORD_BITS) | words, return_counts=True)


def _link_fast(batch: Batch, vocabulary: Vocabulary) -> Iterator[list[WordLink]]:
    precision = precision_table()
    for links in link_nearly_same(collect_evidence(batch, vocabulary)):
        yield [(i, j, precision[reason][beside]) for i, j, reason, beside in links]


def _link_near(batch: Batch, text: _Text) -> Iterator[list[WordLink]]:
    fast = _link_fast(batch, text.vocabulary)
    if text.phrases is None:
        yield from fast
        return
    for links in zip(fast, _link_scored(batch, text, 0.0), strict=True):
        found: dict[tuple[int, int], float] = {}
        for i, j, p in chain.from_iterable(links):
            found[i, j] = found.get((i, j), 0.0) + p / 2
        yield [
            (*cell, round(p, _DIGITS)) for cell, p in sorted(found.items()) if p > text.threshold
        ]


def _link_scored(batch: Batch, text: _Text, least: float) -> list[list[WordLink]]:
    evidence = collect_evidence(batch, text.vocabulary)
    if text.vectors is not None:
        evidence = add_meaning(evidence, text.vectors)
    cells = text.cells(evidence, score_pairs(evidence, text.weights), least)
    values = cells.p.astype(np.float64).round(_DIGITS).tolist()
    links = list(zip(cells.seed.tolist(), cells.other.tolist(), values, strict=True))
    # The cells are in the order of the pairs, so the links of each pair are a slice.
    ends = np.searchsorted(cells.pair, np.arange(1, len(batch.members) + 1)).tolist()
    return [links[start:end] for start, end in zip([0, *ends], ends, strict=False)]
