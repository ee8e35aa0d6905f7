"""Picture of the agreement of every version with every other."""

from __future__ import annotations

from variants.reports.pictures.picture import NARROW, WIDTH, CellUnit, Picture, PictureColumn
from variants.reports.pictures.svg_drawing import (
    label_width,
    rect,
    short,
    text,
    turned_text,
    width_of,
)
from variants.types.version_measures import VersionMeasures
from variants.wording.agreement_text import group_lines, most_and_least, percent_of

_LEAST, _MOST = 30, 56  # Width of a cell.
_HIGH = 26
_FAINT, _STRONG = 0.06, 0.42  # Opacity of the fill: numbers stay readable on the strongest.
_LEGEND, _LEGEND_WIDTH = 34, 300
NOTE = (
    "Agreement of two versions: of the words of both, the share that the other has in the same "
    "passage, over the passages in which both have words. Each version is compared with each "
    "other, not only with the seed. Order, case and punctuation do not count."
)


def draw_matrix(found: VersionMeasures) -> Picture:
    """Return the picture: a cell with its number for each two versions."""
    sigla = found.sigla
    left = label_width(sigla)
    longest = max(width_of(short(siglum)) for siglum in sigla)
    cell = max(_LEAST, min(_MOST, (WIDTH - left - 2) / len(sigla)))
    turned = longest > cell
    beyond = 0.8 * longest if turned else 0.0  # Room for the last head, which rises to the right.
    if turned:
        cell = max(_LEAST, min(_MOST, (WIDTH - left - beyond) / len(sigla)))
    top = 14 + (0.65 * left if turned else 4)
    shares = [pair.share for pair in found.pairs if pair.share is not None]
    low, high = min(shares, default=0.0), max(shares, default=1.0)
    marks = ""
    for at, siglum in enumerate(sigla):
        middle = left + (at + 0.5) * cell
        marks += text(left - 6, top + at * _HIGH + 17, short(siglum), "h e")
        marks += (
            turned_text(middle - 3, top - 5, short(siglum))
            if turned
            else text(middle, top - 6, short(siglum), "h m")
        )
    for i, one in enumerate(sigla):
        for j, other in enumerate(sigla):
            share = None if i == j else found.share_of(one, other)
            marks += _cell(left + j * cell, top + i * _HIGH, cell, share, (low, high))
    bottom = top + len(sigla) * _HIGH
    has_legend = high > low
    marks += _legend(left, bottom + 10, (low, high)) if has_legend else ""
    wide = max(left + len(sigla) * cell + beyond, left + _LEGEND_WIDTH if has_legend else 0)
    width = round(wide) + 2
    if width > NARROW:
        width = max(WIDTH, width)
    return Picture(
        name="agreement",
        title="Agreement of every version with every other",
        description=" ".join([most_and_least(found), *group_lines(found)]),
        note=NOTE,
        width=width,
        height=round(bottom + (_LEGEND if has_legend else 8)),
        marks=marks,
        columns=(
            PictureColumn("Version", CellUnit.WORDS),
            PictureColumn("Other", CellUnit.WORDS),
            PictureColumn("Agreement", CellUnit.SHARE),
            PictureColumn("Equal words", CellUnit.COUNT),
            PictureColumn("Words", CellUnit.COUNT),
            PictureColumn("Other's words", CellUnit.COUNT),
            PictureColumn("Passages", CellUnit.COUNT),
        ),
        rows=tuple(
            (
                *(pair.one, pair.other, pair.share, pair.shared),
                *(pair.one_words, pair.other_words, pair.passages),
            )
            for pair in found.pairs
        ),
    )


def _cell(
    x: float, y: float, width: float, share: float | None, limits: tuple[float, float]
) -> str:
    if share is None:
        return rect(x, y, width, _HIGH, "x")
    return (
        rect(x, y, width, _HIGH, "w", f' opacity="{_opacity(share, limits):.2f}"')
        + rect(x, y, width, _HIGH, "x")
        + text(x + width / 2, y + 17, percent_of(share).removesuffix(" %"), "m")
    )


def _opacity(share: float, limits: tuple[float, float]) -> float:
    low, high = limits
    return _FAINT + (_STRONG - _FAINT) * ((share - low) / (high - low) if high > low else 1.0)


def _legend(x: float, y: float, limits: tuple[float, float]) -> str:
    low, high = limits
    words = percent_of(low)
    start = x + width_of(words) + 2
    marks = text(x, y + 10, words, "u")
    for at in range(5):
        opacity = _opacity(low + (high - low) * at / 4, limits)
        marks += rect(start + at * 18, y, 18, 13, "w", f' opacity="{opacity:.2f}"')
    marks += rect(start, y, 90, 13, "x")
    return marks + text(start + 95, y + 10, f"{percent_of(high)} of the words are equal", "u")
