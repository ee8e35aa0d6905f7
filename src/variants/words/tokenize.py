"""Tokens of a text: words and punctuation marks, with their spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from variants.languages import Language, fold, is_number, language_of
from variants.languages.chinese_numerals import CHINESE_NUMERALS
from variants.languages.unit_phrases import CURRENCY_SIGNS
from variants.languages.value_reader import number_runs
from variants.languages.value_table import ValueWords
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.words import Token, TokenKind, make_tokens

if TYPE_CHECKING:
    import regex

_MINUS = frozenset({"-"})  # Also for other signs, folded.
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Scripts without spaces between words."""
_LETTER = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_SPACELESS}]]"
# The first line matches nothing that the others would not, but it is fast, and most words match.
_PATTERN = rf"""
    [A-Za-z]{{2,}}+(?![\p{{L}}\p{{M}}\p{{N}}\-‐‑'’ʼ\u00ad])
  | (?:\p{{L}}\.){{2,}}                                     # U.S., J.V.
  | (?:(?<!\S)\.)?\p{{N}}+(?:[.,:/٫٬．：]\p{{N}}+)*{_LETTER}*  # 16, 1,200, .5, 9:40, 7th
      (?:[-‐‑/'’]{_LETTER}+)*                               # 302/sh, 5-year
  | [{CHINESE_NUMERALS}]{{2,}}                              # 一九五一
  | [{_SPACELESS}]\p{{M}}*
  | [[\p{{Arabic}}\p{{M}}]--\p{{N}}]++(?=\p{{N}})           # "and" before 16 in Arabic
  | {_LETTER}+
      (?:(?:[-‐‑'’ʼ׳᾽\u00ad\u200c\u200d](?![{_SPACELESS}])|[-‐][ \t]*\r?\n[ \t]*(?=\p{{Ll}})
         |(?<=\p{{Hebrew}})["”״](?=\p{{Hebrew}}\p{{M}}*+(?!\p{{L}}))){_LETTER}+)*
                                        # Tse-tung, won't, words split at a line end
  | (?!\s)\X                                                # one mark, emoji and all
"""
_PLAIN = re.compile("[\\x00-\\x7f“”‘’–—…]*")
_PLAIN_PATTERN = re.compile(
    r"""
    [A-Za-z]{2,}+(?![A-Za-z0-9\-'’])
  | (?:[A-Za-z]\.){2,}
  | (?:(?<!\S)\.)?[0-9]+(?:[.,:/][0-9]+)*[A-Za-z0-9]*(?:[-/'’][A-Za-z0-9]+)*
  | [A-Za-z0-9]+(?:(?:[-'’]|-[ \t]*\r?\n[ \t]*(?=[a-z]))[A-Za-z0-9]+)*
  | [^\t-\r ]
    """,
    re.VERBOSE,
)
"""The pattern for text that is ASCII but for quotation marks and dashes, where it is faster."""


class _Known(NamedTuple):
    """Key and kind of a word, which are equal wherever it is.

    Attributes:
        key: Form for comparison.
        kind: Its sort.
    """

    key: str
    kind: TokenKind


_Words: TypeAlias = Sequence[_Known | Token]


def tokenize(text: str, span: Span, language: Language) -> tuple[Token, ...]:
    """Return the tokens of a span of text, with only white space between them.

    Words keep inner apostrophes and hyphens ("won't", "MIG-15s", "302/sh"), and a word hyphenated
    at the end of a line is one token. In scripts without spaces every letter is a token, as every
    punctuation mark is. A number is one token, with its currency or "per cent", however many words
    it has.

    Examples:
        >>> from variants.languages import language_of
        >>> text = "No. 302/sh—the “MIG-15s” won't."
        >>> [t.span.of(text) for t in tokenize(text, Span(0, len(text)), language_of("en"))]
        ['No', '.', '302/sh', '—', 'the', '“', 'MIG-15s', '”', "won't", '.']
        >>> text = "one hundred and ten of 3 000, $200, 10 per cent"
        >>> [t.span.of(text) for t in tokenize(text, Span(0, len(text)), language_of("en"))]
        ['one hundred and ten', 'of', '3 000', ',', '$200', ',', '10 per cent']
    """
    matches = list(_pattern_for(text, span).finditer(text, span.start, span.end))
    if not matches:
        return ()
    match: Any = type(matches[0])  # Its methods are called in C for all matches.
    known = map(_reader_of(language.function_words), map(match.group, matches))
    keys, kinds = zip(*known, strict=True)
    tokens = make_tokens(map(match.start, matches), map(match.end, matches), keys, kinds)
    if not _may_have_long_number(tokens, language):
        return tuple(tokens)
    for run in reversed(number_runs([token.span.of(text) for token in tokens], language)):
        whole = Span(tokens[run.start].span.start, tokens[run.stop - 1].span.end)
        key = " ".join(token.key for token in tokens[run.start : run.stop])
        tokens[run.start : run.stop] = [Token(whole, key, TokenKind.NUMBER)]
    return tuple(tokens)


