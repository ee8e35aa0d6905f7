"""The superscript numbers that tie the seed's words to the readings."""

from __future__ import annotations

from variants.types import Passage
from variants.writers.marking import Role, numbers_in
from variants.writers.terminal.pieces import Piece, Pieces

_RAISED = str.maketrans("0123456789+–.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻·")


def numbers_of(passage: Passage) -> dict[str, Pieces]:
    """For each entry's place its number, raised."""
    return {
        place: (Piece(number.translate(_RAISED), Role.NUMBER),)
        for place, number in numbers_in(passage).items()
    }
