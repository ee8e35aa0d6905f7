"""Signs in words of fact that only one side has, in sentences that are worded freely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from variants.classify.sense.contrast import RECENT, Contrast, Indices, SideOfBead
from variants.classify.sense.meaning_gaps import meaning_gap
from variants.classify.sense.noun_phrases import NounPhrases
from variants.classify.sense.owners import is_owner
from variants.classify.sense.side_small_words import hints_small_word, read_small_words
from variants.classify.sense.signs import Sign, one_sided_sign
from variants.classify.sense.value_signs import values_of
from variants.languages.fact_words import FactWords
from variants.languages.kin import Kin, kin_of, nearness
from variants.languages.role_words import RoleWords
from variants.languages.values import ValueSort
from variants.languages.verb_tables import VerbWords
from variants.once import once

_MOST_WORDS = 16
"""Most words that one side lacks among which these are looked for: more are a paraphrase."""
_NEAR = 0.7
"""Nearness from which a word states the same; one that both sides have is a nuance as well."""
_NUANCE = 1.3
"""Gap below which a word states the same."""
_ALIKE = 1.6
"""Gap below which an adjective or adverb may state the same as an adverb."""
_AROUND = 3  # Words after a noun in which another quality of it may be.
_COMMA = ","
_ADJECTIVE, _ADVERB, _NOUN = "a", "r", "n"
_HOW = frozenset({_ADJECTIVE, _ADVERB})
_QUALIFYING = frozenset({_ADJECTIVE, _NOUN, ""})
_TIME = "time"
_MARKED = frozenset({"phase", "place", "limit"})
"""Aspects of small words in phrases that other signs compare: "without delay"."""
_CIRCUMSTANCE = "circumstance"
_OPEN = frozenset({"companion", "member"})
"""Facts named by words of open classes, which a freely worded difference may imply."""
_REWORDED = 2  # Most words that may face them.
_STUFF = frozenset({"substance", "artifact"})
_COMPANY = frozenset({"person", "artifact", "animal", "group", "substance", "communication"})


class Fact(NamedTuple):
    """Words of one side that state what the other side does not.

    Attributes:
        name: Last word of the name of the sign.
        at: Indices of their content words.
        lead: Index of the word that leads them: their preposition, "and", or the first of them.
    """

    name: str
    at: Indices
    lead: int


class _OneSided(NamedTuple):
    """Facts that one side has, and words of the other side that may state them otherwise.

    Attributes:
        facts: The facts.
        free: Indices of the words that only the other side has and that nothing here states.
    """

    facts: tuple[Fact, ...]
    free: frozenset[int]


_NONE = _OneSided((), frozenset())


def find_fact_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for the first words of fact that only one side has.

    A quality ("the wounded prisoners"), a way ("secretly"), a circumstance ("under oath", "by
    night", "with a guide") and a further member of a list are facts; praise and stress are not.
    """
    mine, theirs = contrast.seed_content, contrast.other_content
    sides = (
        (contrast.seed, contrast.other, contrast.seed_range, mine, theirs),
        (contrast.other, contrast.seed, contrast.other_range, theirs, mine),
    )
    for side, facing, span, content, facing_content in sides:
        found = _facts_of_one_side(side, facing) if content else _NONE
        if not found.free.isdisjoint(facing_content):
            continue
        is_lost = side is contrast.seed
        facing_rest = contrast.other_rest if is_lost else contrast.seed_rest
        for fact in found.facts:
            if fact.name in _OPEN and len(facing_rest) > _REWORDED:
                continue
            if fact.lead in span and fact.at[-1] in content:
                yield one_sided_sign(f"added.{fact.name}", side.text(fact.at), is_lost=is_lost)
                return


@lru_cache(maxsize=RECENT)
def _facts_of_one_side(side: SideOfBead, facing: SideOfBead) -> _OneSided:
    language, kin = side.language, kin_of(side.language.tag)
    if kin is None or language.facts is None or language.roles is None or language.verbs is None:
        return _NONE
    mine, theirs = _missing(side, facing), _missing(facing, side)
    if not mine or max(len(mine), len(theirs)) > _MOST_WORDS:
        return _NONE
    tables = language.facts, language.roles, language.verbs
    reader = _FactReader(side, facing, (mine, theirs), kin, tables)
    facts = tuple(reader.facts())
    return _OneSided(facts, reader.free) if facts else _NONE


@lru_cache(maxsize=2 * RECENT)  # For both directions.
def _missing(side: SideOfBead, facing: SideOfBead) -> Indices:
    """Return the content words that the other side lacks."""
    there, lemmas, keys = {*facing.lemmas, *facing.keys}, side.lemmas, side.keys
    content = sorted(side.content)
    return tuple([n for n in content if lemmas[n] not in there and keys[n] not in there])


