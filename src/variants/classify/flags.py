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
from variants.classify.sense.inflection_signs import (
    changes_number_of_persons,
    hints_number_of_persons,
)
from variants.classify.sense.mood import asks_on_one_side
from variants.classify.sense.name_signs import (
    changed_names,
    faces_other_kind,
    faces_pronoun,
    is_another_name,
)
from variants.classify.sense.polarity_signs import hints_polarity, turns_polarity
from variants.classify.sense.quantity_changes import (
    changes_quantity,
    counts_on_one_side,
    exclude_each_other,
    multiplies_on_one_side,
)
from variants.classify.sense.side_verbs import QUESTION, hints_force, hints_mood
from variants.classify.sense.small_word_signs import hints_quantity
from variants.classify.sense.value_signs import may_change_values
from variants.languages import Language, fold, language_of
from variants.languages.word_cache import WORD_CACHE_SIZE
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
    tag = context.language.tag
    words = (*contrast.seed_words, *contrast.other_words)
    hints = _NO_FLAGS.union(*(_hints_of(word, tag) for word in words))
    if context.config.terms:
        hints |= {Flag.TERM}
    if may_change_values(contrast) and name_values(contrast):
        hints |= {Flag.NUMBER, Flag.QUANTITY, Flag.DATE}
    if not hints:
        return hints  # The common case: nothing needs to be counted.
    return frozenset(flag for flag in hints if FLAGS[flag].applies(contrast, context))


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _hints_of(word: str, tag: str) -> frozenset[Flag]:
    """Return the flags that a difference with this word may have, except by the edition's terms."""
    language, folded = language_of(tag), fold(word)
    return frozenset(flag for flag, rule in FLAGS.items() if rule.hints(word, folded, language))


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
    stems = (context.language.stem(fold(word)) for word in words)
    return Counter(stem for stem in stems if stem in context.config.terms)


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


def _hints_quantity(_word: str, folded: str, language: Language) -> bool:
    tag = language.tag
    return hints_quantity(folded, tag) or hints_number_of_persons(folded, tag)


def _hints_value(_word: str, _folded: str, _language: Language) -> bool:
    return False  # Values hint in the whole bead, because "over" touches a number beside it.


def _hints_negation(word: str, _folded: str, language: Language) -> bool:
    return hints_polarity(word, language.tag)


def _hints_modality(word: str, _folded: str, language: Language) -> bool:
    return hints_force(word, language.tag) or hints_mood(word, language.tag)


def _hints_name(word: str, _folded: str, _language: Language) -> bool:
    return word[0].isupper()


def _hints_term(_word: str, _folded: str, _language: Language) -> bool:
    return False  # Terms are those of the edition, not of the language.


@dataclass(frozen=True, slots=True)
class FlagRule:
    """Rule for one flag.

    Attributes:
        hints: Returns True if a difference with this word, given also in folded form, may have the
            flag. It is called once per word, so that most differences need no further test.
        applies: Returns True if a difference in its context has the flag.
    """

    hints: Callable[[str, str, Language], bool]
    applies: Callable[[Contrast, BeadContext], bool]


def _by_words(
    applies: Callable[[Sequence[str], Sequence[str], BeadContext], bool],
) -> Callable[[Contrast, BeadContext], bool]:
    """Return a rule about a difference from one about its words."""
    return lambda contrast, context: applies(contrast.seed_words, contrast.other_words, context)


FLAGS = {
    Flag.NUMBER: FlagRule(_hints_value, _touches_number),
    Flag.QUANTITY: FlagRule(_hints_quantity, _touches_quantity),
    Flag.DATE: FlagRule(_hints_value, _touches_date),
    Flag.NEGATION: FlagRule(_hints_negation, _touches_negation),
    Flag.MODALITY: FlagRule(_hints_modality, _touches_modality),
    Flag.TERM: FlagRule(_hints_term, _by_words(_touches_term)),
    Flag.NAME: FlagRule(_hints_name, _touches_name),
}
"""Rule of every flag."""
