"""Picture of the readings of each witness by tier and class."""

from __future__ import annotations

from collections.abc import Sequence

from variants.reports.pictures.picture import WIDTH, CellUnit, Picture, PictureColumn, at_most
from variants.reports.pictures.svg_drawing import label_width, rect, short, text, turned_text
from variants.types.sense import Tier
from variants.types.version_measures import ReadingCounts
from variants.wording.terms import TIERS

_TOP, _STEP = 70, 30
_APART = 10  # Gap between tiers and classes.
_WIDEST = 60
_NAMES = {Tier.SENSE: "sense", Tier.WORDING: "wording", Tier.FORM: "form"}


def draw_readings(counts: Sequence[ReadingCounts]) -> Picture:
    """Return the picture: a number and a bar for each tier and class of each witness."""
    tiers = [(_NAMES[tier], "s" if tier is Tier.SENSE else "w") for tier, _ in counts[0].tiers]
    found = [name for name, _ in counts[0].classes]
    used = [name for at, name in enumerate(found) if any(one.classes[at][1] for one in counts)]
    columns = [*tiers, *((name.value, "w") for name in used)]
    rows = [
        [*(n for _, n in one.tiers), *(n for name, n in one.classes if name in used)]
        for one in counts
    ]
    marks = _bars(counts, columns, rows, len(tiers))
    heads = [*(TIERS[tier] for tier, _ in counts[0].tiers), *(f"class {n.value}" for n in used)]
    return Picture(
        name="readings",
        title="Readings of each witness by tier and class",
        description=at_most(_said(counts)),
        note="The longest bar of each column is its largest number. Every reading has one tier "
        "and one class.",
        width=WIDTH,
        height=_TOP + _STEP * len(counts) + 4,
        marks=marks,
        columns=(
            PictureColumn("Witness", CellUnit.WORDS),
            *(PictureColumn(head, CellUnit.COUNT) for head in heads),
        ),
        rows=tuple((one.siglum, *row) for one, row in zip(counts, rows, strict=True)),
    )


def _bars(
    counts: Sequence[ReadingCounts],
    columns: Sequence[tuple[str, str]],
    rows: Sequence[Sequence[int]],
    tiers: int,
) -> str:
    """Return the marks of the drawing.

    Args:
        counts: Counts of each witness.
        columns: Name of each tier and class, the tiers first, and the look of its bars.
        rows: Numbers of each witness, one for each column.
        tiers: Number of the tiers.
    """
    left = label_width(one.siglum for one in counts) + 4
    each = min(_WIDEST, (WIDTH - left - _APART - 26) / max(1, len(columns)))
    starts = [left + at * each + (_APART if at >= tiers else 0) for at in range(len(columns))]
    marks = ""
    if tiers:
        marks += text(starts[0], 12, "tiers", "u")
    if len(columns) > tiers:
        marks += text(starts[tiers], 12, "classes", "u")
    for at, (name, look) in enumerate(columns):
        marks += turned_text(starts[at] + 4, _TOP - 8, name)
        most = max(row[at] for row in rows)
        for n, row in enumerate(rows):
            y = _TOP + n * _STEP
            marks += text(starts[at], y + 10, str(row[at]))
            if row[at]:
                marks += rect(starts[at], y + 14, (each - 5) * row[at] / most, 7, look)
    for n, one in enumerate(counts):
        marks += text(0, _TOP + n * _STEP + 14, short(one.siglum), "h")
    return marks


def _said(counts: Sequence[ReadingCounts]) -> list[str]:
    lines = []
    for one in counts:
        known = [(TIERS[tier], n) for tier, n in one.tiers] or [
            (name.value, n) for name, n in one.classes if n
        ]
        said = ", ".join(f"{n} {name}" for name, n in known) or "no readings"
        lines.append(f"{one.siglum}: {said}.")
    return lines