def _count_times(side: SideOfBead) -> int:
    return sum(one.sort in {ValueSort.DATE, ValueSort.TIME} for one in side.read(values_of))


class _FactReader:
    """Reader of the facts that one side has and the other lacks."""

    def __init__(
        self,
        side: SideOfBead,
        facing: SideOfBead,
        missing: tuple[Indices, Indices],
        kin: Kin,
        tables: tuple[FactWords, RoleWords, VerbWords],
    ) -> None:
        self._side, self._facing, self._kin = side, facing, kin
        self._mine, self._theirs = missing
        self._words, self._roles, self._verb_words = tables
        self._phrases = NounPhrases(side, kin, *tables)

    @once
    def free(self) -> frozenset[int]:
        """Indices of the words that only the other side has and that nothing here states."""
        mine, theirs = self._side.keys, self._facing.keys
        return frozenset(
            m for m in self._theirs if not any(self._agree(mine[n], theirs[m]) for n in self._mine)
        )

    @once
    def _in_values(self) -> frozenset[int]:
        return frozenset(n for value in self._side.read(values_of) for n in value.core)

    @once
    def _in_marks(self) -> frozenset[int]:
        marks = self._side.read(read_small_words)
        return frozenset(n for one in marks if one.meaning.aspect in _MARKED for n in one.at)

    def facts(self) -> Iterator[Fact]:
        """Yield the facts: words first, then phrases."""
        for n in self._mine:
            if self._is_quality(n) and self._head_is_bare(n) and not self._is_stated(n):
                yield Fact("quality", (n,), n)
            elif self._may_be_way(n) and not self._is_stated(n) and not self._is_stated_how(n):
                yield Fact("way", (n,), n)
        mine, phrases = set(self._mine), self._phrases
        for n, key in enumerate(self._side.keys[: self._mine[-1]]):
            if key in phrases.prepositions:
                inside = phrases.after(n) if self._may_lead(n) else ()
                name = self._name_of(n, inside) if mine.issuperset(inside[-1:]) else ""
                if name and not self._is_stated(inside[-1]):
                    yield Fact(name, inside, n)
            elif key in self._roles.joints or self._side.words[n] == _COMMA:
                inside = phrases.after(n) if n and phrases.is_noun(n - 1) else ()
                if mine.issuperset(inside) and self._is_member(n, inside):
                    yield Fact("member", inside, n)

    def _may_lead(self, n: int) -> bool:
        """Return True if a preposition is not the "of" of an owner; "of" after a verb is not."""
        return self._side.keys[n] != self._roles.owner_marker or n - 1 in self._phrases.verbs

    def _is_stated(self, n: int) -> bool:
        """Return True if the other side has a word that states the same."""
        side, facing, tag = self._side, self._facing, self._side.language.tag
        key = side.keys[n]
        prefixes = tuple(
            f"{prefix}-" for prefix, equal in side.language.term_prefixes.items() if key in equal
        )
        shared = [facing.keys[m] for m in facing.content.difference(self._theirs)]
        return any(
            facing.keys[m].startswith(prefixes) or self._agree(key, facing.keys[m])
            for m in self._theirs
        ) or any(
            nearness(key, other, tag) >= _NEAR and self._is_nuance(key, other) for other in shared
        )

    def _agree(self, key: str, other: str) -> bool:
        """Return True if one word can stand for another."""
        return nearness(key, other, self._side.language.tag) >= _NEAR or self._is_nuance(key, other)

    def _is_nuance(self, key: str, other: str) -> bool:
        gap = meaning_gap(key, other, self._side.language.tag)
        return gap is not None and gap < _NUANCE

    def _may_be_way(self, n: int) -> bool:
        key = self._side.keys[n]
        return key in self._words.manners or self._is_denied(key)

    def _is_stated_how(self, n: int) -> bool:
        """Return True if another adjective or adverb can state the same: "in common", "jointly"."""
        key, tag, parts = self._side.keys[n], self._side.language.tag, self._kin.parts_of_speech
        others = [self._facing.keys[m] for m in self.free]
        gaps = [meaning_gap(key, other, tag) for other in others if parts(other)[:1] in _HOW]
        return any(gap is not None and gap < _ALIKE for gap in gaps)

    def _is_denied(self, key: str) -> bool:
        """Return True if a word is a participle that is denied: "unpaid"."""
        words, verbs = self._words, self._verb_words
        if not key.startswith(words.denied) or key in words.doubtful:
            return False
        participle = key.removeprefix(words.denied)
        return participle.endswith(verbs.past_endings) or participle in verbs.participles

    def _is_quality(self, n: int) -> bool:
        """Return True if a word before a noun states a fact about it."""
        side, words, key = self._side, self._words, self._side.keys[n]
        if key in words.qualities:
            may_be_verb = n in self._phrases.verbs or key in self._verb_words.past_forms
            return not may_be_verb or side.keys[n - 1] in self._leads
        if hints_small_word(key, side.language.tag):
            return False
        if side.words[n][:1].isupper():
            is_inside = n > 0 and side.facts[n - 1].is_word and not is_owner(side, n)
            return is_inside and _ADJECTIVE in self._kin.parts_of_speech(key)
        is_stuff = self._kin.topic(key) in _STUFF and self._phrases.is_noun(n)
        return self._is_denied(key) or (is_stuff and not is_owner(side, n))

    @once
    def _leads(self) -> frozenset[str]:
        """Words after which a participle belongs to a noun: "of armed men"."""
        return self._phrases.prepositions | self._verb_words.determiners

    def _head_is_bare(self, n: int) -> bool:
        """Return True if the other side has the noun of a quality, without another quality."""
        side, facing, tag = self._side, self._facing, self._side.language.tag
        head = self._phrases.noun_from(n + 1)
        if head is None or side.keys[n] in self._words.implied.get(side.lemmas[head], ()):
            return False
        heads = [m for m in facing.content if facing.lemmas[m] == side.lemmas[head]] or [
            m for m in facing.content if nearness(side.keys[head], facing.keys[m], tag) >= _NEAR
        ]
        return any(not self._is_qualified(m) for m in heads)

    def _is_qualified(self, m: int) -> bool:
        """Return True if a noun of the other side has a quality that this side lacks."""
        facing, parts, start = self._facing, self._kin.parts_of_speech, m
        while start and start - 1 in facing.content:
            start -= 1
        around = self.free.intersection(range(start, m + _AROUND + 1))
        return any(parts(facing.keys[k])[:1] in _QUALIFYING for k in around)

    def _name_of(self, n: int, inside: Indices) -> str:
        """Return the name of a fact that a phrase states, such as a circumstance; "" for none."""
        if not inside:
            return ""
        if self._names_time(inside):  # "Seven in the evening" is a value.
            is_fact = n - 1 not in self._in_values and not self._is_timed
            return _CIRCUMSTANCE if is_fact else ""
        name = self._name_of_fact(n, inside)
        is_known = name and not (self._in_values | self._in_marks).isdisjoint(inside)
        return "" if is_known else name

    @once
    def _is_timed(self) -> bool:
        """True if the other side has a time or date that this side lacks."""
        return _count_times(self._side) < _count_times(self._facing)

    def _names_time(self, inside: Indices) -> bool:
        """Return True if a phrase names a time: "night", "Easter Day"."""
        keys, times = [self._side.keys[m] for m in inside], self._words.times
        is_time = self._kin.topic(keys[-1]) == _TIME and not times.isdisjoint(keys)
        return is_time or keys[-1] in times

    def _name_of_fact(self, n: int, inside: Indices) -> str:
        side, words, preposition = self._side, self._words, self._side.keys[n]
        *before, noun = inside
        nouns = {side.keys[noun], side.lemmas[noun]}
        if not nouns.isdisjoint(words.vague):
            return _CIRCUMSTANCE if any(map(self._is_quality, before)) else ""
        if not nouns.isdisjoint(words.circumstances):
            return _CIRCUMSTANCE
        if preposition not in words.means or side.words[noun][:1].isupper():
            return ""
        is_bare = inside[0] == noun == n + 1 and side.keys[noun] == side.lemmas[noun]
        is_company = self._kin.topic(side.keys[noun]) in _COMPANY
        return "companion" if is_company and (preposition in words.lacking or not is_bare) else ""

    def _is_member(self, n: int, inside: Indices) -> bool:
        """Return True if words after "and" or a comma are one more member of a list."""
        side, roles = self._side, self._roles
        if not inside:
            return False
        if side.lemmas[inside[-1]] in roles.portions or not self._in_values.isdisjoint(inside):
            return False
        if any(self._agree(side.keys[n - 1], side.keys[m]) for m in inside):
            return False
        after = [*side.keys[inside[-1] + 1 : inside[-1] + 2]]
        is_joined = side.keys[n] in roles.joints or not roles.joints.isdisjoint(after)
        is_last = not after or not side.facts[inside[-1] + 1].is_word
        is_measure = after == [roles.owner_marker] and inside[-1] + 2 in self._in_values
        return (is_joined or is_last) and not is_measure and not any(map(self._is_stated, inside))
