"""Measures of a collation as a tidy table, and as tables in Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from variants.measures.agreement import added_sentences
from variants.reports.markdown import escape
from variants.reports.pictures import draw_pictures
from variants.types.collation import Collation
from variants.types.measure import Agreement, Measures, Score, Shares
from variants.types.version_measures import VersionMeasures
from variants.wording.agreement_text import group_lines, percent_of
from variants.wording.sanitize import sanitize_line
from variants.wording.spreadsheet_cells import guard_formula
from variants.wording.terms import ADDED, OMITTED

_Value: TypeAlias = float | int | None
_Row: TypeAlias = tuple[str, str, str, str, _Value]
_Scores: TypeAlias = Mapping[str, Sequence[Score]]

MEASURE_COLUMNS = ("measure", "witness", "other", "sentences", "value")
"""Columns of the tidy table."""
_DIGITS = 6


def write_measures_csv(
    collation: Collation, measures: Measures, versions: VersionMeasures, scores: _Scores
) -> str:
    """Return a table with a row for each figure, with the line ends of RFC 4180.

    ``docs/reference/measures.md`` describes the measures.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(MEASURE_COLUMNS)
    for *words, value in _rows(collation, measures, versions, scores):
        table.writerow([*map(guard_formula, map(str, words)), _number(value)])
    return text.getvalue()


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{round(value, _DIGITS):g}"
    return "" if value is None else str(value)


def _rows(
    collation: Collation, measures: Measures, versions: VersionMeasures, scores: _Scores
) -> Iterator[_Row]:
    yield from _pair_rows(versions)
    for one in measures.agreements:
        yield from _seed_rows(one)
        added = added_sentences(collation, one.siglum)
        yield f"sentences {ADDED}", one.siglum, "", "", added
    for counts in versions.counts:
        for tier, number in counts.tiers:
            yield f"readings of tier {tier.value}", counts.siglum, "", "", number
        for name, number in counts.classes:
            yield f"readings of class {name.value}", counts.siglum, "", "", number
    for part in versions.parts:
        for figures in part.figures:
            yield "words differing", figures.siglum, "", part.label, figures.differing
            if figures.sense is not None:
                yield "expected sense", figures.siglum, "", part.label, figures.sense
    yield from _variation_rows(measures)
    for siglum, found in scores.items():
        for score in found:
            yield score.name, siglum, "", "", score.value


def _pair_rows(versions: VersionMeasures) -> Iterator[_Row]:
    for pair in versions.pairs:
        yield "agreement", pair.one, pair.other, "", pair.share
        yield "equal words", pair.one, pair.other, "", pair.shared
        yield "words of both", pair.one, pair.other, "", pair.one_words + pair.other_words
        yield "passages of both", pair.one, pair.other, "", pair.passages
    for merge in versions.merges:
        yield "joined", " ".join(merge.left), " ".join(merge.right), "", merge.share


def _seed_rows(one: Agreement) -> Iterator[_Row]:
    for unit, shares in (("sentences", one.sentences), ("words", one.words)):
        for name, number in _shares(shares):
            yield f"seed {unit} {name}", one.siglum, "", "", number
    yield f"words {ADDED}", one.siglum, "", "", one.added


def _shares(shares: Shares) -> Iterable[tuple[str, int]]:
    names = ("same", "form", "differ", OMITTED)
    return zip(names, (shares.same, shares.form, shares.different, shares.missing), strict=True)


def _variation_rows(measures: Measures) -> Iterator[_Row]:
    for siglum, mean in measures.variation.eddies:
        yield "mean eddy", siglum, "", "", mean
    for passage in measures.variation.passages:
        yield "viv", "", "", passage.label, passage.viv
        yield "viv deviation", "", "", passage.label, passage.deviation
        for siglum, eddy in passage.eddies:
            yield "eddy", siglum, "", passage.label, eddy


def write_measures_markdown(
    collation: Collation, measures: Measures, versions: VersionMeasures, scores: _Scores
) -> str:
    """Return the measures as tables in Markdown, each with a heading."""
    blocks = [f"# {escape(sanitize_line(collation.title).strip() or 'Measures')}"]
    blocks += ["## Agreement of every version with every other", _matrix(versions)]
    blocks += [escape(line) for line in group_lines(versions)]
    blocks += ["## Agreement with the seed", _seed_table(collation, measures)]
    for picture in draw_pictures(versions):
        blocks += [f"## {picture.title}", escape(picture.note)]
        blocks.append(_table(picture.heads, picture.shown_rows()))
    heads = ("Version", "Mean Eddy")
    rows = [(siglum, _figure(mean)) for siglum, mean in measures.variation.eddies]
    blocks += ["## Eddy", _table(heads, rows), f"`{measures.variation.signature}`"]
    if any(scores.values()):
        names = [one.name for one in next(iter(scores.values()))]
        found = [(siglum, *(f"{s.value:.1f}" for s in row)) for siglum, row in scores.items()]
        blocks += ["## Scores of machine translation", _table(("Witness", *names), found)]
    return "\n\n".join(blocks) + "\n"


def _matrix(versions: VersionMeasures) -> str:
    rows = [
        (
            one,
            *(
                "" if one == other else percent_of(versions.share_of(one, other))
                for other in versions.sigla
            ),
        )
        for one in versions.sigla
    ]
    return _table(("", *versions.sigla), rows)


def _seed_table(collation: Collation, measures: Measures) -> str:
    rows = []
    for one in measures.agreements:
        for unit, shares, added in (
            ("sentences", one.sentences, added_sentences(collation, one.siglum)),
            ("words", one.words, one.added),
        ):
            counts = [str(number) for _, number in _shares(shares)]
            rows.append((one.siglum, unit, *counts, str(added)))
    return _table(("Witness", "Unit", "same", "form", "differ", OMITTED, ADDED), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(escape, line)) + " |" for line in lines)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
