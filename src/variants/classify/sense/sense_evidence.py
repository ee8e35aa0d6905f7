"""Evidence for the sense of a difference: all of its signs as numbers, and the heaviest of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from variants.classify.sense.added_signs import find_added_signs
from variants.classify.sense.contrast import Contrast
from variants.classify.sense.exclusion_signs import find_exclusion_signs
from variants.classify.sense.fact_signs import find_fact_signs
from variants.classify.sense.gap_signs import find_gap_signs
from variants.classify.sense.inflection_signs import find_inflection_signs
from variants.classify.sense.kin_signs import ANTONYM, find_kin_signs
from variants.classify.sense.move_signs import find_move_signs
from variants.classify.sense.name_signs import find_name_signs
from variants.classify.sense.owner_signs import find_owner_signs
from variants.classify.sense.polarity_signs import find_polarity_signs
from variants.classify.sense.repetition_signs import find_repetition_signs
from variants.classify.sense.role_signs import find_role_signs
from variants.classify.sense.signs import Sign, SignFinder
from variants.classify.sense.size_signs import find_size_signs
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.classify.sense.term_signs import find_term_signs
from variants.classify.sense.value_signs import find_value_signs
from variants.classify.sense.verb_signs import find_verb_signs

FINDERS: tuple[SignFinder, ...] = (
    find_value_signs,
    find_polarity_signs,
    find_verb_signs,
    find_exclusion_signs,
    find_small_word_signs,
    find_repetition_signs,
    find_inflection_signs,
    find_name_signs,
    find_move_signs,
    find_role_signs,
    find_owner_signs,
    find_added_signs,
    find_fact_signs,
    find_term_signs,
    find_kin_signs,
    find_gap_signs,
    find_size_signs,
)
"""All that is compared, in the order in which reasons of equal weight are preferred."""

SEVERITY: Mapping[str, float] = {
    ANTONYM: 5.0,
    "value.other": 5.0,
    "value.date other": 5.0,
    "value.time other": 5.0,
    "value.unit": 4.0,
    "value.bound other": 5.0,
    "value.unit one": 2.0,
    "value.bound one": 3.0,
    "value.about other": 3.0,
    "value.order": 2.0,
    "value.about one": 3.5,
    "value.date part": 4.0,
    "polarity.word": 5.0,
    "polarity.affix": 5.0,
    "polarity.verb": 4.0,
    "polarity.hedged": 3.0,
    "polarity.not merely": 4.0,
    "polarity.exclusive": 4.0,
    "polarity.free": 2.5,
    "modal.other": 3.5,
    "modal.against": 4.5,
    "modal.one": 2.5,
    "modal.one faint": 1.0,
    "modal.gap": 3.0,
    "modal.doubt": 3.5,
    "modal.doubted": 4.5,
    "modal.speech gap": 2.5,
    "verb.future": 2.5,
    "verb.to come": 4.5,
    "verb.under way": 3.5,
    "verb.perfect": 1.0,
    "verb.asks": 3.0,
    "verb.orders": 3.0,
    "verb.unreal": 4.0,
    "value.lost": 3.0,
    "value.gained": 3.0,
    "quantity.gap": 2.5,
    "quantity.opposite": 2.5,
    "quantity.one": 3.5,
    "quantity.one faint": 1.0,
    "frequency.gap": 2.5,
    "frequency.opposite": 2.5,
    "frequency.one": 3.0,
    "frequency.one faint": 2.0,
    "duration.gap": 2.5,
    "duration.opposite": 2.5,
    "degree.gap": 2.0,
    "degree.one": 2.5,
    "degree.one faint": 2.0,
    "degree.strength": 2.5,
    "comparison.gap": 3.5,
    "comparison.one": 2.0,
    "exclusive.one": 3.5,
    "exclusive.one faint": 1.5,
    "exclusive.other": 2.0,
    "exclusive.opposite": 4.0,
    "exclusive.even": 3.5,
    "phase.one": 1.0,
    "phase.again": 3.5,
    "phase.at once": 2.5,
    "phase.soon": 2.5,
    "phase.opposite": 3.0,
    "phase.sooner": 3.0,
    "limit.one": 2.0,
    "limit.opposite": 4.5,
    "place.opposite": 5.0,
    "place.other": 1.0,
    "condition.one": 2.0,
    "condition.opposite": 5.0,
    "condition.firm": 5.0,
    "condition.other": 1.5,
    "link.opposite": 3.5,
    "mention.opposite": 4.0,
    "person.other": 2.0,
    "person.opposite": 4.0,
    "owner.other": 1.5,
    "owner.opposite": 3.5,
    "side.opposite": 3.5,
    "added.exception": 4.5,
    "added.agent": 5.0,
    "added.purpose": 5.0,
    "added.act": 5.0,
    "added.item": 5.0,
    "added.manner": 5.0,
    "added.quality": 4.5,
    "added.way": 5.0,
    "added.circumstance": 5.0,
    "added.companion": 5.0,
    "added.member": 5.0,
    "term.other": 4.5,
    "term.prefix": 4.5,
    "role.voice": 4.0,
    "attached.adjective": 5.0,
    "attached.focus": 5.0,
    "attached.denial": 5.0,
    "attached.adverb": 5.0,
    "attached.phrase": 5.0,
    "attached.time": 5.0,
    "attached.clause": 5.0,
    "name.other": 5.0,
    "name.one": 2.0,
    "noun.number": 1.0,
    "noun.number of persons": 4.5,
}
"""Weight of the signs that are rare, graded by hand: each is too rare to be learned alone.

