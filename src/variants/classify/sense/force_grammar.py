"""Words of force that grammar asks for: "that they should pay", "shall be allowed to"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.languages.force_marks import ForceMark

SHALL: Final = 3.1
"""Grade of "shall" among the words of force for what is to come."""
WAS_TO: Final = 2.6
"""Grade of "was to" among the words of necessity."""
WILL: Final = 3.0
"""Grade of "will" and "would"."""
_SHOULD = 2.0
"""Grade of "should"."""
_CAN = 1.6
"""Grade of "can" and "able to" among the words of possibility."""
_VERB_WITHIN = 4
"""Words from "can" to its verb."""
_IN_REPORTS = ({_SHOULD, WILL}, {_SHOULD, SHALL}, {_SHOULD, WAS_TO})
"""Pairs of grades that are equal in a report."""
_CLAUSE = 6
"""Most words between "that" and its verb."""
_WITH_FUTURE = frozenset({"possibility", "necessity"})
"""Families of words of force that "shall" and "will" only put into a tense."""
_BESIDE = 2
"""Most words between such a word and the "shall" before it."""


def without_grammar(
    contrast: Contrast, mine: Sequence[ForceMark], theirs: Sequence[ForceMark]
) -> tuple[Sequence[ForceMark], Sequence[ForceMark]]:
    """Return the words of force of both sides of a difference without those of grammar only.

    Left out are "shall" before another word of force ("shall be allowed to" is "may"); both if
    "that they should pay" faces "they would pay" or "they were to pay", "I should" faces "I would",
    or "promised to pay" faces "promised that he would pay"; and "can" before a verb of perception
    or knowledge that the other side has without it: "they could see", "they saw".
    """
    if _are_of_a_report(contrast, mine, theirs) or _are_of_one_promise(contrast, mine, theirs):
        return (), ()
    mine, theirs = _without_futures(mine), _without_futures(theirs)
    if not theirs:
        mine = _without_perception(contrast.seed, mine, contrast.other)
    elif not mine:
        theirs = _without_perception(contrast.other, theirs, contrast.seed)
    return mine, theirs


def _without_perception(
    side: SideOfBead, marks: Sequence[ForceMark], facing: SideOfBead
) -> Sequence[ForceMark]:
    verbs = side.language.verbs
    if verbs is None:
        return marks
    same = verbs.perceiving.intersection(facing.lemmas)
    return [
        mark
        for mark in marks
        if mark.force.family != "possibility"
        or mark.force.grade != _CAN
        or same.isdisjoint(side.lemmas[mark.at[-1] : mark.at[-1] + _VERB_WITHIN])
    ]


def _without_futures(marks: Sequence[ForceMark]) -> list[ForceMark]:
    return [
        mark
        for mark, after in zip_longest(marks, marks[1:])
        if after is None
        or mark.force.family != "future"
        or after.force.family not in _WITH_FUTURE
        or after.at[0] - mark.at[-1] > _BESIDE
    ]


def _are_of_a_report(
    contrast: Contrast, mine: Sequence[ForceMark], theirs: Sequence[ForceMark]
) -> bool:
    if len(mine) != 1 or len(theirs) != 1:
        return False
    grades = {mine[0].force.grade, theirs[0].force.grade}
    shoulds = [
        (side, mark)
        for side, mark in ((contrast.seed, mine[0]), (contrast.other, theirs[0]))
        if mark.force.grade == _SHOULD
    ]
    if grades == {_SHOULD, WILL} and any(_is_of_speaker(*should) for should in shoulds):
        return True
    return grades in _IN_REPORTS and any(_is_reported(*should) for should in shoulds)


def _are_of_one_promise(
    contrast: Contrast, mine: Sequence[ForceMark], theirs: Sequence[ForceMark]
) -> bool:
    """Return True if "promised to come" faces "promised that he would come"."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    one, two = (contrast.seed, mine[0]), (contrast.other, theirs[0])
    return any(
        mark.force.family == "intention"
        and would.force.grade in {WILL, _SHOULD}
        and side.lemmas[mark.at[0]] in facing.lemmas[max(0, would.at[0] - _CLAUSE) : would.at[0]]
        for (side, mark), (facing, would) in ((one, two), (two, one))
    )


def _is_of_speaker(side: SideOfBead, mark: ForceMark) -> bool:
    """Return True if the subject is before a word of force, and is the speaker: "I should"."""
    verbs = side.language.verbs
    return verbs is not None and not verbs.speakers.isdisjoint(
        side.keys[max(0, mark.at[0] - 1) : mark.at[0]]
    )


def _is_reported(side: SideOfBead, mark: ForceMark) -> bool:
    """Return True if a word of force follows "that"."""
    verbs, at = side.language.verbs, mark.at[0]
    return verbs is not None and not verbs.reporting.isdisjoint(
        side.keys[max(0, at - _CLAUSE) : at]
    )
