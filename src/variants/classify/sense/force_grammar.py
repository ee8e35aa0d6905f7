"""Words of force that grammar asks for: "that they should pay", "shall be allowed to"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.side_verbs import readers_of
from variants.languages.force_marks import ForceMark
from variants.languages.verb_tables import VerbWords

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
_MAY = 1.0
"""Grade of "may"."""
_IN_PURPOSES = frozenset({("possibility", _MAY), ("possibility", _CAN), ("necessity", _SHOULD)})
"""Families and grades of words that a clause of purpose or concession asks for."""
_UNRANKED = frozenset({"speech", "certainty", "restriction"})
"""Families of words that do not face those of what may or must be done."""
_DUTIES = frozenset({"necessity", "future"})
"""Families of words for an order: "you must", "you shall"."""
_IN_REPORTS = ({_SHOULD, WILL}, {_SHOULD, SHALL}, {_SHOULD, WAS_TO})
"""Pairs of grades that are equal in a report."""
_CLAUSE = 6
"""Most words between "that" and its verb."""
_LONG_CLAUSE = 12
"""Most words between such a word after an order, a proposal or "so" and its verb."""
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
    "promised to pay" faces "promised that he would pay", or "let him pay" faces "he must pay".
    A word that faces none is left out if it is "can" before a verb of perception or knowledge that
    the other side has without it ("they could see", "they saw"), "should" after an order or a
    proposal ("they agreed that he should pay"), "may" in a clause of purpose or concession ("so
    that he may", "whoever he may be"), or "you must" or "let" where the other side has an order.
    """
    if (
        _are_of_a_report(contrast, mine, theirs)
        or _are_of_one_promise(contrast, mine, theirs)
        or _are_of_one_order(contrast, mine, theirs)
    ):
        return (), ()
    mine, theirs = _without_futures(mine), _without_futures(theirs)
    if not _has_ranked(theirs):
        mine = _without_clause_words(contrast.seed, mine, contrast.other, contrast.other_range)
    elif not _has_ranked(mine):
        theirs = _without_clause_words(contrast.other, theirs, contrast.seed, contrast.seed_range)
    return mine, theirs


def _has_ranked(marks: Sequence[ForceMark]) -> bool:
    """Return True if a word of force can face "may" or "should"."""
    return any(mark.force.family not in _UNRANKED for mark in marks)


def _without_clause_words(
    side: SideOfBead, marks: Sequence[ForceMark], facing: SideOfBead, facing_range: range
) -> Sequence[ForceMark]:
    verbs = side.language.verbs
    if verbs is None:
        return marks
    same = verbs.perceiving.intersection(facing.lemmas)
    return [
        mark
        for mark in marks
        if not (
            _is_of_perception(side, mark, same)
            or _is_of_order(side, mark, verbs)
            or _is_of_purpose(side, mark, verbs)
            or (_is_an_order(side, mark, verbs) and _has_order(facing, facing_range))
        )
    ]


def _is_of_perception(side: SideOfBead, mark: ForceMark, same: frozenset[str]) -> bool:
    if mark.force.family != "possibility" or mark.force.grade != _CAN:
        return False
    return not same.isdisjoint(side.lemmas[mark.at[-1] : mark.at[-1] + _VERB_WITHIN])


def _is_of_order(side: SideOfBead, mark: ForceMark, verbs: VerbWords) -> bool:
    """Return True if "should" is in a clause with "that" after an order or a proposal."""
    if mark.force.grade != _SHOULD or mark.force.family != "necessity":
        return False
    that = _clause_before(side, mark, verbs.reporting)
    before = side.lemmas[max(0, that - _CLAUSE) : that] if that is not None else ()
    return not verbs.ordering.isdisjoint(before)


def _is_of_purpose(side: SideOfBead, mark: ForceMark, verbs: VerbWords) -> bool:
    """Return True if "may" or "should" is in a clause of purpose, concession or condition."""
    if (mark.force.family, mark.force.grade) not in _IN_PURPOSES:
        return False
    if _clause_before(side, mark, verbs.concessive) is not None:
        return True
    if mark.force.grade == _SHOULD and _clause_before(side, mark, verbs.conditional) is not None:
        return True  # "If he should come".
    that = _clause_before(side, mark, verbs.reporting)
    if not that:
        return False
    is_after_mark = mark.force.grade == _MAY and not side.facts[that - 1].is_word
    return is_after_mark or side.keys[that - 1] in verbs.purposes


def _clause_before(side: SideOfBead, mark: ForceMark, words: frozenset[str]) -> int | None:
    """Return the index of the last of some words shortly before a word of force."""
    at = mark.at[0]
    before = range(at, max(-1, at - _LONG_CLAUSE), -1)
    return next((n for n in before if side.keys[n] in words), None)


def _is_an_order(side: SideOfBead, mark: ForceMark, verbs: VerbWords) -> bool:
    """Return True if a word orders: "you must", or "let" at the beginning of a clause."""
    at = mark.at[0]
    if side.keys[at] in verbs.exhorting and _begins_clause(side, at, verbs):
        return True
    before = side.keys[max(0, at - 1) : at]
    return mark.force.family in _DUTIES and not verbs.addressed.isdisjoint(before)


def _has_order(side: SideOfBead, here: range) -> bool:
    """Return True if a verb in its dictionary form begins a clause in a difference."""
    readers = readers_of(side.language.tag)
    if readers is None:
        return False
    verbs = readers[0].words
    return any(
        _begins_clause(side, n, verbs)
        and side.keys[n] == side.lemmas[n]
        and (readers[0].is_verb(side.keys[n]) or side.keys[n] in verbs.auxiliaries)
        for n in here
    )


def _begins_clause(side: SideOfBead, at: int, verbs: VerbWords) -> bool:
    return at == 0 or not side.facts[at - 1].is_word or side.keys[at - 1] in verbs.openers


def _are_of_one_order(
    contrast: Contrast, mine: Sequence[ForceMark], theirs: Sequence[ForceMark]
) -> bool:
    """Return True if "let him pay" faces "he must pay" or "he shall pay"."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    verbs = contrast.seed.language.verbs
    one, two = (contrast.seed, mine[0]), (contrast.other, theirs[0])
    return verbs is not None and any(
        side.keys[mark.at[0]] in verbs.exhorting
        and _begins_clause(side, mark.at[0], verbs)
        and facing.force.family in _DUTIES
        for (side, mark), (_, facing) in ((one, two), (two, one))
    )


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
    if are_of_speaker(contrast, mine[0], theirs[0]):
        return True
    grades = {mine[0].force.grade, theirs[0].force.grade}
    shoulds = _shoulds(contrast, mine[0], theirs[0])
    return grades in _IN_REPORTS and any(_is_reported(*should) for should in shoulds)


def are_of_speaker(contrast: Contrast, mine: ForceMark, theirs: ForceMark) -> bool:
    """Return True if "I should" faces "I would"."""
    shoulds = _shoulds(contrast, mine, theirs)
    return {mine.force.grade, theirs.force.grade} == {_SHOULD, WILL} and any(
        _is_of_speaker(*should) for should in shoulds
    )


def _shoulds(
    contrast: Contrast, mine: ForceMark, theirs: ForceMark
) -> list[tuple[SideOfBead, ForceMark]]:
    pair = (contrast.seed, mine), (contrast.other, theirs)
    return [(side, mark) for side, mark in pair if mark.force.grade == _SHOULD]


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
