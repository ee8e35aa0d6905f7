"""The superscript numbers that tie the seed's words to the readings."""

from __future__ import annotations

from variants.types import Entry, Passage
from variants.writers.terminal.pieces import Piece, Role

_RAISED = str.maketrans("0123456789+–.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻·")


def numbers_of(passage: Passage) -> dict[str, tuple[Piece, ...]]:
    """For each entry's place its number: that in its sentence, or the label if it takes both.

    A passage of several sentences has a 3.1 and a 4.1, and ¹ would be either.
    """
    alone = {entry.label.rpartition(".")[0] for entry in passage.entries} <= {passage.label}
    return {entry.place: _number(entry, alone=alone) for entry in passage.entries}


def _number(entry: Entry, *, alone: bool) -> tuple[Piece, ...]:
    name = entry.number if alone else entry.label
    return (Piece(name.translate(_RAISED), Role.NUMBER),)
