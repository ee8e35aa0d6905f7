"""Looks of characters on the screen."""

from __future__ import annotations

from enum import Enum, auto

from variants.wording.mark_looks import mark_look
from variants.wording.marks import Mark, Tag


class Look(Enum):
    """Look of a run of characters: of a text, with or without a mark, or of the program's words."""

    TEXT = auto()
    SEED_SENSE = auto()
    """Words of the seed for which a witness has another sense."""
    SEED_FEW = auto()
    """Words of the seed for which less than half of the witnesses have other wording."""
    SEED_MOST = auto()
    SEED_ALL = auto()
    SENSE = auto()
    """Words of a witness that are likely to touch the sense."""
    WORDING = auto()
    FORM = auto()
    SET_ASIDE = auto()
    """Characters that are not compared."""
    SAID = auto()
    """The program's words for a difference of sense."""
    LEMMA = auto()
    READING = auto()
    SIGN = auto()
    NOTE = auto()
    STRONG = auto()
    DECIDED = auto()
    ASKED = auto()
    CONTESTED = auto()


OF_SENSE = frozenset({Look.SEED_SENSE, Look.SENSE})
OF_WORDING = frozenset({Look.SEED_FEW, Look.SEED_MOST, Look.SEED_ALL, Look.WORDING})
MARKED = OF_SENSE | OF_WORDING | {Look.FORM}
"""Looks of marked words of a text."""


def look_of(mark: Mark[Tag]) -> Look:
    """Return the look of the characters of a mark."""
    return Look[mark_look(mark).name]
