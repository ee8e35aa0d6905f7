"""Kin of words: synonyms, near words and antonyms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.languages.word_index import PARTS_OF_SPEECH, WordIndex

EQUAL: Final = 1.0  # One word, or synonyms.
DERIVED: Final = 0.85  # "refuse" and "refusal".
SIMILAR: Final = 0.75  # Adjectives and groups of verbs that the index calls similar.
ONE_STEP: Final = 0.7  # A word and the next wider one.
TWO_STEPS: Final = 0.5
SIBLINGS: Final = 0.45  # Two words under one wider word.
COUSINS: Final = 0.25
FAR: Final = 0.0
OPPOSED: Final = -1.0

_ALIKE: Final = 0.75  # Likeness of letters from which words are forms of one word.
_FAINTLY_ALIKE: Final = 0.45
_UNKNOWN_ALIKE: Final = 0.3  # Nearness of an unknown word to a faintly similar one.
_NEAR_OPPOSED: Final = -0.2  # Nearness of antonyms: a pair, but never a near one.

TOPICS: Final = (
    *("", "", "", "", "act", "animal", "artifact", "attribute", "body", "cognition"),
    *("communication", "event", "feeling", "food", "group", "place", "motive", "object", "person"),
    *("phenomenon", "plant", "possession", "process", "quantity", "relation", "shape", "state"),
    *("substance", "time", "body", "change", "cognition", "communication", "competition"),
    *("consumption", "contact", "creation", "emotion", "motion", "perception", "possession"),
    *("social", "stative", "weather", ""),
)
"""Names of the lexicographers' files of WordNet by their numbers: 4 to 28 nouns, then verbs."""


class WordEntry(NamedTuple):
    """The facts of the index about a word.

    Attributes:
        number: Its number.
        parts: Letters of its parts of speech, most common first.
        topics: Its topic as a noun and as a verb; "" for none.
        senses: Its meanings.
        wider: The next wider meanings of these.
        widest: The next wider meanings of ``wider``.
        similar: The meanings similar to its own.
        around: All of these meanings.
        opposed: The numbers of its antonyms that are not smaller than its own.
        derived: The numbers of words derived from it or with it, likewise.
    """

    number: int
    parts: str
    topics: tuple[str, str]
    senses: frozenset[int]
    wider: frozenset[int]
    widest: frozenset[int]
    similar: frozenset[int]
    around: frozenset[int]
    opposed: tuple[int, ...]
    derived: tuple[int, ...]


