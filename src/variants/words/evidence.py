"""What speaks for two words being counterparts, before any context."""

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

Sorts = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

_LEAST_LETTERS = 4  # Shorter words are alike by chance.
_LEAST_PREFIX = 4
_CLEARLY_ALIKE, _MOSTLY_PREFIX = 0.35, 0.5  # Below these the first pass starts from nothing.
_ALIKE_FROM = 0.5  # Half the letters: below, likeness says nothing.
_CLOSE, _VERY_CLOSE = 0.25, 0.45  # Cosines of vectors; each has its own weight from there on.
_START_CLOSE = 0.35  # Cosine from which two words begin as similar.


class PairSort(IntEnum):
    """The sort of a pair of words; the numbers are the columns of the fitted weights."""

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
        sort: A ``PairSort`` for each cell.
        places: The cells that have more to say, as places in the flat arrays.
        features: What they say, a row each: same stem, likeness, common beginning, shared
            part of a hyphened word.
        start: A first similarity of each cell, 0 to 1, for the context of the first pass.
        meaning: Cosine of the words' vectors, 0 for the same word; ``None`` without vectors.
    """

    batch: Batch
    sort: Sorts
    places: Places
    features: Floats
    start: Floats
    meaning: Floats | None = None


def weigh_pairs(batch: Batch, vocabulary: Vocabulary) -> PairEvidence:
    """The evidence for each pair of words of each pair of sentences."""
    inside = batch.inside
    sort = _sorts(batch, vocabulary) * inside
    plain = (sort == PairSort.OTHER) & inside
    if vocabulary.names:
        _mark_names(sort, plain, batch, vocabulary)
    stem = plain & _equal(vocabulary.stem, batch)
    places = np.flatnonzero(stem | (plain & _worth_a_look(batch, vocabulary)))
    features = _features(places, stem, batch, vocabulary)
    start = _START_OF[sort]
    start.reshape(-1)[places] = _first_similarity(features)
    return PairEvidence(batch, sort, places, features, start)


def add_meaning(evidence: PairEvidence, vectors: Floats) -> PairEvidence:
    """The evidence and what vectors of the vocabulary's words, of length one, say besides."""
    batch, sort = evidence.batch, evidence.sort
    cosine: Floats = vectors[batch.seed.T] @ vectors[batch.other.T].transpose(0, 2, 1)
    # Rounded, since the last digits of a product of matrices differ from machine to machine.
    meaning: Floats = np.ascontiguousarray(cosine.transpose(1, 2, 0)).round(3)
    meaning[_is_same(sort) | ~batch.inside] = 0
    close = (meaning > _START_CLOSE) & (sort == PairSort.OTHER)
    start = np.maximum(evidence.start, np.where(close, meaning, np.float32(0)))
    return replace(evidence, start=start, meaning=meaning)


def meaning_features(evidence: PairEvidence) -> Iterator[Floats]:
    """Six features of the words' meaning, from "wl" on; none without vectors."""
    meaning, sort = evidence.meaning, evidence.sort
    if meaning is None:
        return
    yield meaning
    yield np.maximum(meaning - np.float32(_CLOSE), 0)
    yield np.maximum(meaning - np.float32(_VERY_CLOSE), 0)
    yield meaning * ((sort == PairSort.FUNCTION_FUNCTION) | (sort == PairSort.FUNCTION_CONTENT))
    # How much closer the closest word of the sentence is: a word is likened to all of it.
    yield meaning - meaning.max(axis=1, keepdims=True)
    yield meaning - meaning.max(axis=0, keepdims=True)


def _is_same(sort: Sorts) -> Flags:
    """Where both words are one word."""
    return (sort >= PairSort.SAME_CONTENT) & (sort <= PairSort.SAME_PUNCTUATION)


_SORT_OF = {
    (TokenKind.CONTENT, TokenKind.CONTENT): PairSort.OTHER,
    (TokenKind.FUNCTION, TokenKind.FUNCTION): PairSort.FUNCTION_FUNCTION,
    (TokenKind.FUNCTION, TokenKind.CONTENT): PairSort.FUNCTION_CONTENT,
    (TokenKind.NUMBER, TokenKind.NUMBER): PairSort.NUMBER_NUMBER,
    (TokenKind.NUMBER, TokenKind.CONTENT): PairSort.NUMBER_WORD,
    (TokenKind.NUMBER, TokenKind.FUNCTION): PairSort.NUMBER_WORD,
    (TokenKind.PUNCTUATION, TokenKind.PUNCTUATION): PairSort.PUNCTUATION_PUNCTUATION,
    (TokenKind.PUNCTUATION, TokenKind.CONTENT): PairSort.PUNCTUATION_WORD,
    (TokenKind.PUNCTUATION, TokenKind.FUNCTION): PairSort.PUNCTUATION_WORD,
    (TokenKind.PUNCTUATION, TokenKind.NUMBER): PairSort.PUNCTUATION_WORD,
}
_SORT_TABLE = np.array(
    [[_SORT_OF.get((a, b), _SORT_OF.get((b, a))) for b in KINDS] for a in KINDS], dtype=np.uint8
)
_SAME_OF = {
    TokenKind.CONTENT: PairSort.SAME_CONTENT,
    TokenKind.NUMBER: PairSort.SAME_CONTENT,
    TokenKind.FUNCTION: PairSort.SAME_FUNCTION,
    TokenKind.PUNCTUATION: PairSort.SAME_PUNCTUATION,
}
_SAME_TABLE = np.array([_SAME_OF[kind] for kind in KINDS], dtype=np.uint8)
_START_OF = np.zeros(len(PairSort), dtype=np.float32)
_START_OF[[PairSort.SAME_CONTENT, PairSort.SAME_FUNCTION, PairSort.SAME_PUNCTUATION]] = 1.0
_START_OF[PairSort.SAME_NUMBER] = 0.9


