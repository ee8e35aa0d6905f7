"""Picture of the versions that go together: a dendrogram."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from variants.reports.pictures.picture import WIDTH, CellUnit, Picture, PictureColumn, at_most
from variants.reports.pictures.svg_drawing import (
    label_width,
    line,
    path,
    rect,
    short,
    text,
    ticks,
    width_of,
)
from variants.types.version_measures import VersionMeasures
from variants.wording.agreement_text import group_lines, joined, percent_of

_TOP, _STEP, _AXIS = 10, 26, 34
_RIGHT = 34  # Room for the number of the last merge.
NOTE = (
    "Dendrogram by average linkage: in each step the two versions or groups with the highest mean "
    "agreement are joined, and the number is that agreement. Thick lines are versions that go "
    "together: the picture is cut at its largest step, if that is at least 5 %. Likeness does not "
    "prove that one version used another."
)


class _Branch(NamedTuple):
    """Place of a version or group: its height, and the agreement at which it begins."""

    y: float
    share: float


class _Scale(NamedTuple):
    """Scale from an agreement of 1 at its left end to the least at its right end."""

    left: float
    right: float
    least: float

    def x(self, share: float) -> float:
        return self.left + (self.right - self.left) * (1 - share) / (1 - self.least)


def draw_dendrogram(found: VersionMeasures) -> Picture:
    """Return the picture: versions on the left, joined to the right as their agreement falls."""
    leaves = found.merges[-1].sigla
    lowest = min(merge.share for merge in found.merges)
    least = max(0.0, floor(20 * lowest - 0.2) / 20)
    scale = _Scale(label_width(leaves), WIDTH - _RIGHT, least)
    bottom = _TOP + _STEP * len(leaves)
    return Picture(
        name="dendrogram",
        title="Versions that go together",
        description=" ".join([*group_lines(found), at_most(_said(found))]),
        note=NOTE,
        width=WIDTH,
        height=bottom + _AXIS,
        marks=_axis(scale, bottom) + _tree(found, scale),
        columns=(
            PictureColumn("Step", CellUnit.COUNT),
            PictureColumn("Joined", CellUnit.WORDS),
            PictureColumn("With", CellUnit.WORDS),
            PictureColumn("Agreement", CellUnit.SHARE),
        ),
        rows=tuple(
            (step, " ".join(merge.left), " ".join(merge.right), merge.share)
            for step, merge in enumerate(found.merges, 1)
        ),
    )


def _tree(found: VersionMeasures, scale: _Scale) -> str:
    """Return the leaves, the lines that join them, and above these the numbers of the merges."""
    leaves, x = found.merges[-1].sigla, scale.x
    marks, numbers = "", ""
    branches: dict[tuple[str, ...], _Branch] = {}
    for place, siglum in enumerate(leaves):
        branches[siglum,] = _Branch(_TOP + _STEP * (place + 0.5), 1.0)
        marks += text(scale.left - 6, _TOP + _STEP * (place + 0.5) + 4, short(siglum), "h e")
    kept = {siglum: group for group in found.groups for siglum in group}
    for merge in found.merges:
        sides = branches[merge.left], branches[merge.right]
        at, y = x(merge.share), (sides[0].y + sides[1].y) / 2
        steps = "".join(line(x(side.share), side.y, at, side.y) for side in sides)
        steps += line(at, sides[0].y, at, sides[1].y)
        inside = {kept.get(siglum) for siglum in merge.sigla}
        marks += path(steps, "g" if len(inside) == 1 and None not in inside else "b")
        numbers += _number(at + 4, y - 3, percent_of(merge.share))
        branches[merge.sigla] = _Branch(y, merge.share)
    last = branches[leaves]
    return marks + path(line(x(last.share), last.y, x(last.share) + 14, last.y), "b") + numbers


def _number(x: float, y: float, words: str) -> str:
    """Return the number of a merge, on a ground of its own, since lines can cross it."""
    return rect(x - 1, y - 9, 0.85 * width_of(words), 10.5, "ground") + text(x, y, words)


def _axis(scale: _Scale, bottom: float) -> str:
    places = [(scale.x(share), share) for share in ticks(scale.least, 1.0, 6)]
    marks = path("".join(line(x, _TOP, x, bottom) for x, _ in places), "x")
    marks += "".join(text(x, bottom + 13, percent_of(share), "u m") for x, share in places)
    return marks + text((scale.left + scale.right) / 2, bottom + 28, "agreement", "u m")


def _said(found: VersionMeasures) -> list[str]:
    return [
        f"{joined(merge.left)} joined with {joined(merge.right)} at {percent_of(merge.share)}."
        for merge in found.merges
    ]
