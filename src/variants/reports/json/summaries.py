"""JSON form of the summaries of a collation: patterns, usages, suggested terms and measures."""

from __future__ import annotations

from typing import Any, TypeAlias

from variants.types.measure import Agreement, Measures, Metric, PassageVariation, Shares, Variation
from variants.types.pattern import Occurrence, Pattern, Rendition, SuggestedTerm, Usage
from variants.types.span import Span
from variants.types.variant import VariantClass

_Fields: TypeAlias = dict[str, Any]


def write_pattern(pattern: Pattern) -> _Fields:
    """Return the fields of a pattern."""
    return {
        "lemma": pattern.lemma,
        "reading": pattern.reading,
        "class": pattern.variant_class.value,
        "places": len(pattern.places),
        "occurrences": [
            {
                "label": one.label,
                "place": one.place,
                "siglum": one.siglum,
                "lemma": [one.lemma.start, one.lemma.end],
                "reading": [one.reading.start, one.reading.end],
                **({"uncertain": True} if one.uncertain else {}),
            }
            for one in pattern.occurrences
        ],
    }


def read_pattern(fields: _Fields) -> Pattern:
    """Return the pattern that ``write_pattern`` made the fields from."""
    return Pattern(
        fields["lemma"],
        fields["reading"],
        VariantClass(fields["class"]),
        tuple(
            Occurrence(
                Span(*one["lemma"]),
                one["siglum"],
                Span(*one["reading"]),
                one["label"],
                one["place"],
                one.get("uncertain", False),
            )
            for one in fields["occurrences"]
        ),
    )


def write_usage(usage: Usage) -> _Fields:
    """Return the fields of a usage."""
    return {
        "word": usage.word,
        "count": usage.count,
        "renditions": {
            siglum: [[rendition.wording, rendition.count] for rendition in renditions]
            for siglum, renditions in usage.renditions
        },
        **_uncertain(usage),
    }


def _uncertain(usage: Usage) -> _Fields:
    """Return the uncertain part of the counts, by siglum and wording, if there is any."""
    found = {
        siglum: {one.wording: one.uncertain for one in renditions if one.uncertain}
        for siglum, renditions in usage.renditions
    }
    counts = {siglum: by_wording for siglum, by_wording in found.items() if by_wording}
    return {"uncertain": counts} if counts else {}


def read_usage(fields: _Fields) -> Usage:
    """Return the usage that ``write_usage`` made the fields from."""
    uncertain = fields.get("uncertain", {})
    return Usage(
        fields["word"],
        fields["count"],
        tuple(
            (
                siglum,
                tuple(
                    Rendition(wording, count, uncertain.get(siglum, {}).get(wording, 0))
                    for wording, count in found
                ),
            )
            for siglum, found in fields["renditions"].items()
        ),
    )


def write_term(term: SuggestedTerm) -> _Fields:
    """Return the fields of a suggested term."""
    return {
        "phrase": term.phrase,
        "words": list(term.words),
        "count": term.count,
        "renderings": {
            siglum: {"wording": one.wording, "count": one.count, "uncertain": one.uncertain}
            for siglum, one in term.renderings
        },
    }


def read_term(fields: _Fields) -> SuggestedTerm:
    """Return the suggested term that ``write_term`` made the fields from."""
    return SuggestedTerm(
        fields["phrase"],
        tuple(fields["words"]),
        fields["count"],
        tuple(
            (siglum, Rendition(one["wording"], one["count"], one["uncertain"]))
            for siglum, one in fields["renderings"].items()
        ),
    )


def measures_as_fields(measures: Measures) -> _Fields:
    """Return the fields of measures."""
    variation = measures.variation
    return {
        "agreements": [
            {
                "siglum": one.siglum,
                "sentences": _write_shares(one.sentences),
                "words": _write_shares(one.words),
                "added": one.added,
                "classes": {name.value: count for name, count in one.classes},
            }
            for one in measures.agreements
        ],
        "variation": {
            "signature": variation.signature,
            "metric": variation.metric.value,
            "with_seed": variation.with_seed,
            "eddies": dict(variation.eddies),
            "passages": [
                {
                    "label": one.label,
                    "viv": one.viv,
                    "deviation": one.deviation,
                    "eddies": dict(one.eddies),
                }
                for one in variation.passages
            ],
        },
    }


def read_measures(fields: _Fields) -> Measures:
    """Return the measures that ``measures_as_fields`` made the fields from."""
    variation = fields["variation"]
    return Measures(
        tuple(
            Agreement(
                one["siglum"],
                _read_shares(one["sentences"]),
                _read_shares(one["words"]),
                one["added"],
                tuple((VariantClass(name), count) for name, count in one["classes"].items()),
            )
            for one in fields["agreements"]
        ),
        Variation(
            Metric(variation["metric"]),
            variation["with_seed"],
            tuple(
                PassageVariation(
                    one["label"], tuple(one["eddies"].items()), one["viv"], one["deviation"]
                )
                for one in variation["passages"]
            ),
            tuple(variation["eddies"].items()),
        ),
    )


def _write_shares(shares: Shares) -> _Fields:
    return {
        "same": shares.same,
        "form": shares.form,
        "different": shares.different,
        "missing": shares.missing,
    }


def _read_shares(fields: _Fields) -> Shares:
    return Shares(fields["same"], fields["form"], fields["different"], fields["missing"])