def _sorts(batch: Batch, vocabulary: Vocabulary) -> Sorts:
    seed, other = vocabulary.kind[batch.seed], vocabulary.kind[batch.other]
    sort: Sorts = _SORT_TABLE.reshape(-1)[(seed * len(KINDS))[:, None] + other[None]]
    value = (sort == PairSort.NUMBER_NUMBER) & _equal(vocabulary.value, batch)
    sort[value] = PairSort.SAME_NUMBER
    same = _equal(vocabulary.same, batch)
    return np.where(same, _SAME_TABLE[seed][:, None], sort)


def _equal(of_word: npt.NDArray[np.int32], batch: Batch) -> Flags:
    """Where both words have the same value of something."""
    equal: Flags = of_word[batch.seed][:, None] == of_word[batch.other][None]
    return equal


def _mark_names(sort: Sorts, plain: Flags, batch: Batch, vocabulary: Vocabulary) -> None:
    """Raise, in place, pairs that are one name in two forms."""
    named = vocabulary.named
    for i, j, k in np.argwhere(plain & named[batch.seed][:, None] & named[batch.other][None]):
        if (int(batch.seed[i, k]), int(batch.other[j, k])) in vocabulary.names:
            sort[i, j, k] = PairSort.SAME_CONTENT
            plain[i, j, k] = False


def _worth_a_look(batch: Batch, vocabulary: Vocabulary) -> Flags:
    """Pairs whose letters may be alike, that begin alike, or of which one has a hyphen.

    Letters that only one word has must be changed or left out, so their number bounds the
    likeness from above without a look at the words.
    """
    letters, length = vocabulary.letters, vocabulary.length
    mine, theirs = letters[batch.seed][:, None], letters[batch.other][None]
    apart = np.maximum(np.bitwise_count(mine & ~theirs), np.bitwise_count(theirs & ~mine))
    rows, columns = length[batch.seed].astype(np.uint8), length[batch.other].astype(np.uint8)
    longer = np.maximum(rows[:, None], columns[None])
    alike: Flags = apart < longer * np.float32(1 - _ALIKE_FROM)
    alike &= (rows >= _LEAST_LETTERS)[:, None] & (columns >= _LEAST_LETTERS)[None]
    alike |= _equal(vocabulary.beginning, batch)
    hyphened = vocabulary.hyphened
    alike |= hyphened[batch.seed][:, None] | hyphened[batch.other][None]
    return alike


def _features(places: Places, stem: Flags, batch: Batch, vocabulary: Vocabulary) -> Floats:
    i, j, k = np.unravel_index(places, stem.shape)
    mine, theirs = batch.seed[i, k].tolist(), batch.other[j, k].tolist()
    words, length = vocabulary.words, vocabulary.length
    one, other = [words[n] for n in mine], [words[n] for n in theirs]
    alike = cpdist(one, other, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    common = cpdist(one, other, scorer=Prefix.similarity, dtype=np.float32)
    rows, columns = length[mine], length[theirs]
    long = (rows >= _LEAST_LETTERS) & (columns >= _LEAST_LETTERS) & (alike > _ALIKE_FROM)
    hyphened = np.flatnonzero(vocabulary.hyphened[mine] | vocabulary.hyphened[theirs])
    part = np.zeros(len(places), dtype=np.float32)
    part[hyphened] = [_is_part(one[n], other[n]) for n in hyphened]
    return np.stack(
        [
            stem.reshape(-1)[places],
            np.where(long, (alike - _ALIKE_FROM) / _ALIKE_FROM, 0.0),
            np.where(common >= _LEAST_PREFIX, 2.0 * common / (rows + columns), 0.0),
            part,
        ]
    ).astype(np.float32)


def _is_part(one: str, other: str) -> bool:
    """Whether a long word is one part of the other, hyphened word."""
    if min(len(one), len(other)) <= _LEAST_LETTERS:
        return False
    return one in other.split("-") or other in one.split("-")


def _first_similarity(features: Floats) -> Floats:
    stem, likeness, beginning, part = features
    best: Floats = np.maximum.reduce(
        [
            0.9 * stem,
            np.where(likeness > _CLEARLY_ALIKE, 0.9 * likeness, 0.0),
            np.where(beginning > _MOSTLY_PREFIX, 0.8 * beginning, 0.0),
            0.6 * part,
        ]
    )
    return best
