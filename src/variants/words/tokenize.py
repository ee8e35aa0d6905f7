"""Tokens of a text: words and punctuation marks, with their spans."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from variants.languages import Language, fold, is_number, language_of
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.words import Token, TokenKind

if TYPE_CHECKING:
    import regex

# The first line matches nothing that the others would not, but it is fast, and most words match.
_PATTERN = r"""
    [A-Za-z]{2,}+(?![\p{L}\p{M}\p{N}\-‐‑'’ʼ])
  | (?:\p{L}\.){2,}                                         # U.S., J.V.
  | \p{N}+(?:[.,:/]\p{N}+)*[\p{L}\p{M}\p{N}]*               # 16, 1,200, 9:40, 7th
      (?:[-‐‑/'’][\p{L}\p{M}\p{N}]+)*                       # 302/sh, 5-year
  | [\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*
  | (?:(?![\p{Han}\p{Hiragana}\p{Katakana}])[\p{L}\p{M}\p{N}])+
      (?:(?:[-‐‑'’ʼ](?![\p{Han}])|[-‐][ \t]*\r?\n[ \t]*(?=\p{Ll}))[\p{L}\p{M}\p{N}]+)*
                                        # Tse-tung, won't, words split at a line end
  | (?!\s)\X                                                # one mark, emoji and all
"""


def tokenize(text: str, span: Span, language: Language) -> tuple[Token, ...]:
    """Return the tokens of a span of text, with only white space between them.

    Words keep inner apostrophes and hyphens ("won't", "MIG-15s", "302/sh"), and a word hyphenated
    at the end of a line is one token. In scripts without spaces every letter is a token, as every
    punctuation mark is.

    Examples:
        >>> from variants.languages import language_of
        >>> text = "No. 302/sh—the “MIG-15s” won't."
        >>> [t.span.of(text) for t in tokenize(text, Span(0, len(text)), language_of("en"))]
        ['No', '.', '302/sh', '—', 'the', '“', 'MIG-15s', '”', "won't", '.']
    """
    return tuple(
        Token(Span(*match.span()), *_known(match.group(), language.function_words))
        for match in _compiled().finditer(text, span.start, span.end)
    )


def count_words(text: str, span: Span, language: Language) -> Counter[str]:
    """Count the words in a span by key, without punctuation marks.

    The words are those of ``tokenize``, but it is much faster because it does not record spans.

    Examples:
        >>> from variants.languages import language_of
        >>> text = "Ice, and more ice."
        >>> sorted(count_words(text, Span(0, len(text)), language_of("en")).items())
        [('and', 1), ('ice', 2), ('more', 1)]
    """
    known = (
        _known(word, language.function_words)
        for word in _compiled().findall(text, span.start, span.end)
    )
    return Counter(key for key, kind in known if kind is not TokenKind.PUNCTUATION)


def tokens_of(cut: Segmentation, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a span of a witness; a ``Tokenizer``."""
    return tokenize(cut.witness.text, span, language_of(cut.witness.language))


def word_counts_of(cut: Segmentation, span: Span) -> Counter[str]:
    """Return the number of each word in a span of a witness; a ``WordCounter``."""
    return count_words(cut.witness.text, span, language_of(cut.witness.language))


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _known(word: str, function_words: frozenset[str]) -> tuple[str, TokenKind]:
    """Return key and kind of a word."""
    key = fold(word)
    return key, kind_of(key, function_words)


def kind_of(key: str, function_words: frozenset[str]) -> TokenKind:
    """Return the kind of a word, from its key."""
    if not any(c.isalnum() for c in key):
        return TokenKind.PUNCTUATION
    if is_number(key):
        return TokenKind.NUMBER
    return TokenKind.FUNCTION if key in function_words else TokenKind.CONTENT


@cache
def _compiled() -> regex.Pattern[str]:
    # Imported here because only comparing needs it, and it takes longer than a `--help`.
    import regex  # noqa: PLC0415

    return regex.compile(_PATTERN, regex.VERBOSE)
