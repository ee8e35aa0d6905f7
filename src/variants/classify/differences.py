"""Where the words of one bead differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variants.classify.bead_context import BeadContext
from variants.classify.config import NO_CONFIG, ClassificationConfig
from variants.classify.core import content_core
from variants.classify.flags import FORM, classify, flags_of, modal_classes
from variants.classify.kinds import kind_of
from variants.classify.pieces import Piece, bear_sense, cut_pieces
from variants.languages import Language, language_of
from variants.types.alignment import Alignment, Bead
from variants.types.span import Span
from variants.types.variant import Flag, Kind, Variant
from variants.types.words import Token, WordAlignment

SHOWN_FROM = 0.8
"""Links less probable than this pair no words: right 94 times of 100 from here on."""

_RECAST_BELOW = 0.25  # Share of words with a counterpart under which a bead is one reading.
_RECAST_WORDS = 2  # Content words a side; fewer are a word or two replaced.
_PERHAPS_IN_OTHER_WORDS = 0.5
"""That words without a counterpart have none, where other words of their sentence have none
either: 42 of 100 by people's links, else 86 (benchmarks/absence.py)."""
_FORM = FORM | {Kind.NAME_FORM}
_WHOLE = _FORM - {Kind.PUNCTUATION, Kind.TYPOGRAPHY, Kind.NUMERAL}
"""Kinds that two neighbours may have together: a name or a word in two halves."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What one bead has in common and where it differs.

    Attributes:
        bead: The bead.
        same: Spans of the seed and of the other that hold the same word, in order.
        variants: The rest, in the order of the seed; together with ``same`` and white space
            they are all of both sides.
    """

    bead: Bead
    same: tuple[tuple[Span, Span], ...]
    variants: tuple[Variant, ...]


def find_differences(
    words: WordAlignment, alignment: Alignment, config: ClassificationConfig = NO_CONFIG
) -> Differences:
    """The variants of one bead, by the rules of docs/explanation/how-words-are-compared.md.

    Links below ``SHOWN_FROM`` pair nothing: the words between two sure anchors then face
    each other as phrases. A lone function word or mark never splits such a phrase. A
    bead with almost nothing in common is one variant of kind recast.

    Args:
        words: The bead's words and their links.
        alignment: The alignment that the bead is in.
        config: The terms, names and rules of the edition.
    """
    finder = _Finder(words, alignment, config)
    return finder.recast() if finder.is_recast() else finder.differences()


