"""Measures of a collation for programs: as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from variants.reports.json.collation import write_signature
from variants.reports.json.summaries import measures_as_fields
from variants.types.collation import Collation
from variants.types.measure import Measures, Score

SCHEMA = "variants-measures/1"
"""Name of the schema; its number rises if a reader of the old one would misread the new one."""


def write_measures_json(
    collation: Collation, measures: Measures, scores: Mapping[str, Sequence[Score]]
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
