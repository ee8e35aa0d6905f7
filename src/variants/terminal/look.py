"""Looks of characters on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from variants.types.sense import Tier
from variants.wording.marks import Mark, Role, Tag

_MOST = 0.5
_UNMARKED = frozenset({Role.TEXT, Role.RECAST, Role.WHOLE})
_OF_FORM = frozenset({Role.MINOR, Role.MINOR_WORDS})


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
_TIERS = tuple(Tier)


def tier_of(mark: Mark[Tag]) -> Tier:
    """Return the tier of a mark; without an estimate, wording or form."""
    if mark.tier is not None:
        return mark.tier
    only_a_mark = mark.role is Role.MISSING_MARK and not mark.differing
    return Tier.FORM if mark.role in _OF_FORM or only_a_mark else Tier.WORDING


def look_of(mark: Mark[Tag]) -> Look:
    """Return the look of the characters of a mark."""
    tier = tier_of(mark)
    if tier is Tier.FORM:
        return Look.FORM
    if not mark.differing:
        return Look.SENSE if tier is Tier.SENSE else Look.WORDING
    if tier is Tier.SENSE:
        return Look.SEED_SENSE
    if mark.differing == 1:
        return Look.SEED_ALL
    return Look.SEED_MOST if mark.differing >= _MOST else Look.SEED_FEW


def top_mark(marks: Iterable[Mark[Tag]]) -> Mark[Tag] | None:
    """Return the mark that decides the look of characters: of the heaviest tier the innermost.

    Marks of whole sentences do not count, since they would hide those of the words.
    """
    shown = [mark for mark in marks if mark.role not in _UNMARKED]
    if not shown:
        return None
    return min(shown, key=lambda one: (_TIERS.index(tier_of(one)), -one.span.start, one.span.end))
