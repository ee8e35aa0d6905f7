"""Signs in verb groups: tense, aspect, voice, and the force and certainty of a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.force_changes import (
    EQUAL,
    GAP,
    WIDE,
    ForceChange,
    are_near,
    force_changes,
    is_lost,
)
from variants.classify.sense.mood import (
    asks_on_one_side,
    is_real_on_one_side,
    orders_on_one_side,
)
from variants.classify.sense.side_verbs import facing_groups
from variants.classify.sense.signs import Sign
from variants.classify.sense.word_hints import FORCE, MOOD, VERB, hints_of
from variants.languages.force_marks import ForceMark
from variants.languages.verb_groups import VerbGroup
from variants.types.sense import SenseSort

_MEANT = frozenset({"intention", "attempt"})
"""Families about an act that is not done yet."""
_AHEAD = frozenset({"necessity", "future"})
"""Families about an act that, before "to", is not done yet: "is to", "ought to", "going to"."""
_CERTAIN = frozenset({"certainty", "likelihood"})
"""Families about whether a statement is true; the others are about what people may or must do."""
_LIKELY, _SURE = 2.0, 3.0
"""Highest grade of what is not certain, and least grade of what is."""
_OPEN = frozenset({"possibility", "certainty"})
"""Families with words that leave the same open."""


def find_verb_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs in the verb groups that a difference touches.

    Names begin with ``modal.`` for force and certainty and with ``verb.`` for tense, aspect, voice,
    and what a sentence is used for: to ask, to order, to state.
    """
    hints = hints_of(contrast)
    if hints & FORCE:
        yield from _force_signs(contrast)
    if hints & MOOD:
        yield from _mood_signs(contrast)
    if hints & VERB:
        yield from _tense_signs(contrast)


def _force_signs(contrast: Contrast) -> Iterator[Sign]:
    for change in force_changes(contrast):
        seed, other = change
        words = (
            contrast.seed.text(seed.at) if seed else "",
            contrast.other.text(other.at) if other else "",
        )
        lost = [
            seed is not None and is_lost(seed, contrast.seed, contrast.other),
            other is not None and is_lost(other, contrast.other, contrast.seed),
        ]
        sort = SenseSort.CERTAINTY if change.families <= _CERTAIN else SenseSort.FORCE
        if seed is not None and other is not None:
            yield from _pair_signs(change, sort, words)
        elif any(lost):
            alone = any(mark.force.alone for mark in change if mark is not None)
            yield Sign("modal.one" if alone else "modal.one faint", 1.0, sort, *words)
            if alone and change.families == {"certainty"} and _leaves_open(change):
                yield Sign("modal.doubt", 1.0, sort, *words)
        if any(lost) and _is_done(contrast, change):
            yield Sign("verb.to come", 1.0, SenseSort.TIME, *words)
        if any(lost) and change.families != EQUAL:
            for family in sorted(change.families):
                yield Sign(f"modal.{family}")


def _is_done(contrast: Contrast, change: ForceChange) -> bool:
    """Return True if the act that one side only means or is to do is done on the other."""
    if (change.seed is None) == (change.other is None):
        return False
    mine, theirs = facing_groups(contrast)
    side, mark, facing = (
        (contrast.seed, change.seed, theirs)
        if change.other is None
        else (contrast.other, change.other, mine)
    )
    if mark is None or not (change.families <= _MEANT or _is_before_an_act(side, mark)):
        return False
    start = mark.at[-1] + 1
    start += side.lemmas[start : start + 1] == (_have(side),)  # "Was to have sailed".
    after = side.lemmas[start : start + 1]
    return any(group.main in after and not group.modal and _is_over([group]) for group in facing)


def _is_before_an_act(side: SideOfBead, mark: ForceMark) -> bool:
    """Return True if an act is not done yet: "was to", "going to", but not "had to"."""
    verbs = side.language.verbs
    if verbs is None or mark.force.family not in _AHEAD:
        return False
    return side.keys[mark.at[-1]] == verbs.infinitive and side.lemmas[mark.at[0]] != verbs.have


def _have(side: SideOfBead) -> str:
    verbs = side.language.verbs
    return verbs.have if verbs is not None else ""


