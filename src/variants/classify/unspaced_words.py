"""Phrases in scripts without spaces, where every letter is a word of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from variants.classify.cutting.areas import Cut
from variants.types.words import Token, TokenKind, WordAlignment


def join_unspaced(
    cuts: Iterable[Cut], words: WordAlignment, spelling: Callable[[str], str]
) -> Iterator[Cut]:
    """Yield the phrases, those joined that differ and have no space between them on either side.

    "协定" against "条约" is one difference, not one for each letter. Numbers remain separate, and
    so do other spellings of one word.
    """
    last: Cut | None = None
    for cut in cuts:
        if last is not None and _belong_together(last, cut, words, spelling):
            last = Cut(last.i, cut.j, last.k, cut.l)
            continue
        if last is not None:
            yield last
        last = cut
    if last is not None:
        yield last


def _belong_together(
    one: Cut, two: Cut, words: WordAlignment, spelling: Callable[[str], str]
) -> bool:
    if not _touch(words.seed, one.j, two.i) or not _touch(words.other, one.l, two.k):
        return False
    return _differ(one, words, spelling) and _differ(two, words, spelling)


def _touch(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Return True if two words, neither a number nor a mark, follow without a space between."""
    if end != start or not 0 < start < len(tokens):
        return False
    pair = tokens[end - 1], tokens[start]
    if any(token.kind in {TokenKind.NUMBER, TokenKind.PUNCTUATION} for token in pair):
        return False
    return pair[0].span.end == pair[1].span.start


def _differ(cut: Cut, words: WordAlignment, spelling: Callable[[str], str]) -> bool:
    """Return True if both sides have words, and not the same ones in other spellings."""
    mine, theirs = words.seed[cut.i : cut.j], words.other[cut.k : cut.l]
    keys = [[spelling(token.key) for token in side] for side in (mine, theirs)]
    return bool(mine and theirs) and keys[0] != keys[1]
