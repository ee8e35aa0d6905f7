"""Sense of all differences between a witness and the seed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, LocalKey, SideOfBead
from variants.classify.sense.sense_evidence import SenseEvidence, collect_evidence
from variants.classify.sense.sense_model import SenseModel
from variants.classify.sense.signs import Sign
from variants.classify.sense.whole_sentences import SORT_OF_KIND
from variants.languages.language import Language
from variants.types.sense import MODEL, Sense, SenseSort, Tier
from variants.types.span import Span
from variants.types.variant import Flag, Kind, Variant
from variants.types.words import Token, WordAlignment

FORM = frozenset(
    {
        Kind.TYPOGRAPHY,
        Kind.PUNCTUATION,
        Kind.CASE,
        Kind.SPELLING,
        Kind.NUMERAL,
        Kind.NAME_FORM,
    }
)
"""Kinds of the tier form, which the model does not see."""
_FORM_PROBABILITY = 0.01  # Share of these that touch the sense on the development data.
_DIGITS = 4  # Rounding of a probability; further digits differ between machines.
_TERMS = "rule terms"  # The edition's list of terms says that their rendering matters.
_OF_FORM = Sense(_FORM_PROBABILITY, Tier.FORM, None, "", "", MODEL)


def is_form(variant: Variant) -> bool:
    """Return True for a difference of form that touches no fact; the model does not see it."""
    return variant.kind in FORM and not variant.flags


class Difference(NamedTuple):
    """A variant with the words of its bead.

    Attributes:
        variant: The variant.
        contrast: Its words on both sides.
    """

    variant: Variant
    contrast: Contrast


def contrasts_in(
    words: WordAlignment,
    variants: Iterable[Variant],
    texts: tuple[str, str],
    language: Language,
) -> list[Difference]:
    """Return the variants of a bead, each with its words on both sides of it.

    Args:
        words: Words of the bead.
        variants: Its variants.
        texts: The seed and the other text.
        language: Their language.
    """
    seed, other = (
        SideOfBead([token.span.of(text) for token in tokens], language)
        for tokens, text in zip((words.seed, words.other), texts, strict=True)
    )
    starts = tuple([token.span.start for token in tokens] for tokens in (words.seed, words.other))
    return [
        Difference(
            variant,
            Contrast(
                seed,
                other,
                _tokens_in(variant.seed, words.seed, starts[0]),
                _tokens_in(variant.other, words.other, starts[1]),
            ),
        )
        for variant in variants
    ]


def _tokens_in(span: Span, tokens: Sequence[Token], starts: Sequence[int]) -> range:
    """Return the indices of the tokens in a span; for a point, an empty range at its place."""
    first = bisect_left(starts, span.start)
    if not span.length and first < len(tokens) and tokens[first].span.start < span.start:
        first += 1
    return range(first, bisect_left(starts, span.end) if span.length else first)


class Judge:
    """Judges differences, many at a time, and remembers those that may occur again.

    Args:
        model: The model.
    """

    def __init__(self, model: SenseModel) -> None:
        self._model = model
        self._known: dict[LocalKey, _Judged] = {}

    def senses(self, differences: Sequence[Difference]) -> list[Sense]:
        """Return the sense of each difference."""
        found: list[_Judged | None] = []
        fresh: dict[int, tuple[LocalKey, SenseEvidence]] = {}
        repeated: dict[int, LocalKey] = {}
        pending: set[LocalKey] = set()
        for n, (variant, contrast) in enumerate(differences):
            key = contrast.key
            found.append(self._known.get(key))
            if is_form(variant) or found[n] is not None:
                continue
            if key in pending:
                repeated[n] = key
                continue
            contrast.seed.asked = contrast.other.asked = False
            fresh[n] = key, collect_evidence(contrast)
            if not (contrast.seed.asked or contrast.other.asked):
                pending.add(key)
        scored = self._model.probabilities([each.features for _, each in fresh.values()])
        for (n, (key, evidence)), probability in zip(fresh.items(), scored.tolist(), strict=True):
            judged = _Judged(round(probability, _DIGITS), evidence.reason)
            found[n] = judged
            if key in pending:
                self._known[key] = judged
        for n, key in repeated.items():
            found[n] = self._known[key]
        return [
            _sense(difference, judged, self._model.first_tier)
            for difference, judged in zip(differences, found, strict=True)
        ]


class _Judged(NamedTuple):
    probability: float
    reason: Sign | None


def _sense(difference: Difference, judged: _Judged | None, first_tier: float) -> Sense:
    variant, contrast = difference
    if is_form(variant) or judged is None:
        return _OF_FORM
    probability, reason = judged
    if Flag.TERM in variant.flags:
        seed, other = _words(contrast)
        return Sense(max(probability, first_tier), Tier.SENSE, SenseSort.TERM, seed, other, _TERMS)
    tier = Tier.SENSE if probability >= first_tier else Tier.WORDING
    if reason is not None:
        return Sense(probability, tier, reason.sort, reason.seed, reason.other, MODEL)
    seed, other = _words(contrast)
    return Sense(probability, tier, SORT_OF_KIND.get(variant.kind), seed, other, MODEL)


def _words(contrast: Contrast) -> tuple[str, str]:
    """Return the words of both sides that the other lacks, or all words if there are none."""
    return (
        contrast.seed.text(contrast.seed_rest or contrast.seed_at),
        contrast.other.text(contrast.other_rest or contrast.other_at),
    )
