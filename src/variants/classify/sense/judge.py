"""Sense of all differences between a witness and the seed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

import numpy as np

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.sense_evidence import collect_evidence
from variants.classify.sense.sense_model import Doubles, SenseModel
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


_Features: TypeAlias = tuple[tuple[str, float], ...]


class _Added(NamedTuple):
    """A difference whose sense is not computed yet.

    Attributes:
        row: Index of its features; ``None`` for one of form.
        of_words: Score of the words that only one side has.
        sort: Sort of the sense.
        seed: The seed's words in which the sense differs.
        other: The other's words.
        is_term: True if it matters by the edition's list of terms.
        is_opposite: True if both sides exclude each other.
    """

    row: int | None
    of_words: float = 0.0
    sort: SenseSort | None = None
    seed: str = ""
    other: str = ""
    is_term: bool = False
    is_opposite: bool = False


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
        self._rows: list[Doubles] = []
        self._numbers: dict[_Features, int] = {}

    def add(self, variant: Variant, contrast: Contrast) -> None:
        """Add a variant, with its words on both sides of the bead."""
        if is_form(variant):
            self._added.append(_ADDED_FORM)
            return
        features, reason, opposite, words = collect_evidence(contrast)
        row = self._row_of(features)
        of_words = self._model.score_of_words(words, contrast.seed.language.tag)
        if Flag.TERM in variant.flags:
            term = _Added(row, of_words, SenseSort.TERM, *_words(contrast), is_term=True)
            self._added.append(term)
            return
        if reason is not None and (reason.seed or reason.other):
            sort, sides = reason.sort, (reason.seed, reason.other)
        else:
            sort = SORT_OF_KIND.get(variant.kind) if reason is None else reason.sort
            sides = _words(contrast)
        self._added.append(_Added(row, of_words, sort, *sides, is_opposite=opposite))

    def _row_of(self, features: Mapping[str, float]) -> int:
        """Return the index of a row of features; equal ones, of which many are, have one."""
        key = tuple(features.items())
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._rows)
            self._rows.append(self._model.row(features))
        return number

    def take_senses(self) -> list[Sense]:
        """Return the sense of each difference that was added since the last call, in order."""
        probabilities = iter(self._probabilities())
        senses = [
            _OF_FORM if each.row is None else self._sense(each, next(probabilities))
            for each in self._added
        ]
        self._added, self._rows, self._numbers = [], [], {}
        return senses

    def _probabilities(self) -> list[float]:
        """Return the probability of each difference that is not of form."""
        of_rows = self._model.scores(np.array(self._rows).reshape(-1, len(self._model.features)))
        judged = [(each.row, each.of_words) for each in self._added if each.row is not None]
        rows, of_words = zip(*judged, strict=True) if judged else ((), ())
        scored = self._model.probabilities(of_rows[list(rows)] + np.array(of_words))
        return [round(probability, _DIGITS) for probability in scored.tolist()]

    def _sense(self, added: _Added, probability: float) -> Sense:
        _, _, sort, seed, other, is_term, is_opposite = added
        first_tier = self._model.first_tier
        if is_term or (is_opposite and probability < first_tier):
            by = _TERMS if is_term else OPPOSITES
            return Sense(max(probability, first_tier), Tier.SENSE, sort, seed, other, by)
        tier = Tier.SENSE if probability >= first_tier else Tier.WORDING
        return Sense(probability, tier, sort, seed, other, MODEL)


def _words(contrast: Contrast) -> tuple[str, str]:
    """Return the words of both sides that the other lacks, or all words if neither has any."""
    rest = contrast.seed_rest, contrast.other_rest
    mine, theirs = rest if any(rest) else (contrast.seed_at, contrast.other_at)
    return contrast.seed.text(mine), contrast.other.text(theirs)
