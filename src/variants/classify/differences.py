"""Where the words of one bead differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from variants.classify.core import core_of
from variants.classify.flags import FORM, classify, flags_of, modal_classes
from variants.classify.guidance import NO_GUIDANCE, Guidance
from variants.classify.kinds import Scene, kind_of
from variants.languages import Language, language_of
from variants.types import (
    Alignment,
    Bead,
    Flag,
    Kind,
    Link,
    Span,
    Token,
    TokenKind,
    Variant,
    WordAlignment,
)

SHOWN_FROM = 0.8
"""Links less probable than this pair no words: right 94 times of 100 from here on."""

_RECAST_BELOW = 0.25  # Share of words with a counterpart under which a bead is one reading.
_RECAST_WORDS = 2  # Content words a side; fewer are a word or two replaced.
_WEIGHT = {
    # What a link is worth in the chain: words of sense decide which order is the order.
    TokenKind.CONTENT: 1.0,
    TokenKind.NUMBER: 1.0,
    TokenKind.FUNCTION: 0.3,
    TokenKind.PUNCTUATION: 0.2,
}
_PERHAPS_IN_OTHER_WORDS = 0.5
"""That words without a counterpart have none, where other words of their sentence have none
either: 42 of 100 by people's links, else 86 (benchmarks/absence.py)."""
_FORM = FORM | {Kind.NAME_FORM}
_WHOLE = _FORM - {Kind.PUNCTUATION, Kind.TYPOGRAPHY, Kind.NUMERAL}
"""Kinds that two neighbours may have together: a name or a word in two halves."""
_SENSE = frozenset({TokenKind.CONTENT, TokenKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Differences:
    """What one bead has in common and where it differs.

    Attributes:
        bead: The bead.
        same: Spans of the base and of the other that hold the same word, in order.
        variants: The rest, in the order of the base; together with ``same`` and white space
            they are all of both sides.
    """

    bead: Bead
    same: tuple[tuple[Span, Span], ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Ranges of tokens that face each other: base ``i`` to ``j``, other ``k`` to ``l``."""

    i: int
    j: int
    k: int
    l: int  # noqa: E741 - the fourth of i, j, k, l
    probability: float = 1.0
    moved: bool = False

    @property
    def ranges(self) -> tuple[range, range]:
        return range(self.i, self.j), range(self.k, self.l)


def find_differences(
    words: WordAlignment, alignment: Alignment, guidance: Guidance = NO_GUIDANCE
) -> Differences:
    """The variants of one bead, by the rules of docs/explanation/how-words-are-compared.md.

    Links below ``SHOWN_FROM`` pair nothing: the words between two sure anchors then face
    each other as phrases. A lone function word or mark never splits such a phrase. A
    bead with almost nothing in common is one variant of kind recast.

    Args:
        words: The bead's words and their links.
        alignment: The alignment that the bead is in.
        guidance: What the edition lays down.
    """
    finder = _Finder(words, alignment, guidance)
    return finder.recast() if finder.is_recast() else finder.differences()


class _Finder:
    """One bead at work: tokens by index, looked up by every step."""

    def __init__(self, words: WordAlignment, alignment: Alignment, guidance: Guidance) -> None:
        self.words = words
        self.base_text = alignment.base.witness.text
        self.other_text = alignment.other.witness.text
        self.language: Language = language_of(alignment.base.witness.language)
        self.scene = Scene(
            self.language,
            tuple(token.span.of(self.base_text) for token in words.base),
            tuple(token.span.of(self.other_text) for token in words.other),
            guidance,
        )
        self.shown = [link for link in words.links if link.probability >= SHOWN_FROM]

    def is_recast(self) -> bool:
        linked = {("b", link.base) for link in self.shown} | {("o", x.other) for x in self.shown}
        sense = [("b", i) for i, token in enumerate(self.words.base) if token.kind in _SENSE]
        sense_other = [("o", i) for i, token in enumerate(self.words.other) if token.kind in _SENSE]
        if min(len(sense), len(sense_other)) < _RECAST_WORDS:
            return False
        found = sum(place in linked for place in (*sense, *sense_other))
        return found < _RECAST_BELOW * (len(sense) + len(sense_other))

    def recast(self) -> Differences:
        """The whole bead as one variant."""
        base, other = self.words.base, self.words.other
        # What an uncertain pairing of whole sentences says of the sense is worth nothing.
        doubtful = self.words.bead.doubtful
        flags = frozenset() if doubtful else flags_of(self.scene.base, self.scene.other, self.scene)
        whole = _Piece(0, len(base), 0, len(other))
        variant = self._classified(whole, Kind.RECAST, flags, self.words.bead.confidence)
        return Differences(self.words.bead, (), (variant,))

    def differences(self) -> Differences:
        pieces = self._joined(self._pieces())
        left_over = self._left_over()
        same = [p for p in pieces if not p.moved and self._equal(p, as_they_stand=True)]
        common = set(same)
        variants = [self._variant(piece, left_over) for piece in pieces if piece not in common]
        return Differences(
            self.words.bead,
            tuple(
                (self.words.base[i].span, self.words.other[k].span)
                for piece in same
                for i, k in zip(*piece.ranges, strict=True)
            ),
            tuple(sorted(variants, key=lambda v: (v.base, v.other))),
        )

    def _pieces(self) -> list[_Piece]:
        """Everything on both sides cut into pieces that face each other, in order."""
        chain = _heaviest_chain(self.shown, self.words)
        groups = self._without_lone_words(self._groups(chain))
        moved = self._moved_blocks(groups)
        pieces: list[_Piece] = []
        last = _Piece(0, 0, 0, 0)
        n, m = len(self.words.base), len(self.words.other)
        end = _Piece(n, n, m, m)
        for group in (*groups, end):
            sure = min(last.probability, group.probability)
            stretch = _Piece(last.j, group.i, last.l, group.k, sure)
            pieces += self._facing(stretch, moved)
            if group is not end:
                pieces.append(group)
            last = group
        return [*pieces, *moved]

    def _groups(self, chain: list[Link]) -> list[_Piece]:
        """Each link of the chain with words linked to it alone: "more quickly" = "sooner"."""
        taken_base = {link.base for link in chain}
        taken_other = {link.other for link in chain}
        strong = {(link.base, link.other): link.probability for link in self.shown}
        groups = []
        for link in chain:
            i, j, k, last = link.base, link.base + 1, link.other, link.other + 1
            if not self._same_key(link.base, link.other):
                while j not in taken_base and (j, k) in strong:
                    j += 1
                while last not in taken_other and (i, last) in strong:
                    last += 1
            groups.append(_Piece(i, j, k, last, link.probability))
        return groups

    def _without_lone_words(self, groups: list[_Piece]) -> list[_Piece]:
        """Drop a function word or mark that is alone between two stretches that differ."""
        kept: list[_Piece] = []
        for n, group in enumerate(groups):
            before = kept[-1] if kept else _Piece(0, 0, 0, 0)
            after = (
                groups[n + 1]
                if n + 1 < len(groups)
                else _Piece(len(self.words.base), 0, len(self.words.other), 0)
            )
            alone = self._differs(before.j, group.i, before.l, group.k) and self._differs(
                group.j, after.i, group.l, after.k
            )
            light = all(self.words.base[i].kind not in _SENSE for i in range(group.i, group.j))
            if not (alone and light and self._equal(group)):
                kept.append(group)
        return kept

    @staticmethod
    def _differs(i: int, j: int, k: int, last: int) -> bool:
        """Whether a stretch between two anchors holds words on both sides."""
        return i < j and k < last

    def _moved_blocks(self, groups: list[_Piece]) -> list[_Piece]:
        """Runs of the same words, one of sense among them, off the chain on both sides."""
        taken_base = {i for group in groups for i in group.ranges[0]}
        taken_other = {k for group in groups for k in group.ranges[1]}
        free = [
            link
            for link in self.shown
            if link.base not in taken_base
            and link.other not in taken_other
            and self._same_key(link.base, link.other)
        ]
        blocks: list[_Piece] = []
        for link in free:
            if link.base in taken_base or link.other in taken_other:
                continue
            if blocks and (blocks[-1].j, blocks[-1].l) == (link.base, link.other):
                p = min(blocks[-1].probability, link.probability)
                blocks[-1] = replace(blocks[-1], j=link.base + 1, l=link.other + 1, probability=p)
            else:
                blocks.append(
                    _Piece(
                        link.base,
                        link.base + 1,
                        link.other,
                        link.other + 1,
                        link.probability,
                        moved=True,
                    )
                )
            taken_base.add(link.base)
            taken_other.add(link.other)
        return [b for b in blocks if any(self.words.base[i].kind in _SENSE for i in b.ranges[0])]

    def _facing(self, stretch: _Piece, moved: list[_Piece]) -> Iterator[_Piece]:
        """What lies between two groups: phrases that face each other, moved words taken out."""
        mine = _runs(stretch.ranges[0], {i for block in moved for i in block.ranges[0]})
        theirs = _runs(stretch.ranges[1], {k for block in moved for k in block.ranges[1]})
        for n in range(max(len(mine), len(theirs))):
            i, j = mine[n] if n < len(mine) else (stretch.j, stretch.j)
            k, last = theirs[n] if n < len(theirs) else (stretch.l, stretch.l)
            yield from self._trimmed(_Piece(i, j, k, last, stretch.probability))

    def _trimmed(self, piece: _Piece) -> Iterator[_Piece]:
        """A phrase without the equal words at its ends, and without marks at its end."""
        head, tail = [], []
        while piece.i < piece.j and piece.k < piece.l and self._same_key(piece.i, piece.k):
            head.append(_Piece(piece.i, piece.i + 1, piece.k, piece.k + 1, piece.probability))
            piece = replace(piece, i=piece.i + 1, k=piece.k + 1)
        while piece.i < piece.j and piece.k < piece.l and self._same_key(piece.j - 1, piece.l - 1):
            tail.append(_Piece(piece.j - 1, piece.j, piece.l - 1, piece.l, piece.probability))
            piece = replace(piece, j=piece.j - 1, l=piece.l - 1)
        yield from head
        yield from self._without_outer_marks(piece)
        yield from reversed(tail)

    def _without_outer_marks(self, piece: _Piece) -> Iterator[_Piece]:
        """The phrase and, apart from it, the punctuation at its end where words stay."""
        j, last = piece.j, piece.l
        while j > piece.i and self.words.base[j - 1].kind is TokenKind.PUNCTUATION:
            j -= 1
        while last > piece.k and self.words.other[last - 1].kind is TokenKind.PUNCTUATION:
            last -= 1
        if piece.i < j and piece.k < last:
            yield replace(piece, j=j, l=last)
            piece = replace(piece, i=j, k=last)
        if piece.i < piece.j or piece.k < piece.l:
            yield piece

    def _joined(self, pieces: list[_Piece]) -> list[_Piece]:
        """Neighbours that are one difference made one piece."""
        joined: list[_Piece] = []
        for piece in pieces:
            last = joined[-1] if joined else None
            if last and self._belong(last, piece):
                probability = min(last.probability, piece.probability)
                joined[-1] = replace(last, j=piece.j, l=piece.l, probability=probability)
            else:
                joined.append(piece)
        return joined

    def _belong(self, last: _Piece, piece: _Piece) -> bool:
        """Whether two pieces, nothing the same between them, are better read as one.

        So are two halves of a name or of a word ("Gao Gang"), and a phrase with words at
        its border that only one side has, or that only serve it: "an armistice" against
        "a truce", "more quickly" against "sooner".
        """
        if piece.moved or last.moved or (last.j, last.l) != (piece.i, piece.k):
            return False
        if self._equal(last, as_they_stand=True) or self._equal(piece, as_they_stand=True):
            return False
        both = replace(last, j=piece.j, l=piece.l)
        kinds = {self._kind(last), self._kind(piece)}
        if self._kind(both) in _WHOLE:
            return len(kinds) == 1 or not kinds <= _FORM
        return not kinds & _FORM and (self._serves(last) or self._serves(piece))

    def _serves(self, piece: _Piece) -> bool:
        """Whether a piece has words on one side only, or but function words on one of them.

        Words of modality speak for themselves: "must" against "should" is no article.
        """
        sides = self._wordings(piece)
        light = any(all(t.kind not in _SENSE for t in side) for side in self._tokens(piece))
        return light and not any(modal_classes(side, self.language) for side in sides)

    def _kind(self, piece: _Piece) -> Kind:
        return kind_of(*self._wordings(piece), self.scene)

    def _left_over(self) -> tuple[bool, bool]:
        """Whether a word of sense of the base, and of the other, has no sure counterpart."""
        linked = {link.base for link in self.shown}, {link.other for link in self.shown}
        base, other = (
            any(token.kind in _SENSE and n not in found for n, token in enumerate(tokens))
            for tokens, found in zip((self.words.base, self.words.other), linked, strict=True)
        )
        return base, other

    def _variant(self, piece: _Piece, left_over: tuple[bool, bool]) -> Variant:
        kind, flags = Kind.MOVED, frozenset[Flag]()
        if not piece.moved:
            kind, flags = classify(*self._wordings(piece), self.scene)
        confidence = self.words.bead.confidence * piece.probability
        of_base, of_other = left_over
        if (kind is Kind.OMITTED and of_other) or (kind is Kind.ADDED and of_base):
            # What is left over on the other side may say the same in words we do not link.
            confidence *= _PERHAPS_IN_OTHER_WORDS
        return self._classified(piece, kind, flags, confidence)

    def _classified(
        self, piece: _Piece, kind: Kind, flags: frozenset[Flag], confidence: float
    ) -> Variant:
        """The variant of a piece, as the edition's rules have it."""
        ruling = None
        rules = self.scene.guidance.rules
        if rules:
            kind, flags, ruling = rules.apply(kind, flags, self._whole_and_core(piece))
        base = _hull(self.words.base, piece.i, piece.j)
        other = _hull(self.words.other, piece.k, piece.l)
        return Variant(base, other, kind, flags, round(confidence, 4), ruling)

    def _whole_and_core(self, piece: _Piece) -> list[tuple[str, str]]:
        """The words of a piece, and those of them that make the difference."""
        tokens = self._tokens(piece)
        return [self._texts(*tokens), self._texts(*core_of(*tokens, self.language))]

    def _tokens(self, piece: _Piece) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        return self.words.base[piece.i : piece.j], self.words.other[piece.k : piece.l]

    def _texts(self, base: Sequence[Token], other: Sequence[Token]) -> tuple[str, str]:
        """What stands from the first of the tokens to the last, white space as one blank."""
        sides = (base, self.base_text), (other, self.other_text)
        found = (
            text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""
            for tokens, text in sides
        )
        mine, theirs = (" ".join(each.split()) for each in found)
        return mine, theirs

    def _wordings(self, piece: _Piece) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.scene.base[piece.i : piece.j], self.scene.other[piece.k : piece.l]

    def _same_key(self, i: int, k: int) -> bool:
        return self.words.base[i].key == self.words.other[k].key

    def _equal(self, piece: _Piece, *, as_they_stand: bool = False) -> bool:
        """Whether both sides hold the same words, by key or as they stand."""
        mine, theirs = piece.ranges
        if len(mine) != len(theirs):
            return False
        pairs = zip(mine, theirs, strict=True)
        if as_they_stand:
            return all(self.scene.base[i] == self.scene.other[k] for i, k in pairs)
        return all(self._same_key(i, k) for i, k in pairs)


def _heaviest_chain(links: Sequence[Link], words: WordAlignment) -> list[Link]:
    """The heaviest set of links that cross nowhere and share no word, in order.

    Heaviest increasing subsequence with a staircase of best sums, O(n log n).
    """
    order = sorted(links, key=lambda link: (link.base, -link.other))
    ends: list[int] = []
    sums: list[float] = []
    best: list[int] = []
    before: list[int] = []
    for n, link in enumerate(order):
        at = bisect_left(ends, link.other)
        before.append(best[at - 1] if at else -1)
        total = (sums[at - 1] if at else 0.0) + _worth(link, words)
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


def _worth(link: Link, words: WordAlignment) -> float:
    lighter = min(_WEIGHT[words.base[link.base].kind], _WEIGHT[words.other[link.other].kind])
    return lighter * link.probability


def _runs(indices: Iterable[int], taken: set[int]) -> list[tuple[int, int]]:
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


def _hull(tokens: Sequence[Token], start: int, end: int) -> Span:
    """From the first of the tokens to the last; for none, the point after the token before."""
    if start < end:
        return Span(tokens[start].span.start, tokens[end - 1].span.end)
    at = tokens[start - 1].span.end if start else tokens[0].span.start
    return Span(at, at)
