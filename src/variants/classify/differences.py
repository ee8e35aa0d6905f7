"""Variants of one bead: where its words differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.classify.bead_context import BeadContext
from variants.classify.classification_rules import classified, verdict_of
from variants.classify.config import NO_CONFIG, ClassificationConfig
from variants.classify.core import content_core
from variants.classify.exchanged_roles import (
    KINDS_WITH_ROLES,
    ROLES_EXCHANGED,
    may_exchange_roles,
    sense_of_exchange,
)
from variants.classify.flags import classify, flags_of
from variants.classify.kinds import kind_of
from variants.classify.pieces import Piece, bear_sense, cut_pieces
from variants.classify.place_growth import JoinedPiece, grow, join_function_words
from variants.classify.place_joins import join_differences
from variants.classify.range_joins import join_ranges
from variants.classify.sense.contrast import Contrast
from variants.classify.span_pairs import NO_PAIRS, SpanPairs
from variants.languages import Language, language_of
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.set_aside import JOINS_LETTERS
from variants.types.span import Span, squeeze
from variants.types.variant import FORM_OR_NAME_KINDS, Flag, Kind, Variant
from variants.types.witness import Witness
from variants.types.words import SHOWN_FROM, Link, Token, TokenKind, WordAlignment

_RECAST_BELOW = 0.15  # Share of linked content words below which a bead is one reading.
_RECAST_WORDS = 2  # Least content words on each side; with fewer, single words were replaced.
_PERHAPS_PARAPHRASED = 0.5
"""Factor for an addition or omission whose bead has unlinked words on the other side as well:
then 42 of 100 are absent by human links, else 86 (benchmarks/absence.py)."""
_WHOLE = FORM_OR_NAME_KINDS - {Kind.PUNCTUATION, Kind.TYPOGRAPHY, Kind.NUMERAL}
"""Kinds that two neighbouring pieces can have together: halves of a name or of a word."""


Parts: TypeAlias = tuple[tuple[Variant, Contrast], ...]
"""The differences that a variant was joined of, or itself, with their words on both sides."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Equal words and variants of one bead.

    Attributes:
        bead: The bead.
        same: Pairs of spans (seed, other) with the same word, in order.
        variants: Variants in seed order; with ``same`` and white space they cover both sides.
        parted: Pairs of linked words of which no variant has both, in order.
    """

    bead: Bead
    same: SpanPairs
    variants: tuple[Variant, ...]
    parted: SpanPairs = NO_PAIRS


def variants_of(
    differences: Mapping[str, Mapping[int, Differences]],
) -> dict[str, list[Variant]]:
    """Return all variants of each witness by its siglum, in seed order."""
    return {
        siglum: [variant for sentence in sorted(found) for variant in found[sentence].variants]
        for siglum, found in differences.items()
    }


def find_differences(
    words: WordAlignment, alignment: Alignment, config: ClassificationConfig = NO_CONFIG
) -> Differences:
    """Return the variants of one bead, by docs/explanation/how-words-are-compared.md.

    Links below ``SHOWN_FROM`` are ignored: the words between two links then form phrases
    that face each other. A single function word or mark never splits such a phrase. A bead
    with almost nothing in common is one variant of kind recast.

    Args:
        words: The bead's words and their links.
        alignment: The alignment that the bead is in.
        config: Terms, names and rules of the edition.
    """
    return next(find_contrasts([words], alignment, config))[0]


def find_contrasts(
    beads: Sequence[WordAlignment],
    alignment: Alignment,
    config: ClassificationConfig = NO_CONFIG,
) -> Iterator[tuple[Differences, tuple[Parts, ...]]]:
    """Yield the variants of each bead, and the parts of each variant.

    They share all that was read in the bead, such as its values, so that nothing is read twice;
    the words of all beads are cut into phrases together, which is faster.
    """
    finders = [_Finder(words, alignment, config) for words in beads]
    recast = [finder.is_recast() for finder in finders]
    kept = [finder for finder, whole in zip(finders, recast, strict=True) if not whole]
    tag = language_of(alignment.seed.witness.language).tag
    pieces = iter(cut_pieces([(one.words, one.shown, one.seed_sense) for one in kept], tag))
    del kept
    finders.reverse()
    for whole in recast:
        finder = finders.pop()  # Not kept, because much is read in a bead.
        yield finder.recast() if whole else finder.differences(next(pieces))


class _Finder:
    """State for one bead: its tokens by index."""

    def __init__(
        self, words: WordAlignment, alignment: Alignment, config: ClassificationConfig
    ) -> None:
        self.words = words
        self.seed_text = alignment.seed.witness.compared
        self.other_text = alignment.other.witness.compared
        self.language: Language = language_of(alignment.seed.witness.language)
        self.context = BeadContext(
            self.language,
            _texts_of(words.seed, alignment.seed.witness),
            _texts_of(words.other, alignment.other.witness),
            config,
        )
        self.seed_sense, self.other_sense = bear_sense(words.seed), bear_sense(words.other)
        self.roles_may_differ = False
        self.shown = [link for link in words.links if link.probability >= SHOWN_FROM]

    def is_recast(self) -> bool:
        sense = sum(self.seed_sense), sum(self.other_sense)
        if min(sense) < _RECAST_WORDS:
            return False
        found = sum(self.seed_sense[i] for i in {link.seed for link in self.shown})
        found += sum(self.other_sense[k] for k in {link.other for link in self.shown})
        return found < _RECAST_BELOW * sum(sense)

    def recast(self) -> tuple[Differences, tuple[Parts, ...]]:
        """Return the whole bead as one variant."""
        seed, other = self.words.seed, self.words.other
        whole = Piece(0, len(seed), 0, len(other))
        # Flags of a doubtful bead would compare sentences that may not correspond.
        doubtful = self.words.bead.doubtful
        contrast = self.context.contrast(*whole.ranges)
        flags = frozenset() if doubtful else flags_of(contrast, self.context)
        variant = self._classified(whole, Kind.RECAST, flags, self.words.bead.confidence)
        return Differences(self.words.bead, SpanPairs(), (variant,)), (((variant, contrast),),)

    def differences(self, cut: Iterable[Piece]) -> tuple[Differences, tuple[Parts, ...]]:
        """Return the variants of the bead, cut into pieces that correspond."""
        joined = join_ranges(self._joined(cut), self.words, self.context)
        grown = grow(joined, self.words, self.shown)
        together = join_function_words(grown.pieces, self.words, self.language, self._kind)
        joined = join_differences(together, self.words, self.language.tag)
        parts: list[Piece] = []
        if len(joined) < len(together):
            parts = [one.piece for one in together if not one.same]
            grown = grow(joined, self.words, self.shown)
            together = grown.pieces
        seed, other = self.words.seed, self.words.other
        same = [
            (mine.span, theirs.span)
            for (i, j, k, last, _, _), is_same in together
            if is_same
            for mine, theirs in zip(seed[i:j], other[k:last], strict=True)
        ]
        pieces = [one for one, is_same in together if not is_same]
        self.roles_may_differ = may_exchange_roles(pieces, self.words, self.language)
        unlinked = self._has_unlinked()
        found = [self._with_parts(piece, unlinked, _inside(piece, parts)) for piece in pieces]
        found.sort(key=lambda each: (each[0].seed, each[0].other))
        differences = Differences(
            self.words.bead,
            SpanPairs(same),
            tuple(variant for variant, _ in found),
            self._spans_of(grown.parted),
        )
        return differences, tuple(parts for _, parts in found)

    def _spans_of(self, links: Sequence[Link]) -> SpanPairs:
        """Return the words of links."""
        if not links:
            return NO_PAIRS
        seed, other = self.words.seed, self.words.other
        return SpanPairs((seed[link.seed].span, other[link.other].span) for link in links)

    def _joined(self, pieces: Iterable[Piece]) -> list[JoinedPiece]:
        """Return equal and differing pieces, neighbours that form one difference merged."""
        joined: list[JoinedPiece] = []
        last, last_same = None, True
        seed, other = self.context.seed, self.context.other
        for piece in pieces:
            i, j, k, end, _, moved = piece
            same = not moved and seed[i:j] == other[k:end]
            if not (same or last_same) and self._is_first_capital(piece):
                last = self._with_words_before(joined)
            if last is not None and not (same or last_same) and self._form_one_variant(last, piece):
                sure = min(last.probability, piece.probability)
                both = last._replace(j=piece.j, l=piece.l, probability=sure)
                last, last_same = joined[-1] = JoinedPiece(both, self._is_the_same(both))
            else:
                last, last_same = piece, same
                joined.append(JoinedPiece(piece, same))
        return joined

    def _with_words_before(self, joined: list[JoinedPiece]) -> Piece:
        """Join the words at the beginning of a sentence that one side lacks; return the last piece.

        A capital after them is a part of them, although they were cut into several pieces.
        """
        first = number = len(joined)
        while number and _lacks_a_side(joined[number - 1].piece):
            if number < len(joined) and not _touch(joined[number - 1].piece, joined[number].piece):
                break
            number -= 1
            if _begins_at(self.words.seed, joined[number].piece.i):
                first = number
        run = [one.piece for one in joined[first:]]
        if len(run) > 1:
            sure = min(one.probability for one in run)
            both = run[0]._replace(j=run[-1].j, l=run[-1].l, probability=sure)
            joined[first:] = [JoinedPiece(both, self._is_the_same(both))]
        return joined[-1].piece

    def _form_one_variant(self, last: Piece, piece: Piece) -> bool:
        """Return True if two neighbouring pieces should be one variant.

        They should if they are halves of a name or of a word ("Gao Gang"), if one is only the
        capital that a sentence begins with ("The king" against "Then the king"), or if they are
        words and marks that one side lacks (", in fact,"). A capital joins no words inside
        of a sentence of the seed, which has no capital there.
        """
        if not _touch(last, piece):
            return False
        for one in (last, piece):
            if self._is_first_capital(one) and (
                _begins_at(self.words.seed, last.i) or _begins_at(self.words.seed, one.i)
            ):
                return True
        if self._are_words_and_marks(last, piece):
            return True
        both = last._replace(j=piece.j, l=piece.l)
        kinds = {self._kind(last), self._kind(piece)}
        kind = self._kind(both)
        if kind in _WHOLE:
            return len(kinds) == 1 or not kinds <= FORM_OR_NAME_KINDS
        # "7" and "the 7th of", "$200" and "200 dollars".
        return kind is Kind.NUMERAL and kinds <= {Kind.NUMERAL, Kind.FUNCTION_WORD}

    def _are_words_and_marks(self, last: Piece, piece: Piece) -> bool:
        """Return True if the first piece is marks that one side lacks, and goes with the second.

        It does with words that face others. Of words that one side lacks, marks on either side
        are a part.
        """
        sides = [
            (self.words.seed[one.i : one.j], self.words.other[one.k : one.l])
            for one in (last, piece)
        ]
        marks = [
            all(token.kind is TokenKind.PUNCTUATION for side in both for token in side)
            for both in sides
        ]
        faces = [bool(seed) and bool(other) for seed, other in sides]
        if marks[0] and not faces[0] and faces[1] and not marks[1]:
            return True
        one_sided = (last.i == piece.j) != (last.k == piece.l)
        return one_sided and any(marks)

    def _is_first_capital(self, piece: Piece) -> bool:
        """Return True if one word has a capital on one side because a sentence begins there."""
        seed, other = self.words.seed, self.words.other
        mine, theirs = (
            [n for n in places if tokens[n].kind is not TokenKind.PUNCTUATION]
            for tokens, places in zip((seed, other), piece.ranges, strict=True)
        )
        if (len(mine), len(theirs)) != (1, 1) or seed[mine[0]].key != other[theirs[0]].key:
            return False
        begins = _begins_at(seed, mine[0]) or _begins_at(other, theirs[0])
        return begins and self._kind(piece) is Kind.CASE

    def _kind(self, piece: Piece) -> Kind:
        return kind_of(self.context.contrast(*piece.ranges), self.context)

    def _has_unlinked(self) -> tuple[bool, bool]:
        """Return for each side True if a content word has no link."""
        linked = {link.seed for link in self.shown}, {link.other for link in self.shown}
        seed, other = (
            any(bears and n not in found for n, bears in enumerate(sense))
            for sense, found in zip((self.seed_sense, self.other_sense), linked, strict=True)
        )
        return seed, other

    def _with_parts(
        self, piece: Piece, unlinked: tuple[bool, bool], inside: Sequence[Piece]
    ) -> tuple[Variant, Parts]:
        """Return the variant of a piece, and its parts: those of more than form.

        Without a rule for the whole, it has the flags of its parts, and the class that a rule
        gives one of them.
        """
        whole, contrast = self._variant(piece, unlinked)
        if not inside or whole.ruling is not None or whole.sense is not None:
            return whole, ((whole, contrast),)
        found = [self._variant(part, unlinked) for part in inside]
        parts = tuple(part for part in found if part[0].substantive)
        flags = frozenset(flag for part, _ in parts for flag in part.flags)
        ruling = next((part.ruling for part, _ in parts if part.ruling is not None), None)
        joined = dataclasses.replace(whole, flags=flags, ruling=ruling)
        return joined, parts if parts and joined.substantive else ((joined, contrast),)

    def _variant(self, piece: Piece, unlinked: tuple[bool, bool]) -> tuple[Variant, Contrast]:
        """Return the variant of a piece, and its words on both sides."""
        contrast = self.context.contrast(*piece.ranges)
        kind, flags = Kind.MOVED, frozenset[Flag]()
        if not piece.moved:
            kind, flags = classify(contrast, self.context)
        confidence = self.words.bead.confidence * piece.probability
        of_seed, of_other = unlinked
        if (kind is Kind.OMITTED and of_other) or (kind is Kind.ADDED and of_seed):
            # The unlinked words of the other side may be a paraphrase.
            confidence *= _PERHAPS_PARAPHRASED
        return self._classified(piece, kind, flags, confidence), contrast

    def _classified(
        self, piece: Piece, kind: Kind, flags: frozenset[Flag], confidence: float
    ) -> Variant:
        """Return the variant of a piece after the edition's rules are applied."""
        rules = self.context.config.rules
        rule = rules.first_match(self._whole_and_core(piece)) if rules else None
        kind, flags, ruling = classified(kind, flags, rule)
        sense = verdict_of(rule)
        if self.roles_may_differ and rule is None and kind in KINDS_WITH_ROLES:
            sense = sense_of_exchange(self.context.contrast(*piece.ranges))
            ruling = ROLES_EXCHANGED if sense else None
        seed = _hull(self.words.seed, piece.i, piece.j)
        other = _hull(self.words.other, piece.k, piece.l)
        return Variant(seed, other, kind, flags, round(confidence, 4), ruling, sense)

    def _whole_and_core(self, piece: Piece) -> list[tuple[str, str]]:
        """Return the wordings of a piece, whole and reduced to their content core."""
        tokens = self._tokens(piece)
        return [self._texts(*tokens), self._texts(*content_core(*tokens, self.language))]

    def _tokens(self, piece: Piece) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        return self.words.seed[piece.i : piece.j], self.words.other[piece.k : piece.l]

    def _texts(self, seed: Sequence[Token], other: Sequence[Token]) -> tuple[str, str]:
        """Return the texts from first to last token, white space collapsed."""
        sides = (seed, self.seed_text), (other, self.other_text)
        found = (
            text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""
            for tokens, text in sides
        )
        mine, theirs = (squeeze(each.replace(JOINS_LETTERS, "")) for each in found)
        return mine, theirs

    def _is_the_same(self, piece: Piece) -> bool:
        """Return True if both sides have the same words, character by character."""
        i, j, k, last = piece[:4]
        return self.context.seed[i:j] == self.context.other[k:last]


