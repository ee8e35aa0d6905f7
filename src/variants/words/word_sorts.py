"""Sorts of the words of a text, for the weights of phrases, and how near their meanings are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from variants.languages.kin import Kin, kin_of
from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.words import TokenKind
from variants.words.batches import Floats
from variants.words.vocabulary import KINDS, Numbers, Vocabulary

SORTS_PER_WORD = 4
"""Sorts of a word: its kind, its class in the grammar, itself or its ending, its part of speech."""
NO_SORT = 0
"""Number of the sort that carries no weight."""
_COMMA = ","


@dataclass(frozen=True, slots=True)
class WordSorts:
    """Sorts of the words of a vocabulary.

    Attributes:
        sorts: Numbers of the sorts of each word and of the edge of a sentence, its last row; shape
            (words + 1, ``SORTS_PER_WORD``).
        words: The words.
        kin: Relations between words; ``None`` if they are unknown.
    """

    sorts: Numbers
    words: tuple[str, ...]
    kin: Kin | None

    def nearness(self, seed: Sequence[int], other: Sequence[int]) -> Floats:
        """Return three features of pairs of words, shape (3, pairs), from their relation.

        They are the nearness in meaning, 1 for antonyms, and 1 if a word is unknown.
        """
        found: Floats = np.zeros((3, len(seed)), dtype=np.float32)
        if self.kin is None:
            return found
        relation, words = self.kin.relation, self.words
        related = [relation(words[i], words[j]) for i, j in zip(seed, other, strict=True)]
        near = np.array([np.nan if each is None else each for each in related], dtype=np.float32)
        found[0] = np.where(near > 0, near, 0)
        found[1] = near < 0
        found[2] = np.isnan(near)
        return found


def sort_words(vocabulary: Vocabulary, language: Language, numbers: Mapping[str, int]) -> WordSorts:
    """Return the sorts of the words of a vocabulary, as numbers of the names of sorts."""
    kinds = map(KINDS.__getitem__, vocabulary.kind.tolist())
    tag, number = language.tag, numbers.get
    names = [_cached_names(*each, tag) for each in zip(vocabulary.words, kinds, strict=False)]
    names.append(("edge", "", "", ""))
    flat = [number(name, NO_SORT) for sorts in names for name in sorts]
    sorts = np.array(flat, dtype=np.int32).reshape(-1, SORTS_PER_WORD)
    return WordSorts(sorts, vocabulary.words, kin_of(tag))


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _cached_names(word: str, kind: TokenKind, tag: str) -> tuple[str, str, str, str]:
    return sort_names(word, kind, language_of(tag), kin_of(tag))


def sort_names(
    word: str, kind: TokenKind, language: Language, kin: Kin | None
) -> tuple[str, str, str, str]:
    """Return the names of a word's sorts: kind, class, the word or its ending, part of speech."""
    if kind is TokenKind.PUNCTUATION:
        return kind.value, "comma" if word == _COMMA else "", "", ""
    if kind is TokenKind.NUMBER:
        return kind.value, "", "", ""
    known = language.phrase_words.get(word, "")
    if kind is TokenKind.FUNCTION or known:
        return kind.value, language.grammar.get(word, ""), known and f"as {known}", ""
    endings = (f"-{end}" for end in language.grammar_endings if word.endswith(end))
    parts = kin.parts_of_speech(word) if kin is not None else ""
    part = f"{parts[0]}{'+' * (len(parts) > 1)}" if parts else "unknown"
    return kind.value, "", next(endings, ""), part
