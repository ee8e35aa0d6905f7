"""A difference with the sentences around it, for the comparison of facts on both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeAlias, TypeVar

from variants.languages.folding import fold
from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE

Found = TypeVar("Found")


class WordFacts(NamedTuple):
    """Facts about a word that do not depend on its sentence.

    Attributes:
        key: Folded, without a possessive ending, in its modern form: "you" for "Thou".
        lemma: Form of the dictionary: "go" for "went"; a stem if the language has no lemmas.
        is_word: False for punctuation marks.
        is_content: True for words that are neither marks nor function words.
    """

    key: str
    lemma: str
    is_word: bool
    is_content: bool


@lru_cache(maxsize=WORD_CACHE_SIZE)
def word_facts(word: str, tag: str) -> WordFacts:
    """Return the facts about a word in a language."""
    language = language_of(tag)
    folded = fold(word)
    owner = folded[:-2] if folded.endswith("'s") and len(folded) > len("'s") else folded
    key = language.old_forms.get(owner, owner)
    is_word = any(c.isalnum() for c in key)
    is_content = is_word and key not in language.function_words and key not in language.modals
    return WordFacts(key, language.lemma(key), is_word, is_content)


class SideOfBead:
    """One side of a bead: all of its words, and facts about them that are looked up once.

    Attributes:
        words: Words and marks, unchanged.
        language: Their language.
        asked: True once facts about the whole side were asked for. A comparison that asks for them
            depends on more than the words of the difference.
    """

    def __init__(self, words: Sequence[str], language: Language) -> None:
        self.words = tuple(words)
        self.language = language
        self.asked = False
        self._read: dict[Callable[[SideOfBead], Any], Any] = {}

    def fact(self, index: int) -> WordFacts:
        """Return the facts of one word."""
        return word_facts(self.words[index], self.language.tag)

    @property
    def facts(self) -> tuple[WordFacts, ...]:
        """Facts of each word."""
        return self.read(_facts)

    @property
    def keys(self) -> tuple[str, ...]:
        """Key of each word."""
        return self.read(_keys)

    @property
    def lemmas(self) -> tuple[str, ...]:
        """Lemma of each word."""
        return self.read(_lemmas)

    @property
    def content(self) -> frozenset[int]:
        """Indices of the content words."""
        return self.read(_content)

    def read(self, reader: Callable[[SideOfBead], Found]) -> Found:
        """Return a reader's result for the whole side, such as its values; it is called once."""
        self.asked = True
        if reader not in self._read:
            self._read[reader] = reader(self)
        found: Found = self._read[reader]
        return found

    def text(self, indices: Iterable[int]) -> str:
        """Return words in order, joined by spaces."""
        return " ".join(self.words[n] for n in sorted(indices))


def _facts(side: SideOfBead) -> tuple[WordFacts, ...]:
    return tuple(map(side.fact, range(len(side.words))))


def _keys(side: SideOfBead) -> tuple[str, ...]:
    return tuple(facts.key for facts in side.facts)


def _lemmas(side: SideOfBead) -> tuple[str, ...]:
    return tuple(facts.lemma for facts in side.facts)


def _content(side: SideOfBead) -> frozenset[int]:
    return frozenset(n for n, facts in enumerate(side.facts) if facts.is_content)


Indices: TypeAlias = tuple[int, ...]

LocalKey: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], bool, bool]
"""Words of both sides of a difference, and whether the words before and after it are equal."""


class Contrast:
    """One difference: words of the seed that face words of the other side.

    Attributes:
        seed: The whole seed side of the bead.
        other: The whole other side.
        seed_range: Words and marks of the seed in the difference.
        other_range: Words and marks of the other side in it.
    """

    def __init__(
        self, seed: SideOfBead, other: SideOfBead, seed_at: range, other_at: range
    ) -> None:
        self.seed, self.other = seed, other
        self.seed_range, self.other_range = seed_at, other_at

    @cached_property
    def seed_at(self) -> Indices:
        """Indices of the seed's words in the difference, without marks."""
        return tuple(n for n in self.seed_range if self.seed.fact(n).is_word)

    @cached_property
    def other_at(self) -> Indices:
        """Indices of the other's words in the difference, without marks."""
        return tuple(n for n in self.other_range if self.other.fact(n).is_word)

    @property
    def seed_words(self) -> Sequence[str]:
        """The seed's words and marks in the difference, unchanged."""
        return self.key[0]

    @property
    def other_words(self) -> Sequence[str]:
        """The other's words and marks in the difference, unchanged."""
        return self.key[1]

    @cached_property
    def seed_rest(self) -> Indices:
        """The part of ``seed_at`` whose lemmas the other side of the difference lacks."""
        return _rest(self.seed, self.seed_at, self.other, self.other_at)

    @cached_property
    def other_rest(self) -> Indices:
        """The part of ``other_at`` whose lemmas the seed's side of the difference lacks."""
        return _rest(self.other, self.other_at, self.seed, self.seed_at)

    @cached_property
    def seed_content(self) -> Indices:
        """The content words of ``seed_rest``."""
        return tuple(n for n in self.seed_rest if self.seed.fact(n).is_content)

    @cached_property
    def other_content(self) -> Indices:
        """The content words of ``other_rest``."""
        return tuple(n for n in self.other_rest if self.other.fact(n).is_content)

    @cached_property
    def framed(self) -> tuple[bool, bool]:
        """For the words before and after the difference: True if both sides have the same."""
        mine, theirs = self.seed_range, self.other_range
        before = _lemma_at(self.seed, mine.start - 1) == _lemma_at(self.other, theirs.start - 1)
        return before, _lemma_at(self.seed, mine.stop) == _lemma_at(self.other, theirs.stop)

    @cached_property
    def key(self) -> LocalKey:
        """All that a comparison depends on that asks for nothing else of both sides."""
        mine, theirs = self.seed_range, self.other_range
        return (
            self.seed.words[mine.start : mine.stop],
            self.other.words[theirs.start : theirs.stop],
            *self.framed,
        )


def _rest(
    side: SideOfBead, indices: Indices, facing: SideOfBead, facing_indices: Indices
) -> Indices:
    """Return the words of one side of a difference that are not among those of the other."""
    there = [facing.fact(n).lemma for n in facing_indices]
    kept = []
    for n in indices:
        lemma = side.fact(n).lemma
        if lemma in there:
            there.remove(lemma)
        else:
            kept.append(n)
    return tuple(kept)


def _lemma_at(side: SideOfBead, index: int) -> str:
    return side.fact(index).lemma if 0 <= index < len(side.words) else ""
