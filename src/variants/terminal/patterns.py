"""Tables of recurring differences, and of the renderings of frequent words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from variants.brief.selection import Selection, shown_patterns, shown_sigla
from variants.terminal.layouts import beside
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation
from variants.types.pattern import Pattern, Rendition, Usage
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import NOT_FOUND, NOTHING, OMITTED, UNCERTAIN

if TYPE_CHECKING:
    from rich.text import Text

    from variants.terminal.styled_pieces import Pieces

_GAP = 2
_WIDEST = 44  # Cells for a pair of wordings; longer ones wrap.
_MOST_FOR_WORDS = 0.4
_LEAST_FOR_PLACES = 16
_LEAST_FOR_RENDITIONS = 8
_TABLE_FROM = 60
_NOTHING_RECURS = "No difference occurs in several places."


def pattern_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return a row for each recurring difference: number, words, witnesses, class and places."""
    patterns = shown_patterns(collation, selection)
    if not patterns:
        return pen.wrap([StyledPiece(_NOTHING_RECURS, Look.STRONG)], pen.console.width)
    head = f"{count(len(patterns), 'difference')} in several places"
    lines = pen.wrap([StyledPiece(head, Look.STRONG)], pen.console.width)
    words = [_words(pattern) for pattern in patterns]
    sigla = shown_sigla(collation, selection)
    facts = [_facts(pattern, sigla) for pattern in patterns]
    numbers = max(len(str(len(pattern.places))) for pattern in patterns) + 1
    if pen.console.width < _TABLE_FROM:
        return lines + _narrow_rows(patterns, words, facts, numbers, pen)
    room = pen.console.width - numbers - 3 * _GAP
    first = min(max(pen.text(one).cell_len for one in words), int(room * _MOST_FOR_WORDS), _WIDEST)
    second = min(max(cell_len(fact) for fact in facts), room - first - _LEAST_FOR_PLACES)
    widths = [numbers, first, second, room - first - second]
    for pattern, pair, fact in zip(patterns, words, facts, strict=True):
        labels = StyledPiece(" ".join(pattern.labels), Look.NOTE)
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
        rest = StyledPiece(f"  {fact}  {' '.join(pattern.labels)}", Look.NOTE)
        lines += _row([[_frequency(pattern, numbers)], [*pair, rest]], widths, pen)
    return lines


def usage_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return the renderings of frequent words of the seed, a row for each witness."""
    sigla = shown_sigla(collation, selection)
    if not collation.usages or not sigla:
        return []
    head = "Words that the seed has three times or more and that are rendered in different ways"
    lines = pen.wrap([StyledPiece(head, Look.STRONG)], pen.console.width)
    numbers = max(len(str(usage.count)) for usage in collation.usages) + 1
    longest = max(cell_len(sanitize_line(usage.word)) for usage in collation.usages)
    first = min(longest, _WIDEST // 2, pen.console.width // 4)
    second = max(map(cell_len, sigla))
    room = max(pen.console.width - numbers - first - second - 3 * _GAP, _LEAST_FOR_RENDITIONS)
    for usage in collation.usages:
        word = [StyledPiece(sanitize_line(usage.word), Look.LEMMA)]
        number = [StyledPiece(f"{usage.count}×".rjust(numbers), Look.NOTE)]
        for siglum, renditions in usage.renditions:
            if siglum in sigla:
                cells = [number, word, [StyledPiece(siglum)], _renditions(usage, renditions)]
                lines += _row(cells, [numbers, first, second, room], pen)
                number, word = [], []
    return lines


def _row(cells: Sequence[Sequence[StyledPiece]], widths: Sequence[int], pen: Pen) -> list[Text]:
    columns = [pen.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return beside(columns, [width + _GAP for width in widths])


def _frequency(pattern: Pattern, width: int) -> StyledPiece:
    return StyledPiece(f"{len(pattern.places)}×".rjust(width), Look.NOTE)


def _words(pattern: Pattern) -> Pieces:
    """Return lemma and reading with the marks of the passages."""
    lemma = StyledPiece(sanitize_line(pattern.lemma), Look.LEMMA)
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
    for rendition in renditions:
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
    return pieces
