"""Variants of one bead: where its words differ."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import ne
from typing import TypeAlias

from variants.classify.bead_context import BeadContext
from variants.classify.bead_places import find_places
from variants.classify.classification_rules import classified, verdict_of
from variants.classify.config import NO_CONFIG, ClassificationConfig
from variants.classify.core import bear_sense, content_core
from variants.classify.cut_off import CUT_OFF, is_cut_off
from variants.classify.equal_values import moved_within_date
from variants.classify.exchanged_roles import (
    KINDS_WITH_ROLES,
    ROLES_EXCHANGED,
    may_exchange_roles,
    sense_of_exchange,
)
from variants.classify.flags import classify, flags_of
from variants.classify.piece import Piece
from variants.classify.pieces import cut_pieces
from variants.classify.sense.contrast import Contrast
from variants.classify.span_pairs import NO_PAIRS, SpanPairs
from variants.languages import Language, language_of
from variants.once import once
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.set_aside import JOINS_LETTERS
from variants.types.span import Span, squeeze
from variants.types.variant import Flag, Kind, Variant
from variants.types.witness import Witness
from variants.types.words import NUMBER, SHOWN_FROM, Link, Token, WordAlignment

_RECAST_BELOW = 0.15  # Share of linked content words below which a bead is one reading.
_RECAST_WORDS = 2  # Least content words on each side; with fewer, single words were replaced.
_PERHAPS_PARAPHRASED = 0.5
"""Factor for an addition or omission whose bead has unlinked words on the other side as well:
then 42 of 100 are absent by human links, else 86 (benchmarks/absence.py)."""

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
    """State for one bead: its words, and all that is read in them."""

    def __init__(
        self, words: WordAlignment, alignment: Alignment, config: ClassificationConfig
    ) -> None:
        self.words = words
        self.alignment = alignment
        self.seed_text = alignment.seed.witness.compared
        self.other_text = alignment.other.witness.compared
        self.language: Language = language_of(alignment.seed.witness.language)
        self.context = BeadContext(
            self.language,
            _texts_of(words.seed, alignment.seed.witness),
            _texts_of(words.other, alignment.other.witness),
            config,
            (_spaced(words.seed), _spaced(words.other)),
        )
        self.seed_sense, self.other_sense = bear_sense(words.seed), bear_sense(words.other)
        self.roles_may_differ = False
        self.shown = [link for link in words.links if link.probability >= SHOWN_FROM]

    def is_recast(self) -> bool:
        """Return True if both sides have content words, of which almost none are linked."""
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

    def differences(self, pieces: Iterable[Piece]) -> tuple[Differences, tuple[Parts, ...]]:
        """Return the variants of the bead, cut into pieces that correspond."""
        found = find_places(pieces, self.words, self.shown, self.context)
        self.roles_may_differ = may_exchange_roles(found.places, self.words, self.language)
        variants = [self._with_parts(place, found.parts_of(place)) for place in found.places]
        variants.sort(key=lambda each: (each[0].seed, each[0].other))
        differences = Differences(
            self.words.bead,
            self._equal_words(found.equal),
            tuple(variant for variant, _ in variants),
            self._linked_words(found.parted),
        )
        return differences, tuple(parts for _, parts in variants)

    def _equal_words(self, pieces: Iterable[Piece]) -> SpanPairs:
        """Return the words of pieces that are equal on both sides."""
        seed, other = self.words.seed, self.words.other
        return SpanPairs(
            [
                (mine.span, theirs.span)
                for i, j, k, last, _, _ in pieces
                for mine, theirs in zip(seed[i:j], other[k:last], strict=True)
            ]
        )

    def _linked_words(self, links: Sequence[Link]) -> SpanPairs:
        """Return the words of links."""
        if not links:
            return NO_PAIRS
        seed, other = self.words.seed, self.words.other
        return SpanPairs((seed[link.seed].span, other[link.other].span) for link in links)

    @once
    def _has_unlinked(self) -> tuple[bool, bool]:
        """For each side, True if a content word has no link."""
        linked = {link.seed for link in self.shown}, {link.other for link in self.shown}
        seed, other = (
            any(bears and n not in found for n, bears in enumerate(sense))
            for sense, found in zip((self.seed_sense, self.other_sense), linked, strict=True)
        )
        return seed, other

    def _with_parts(self, piece: Piece, inside: Sequence[Piece]) -> tuple[Variant, Parts]:
        """Return the variant of a piece, and its parts: those of more than form.

        Without a rule for the whole, it has the flags of its parts, and the class that a rule
        gives one of them.
        """
        whole, contrast = self._variant(piece)
        if not inside or whole.ruling is not None or whole.sense is not None:
            return whole, ((whole, contrast),)
        found = [self._variant(part) for part in inside]
        parts = tuple(part for part in found if part[0].substantive)
        flags = frozenset(flag for part, _ in parts for flag in part.flags)
        ruling = next((part.ruling for part, _ in parts if part.ruling is not None), None)
        joined = dataclasses.replace(whole, flags=flags, ruling=ruling)
        return joined, parts if parts and joined.substantive else ((joined, contrast),)

    def _variant(self, piece: Piece) -> tuple[Variant, Contrast]:
        """Return the variant of a piece, and its words on both sides."""
        contrast = self.context.contrast(*piece.ranges)
        kind, flags = Kind.MOVED, frozenset[Flag]()
        if piece.moved and moved_within_date(contrast):
            kind = Kind.NUMERAL
        elif not piece.moved:
            kind, flags = classify(contrast, self.context)
        confidence = self.words.bead.confidence * piece.probability
        of_seed, of_other = self._has_unlinked
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
        if kind is Kind.OMITTED and rule is None and is_cut_off(piece, self.words, self.alignment):
            flags, sense = frozenset[Flag](), CUT_OFF
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


def _spaced(tokens: Sequence[Token]) -> tuple[bool, ...]:
    """Return for each token whether something is between it and the one before."""
    starts, ends = (token.span.start for token in tokens), (token.span.end for token in tokens)
    return tuple(map(ne, starts, chain((-1,), ends)))


def _texts_of(tokens: Iterable[Token], witness: Witness) -> tuple[str, ...]:
    """Return the words as a reader sees them, in whatever spaces and normal form of Unicode."""
    text = witness.compared
    pairs = [(token.span.of(text), token.kind) for token in tokens]
    texts = [squeeze(one) if kind is NUMBER else one for one, kind in pairs]
    if witness.set_aside:
        texts = [one.replace(JOINS_LETTERS, "") for one in texts]
    return tuple(one if one.isascii() else unicodedata.normalize("NFC", one) for one in texts)


def _hull(tokens: Sequence[Token], start: int, end: int) -> Span:
    """Return the span from first to last token; without any, the point after the one before."""
    if start < end:
        return Span(tokens[start].span.start, tokens[end - 1].span.end)
    at = tokens[start - 1].span.end if start else tokens[0].span.start
    return Span(at, at)
