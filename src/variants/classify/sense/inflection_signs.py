"""Signs in inflections and in graded words: number of nouns, superlatives, strength."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import denials_of, is_denied, is_first_time
from variants.classify.sense.side_small_words import read_small_words
from variants.classify.sense.signs import Sign
from variants.classify.sense.word_hints import ACTORS
from variants.languages.kin import Kin, kin_of
from variants.languages.known import language_of
from variants.languages.small_word_marks import SmallMark
from variants.languages.small_word_tables import SmallWords
from variants.types.sense import SenseSort

OF_PERSONS = "noun.number of persons"
"""Sign of a noun for persons in another number."""
_VERB_ENDINGS = ("ed", "ing")
_VERB_WITHIN = 3
"""Words after a noun in which its verb is denied."""
_QUANTITY = "quantity"
_SEVERAL, _ONE = 2.2, 1.3
"""Least grade of "every" and "many a", and the grade of "one of"."""
_OF_WITHIN = 3
"""Words before a noun in which its "of" is."""
_NOUN_AFTER = 2
"""Most words between such a word and its noun."""
_MANY = "many"
"""End of the values of "our" and "their"."""


def find_inflection_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs in words that differ in number, degree or strength only."""
    yield from _strength_signs(contrast)
    if not (contrast.seed_at and contrast.other_at):
        return  # Each compares a word of one side with one of the other.
    yield from _comparison_signs(contrast)
    yield from _number_signs(contrast)


def _comparison_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for a superlative against a comparative: "wisest", "wiser"; "best", "better"."""
    words = contrast.seed.language.small
    if words is None:
        return
    endings = _endings_of_degree(contrast.seed.language.tag)
    graded = [m for m in contrast.other_rest if contrast.other.facts[m].key.endswith(endings)]
    for n in contrast.seed_rest if graded else ():
        for m in graded:
            one, two = contrast.seed.facts[n].key, contrast.other.facts[m].key
            if any(_is_superlative_of(*pair, words) for pair in ((one, two), (two, one))):
                shown = contrast.seed.words[n], contrast.other.words[m]
                yield Sign("comparison.gap", 1.0, SenseSort.DEGREE, *shown)


@cache
def _endings_of_degree(tag: str) -> tuple[str, ...]:
    """Return the endings of superlatives and comparatives, and the irregular ones."""
    words = language_of(tag).small
    if words is None:
        return ()
    regular = *words.superlative_endings, *words.comparative_endings
    return *regular, *words.superlatives, *words.superlatives.values()


def _is_superlative_of(first: str, second: str, words: SmallWords) -> bool:
    return words.superlatives.get(first) == second or any(
        first.removesuffix(high) == second.removesuffix(low)
        for high in words.superlative_endings
        for low in words.comparative_endings
        if first.endswith(high) and second.endswith(low)
    )


def _strength_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for words of one meaning in other strengths: "dislike", "abhor".

    One of them may be in another difference, if both are the only words of the meaning.
    """
    seed, other = contrast.seed.read(_strengths_of), contrast.other.read(_strengths_of)
    for meaning in sorted(seed.keys() & other.keys()):
        mine, theirs = seed[meaning], other[meaning]
        here = [n for n in mine if n in contrast.seed_content]
        there = [m for m in theirs if m in contrast.other_content]
        if len(mine) == len(theirs) == 1 and (here or there):
            here, there = [*mine], [*theirs]
        for n in here if there else ():
            m = there[-1]
            if mine[n] != theirs[m]:
                shown = contrast.seed.words[n], contrast.other.words[m]
                yield Sign("degree.strength", abs(mine[n] - theirs[m]), SenseSort.DEGREE, *shown)


def _strengths_of(side: SideOfBead) -> dict[int, dict[int, float]]:
    """Return the grades of the words of each meaning, by the indices of the words."""
    strengths = side.language.strengths
    grades: dict[int, dict[int, float]] = {}
    for n in sorted(side.content) if strengths else ():
        fact = side.facts[n]
        found = strengths.get(fact.key) or strengths.get(fact.lemma)
        if found is not None:
            grades.setdefault(found[0], {})[n] = found[1]
    return grades


