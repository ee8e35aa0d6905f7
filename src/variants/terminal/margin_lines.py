"""Lines in the margin of a passage: what touches the sense, and how its sentences correspond."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variants.terminal.look import Look
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.types.collation import Collation, Passage, Rendering
from variants.types.variant import Kind
from variants.wording.margin_words import SENSE_SIGN
from variants.wording.passage_notes import notes_on
from variants.wording.said_differences import Said, shared_differences
from variants.wording.terms import RECAST


def shared_lines(
    said: Mapping[str, Sequence[Said]], collation: Collation
) -> tuple[list[Pieces], dict[str, list[Pieces]]]:
    """Return the differences that three of many witnesses share, and those of each alone."""
    shared = shared_differences(said, collation)
    lines = [difference_line(one, f"{who}:") for who, one in shared.common]
    own = {siglum: [difference_line(one) for one in found] for siglum, found in shared.own.items()}
    return lines, own


def difference_line(one: Said, who: str = "") -> Pieces:
    """Return a difference as a line for the margin, with the names of several witnesses."""
    words = " ".join(filter(None, (who, one.label, one.words)))
    if one.of_sense:
        return (StyledPiece(f"{SENSE_SIGN} {words}", Look.SAID),)
    return (StyledPiece(words, Look.NOTE),)


def note_lines(passage: Passage, rendering: Rendering) -> list[Pieces]:
    """Return notes on the sentences of a witness: how they correspond, and if they are recast."""
    notes = notes_on(rendering)
    found = (entry.reading_of(rendering.siglum) for entry in passage.entries)
    if any(reading is not None and reading.kind is Kind.RECAST for reading in found):
        notes.append(RECAST)
    return [(StyledPiece(note, Look.NOTE),) for note in notes]
