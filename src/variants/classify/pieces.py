"""The words of a bead cut into pieces that face each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from variants.types.words import Link, Token, TokenKind, WordAlignment

_WORTH_OF_GRAMMAR, _WORTH_OF_A_MARK = 0.3, 0.2
"""What a link is worth in the chain: words of sense, at 1, decide which order is the order."""


class Piece(NamedTuple):
    """Ranges of tokens that face each other: seed ``i`` to ``j``, other ``k`` to ``l``."""

    i: int
    j: int
    k: int
    l: int  # noqa: E741 - the fourth of i, j, k, l
    probability: float = 1.0
    moved: bool = False

    @property
    def ranges(self) -> tuple[range, range]:
        """The tokens of each side."""
        return range(self.i, self.j), range(self.k, self.l)


def cut_pieces(words: WordAlignment, shown: Sequence[Link]) -> list[Piece]:
    """Everything on both sides in pieces that face each other, in order; moved ones last.

    Args:
        words: A bead.
        shown: Those of its links that are sure enough to pair words, in order.
    """
    return _Cutter(words, shown).pieces()


def bear_sense(tokens: Iterable[Token]) -> list[bool]:
    """Of each token whether it is a word of sense or a number."""
    # By identity, since an enumeration's hash is computed in Python.
    return [t.kind is TokenKind.CONTENT or t.kind is TokenKind.NUMBER for t in tokens]


class _Cutter:
    """One bead at work: tokens by index, looked up by every step."""

    def __init__(self, words: WordAlignment, shown: Sequence[Link]) -> None:
        self.words = words
        self.shown = shown
        self.keys = [token.key for token in words.seed], [token.key for token in words.other]
        self.sense = bear_sense(words.seed)

    def pieces(self) -> list[Piece]:
        groups = self._without_lone_words(self._groups(self._heaviest_chain()))
        moved = self._moved_blocks(groups)
        moved += self._numbers_beside(moved, groups)
        elsewhere = (
            {i for block in moved for i in block.ranges[0]},
            {k for block in moved for k in block.ranges[1]},
        )
        pieces: list[Piece] = []
        last = Piece(0, 0, 0, 0)
        n, m = map(len, self.keys)
        for group in (*groups, Piece(n, n, m, m)):
            if last.j < group.i or last.l < group.k:
                sure = min(last.probability, group.probability)
                stretch = Piece(last.j, group.i, last.l, group.k, sure)
                pieces += self._facing(stretch, elsewhere)
            if group.i < n:
                pieces.append(group)
            last = group
        return [*pieces, *moved]

    def _heaviest_chain(self) -> list[Link]:
        """The heaviest set of links that cross nowhere and share no word, in order.

        Heaviest increasing subsequence with a staircase of best sums, O(n log n).
        """
        order = sorted(self.shown, key=lambda link: (link.seed, -link.other))
        worth = _worth(self.words.seed), _worth(self.words.other)
        ends: list[int] = []
        sums: list[float] = []
        best: list[int] = []
        before: list[int] = []
        for n, link in enumerate(order):
            at = bisect_left(ends, link.other)
            before.append(best[at - 1] if at else -1)
            lighter = min(worth[0][link.seed], worth[1][link.other])
            total = (sums[at - 1] if at else 0.0) + lighter * link.probability
            stop = at
            while stop < len(ends) and sums[stop] <= total:
                stop += 1
            if at == stop and at < len(ends) and ends[at] == link.other:
                continue  # A heavier chain already ends at this word.
            ends[at:stop], sums[at:stop], best[at:stop] = [link.other], [total], [n]
        chain = []
        n = best[-1] if best else -1
        while n >= 0:
            chain.append(order[n])
            n = before[n]
        return chain[::-1]

    def _groups(self, chain: list[Link]) -> list[Piece]:
        """Each link of the chain with words linked to it alone: "more quickly" = "sooner"."""
        taken_seed = {link.seed for link in chain}
        taken_other = {link.other for link in chain}
        strong = {(link.seed, link.other) for link in self.shown}
        groups = []
        for link in chain:
            i, j, k, last = link.seed, link.seed + 1, link.other, link.other + 1
            if not self._same_key(i, k):
                while j not in taken_seed and (j, k) in strong:
                    j += 1
                while last not in taken_other and (i, last) in strong:
                    last += 1
            groups.append(Piece(i, j, k, last, link.probability))
        return groups

    def _without_lone_words(self, groups: list[Piece]) -> list[Piece]:
        """Drop a function word or mark that is alone between two stretches that differ."""
        n, m = map(len, self.keys)
        kept: list[Piece] = []
        before = Piece(0, 0, 0, 0)
        for group, after in pairwise([*groups, Piece(n, n, m, m)]):
            alone = (
                before.j < group.i
                and before.l < group.k
                and group.j < after.i
                and group.l < after.k
            )
            if not (alone and self._is_light(group)):
                kept.append(group)
                before = group
        return kept

    def _is_light(self, group: Piece) -> bool:
        """Whether both sides are the same words, none of them of sense."""
        i, j, k, last = group[:4]
        return not any(self.sense[i:j]) and self.keys[0][i:j] == self.keys[1][k:last]

    def _moved_blocks(self, groups: list[Piece]) -> list[Piece]:
        """Runs of the same words, one of sense among them, off the chain on both sides."""
        taken_seed = {i for group in groups for i in group.ranges[0]}
        taken_other = {k for group in groups for k in group.ranges[1]}
        blocks: list[Piece] = []
        for i, k, probability in ((link.seed, link.other, link.probability) for link in self.shown):
            if i in taken_seed or k in taken_other or not self._same_key(i, k):
                continue
            last = blocks[-1] if blocks else None
            if last and (last.j, last.l) == (i, k):
                sure = min(last.probability, probability)
                blocks[-1] = last._replace(j=i + 1, l=k + 1, probability=sure)
            else:
                blocks.append(Piece(i, i + 1, k, k + 1, probability, moved=True))
            taken_seed.add(i)
            taken_other.add(k)
        return [block for block in blocks if any(self.sense[block.i : block.j])]

    def _numbers_beside(self, moved: list[Piece], groups: list[Piece]) -> list[Piece]:
        """Numbers that stand at the same border of a moved block on both sides.

        They went with it: "on 13 June" against "on 14 June" elsewhere in the sentence is
        another number, not one that is left out and one that is added.
        """
        taken_seed = {i for piece in (*groups, *moved) for i in piece.ranges[0]}
        taken_other = {k for piece in (*groups, *moved) for k in piece.ranges[1]}
        found: list[Piece] = []
        for block in moved:
            for i, k, away in ((block.i - 1, block.k - 1, -1), (block.j, block.l, 1)):
                free = i not in taken_seed and k not in taken_other
                if free and self._is_a_number(0, i, away) and self._is_a_number(1, k, away):
                    same = self._same_key(i, k)
                    found.append(Piece(i, i + 1, k, k + 1, block.probability, moved=same))
                    taken_seed.add(i)
                    taken_other.add(k)
        return found

    def _is_a_number(self, side: int, n: int, away: int) -> bool:
        """Whether a token is a number by itself, and not the end of "three and thirty"."""
        tokens = (self.words.seed, self.words.other)[side]
        if not (0 <= n < len(tokens) and tokens[n].kind is TokenKind.NUMBER):
            return False
        near = (n + away, n + 2 * away)
        return not any(0 <= m < len(tokens) and tokens[m].kind is TokenKind.NUMBER for m in near)

    def _facing(
        self, stretch: Piece, elsewhere: tuple[AbstractSet[int], AbstractSet[int]]
    ) -> Iterator[Piece]:
        """What lies between two groups: phrases that face each other, moved words taken out."""
        mine, theirs = (
            _runs(indices, taken) for indices, taken in zip(stretch.ranges, elsewhere, strict=True)
        )
        for n in range(max(len(mine), len(theirs))):
            i, j = mine[n] if n < len(mine) else (stretch.j, stretch.j)
            k, last = theirs[n] if n < len(theirs) else (stretch.l, stretch.l)
            yield from self._trimmed(Piece(i, j, k, last, stretch.probability))

    def _trimmed(self, piece: Piece) -> Iterator[Piece]:
        """A phrase without the equal words at its ends, and without marks at its end."""
        i, j, k, last, sure, _ = piece
        while i < j and k < last and self._same_key(i, k):
            yield Piece(i, i + 1, k, k + 1, sure)
            i, k = i + 1, k + 1
        tail = []
        while i < j and k < last and self._same_key(j - 1, last - 1):
            tail.append(Piece(j - 1, j, last - 1, last, sure))
            j, last = j - 1, last - 1
        yield from self._without_outer_marks(Piece(i, j, k, last, sure))
        yield from reversed(tail)

    def _without_outer_marks(self, piece: Piece) -> Iterator[Piece]:
        """The phrase and, apart from it, the punctuation at its end where words stay."""
        j, last = piece.j, piece.l
        while j > piece.i and self.words.seed[j - 1].kind is TokenKind.PUNCTUATION:
            j -= 1
        while last > piece.k and self.words.other[last - 1].kind is TokenKind.PUNCTUATION:
            last -= 1
        if piece.i < j and piece.k < last:
            yield piece._replace(j=j, l=last)
            piece = piece._replace(i=j, k=last)
        if piece.i < piece.j or piece.k < piece.l:
            yield piece

    def _same_key(self, i: int, k: int) -> bool:
        return self.keys[0][i] == self.keys[1][k]


def _worth(tokens: Iterable[Token]) -> list[float]:
    """What a link of each token is worth."""
    return [
        _WORTH_OF_GRAMMAR
        if token.kind is TokenKind.FUNCTION
        else _WORTH_OF_A_MARK
        if token.kind is TokenKind.PUNCTUATION
        else 1.0
        for token in tokens
    ]


def _runs(indices: Iterable[int], taken: AbstractSet[int]) -> list[tuple[int, int]]:
    """Half-open runs of the indices that are not taken."""
    runs: list[tuple[int, int]] = []
    for index in indices:
        if index in taken:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs
