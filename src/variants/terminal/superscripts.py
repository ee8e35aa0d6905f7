"""Superscript numbers that link words of the seed with readings."""

from __future__ import annotations

from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.types.collation import Passage
from variants.wording.marks import Role, place_numbers

_RAISED = str.maketrans("0123456789+–.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻·")


def numbers_of(passage: Passage) -> dict[str, Pieces]:
    """Return the superscript number of each entry, by place."""
    return {
        place: (StyledPiece(number.translate(_RAISED), Role.NUMBER),)
        for place, number in place_numbers(passage).items()
    }
