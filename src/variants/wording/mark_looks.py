"""Looks of marks by tier, for all views."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from variants.types.sense import Tier
from variants.wording.marks import Mark, Role, Tag

_MOST = 0.5
_UNMARKED = frozenset({Role.TEXT, Role.RECAST, Role.WHOLE})
_OF_FORM = frozenset({Role.MINOR, Role.MINOR_WORDS})
_TIERS = tuple(Tier)


class MarkLook(Enum):
    """Look of marked characters."""

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


def mark_look(mark: Mark[Tag]) -> MarkLook:
    """Return the look of the characters of a mark."""
    if mark.role is Role.SET_ASIDE:
        return MarkLook.SET_ASIDE
    tier = tier_of(mark)
    if tier is Tier.FORM:
        return MarkLook.FORM
    if not mark.differing:
        return MarkLook.SENSE if tier is Tier.SENSE else MarkLook.WORDING
    if tier is Tier.SENSE:
        return MarkLook.SEED_SENSE
    if mark.differing == 1:
        return MarkLook.SEED_ALL
    return MarkLook.SEED_MOST if mark.differing >= _MOST else MarkLook.SEED_FEW


def tier_of(mark: Mark[Tag]) -> Tier:
    """Return the tier of a mark; without an estimate, wording or form."""
    if mark.tier is not None:
        return mark.tier
    only_a_mark = mark.role is Role.MISSING_MARK and not mark.differing
    return Tier.FORM if mark.role in _OF_FORM or only_a_mark else Tier.WORDING


def top_mark(marks: Iterable[Mark[Tag]]) -> Mark[Tag] | None:
    """Return the mark that decides the look of characters: of the heaviest tier the innermost.

    Marks of whole sentences do not count, since they would hide those of the words, unless a
    sentence that a witness recasts is likely to touch the sense and has no other mark. Characters
    that are set aside have their own look inside marked words too.
    """
    marks = tuple(marks)
    for mark in marks:
        if mark.role is Role.SET_ASIDE:
            return mark
    shown = [mark for mark in marks if mark.role not in _UNMARKED]
    if not shown:
        recast = (one for one in marks if one.role is Role.RECAST and one.tier is Tier.SENSE)
        return next(recast, None)
    return min(shown, key=lambda one: (_TIERS.index(tier_of(one)), -one.span.start, one.span.end))
