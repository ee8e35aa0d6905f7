"""What sort of difference two wordings make, as far as rules are sure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rapidfuzz.distance import Levenshtein

from variants.languages import (
    Language,
    fold,
    is_number,
    numbers_in,
    same_name,
    spelling_key,
    unify_typography,
)
from variants.types import Flag, Kind

_SMALL = 2  # "one", "first", "two": on one side only they say nothing of a number.
_NAME_ALIKE = 0.6  # Share of letters: "Khrushchov", but not "China" and "Chinese".
_NAME_LETTERS = 4
_NEVER_ALONE = frozenset({"ability", "future"})  # "could" for nothing: tense as often as modality.


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands in the whole bead: a word that only changed its place is not lost.

    Attributes:
        language: Of both sides.
        base: The base's words, as they stand.
        other: The other's.
        terms: Stems of the words whose rendering matters.
    """

    language: Language
    base: tuple[str, ...]
    other: tuple[str, ...]
    terms: frozenset[str] = frozenset()


def classify(
    base: Sequence[str], other: Sequence[str], scene: Scene
) -> tuple[Kind, frozenset[Flag]]:
    """The kind of a difference and what else it touches.

    Args:
        base: The base's words and marks as they stand; empty for an addition.
        other: The other's; empty for an omission.
        scene: The bead they stand in.
    """
    kind = kind_of(base, other, scene.language)
    if kind in {Kind.TYPOGRAPHY, Kind.PUNCTUATION, Kind.CASE, Kind.SPELLING, Kind.NUMERAL}:
        return kind, frozenset()
    return kind, _flags(base, other, scene, kind)


def kind_of(base: Sequence[str], other: Sequence[str], language: Language) -> Kind:
    """The kind alone, by rules in the order of ``Kind``; position adds moved and recast."""
    mine, theirs = _words(base), _words(other)
    if not mine and not theirs:
        alike = _unified(base) == _unified(other)
        return Kind.TYPOGRAPHY if alike else Kind.PUNCTUATION
    if not mine or not theirs:
        if _function_words_only([*mine, *theirs], language):
            return Kind.FUNCTION_WORD
        return Kind.OMITTED if mine else Kind.ADDED
    return (
        _kind_of_form(base, other, mine, theirs, language)
        or _kind_of_name(mine, theirs, language)
        or _kind_of_wording(mine, theirs, language)
    )


def _words(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if any(c.isalnum() for c in token)]


def _unified(tokens: Sequence[str]) -> str:
    return unify_typography(unicodedata.normalize("NFKC", " ".join(tokens)))


def _kind_of_form(
    base: Sequence[str],
    other: Sequence[str],
    mine: list[str],
    theirs: list[str],
    language: Language,
) -> Kind | None:
    """The accidental that alone parts the two: the first step that makes them equal."""
    if _unified(base) == _unified(other):
        return Kind.TYPOGRAPHY
    if _unified(mine) == _unified(theirs):
        return Kind.PUNCTUATION
    if _unified(mine).casefold() == _unified(theirs).casefold():
        return Kind.CASE
    if _letters(mine) == _letters(theirs) or _spelled(mine, language) == _spelled(theirs, language):
        return Kind.SPELLING
    if numbers_in(mine) and _without_numbers(mine) == _without_numbers(theirs):
        return Kind.NUMERAL if numbers_in(mine) == numbers_in(theirs) else None
    return None


def _letters(words: list[str]) -> str:
    return "".join(c for word in words for c in fold(word) if c.isalnum())


def _spelled(words: list[str], language: Language) -> list[str]:
    """Folded words with contractions written out, in one spelling."""
    written_out: list[str] = []
    for word in map(fold, words):
        for short, long in language.contractions.items():
            if word.endswith(short):
                written_out += (word[: -len(short)] + long).split()
                break
        else:
            written_out.append(word)
    return [spelling_key(word) for word in written_out] if language.tag == "en" else written_out


def _without_numbers(words: list[str]) -> list[str]:
    return [word for word in map(fold, words) if not is_number(word)]


def _kind_of_name(mine: list[str], theirs: list[str], language: Language) -> Kind | None:
    """Name form, where both sides are capitalised and forms of one name or spelled alike.

    What begins like the other ("Korea", "Koreans") is another word of one family.
    """
    words = (*mine, *theirs)
    if not all(word[0].isupper() for word in words) or any(
        fold(w) in language.months for w in words
    ):
        return None
    if same_name(" ".join(mine), " ".join(theirs)):
        return Kind.NAME_FORM
    one, two = _letters(mine), _letters(theirs)
    family = one.startswith(two) or two.startswith(one)
    if len(words) == 2 and min(len(one), len(two)) >= _NAME_LETTERS and not family:  # noqa: PLR2004 - one a side
        alike = Levenshtein.normalized_similarity(one, two)
        return Kind.NAME_FORM if alike >= _NAME_ALIKE else None
    return None


def _kind_of_wording(mine: list[str], theirs: list[str], language: Language) -> Kind:
    if _function_words_only([*mine, *theirs], language):
        return Kind.FUNCTION_WORD
    if [language.stem(fold(w)) for w in mine] == [language.stem(fold(w)) for w in theirs]:
        return Kind.INFLECTION
    return Kind.WORDING


