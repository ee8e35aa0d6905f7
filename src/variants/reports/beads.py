"""Beads alone: which sentences belong together, as a table, as JSON, as lines with tabs."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from variants.types.alignment import Alignment, Bead
from variants.types.segmentation import Segmentation
from variants.wording.sanitize import sanitize_line

if TYPE_CHECKING:
    from rich.table import Table

_LONGEST = 400  # Characters of a sentence that a table can have room for.

Choose = Callable[[Bead], bool]
"""Which beads are written."""

SCHEMA = "variants-beads/1"
"""The number rises when a reader of the old schema would misunderstand the new one."""


def write_beads_tsv(alignment: Alignment, choose: Choose) -> str:
    """A bead a line: the seed's sentences from 0, the other's, the confidence, what else it is.

    A tab stands between the fields. Sentences are parted by commas; either side may be empty.
    """
    return "".join(
        f"{_from_zero(bead.seed)}\t{_from_zero(bead.other)}\t{bead.confidence:.4f}"
        f"\t{','.join(_marks(bead))}\n"
        for bead in alignment.beads
        if choose(bead)
    )


def write_beads_json(alignments: Sequence[Alignment], choose: Choose) -> str:
    """All alignments with one seed as one JSON object; sentences are counted from 0.

    ``docs/reference/commands.md`` describes each field.
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


def write_beads_table(alignment: Alignment, choose: Choose, width: int) -> str:
    """A row a bead, for people: sentences counted from 1 with their first words."""
    from rich.console import Console  # noqa: PLC0415 - the other two forms do without it
    from rich.text import Text  # noqa: PLC0415

    page = io.StringIO()
    console = Console(file=page, width=width, color_system=None, legacy_windows=False)
    for cut in (alignment.seed, alignment.other):
        console.print(Text(_heading(cut)), soft_wrap=True)
    console.print(_table(alignment, [bead for bead in alignment.beads if choose(bead)]))
    console.print(Text(_summary(alignment, choose)), soft_wrap=True)
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def _table(alignment: Alignment, beads: Sequence[Bead]) -> Table:
    """The rows; both texts share what room the numbers leave."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    for cut in (alignment.seed, alignment.other):
        table.add_column(Text(cut.witness.siglum), justify="right", no_wrap=True)
        table.add_column("", no_wrap=True, ratio=1)
    table.add_column("shape", no_wrap=True)
    table.add_column("sure", justify="right", no_wrap=True)
    remarks = [_remark(bead) for bead in beads]
    if any(remarks):
        table.add_column("", no_wrap=True)
    for bead, remark in zip(beads, remarks, strict=True):
        table.add_row(
            _from_one(bead.seed),
            Text(_first_words(alignment.seed, bead.seed)),
            _from_one(bead.other),
            Text(_first_words(alignment.other, bead.other)),
            bead.shape,
            f"{bead.confidence:.2f}",
            *([remark] if any(remarks) else []),
        )
    return table


def _from_zero(sentences: Sequence[int]) -> str:
    """For programs: ``"4,5"``."""
    return ",".join(map(str, sentences))


def _from_one(sentences: Sequence[int]) -> str:
    """For people: ``"5"``, ``"5–6"``."""
    if len(sentences) < 2:  # noqa: PLR2004 - a range takes two
        return "".join(str(sentence + 1) for sentence in sentences)
    return f"{sentences[0] + 1}–{sentences[-1] + 1}"


def _first_words(cut: Segmentation, sentences: Sequence[int]) -> str:
    """Where a side of a bead begins, in one line; the table cuts it to its width."""
    if not sentences:
        return "no counterpart"
    # Cut, since no table shows more, and a text without full stops is one long sentence.
    return sanitize_line(
        " ".join(cut.text_of(sentence)[:_LONGEST] for sentence in sentences)[:_LONGEST]
    )


def _remark(bead: Bead) -> str:
    """What a reader should look at."""
    return ", ".join([*_marks(bead), *(["uncertain"] if bead.doubtful else [])])


def _marks(bead: Bead) -> list[str]:
    """What a bead is beside what its sentences and its confidence say."""
    marks = (("forced", bead.forced), ("moved", bead.moved))
    return [name for name, holds in marks if holds]


def _heading(cut: Segmentation) -> str:
    """A witness, with all that tells it from others."""
    witness = cut.witness
    parts = (witness.siglum, witness.title, witness.source, _count(len(cut.sentences), "sentence"))
    return sanitize_line(" · ".join(part for part in parts if part))


def _summary(alignment: Alignment, choose: Choose) -> str:
    """How many beads there are, and of what sort."""
    beads = alignment.beads
    shown = sum(map(choose, beads))
    counts = (
        ("uncertain", sum(bead.doubtful for bead in beads)),
        ("forced", sum(bead.forced for bead in beads)),
        ("moved", sum(bead.moved for bead in beads)),
        ("without counterpart", sum(not (bead.seed and bead.other) for bead in beads)),
    )
    parts = [_count(len(beads), "bead"), *(f"{count} {name}" for name, count in counts if count)]
    if shown < len(beads):
        parts.append(f"{shown} shown")
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _text(cut: Segmentation) -> dict[str, object]:
    """A witness and its sentences."""
    return {
        "siglum": cut.witness.siglum,
        "source": cut.witness.source,
        "sentences": [
            {"start": span.start, "end": span.end, "text": span.of(cut.witness.text)}
            for span in cut.sentences
        ],
    }


def _bead(bead: Bead) -> dict[str, object]:
    """A bead; what else it is, is written even where it does not hold."""
    return {
        "seed": list(bead.seed),
        "other": list(bead.other),
        "shape": bead.shape,
        "confidence": round(bead.confidence, 4),
        "moved": bead.moved,
        "forced": bead.forced,
        "doubtful": bead.doubtful,
    }