def _may_have_long_number(words: _Words, language: Language) -> bool:
    """Return True if a number is beside words that can belong to it."""
    number = TokenKind.NUMBER  # A name of its own, because this is done for every sentence.
    places = [n for n, word in enumerate(words) if word.kind is number]
    return any(_may_be_long(n, words, language.value_words) for n in places)


def _may_be_long(n: int, known: _Words, words: ValueWords) -> bool:
    before = known[n - 1].key if n else ""
    if before in words.signs or before in CURRENCY_SIGNS:
        return True
    if before in words.minus or before in _MINUS:
        return True
    if before in words.articles and n > 1 and known[n - 2].key in words.fractions:
        return True
    return n + 1 < len(known) and _may_go_on(n + 1, known, words)


def _may_go_on(n: int, known: _Words, words: ValueWords) -> bool:
    """Return True if a word after a number can belong to it."""
    after = known[n].key
    if known[n].kind is TokenKind.NUMBER or after[:1].isdigit():  # "3 1/2", "£3 4s."
        return True
    if after in words.parts or after in words.percent_words:
        return True
    if after not in words.joints or n + 1 == len(known):
        return False
    beyond = known[n + 1]
    if beyond.kind is TokenKind.NUMBER:
        return True
    return beyond.key in words.articles or beyond.key in words.fractions


def count_words(text: str, span: Span, language: Language) -> Counter[str]:
    """Count the words in a span by key, without punctuation marks.

    The words are those of ``tokenize``, but it is much faster because it does not record spans.

    Examples:
        >>> from variants.languages import language_of
        >>> text = "Ice, and more ice."
        >>> sorted(count_words(text, Span(0, len(text)), language_of("en")).items())
        [('and', 1), ('ice', 2), ('more', 1)]
    """
    whole = text[span.start : span.end]
    if whole.isascii() and whole.isalpha():
        return Counter([fold(whole)])  # One word, as in most differences.
    words = _pattern_for(text, span).findall(text, span.start, span.end)
    known = list(map(_reader_of(language.function_words), words))
    if _may_have_long_number(known, language):
        return Counter(
            token.key
            for token in tokenize(text, span, language)
            if token.kind is not TokenKind.PUNCTUATION
        )
    mark = TokenKind.PUNCTUATION
    return Counter([key for key, kind in known if kind is not mark])


def tokens_of(cut: Segmentation, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a span of a witness; a ``Tokenizer``."""
    return tokenize(cut.witness.compared, span, language_of(cut.witness.language))


def word_counts_of(cut: Segmentation, span: Span) -> Counter[str]:
    """Return the number of each word in a span of a witness; a ``WordCounter``."""
    return count_words(cut.witness.compared, span, language_of(cut.witness.language))


@cache
def _reader_of(function_words: frozenset[str]) -> Callable[[str], _Known]:
    """Return the function from a word of a language to what is known of it."""

    @lru_cache(maxsize=WORD_CACHE_SIZE)
    def known(word: str) -> _Known:
        key = fold(word)
        return _Known(key, kind_of(key, function_words))

    return known


def kind_of(key: str, function_words: frozenset[str]) -> TokenKind:
    """Return the kind of a word, from its key."""
    if not any(c.isalnum() for c in key):
        return TokenKind.PUNCTUATION
    if is_number(key) or " " in key:  # Only numbers have several words.
        return TokenKind.NUMBER
    return TokenKind.FUNCTION if key in function_words else TokenKind.CONTENT


def _pattern_for(text: str, span: Span) -> re.Pattern[str] | regex.Pattern[str]:
    """Return the pattern for a span of text: they find the same in it."""
    is_plain = _PLAIN.fullmatch(text, span.start, span.end)
    return _PLAIN_PATTERN if is_plain else _compiled()


@cache
def _compiled() -> regex.Pattern[str]:
    # Imported here because only comparing needs it, and it takes longer than a `--help`.
    import regex  # noqa: PLC0415

    return regex.compile(_PATTERN, regex.VERBOSE | regex.VERSION1)
