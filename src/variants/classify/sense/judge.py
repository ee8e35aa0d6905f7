"""Sense of all differences between a witness and the seed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.sense_evidence import SenseEvidence, collect_evidence
from variants.classify.sense.sense_model import SenseModel
from variants.languages import Language
from variants.types.sense import MODEL, Sense, SenseSort, Tier
from variants.types.span import Span
from variants.types.variant import Kind, Variant
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
_SORTS = {
    Kind.OMITTED: SenseSort.LEFT_OUT,
    Kind.ADDED: SenseSort.ADDED,
    Kind.MOVED: SenseSort.MOVED,
}
"""Sort of a difference without a sign of another, by its kind."""
_SHARE_OF_SENTENCES = {Kind.OMITTED: 0.9, Kind.ADDED: 0.9, Kind.MOVED: 0.1}
"""Share of whole sentences that touch the sense; set by hand, since the data have none."""
_MIDDLE = 0.5


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


def judge(differences: Sequence[Difference], model: SenseModel) -> list[Sense]:
    """Return the sense of each difference."""
    judged = [n for n, (variant, _) in enumerate(differences) if variant.kind not in FORM]
    evidence = [collect_evidence(differences[n].contrast) for n in judged]
    probabilities = model.probabilities([each.features for each in evidence])
    senses = [Sense(_FORM_PROBABILITY, Tier.FORM, None, "", "", MODEL) for _ in differences]
    for n, each, probability in zip(judged, evidence, probabilities.tolist(), strict=True):
        senses[n] = _sense(differences[n], each, round(probability, _DIGITS), model)
    return senses


def _sense(
    difference: Difference, evidence: SenseEvidence, probability: float, model: SenseModel
) -> Sense:
    tier = Tier.SENSE if probability >= model.first_tier else Tier.WORDING
    reason, contrast = evidence.reason, difference.contrast
    if reason is not None:
        return Sense(probability, tier, reason.sort, reason.seed, reason.other, MODEL)
    sort = _SORTS.get(difference.variant.kind)
    seed = contrast.seed.text(contrast.seed_rest or contrast.seed_at)
    other = contrast.other.text(contrast.other_rest or contrast.other_at)
    return Sense(probability, tier, sort, seed, other, MODEL)


def sense_of_sentence(kind: Kind, seed: str, other: str, confidence: float) -> Sense:
    """Return the sense of a whole sentence that is omitted, added or moved.

    Args:
        kind: The kind of the difference.
        seed: The seed's sentence; "" for an addition.
        other: The sentence of the witness; "" for an omission.
        confidence: Probability that the sentence has no counterpart, or that it moved.
    """
    share = _SHARE_OF_SENTENCES[kind]
    tier = Tier.SENSE if share > _MIDDLE else Tier.WORDING
    return Sense(round(share * confidence, _DIGITS), tier, _SORTS[kind], seed, other, MODEL)
