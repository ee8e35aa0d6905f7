"""Words of force and certainty that differ between both sides of a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.force_grammar import (
    SHALL,
    WAS_TO,
    WILL,
    are_of_speaker,
    without_grammar,
)
from variants.classify.sense.mood import (
    asks_on_one_side,
    is_real_on_one_side,
    orders_on_one_side,
)
from variants.classify.sense.side_verbs import read_verbs
from variants.classify.sense.word_hints import FORCE, hints_of
from variants.languages.force_marks import ForceMark
from variants.languages.verb_tables import Force


class ForceChange(NamedTuple):
    """Words of force that differ.

    Attributes:
        seed: The seed's; ``None`` if it has none.
        other: The other's.
    """

    seed: ForceMark | None
    other: ForceMark | None

    @property
    def families(self) -> frozenset[str]:
        """Families of both."""
        return frozenset(mark.force.family for mark in self if mark is not None)

    @property
    def gap(self) -> float:
        """Distance of the grades in one family; 0 for other families or one side alone."""
        if self.seed is None or self.other is None or len(self.families) > 1:
            return 0.0
        return abs(self.seed.force.grade - self.other.force.grade)


_GROUPS = (
    frozenset(
        "necessity possibility exemption likelihood future intention attempt".split()  # noqa: SIM905
    ),
    frozenset({"refusal"}),
    frozenset({"certainty"}),
    frozenset({"speech"}),
)
"""Families that are compared with each other."""
_RESTRICTION = frozenset({"restriction"})
"""Family of "merely", which faces no other."""
_ACROSS = frozenset({"speech"})
"""Families whose words can face one in another difference of the sentence."""
EQUAL = frozenset({"refusal", "future"})
"""Families of equal phrases: "refuses to come", "will not come"."""
_DUTY = 3.5
"""Least grade of the duties that equal "shall": "is bound to"."""
GAP, _WIDE_GAP = 0.5, 1.5
WIDE = frozenset({"speech", "refusal"})
"""Families with fine grades, of which only distant ones differ."""
_SHORT, _SHORT_CERTAIN, _SHORT_BE_TO, _SHORT_PAIR = 10, 16, 4, 6
"""Most words of a difference in which a word of force alone, or facing another sort, counts.

In longer ones the clause is recast, and its force may be expressed in other words.
"""
_SHORT_FAINT = 6
_FAINT = frozenset({Force("possibility", 1.6, alone=True), Force("necessity", 2.0, alone=True)})
"""Forces of "can" and "should", which often only make a clause: "that he should come"."""
_BE_TO = frozenset({3.6, WAS_TO})
"""Grades of "is to" and "was to", which often only make a subordinate clause."""


def force_changes(contrast: Contrast) -> list[ForceChange]:
    """Return the words of force in a difference that the other side of it lacks.

    Words that only grammar asks for are left out.
    """
    return contrast.compare(_force_changes)


def _force_changes(contrast: Contrast) -> list[ForceChange]:
    changes = _changes_between(*without_grammar(contrast, *_marks_in(contrast)))
    return [_with_partner(change, contrast) for change in changes]


def _with_partner(change: ForceChange, contrast: Contrast) -> ForceChange:
    """Return a change of one side with the word that it faces in another difference.

    In "he requested our doctor to stay" and "our doctor was commanded to stay", it is the only one
    of its family on either side that the other lacks.
    """
    seed, other = change
    families = change.families
    if (seed is None) == (other is None) or families.isdisjoint(_ACROSS):
        return change
    mine, theirs = (
        [mark for mark in side.read(read_verbs).marks if mark.force.family in families]
        for side in (contrast.seed, contrast.other)
    )
    common = Counter(m.force for m in mine) & Counter(m.force for m in theirs)
    mine, theirs = _without(mine, common), _without(theirs, common)
    if not len(mine) == len(theirs) == 1 or not (seed in mine or other in theirs):
        return change
    return ForceChange(mine[0], theirs[0])


def _all_force_changes(contrast: Contrast) -> list[ForceChange]:
    """Return also those that only grammar asks for."""
    return _changes_between(*_marks_in(contrast))


def _marks_in(contrast: Contrast) -> tuple[list[ForceMark], list[ForceMark]]:
    marks = contrast.seed.read(read_verbs).marks, contrast.other.read(read_verbs).marks
    return _within(marks[0], contrast.seed_rest), _within(marks[1], contrast.other_rest)


def _changes_between(mine: Sequence[ForceMark], theirs: Sequence[ForceMark]) -> list[ForceChange]:
    if not mine and not theirs:
        return []
    found: list[ForceChange] = []
    left: tuple[list[ForceMark], list[ForceMark]] = [], []
    mine, theirs = _without_duties(mine, theirs), _without_duties(theirs, mine)
    for group in (*_GROUPS, _RESTRICTION):
        one = [mark for mark in mine if mark.force.family in group]
        two = [mark for mark in theirs if mark.force.family in group]
        if not one and not two:
            continue
        equal = Counter(m.force for m in one) & Counter(m.force for m in two)
        one, two = _without(one, equal), _without(two, equal)
        both = min(len(one), len(two))
        found += map(ForceChange, one[:both], two[:both])
        apart = group is _RESTRICTION
        found += _alone(one[both:], two[both:]) if apart else ()
        left[0].extend(() if apart else one[both:])
        left[1].extend(() if apart else two[both:])
    if len(left[0]) == len(left[1]) == 1:
        return [*found, ForceChange(left[0][0], left[1][0])]
    return [*found, *_alone(*left)]


def _without_duties(marks: Sequence[ForceMark], facing: Sequence[ForceMark]) -> list[ForceMark]:
    """Leave out "shall" where the other side has a duty instead, and the reverse."""
    return [one for one in marks if not any(_is_duty(one, two) for two in facing)]


def _is_duty(one: ForceMark, two: ForceMark) -> bool:
    marks = {mark.force.family: mark.force.grade for mark in (one, two)}
    duty = marks.get("necessity", 0.0)
    future = marks.get("future")
    is_planned = future == WILL and duty in _BE_TO
    is_bound = max(duty, marks.get("intention", 0.0)) >= _DUTY  # "It undertakes to pay."
    return is_planned or (future == SHALL and (is_bound or duty == WAS_TO))


def _alone(seed: Sequence[ForceMark], other: Sequence[ForceMark]) -> list[ForceChange]:
    """Return words of force that face nothing."""
    mine = [ForceChange(mark, None) for mark in seed]
    return mine + [ForceChange(None, mark) for mark in other]


def _within(marks: Sequence[ForceMark], indices: Sequence[int]) -> list[ForceMark]:
    return [mark for mark in marks if any(n in indices for n in mark.at)]


def _without(marks: Sequence[ForceMark], equal: Counter[Force]) -> list[ForceMark]:
    left, kept = Counter(equal), []
    for mark in marks:
        if left[mark.force]:
            left[mark.force] -= 1
        else:
            kept.append(mark)
    return kept


def is_lost(mark: ForceMark, here: SideOfBead, there: SideOfBead) -> bool:
    """Return True if the other side of the bead has fewer words of this force."""
    counts = [
        sum(are_near(mark.force, one.force) for one in side.read(read_verbs).marks)
        for side in (here, there)
    ]
    return counts[0] > counts[1]


def are_near(one: Force, other: Force) -> bool:
    """Return True if two words have about the same force."""
    if one.family == other.family:
        return abs(one.grade - other.grade) <= GAP
    return _leaves_open(one) and _leaves_open(other)


def _leaves_open(force: Force) -> bool:
    """Return True if a word leaves something open, as "may" and "perhaps" do."""
    return force.grade == 1 and force.family in {"possibility", "certainty"}


def changes_force(contrast: Contrast) -> bool:
    """Return True if the force or certainty of a statement differs enough for the flag."""
    if hints_of(contrast) & FORCE and (
        any(_is_flagged(change, contrast) for change in contrast.compare(_all_force_changes))
        or is_real_on_one_side(contrast)
    ):
        return True
    return asks_on_one_side(contrast) or orders_on_one_side(contrast)


def _is_flagged(change: ForceChange, contrast: Contrast) -> bool:
    seed, other = change
    if seed is not None and other is not None:
        families = change.families
        if are_of_speaker(contrast, seed, other):
            return False
        if len(families) == 1:
            return change.gap > (_WIDE_GAP if families <= WIDE else GAP)
        if families == EQUAL or are_near(seed.force, other.force):
            return False
        if any(families <= group for group in _GROUPS):
            return is_lost(seed, contrast.seed, contrast.other) or is_lost(
                other, contrast.other, contrast.seed
            )
        if _size(contrast) <= _SHORT_PAIR and (seed.force.alone or other.force.alone):
            return True
    sides = (seed, contrast.seed, contrast.other), (other, contrast.other, contrast.seed)
    return any(
        mark is not None and _size(contrast) <= _most(mark.force) and is_lost(mark, here, there)
        for mark, here, there in sides
    )


def _size(contrast: Contrast) -> int:
    return len(contrast.seed_rest) + len(contrast.other_rest)


def _most(force: Force) -> int:
    """Return the words of a difference up to which a word of force alone is flagged."""
    if not force.alone:
        return 0
    if force.family == "certainty":
        return _SHORT_CERTAIN
    if force in _FAINT:
        return _SHORT_FAINT
    return _SHORT_BE_TO if force.grade in _BE_TO else _SHORT
