"""Kind of the difference between two wordings, by rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from variants.classify.bead_context import BeadContext
from variants.languages import (
    Language,
    fold,
    in_figures,
    is_number,
    language_of,
    numbers_in,
    ordinals_in,
    same_name,
    unify_typography,
)
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.variant import Kind

_NAME_SIMILARITY = 0.8  # Accepts "Khrushchov", but not "Austria" and "Australia".
_NAME_LETTERS = 6
_WORTH_A_WORD = frozenset("%‰°№§")  # Marks read as words; currency signs are words too.
_PERHAPS_A_NAME = (Kind.FUNCTION_WORD, Kind.INFLECTION, Kind.WORDING)
_DAYS = 31
_MOST_CACHED = 6  # Words of a difference that is remembered; longer ones rarely occur again.


def kind_of(seed: Sequence[str], other: Sequence[str], context: BeadContext) -> Kind:
    """Return the kind, by rules in the order of ``Kind``; moved and recast are found elsewhere.

    Args:
        seed: Words and marks of the seed, unchanged; empty for an addition.
        other: Words and marks of the witness; empty for an omission.
        context: The bead that both are in.
    """
    rule = _cached_kind if len(seed) + len(other) <= _MOST_CACHED else _kind_of_words
    kind = rule(tuple(seed), tuple(other), context.language.tag)
    if kind is Kind.WORDING and _are_one_day(words_of(seed), words_of(other), context):
        return Kind.NUMERAL
    if kind in _PERHAPS_A_NAME:
        return _kind_of_name(words_of(seed), words_of(other), context) or kind
    return kind


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _cached_kind(seed: tuple[str, ...], other: tuple[str, ...], tag: str) -> Kind:
    return _kind_of_words(seed, other, tag)


def _kind_of_words(seed: tuple[str, ...], other: tuple[str, ...], tag: str) -> Kind:
    """Return the kind that follows from the words alone; names also depend on their context."""
    language = language_of(tag)
    mine, theirs = words_of(seed), words_of(other)
    if not mine and not theirs:
        return Kind.TYPOGRAPHY if _unified(seed) == _unified(other) else Kind.PUNCTUATION
    if not mine or not theirs:
        if _function_words_only([*mine, *theirs], language):
            return Kind.FUNCTION_WORD
        return Kind.OMITTED if mine else Kind.ADDED
    return _kind_of_form(seed, other, mine, theirs, language) or _kind_of_wording(
        mine, theirs, language
    )


def words_of(tokens: Sequence[str]) -> list[str]:
    """Return the tokens without punctuation; currency and unit signs count as words."""
    return [token for token in tokens if any(_is_word_character(c) for c in token)]


def names_in(sentence: Sequence[str], context: BeadContext) -> frozenset[str]:
    """Return the words of a sentence that their capitals mark as names.

    A capital counts only inside a sentence, and not in text all in capitals or in a language
    such as German, where every noun has one.
    """
    language = context.language
    if not language.capitals_mark_names or not any(word.islower() for word in sentence):
        return frozenset()
    return frozenset(
        word
        for before, word in zip(["", *sentence], sentence, strict=False)
        if word[0].isupper()
        and (before.isalnum() or before in {",", "-", "'", "’"})
        and fold(word) not in language.function_words
        and fold(word) not in language.dates
    )


def _is_word_character(character: str) -> bool:
    return (
        character.isalnum() or character in _WORTH_A_WORD or unicodedata.category(character) == "Sc"
    )


def _unified(tokens: Sequence[str]) -> str:
    """Join tokens in one typography: "..." equals "…", and "--" equals "–"."""
    text = unify_typography(" ".join(tokens)).replace("- -", "-").replace("--", "-")
    text = text.replace(". . .", "...")
    # Compatibility forms unify ligatures, but would make 102 of 10².
    return text if _has_figures(tokens) else unicodedata.normalize("NFKC", text)


def _has_figures(tokens: Sequence[str]) -> bool:
    return any(c.isnumeric() for token in tokens for c in token)


def _kind_of_form(
    seed: Sequence[str],
    other: Sequence[str],
    mine: list[str],
    theirs: list[str],
    language: Language,
) -> Kind | None:
    """Return the kind of form by the first normalisation that makes both sides equal."""
    if _unified(seed) == _unified(other):
        return Kind.TYPOGRAPHY
    if _unified(mine) == _unified(theirs):
        return Kind.PUNCTUATION
    if _unified(mine).casefold() == _unified(theirs).casefold():
        return Kind.CASE
    if _has_figures([*mine, *theirs]) or numbers_in(mine):
        return _kind_of_numbers(mine, theirs, language)
    return Kind.SPELLING if _same_but_for_spelling(mine, theirs, language) else None


def _kind_of_numbers(mine: list[str], theirs: list[str], language: Language) -> Kind | None:
    """Return NUMERAL if both sides have equal values and equal other words."""
    same_words = _without_numbers(mine, language) == _without_numbers(theirs, language)
    same_values = numbers_in(mine) == numbers_in(theirs)
    same_sort = ordinals_in(mine) == ordinals_in(theirs)
    return Kind.NUMERAL if same_words and same_values and same_sort else None


def _are_one_day(mine: list[str], theirs: list[str], context: BeadContext) -> bool:
    """Return True if both sides name one day of a month: "November 7", "the 7th of November".

    In other contexts an ordinal differs from a number: the third army, three armies.
    """
    days = [_day(side, context.language) for side in (mine, theirs)]
    if not (days[0] and days[1] and numbers_in([days[0]]) == numbers_in([days[1]])):
        return False
    sides = (context.seed, context.other)
    return all(_beside_a_month(day, side, context) for day, side in zip(days, sides, strict=True))


def _day(words: list[str], language: Language) -> str:
    """Return the only number beside the words of a date, if it can be a day; else ""."""
    rest = [word for word in words if fold(word) not in language.date_words]
    values = numbers_in(rest)
    return rest[0] if len(rest) == 1 and values.total() == 1 and max(values) <= _DAYS else ""


def _beside_a_month(day: str, side: Sequence[str], context: BeadContext) -> bool:
    """Return True if a month precedes ("Nov. 7") or follows a day ("7th of November")."""
    dates = context.language.dates
    return any(
        dates.get(fold(near), "").startswith("month") and near[0].isupper()
        for n, word in enumerate(side)
        if word == day
        for near in (*_words_before(n, side), *side[n + 1 : n + 3])
    )


def _words_before(n: int, side: Sequence[str]) -> Sequence[str]:
    """Return the preceding word, skipping the full stop of an abbreviation."""
    return [word for word in side[max(0, n - 2) : n] if word != "."][-1:]


def _without_numbers(words: list[str], language: Language) -> list[str]:
    folded = map(fold, in_figures(words))
    return [w for w in folded if not is_number(w) and w not in language.number_fillers]


def _same_but_for_spelling(mine: list[str], theirs: list[str], language: Language) -> bool:
    """Return True if both sides are the same words in different spellings.

    Compounds may be written as one word or several ("cease-fire"), but not with function
    words: "may be" is not "maybe", nor is "U.S." "us".
    """
    if _written_out(mine, language) == _written_out(theirs, language):
        return True
    if _letters(mine) != _letters(theirs):
        return False
    changed = set(map(fold, mine)) ^ set(map(fold, theirs))
    return not changed & language.function_words


def _letters(words: list[str]) -> str:
    return "".join(c for word in words for c in fold(word) if _is_word_character(c))


def _written_out(words: list[str], language: Language) -> list[str]:
    """Return folded words in one spelling, with contractions expanded."""
    written_out: list[str] = []
    for word in map(fold, words):
        for short, long in language.contractions.items():
            if word.endswith(short):
                written_out += (word[: -len(short)] + long).split()
                break
        else:
            written_out.append(word)
    return [language.spelling(word) for word in written_out]


def _kind_of_name(mine: list[str], theirs: list[str], context: BeadContext) -> Kind | None:
    """Return NAME_FORM if both sides are capitalised forms of one name, or similar names.

    A word that begins with the other ("Korea", "Koreans") is a derived word, and the first
    word of a sentence is not marked as a name by its capital. Forms that the edition lists
    need no capitals.
    """
    words = (*mine, *theirs)
    if context.config.one_name(mine, theirs):
        return Kind.NAME_FORM
    if not all(word[0].isupper() for word in words):
        return None
    if same_name(" ".join(mine), " ".join(theirs)):
        return Kind.NAME_FORM
    seed, other = context.whole(names_in)
    if not (len(mine) == len(theirs) == 1 and mine[0] in seed and theirs[0] in other):
        return None
    one, two = _letters(mine), _letters(theirs)
    if one[:1] != two[:1] or one.startswith(two) or two.startswith(one):
        return None
    similar = Levenshtein.normalized_similarity(one, two) >= _NAME_SIMILARITY
    return Kind.NAME_FORM if similar and min(len(one), len(two)) >= _NAME_LETTERS else None


def _kind_of_wording(mine: list[str], theirs: list[str], language: Language) -> Kind:
    if _function_words_only([*mine, *theirs], language):
        return Kind.FUNCTION_WORD
    stems = [[language.stem(fold(word)) for word in side] for side in (mine, theirs)]
    if stems[0] == stems[1] and not _has_figures(mine):
        return Kind.INFLECTION
    return Kind.WORDING


def _function_words_only(words: list[str], language: Language) -> bool:
    return all(fold(word) in language.function_words for word in words)