def _function_words_only(words: list[str], language: Language) -> bool:
    return all(fold(word) in language.function_words for word in words)


def _flags(base: Sequence[str], other: Sequence[str], scene: Scene, kind: Kind) -> frozenset[Flag]:
    touched = {
        Flag.NUMBER: _touches_number(base, other, scene),
        Flag.DATE: _touches_date(base, other, scene.language),
        Flag.NEGATION: _touches_negation(base, other, scene),
        Flag.MODALITY: _touches_modality(base, other, scene),
        Flag.TERM: _touches_term(base, other, scene),
        Flag.NAME: kind is Kind.WORDING and _touches_name(base, other, scene),
    }
    return frozenset(flag for flag, yes in touched.items() if yes)


def _touches_number(base: Sequence[str], other: Sequence[str], scene: Scene) -> bool:
    """A value that one side names here and the other names nowhere in the bead."""
    mine, theirs = numbers_in(base), numbers_in(other)
    if mine == theirs:
        return False
    all_mine, all_theirs = numbers_in(scene.base), numbers_in(scene.other)
    changed = _changed(mine, theirs, all_mine, all_theirs)
    return bool(changed) if mine and theirs else any(value > _SMALL for value in changed)


def _changed(
    mine: Counter[Any], theirs: Counter[Any], all_mine: Counter[Any], all_theirs: Counter[Any]
) -> set[Any]:
    """What one side has more of here, and in the whole bead as well."""
    lost = (mine - theirs) & (all_mine - all_theirs)
    gained = (theirs - mine) & (all_theirs - all_mine)
    return {*lost, *gained}


def _touches_date(base: Sequence[str], other: Sequence[str], language: Language) -> bool:
    months = [
        {language.months[word] for word in map(fold, side) if word in language.months}
        for side in (base, other)
    ]
    return all(months) and months[0] != months[1]


def _touches_negation(base: Sequence[str], other: Sequence[str], scene: Scene) -> bool:
    """One side denies here, and the bead as a whole denies more or less often."""
    language = scene.language
    here = _negations(base, language) - _negations(other, language)
    if here == 0:
        return False
    return here * (_negations(scene.base, language) - _negations(scene.other, language)) > 0


def _negations(words: Sequence[str], language: Language) -> int:
    """How often a wording denies; "not fewer than" compares."""
    folded = [fold(word) for word in words]
    return sum(
        (word in language.negations or (language.tag == "en" and word.endswith("n't")))
        and after not in language.comparatives
        for word, after in zip(folded, [*folded, ""][1:], strict=True)
    )


def _touches_modality(base: Sequence[str], other: Sequence[str], scene: Scene) -> bool:
    """A class of modal words that one side has here and the other lacks in the bead."""
    language = scene.language
    mine, theirs = modal_classes(base, language), modal_classes(other, language)
    if mine == theirs:
        return False
    all_mine, all_theirs = modal_classes(scene.base, language), modal_classes(scene.other, language)
    changed = _changed(mine, theirs, all_mine, all_theirs)
    return bool(changed if mine and theirs else changed - _NEVER_ALONE)


def modal_classes(words: Sequence[str], language: Language) -> Counter[str]:
    """The classes of the modal words and phrases in a wording, as a multiset."""
    folded = [fold(word) for word in words]
    classes = Counter(language.modals[word] for word in folded if word in language.modals)
    phrases = language.modal_phrases
    classes.update(phrases[pair] for pair in pairwise(folded) if pair in phrases)
    return classes


def _touches_term(base: Sequence[str], other: Sequence[str], scene: Scene) -> bool:
    """A word of the list stands on one side here, and oftener on that side in the bead."""
    mine, theirs = _terms(base, scene), _terms(other, scene)
    if mine == theirs:
        return False
    all_mine, all_theirs = _terms(scene.base, scene), _terms(scene.other, scene)
    return bool(_changed(mine, theirs, all_mine, all_theirs))


def _terms(words: Sequence[str], scene: Scene) -> Counter[str]:
    stems = (scene.language.stem(fold(word)) for word in words)
    return Counter(stem for stem in stems if stem in scene.terms)


def _touches_name(base: Sequence[str], other: Sequence[str], scene: Scene) -> bool:
    """Both sides name somebody, and not the same one."""
    mine, theirs = (
        _names(base, scene.base, scene.language),
        _names(other, scene.other, scene.language),
    )
    return bool(mine and theirs) and not any(
        fold(one) == fold(two) or same_name(one, two) for one in mine for two in theirs
    )


def _names(words: Sequence[str], sentence: tuple[str, ...], language: Language) -> list[str]:
    """Capitalised words that do not begin the bead; none where capitals mean nothing."""
    if not any(word.islower() for word in sentence):
        return []
    first = next(iter(_words(sentence)), "")
    return [
        word
        for word in _words(words)
        if word[0].isupper()
        and word != first
        and fold(word) not in language.function_words
        and fold(word) not in language.months
    ]
