"""The lists of witnesses in a collation, in a given order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.measure import Measures
from variants.types.pattern import Pattern, Recurrences, SuggestedTerm, Usage
from variants.types.survey import Survey

_Rank: TypeAlias = Callable[[str], int]
_Value = TypeVar("_Value")


def in_witness_order(collation: Collation, sigla: Sequence[str]) -> Collation:
    """Return the collation with its witnesses in the given order, wherever they are listed.

    Readings with equal support are sorted by their first witness.

    Args:
        collation: The collation, with its other witnesses in any order.
        sigla: The sigla of its other witnesses, each once.
    """
    numbers = {siglum: at for at, siglum in enumerate(("", collation.seed.witness.siglum, *sigla))}

    def rank(siglum: str) -> int:
        return numbers.get(siglum, len(numbers))

    signature = replace(
        collation.signature,
        digests=_sorted_pairs(collation.signature.digests, rank),
        languages=_sorted_pairs(collation.signature.languages, rank),
    )
    return replace(
        collation,
        others=tuple(sorted(collation.others, key=lambda cut: rank(cut.witness.siglum))),
        passages=tuple(_passage(passage, rank) for passage in collation.passages),
        notices=tuple(sorted(collation.notices, key=lambda one: (rank(one.siglum), one))),
        signature=signature,
        survey=_survey(collation.survey, rank),
        missing_parts=tuple(sorted(collation.missing_parts, key=lambda one: rank(one.siglum))),
    )


def _survey(survey: Survey, rank: _Rank) -> Survey:
    return Survey(
        lambda: _recurrences(survey.recurrences, rank),
        lambda: survey.measures and _measures(survey.measures, rank),
    )


def _recurrences(found: Recurrences, rank: _Rank) -> Recurrences:
    return Recurrences(
        tuple(_pattern(pattern, rank) for pattern in found.patterns),
        tuple(_usage(usage, rank) for usage in found.usages),
        tuple(_term(term, rank) for term in found.suggested_terms),
    )


def _sorted_pairs(
    pairs: Iterable[tuple[str, _Value]], rank: _Rank
) -> tuple[tuple[str, _Value], ...]:
    """Return pairs of a siglum and a value in the order of the sigla."""
    return tuple(sorted(pairs, key=lambda pair: rank(pair[0])))


def _passage(passage: Passage, rank: _Rank) -> Passage:
    if len(passage.renderings) == 1:
        return passage  # All that it lists is of one witness.
    renderings = sorted(passage.renderings, key=lambda rendering: rank(rendering.siglum))
    entries = tuple(_entry(entry, rank) for entry in passage.entries)
    ignored = tuple(_entry(entry, rank) for entry in passage.ignored)
    return replace(passage, renderings=tuple(renderings), entries=entries, ignored=ignored)


def _entry(entry: Entry, rank: _Rank) -> Entry:
    readings = [_reading(reading, rank) for reading in entry.readings]
    readings.sort(key=lambda reading: (-len(reading.attestations), rank(reading.sigla[0])))
    agreeing = tuple(sorted(entry.agreeing, key=rank))
    return replace(entry, agreeing=agreeing, readings=tuple(readings))


def _reading(reading: Reading, rank: _Rank) -> Reading:
    attestations = sorted(reading.attestations, key=lambda place: rank(place.siglum))
    return replace(reading, attestations=tuple(attestations))


def _pattern(pattern: Pattern, rank: _Rank) -> Pattern:
    found = sorted(pattern.occurrences, key=lambda one: (one.lemma, rank(one.siglum), one))
    return replace(pattern, occurrences=tuple(found))


def _term(term: SuggestedTerm, rank: _Rank) -> SuggestedTerm:
    return replace(term, renderings=_sorted_pairs(term.renderings, rank))


def _usage(usage: Usage, rank: _Rank) -> Usage:
    return replace(usage, renditions=_sorted_pairs(usage.renditions, rank))


def _measures(measures: Measures, rank: _Rank) -> Measures:
    variation = measures.variation
    passages = [
        replace(passage, eddies=_sorted_pairs(passage.eddies, rank))
        for passage in variation.passages
    ]
    eddies = _sorted_pairs(variation.eddies, rank)
    return Measures(
        tuple(sorted(measures.agreements, key=lambda one: rank(one.siglum))),
        replace(variation, passages=tuple(passages), eddies=eddies),
    )
