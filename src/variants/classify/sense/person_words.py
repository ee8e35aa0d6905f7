"""Pronouns and owners of both sides, and the persons that they are for."""

from __future__ import annotations

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.direct_speech import reports_on_one_side
from variants.classify.sense.side_small_words import read_small_words
from variants.languages.folding import fold

_SPEAKERS = frozenset({"1 one", "1 many", "2"})
"""Persons of whom a change is rarely only another reference."""
_THING = "3 thing"
_OTHER_OWNERS = frozenset({"3 male", "3 female"})


def are_other_persons(mine: set[str], theirs: set[str], contrast: Contrast) -> bool:
    """Return True if pronouns are for other persons, and not for those of a report."""
    both = mine | theirs
    if both == _OTHER_OWNERS:
        return not _owns_through_another(contrast)
    if _THING in both or both.isdisjoint(_SPEAKERS):
        return False  # "I must", "it is necessary to me".
    is_of_report = mine.isdisjoint(_SPEAKERS) or theirs.isdisjoint(_SPEAKERS)
    return not (is_of_report and reports_on_one_side(contrast))


def _owns_through_another(contrast: Contrast) -> bool:
    """Return True if an owner in a difference owns an owner: "his mother's sister"."""
    return any(
        fold(side.words[mark.at.stop]).endswith("'s")
        for side, here in (
            (contrast.seed, contrast.seed_range),
            (contrast.other, contrast.other_range),
        )
        for mark in side.read(read_small_words)
        if mark.meaning.aspect == "owner"
        and mark.at.start in here
        and mark.at.stop < len(side.words)
    )


def are_in_another_order(contrast: Contrast) -> bool:
    """Return True if both sides join the same two persons: "me and you", "you and me"."""
    mine = _joined_persons(contrast.seed, contrast.seed_range)
    return not mine.isdisjoint(_joined_persons(contrast.other, contrast.other_range))


def _joined_persons(side: SideOfBead, here: range) -> set[frozenset[str]]:
    """Return the pairs of persons that "and" joins, one of them in a difference."""
    marks = {mark.at.start: mark.meaning for mark in side.read(read_small_words)}
    joins = (n for n, meaning in marks.items() if meaning.aspect == "link")
    return {
        frozenset({marks[n - 1].value, marks[n + 1].value})
        for n in joins
        if (n - 1 in here or n + 1 in here)
        and all(m in marks and marks[m].aspect == "person" for m in (n - 1, n + 1))
    }
