"""Division of a bead's words into pieces that correspond."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from variants.classify.core import bear_sense
from variants.classify.cutting.areas import AnchoredWords, Cut
from variants.classify.piece import Piece
from variants.classify.unspaced_words import join_unspaced
from variants.languages import language_of
from variants.types.words import FUNCTION, MARK, NUMBER, SHOWN_FROM, Link, Token, WordAlignment

if TYPE_CHECKING:
    from variants.classify.cutting.best_cut import CutArea

_FUNCTION_WEIGHT, _MARK_WEIGHT = 0.3, 0.2
"""Weights of links in the chain; content words have 1, so that they determine the order."""


_REWRITTEN = 4
"""Words of both sides from which a phrase can take up a single moved word beside it."""


_SHORT_SENTENCE = 24
"""Most words and marks of the seed in one phrase; longer sentences are never one phrase."""


def cut_pieces(
    beads: Sequence[tuple[WordAlignment, Sequence[Link], Sequence[bool]]],
    tag: str,
) -> list[list[Piece]]:
    """Return for each bead all tokens of both sides in pieces that correspond, moved ones last.

    Args:
        beads: Words of each bead, the links that are probable enough to pair words, in order, and
            for each token of the seed True if it bears sense.
        tag: Tag of the seed's language.
    """
    # Imported here because they need numpy, which takes longer than a short command may take.
    from variants.classify.cutting.best_cut import best_cuts  # noqa: PLC0415
    from variants.classify.cutting.cut_model import shipped_cuts  # noqa: PLC0415
    from variants.classify.cutting.word_traits import word_traits  # noqa: PLC0415

    cutters = [_Cutter(*bead) for bead in beads]
    anchored = [cutter.anchored() for cutter in cutters]
    areas = best_cuts(anchored, word_traits(tag), shipped_cuts())
    spelling = language_of(tag).spelling
    return [cutter.pieces(cut, spelling) for cutter, cut in zip(cutters, areas, strict=True)]


def anchor(words: WordAlignment) -> AnchoredWords:
    """Return the words of a bead with the links and moved words that its cuts depend on."""
    shown = [link for link in words.links if link.probability >= SHOWN_FROM]
    return _Cutter(words, shown, bear_sense(words.seed)).anchored()


class _Cutter:
    """State for one bead: its tokens by index."""

    def __init__(self, words: WordAlignment, shown: Sequence[Link], sense: Sequence[bool]) -> None:
        self.words = words
        self.shown = shown
        self.keys = [token.key for token in words.seed], [token.key for token in words.other]
        self.sense = sense
        self.chain = self._heaviest_chain()
        self.moved: list[Piece] = []
        if len(self.chain) < len(self.shown):  # Seldom: words outside the chain may have moved.
            groups = self._groups(self.chain)
            self.moved = self._moved_blocks(groups)
            self.moved += self._numbers_beside(self.moved, groups)

    def anchored(self) -> AnchoredWords:
        """Return the words with what their cuts depend on."""
        moved = (
            frozenset(i for block in self.moved for i in range(block.i, block.j)),
            frozenset(k for block in self.moved for k in range(block.k, block.l)),
        )
        return AnchoredWords(self.words, tuple(self.chain), moved)

    def pieces(self, areas: Sequence[CutArea], spelling: Callable[[str], str]) -> list[Piece]:
        groups = self._with_moved_words(self._cut(areas, spelling))
        elsewhere = (
            {i for block in self.moved for i in range(block.i, block.j)},
            {k for block in self.moved for k in range(block.k, block.l)},
        )
        pieces: list[Piece] = []
        last = Piece(0, 0, 0, 0)
        n, m = map(len, self.keys)
        for group in (*groups, Piece(n, n, m, m)):
            if last.j < group.i or last.l < group.k:
                sure = min(last.probability, group.probability)
                between = Piece(last.j, group.i, last.l, group.k, sure)
                pieces += self._facing(between, elsewhere)
            if group.i < n or group.k < m:
                pieces.append(group)
            last = group
        return [*pieces, *self.moved]

    def _cut(self, areas: Sequence[CutArea], spelling: Callable[[str], str]) -> list[Piece]:
        """Return equal words and phrases in order, without the punctuation between them."""
        chain = [link for link in self.chain if self._same_key(link.seed, link.other)]
        found: list[Piece] = []
        at = 0
        for whole, cuts in areas:
            if cuts is None or self._swallow_an_equal_word(cuts):
                continue
            while at < len(chain) and chain[at].seed < whole.i:
                found.append(_piece_of(chain[at]))
                at += 1
            while at < len(chain) and chain[at].other < whole.l and chain[at].seed < whole.j:
                at += 1
            joined = join_unspaced(cuts, self.words, spelling)
            found += [Piece(*cut, self._best_link(cut)) for cut in joined]
        found += map(_piece_of, chain[at:])
        return _with_probabilities(found)

    def _swallow_an_equal_word(self, cuts: Sequence[Cut]) -> bool:
        """Return True if one phrase has all words of the bead, and an equal one in its place.

        "One came" is not exchanged for "He came first, in two boats" as a whole. An equal word has
        its place if no link of other equal words crosses its own.
        """
        if len(cuts) != 1 or len(self.sense) > _SHORT_SENTENCE:
            return False
        i, j, k, last = cuts[0]
        seed, other = self.words.seed, self.words.other
        outside = (*seed[:i], *seed[j:], *other[:k], *other[last:])
        if any(token.kind is not MARK for token in outside):
            return False
        equal = [link for link in self.shown if self._same_key(link.seed, link.other)]
        return any(
            self.sense[one.seed]
            and self._same_key(one.seed, one.other)
            and not any((a.seed - one.seed) * (a.other - one.other) < 0 for a in equal)
            for one in self.chain
        )

    def _best_link(self, cut: Cut) -> float:
        """Return the highest probability of a shown link inside a phrase; 0 without one."""
        i, j, k, last = cut
        return max(
            (
                link.probability
                for link in self.shown[self._first_link(i) : self._first_link(j)]
                if k <= link.other < last
            ),
            default=0.0,
        )

    def _first_link(self, i: int) -> int:
        return bisect_left(self.shown, i, key=_SEED_OF)

    def _with_moved_words(self, pieces: list[Piece]) -> list[Piece]:
        """Return the pieces extended by single moved words beside longer phrases on both sides.

        Such a word is part of a clause that is worded differently; no reader looks for its
        counterpart.
        """
        for block in [block for block in self.moved if block.j - block.i == 1]:
            mine = self._beside(pieces, block.i, block.j, 0)
            theirs = self._beside(pieces, block.k, block.l, 1)
            if not block.moved or not mine or not theirs:
                continue
            common = [n for n in mine if n in theirs]
            a, b = (common or mine)[0], (common or theirs)[0]
            one = pieces[a]
            pieces[a] = one._replace(i=min(one.i, block.i), j=max(one.j, block.j))
            one = pieces[b]
            pieces[b] = one._replace(k=min(one.k, block.k), l=max(one.l, block.l))
            self.moved.remove(block)
        return pieces

    def _beside(self, pieces: Sequence[Piece], start: int, end: int, side: int) -> list[int]:
        """Return the phrases at a border of a token that are words for words."""
        return [
            n
            for n, piece in enumerate(pieces)
            if (span := piece.ranges[side]).stop == start or span.start == end
            if piece.i < piece.j and piece.k < piece.l and not self._is_equal(piece)
            if piece.j - piece.i + piece.l - piece.k >= _REWRITTEN
        ]

    def _is_equal(self, piece: Piece) -> bool:
        i, j, k, last = piece[:4]
        return self.keys[0][i:j] == self.keys[1][k:last]

    def _heaviest_chain(self) -> list[Link]:
        """Return the heaviest set of links that do not cross or share a word, in order.

        Heaviest increasing subsequence over a staircase of best sums, O(n log n). In most beads no
        links cross or share a word, so that all of them are the chain.
        """
        pairs = pairwise(self.shown)
        if all(a.seed < b.seed and a.other < b.other for a, b in pairs):
            return list(self.shown)
        order = sorted(self.shown, key=lambda link: (link.seed, -link.other))
        weights = _weights(self.words.seed), _weights(self.words.other)
        ends: list[int] = []
        sums: list[float] = []
        best: list[int] = []
        before: list[int] = []
        for n, link in enumerate(order):
            at = bisect_left(ends, link.other)
            before.append(best[at - 1] if at else -1)
            lighter = min(weights[0][link.seed], weights[1][link.other])
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
        """Return a piece for each link of the chain, extended by words linked to one side."""
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

    def _moved_blocks(self, groups: list[Piece]) -> list[Piece]:
        """Return runs of equal words, with a content word, that are not in the chain."""
        taken_seed = {i for group in groups for i in range(group.i, group.j)}
        taken_other = {k for group in groups for k in range(group.k, group.l)}
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
        """Return pairs of numbers at the same border of a moved block.

        They moved with it: "on 13 June" against "on 14 June" elsewhere in the sentence is a
        changed number, not an omitted and an added one.
        """
        taken_seed = {i for piece in (*groups, *moved) for i in range(piece.i, piece.j)}
        taken_other = {k for piece in (*groups, *moved) for k in range(piece.k, piece.l)}
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
        """Return True if a token is a number by itself, not part of "three and thirty"."""
        tokens = (self.words.seed, self.words.other)[side]
        if not (0 <= n < len(tokens) and tokens[n].kind is NUMBER):
            return False
        near = (n + away, n + 2 * away)
        return not any(0 <= m < len(tokens) and tokens[m].kind is NUMBER for m in near)

    def _facing(
        self, between: Piece, elsewhere: tuple[AbstractSet[int], AbstractSet[int]]
    ) -> Iterator[Piece]:
        """Yield the phrases between two groups that correspond, without moved words."""
        mine, theirs = (
            _runs(indices, taken) for indices, taken in zip(between.ranges, elsewhere, strict=True)
        )
        for n in range(max(len(mine), len(theirs))):
            i, j = mine[n] if n < len(mine) else (between.j, between.j)
            k, last = theirs[n] if n < len(theirs) else (between.l, between.l)
            yield from self._trimmed(Piece(i, j, k, last, between.probability))

    def _trimmed(self, piece: Piece) -> Iterator[Piece]:
        """Yield a phrase, the equal words at its ends and the marks at its end separated."""
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
        """Yield the phrase and, separately, the punctuation at its end if words remain."""
        j, last = piece.j, piece.l
        while j > piece.i and self.words.seed[j - 1].kind is MARK:
            j -= 1
        while last > piece.k and self.words.other[last - 1].kind is MARK:
            last -= 1
        if piece.i < j and piece.k < last:
            yield piece._replace(j=j, l=last)
            piece = piece._replace(i=j, k=last)
        if piece.i < piece.j or piece.k < piece.l:
            yield piece

    def _same_key(self, i: int, k: int) -> bool:
        return self.keys[0][i] == self.keys[1][k]


_SEED_OF = attrgetter("seed")


def _piece_of(link: Link) -> Piece:
    return Piece(link.seed, link.seed + 1, link.other, link.other + 1, link.probability)


def _with_probabilities(pieces: list[Piece]) -> list[Piece]:
    """Give phrases without a link the lower probability of their neighbours."""
    sure = [1.0, *(piece.probability or 1.0 for piece in pieces), 1.0]
    return [
        piece if piece.probability else piece._replace(probability=min(sure[n], sure[n + 2]))
        for n, piece in enumerate(pieces)
    ]


def _weights(tokens: Iterable[Token]) -> list[float]:
    """Return the weight of a link of each token, by its kind."""
    return [
        _FUNCTION_WEIGHT if token.kind is FUNCTION else _MARK_WEIGHT if token.kind is MARK else 1.0
        for token in tokens
    ]


def _runs(indices: Iterable[int], taken: AbstractSet[int]) -> list[tuple[int, int]]:
    """Return half-open runs of the indices that are not taken."""
    runs: list[tuple[int, int]] = []
    for index in indices:
        if index in taken:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs
