"""Sense of all differences between a witness and the seed."""

from __future__ import annotations

from typing import NamedTuple

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.sense_evidence import collect_evidence
from variants.classify.sense.sense_model import Doubles, SenseModel
from variants.classify.sense.signs import Sign
from variants.classify.sense.whole_sentences import SORT_OF_KIND
from variants.types.sense import MODEL, OPPOSITES, Sense, SenseSort, Tier, by_rule
from variants.types.variant import FORM_OR_NAME_KINDS, Flag, Variant

_FORM_PROBABILITY = 0.01  # Share of these that touch the sense on the development data.
_DIGITS = 4  # Rounding of a probability; further digits differ between machines.
_TERMS = by_rule("terms")  # By the edition's list of terms, their rendering matters.
_OF_FORM = Sense(_FORM_PROBABILITY, Tier.FORM, None, "", "", MODEL)


def is_form(variant: Variant) -> bool:
    """Return True if a difference is of form and touches no fact; the model does not see it."""
    return variant.kind in FORM_OR_NAME_KINDS and not variant.flags


class _Evidence:
    """Evidence for a difference, and its probability once it is computed."""

    __slots__ = ("opposite", "probability", "reason")

    def __init__(self, reason: Sign | None, *, opposite: bool) -> None:
        self.reason = reason
        self.opposite = opposite
        self.probability = 0.0


class _Added(NamedTuple):
    """A difference whose sense is not computed yet.

    Attributes:
        evidence: Its evidence; ``None`` for one of form.
        sort: Sort of the sense.
        seed: The seed's words in which the sense differs.
        other: The other's words.
        is_term: True if it matters by the edition's list of terms.
    """

    evidence: _Evidence | None
    sort: SenseSort | None = None
    seed: str = ""
    other: str = ""
    is_term: bool = False


_ADDED_FORM = _Added(None)


class Judge:
    """Judges differences, many at a time.

    The evidence of a difference is collected when it is added, and nothing else of its bead is
    kept.

    Args:
        model: The model.
    """

    def __init__(self, model: SenseModel) -> None:
        self._model = model
        self._added: list[_Added] = []
        self._fresh: list[tuple[Doubles, _Evidence]] = []

    def add(self, variant: Variant, contrast: Contrast) -> None:
        """Add a variant, with its words on both sides of the bead."""
        if is_form(variant):
            self._added.append(_ADDED_FORM)
            return
        evidence = self._evidence_of(contrast)
        reason = evidence.reason
        if Flag.TERM in variant.flags:
            added = _Added(evidence, SenseSort.TERM, *_words(contrast), is_term=True)
        elif reason is not None:
            added = _Added(evidence, reason.sort, reason.seed, reason.other)
        else:
            added = _Added(evidence, SORT_OF_KIND.get(variant.kind), *_words(contrast))
        self._added.append(added)

    def _evidence_of(self, contrast: Contrast) -> _Evidence:
        features, reason, opposite = collect_evidence(contrast)
        found = _Evidence(reason, opposite=opposite)
        self._fresh.append((self._model.row(features), found))
        return found

    def take_senses(self) -> list[Sense]:
        """Return the sense of each difference that was added since the last call, in order."""
        scored = self._model.probabilities([row for row, _ in self._fresh])
        for (_, evidence), probability in zip(self._fresh, scored.tolist(), strict=True):
            evidence.probability = round(probability, _DIGITS)
        senses = [self._sense(each) for each in self._added]
        self._fresh, self._added = [], []
        return senses

    def _sense(self, added: _Added) -> Sense:
        evidence, sort, seed, other, is_term = added
        if evidence is None:
            return _OF_FORM
        first_tier = self._model.first_tier
        probability = evidence.probability
        if is_term or (evidence.opposite and probability < first_tier):
            by = _TERMS if is_term else OPPOSITES
            return Sense(max(probability, first_tier), Tier.SENSE, sort, seed, other, by)
        tier = Tier.SENSE if probability >= first_tier else Tier.WORDING
        return Sense(probability, tier, sort, seed, other, MODEL)


def _words(contrast: Contrast) -> tuple[str, str]:
    """Return the words of both sides that the other lacks, or all words if there are none."""
    return (
        contrast.seed.text(contrast.seed_rest or contrast.seed_at),
        contrast.other.text(contrast.other_rest or contrast.other_at),
    )
