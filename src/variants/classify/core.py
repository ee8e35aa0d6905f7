"""Content words of a difference, without the function words around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variants.languages import Language
from variants.types.words import CONTENT, NUMBER, Token

_ALWAYS = frozenset({CONTENT, NUMBER})


def content_core(
    seed: Sequence[Token], other: Sequence[Token], language: Language
) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return both sides without equal words and function words at their ends.

    "An armistice" against "a truce" becomes "armistice" against "truce". A side without
    content words is unchanged.
    """
    mine, theirs = list(seed), list(other)
    for end in (0, -1):
        while len(mine) > 1 and len(theirs) > 1 and mine[end].key == theirs[end].key:
            del mine[end], theirs[end]
    return _strip_function_words(mine, language), _strip_function_words(theirs, language)


def is_content_word(token: Token, language: Language) -> bool:
    """Return True if a word is a content word, number, modal word or negation."""
    return token.kind in _ALWAYS or token.key in language.modals or language.denies(token.key)


def bear_sense(tokens: Iterable[Token]) -> list[bool]:
    """Return for each token True if it is a content word or a number."""
    # By identity, because hashing an enumeration member is slow.
    return [t.kind is CONTENT or t.kind is NUMBER for t in tokens]


def _strip_function_words(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """Return the tokens from the first to the last content word; all tokens without any."""
    content = [i for i, token in enumerate(tokens) if is_content_word(token, language)]
    return tokens[content[0] : content[-1] + 1] if content else tokens
