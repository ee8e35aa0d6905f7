"""Measures of a collation as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from variants.measures.agreement import added_sentences
from variants.terminal.plain_page import PlainPage
from variants.types.collation import Collation
from variants.types.measure import Measures, PassageVariation, Score, Shares
from variants.types.version_measures import VersionMeasures
from variants.wording.agreement_text import group_lines, percent_of
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, NOTHING_IN_SEED, OMITTED

if TYPE_CHECKING:
    from rich.console import JustifyMethod

_Scores: TypeAlias = Mapping[str, Sequence[Score]]
"""Scores by siglum."""

_MOST_PASSAGES = 10
_LONGEST = 400  # Characters of a passage that a table can have room for.
_WIDEST = 1000  # Columns, more than any table of figures needs.
_PAIR = 2
_DIGITS = 12  # Characters shown of the digest of settings, enough to see that it differs.
_OF_TWO = (
    "With two versions both are equally far from their mean. From three versions on, Eddy shows "
    "which is unusual."
)


def write_measures_table(
    collation: Collation, measures: Measures, versions: VersionMeasures, scores: _Scores, width: int
) -> str:
    """Return tables of agreement, classes, Eddy by version, passages that vary most, and scores."""
    page = PlainPage(width)
    sentences = count(len(collation.seed.sentences), "sentence")
    heading = (collation.title, f"seed {collation.seed.witness.siglum}", sentences)
    _add(page, " · ".join(part for part in heading if part))
    _add(page, "", "Agreement with the seed: the seed's sentences and words in each witness")
    _add_table(page, _agreement(collation, measures))
    _add(page, "", "Agreement of every version with every other: equal words of both")
    _add_table(page, _matrix(versions))
    _add(page, *group_lines(versions))
    _add(page, "", "Places of the apparatus by class")
    _add_table(page, _classes(measures))
    _add(page, "", "Eddy: mean distance of a version from the mean of all versions")
    _add_table(page, _eddies(measures))
    most, total = _most_varied(measures), len(measures.variation.passages)
    _add(page, "", f"Viv: the passages that vary most ({len(most)} of {total})")
    _add_table(page, _passages(collation, measures))
    if any(scores.values()):
        _add(page, "", "Scores of machine translation, with the seed as the reference")
        _add_table(page, _score_table(scores))
    if len(measures.variation.eddies) == _PAIR:
        _add(page, "", _OF_TWO)
    _add(page, "", *_signatures(collation, measures, scores))
    return page.text()


def _add(page: PlainPage, *lines: str) -> None:
    page.add(*map(sanitize_line, lines))


def _add_table(page: PlainPage, table: Table) -> None:
    """Add a table; it is wider than the page if its figures do not fit."""
    console, usual = page.console, page.console.width
    options = console.options.update(width=_WIDEST)
    console.width = max(usual, Measurement.get(console, options, table).minimum)
    page.add_table(table)
    console.width = usual


def _table(text: Sequence[str], figures: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return a table of columns of text, then of figures.

    If rows have one cell more than there are heads, it gets the room that is left and is the
    only one to be truncated.
    """
    found = list(rows)
    room = any(len(row) > len(text) + len(figures) for row in found)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=room)
    for place, head in enumerate((*text, *figures)):
        needed = max(map(cell_len, (head, *(sanitize_line(row[place]) for row in found))))
        justify: JustifyMethod = "left" if place < len(text) else "right"
        table.add_column(Text(head), justify=justify, no_wrap=True, min_width=needed)
    if room:
        table.add_column("", no_wrap=True, ratio=1)
    for row in found:
        table.add_row(*(Text(sanitize_line(cell)) for cell in row))
    return table


def _agreement(collation: Collation, measures: Measures) -> Table:
    heads = ("same", "form", "differ", OMITTED, ADDED)
    rows = []
    for one in measures.agreements:
        counts = (one.sentences.same, one.sentences.form, one.sentences.different)
        sentences = [str(number) for number in (*counts, one.sentences.missing)]
        rows.append(
            (one.siglum, "sentences", *sentences, f"+{added_sentences(collation, one.siglum)}")
        )
        rows.append(("", "words", *_percentages(one.words), f"+{one.added}"))
    return _table(("", " "), heads, rows)


def _percentages(shares: Shares) -> list[str]:
    counts = (shares.same, shares.form, shares.different, shares.missing)
    found = (shares.share(number) for number in counts)
    return ["–" if share is None else f"{100 * share:.1f} %" for share in found]


def _matrix(versions: VersionMeasures) -> Table:
    sigla = versions.sigla
    rows = []
    for one in sigla:
        shares = [versions.share_of(one, other) if one != other else None for other in sigla]
        rows.append((one, *map(percent_of, shares)))
    return _table(("",), sigla, rows)


def _classes(measures: Measures) -> Table:
    names = [name.value for name, _ in measures.agreements[0].classes]
    rows = [
        (one.siglum, *(str(number) for _, number in one.classes)) for one in measures.agreements
    ]
    return _table(("",), names, rows)


def _eddies(measures: Measures) -> Table:
    """Return the mean Eddy of each version, highest first; equal ones in the order of witnesses."""
    found = sorted(measures.variation.eddies, key=lambda one: -(one[1] or 0.0))
    rows = [(siglum, _figure(eddy)) for siglum, eddy in found]
    return _table(("",), ("mean Eddy",), rows)


def _most_varied(measures: Measures) -> list[tuple[float, int]]:
    """Return Viv and index of the passages that vary most; equal ones in the order of the text."""
    found = [(one.viv or 0.0, at) for at, one in enumerate(measures.variation.passages)]
    varied = sorted((one for one in found if one[0]), key=lambda one: (-one[0], one[1]))
    return varied[:_MOST_PASSAGES]


def _passages(collation: Collation, measures: Measures) -> Table:
    rows = []
    for _, at in _most_varied(measures):
        one, passage = measures.variation.passages[at], collation.passages[at]
        words = " ".join(collation.seed.text_of(sentence) for sentence in passage.sentences)
        shown = words[:_LONGEST] or NOTHING_IN_SEED
        rows.append((one.label, _figure(one.viv), _most_unusual(one), shown))
    return _table((), ("passage", "Viv", "highest Eddy"), rows)


def _most_unusual(passage: PassageVariation) -> str:
    """Return the versions with the highest Eddy; a dash if all have the same."""
    known = [eddy for _, eddy in passage.eddies if eddy is not None]
    sigla = [siglum for siglum, eddy in passage.eddies if eddy == max(known)]
    return f"{' '.join(sigla)} {max(known):.3f}" if len(sigla) < len(known) else "–"


def _score_table(scores: _Scores) -> Table:
    names = [one.name for one in next(iter(scores.values()))]
    rows = [(siglum, *(f"{one.value:.1f}" for one in found)) for siglum, found in scores.items()]
    return _table(("",), names, rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _signatures(collation: Collation, measures: Measures, scores: _Scores) -> list[str]:
    """Return the signatures of comparison, variation and scores, one a line."""
    made = collation.signature
    methods = f"segmenter:{made.segmenter}|aligner:{made.aligner}|linker:{made.linker}"
    choices = "".join(f"|{name}:{value}" for name, value in made.choices)
    languages = ",".join(f"{siglum}={tag}" for siglum, tag in made.languages)
    settings = made.settings_digest[:_DIGITS]
    return [
        f"variants {made.version}|{methods}{choices}|languages:{languages}|settings:{settings}",
        measures.variation.signature,
        *(f"{one.name}: {one.signature}" for one in next(iter(scores.values()), ())),
    ]
