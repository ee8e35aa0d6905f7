"""Kind of the difference between two wordings, by rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from variants.classify.bead_context import BeadContext
from variants.classify.equal_values import have_equal_values
from variants.classify.sense.contrast import Contrast
from variants.classify.sense.name_signs import are_forms, names_of
from variants.languages import (
    Language,
    fold,
    language_of,
    same_name,
    unify_typography,
)
from variants.languages.folding import fold_to_two_letters
from variants.languages.look_alikes import look_alike_key
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.languages.written_out import has_written_out_initials, same_words
from variants.types.variant import Kind

_NAME_SIMILARITY = 0.8  # Accepts "Khrushchov", but not "Austria" and "Australia".
_NAME_LETTERS = 6
_WORTH_A_WORD = frozenset("%‰°№§&")  # Marks read as words; currency signs are words too.
_PERHAPS_A_NAME = (Kind.FUNCTION_WORD, Kind.INFLECTION, Kind.WORDING)
_SAME_LETTERS = frozenset({Kind.TYPOGRAPHY, Kind.PUNCTUATION, Kind.CASE})
_MOST_CACHED = 6  # Words of a difference that is remembered; longer ones rarely occur again.


def kind_of(contrast: Contrast, context: BeadContext) -> Kind:
    """Return the kind, by rules in the order of ``Kind``; moved and recast are found elsewhere.

    Args:
        contrast: The difference.
        context: The bead that it is in.
    """
    known = context.kinds.get(contrast)
    if known is None:
        known = context.kinds[contrast] = _kind_of_contrast(contrast, context)
    return known


def _kind_of_contrast(contrast: Contrast, context: BeadContext) -> Kind:
    seed, other = tuple(contrast.seed_words), tuple(contrast.other_words)
    rule = _cached_kind if len(seed) + len(other) <= _MOST_CACHED else _kind_of_words
    kind = rule(seed, other, context.language.tag)
    if kind not in _SAME_LETTERS and have_equal_values(contrast):
        return Kind.NUMERAL
    if kind in _PERHAPS_A_NAME:
        if _has_number_sign(contrast):
            return Kind.SPELLING
        mine, theirs = words_of(seed), words_of(other)
        return (
            _kind_of_name(mine, theirs, context)
            or _kind_of_initials(mine, theirs, context.language.tag)
            or kind
        )
    return kind


def _has_number_sign(contrast: Contrast) -> bool:
    """Return True if "No." before a number faces "number"."""
    table = contrast.seed.language.polarity
    if table is None or not len(contrast.seed_at) == len(contrast.other_at) == 1:
        return False
    sides = (contrast.seed, contrast.seed_at[0]), (contrast.other, contrast.other_at[0])
    return any(
        table.number_signs.get(side.keys[n]) == facing.keys[m]
        and not "".join(side.words[n + 1 : n + 2])[:1].isalpha()
        for (side, n), (facing, m) in (sides, sides[::-1])
    )


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
    return [token for token in tokens if token.isalnum() or any(map(_is_word_character, token))]


def _is_word_character(character: str) -> bool:
    return (
        character.isalnum() or character in _WORTH_A_WORD or unicodedata.category(character) == "Sc"
    )


def _unified(tokens: Sequence[str]) -> str:
    """Join tokens in one typography: "..." equals "…", and letters that look the same are equal."""
    text = unify_typography(" ".join(tokens)).replace("- -", "-").replace("--", "-")
    text = text.replace(". . .", "...")
    if text.isascii():
        return text
    text = look_alike_key(text)
    # Compatibility forms unify ligatures, but would make 102 of 10².
    return text if text.isascii() or _has_figures(tokens) else unicodedata.normalize("NFKC", text)


def _has_figures(tokens: Sequence[str]) -> bool:
    return any(map(str.isnumeric, "".join(tokens)))


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
    one, two = _unified(mine), _unified(theirs)
    if one == two:
        return Kind.PUNCTUATION
    if one.casefold() == two.casefold():
        return Kind.CASE
    if _has_figures([*mine, *theirs]):
        return None
    return Kind.SPELLING if _same_but_for_spelling(mine, theirs, language) else None


def _same_but_for_spelling(mine: list[str], theirs: list[str], language: Language) -> bool:
    """Return True if both sides are the same words in different spellings.

    Compounds may be written as one word or several ("cease-fire"), but not with function
    words: "may be" is not "maybe", nor is "U.S." "us".
    """
    if same_words(mine, theirs, language.tag):
        return True
    if not _have_same_letters(mine, theirs):
        return False
    changed = set(map(fold, mine)) ^ set(map(fold, theirs))
    return not changed & language.function_words


def _have_same_letters(mine: list[str], theirs: list[str]) -> bool:
    """Return True if both sides have the same letters, or one has two letters for one."""
    one, two = _letters(mine), _letters(theirs)
    return (
        one == two
        or _letters(mine, fold_to_two_letters) == two
        or one == _letters(theirs, fold_to_two_letters)
    )


def _letters(words: list[str], folding: Callable[[str], str] = fold) -> str:
    text = "".join(map(folding, words))
    return text if text.isalnum() else "".join(filter(_is_word_character, text))


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
    if len(mine) != len(theirs):
        return None
    names = [{side.words[n] for n in side.read(names_of)} for side in context.sides]
    pairs = [pair for pair in zip(mine, theirs, strict=True) if fold(pair[0]) != fold(pair[1])]
    alike = all(
        one in names[0] and other in names[1] and _are_forms(one, other, context)
        for one, other in pairs
    )
    return Kind.NAME_FORM if pairs and alike else None


def _kind_of_initials(mine: list[str], theirs: list[str], tag: str) -> Kind | None:
    """Return NAME_FORM if a side has the initials of a name, SPELLING for those of other words."""
    if not has_written_out_initials(mine, theirs, tag):
        return None
    small = language_of(tag).function_words
    words = (word for word in (*mine, *theirs) if fold(word) not in small)
    return Kind.NAME_FORM if all(word[0].isupper() for word in words) else Kind.SPELLING


def _are_forms(one: str, other: str, context: BeadContext) -> bool:
    """Return True if two names are forms of one; one that begins with the other is derived."""
    mine, theirs = _letters([one]), _letters([other])
    if mine.startswith(theirs) or theirs.startswith(mine):
        return False
    if mine.isascii() and theirs.isascii():
        return are_forms(one, other, context.language.tag)
    similar = Levenshtein.normalized_similarity(mine, theirs) >= _NAME_SIMILARITY
    return similar and mine[:1] == theirs[:1] and min(len(mine), len(theirs)) >= _NAME_LETTERS


def _kind_of_wording(mine: list[str], theirs: list[str], language: Language) -> Kind:
    if _function_words_only([*mine, *theirs], language):
        return Kind.FUNCTION_WORD
    stems = [[language.stem(fold(word)) for word in side] for side in (mine, theirs)]
    if stems[0] == stems[1] and not _has_figures(mine):
        return Kind.INFLECTION
    return Kind.WORDING


def _function_words_only(words: list[str], language: Language) -> bool:
    return all(fold(word) in language.function_words for word in words)