class _Finder:
    """One bead at work: tokens by index, looked up by every step."""

    def __init__(
        self, words: WordAlignment, alignment: Alignment, config: ClassificationConfig
    ) -> None:
        self.words = words
        self.seed_text = alignment.seed.witness.text
        self.other_text = alignment.other.witness.text
        self.language: Language = language_of(alignment.seed.witness.language)
        self.context = BeadContext(
            self.language,
            tuple(self.seed_text[t.span.start : t.span.end] for t in words.seed),
            tuple(self.other_text[t.span.start : t.span.end] for t in words.other),
            config,
        )
        self.seed_sense, self.other_sense = bear_sense(words.seed), bear_sense(words.other)
        self.shown = [link for link in words.links if link.probability >= SHOWN_FROM]

    def is_recast(self) -> bool:
        sense = sum(self.seed_sense), sum(self.other_sense)
        if min(sense) < _RECAST_WORDS:
            return False
        found = sum(self.seed_sense[i] for i in {link.seed for link in self.shown})
        found += sum(self.other_sense[k] for k in {link.other for link in self.shown})
        return found < _RECAST_BELOW * sum(sense)

    def recast(self) -> Differences:
        """The whole bead as one variant."""
        seed, other = self.words.seed, self.words.other
        # What an uncertain pairing of whole sentences says of the sense is worth nothing.
        doubtful = self.words.bead.doubtful
        flags = (
            frozenset()
            if doubtful
            else flags_of(self.context.seed, self.context.other, self.context)
        )
        whole = Piece(0, len(seed), 0, len(other))
        variant = self._classified(whole, Kind.RECAST, flags, self.words.bead.confidence)
        return Differences(self.words.bead, (), (variant,))

    def differences(self) -> Differences:
        same, pieces = self._joined(cut_pieces(self.words, self.shown))
        left_over = self._left_over()
        variants = [self._variant(piece, left_over) for piece in pieces]
        return Differences(
            self.words.bead,
            tuple(
                (self.words.seed[i].span, self.words.other[k].span)
                for piece in same
                for i, k in zip(*piece.ranges, strict=True)
            ),
            tuple(sorted(variants, key=lambda v: (v.seed, v.other))),
        )

    def _joined(self, pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
        """What is the same, and what differs, neighbours that are one difference in one piece."""
        joined: list[tuple[Piece, bool]] = []
        for piece in pieces:
            same = not piece.moved and self._is_the_same(piece)
            last, last_same = joined[-1] if joined else (None, True)
            if last is not None and not (same or last_same) and self._belong(last, piece):
                sure = min(last.probability, piece.probability)
                both = last._replace(j=piece.j, l=piece.l, probability=sure)
                joined[-1] = both, self._is_the_same(both)
            else:
                joined.append((piece, same))
        return [one for one, same in joined if same], [one for one, same in joined if not same]

    def _belong(self, last: Piece, piece: Piece) -> bool:
        """Whether two pieces that differ are better read as one.

        So are two halves of a name or of a word ("Gao Gang"), and a phrase with words at
        its border that only one side has, or that only serve it: "an armistice" against
        "a truce", "more quickly" against "sooner".
        """
        if piece.moved or last.moved or (last.j, last.l) != (piece.i, piece.k):
            return False
        both = last._replace(j=piece.j, l=piece.l)
        kinds = {self._kind(last), self._kind(piece)}
        kind = self._kind(both)
        if kind in _WHOLE:
            return len(kinds) == 1 or not kinds <= _FORM
        if kind is Kind.NUMERAL and kinds == {Kind.NUMERAL, Kind.FUNCTION_WORD}:
            return True  # "7" and "the 7th of", "hundred" and "a hundred".
        return not kinds & _FORM and (self._serves(last) or self._serves(piece))

    def _serves(self, piece: Piece) -> bool:
        """Whether a piece has words on one side only, or but function words on one of them.

        Words of modality speak for themselves: "must" against "should" is no article.
        """
        sides = self._wordings(piece)
        i, j, k, last = piece[:4]
        light = not any(self.seed_sense[i:j]) or not any(self.other_sense[k:last])
        return light and not any(modal_classes(side, self.context) for side in sides)

    def _kind(self, piece: Piece) -> Kind:
        return kind_of(*self._wordings(piece), self.context)

    def _left_over(self) -> tuple[bool, bool]:
        """Whether a word of sense of the seed, and of the other, has no sure counterpart."""
        linked = {link.seed for link in self.shown}, {link.other for link in self.shown}
        seed, other = (
            any(bears and n not in found for n, bears in enumerate(sense))
            for sense, found in zip((self.seed_sense, self.other_sense), linked, strict=True)
        )
        return seed, other

    def _variant(self, piece: Piece, left_over: tuple[bool, bool]) -> Variant:
        kind, flags = Kind.MOVED, frozenset[Flag]()
        if not piece.moved:
            kind, flags = classify(*self._wordings(piece), self.context)
        confidence = self.words.bead.confidence * piece.probability
        of_seed, of_other = left_over
        if (kind is Kind.OMITTED and of_other) or (kind is Kind.ADDED and of_seed):
            # What is left over on the other side may say the same in words we do not link.
            confidence *= _PERHAPS_IN_OTHER_WORDS
        return self._classified(piece, kind, flags, confidence)

    def _classified(
        self, piece: Piece, kind: Kind, flags: frozenset[Flag], confidence: float
    ) -> Variant:
        """The variant of a piece, as the edition's rules have it."""
        ruling = None
        rules = self.context.config.rules
        if rules:
            kind, flags, ruling = rules.apply(kind, flags, self._whole_and_core(piece))
        seed = _hull(self.words.seed, piece.i, piece.j)
        other = _hull(self.words.other, piece.k, piece.l)
        return Variant(seed, other, kind, flags, round(confidence, 4), ruling)

    def _whole_and_core(self, piece: Piece) -> list[tuple[str, str]]:
        """The words of a piece, and those of them that make the difference."""
        tokens = self._tokens(piece)
        return [self._texts(*tokens), self._texts(*content_core(*tokens, self.language))]

    def _tokens(self, piece: Piece) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        return self.words.seed[piece.i : piece.j], self.words.other[piece.k : piece.l]

    def _texts(self, seed: Sequence[Token], other: Sequence[Token]) -> tuple[str, str]:
        """What stands from the first of the tokens to the last, white space as one blank."""
        sides = (seed, self.seed_text), (other, self.other_text)
        found = (
            text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""
            for tokens, text in sides
        )
        mine, theirs = (" ".join(each.split()) for each in found)
        return mine, theirs

    def _wordings(self, piece: Piece) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.context.seed[piece.i : piece.j], self.context.other[piece.k : piece.l]

    def _is_the_same(self, piece: Piece) -> bool:
        """Whether both sides hold the same words as they stand."""
        i, j, k, last = piece[:4]
        return self.context.seed[i:j] == self.context.other[k:last]


def _hull(tokens: Sequence[Token], start: int, end: int) -> Span:
    """From the first of the tokens to the last; for none, the point after the token before."""
    if start < end:
        return Span(tokens[start].span.start, tokens[end - 1].span.end)
    at = tokens[start - 1].span.end if start else tokens[0].span.start
    return Span(at, at)
