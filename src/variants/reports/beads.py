"""Beads of alignments for programs: as JSON, and as lines with tabs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.segmentation import Segmentation
from variants.wording.passage_notes import bead_marks

SCHEMA = "variants-beads/1"
"""Name of the schema; its number rises if a reader of the old one would misread the new one."""


def write_beads_tsv(alignment: Alignment, choose: Callable[[Bead], bool]) -> str:
    """Return a line for each chosen bead: sentences of both sides, confidence, marks.

    Fields are separated by tabs. Sentences are counted from 0 and separated by commas; a side
    without sentences is empty.
    """
    return "".join(
        f"{_numbers(bead.seed)}\t{_numbers(bead.other)}\t{bead.confidence:.4f}"
        f"\t{','.join(bead_marks(bead))}\n"
        for bead in alignment.beads
        if choose(bead)
    )


def write_beads_json(alignments: Sequence[Alignment], choose: Callable[[Bead], bool]) -> str:
    """Return alignments with one seed as a JSON object on one line.

    Sentences are counted from 0. ``docs/reference/commands.md`` describes the fields.
    """
    fields = {
        "schema": SCHEMA,
        "seed": _text(alignments[0].seed),
        "others": [
            {
                **_text(alignment.other),
                "relatedness": round(alignment.relatedness, 4),
                "beads": [_bead(bead) for bead in alignment.beads if choose(bead)],
            }
            for alignment in alignments
        ],
    }
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text + "\n"


def _numbers(sentences: Sequence[int]) -> str:
    return ",".join(map(str, sentences))


def _text(cut: Segmentation) -> dict[str, object]:
    """Return the fields of a witness and its sentences."""
    return {
        "siglum": cut.witness.siglum,
        "source": cut.witness.source,
        "sentences": [
            {"start": span.start, "end": span.end, "text": span.of(cut.witness.text)}
            for span in cut.sentences
        ],
    }


def _bead(bead: Bead) -> dict[str, object]:
    """Return the fields of a bead."""
    return {
        "seed": list(bead.seed),
        "other": list(bead.other),
        "shape": bead.shape,
        "confidence": round(bead.confidence, 4),
        "moved": bead.moved,
        "forced": bead.forced,
        "doubtful": bead.doubtful,
    }
