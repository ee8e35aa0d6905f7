"""What a difference touches besides the words: a number, a negation, a modality."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from variants.classify.bead_context import BeadContext
from variants.classify.kinds import kind_of, names_in
from variants.languages import Language, fold, is_number, language_of, numbers_in, same_name
from variants.types.variant import Flag, Kind

_SMALL = 2  # "one", "first", "two": on one side only they say nothing of a number.
_NEVER_ALONE = frozenset({"ability", "future"})  # "could" for nothing: tense as often as modality.
_FAMILY = 4  # Letters at the beginning that words of one family share: "Korea", "Korean".
_ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NOTE = re.compile(r"\W*(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})\W*")
"""The sign of a note, which only one side has: its figure counts notes, nothing in the text."""
FORM = frozenset({Kind.TYPOGRAPHY, Kind.PUNCTUATION, Kind.CASE, Kind.SPELLING, Kind.NUMERAL})
"""Kinds that touch the form alone, so that no flag is looked for."""


def classify(
    seed: Sequence[str], other: Sequence[str], context: BeadContext
) -> tuple[Kind, frozenset[Flag]]:
    """The kind of a difference and what else it touches.

    A flag is raised only where the whole bead bears it out: a number, a negation or a modal
    word that stands elsewhere on the other side is not lost.

    Args:
        seed: The seed's words and marks as they stand; empty for an addition.
        other: The other's; empty for an omission.
        context: The bead they stand in.
    """
    kind = kind_of(seed, other, context)
    return kind, frozenset() if kind in FORM else flags_of(seed, other, context)


def flags_of(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> frozenset[Flag]:
    """What a difference touches, its kind aside."""
    tag = context.language.tag
    hints = frozenset[Flag]().union(*(_hints_of(word, tag) for word in (*seed, *other)))
    if context.config.terms:
        hints |= {Flag.TERM}
    if not hints:
        return hints  # As most differences: nothing needs to be counted.
    return frozenset(flag for flag in hints if _TESTS[flag](seed, other, context))


@lru_cache(maxsize=200_000)
def _hints_of(word: str, tag: str) -> frozenset[Flag]:
    """The flags, terms aside, that a difference may have for this word's sake."""
    language, folded = language_of(tag), fold(word)
    figures = any(c.isnumeric() for c in word)
    in_phrases = any(folded in phrase for phrase in language.modal_phrases)
    hints = {
        Flag.NUMBER: figures or is_number(folded) or _ROMAN.fullmatch(word) is not None,
        Flag.DATE: folded in language.dates,
        Flag.NEGATION: language.negates(folded),
        Flag.MODALITY: folded in language.modals or in_phrases,
        Flag.NAME: word[0].isupper(),
    }
    return frozenset(flag for flag, hinted in hints.items() if hinted)


def _touches_number(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """A value that one side names here and the other names nowhere in the bead."""
    mine, theirs = _values(seed, context), _values(other, context)
    if mine == theirs:
        return False
    # Number words are known of English only: of other languages both sides must have figures.
    if not (mine and theirs) and not context.language.number_words:
        return False
    all_mine, all_theirs = context.whole(_values)
    if not (mine and theirs) and _NOTE.fullmatch("".join((*seed, *other))):
        return False
    changed = {
        *(value for value in mine - theirs if _lost(value, all_mine, all_theirs)),
        *(value for value in theirs - mine if _lost(value, all_theirs, all_mine)),
    }
    return bool(changed) if mine and theirs else any(value > _SMALL for value in changed)


def _lost(value: float, here: Counter[float], there: Counter[float]) -> bool:
    """Whether the other side of the bead lacks a value.

    What is no number of its bead by itself is part of one: the 5 of "5 million".
    """
    return here[value] > there[value] if value in here else here != there


def _values(words: Sequence[str], _context: BeadContext) -> Counter[float]:
    """Numbers by value, Roman ones of two letters and more included."""
    roman = (_roman(word) for word in words if len(word) > 1 and _ROMAN.fullmatch(word))
    return numbers_in(words) + Counter(roman)


def _roman(word: str) -> float:
    digits = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in word]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return float(sum(-here if here < after else here for here, after in pairs))


