"""Picture of variation and sense along the text."""

from __future__ import annotations

from collections.abc import Sequence

from variants.reports.pictures.picture import WIDTH, Cell, CellUnit, Picture, PictureColumn, at_most
from variants.reports.pictures.svg_drawing import (
    bars,
    label_width,
    line,
    nice_limit,
    path,
    short,
    text,
)
from variants.types.version_measures import PartFigures, TextPart
from variants.wording.agreement_text import percent_of
from variants.wording.passage_notes import count

_TOP = 44  # Room for the legend.
_SCALE = 34  # Room for the numbers of the scales.
_UP, _DOWN, _BETWEEN = 44, 26, 14
_AXIS = 30
_LAST = 24  # Room for the last number of a sentence.
_NUMBERS = 7  # Most numbers of sentences below the drawing.


def draw_curve(seed: str, parts: Sequence[TextPart]) -> Picture:
    """Return the picture: for each witness, bars of wording upwards and of sense downwards."""
    sigla = [one.siglum for one in parts[0].figures]
    by_siglum = {siglum: [part.figures[at] for part in parts] for at, siglum in enumerate(sigla)}
    everything = [one for part in parts for one in part.figures]
    judged = any(one.sense is not None for one in everything)
    limits = (
        nice_limit(max(one.differing or 0.0 for one in everything)),
        nice_limit(max(one.sense or 0.0 for one in everything)),
    )
    down = _DOWN if judged else 0
    step = _UP + down + _BETWEEN
    left = label_width(sigla) + _SCALE
    marks = _legend(seed, limits, judged=judged)
    for at, siglum in enumerate(sigla):
        base = _TOP + at * step + _UP
        marks += _row(siglum, by_siglum[siglum], base, left, limits, judged=judged)
    height = _TOP + len(sigla) * step + _AXIS
    marks += _sentences(parts, left, height - _AXIS)
    return Picture(
        name="along-the-text",
        title=f"Variation{' and sense' if judged else ''} along the text",
        description=f"Bars for each witness in {count(len(parts), 'part')} of the text. "
        + at_most(_said(by_siglum, parts)),
        note=_note(seed, judged=judged),
        width=WIDTH,
        height=height,
        marks=marks,
        columns=_columns(sigla, judged=judged),
        rows=tuple(_table_row(part, judged=judged) for part in parts),
    )


def _legend(seed: str, limits: tuple[float, float], *, judged: bool) -> str:
    wording = f"up: words that differ from {short(seed)}, 0 to {percent_of(limits[0])}"
    marks = path("M2 12v-8h8v8z", "w") + text(15, 12, wording)
    if judged:
        sense = f"down: expected differences of sense in a passage, 0 to {limits[1]:g}"
        marks += path("M2 20h8v8h-8z", "s") + text(15, 28, sense)
    return marks


def _row(  # noqa: PLR0913 - all that a row of the drawing needs
    siglum: str,
    figures: Sequence[PartFigures],
    base: float,
    left: float,
    limits: tuple[float, float],
    *,
    judged: bool,
) -> str:
    width = WIDTH - left - 2
    up = [_UP * (one.differing or 0.0) / limits[0] for one in figures]
    marks = text(0, base + 4, short(siglum), "h")
    marks += text(left - 4, base - _UP + 7, percent_of(limits[0]), "u e")
    marks += text(left - 4, base + 3, "0", "u e")
    lines = line(left, base - _UP, left + width, base - _UP)
    if judged:
        lines += line(left, base + _DOWN, left + width, base + _DOWN)
        marks += text(left - 4, base + _DOWN, f"{limits[1]:g}", "u e")
    marks += path(lines, "x") + path(bars(left, base, width, up), "w")
    if judged:
        sense = [-_DOWN * (one.sense or 0.0) / limits[1] for one in figures]
        marks += path(bars(left, base, width, sense), "s")
    return marks + path(line(left, base, left + width, base), "b")


def _sentences(parts: Sequence[TextPart], left: float, y: float) -> str:
    """Return the numbers of sentences below the bars."""
    each = (WIDTH - left - 2) / len(parts)
    apart = max(1, -(-len(parts) // _NUMBERS))
    marks = "".join(
        text(left + at * each, y + 4, str(parts[at].first), "u")
        for at in range(0, len(parts), apart)
        if left + at * each < WIDTH - _LAST
    )
    return marks + text(left + (WIDTH - left) / 2, y + 20, "sentence of the seed", "u m")


def _said(by_siglum: dict[str, list[PartFigures]], parts: Sequence[TextPart]) -> list[str]:
    lines = []
    for siglum, figures in by_siglum.items():
        known = [(one.differing or 0.0, at) for at, one in enumerate(figures)]
        most, where = max(known, key=lambda one: (one[0], -one[1]))
        least = min(known)[0]
        if most == least:
            said = f"{siglum}: {percent_of(most)} of the words differ"
        else:
            said = f"{siglum}: {percent_of(least)} to {percent_of(most)} of the words differ"
            said += f", most in sentence {parts[where].label}"
        senses = [(one.sense, -at) for at, one in enumerate(figures) if one.sense is not None]
        if senses:
            value, at = max(senses)
            said += f"; up to {value:.1f} differences of sense, in sentence {parts[-at].label}"
        lines.append(f"{said}.")
    return lines


def _note(seed: str, *, judged: bool) -> str:
    wording = (
        f"Words that differ: the share of the words of the witness and of {seed} that the other "
        "does not have in the same passage; all of them where it omits the text. Order, case, "
        "punctuation and parts without text do not count."
    )
    sense = (
        " Differences of sense: the sum of the probabilities that its readings touch the sense, "
        "divided by the number of passages."
    )
    return wording + (sense if judged else "")


def _columns(sigla: Sequence[str], *, judged: bool) -> tuple[PictureColumn, ...]:
    columns = [PictureColumn("Sentences", CellUnit.WORDS)]
    columns += [PictureColumn(f"{siglum} differing", CellUnit.SHARE) for siglum in sigla]
    if judged:
        columns += [PictureColumn(f"{siglum} sense", CellUnit.FIGURE) for siglum in sigla]
    return tuple(columns)


def _table_row(part: TextPart, *, judged: bool) -> tuple[Cell, ...]:
    differing = [one.differing for one in part.figures]
    sense = [one.sense for one in part.figures] if judged else []
    return (part.label, *differing, *sense)