def _number_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for each noun in another number, heavier for persons: "general", "generals"."""
    kin = kin_of(contrast.seed.language.tag)
    if kin is None:
        return
    seed, other = contrast.seed, contrast.other
    theirs = {fact.lemma: m for m in contrast.other_at if (fact := other.facts[m]).is_content}
    for n in contrast.seed_at:
        fact = seed.facts[n]
        m = theirs.get(fact.lemma) if fact.is_content else None
        if m is None or not _are_singular_and_plural(fact.lemma, fact.key, other.facts[m].key, kin):
            continue
        if _are_denied(seed, n, other, m) or _are_denied(other, m, seed, n):
            continue  # "no friends", "no friend".
        if _is_any_of_several(seed, n) or _is_any_of_several(other, m):
            continue  # "the villages", "every village"; "one of the villages", "a village".
        if _is_of_one(seed, n) or _is_of_one(other, m):
            continue  # "the youngest of the kings", "the youngest king".
        if is_first_time(seed, other) or is_first_time(other, seed):
            continue  # "the first of the kings", "no king before".
        if _is_before_noun(seed, n, kin) or _is_before_noun(other, m, kin):
            continue  # "the law of the Saracens", "the Saracen law".
        if _have_owners_in_their_number(seed, n, other, m):
            continue  # "his master", "their masters".
        shown = seed.words[n], other.words[m]
        person = kin.topic(fact.lemma) in ACTORS
        yield Sign(OF_PERSONS if person else "noun.number", 1.0, SenseSort.HOW_MANY, *shown)


def _are_denied(side: SideOfBead, n: int, facing: SideOfBead, m: int) -> bool:
    """Return True if a noun is denied on both sides, or the verb after it: "friends did not"."""
    return is_denied(side, n) and (
        is_denied(facing, m)
        or any(0 < one.start - m <= _VERB_WITHIN for one in facing.read(denials_of))
    )


def _is_any_of_several(side: SideOfBead, n: int) -> bool:
    """Return True if a noun follows "every", "many a" or the like, or a plural "one of".

    A determiner or an adjective may be between them.
    """
    is_singular = side.lemmas[n] == side.keys[n]
    return any(
        mark.meaning.aspect == _QUANTITY
        and n - _NOUN_AFTER <= mark.at.stop <= n
        and (mark.meaning.grade >= _SEVERAL if is_singular else mark.meaning.grade == _ONE)
        for mark in side.read(read_small_words)
    )


def _is_of_one(side: SideOfBead, n: int) -> bool:
    """Return True if a plural follows "the last of", "the third of", "the youngest of"."""
    words, ordinals = side.language.small, side.language.value_words.ordinals
    joints = side.language.value_words.of
    if words is None or side.lemmas[n] == side.keys[n]:
        return False
    before = range(max(1, n - _OF_WITHIN), n)
    chosen = {side.keys[m - 1] for m in before if side.keys[m] in joints}
    return any(
        key in ordinals or key in words.superlatives or key.endswith(words.superlative_endings)
        for key in chosen
    )


def _is_before_noun(side: SideOfBead, n: int, kin: Kin) -> bool:
    """Return True if a noun in the singular may be a modifier of the next noun."""
    following = n + 1
    return (
        side.lemmas[n] == side.keys[n]
        and following in side.content
        and kin.parts_of_speech(side.keys[following])[:1] == "n"
    )


def _have_owners_in_their_number(seed: SideOfBead, n: int, other: SideOfBead, m: int) -> bool:
    """Return True if two nouns follow owners that have the number of their noun."""
    owners = [
        {mark.meaning.value for mark in _owners_before(side, at)}
        for side, at in ((seed, n), (other, m))
    ]
    singular = [side.lemmas[at] == side.keys[at] for side, at in ((seed, n), (other, m))]
    return all(
        found and all(value.endswith(_MANY) != is_single for value in found)
        for found, is_single in zip(owners, singular, strict=True)
    )


def _owners_before(side: SideOfBead, at: int) -> list[SmallMark]:
    marks = side.read(read_small_words)
    return [mark for mark in marks if mark.meaning.aspect == "owner" and mark.at.stop == at]


def changes_number_of_persons(contrast: Contrast) -> bool:
    """Return True if nothing but the number of persons differs: "a boy", "boys"."""
    if contrast.seed_content or contrast.other_content:
        return False
    return any(
        sign.name == OF_PERSONS and sign.seed.islower() and sign.other.islower()
        for sign in _number_signs(contrast)
    )


def _are_singular_and_plural(lemma: str, one: str, other: str, kin: Kin) -> bool:
    """Return True if one key is a noun in its dictionary form and the other its plural."""
    if (
        one == other
        or lemma not in {one, other}
        or kin.parts_of_speech(lemma).lstrip("ar")[:1] != "n"
    ):
        return False
    plural = other if one == lemma else one
    return "-" not in plural and not plural.endswith(_VERB_ENDINGS)
