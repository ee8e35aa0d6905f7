"""Evidence that two words correspond, without any context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein, Prefix
from rapidfuzz.process import cpdist

from variants.types.words import TokenKind
from variants.words.batches import Batch, Flags, Floats
from variants.words.vocabulary import KINDS, Vocabulary

Types = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

_LEAST_LETTERS = 4  # Shorter words are similar by chance.
_LEAST_PREFIX = 4
_CLEARLY_SIMILAR, _MOSTLY_PREFIX = 0.35, 0.5  # At or below these the first pass starts from 0.
_SIMILAR_FROM = 0.5  # Half the letters: a lower similarity is not evidence.
_CLOSE, _VERY_CLOSE = 0.25, 0.45  # Cosines of vectors, from which features with own weights start.
_START_CLOSE = 0.35  # Cosine above which two words are similar in the first pass.


class PairType(IntEnum):
    """Type of a pair of words; the numbers are the columns of the fitted weights."""

    OTHER = 0
    SAME_CONTENT = 1
    SAME_FUNCTION = 2
    SAME_PUNCTUATION = 3
    FUNCTION_FUNCTION = 4
    FUNCTION_CONTENT = 5
    PUNCTUATION_PUNCTUATION = 6
    PUNCTUATION_WORD = 7
    NUMBER_NUMBER = 8
    NUMBER_WORD = 9
    SAME_NUMBER = 10


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """Evidence for every pair of words of a batch.

    Attributes:
        batch: The pairs.
        pair_type: A ``PairType`` for each cell, shape of the cells.
        places: Cells with further evidence, as indices into the flat arrays, shape (places,).
        features: Their evidence from 0 to 1, shape (4, places): same stem, similarity by edit
            distance, share of a common beginning, shared part of a hyphened word.
        start: First similarity of each cell, 0 to 1, for the context of the first pass.
        meaning: Cosine of the words' vectors, shape of the cells, 0 for the same word; ``None``
            without vectors.
    """

    batch: Batch
    pair_type: Types
    places: Places
    features: Floats
    start: Floats
    meaning: Floats | None = None


def collect_evidence(batch: Batch, vocabulary: Vocabulary) -> PairEvidence:
    """Return the evidence for each pair of words of each pair of sentences."""
    inside = batch.inside
    pair_type = _pair_types(batch, vocabulary) * inside
    plain = (pair_type == PairType.OTHER) & inside
    if vocabulary.names:
        _mark_names(pair_type, plain, batch, vocabulary)
    stem = plain & _equal(vocabulary.stem, batch)
    places = np.flatnonzero(stem | (plain & _may_be_similar(batch, vocabulary)))
    features = _features(places, stem, batch, vocabulary)
    start = _START_SIMILARITY[pair_type]
    start.reshape(-1)[places] = _first_similarity(features)
    return PairEvidence(batch, pair_type, places, features, start)


def add_meaning(evidence: PairEvidence, vectors: Floats) -> PairEvidence:
    """Return the evidence with the meaning of words.

    Args:
        evidence: The evidence without it.
        vectors: A vector of length one for each word of the vocabulary, and one of zeros for
            padding, shape (words + 1, dimensions).
    """
    batch, pair_type = evidence.batch, evidence.pair_type
    cosine: Floats = vectors[batch.seed.T] @ vectors[batch.other.T].transpose(0, 2, 1)
    # Rounded, because the last digits of a product of matrices differ between machines.
    meaning: Floats = np.ascontiguousarray(cosine.transpose(1, 2, 0)).round(3)
    meaning[is_same(pair_type) | ~batch.inside] = 0
    close = (meaning > _START_CLOSE) & (pair_type == PairType.OTHER)
    start = np.maximum(evidence.start, np.where(close, meaning, np.float32(0)))
    return replace(evidence, start=start, meaning=meaning)


def meaning_features(evidence: PairEvidence) -> Iterator[Floats]:
    """Yield six features of the words' meaning, from "wl" on; none without vectors.

    Each has the shape of the cells. Their order is that of the features in ``semantic.json``.
    """
    meaning, pair_type = evidence.meaning, evidence.pair_type
    if meaning is None:
        return
    yield meaning
    yield np.maximum(meaning - np.float32(_CLOSE), 0)
    yield np.maximum(meaning - np.float32(_VERY_CLOSE), 0)
    yield meaning * (
        (pair_type == PairType.FUNCTION_FUNCTION) | (pair_type == PairType.FUNCTION_CONTENT)
    )
    # Relative to the closest word of the sentence, because a word is compared with all of them.
    # At least 0, as with padding, which has no meaning: else a pair would depend on its batch.
    yield meaning - meaning.max(axis=1, keepdims=True, initial=0)
    yield meaning - meaning.max(axis=0, keepdims=True, initial=0)


def is_same(pair_type: Types) -> Flags:
    """Return True for each cell of equal words."""
    return (pair_type >= PairType.SAME_CONTENT) & (pair_type <= PairType.SAME_PUNCTUATION)


_TYPE_OF = {
    (TokenKind.CONTENT, TokenKind.CONTENT): PairType.OTHER,
    (TokenKind.FUNCTION, TokenKind.FUNCTION): PairType.FUNCTION_FUNCTION,
    (TokenKind.FUNCTION, TokenKind.CONTENT): PairType.FUNCTION_CONTENT,
    (TokenKind.NUMBER, TokenKind.NUMBER): PairType.NUMBER_NUMBER,
    (TokenKind.NUMBER, TokenKind.CONTENT): PairType.NUMBER_WORD,
    (TokenKind.NUMBER, TokenKind.FUNCTION): PairType.NUMBER_WORD,
    (TokenKind.PUNCTUATION, TokenKind.PUNCTUATION): PairType.PUNCTUATION_PUNCTUATION,
    (TokenKind.PUNCTUATION, TokenKind.CONTENT): PairType.PUNCTUATION_WORD,
    (TokenKind.PUNCTUATION, TokenKind.FUNCTION): PairType.PUNCTUATION_WORD,
    (TokenKind.PUNCTUATION, TokenKind.NUMBER): PairType.PUNCTUATION_WORD,
}
_TYPE_TABLE = np.array(
    [[_TYPE_OF.get((a, b), _TYPE_OF.get((b, a))) for b in KINDS] for a in KINDS], dtype=np.uint8
)
_SAME_OF = {
    TokenKind.CONTENT: PairType.SAME_CONTENT,
    TokenKind.NUMBER: PairType.SAME_CONTENT,
    TokenKind.FUNCTION: PairType.SAME_FUNCTION,
    TokenKind.PUNCTUATION: PairType.SAME_PUNCTUATION,
}
_SAME_TABLE = np.array([_SAME_OF[kind] for kind in KINDS], dtype=np.uint8)
_START_SIMILARITY = np.zeros(len(PairType), dtype=np.float32)
_START_SIMILARITY[[PairType.SAME_CONTENT, PairType.SAME_FUNCTION, PairType.SAME_PUNCTUATION]] = 1.0
_START_SIMILARITY[PairType.SAME_NUMBER] = 0.9


def _pair_types(batch: Batch, vocabulary: Vocabulary) -> Types:
    seed, other = vocabulary.kind[batch.seed], vocabulary.kind[batch.other]
    pair_type: Types = _TYPE_TABLE.reshape(-1)[(seed * len(KINDS))[:, None] + other[None]]
    value = (pair_type == PairType.NUMBER_NUMBER) & _equal(vocabulary.value, batch)
    pair_type[value] = PairType.SAME_NUMBER
    same = _equal(vocabulary.same, batch)
    return np.where(same, _SAME_TABLE[seed][:, None], pair_type)


def _equal(of_word: npt.NDArray[np.int32], batch: Batch) -> Flags:
    """Return True for each cell whose words have the same value of a property."""
    equal: Flags = of_word[batch.seed][:, None] == of_word[batch.other][None]
    return equal


def _mark_names(pair_type: Types, plain: Flags, batch: Batch, vocabulary: Vocabulary) -> None:
    """Mark pairs that are forms of one name as the same word, in place."""
    named = vocabulary.named
    for i, j, k in np.argwhere(plain & named[batch.seed][:, None] & named[batch.other][None]):
        if (int(batch.seed[i, k]), int(batch.other[j, k])) in vocabulary.names:
            pair_type[i, j, k] = PairType.SAME_CONTENT
            plain[i, j, k] = False


def _may_be_similar(batch: Batch, vocabulary: Vocabulary) -> Flags:
    """Return True for pairs that may be similar, have a common beginning, or have a hyphen.

    Letters that only one word has must be changed or left out in the edit distance, so their
    number bounds the similarity from above without comparing the words.
    """
    letters, length = vocabulary.letters, vocabulary.length
    mine, theirs = letters[batch.seed][:, None], letters[batch.other][None]
    differing = np.maximum(np.bitwise_count(mine & ~theirs), np.bitwise_count(theirs & ~mine))
    rows, columns = length[batch.seed].astype(np.uint8), length[batch.other].astype(np.uint8)
    longer = np.maximum(rows[:, None], columns[None])
    similar: Flags = differing < longer * np.float32(1 - _SIMILAR_FROM)
    similar &= (rows >= _LEAST_LETTERS)[:, None] & (columns >= _LEAST_LETTERS)[None]
    similar |= _equal(vocabulary.beginning, batch)
    hyphened = vocabulary.hyphened
    similar |= hyphened[batch.seed][:, None] | hyphened[batch.other][None]
    return similar


def _features(places: Places, stem: Flags, batch: Batch, vocabulary: Vocabulary) -> Floats:
    """Return the features of ``PairEvidence`` at these places."""
    i, j, k = np.unravel_index(places, stem.shape)
    mine, theirs = batch.seed[i, k].tolist(), batch.other[j, k].tolist()
    words, length = vocabulary.words, vocabulary.length
    one, other = [words[n] for n in mine], [words[n] for n in theirs]
    similarity = cpdist(one, other, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    common = cpdist(one, other, scorer=Prefix.similarity, dtype=np.float32)
    rows, columns = length[mine], length[theirs]
    long = (rows >= _LEAST_LETTERS) & (columns >= _LEAST_LETTERS) & (similarity > _SIMILAR_FROM)
    hyphened = np.flatnonzero(vocabulary.hyphened[mine] | vocabulary.hyphened[theirs])
    part = np.zeros(len(places), dtype=np.float32)
    part[hyphened] = [_is_part(one[n], other[n]) for n in hyphened]
    return np.stack(
        [
            stem.reshape(-1)[places],
            np.where(long, (similarity - _SIMILAR_FROM) / _SIMILAR_FROM, 0.0),
            np.where(common >= _LEAST_PREFIX, 2.0 * common / (rows + columns), 0.0),
            part,
        ]
    ).astype(np.float32)


def _is_part(one: str, other: str) -> bool:
    """Return True if a long word is one part of the other, hyphened word."""
    if min(len(one), len(other)) <= _LEAST_LETTERS:
        return False
    return one in other.split("-") or other in one.split("-")


def _first_similarity(features: Floats) -> Floats:
    """Return a similarity from 0 to 1 for the first pass, shape (places,)."""
    stem, similarity, beginning, part = features
    best: Floats = np.maximum.reduce(
        [
            0.9 * stem,
            np.where(similarity > _CLEARLY_SIMILAR, 0.9 * similarity, 0.0),
            np.where(beginning > _MOSTLY_PREFIX, 0.8 * beginning, 0.0),
            0.6 * part,
        ]
    )
    return best