def _pair_signs(change: ForceChange, sort: SenseSort, words: tuple[str, str]) -> Iterator[Sign]:
    """Yield the signs of two words of force that face each other."""
    if len(change.families) == 1:
        wide = change.families <= WIDE
        if change.gap:
            name = "modal.speech gap" if wide else "modal.gap"
            yield Sign(name, change.gap, sort if change.gap > GAP else None, *words)
        if change.families == {"certainty"} and _is_doubted(change):
            yield Sign("modal.doubted", 1.0, sort, *words)
    elif change.families != EQUAL and not _are_equal(change):
        yield Sign("modal.other", 1.0, sort, *words)
        if change.families == {"necessity", "possibility"}:
            yield Sign("modal.against", 1.0, sort, *words)


def _leaves_open(change: ForceChange) -> bool:
    """Return True if only one side leaves open whether a statement is true: "perhaps"."""
    return any(mark.force.grade <= _LIKELY for mark in change if mark is not None)


def _is_doubted(change: ForceChange) -> bool:
    """Return True if one side states as certain what the other leaves open."""
    low, high = sorted(mark.force.grade for mark in change if mark is not None)
    return low <= _LIKELY and high >= _SURE


def _are_equal(change: ForceChange) -> bool:
    """Return True if both words leave the same open: "it may rain", "perhaps it will rain"."""
    seed, other = change
    if seed is None or other is None or change.families != _OPEN:
        return False
    return are_near(seed.force, other.force)


def _mood_signs(contrast: Contrast) -> Iterator[Sign]:
    for name, differs, sort in (
        ("verb.asks", asks_on_one_side, SenseSort.FORCE),
        ("verb.orders", orders_on_one_side, SenseSort.FORCE),
        ("verb.unreal", is_real_on_one_side, SenseSort.CERTAINTY),
    ):
        if differs(contrast):
            mine, theirs = contrast.seed_rest, contrast.other_rest
            yield Sign(name, 1.0, sort, contrast.seed.text(mine), contrast.other.text(theirs))


def _tense_signs(contrast: Contrast) -> Iterator[Sign]:
    mine, theirs = facing_groups(contrast)
    if not (mine and theirs):
        return
    words = _text(contrast.seed, mine), _text(contrast.other, theirs)
    tenses = [{group.tense for group in side} - {""} for side in (mine, theirs)]
    if tenses[0] and tenses[1] and tenses[0].isdisjoint(tenses[1]):
        name = "verb.past" if "future" not in tenses[0] | tenses[1] else "verb.future"
        yield Sign(name, 1.0, SenseSort.TIME, *words)
        if any(map(_is_to_come, (mine, theirs))) and any(map(_is_over, (mine, theirs))):
            yield Sign("verb.to come", 1.0, SenseSort.TIME, *words)
    finished = [any(g.perfect and not g.progressive for g in side) for side in (mine, theirs)]
    under_way = [any(g.progressive and not g.perfect for g in side) for side in (mine, theirs)]
    if finished[0] != finished[1] and under_way == finished[::-1]:
        yield Sign("verb.under way", 1.0, SenseSort.TIME, *words)
    for name, sort in _ASPECTS.items():
        one, two = (any(getattr(group, name) for group in side) for side in (mine, theirs))
        if one != two:
            yield Sign(f"verb.{name}", 1.0, sort, *words)


def _is_to_come(groups: Sequence[VerbGroup]) -> bool:
    """Return True if a side is about what will happen, not what will have happened."""
    return all(group.tense == "future" and not group.perfect for group in groups)


def _is_over(groups: Sequence[VerbGroup]) -> bool:
    """Return True if a side is about what happened: "came", "has come"."""
    return all(group.tense == "past" or (group.perfect and group.tense) for group in groups)


_ASPECTS = {"perfect": SenseSort.TIME, "progressive": SenseSort.TIME, "passive": None}
"""Facts of a verb group beside its tense, and the sort of sense that they touch."""


def _text(side: SideOfBead, groups: Sequence[VerbGroup]) -> str:
    return side.text(n for group in groups for n in group.at)
