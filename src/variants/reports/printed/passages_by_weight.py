"""The established text as a list of passages in the order of a collation, such as by weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    ReadingLine,
    SentenceNumber,
    TextPiece,
)
from variants.types.collation import Passage


def noted_passages(
    paragraphs: Iterable[tuple[ReadingLine, ...]], passages: Iterable[Passage]
) -> Iterator[tuple[ReadingLine, ...]]:
    """Yield a paragraph for each passage with a note, in the order of the passages.

    Sentences with a note that are in none of the passages come last.

    Args:
        paragraphs: Paragraphs of the whole text.
        passages: Passages in the order to print them in.
    """
    waiting = _by_sentence(paragraphs)
    asked = {
        id(piece.note)
        for pieces in waiting.values()
        for piece in pieces
        if isinstance(piece, QueryStart)
    }
    for passage in passages:
        pieces = [piece for one in passage.sentences for piece in waiting.pop(one, [])]
        yield from _paragraph(pieces, asked)
    for rest in waiting.values():
        yield from _paragraph(rest, asked)


def _by_sentence(
    paragraphs: Iterable[tuple[ReadingLine, ...]],
) -> dict[int, list[TextPiece]]:
    """Return the pieces of each sentence, counted from 0, with a space between lines."""
    found: dict[int, list[TextPiece]] = defaultdict(list)
    sentence = 0
    for paragraph in paragraphs:
        for line in paragraph:
            for piece in line:
                if isinstance(piece, SentenceNumber):
                    sentence = piece.sentence - 1
                found[sentence].append(piece)
            words = [piece for piece in line if isinstance(piece, Printed)]
            found[sentence] += [Printed(" ", one.run) for one in words[-1:]]
    return dict(found)


def _paragraph(
    pieces: Sequence[TextPiece], asked: Container[int]
) -> Iterator[tuple[ReadingLine, ...]]:
    """Yield pieces as a paragraph of one line, if they have a note."""
    end = len(pieces)
    while end and isinstance(last := pieces[end - 1], Printed) and last.text.isspace():
        end -= 1
    if any(isinstance(piece, NoteMarker) for piece in pieces[:end]):
        yield (tuple(_with_starts(pieces[:end], asked)),)


def _with_starts(pieces: Sequence[TextPiece], asked: Container[int]) -> Iterator[TextPiece]:
    """Yield pieces with both ends of each open question of which the note is here."""
    ending = {id(piece.note) for piece in pieces if isinstance(piece, NoteMarker)}
    started: set[int] = set()
    for piece in pieces:
        if isinstance(piece, QueryStart) and id(piece.note) not in ending:
            continue
        if isinstance(piece, QueryStart):
            started.add(id(piece.note))
        if (
            isinstance(piece, NoteMarker)
            and id(piece.note) in asked
            and id(piece.note) not in started
        ):
            yield QueryStart(piece.note)
        yield piece