class Kin:
    """Relations of the words of one language; words are folded, in any of their forms."""

    parts_of_speech: Callable[[str], str]
    """Function that returns "n", "v", "a", "r" for noun, verb, adjective, adverb, most common
    first.

    The result is "" for unknown words.
    """

    def __init__(self, index: WordIndex, language: Language) -> None:
        self._index, self._language = index, language
        self.parts_of_speech = lru_cache(maxsize=WORD_CACHE_SIZE)(self._read_parts)
        self._entry = lru_cache(maxsize=WORD_CACHE_SIZE)(self._read_entry)
        self._entries = lru_cache(maxsize=WORD_CACHE_SIZE)(self._read_entries)
        self._relation = lru_cache(maxsize=WORD_CACHE_SIZE)(self._relate_forms)

    def known(self, word: str) -> bool:
        """Return True if the index has a word, or the word that it is a form of."""
        return bool(self._entries(word))

    def _read_parts(self, word: str) -> str:
        entry = self._entry(self._language.lemma(word)) or self._entry(word)
        return entry.parts if entry else ""

    def topic(self, word: str, *, verb: bool = False) -> str:
        """Return the topic of a word's first meaning as a noun, or as a verb; "" for none."""
        for form in (word, self._language.lemma(word)):
            entry = self._entry(form)
            if entry is not None and entry.topics[verb]:
                return entry.topics[verb]
        return ""

    def relation(self, one: str, other: str) -> float | None:
        """Return the nearness of two words in their nearest meanings.

        1 for synonyms, down to 0 for words without a relation, -1 for antonyms; ``None`` if a word
        is unknown.
        """
        if one == other:
            return EQUAL
        return self._relation(one, other) if one <= other else self._relation(other, one)

    def _relate_forms(self, one: str, other: str) -> float | None:
        """Return the nearest relation of two words and their bases, or that they are opposed."""
        mine, theirs = self._entries(one), self._entries(other)
        found = [_relate(one_form, other_form) for one_form in mine for other_form in theirs]
        if not found:
            return None
        if min(found) < 0 or self._bases_opposed(one, other):
            return OPPOSED
        return max(found)

    def _read_entries(self, word: str) -> list[WordEntry]:
        """Return the entries of a word and of the word that it is an inflection of."""
        lemma = self._language.lemma(word)
        forms = (word,) if lemma == word else (word, lemma)
        return [entry for form in forms if (entry := self._entry(form)) is not None]

    def _bases_opposed(self, one: str, other: str) -> bool:
        """Return True if only the bases are antonyms, as of "later" and "earlier"."""
        if one[-2:] != other[-2:]:
            return False
        bases = self._language.possible_bases
        pairs = product(bases(one), bases(other))
        entries = ((self._entry(mine), self._entry(theirs)) for mine, theirs in pairs)
        return any(
            mine is not None and theirs is not None and _are_opposed(mine, theirs)
            for mine, theirs in entries
        )

    def _read_entry(self, word: str) -> WordEntry | None:
        index = self._index
        number = index.number_of(word)
        if number is None:
            return None
        weights, (noun, verb) = index.weights_of(number), index.topics_of(number)
        places = sorted(range(len(weights)), key=lambda n: -weights[n])
        parts = "".join(PARTS_OF_SPEECH[n] for n in places if weights[n])
        senses = index.senses_of(number)
        wider = index.up_from(senses)
        meanings = (senses, wider, index.up_from(wider), index.similar_to(senses))
        topics = (TOPICS[noun], TOPICS[verb])
        around = frozenset[int]().union(*meanings)
        pairs = index.opposed_to(number), index.derived_from(number)
        return WordEntry(number, parts, topics, *meanings, around, *pairs)


def _relate(one: WordEntry, other: WordEntry) -> float:
    if _are_opposed(one, other):
        return OPPOSED
    if not one.senses.isdisjoint(other.senses):
        return EQUAL
    if other.number in one.derived or one.number in other.derived:
        return DERIVED
    if one.around.isdisjoint(other.around):
        return FAR  # Most pairs of words: nothing needs to be compared.
    if one.similar & other.senses or other.similar & one.senses:
        return SIMILAR
    return _distance(one, other)


def _are_opposed(one: WordEntry, other: WordEntry) -> bool:
    return other.number in one.opposed or one.number in other.opposed


def _distance(one: WordEntry, other: WordEntry) -> float:
    """Return the nearness of two words by the meanings above theirs."""
    if one.wider & other.senses or other.wider & one.senses:
        return ONE_STEP
    if one.widest & other.senses or other.widest & one.senses:
        return TWO_STEPS
    if one.wider & other.wider or one.similar & other.similar:
        return SIBLINGS
    if one.widest & other.wider or other.widest & one.wider:
        return COUSINS
    return FAR


@cache
def kin_of(tag: str) -> Kin | None:
    """Return the kin of the words of a language by its tag; ``None`` if there is no index."""
    language = language_of(tag)
    return Kin(language.index(), language) if language.index is not None else None


def nearness(one: str, other: str, tag: str) -> float:
    """Return the nearness of two folded words by their kin and by their letters.

    -0.2 for antonyms, 0 for unrelated words, 1 for synonyms.
    """
    return _nearness(one, other, tag) if one <= other else _nearness(other, one, tag)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _nearness(one: str, other: str, tag: str) -> float:
    kin = kin_of(tag)
    relation = kin.relation(one, other) if kin is not None else None
    if relation is not None and relation < 0:
        return _NEAR_OPPOSED
    letters = Indel.normalized_similarity(one, other)
    by_letters = letters if letters > _ALIKE else 0.0
    if relation is None:
        return max(by_letters, _UNKNOWN_ALIKE if letters > _FAINTLY_ALIKE else 0.0)
    return max(by_letters, relation)
