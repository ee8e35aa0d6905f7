"""Header with texts and counts, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from variants.brief import count_tiers
from variants.terminal.layouts import beside
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import Pieces, StyledPiece, note_piece
from variants.terminal.view import Layout
from variants.types.collation import Collation
from variants.types.witness import Witness
from variants.wording.margin_words import SENSE_SIGN
from variants.wording.passage_notes import count, counts_of
from variants.wording.said_differences import MISSING
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, LIKELY, MOVED, OTHER_WORDING, RECAST

if TYPE_CHECKING:
    from rich.text import Text

_SAME = "These texts are the same."
_APPARATUS_LEGEND = f"+ {ADDED}   ⇄ {MOVED}   ({RECAST}) one reading for the whole passage"
_BETWEEN = "   "
_COLUMNS = (f"{SENSE_SIGN} sense", "wording", "form")
_ROOM_FOR_NOTES = 18
_THE_SEED = "the seed"
_FORM_UNMARKED = "form is not marked (--form)"
_PLAIN_TEXTS = "--marks none prints the texts alone"


def header(collation: Collation, pen: Pen, states: Pieces = ()) -> list[Text]:
    """Return title, witnesses with their counts, and the states of the places."""
    lines = [*title_lines(collation, pen), *witness_lines(collation, pen)]
    return [*lines, *(_indented(states, pen) if states else [])]


def title_lines(collation: Collation, pen: Pen) -> list[Text]:
    """Return the title of the document, if it has one."""
    title = sanitize_line(collation.title).strip()
    return _indented([StyledPiece(title, Look.STRONG)], pen) if title else []


def same_texts(collation: Collation) -> str:
    """Return a sentence if all texts are the same, apart from white space at most; else ""."""
    texts = {cut.witness.text for cut in (collation.seed, *collation.others)}
    # Without entries the texts may differ too, since the settings may ignore differences.
    differ = collation.entries or len({"".join(text.split()) for text in texts}) > 1
    if differ or not collation.others:
        return ""
    return _SAME if len(texts) == 1 else f"{_SAME[:-1]}, apart from white space."


class _WitnessRow(NamedTuple):
    """A witness in the head: siglum, name, readings by tier, and what its sentences do."""

    siglum: str
    name: str
    figures: tuple[str, ...]
    note: str


def witness_lines(collation: Collation, pen: Pen) -> list[Text]:
    """Return a line for each witness: name, readings by tier, counts of its sentences."""
    seed = collation.seed
    sentences = f"{_THE_SEED}, {count(len(seed.sentences), 'sentence')}"
    judged = any(entry.sense is not None for entry in collation.entries)
    rows = [_WitnessRow(seed.witness.siglum, name_of(seed.witness), (), sentences)]
    for other, tiers in zip(collation.others, count_tiers(collation), strict=True):
        figures = (str(tiers.sense), str(tiers.wording), str(tiers.form)) if judged else ()
        siglum = other.witness.siglum
        name, note = name_of(other.witness), counts_of(collation, siglum)
        rows.append(_WitnessRow(siglum, name, figures, note))
    sigla = max(cell_len(row.siglum) for row in rows)
    names = max(cell_len(row.name) for row in rows)
    heads = "".join(f"{_BETWEEN}{head}" for head in _COLUMNS)
    widths = [sigla + 4, names, len(heads) + len(_BETWEEN)]
    rest = pen.console.width - sum(widths)
    if not judged or rest < _ROOM_FOR_NOTES:
        return [line for row in rows for line in _run_on(row, sigla, pen)]
    head = pen.text([StyledPiece(f"{'':{sigla + names + 4}}{heads}", Look.NOTE)])
    return [head, *(line for row in rows for line in _in_columns(row, [*widths, rest], pen))]


def _in_columns(row: _WitnessRow, widths: Sequence[int], pen: Pen) -> list[Text]:
    """Return siglum, name, figures and note beside each other; the seed has no figures."""
    cells = [
        [pen.text([StyledPiece(f"  {row.siglum}", Look.STRONG)])],
        [pen.text([StyledPiece(row.name)])],
    ]
    *names, figures, note = widths
    if not row.figures:
        words = StyledPiece(_BETWEEN + row.note, Look.NOTE)
        return beside([*cells, pen.wrap([words], figures + note)], [*names, figures + note])
    columns = "".join(
        f"{_BETWEEN}{figure:>{len(head)}}"
        for figure, head in zip(row.figures, _COLUMNS, strict=False)
    )
    cells += [
        [pen.text([StyledPiece(columns)])],
        pen.wrap([StyledPiece(row.note, Look.NOTE)], note),
    ]
    return beside(cells, widths)


def _run_on(row: _WitnessRow, sigla: int, pen: Pen) -> list[Text]:
    """Return a witness where there is no room for columns: its counts are below a long name."""
    figures = [f"{head} {figure}" for head, figure in zip(_COLUMNS, row.figures, strict=False)]
    said = StyledPiece(" · ".join((*figures, row.note)), Look.NOTE)
    room = " " * (sigla - cell_len(row.siglum))
    head = StyledPiece(f"  {row.siglum}{room}  ", Look.STRONG)
    name = f"{row.name}{_BETWEEN}" if row.name else ""
    if sum(cell_len(each) for each in (head.text, name, said.text)) <= pen.console.width:
        return _hanging(head, [StyledPiece(name), said], pen)
    below = StyledPiece(" " * cell_len(head.text))
    return [
        *(_hanging(head, [StyledPiece(row.name)], pen) if row.name else []),
        *_hanging(below if row.name else head, [said], pen),
    ]


def name_of(witness: Witness) -> str:
    """Return the name of a witness: its title or its file."""
    return sanitize_line(witness.title).strip() or sanitize_line(witness.source).strip()


def legend(layout: Layout, pen: Pen, states: Pieces = (), *, several: bool = False) -> list[Text]:
    """Return an explanation of the marks, printed with the marks themselves.

    Args:
        layout: Layout that is used.
        pen: Pen to print with.
        states: Signs of states, for a layout that does not name them.
        several: True if the seed is compared with several witnesses.
    """
    if layout in {Layout.INLINE, Layout.READINGS}:
        lines = _indented([StyledPiece(_APPARATUS_LEGEND, Look.NOTE)], pen)
        return lines + (_indented(states, pen) if states else [])
    items = [
        [*_marked("…" if pen.plain else "words", Look.SENSE, pen), note_piece(f" {LIKELY}")],
        [
            *_marked("…" if pen.plain else "words", Look.WORDING, pen),
            note_piece(f" {OTHER_WORDING}"),
        ],
    ]
    if pen.plain:
        items.append([StyledPiece(MISSING), note_piece(" words omitted")])
    form = Look.FORM in pen.signs.looks
    items.append(
        [*_marked("…" if pen.plain else "words", Look.FORM, pen), note_piece(" form")]
        if form
        else [note_piece(_FORM_UNMARKED)]
    )
    if several and not pen.plain:
        levels = ((Look.SEED_FEW, "few"), (Look.SEED_MOST, "most"), (Look.SEED_ALL, "all"))
        shown = [one for look, name in levels for one in (note_piece(" "), StyledPiece(name, look))]
        items.append([note_piece("in the seed:"), *shown, note_piece(" differ")])
    items.append([note_piece(_PLAIN_TEXTS)])
    return _packed(items, pen)


def _marked(words: str, look: Look, pen: Pen) -> list[StyledPiece]:
    before, after = pen.signs.around.get(look, ("", ""))
    return [StyledPiece(before), StyledPiece(words, look), StyledPiece(after)]


def _packed(items: Iterable[Sequence[StyledPiece]], pen: Pen) -> list[Text]:
    """Return items side by side, with as many in a line as fit."""
    lines: list[Text] = []
    for item in items:
        first, *more = _indented(item, pen)
        if lines and lines[-1].cell_len + len(_BETWEEN) + first.cell_len <= pen.console.width:
            lines[-1].append(_BETWEEN).append_text(first)
        else:
            lines.append(first)
        lines += more
    return lines


def _indented(pieces: Iterable[StyledPiece], pen: Pen) -> list[Text]:
    return pen.wrap(pieces, pen.console.width)


def _hanging(head: StyledPiece, pieces: Iterable[StyledPiece], pen: Pen) -> list[Text]:
    """Return a word with wrapped text to its right."""
    first = pen.text([head])
    width = pen.console.width - first.cell_len
    return beside([[first], pen.wrap(pieces, width)], [first.cell_len, width])
