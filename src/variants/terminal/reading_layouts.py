"""Layouts that show readings instead of whole sentences of the witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from variants.terminal.layouts import beside, label_cell, state_lines
from variants.terminal.look import Look
from variants.terminal.passage_block import seed_pieces
from variants.terminal.pen import Pen
from variants.terminal.state_lines import States
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.sense import Tier
from variants.types.variant import Kind
from variants.wording.passage_notes import adoption_note, notes_on, reading_note
from variants.wording.sanitize import sanitize_line
from variants.wording.sense_text import verdict_on_sense
from variants.wording.terms import NOTHING, OMITTED, RECAST, TIERS

if TYPE_CHECKING:
    from rich.text import Text

_GAP = 2
RECAST_WORD = f"({RECAST}) "
_BEFORE = {Kind.ADDED: "+", Kind.MOVED: "⇄", Kind.RECAST: RECAST_WORD}
_TABLE_FROM = 60
_KINDS_FROM = 100
_MOST_FOR_SIGLA = 0.25
_WIDEST = 72
_WIDEST_SORT = 30  # A rule may have a long name.
_LEAST_FOR_SORT = 16
_MOST_FOR_SORT = 0.2
_FIRST, _LAST = 8, 4  # Words of a long passage that only one side has.


def inline(
    passage: Passage, collation: Collation, pen: Pen, labels: int, states: States
) -> list[Text]:
    """Return the text of the seed with readings, sigla and decisions after each lemma."""
    after = {entry.place: _bracket(entry, states) for entry in passage.entries}
    pieces = seed_pieces(passage, collation.seed, pen.signs, after)
    width = pen.console.width - labels - _GAP
    text = pen.wrap(pieces, width) + _all_notes(passage, pen, width)
    text += state_lines(states.outside_entries(passage), pen, width)
    return beside([label_cell(passage.label, labels, pen), text], [labels + _GAP, width])


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A line of the apparatus.

    Attributes:
        label: Label of the entry; empty except in its first row.
        wording: The lemma or a reading.
        sigla: Witnesses that have it.
        sort: Class of a reading, with its kind or the rule that set the class, the verdict of a
            rule or an editor on its sense, and a note if it cannot be adopted alone; for the lemma
            the state of the place.
    """

    label: str
    wording: Pieces
    sigla: str
    sort: Pieces


def rows_of(entry: Entry, collation: Collation, states: States, *, kinds: bool) -> list[ReadingRow]:
    """Return the rows of an entry: the lemma, the readings in order, and the decisions."""
    lemma = sanitize_line(collation.seed.witness.wording(entry.lemma))
    seed = collation.seed.witness.siglum
    words = StyledPiece(lemma, Look.TEXT) if lemma else StyledPiece(NOTHING, Look.NOTE)
    sigla = " ".join([seed, *entry.agreeing])
    rows = [ReadingRow(entry.label, (words,), sigla, states.named(entry))]
    for reading in entry.readings:
        sort = reading.variant_class.value
        if kinds and reading.ruling:
            sort = f"{sort} · {sanitize_line(reading.ruling.rule)}"
        elif kinds and reading.maybe_missed:
            # An omission has the term in place of its words.
            sort = f"{sort} · {reading_note(reading)}" if reading.wording else sort
        elif kinds and reading.kind.value != sort:
            sort = f"{sort} · {reading.kind.value}"
        notes = verdict_on_sense(reading.sense) if kinds else "", adoption_note(reading)
        sort = " · ".join((sort, *map(sanitize_line, filter(None, notes))))
        kind = (StyledPiece(sort, Look.NOTE),)
        having = reading.sigla_with_text or reading.sigla
        rows.append(ReadingRow("", _wording(reading), " ".join(having), kind))
    decisions = states.decisions_on(entry) or states.within(entry)
    return (
        [*rows, ReadingRow("", (StyledPiece("→ ", Look.SIGN), *decisions), "", ())]
        if decisions
        else rows
    )


def readings(
    passage: Passage,
    collation: Collation,
    pen: Pen,
    widths: tuple[int, int, int, int],
    states: States,
) -> list[Text]:
    """Return the entries of a passage as a table, or as lines in a narrow terminal."""
    tables = (_rows(entry, collation, pen, states) for entry in _with_text(passage, states))
    lines = [line for rows in tables for line in table(rows, pen, widths)]
    room = pen.console.width - widths[0] - _GAP
    notes = state_lines(states.outside_entries(passage), pen, room) + _all_notes(passage, pen, room)
    label = [] if lines else label_cell(passage.label, widths[0], pen)
    return lines + beside([label, notes], [widths[0] + _GAP, room]) if notes else lines


def table(rows: Sequence[ReadingRow], pen: Pen, widths: tuple[int, int, int, int]) -> list[Text]:
    """Return the lines of one entry."""
    labels, wording, sigla, sort = widths
    lines: list[Text] = []
    for row in rows:
        label = label_cell(row.label, labels, pen)
        if not sigla:
            rest = [StyledPiece(f"  {row.sigla}  "), *row.sort]
            cells = [pen.wrap([*row.wording, *rest], wording)]
        else:
            cells = [
                pen.wrap(row.wording, wording),
                pen.wrap([StyledPiece(row.sigla)], sigla),
                pen.wrap(row.sort, sort),
            ]
        gaps = [width + _GAP for width in widths[: len(cells) + 1]]
        lines += beside([label, *cells], gaps)
    return lines


