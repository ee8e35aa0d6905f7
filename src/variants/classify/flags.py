"""Flags of a difference: numbers, quantities, dates, negations, modality, names and terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from variants.classify.bead_context import BeadContext
from variants.classify.equal_values import changed_values, name_values
from variants.classify.kinds import kind_of
from variants.classify.sense.contrast import Contrast
from variants.classify.sense.force_changes import changes_force
from variants.classify.sense.inflection_signs import changes_number_of_persons
from variants.classify.sense.mood import asks_on_one_side
from variants.classify.sense.name_signs import (
    changed_names,
    faces_other_kind,
    faces_pronoun,
    is_another_name,
)
from variants.classify.sense.polarity_signs import turns_polarity
from variants.classify.sense.quantity_changes import (
    changes_quantity,
    counts_on_one_side,
    exclude_each_other,
    multiplies_on_one_side,
)
from variants.classify.sense.value_signs import may_change_values
from variants.classify.sense.word_hints import (
    CAPITAL,
    DENIAL,
    FORCE,
    MOOD,
    QUANTITY,
    hints_of,
)
from variants.languages import fold
from variants.languages.verb_groups import QUESTION
from variants.types.sense import SenseSort
from variants.types.variant import FORM_KINDS, Flag, Kind

_NO_FLAGS: frozenset[Flag] = frozenset()
_MODALITY = frozenset({Flag.MODALITY})


def classify(contrast: Contrast, context: BeadContext) -> tuple[Kind, frozenset[Flag]]:
    """Return the kind and the flags of a difference.

    A flag is set only if the whole bead confirms it: a number, negation or modal word that
    occurs elsewhere on the other side is not lost.

    Args:
        contrast: The difference.
        context: The bead that it is in.
    """
    kind = kind_of(contrast, context)
    if kind in FORM_KINDS:
        return kind, _NO_FLAGS if kind is not Kind.PUNCTUATION else _flag_of_marks(contrast)
    return kind, flags_of(contrast, context)


def _flag_of_marks(contrast: Contrast) -> frozenset[Flag]:
    """Return the flag of a question that became a statement, by its mark."""
    marks = {*contrast.seed_words, *contrast.other_words}
    return _MODALITY if QUESTION in marks and asks_on_one_side(contrast) else _NO_FLAGS


def flags_of(contrast: Contrast, context: BeadContext) -> frozenset[Flag]:
    """Return the flags of a difference."""
    may_have = [*_flags_hinted_at(hints_of(contrast))]
    if context.config.terms:
        may_have.append(Flag.TERM)
    if may_change_values(contrast) and name_values(contrast):
        may_have += [Flag.NUMBER, Flag.QUANTITY, Flag.DATE]
    if not may_have:
        return _NO_FLAGS  # The common case: nothing needs to be counted.
    return frozenset(flag for flag in set(may_have) if FLAGS[flag].applies(contrast, context))


@lru_cache(maxsize=256)
def _flags_hinted_at(hints: int) -> tuple[Flag, ...]:
    """Return the flags that a difference may have by the hints of its words."""
    return tuple(flag for flag, rule in FLAGS.items() if hints & rule.hints)


def _touches_number(contrast: Contrast, _context: BeadContext) -> bool:
    """Return True if a number, unit or hour differs, or is a bound in the opposite direction.

    A number may also face a quantifier ("one of them", "some of them"), or be of each of several
    on one side ("two books each").
    """
    if counts_on_one_side(contrast) or multiplies_on_one_side(contrast):
        return True
    sorts = {sign.sort for sign in changed_values(contrast)}
    return bool(sorts - {SenseSort.DATE, SenseSort.HOW_MANY}) or (
        SenseSort.HOW_MANY in sorts and exclude_each_other(contrast)
    )


def _touches_quantity(contrast: Contrast, _context: BeadContext) -> bool:
    """Return True if a quantifier, the number of persons or the limit of one number differs."""
    if changes_quantity(contrast) or changes_number_of_persons(contrast):
        return True
    return not exclude_each_other(contrast) and any(
        sign.sort is SenseSort.HOW_MANY for sign in changed_values(contrast)
    )


def _touches_date(contrast: Contrast, _context: BeadContext) -> bool:
    """Return True if a date differs, or the bound of a date."""
    return any(sign.sort is SenseSort.DATE for sign in changed_values(contrast))


def _touches_negation(contrast: Contrast, _context: BeadContext) -> bool:
    """Return True if one side denies here something that the other side affirms."""
    return turns_polarity(contrast)


def _touches_modality(contrast: Contrast, _context: BeadContext) -> bool:
    """Return True if the force or certainty of the statement differs."""
    return changes_force(contrast)


def _touches_term(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """Return True if one side has a listed term more often, both here and in the whole bead."""
    mine, theirs = _terms(seed, context), _terms(other, context)
    if mine == theirs:
        return False
    all_mine, all_theirs = context.whole(_terms)
    return bool(_changed(mine, theirs, all_mine, all_theirs))


def _terms(words: Sequence[str], context: BeadContext) -> Counter[str]:
    lemmas = (context.language.lemma(fold(word)) for word in words)
    return Counter(lemma for lemma in lemmas if lemma in context.config.terms)


def _changed(
    mine: Counter[Any], theirs: Counter[Any], all_mine: Counter[Any], all_theirs: Counter[Any]
) -> set[Any]:
    """Return the items that one side has more of, both here and in the whole bead."""
    lost = (mine - theirs) & (all_mine - all_theirs)
    gained = (theirs - mine) & (all_theirs - all_mine)
    return {*lost, *gained}


def _touches_name(contrast: Contrast, context: BeadContext) -> bool:
    """Return True if a name faces another, a pronoun, a noun for the person, or its people."""
    words = contrast.seed_words, contrast.other_words
    left = {word for side in context.config.without_one_name(*words) for word in side}
    changed = changed_names(contrast, lambda word: word not in left)
    return (
        is_another_name(contrast, changed)
        or faces_pronoun(contrast, changed)
        or faces_other_kind(contrast, changed)
    )


@dataclass(frozen=True, slots=True)
class FlagRule:
    """Rule for one flag.

    Attributes:
        hints: Hints of the words with which a difference may have the flag, so that most
            differences need no further test.
        applies: Returns True if a difference in its context has the flag.
    """

    hints: int
    applies: Callable[[Contrast, BeadContext], bool]


def _by_words(
    applies: Callable[[Sequence[str], Sequence[str], BeadContext], bool],
) -> Callable[[Contrast, BeadContext], bool]:
    """Return a rule about a difference from one about its words."""
    return lambda contrast, context: applies(contrast.seed_words, contrast.other_words, context)


FLAGS = {
    Flag.NUMBER: FlagRule(0, _touches_number),
    Flag.QUANTITY: FlagRule(QUANTITY, _touches_quantity),
    Flag.DATE: FlagRule(0, _touches_date),
    Flag.NEGATION: FlagRule(DENIAL, _touches_negation),
    Flag.MODALITY: FlagRule(FORCE | MOOD, _touches_modality),
    Flag.TERM: FlagRule(0, _by_words(_touches_term)),
    Flag.NAME: FlagRule(CAPITAL, _touches_name),
}
"""Rule of every flag; values hint in the whole bead, because "over" touches a number beside it."""
