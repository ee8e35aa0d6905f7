"""What the JSON says of the whole: what returns, and how words are rendered."""

from __future__ import annotations

from typing import Any, TypeAlias

from variants.types import Occurrence, Pattern, Rendition, Span, Usage, VariantClass

_Fields: TypeAlias = dict[str, Any]


def write_pattern(pattern: Pattern) -> _Fields:
    """A pattern as data."""
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
            }
            for one in pattern.occurrences
        ],
    }


def read_pattern(fields: _Fields) -> Pattern:
    """The pattern that ``write_pattern`` made the fields from."""
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
            )
            for one in fields["occurrences"]
        ),
    )


def write_usage(usage: Usage) -> _Fields:
    """A usage as data."""
    return {
        "word": usage.word,
        "count": usage.count,
        "renditions": {
            siglum: [[rendition.wording, rendition.count] for rendition in renditions]
            for siglum, renditions in usage.renditions
        },
    }


def read_usage(fields: _Fields) -> Usage:
    """The usage that ``write_usage`` made the fields from."""
    return Usage(
        fields["word"],
        fields["count"],
        tuple(
            (siglum, tuple(Rendition(wording, count) for wording, count in found))
            for siglum, found in fields["renditions"].items()
        ),
    )
