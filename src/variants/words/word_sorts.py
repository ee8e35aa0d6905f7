"""Sorts of the words of a text, for the weights of phrases."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from variants.languages.kin import Kin, kin_of
from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.words import TokenKind
from variants.words.vocabulary import KINDS, Numbers, Vocabulary

SORTS_PER_WORD = 4
"""Sorts of a word: its kind, its class in the grammar, itself or its ending, its part of speech."""
NO_SORT = 0
"""Number of the sort that carries no weight."""
_COMMA = ","


def sort_words(vocabulary: Vocabulary, language: Language, numbers: Mapping[str, int]) -> Numbers:
    """Return the numbers of the sorts of each word and of the edge of a sentence, its last row.

    The shape is (words + 1, ``SORTS_PER_WORD``).
    """
    kinds = map(KINDS.__getitem__, vocabulary.kind.tolist())
    tag, number = language.tag, numbers.get
    names = [_cached_names(*each, tag) for each in zip(vocabulary.words, kinds, strict=False)]
    names.append(("edge", "", "", ""))
    flat = [number(name, NO_SORT) for sorts in names for name in sorts]
    return np.array(flat, dtype=np.int32).reshape(-1, SORTS_PER_WORD)


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
