"""Phrases before and after a verb in its clause, and the words in them that can be arguments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.role_exchange import NO_WORDS, PHRASE, role_words_of
from variants.classify.sense.side_verbs import read_verbs
from variants.languages.known import language_of

REACH: Final = 8  # Words of an argument before and after its verb.

Words = dict[str, int]
"""Lemmas and their last indices."""


class ArgumentPhrase(NamedTuple):
    """A phrase on one side of a verb, up to the end of the clause, without adjuncts.

    Attributes:
        side: Side of the bead that it is in.
        at: Indices of its words, in order.
    """

    side: SideOfBead
    at: Sequence[int]

    @property
    def keys(self) -> list[str]:
        """Keys of its words."""
        return [self.side.keys[n] for n in self.at]

    @property
    def words(self) -> Words:
        """Words that can be arguments."""
        return argument_words(self.side, self.at)

    def begins_with(self, marker: str) -> bool:
        """Return True if the first word is a marker."""
        return bool(self.at) and self.side.keys[self.at[0]] == marker

    def words_after(self, marker: str) -> Words:
        """Return the words after a marker, up to the next phrase; none if it is absent."""
        keys, prepositions = self.keys, prepositions_of(self.side.language.tag)
        if marker not in keys:
            return {}
        found = self.at[keys.index(marker) + 1 :]
        ends = (
            k for k, n in enumerate(found) if n - found[0] > k or self.side.keys[n] in prepositions
        )
        return argument_words(self.side, found[: next(ends, len(found))])


def phrase_before(side: SideOfBead, start: int) -> ArgumentPhrase:
    """Return the phrase before an index, of at most ``REACH`` words."""
    facts, keys, boundaries = side.facts, side.keys, role_words_of(side).boundaries
    first, least = start, max(0, start - REACH)
    while first > least and keys[first - 1] not in boundaries:
        if not (facts[first - 1].is_word or side.is_of_title(first - 1)):
            break
        first -= 1
    # "Towards the king rode the queen": only after a verb, such a phrase can have a role.
    prepositions = _all_prepositions(side.language.tag)
    return ArgumentPhrase(side, _without_adjuncts(side, range(first, start), prepositions))


def phrase_after(side: SideOfBead, stop: int) -> ArgumentPhrase:
    """Return the phrase from an index on, of at most ``REACH`` words."""
    words, facts, keys = role_words_of(side), side.facts, side.keys
    end, most = stop, min(len(keys), stop + REACH)
    while end < most and keys[end] not in words.boundaries:
        if not (facts[end].is_word or side.is_of_title(end)):
            break
        end += 1
    return ArgumentPhrase(side, _without_adjuncts(side, range(stop, end), words.adjuncts))


def noun_phrase(side: SideOfBead, start: int) -> Words:
    """Return the words of the noun phrase from an index on, of at most ``PHRASE`` words."""
    tag, keys = side.language.tag, side.keys
    stops, ends = _ends_of_phrases(tag), _ends_of_adjuncts(tag)
    end, most = start, min(len(keys), start + PHRASE)
    while end < most and keys[end] not in stops and side.facts[end].is_word:
        if keys[end] in ends and any(n in side.content for n in range(start, end)):
            break
        end += 1
    return argument_words(side, range(start, end))


def argument_words(side: SideOfBead, at: Iterable[int]) -> Words:
    """Return the words at some indices that can be arguments: content words and pronouns.

    A pronoun has the form of the subject: "he" for "him".
    """
    words, subjects = role_words_of(side), subject_pronouns(side.language.tag)
    keys, lemmas, content, verbs = side.keys, side.lemmas, side.content, side.read(words_of_verbs)
    found: Words = {}
    for n in at:
        key = words.cases.get(keys[n], keys[n])
        if n in content and n not in verbs and lemmas[n] not in words.phases:
            found[lemmas[n]] = n
        elif key in subjects:
            found[key] = n
    return found


def _without_adjuncts(side: SideOfBead, at: range, adjuncts: frozenset[str]) -> Sequence[int]:
    """Return the words that are not in a phrase after "of", "with" and the like."""
    if adjuncts.isdisjoint(side.keys[max(0, at.start - 1) : at.stop]):
        return at
    ends, keys, content = _ends_of_adjuncts(side.language.tag), side.keys, side.content
    cases = role_words_of(side).cases
    inside = bool(at) and at[0] > 0 and keys[at[0] - 1] in adjuncts
    kept, has_noun = [], False
    for n in at:
        key = keys[n]
        if key in adjuncts:
            inside, has_noun = True, False
        elif inside and has_noun and key in ends:
            inside = False
        has_noun |= n in content or key in cases
        if not inside:
            kept.append(n)
    return kept


@cache
def _ends_of_adjuncts(tag: str) -> frozenset[str]:
    """Return the words after which a phrase such as "of the town" has ended."""
    language = language_of(tag)
    words = language.roles or NO_WORDS
    determiners = language.verbs.determiners if language.verbs else frozenset[str]()
    markers = {words.agent_marker, words.source_marker, *words.cases.values()}
    return determiners | markers | (words.places - words.adjuncts)


def words_of_verbs(side: SideOfBead) -> frozenset[int]:
    """Return the indices of all words of verb groups."""
    return frozenset(n for group in side.read(read_verbs).groups for n in group.at)


@cache
def subject_pronouns(tag: str) -> frozenset[str]:
    """Return the pronouns of a language in the form of the subject: "he", "they"."""
    roles = language_of(tag).roles
    return frozenset(roles.cases.values()) if roles else frozenset()


@cache
def _ends_of_phrases(tag: str) -> frozenset[str]:
    return (language_of(tag).roles or NO_WORDS).boundaries | _all_prepositions(tag)


@cache
def _all_prepositions(tag: str) -> frozenset[str]:
    return (language_of(tag).roles or NO_WORDS).adjuncts | prepositions_of(tag)


@cache
def prepositions_of(tag: str) -> frozenset[str]:
    """Return the prepositions of a language that show a place, a friend or an enemy."""
    words = language_of(tag).roles or NO_WORDS
    return words.places | words.sides
