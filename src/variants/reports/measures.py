"""Measures of a collation for programs: as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from variants.reports.json.collation import write_signature
from variants.reports.json.summaries import measures_as_fields
from variants.types.collation import Collation
from variants.types.measure import Measures, Score
from variants.types.version_measures import VersionMeasures
from variants.wording.agreement_text import group_lines

_DIGITS = 6
SCHEMA = "variants-measures/1"
"""Name of the schema; its number rises if a reader of the old one would misread the new one."""


def write_measures_json(
    collation: Collation,
    measures: Measures,
    versions: VersionMeasures,
    scores: Mapping[str, Sequence[Score]],
) -> str:
    """Return measures, and scores by siglum, as a JSON object on one line.

    ``docs/reference/measures.md`` describes the fields.
    """
    fields: dict[str, Any] = {
        "schema": SCHEMA,
        "title": collation.title,
        "seed": collation.seed.witness.siglum,
        **write_signature(collation.signature),
        **measures_as_fields(measures),
        "versions": _versions_as_fields(versions),
        "scores": {
            siglum: [
                {"name": one.name, "value": one.value, "signature": one.signature} for one in found
            ]
            for siglum, found in scores.items()
        },
    }
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A title may contain a lone surrogate, which UTF-8 cannot encode.
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _versions_as_fields(versions: VersionMeasures) -> dict[str, Any]:
    return {
        "sigla": versions.sigla,
        "pairs": [
            {
                "sigla": [pair.one, pair.other],
                "agreement": _rounded(pair.share),
                "shared": pair.shared,
                "words": [pair.one_words, pair.other_words],
                "passages": pair.passages,
            }
            for pair in versions.pairs
        ],
        "merges": [
            {"left": one.left, "right": one.right, "agreement": _rounded(one.share)}
            for one in versions.merges
        ],
        "groups": versions.groups,
        "in_words": group_lines(versions),
        "parts": [
            {
                "first": part.first,
                "last": part.last,
                "differing": {one.siglum: _rounded(one.differing) for one in part.figures},
                "sense": {one.siglum: _rounded(one.sense) for one in part.figures},
            }
            for part in versions.parts
        ],
        "readings": [
            {
                "siglum": one.siglum,
                "tiers": {tier.value: number for tier, number in one.tiers},
                "classes": {name.value: number for name, number in one.classes},
            }
            for one in versions.counts
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
