"""Tables of recurring differences, and of the renderings of frequent words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from variants.brief.selection import Selection, shown_patterns, shown_sigla
from variants.terminal.layouts import beside
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation
from variants.types.pattern import Pattern, Rendition, Usage
from variants.types.variant import VariantClass
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import NOT_FOUND, NOTHING, OMITTED, UNCERTAIN
from variants.wording.text_runs import kept_in_place

if TYPE_CHECKING:
    from variants.terminal.styled_pieces import Pieces

_GAP = 2
_WIDEST = 44  # Cells for a pair of wordings; longer ones wrap.
_MOST_FOR_WORDS = 0.4
_LEAST_FOR_PLACES = 16
_LEAST_FOR_RENDITIONS = 8
_MOST_FOR_REPEATING = 8  # Cells for the sigla of all witnesses that repeat a word.
_TABLE_FROM = 60
_MOST_PLACES = 6  # Labels of places in a row.
_MOST_RENDERINGS = 6  # Renderings in a row.
_MOST_OF_FORM = 8  # Differences of form in the line that sums them up.
_NOTHING_RECURS = "No difference occurs in several places."
_ALL_OF_FORM = "all of them with --class form"


def pattern_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return a row for each recurring difference: number, words, witnesses, class and places.

    Differences of form are summed up in one line below, unless classes were chosen.
    """
    patterns = shown_patterns(collation, selection)
    if not patterns:
        return pen.wrap([StyledPiece(_NOTHING_RECURS, Look.STRONG)], pen.console.width)
    of_form = () if selection.classes else [one for one in patterns if _is_form(one)]
    listed = patterns[: len(patterns) - len(of_form)]
    rows = _rows(listed, shown_sigla(collation, selection), pen) if listed else []
    summary = _form_lines(of_form, pen) if of_form else []
    return [*rows, Text(), *summary] if rows and summary else rows or summary


def _is_form(pattern: Pattern) -> bool:
    return pattern.variant_class is VariantClass.FORM


def _form_lines(patterns: Sequence[Pattern], pen: Pen) -> list[Text]:
    """Return the number of differences of form, and the most frequent ones."""
    head = f"{count(len(patterns), 'difference')} of form in several places"
    pieces: list[StyledPiece] = [StyledPiece(head, Look.STRONG), StyledPiece("  ")]
    for pattern in patterns[:_MOST_OF_FORM]:
        frequency = StyledPiece(f" {len(pattern.places)}× · ", Look.NOTE)
        pieces += [*_words(pattern), frequency]
    return pen.wrap([*pieces, StyledPiece(_ALL_OF_FORM, Look.NOTE)], pen.console.width)


def _rows(patterns: Sequence[Pattern], sigla: Sequence[str], pen: Pen) -> list[Text]:
    """Return the number of recurring differences, and a row for each."""
    head = f"{count(len(patterns), 'difference')} in several places"
    lines = pen.wrap([StyledPiece(head, Look.STRONG)], pen.console.width)
    words = [_words(pattern) for pattern in patterns]
    facts = [_facts(pattern, sigla) for pattern in patterns]
    numbers = max(len(str(len(pattern.places))) for pattern in patterns) + 1
    if pen.console.width < _TABLE_FROM:
        return lines + _narrow_rows(patterns, words, facts, numbers, pen)
    room = pen.console.width - numbers - 3 * _GAP
    first = min(max(pen.text(one).cell_len for one in words), int(room * _MOST_FOR_WORDS), _WIDEST)
    second = min(max(cell_len(fact) for fact in facts), room - first - _LEAST_FOR_PLACES)
    widths = [numbers, first, second, room - first - second]
    for pattern, pair, fact in zip(patterns, words, facts, strict=True):
        labels = StyledPiece(_labels(pattern), Look.NOTE)
        cells = [[_frequency(pattern, numbers)], pair, [StyledPiece(fact)], [labels]]
        lines += _row(cells, widths, pen)
    return lines


def _narrow_rows(
    patterns: Sequence[Pattern],
    words: Sequence[Pieces],
    facts: Sequence[str],
    numbers: int,
    pen: Pen,
) -> list[Text]:
    """Return the rows for a narrow terminal, without columns."""
    lines = []
    widths = [numbers, pen.console.width - numbers - _GAP]
    for pattern, pair, fact in zip(patterns, words, facts, strict=True):
        rest = StyledPiece(f"  {fact}  {_labels(pattern)}", Look.NOTE)
        lines += _row([[_frequency(pattern, numbers)], [*pair, rest]], widths, pen)
    return lines


