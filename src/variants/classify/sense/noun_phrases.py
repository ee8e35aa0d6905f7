"""Noun phrases of one side: the noun of an adjective, and the words after a preposition."""

from __future__ import annotations

from variants.classify.sense.contrast import Indices, SideOfBead
from variants.classify.sense.owners import is_owner
from variants.classify.sense.side_verbs import read_verbs
from variants.languages.fact_words import FactWords
from variants.languages.kin import Kin
from variants.languages.role_words import RoleWords
from variants.languages.verb_tables import VerbWords

_LONGEST = 5  # Words of a noun phrase.
_NOUN = "n"
_DETERMINERS = ("determiner", "possessive")


class NounPhrases:
    """Reader of the noun phrases of one side.

    Args:
        side: The side.
        kin: The kin of words of its language.
        facts: Its words of fact.
        roles: Its words around arguments.
        verbs: Its verb forms.
    """

    def __init__(
        self, side: SideOfBead, kin: Kin, facts: FactWords, roles: RoleWords, verbs: VerbWords
    ) -> None:
        self._side, self._kin, self._facts, self._roles = side, kin, facts, roles
        self._verb_words = verbs
        self.prepositions = roles.adjuncts | roles.places | roles.sides | facts.means
        self.verbs = frozenset(n for group in side.read(read_verbs).groups for n in group.at)

    def after(self, n: int) -> Indices:
        """Return the words after "of", "and" or a comma, up to their noun, without small words.

        A participle may come before them: "without telling her father", "with muffled drums".
        """
        side, start = self._side, n + 1
        if start in side.content and side.keys[start].endswith(self._verb_words.progressive_ending):
            start += side.keys[start] not in self._facts.circumstances
        for m in range(start, min(start + _LONGEST, len(side.words))):
            if m in side.content:
                noun = (
                    self._noun_after(m) if side.keys[n] in self.prepositions else self.noun_from(m)
                )
                return tuple(range(m, noun + 1)) if noun is not None else ()
            if not side.facts[m].is_word or self._ends_phrase(side.keys[m]):
                break
        return ()

    def _ends_phrase(self, key: str) -> bool:
        """Return True if a small word is not part of a noun phrase, or refers back."""
        name = self._side.language.grammar.get(key, _DETERMINERS[0])
        return name not in _DETERMINERS or key in self._facts.pointing

    def _noun_after(self, n: int) -> int | None:
        """Return the noun of a phrase from a word on, past owners and a participle."""
        noun = following = self._noun_or_participle(n)
        while following is not None and (
            is_owner(self._side, following) or following in self.verbs
        ):
            following = self._noun_or_participle(following + 1)
            noun = noun if following is None else following
        return noun

    def _noun_or_participle(self, n: int) -> int | None:
        return n if n in self.verbs and self._is_no_verb(n) else self.noun_from(n)

    def noun_from(self, n: int) -> int | None:
        """Return the noun that a row of adjectives and nouns from a word on ends with."""
        side, last = self._side, None
        for m in range(n, min(n + _LONGEST, len(side.words))):
            if m not in side.content and (m == n or side.keys[m] not in self._roles.joints):
                break
            if m in self.verbs:
                break
            if self.is_noun(m) and not self._is_compound(m):
                return m
            if self._may_be_noun(m):
                last = m
        return last

    def is_noun(self, n: int) -> bool:
        """Return True if a content word is most often a noun, or unknown."""
        if n not in self._side.content:
            return False
        key = self._side.keys[n]
        parts = self._kin.parts_of_speech(key)
        return not parts or parts[0] == _NOUN or key in self._facts.circumstances

    def _is_no_verb(self, n: int) -> bool:
        """Return True if a form of a verb is a participle before a noun, or a noun: "writing"."""
        key, words = self._side.keys[n], self._verb_words
        is_participle = key.endswith(words.past_endings) or key in words.participles
        is_before = n + 1 < len(self._side.words) and self.is_noun(n + 1)
        return (is_participle and is_before) or key in self._facts.circumstances

    def _may_be_noun(self, n: int) -> bool:
        """Return True if a word that is rarely a noun may be one here: "a blind guide"."""
        side, words = self._side, self._verb_words
        leads = n - 1 in side.content or side.keys[n - 1] in words.determiners
        if n not in side.content or not leads or side.keys[n] in words.past_forms:
            return False
        return _NOUN in self._kin.parts_of_speech(side.keys[n]) and not is_owner(side, n)

    def _is_compound(self, n: int) -> bool:
        """Return True if a noun qualifies the noun after it: "the stone bridge"."""
        m = n + 1
        is_noun = m < len(self._side.words) and m not in self.verbs and self.is_noun(m)
        return is_noun and not is_owner(self._side, n)
