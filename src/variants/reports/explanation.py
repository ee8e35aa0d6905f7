"""Explanation of a bead for programs: as JSON."""

from __future__ import annotations

import json
from typing import Any

from variants.types.explanation import Explanation, ScoreBreakdown, WordEvidence

SCHEMA = "variants-explanation/1"
"""Name of the schema; its number rises if a reader of the old one would misread the new one."""


def write_explanation_json(explanation: Explanation) -> str:
    """Return an explanation as a JSON object on one line.

    ``docs/reference/commands.md`` describes the fields.
    """
    alignment, bead, rival = explanation.alignment, explanation.bead, explanation.rival
    fields = {
        "schema": SCHEMA,
        "seed": alignment.seed.witness.siglum,
        "other": alignment.other.witness.siglum,
        "bead": {
            "seed": list(bead.seed),
            "other": list(bead.other),
            "shape": bead.shape,
            "confidence": round(bead.confidence, 4),
            "moved": bead.moved,
            "forced": bead.forced,
        },
        "origin": explanation.origin.value,
        "weighing": _scores_as_fields(explanation.weighing),
        "rival": None
        if rival is None
        else {
            "seed": list(rival.seed),
            "other": list(rival.other),
            "probability": round(rival.probability, 4),
            "weighing": _scores_as_fields(explanation.rival_weighing),
        },
    }
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A text may contain a lone surrogate, which UTF-8 cannot encode.
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _scores_as_fields(scores: ScoreBreakdown | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    return {
        "shared": [_word_as_fields(each) for each in scores.shared],
        "missed": [_word_as_fields(each) for each in scores.missed],
        "words": round(scores.words, 4),
        "length": round(scores.length, 4),
        "joined": round(scores.joined, 4),
        "divisions": round(scores.divisions, 4),
        "total": round(scores.total, 4),
        "alone": round(scores.alone, 4),
    }


def _word_as_fields(each: WordEvidence) -> dict[str, Any]:
    return {
        "seed": list(each.seed),
        "other": list(each.other),
        "evidence": round(each.evidence, 4),
        "seed_count": each.seed_count,
        "other_count": each.other_count,
    }