def usage_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return the renderings of frequent words of the seed, a row for each witness.

    Witnesses that always repeat the word share a row, and words that all of them repeat have none.
    """
    sigla = shown_sigla(collation, selection)
    usages = [one for one in collation.usages if _varies(one, sigla)]
    if not usages:
        return []
    head = "Words that the seed has three times or more and that are rendered in different ways"
    lines = pen.wrap([StyledPiece(head, Look.STRONG)], pen.console.width)
    numbers = max(len(str(usage.count)) for usage in usages) + 1
    longest = max(cell_len(sanitize_line(usage.word)) for usage in usages)
    first = min(longest, _WIDEST // 2, pen.console.width // 4)
    rows = [_usage_rows(usage, sigla) for usage in usages]
    widest = max(cell_len(who) for usage_rows in rows for who, _ in usage_rows)
    second = min(widest, max(_MOST_FOR_REPEATING, *map(cell_len, sigla)))
    room = max(pen.console.width - numbers - first - second - 3 * _GAP, _LEAST_FOR_RENDITIONS)
    for usage, usage_rows in zip(usages, rows, strict=True):
        word = [StyledPiece(sanitize_line(usage.word), Look.LEMMA)]
        number = [StyledPiece(f"{usage.count}×".rjust(numbers), Look.NOTE)]
        for who, renditions in usage_rows:
            cells = [number, word, [StyledPiece(who)], _renditions(usage, renditions)]
            lines += _row(cells, [numbers, first, second, room], pen)
            number, word = [], []
    return lines


def _varies(usage: Usage, sigla: Sequence[str]) -> bool:
    """Return True if one of the witnesses has another word; omissions do not count."""
    return any(
        rendition.wording not in {usage.word, ""}
        for siglum, renditions in usage.renditions
        if siglum in sigla
        for rendition in renditions
    )


def _usage_rows(usage: Usage, sigla: Sequence[str]) -> list[tuple[str, Sequence[Rendition]]]:
    """Return witnesses with their renderings; those that always repeat the word are one, last."""
    shown = [(siglum, found) for siglum, found in usage.renditions if siglum in sigla]
    repeating = (Rendition(usage.word, usage.count),)
    same = [siglum for siglum, found in shown if found == repeating]
    rows: list[tuple[str, Sequence[Rendition]]] = [
        (siglum, found) for siglum, found in shown if found != repeating
    ]
    return [*rows, (" ".join(same), repeating)] if same else rows


def _row(cells: Sequence[Sequence[StyledPiece]], widths: Sequence[int], pen: Pen) -> list[Text]:
    columns = [pen.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return beside(columns, [width + _GAP for width in widths])


def _frequency(pattern: Pattern, width: int) -> StyledPiece:
    return StyledPiece(f"{len(pattern.places)}×".rjust(width), Look.NOTE)


def _labels(pattern: Pattern) -> str:
    """Return the labels of the first places, and the number of the others."""
    more = len(pattern.labels) - _MOST_PLACES
    rest = (f"and {more} more",) if more > 0 else ()
    return " ".join((*pattern.labels[:_MOST_PLACES], *rest))


def _words(pattern: Pattern) -> Pieces:
    """Return lemma and reading with the marks of the passages."""
    lemma = StyledPiece(kept_in_place(sanitize_line(pattern.lemma)), Look.LEMMA)
    reading = StyledPiece(sanitize_line(pattern.reading), Look.READING)
    return (
        lemma if pattern.lemma else StyledPiece(NOTHING, Look.NOTE),
        StyledPiece(" → ", Look.NOTE),
        reading if pattern.reading else StyledPiece(OMITTED, Look.NOTE),
    )


def _facts(pattern: Pattern, sigla: Sequence[str]) -> str:
    """Return the witnesses and the class of a pattern, and the number of uncertain places."""
    uncertain = f", {pattern.uncertain} {UNCERTAIN}" if pattern.uncertain else ""
    return f"{_who(pattern, sigla)}  {pattern.variant_class.value}{uncertain}"


def _who(pattern: Pattern, sigla: Sequence[str]) -> str:
    """Return the witnesses that have a pattern; of several, each with its number of places."""
    found = pattern.sigla_among(sigla)
    if len(found) == 1:
        return found[0]
    return " ".join(f"{siglum}:{pattern.count_in(siglum)}" for siglum in found)


def _renditions(usage: Usage, renditions: Sequence[Rendition]) -> list[StyledPiece]:
    pieces: list[StyledPiece] = []
    for rendition in renditions[:_MOST_RENDERINGS]:
        if pieces:
            pieces.append(StyledPiece(" · ", Look.NOTE))
        if rendition.wording in {usage.word, ""}:
            same = "the same" if rendition.wording else NOT_FOUND
            pieces.append(StyledPiece(same, Look.NOTE))
        else:
            pieces.append(StyledPiece(sanitize_line(rendition.wording), Look.READING))
        pieces.append(StyledPiece(f" {rendition.count}", Look.NOTE))
        if rendition.uncertain:
            pieces.append(StyledPiece(f" ({rendition.uncertain} {UNCERTAIN})", Look.NOTE))
    more = len(renditions) - _MOST_RENDERINGS
    if more > 0:
        pieces.append(StyledPiece(f" · and {more} more", Look.NOTE))
    return pieces
