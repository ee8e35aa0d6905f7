"""The words that make a difference, without those that only serve them."""

from __future__ import annotations

from collections.abc import Sequence

from variants.languages import Language
from variants.types.words import Token, TokenKind


def content_core(
    seed: Sequence[Token], other: Sequence[Token], language: Language
) -> tuple[Sequence[Token], Sequence[Token]]:
    """Both sides without words at their ends that are equal or only serve.

    "An armistice" against "a truce" is "armistice" against "truce". A side with no word
    that bears sense stays as it is.
    """
    mine, theirs = list(seed), list(other)
    for end in (0, -1):
        while len(mine) > 1 and len(theirs) > 1 and mine[end].key == theirs[end].key:
            del mine[end], theirs[end]
    return _strip_function_words(mine, language), _strip_function_words(theirs, language)


def is_content_word(token: Token, language: Language) -> bool:
    """Whether a word says something by itself: of content, a number, modal or denying."""
    return (
        token.kind in {TokenKind.CONTENT, TokenKind.NUMBER}
        or token.key in language.modals
        or token.key in language.negations
    )


def _strip_function_words(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """From the first word that bears sense to the last; all where there is none."""
    bearing = [i for i, token in enumerate(tokens) if is_content_word(token, language)]
    return tokens[bearing[0] : bearing[-1] + 1] if bearing else tokens
