"""English lemmas: the forms of a dictionary, checked against the index of words."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from variants.languages.english.word_forms import FORMS, UNCHANGED, possible_bases
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.languages.word_index import PARTS_OF_SPEECH, WordIndex, read_word_index

_SHORTEST: Final = 4  # Letters of an inflected form: "his" and "gas" are none.
_PLACE: Final = {part: n for n, part in enumerate(PARTS_OF_SPEECH)}


@cache
def english_index() -> WordIndex:
    """Read the index of English words when it is first needed."""
    return read_word_index(Path(__file__).with_name("kin.bin"))


@lru_cache(maxsize=WORD_CACHE_SIZE)
def english_lemma(word: str) -> str | None:
    """Return the form of a dictionary for a folded word; ``None`` for an unknown word.

    Nouns lose their number and verbs their inflection. Comparatives and adverbs keep theirs:
    "later" has another sense than "late".

    Examples:
        >>> [english_lemma(word) for word in ("went", "armies", "singing", "later", "evening")]
        ['go', 'army', 'sing', 'later', 'evening']
    """
    if word in FORMS:
        return FORMS[word]
    if word in UNCHANGED:
        return word
    own = _weights(word)
    if len(word) < _SHORTEST:
        return word if own else None
    weight, base = max(_inflected_from(word), default=(0, ""))
    if base and (not own or _is_inflection(word, own, weight)):
        return base
    return word if own else None


def possible_lemmas(word: str) -> frozenset[str]:
    """Return all bases that a form may have, comparatives and adverbs included."""
    regular = {
        base
        for base, parts, _ in possible_bases(word)
        if any(_weight(base, part) for part in parts)
    }
    return frozenset(regular | {FORMS[word]} if word in FORMS else regular)


def _inflected_from(word: str) -> list[tuple[int, str]]:
    """Return the nouns and verbs that a word can be a form of, and how common each is."""
    return [
        (max(_weight(base, part) for part in parts if part in "nv"), base)
        for base, parts, _ in possible_bases(word)
        if ("n" in parts or "v" in parts)
        and any(_weight(base, part) for part in parts if part in "nv")
    ]


def _is_inflection(word: str, own: tuple[int, ...], weight: int) -> bool:
    """Return True if a word with an entry of its own, such as "living", is mostly a form."""
    if word.endswith("ed"):
        return own[_PLACE["n"]] <= weight
    if word.endswith("ing"):
        return max(own) < weight
    return word.endswith("s") and own[_PLACE["n"]] <= weight


def _weight(word: str, part: str) -> int:
    own = _weights(word)
    return own[_PLACE[part]] if own else 0


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _weights(word: str) -> tuple[int, ...]:
    """Return the weights of a word as each part of speech; empty if the index lacks it."""
    index = english_index()
    number = index.number_of(word)
    return () if number is None else index.weights_of(number)