def by_weight(
    passages: Sequence[Passage], collation: Collation, pen: Pen, states: States
) -> Iterator[list[Text]]:
    """Yield the entries of all passages in a block for each tier, the heaviest first.

    The heaviest reading of an entry decides: its tier, then its probability. Equal ones are in
    the order of the text. Of long passages that only one side has, such as omitted sentences, or
    that were moved, the first and last words are listed. The last block has the decisions on words
    outside all entries.
    """
    widths = table_widths(passages, collation, pen, states)
    entries = sorted((e for one in passages for e in _with_text(one, states)), key=_weight)
    for tier, equals in groupby(entries, key=lambda entry: entry.sense and entry.sense.tier):
        tables = (_cut(entry, _rows(entry, collation, pen, states)) for entry in equals)
        name = [StyledPiece(TIERS[tier], Look.NOTE)] if tier else []
        head = pen.wrap(name, pen.console.width) if name else []
        yield head + [line for rows in tables for line in table(rows, pen, widths)]
    outside = [line for passage in passages for line in states.outside_entries(passage)]
    if outside:
        yield state_lines(outside, pen, pen.console.width)


def _with_text(passage: Passage, states: States) -> list[Entry]:
    """Return the entries, without those for which witnesses only have no text."""
    return [one for one in passage.entries if not one.missing or states.decisions_on(one)]


def _rows(entry: Entry, collation: Collation, pen: Pen, states: States) -> list[ReadingRow]:
    return rows_of(entry, collation, states, kinds=pen.console.width >= _KINDS_FROM)


def _cut(entry: Entry, rows: Sequence[ReadingRow]) -> Sequence[ReadingRow]:
    """Return rows with only the first and last words, if the sides have no different words.

    Either one side has none, or the words were moved.
    """
    lemma = rows[0].wording[0].text
    wordings = {sanitize_line(reading.wording) for reading in entry.readings}
    if entry.lemma.length and wordings - {"", lemma}:
        return rows
    words = len(entry.readings) + 1
    cut = [
        replace(row, wording=tuple(replace(one, text=_ends_of(one.text)) for one in row.wording))
        for row in rows[:words]
    ]
    return [*cut, *rows[words:]]


def _ends_of(text: str) -> str:
    """Return the first and last words of a long text with … between.

    Examples:
        >>> _ends_of("And Ham, the father of Canaan, saw him, and told his two brethren without.")
        'And Ham, the father of Canaan, saw him, … his two brethren without.'
    """
    words = text.split(" ")
    if len(words) <= _FIRST + _LAST + 1:
        return text
    return " ".join([*words[:_FIRST], "…", *words[-_LAST:]])


def _weight(entry: Entry) -> tuple[int, float]:
    """Return a sort key that puts heavy entries first, and those without a sense last."""
    return entry.sense.sort_key if entry.sense else (len(Tier), 0)


def table_widths(
    passages: Sequence[Passage], collation: Collation, pen: Pen, states: States
) -> tuple[int, int, int, int]:
    """Return the widths of label, wording, sigla and class, shared by all passages."""
    width = pen.console.width
    rows = [
        row
        for passage in passages
        for entry in _with_text(passage, states)
        for row in _rows(entry, collation, pen, states)
    ]
    labels = max((cell_len(row.label) for row in rows), default=0)
    if width < _TABLE_FROM:
        return labels, width - labels - _GAP, 0, 0
    sigla = max((cell_len(row.sigla) for row in rows), default=0)
    sigla = min(sigla, int(width * _MOST_FOR_SIGLA))
    sort = max((pen.text(row.sort).cell_len for row in rows), default=0)
    sort = min(sort, _WIDEST_SORT, max(_LEAST_FOR_SORT, int(width * _MOST_FOR_SORT)))
    wording = max((pen.text(row.wording).cell_len for row in rows), default=0)
    return labels, min(wording, width - labels - sigla - sort - 3 * _GAP, _WIDEST), sigla, sort


def _bracket(entry: Entry, states: States) -> Pieces:
    """Return the readings after a lemma: " [should A; must needs B C · ✓ kept, kl]"."""
    pieces = [StyledPiece(" [", Look.NOTE)]
    for index, reading in enumerate(entry.readings):
        pieces.append(StyledPiece("; " if index else "", Look.NOTE))
        pieces += _wording(reading)
        pieces.append(StyledPiece(f" {' '.join(reading.sigla)}", Look.NOTE))
    return (*pieces, *states.bracketed(entry), StyledPiece("]", Look.NOTE))


def _wording(reading: Reading) -> Pieces:
    if not reading.wording:
        return (StyledPiece(reading_note(reading), Look.NOTE),)
    look = Look.TEXT
    if reading.tier is Tier.SENSE:
        look = Look.SENSE
    elif reading.substantive and reading.kind is not Kind.RECAST:
        look = Look.WORDING
    return (
        StyledPiece(_BEFORE.get(reading.kind, ""), Look.SIGN),
        StyledPiece(sanitize_line(reading.wording), look),
    )


def _all_notes(passage: Passage, pen: Pen, width: int) -> list[Text]:
    notes = []
    for rendering in passage.renderings:
        mine = notes_on(rendering)
        has_reading = any(entry.reading_of(rendering.siglum) for entry in passage.entries)
        if not (rendering.sentences or has_reading or rendering.siglum in passage.missing):
            mine.insert(0, OMITTED)
        if mine:
            notes.append(f"{rendering.siglum} {', '.join(mine)}")
    if not notes:
        return []
    text = " · ".join(notes)
    return pen.wrap([StyledPiece(f"({text})" if pen.plain else text, Look.NOTE)], width)