def _lacks_a_side(piece: Piece) -> bool:
    return (piece.i == piece.j) != (piece.k == piece.l)


def _touch(one: Piece, other: Piece) -> bool:
    """Return True if one piece follows the other on both sides."""
    return not (one.moved or other.moved) and (one.j, one.l) == (other.i, other.k)


def _inside(piece: Piece, parts: Sequence[Piece]) -> list[Piece]:
    """Return the parts that a piece was joined of; none if it is one of them."""
    return [] if piece in parts else [part for part in parts if part.is_within(piece)]


def _texts_of(tokens: Iterable[Token], witness: Witness) -> tuple[str, ...]:
    text = witness.compared
    spans = [token.span for token in tokens]
    texts = [text[span.start : span.end] for span in spans]
    if witness.set_aside:
        texts = [one.replace(JOINS_LETTERS, "") for one in texts]
    return tuple(texts)


def _begins_at(tokens: Sequence[Token], at: int) -> bool:
    """Return True if a sentence may begin with a token."""
    return at == 0 or tokens[at - 1].kind is TokenKind.PUNCTUATION


def _hull(tokens: Sequence[Token], start: int, end: int) -> Span:
    """Return the span from first to last token; without any, the point after the one before."""
    if start < end:
        return Span(tokens[start].span.start, tokens[end - 1].span.end)
    at = tokens[start - 1].span.end if start else tokens[0].span.start
    return Span(at, at)