def _touches_date(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """Both sides name months or days, and not the same ones."""
    mine, theirs = _dates(seed, context), _dates(other, context)
    return bool(mine and theirs) and mine != theirs


def _dates(words: Sequence[str], context: BeadContext) -> set[str]:
    """The months and days named; "may" and "march" only with a capital that is not the first."""
    dates = context.language.dates
    return {
        dates[fold(word)]
        for word in words
        if fold(word) in dates and word[0].isupper() and not _opens(word, context)
    }


def _opens(word: str, context: BeadContext) -> bool:
    """Whether a word that is a verb as well begins the bead, where every word has a capital."""
    homograph = fold(word) in context.language.date_homographs
    return homograph and word in (*context.seed[:1], *context.other[:1])


def _touches_negation(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """One side denies here, and the bead as a whole denies more or less often."""
    here = _negations(seed, context) - _negations(other, context)
    if here == 0:
        return False
    all_mine, all_theirs = context.whole(_negations)
    return here * (all_mine - all_theirs) > 0


def _negations(words: Sequence[str], context: BeadContext) -> int:
    """How often a wording denies; "not fewer than" compares, "No. 302" counts."""
    folded = [*map(fold, words), "", ""]
    return sum(
        _denies(folded[n], folded[n + 1], folded[n + 2], context.language)
        for n in range(len(words))
    )


def _denies(word: str, after: str, next_but_one: str, language: Language) -> bool:
    if word in language.number_signs and (after == "." or is_number(after)):
        return False
    compared = next_but_one in language.comparison_words or is_number(next_but_one)
    if after in language.comparatives and compared:
        return False
    return language.negates(word)


def _touches_modality(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """A class of modal words that one side has here and the other lacks in the bead."""
    language = context.language
    mine, theirs = modal_classes(seed, context), modal_classes(other, context)
    if mine == theirs:
        return False
    all_mine, all_theirs = context.whole(modal_classes)
    changed = _changed(mine, theirs, all_mine, all_theirs)
    if any(fold(word) in language.restrictive for word in (*seed, *other)):
        changed.discard("restriction")
    return bool(changed if mine and theirs else changed - _NEVER_ALONE)


def modal_classes(words: Sequence[str], context: BeadContext) -> Counter[str]:
    """The classes of the modal words and phrases in a wording, as a multiset."""
    language = context.language
    folded = [fold(word) for word in words]
    classes: Counter[str] = Counter()
    for before, word, surface, after in zip(
        ["", *folded], folded, words, [*folded[1:], ""], strict=False
    ):
        if (word, after) in language.modal_phrases:
            classes[language.modal_phrases[word, after]] += 1
        elif word in language.modals and not _is_noun(before, word, surface, language):
            classes[language.modals[word]] += 1
    return classes


def _is_noun(before: str, word: str, surface: str, language: Language) -> bool:
    """Whether what looks like a modal is a noun ("the needs") or a month ("in May")."""
    if word in language.modal_nouns and before in language.determiners:
        return True
    return word in language.dates and surface[0].isupper() and before != ""


def _touches_term(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """A word of the list stands on one side here, and oftener on that side in the bead."""
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
    """What one side has more of here, and in the whole bead as well."""
    lost = (mine - theirs) & (all_mine - all_theirs)
    gained = (theirs - mine) & (all_theirs - all_mine)
    return {*lost, *gained}


def _touches_name(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> bool:
    """Both sides name somebody, and not the same one in any form."""
    seed, other = context.config.without_one_name(seed, other)
    of_seed, of_other = context.whole(names_in)
    mine = [word for word in seed if word in of_seed]
    theirs = [word for word in other if word in of_other]
    lost = [one for one in mine if not any(_one_name(one, other) for other in theirs)]
    gained = [one for one in theirs if not any(_one_name(one, other) for other in mine)]
    return bool(lost and gained)


def _one_name(one: str, other: str) -> bool:
    """Whether two names are forms of one, of one family, or one the other's abbreviation."""
    if same_name(one, other):
        return True
    one, other = sorted((fold(one), fold(other)), key=len)
    return other.startswith(one) or one[:_FAMILY] == other[:_FAMILY]


_TESTS = {
    Flag.NUMBER: _touches_number,
    Flag.DATE: _touches_date,
    Flag.NEGATION: _touches_negation,
    Flag.MODALITY: _touches_modality,
    Flag.TERM: _touches_term,
    Flag.NAME: _touches_name,
}
