"""Areas: the words of a bead between two runs of equal words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from variants.types.words import CONTENT, MARK, NUMBER, Link, Token, TokenKind, WordAlignment

_FIRM_WORDS = 2
"""Equal words in a row, one of content, that no phrase extends across: people's phrases do in 3 of
100 cases."""


class Area(NamedTuple):
    """Tokens to cut: seed ``i`` to ``j``, other ``k`` to ``l``, half-open."""

    i: int
    j: int
    k: int
    l: int  # noqa: E741 - the fourth of i, j, k, l


class Cut(NamedTuple):
    """Phrases that face each other: seed ``i`` to ``j``, other ``k`` to ``l``, half-open."""

    i: int
    j: int
    k: int
    l: int  # noqa: E741 - the fourth of i, j, k, l


class AnchoredWords(NamedTuple):
    """Words of a bead with the links that its order is known by.

    Attributes:
        words: Its words and links.
        chain: Links that do not cross, in order.
        moved: Tokens of each side that are elsewhere on the other side.
    """

    words: WordAlignment
    chain: tuple[Link, ...]
    moved: tuple[frozenset[int], frozenset[int]]

    def equal(self) -> list[Link]:
        """Return the links of the chain between equal keys."""
        seed, other = self.words.seed, self.words.other
        return [link for link in self.chain if seed[link.seed].key == other[link.other].key]


def areas_of(bead: AnchoredWords, equal: Sequence[Link]) -> list[Area]:
    """Return the ranges between firm runs of equal words, in order.

    Args:
        bead: The words.
        equal: The links of its chain between equal words.
    """
    tokens = bead.words.seed
    areas = []
    i = k = 0
    n, m = len(tokens), len(bead.words.other)
    for first, last in _runs(equal):
        inside = tokens[first.seed : last.seed + 1]
        count = sum(token.kind is not MARK for token in inside)
        content = any(_bears_sense(token.kind) for token in inside)
        if count >= _FIRM_WORDS and content:
            if i < first.seed or k < first.other:
                areas.append(Area(i, first.seed, k, first.other))
            i, k = last.seed + 1, last.other + 1
    if i < n or k < m:
        areas.append(Area(i, n, k, m))
    return areas


def only_cut(bead: AnchoredWords, area: Area) -> tuple[Cut, ...] | None:
    """Return the cuts of an area with at most one word on each side; ``None`` for any other."""
    i, j, k, last = area
    seed, other = (
        [n for n in indices if tokens[n].kind is not MARK]
        for indices, tokens in ((range(i, j), bead.words.seed), (range(k, last), bead.words.other))
    )
    if len(seed) > 1 or len(other) > 1:
        return None
    seed = [n for n in seed if n not in bead.moved[0]]
    other = [n for n in other if n not in bead.moved[1]]
    if not seed and not other:
        return ()
    i, k = (
        words[0] if words else start + _common_marks(bead, area)
        for words, start in ((seed, area.i), (other, area.k))
    )
    return (Cut(i, i + len(seed), k, k + len(other)),)


def _common_marks(bead: AnchoredWords, area: Area) -> int:
    """Return the number of marks that both sides of an area begin with."""
    seed, other = bead.words.seed[area.i : area.j], bead.words.other[area.k : area.l]
    pairs = zip(seed, other, strict=False)
    both = takewhile(lambda pair: _are_the_same_mark(*pair), pairs)
    return sum(1 for _ in both)


def _are_the_same_mark(one: Token, other: Token) -> bool:
    return one.key == other.key and one.kind is MARK


def _runs(equal: Sequence[Link]) -> list[tuple[Link, Link]]:
    """Return first and last link of each run of adjacent words."""
    runs: list[tuple[Link, Link]] = []
    for link in equal:
        last = runs[-1][1] if runs else None
        if last and (last.seed + 1, last.other + 1) == (link.seed, link.other):
            runs[-1] = (runs[-1][0], link)
        else:
            runs.append((link, link))
    return runs


def _bears_sense(kind: TokenKind) -> bool:
    return kind is CONTENT or kind is NUMBER
