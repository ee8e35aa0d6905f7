"""What speaks for two words being counterparts, before any context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein, Prefix
from rapidfuzz.process import cdist

from variants.languages import Language, fold, numbers_in, same_name, spelling_key
from variants.types import Token, TokenKind

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

_LEAST_LETTERS = 4  # Shorter words are alike by chance.
_LEAST_PREFIX = 4
_CLEARLY_ALIKE, _MOSTLY_PREFIX = 0.35, 0.5  # Below these the first pass starts from nothing.
_ALIKE_FROM = 0.5  # Half the letters: below, likeness says nothing.


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
class Evidence:
    """Evidence for every pair of words of one bead, all of shape (base, other).

    Attributes:
        sort: A ``PairSort`` each.
        features: Same stem, likeness, common prefix, shared part of a hyphenated word.
        start: A first similarity, 0 to 1, for the context of the first pass.
    """

    sort: Codes
    features: tuple[Floats, Floats, Floats, Floats]
    start: Floats


def weigh_pairs(base: Sequence[Token], other: Sequence[Token], language: Language) -> Evidence:
    """The evidence for each pair of words of a bead."""
    sort = _sorts(base, other)
    _mark_equivalents(sort, base, other, language)
    plain = sort == PairSort.OTHER
    stem = plain & (
        np.array([language.stem(token.key) for token in base])[:, None]
        == np.array([language.stem(token.key) for token in other])[None, :]
    )
    likeness, prefix = _spelled_alike(base, other)
    likeness, prefix = likeness * plain, prefix * plain
    part = plain * _hyphen_parts(base, other)
    same = (sort >= PairSort.SAME_CONTENT) & (sort <= PairSort.SAME_PUNCTUATION)
    start = np.maximum.reduce(
        [
            0.9 * stem,
            0.9 * (sort == PairSort.SAME_NUMBER),
            np.where(likeness > _CLEARLY_ALIKE, 0.9 * likeness, 0.0),
            np.where(prefix > _MOSTLY_PREFIX, 0.8 * prefix, 0.0),
            0.6 * part,
            1.0 * same,
        ]
    )
    return Evidence(sort, (stem.astype(float), likeness, prefix, part), start)


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
_KINDS = tuple(TokenKind)
_SORT_TABLE = np.array(
    [[_SORT_OF.get((a, b), _SORT_OF.get((b, a))) for b in _KINDS] for a in _KINDS], dtype=np.int64
)
_SAME_OF = np.array(
    [
        {
            TokenKind.CONTENT: PairSort.SAME_CONTENT,
            TokenKind.NUMBER: PairSort.SAME_CONTENT,
            TokenKind.FUNCTION: PairSort.SAME_FUNCTION,
            TokenKind.PUNCTUATION: PairSort.SAME_PUNCTUATION,
        }[kind]
        for kind in _KINDS
    ],
    dtype=np.int64,
)


def _sorts(base: Sequence[Token], other: Sequence[Token]) -> Codes:
    ids: dict[str, int] = {}
    base_ids = np.array([ids.setdefault(t.key, len(ids)) for t in base])
    other_ids = np.array([ids.setdefault(t.key, len(ids)) for t in other])
    base_kinds = np.array([_KINDS.index(t.kind) for t in base])
    other_kinds = np.array([_KINDS.index(t.kind) for t in other])
    sort: Codes = _SORT_TABLE[base_kinds[:, None], other_kinds[None, :]]
    same = base_ids[:, None] == other_ids[None, :]
    return np.where(same, _SAME_OF[base_kinds][:, None], sort)


def _mark_equivalents(
    sort: Codes, base: Sequence[Token], other: Sequence[Token], language: Language
) -> None:
    """Raise, in place, pairs that a table or a rule knows for one word in two forms."""
    for i, j in zip(*np.nonzero(sort == PairSort.NUMBER_NUMBER), strict=True):
        if _values(base[i].key) == _values(other[j].key):
            sort[i, j] = PairSort.SAME_NUMBER
    if language.tag != "en":
        return
    for i, j in zip(*np.nonzero(sort == PairSort.OTHER), strict=True):
        if _one_word(base[i].key, other[j].key):
            sort[i, j] = PairSort.SAME_CONTENT


@lru_cache(maxsize=50_000)
def _values(key: str) -> tuple[float, ...]:
    return tuple(sorted(numbers_in([key]).elements()))


@lru_cache(maxsize=500_000)
def _one_word(one: str, other: str) -> bool:
    """Whether two folded English words are one word spelled in two ways, or one name."""
    return spelling_key(one) == spelling_key(other) or same_name(one, other)


def _spelled_alike(base: Sequence[Token], other: Sequence[Token]) -> tuple[Floats, Floats]:
    """Likeness of letters above one half, scaled to 0–1, and the share of a common prefix."""
    base_words, other_words = [t.key for t in base], [t.key for t in other]
    base_length = np.array([len(word) for word in base_words], dtype=float)[:, None]
    other_length = np.array([len(word) for word in other_words], dtype=float)[None, :]
    long = (base_length >= _LEAST_LETTERS) & (other_length >= _LEAST_LETTERS)
    alike = cdist(
        base_words,
        other_words,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=_ALIKE_FROM,
        dtype=np.float64,
    )
    common = cdist(base_words, other_words, scorer=Prefix.similarity, dtype=np.float64)
    likeness = np.where(long & (alike > _ALIKE_FROM), (alike - _ALIKE_FROM) / _ALIKE_FROM, 0.0)
    prefix = np.where(common >= _LEAST_PREFIX, 2.0 * common / (base_length + other_length), 0.0)
    return likeness, prefix


def _hyphen_parts(base: Sequence[Token], other: Sequence[Token]) -> Floats:
    """1 where a word is one part of the other, hyphenated word."""
    found = np.zeros((len(base), len(other)))
    for mine, theirs, cells in ((base, other, found), (other, base, found.T)):
        for i, token in enumerate(mine):
            if "-" in token.key:
                parts = set(fold(token.key).split("-"))
                cells[i] = [max(t.key in parts and len(t.key) > _LEAST_LETTERS, c)
                            for t, c in zip(theirs, cells[i], strict=True)]  # fmt: skip
    return found
