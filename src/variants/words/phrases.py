"""The stage of phrases: links judged again, with their neighbours and the sorts of words.

The passes of ``scorer`` find links from word to word. People link phrases: an auxiliary goes with
its verb, an article with its noun, and a compound with the one word that renders it. A small neural
network with one hidden layer judges each pair of words that is not improbable.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variants.languages import Language
from variants.words.batches import Batch, Flags, Floats
from variants.words.cells import Cells, Places, probable_cells
from variants.words.evidence import PairEvidence, is_same
from variants.words.phrase_cells import LEAST, cell_features
from variants.words.phrase_weights import PhraseWeights
from variants.words.vocabulary import Numbers, Vocabulary
from variants.words.word_sorts import sort_words

_MOST = 30.0  # Greater logits would overflow.


@dataclass(frozen=True, slots=True)
class PhraseModel:
    """Weights prepared for one text.

    Attributes:
        weights: The weights.
        tables: Weights of each word in each of the six places, shape (6, words + 1, hidden + 1).
    """

    weights: PhraseWeights
    tables: Floats


def phrase_model(
    weights: PhraseWeights | None, vocabulary: Vocabulary, language: Language
) -> PhraseModel | None:
    """Prepare weights for a text; ``None`` if its language has no sorts of words."""
    if weights is None or not language.phrase_words:
        return None
    numbers = {name: number for number, name in enumerate(weights.sorts, start=1)}
    sorts = sort_words(vocabulary, language, numbers)
    return PhraseModel(weights, weights.words[:, sorts].sum(axis=2))


def judge_phrases(evidence: PairEvidence, p: Floats, model: PhraseModel) -> Cells:
    """Return all cells that may be links, with the probabilities of this stage.

    Args:
        evidence: The evidence about the pairs of a batch.
        p: Probabilities of the scorer, shape (seed word, other word, pair).
        model: The weights, prepared for the batch's text.
    """
    cells = probable_cells(p, LEAST)
    if not len(cells.p):
        return cells
    place = (cells.seed, cells.other, cells.pair)
    pair_type = evidence.pair_type[place]
    hidden = _word_weights(evidence.batch, place, model.tables)
    hidden += model.weights.types.take(pair_type, axis=0)
    hidden += cell_features(evidence, p, cells).T @ model.weights.cells
    return cells._replace(p=_probabilities(hidden, ~is_same(pair_type), model.weights))


def _probabilities(hidden: Floats, differing: Flags, weights: PhraseWeights) -> Floats:
    """Return the probabilities from the sums of the hidden layer and, last, of direct weights."""
    hidden += weights.bias
    score = np.maximum(hidden[:, :-1], 0) @ weights.out + hidden[:, -1]
    score[differing & (score > 0)] *= np.float32(weights.caution)
    p: Floats = 1 / (1 + np.exp(-np.clip(score, -_MOST, _MOST)))
    return p


def neighbour_words(words: Numbers, edge: int) -> tuple[Numbers, Numbers, Numbers]:
    """Return the word before each word, the word, and the one after, shape (pair, word).

    Args:
        words: Words as numbers, shape (word, pair).
        edge: Number for the place before the first word and after the last.
    """
    own = np.ascontiguousarray(words.T)
    padded = np.pad(own, ((0, 0), (1, 1)), constant_values=edge)
    return padded[:, :-2], own, padded[:, 2:]


def _word_weights(batch: Batch, place: tuple[Places, Places, Places], tables: Floats) -> Floats:
    """Return the summed weights of the six words around each cell."""
    i, j, pair = place
    seed = _side_weights(batch.seed, tables[:3])
    other = _side_weights(batch.other, tables[3:])
    total: Floats = seed.take(pair * len(batch.seed) + i, axis=0)
    total += other.take(pair * len(batch.other) + j, axis=0)
    return total


def _side_weights(words: Numbers, tables: Floats) -> Floats:
    """Return the summed weights of each word and its neighbours, shape (pair x word, hidden)."""
    before, own, after = neighbour_words(words, tables.shape[1] - 1)
    sums: Floats = tables[1].take(own.ravel(), axis=0)
    sums += tables[0].take(before.ravel(), axis=0)
    sums += tables[2].take(after.ravel(), axis=0)
    return sums