A sign that is not listed weighs nothing here; the model may still use it.
"""
_MOST = 2.0  # Greater values of a sign do not weigh more.
_OPPOSITES = frozenset(
    (
        ANTONYM,
        "value.other",
        "value.date other",
        "value.time other",
        "value.bound other",
        "value.unit",
        "polarity.word",
        "polarity.affix",
        "polarity.verb",
        "place.opposite",
        "side.opposite",
        "limit.opposite",
        "condition.opposite",
        "link.opposite",
        "owner.opposite",
        "mention.opposite",
        "exclusive.opposite",
        "phase.again",
        "phase.opposite",
        "modal.against",
        "modal.doubted",
        "quantity.opposite",
        "frequency.opposite",
        "duration.opposite",
        "verb.to come",
        "verb.under way",
        "term.other",
        "polarity.not merely",
        "polarity.exclusive",
    )
)
"""Signs of one fact that excludes the other: another number, "if" against "unless", "once
more" on one side."""
_MOVED_MODIFIERS = frozenset(name for name in SEVERITY if name.startswith("attached."))
"""Signs of a modifier that belongs to another word: "the young widow of the merchant", "the widow
of the young merchant"."""


class SenseEvidence(NamedTuple):
    """Evidence for one difference.

    Attributes:
        features: Value of each sign and of the pooled features, by name; 0 for others.
        reason: The heaviest sign with a sort, or of antonyms; ``None`` without one.
        opposite: True if both sides exclude each other, beside a word that both have, or if a
            modifier belongs to another word. On the development data 12 of 30 of these that the
            model finds improbable touch the sense, a share near that of the first tier.
        words: The lemmas that only one side has, sorted.
    """

    features: Mapping[str, float]
    reason: Sign | None
    opposite: bool
    words: tuple[str, ...]


def collect_evidence(contrast: Contrast) -> SenseEvidence:
    """Return the evidence of a difference."""
    signs = [sign for find in FINDERS for sign in find(contrast)]
    features = {sign.name: sign.value for sign in signs}
    weights = sorted([_severity(sign) for sign in signs if sign.name in SEVERITY], reverse=True)
    features.update(_pooled(contrast, features, weights))
    reasons = [sign for sign in signs if sign.sort is not None or sign.name == ANTONYM]
    opposite = not _MOVED_MODIFIERS.isdisjoint(features) or (
        not _OPPOSITES.isdisjoint(features) and any(contrast.framed)
    )
    reason = max(reasons, key=_severity, default=None)
    return SenseEvidence(features, reason, opposite, _words_of_one_side(contrast))


def _words_of_one_side(contrast: Contrast) -> tuple[str, ...]:
    seed, other = contrast.seed.lemmas, contrast.other.lemmas
    mine, theirs = {seed[n] for n in contrast.seed_rest}, {other[n] for n in contrast.other_rest}
    return tuple(sorted(mine ^ theirs))


def _severity(sign: Sign) -> float:
    return SEVERITY.get(sign.name, 0.0) * min(sign.value, _MOST)


def _pooled(
    contrast: Contrast, features: Mapping[str, float], weights: Sequence[float]
) -> dict[str, float]:
    """Return the signs of closed classes taken together, so that rare ones share a weight."""
    heaviest, second = [*weights, 0.0, 0.0][:2]
    words = len(contrast.seed_rest) + len(contrast.other_rest)
    small = "size.only small words" in features
    framed = "frame.both" in features
    return {
        "severity.heaviest": heaviest,
        "severity.second": second,
        "severity.count": float(sum(weight > 0 for weight in weights)),
        "severity.short": heaviest / math.sqrt(max(2, words) / 2),
        "severity.framed": heaviest * framed,
        "severity.small words": heaviest * small,
        "severity.small words framed": heaviest * (small and framed),
        "severity.content": heaviest * (not small),
        "severity.harmless": float(small and not heaviest),
    }
