"""A difference with the sentences around it, for the comparison of facts on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias, TypeVar

from variants.languages.known import language_of
from variants.languages.language import Language
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.once import once

Found = TypeVar("Found")
RECENT = 8
"""Beads whose comparison as a whole is remembered, since each has several differences."""


class WordFacts(NamedTuple):
    """Facts about a word that do not depend on its sentence.

    Attributes:
        key: Folded, without a possessive ending, in its modern form: "you" for "Thou".
        lemma: Form of the dictionary: "go" for "went"; a stem if the language has no lemmas.
        is_word: False for punctuation marks.
        is_content: True for words that are neither marks nor function words; in a language
            without a list of these, its denying words and the small ones of the same table are.
    """

    key: str
    lemma: str
    is_word: bool
    is_content: bool


def word_facts(word: str, tag: str) -> WordFacts:
    """Return the facts about a word in a language."""
    return facts_reader(tag)(word)


@cache
def facts_reader(tag: str) -> Callable[[str], WordFacts]:
    """Return the function from a word of a language to the facts about it."""
    language = language_of(tag)
    denying, table = frozenset[str](), language.polarity
    if table is not None and not language.function_words:
        denying = table.words.union(table.beside, table.small)

    @lru_cache(maxsize=WORD_CACHE_SIZE)
    def facts(word: str) -> WordFacts:
        folded = language.fold(word)
        owner = folded[:-2] if folded.endswith("'s") and len(folded) > len("'s") else folded
        key = language.old_forms.get(owner, owner)
        is_word = any(c.isalnum() for c in key)
        small = language.function_words, language.modals, denying
        is_content = is_word and not any(key in words for words in small)
        return WordFacts(key, language.lemma(key), is_word, is_content)

    return facts


class SideOfBead:
    """One side of a bead: all of its words, and facts about them that are looked up once.

    Args:
        words: Its words and marks.
        language: Their language.
        spaced: For each word and mark, whether white space is before it; by default it is.

    Attributes:
        words: Words and marks, unchanged.
        language: Their language.
        facts: Facts of each word.
    """

    def __init__(
        self, words: Sequence[str], language: Language, spaced: Sequence[bool] | None = None
    ) -> None:
        self.words = tuple(words)
        self.language = language
        self._spaced = spaced
        self.facts = tuple(map(facts_reader(language.tag), self.words))
        self._read: dict[Callable[[SideOfBead], Any], Any] = {}

    def fact(self, index: int) -> WordFacts:
        """Return the facts of one word."""
        return self.facts[index]

    @once
    def keys(self) -> tuple[str, ...]:
        """Key of each word."""
        return tuple([facts.key for facts in self.facts])

    @once
    def lemmas(self) -> tuple[str, ...]:
        """Lemma of each word."""
        return tuple([facts.lemma for facts in self.facts])

    @once
    def content(self) -> frozenset[int]:
        """Indices of the content words."""
        return frozenset([n for n, facts in enumerate(self.facts) if facts.is_content])

    def is_of_title(self, index: int) -> bool:
        """Return True if a mark is the full stop of a title, as in "Mr. Harding"."""
        if index < 1 or self.words[index] != ".":
            return False
        titles = self.language.short_forms.get(self.keys[index - 1], ())
        return not self.language.common_capitals.isdisjoint(titles)

    def read(self, reader: Callable[[SideOfBead], Found]) -> Found:
        """Return a reader's result for the whole side, such as its values; it is called once."""
        known = self._read
        if reader in known:
            found: Found = known[reader]
            return found
        found = known[reader] = reader(self)
        return found

    def text(self, indices: Iterable[int]) -> str:
        """Return words as they are written, with the marks between them.

        "…" stands for other words between them.
        """
        written = ""
        last = None
        for n in sorted(indices):
            if last is not None and any(self.facts[k].is_word for k in range(last + 1, n)):
                written += f" … {self.words[n]}"
            elif last is not None:
                written += "".join(map(self._with_space, range(last + 1, n + 1)))
            else:
                written = self.words[n]
            last = n
        return written

    def _with_space(self, index: int) -> str:
        is_spaced = self._spaced is None or self._spaced[index]
        return f" {self.words[index]}" if is_spaced else self.words[index]


@lru_cache(maxsize=RECENT)
def count_missing(here: SideOfBead, there: SideOfBead) -> int:
    """Return the number of content words of a side of a bead that the other side lacks."""
    counts = Counter([here.lemmas[n] for n in here.content])
    counts.subtract([there.lemmas[n] for n in there.content])
    return sum(count for count in counts.values() if count > 0)


Indices: TypeAlias = tuple[int, ...]


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
        self._compared: dict[Callable[[Contrast], Any], Any] = {}

    def compare(self, comparison: Callable[[Contrast], Found]) -> Found:
        """Return the result of a comparison of both sides; it is made once."""
        known = self._compared
        if comparison in known:
            found: Found = known[comparison]
            return found
        found = known[comparison] = comparison(self)
        return found

    @once
    def seed_at(self) -> Indices:
        """Indices of the seed's words in the difference, without marks."""
        facts = self.seed.facts
        return tuple([n for n in self.seed_range if facts[n].is_word])

    @once
    def other_at(self) -> Indices:
        """Indices of the other's words in the difference, without marks."""
        facts = self.other.facts
        return tuple([n for n in self.other_range if facts[n].is_word])

    @once
    def seed_words(self) -> Sequence[str]:
        """The seed's words and marks in the difference, unchanged."""
        return self.seed.words[self.seed_range.start : self.seed_range.stop]

    @once
    def other_words(self) -> Sequence[str]:
        """The other's words and marks in the difference, unchanged."""
        return self.other.words[self.other_range.start : self.other_range.stop]

    @once
    def seed_rest(self) -> Indices:
        """The part of ``seed_at`` whose lemmas the other side of the difference lacks."""
        return _rest(self.seed, self.seed_at, self.other, self.other_at)

    @once
    def other_rest(self) -> Indices:
        """The part of ``other_at`` whose lemmas the seed's side of the difference lacks."""
        return _rest(self.other, self.other_at, self.seed, self.seed_at)

    @once
    def seed_content(self) -> Indices:
        """The content words of ``seed_rest``."""
        facts = self.seed.facts
        return tuple([n for n in self.seed_rest if facts[n].is_content])

    @once
    def other_content(self) -> Indices:
        """The content words of ``other_rest``."""
        facts = self.other.facts
        return tuple([n for n in self.other_rest if facts[n].is_content])

    @once
    def framed(self) -> tuple[bool, bool]:
        """For the words before and after the difference: True if both sides have the same."""
        mine, theirs = self.seed_range, self.other_range
        before = _lemma_at(self.seed, mine.start - 1) == _lemma_at(self.other, theirs.start - 1)
        return before, _lemma_at(self.seed, mine.stop) == _lemma_at(self.other, theirs.stop)


def _rest(
    side: SideOfBead, indices: Indices, facing: SideOfBead, facing_indices: Indices
) -> Indices:
    """Return the words of one side of a difference that are not among those of the other."""
    facts, facing_facts = side.facts, facing.facts
    there = [facing_facts[n].lemma for n in facing_indices]
    kept = []
    for n in indices:
        lemma = facts[n].lemma
        if lemma in there:
            there.remove(lemma)
        else:
            kept.append(n)
    return tuple(kept)


def _lemma_at(side: SideOfBead, index: int) -> str:
    return side.fact(index).lemma if 0 <= index < len(side.words) else ""
