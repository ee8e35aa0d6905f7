"""Hints of words: the comparisons for which a difference with a word has to be read."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from variants.classify.sense.contrast import Contrast, word_facts
from variants.classify.sense.side_small_words import small_word_reader
from variants.classify.sense.side_verbs import readers_of
from variants.languages.folding import fold
from variants.languages.kin import kin_of
from variants.languages.known import language_of
from variants.languages.verb_groups import QUESTION
from variants.languages.word_cache import WORD_CACHE_SIZE

QUANTITY: Final = 1
"""The word is part of a quantifier, or the plural of a noun for persons."""
DENIAL: Final = 2
"""A difference with it may turn the polarity of a statement."""
FORCE: Final = 4
"""A phrase of force can begin with it."""
MOOD: Final = 8
"""A difference with it may be one of mood: it is a subject, "?" or a modal."""
VERB: Final = 16
"""It may be part of a verb group."""
CAPITAL: Final = 32
"""It begins with a capital."""
WEAK: Final = 64
"""It may deny in part, as "hardly" does."""
ACTORS: Final = frozenset({"person", "group"})
"""Topics of nouns that name actors."""


def hints_of(contrast: Contrast) -> int:
    """Return the hints of all words and marks of a difference."""
    return contrast.compare(_hints_of)


def _hints_of(contrast: Contrast) -> int:
    tag, found = contrast.seed.language.tag, 0
    for word in contrast.seed_words:
        found |= word_hints(word, tag)
    for word in contrast.other_words:
        found |= word_hints(word, tag)
    return found


@lru_cache(maxsize=WORD_CACHE_SIZE)
def word_hints(word: str, tag: str) -> int:
    """Return the hints of a word, added up."""
    small = small_word_reader(tag)
    is_quantity = small is not None and small.hints(fold(word), "quantity")
    return (
        QUANTITY * (is_quantity or _is_plural_of_persons(fold(word), tag))
        + DENIAL * hints_polarity(word, tag)
        + CAPITAL * word[:1].isupper()
        + WEAK * _denies_in_part(word, tag)
        + _verb_hints(word, tag)
    )


def _denies_in_part(word: str, tag: str) -> bool:
    table, facts = language_of(tag).polarity, word_facts(word, tag)
    return table is not None and not table.weak_words.isdisjoint((facts.key, facts.lemma))


def _is_plural_of_persons(key: str, tag: str) -> bool:
    lemma, kin = language_of(tag).lemma(key), kin_of(tag)
    return kin is not None and lemma != key and kin.topic(lemma) in ACTORS


def _verb_hints(word: str, tag: str) -> int:
    readers = readers_of(tag)
    if readers is None:
        return 0
    verbs, force = readers
    atoms = verbs.atoms([word]).words
    tables = verbs.words.subjects, verbs.words.auxiliaries
    is_mood = word == QUESTION or any(atom.key in table for atom in atoms for table in tables)
    return (
        FORCE * any(force.begins(atom.key, atom.lemma) for atom in atoms)
        + MOOD * is_mood
        + VERB * any(map(verbs.may_be_verb, atoms))
    )


def hints_polarity(word: str, tag: str) -> bool:
    """Return True if a difference with this word may turn the polarity of a statement."""
    language = language_of(tag)
    table = language.polarity
    if table is None:
        return False
    key = language.fold(word)
    if key in table.phrase_words or key in table.beside:
        return True
    if table.denies(key) or table.base_of(key):
        return True
    lemma = language.lemma(key)
    if key in table.verb_forms or key in table.separable_verbs:
        return True
    return any(lemma in words for words in (table.verbs, table.verbs_before, table.ending))
