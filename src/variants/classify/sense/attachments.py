"""Words that modify another word of a sentence, and the words that they modify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.owners import is_owner, owner_places
from variants.classify.sense.side_verbs import read_verbs
from variants.languages.kin import Kin, kin_of
from variants.languages.known import language_of
from variants.languages.role_words import RoleWords

_PHRASE = 4  # Words of a noun phrase after a preposition.
_ADJECTIVE, _NOUN, _VERB, _ADVERB = "a", "n", "v", "r"
_TIME = "time"
_NO_WORDS = RoleWords()


class Attachment(NamedTuple):
    """A word that modifies others.

    Attributes:
        kind: Its kind: "adjective", "focus" ("only"), "denial", "adverb", "phrase", "time" or
            "clause" ("who").
        word: Its lemma; for a phrase its preposition and its noun, for a clause its verb.
        at: Its index.
        heads: Lemmas of the words of which it can modify any; never empty.
    """

    kind: str
    word: str
    at: int
    heads: frozenset[str]


def attachments_of(side: SideOfBead) -> tuple[Attachment, ...]:
    """Return the words of a side that modify others, in a language with tables for it."""
    kin = kin_of(side.language.tag)
    if kin is None or side.language.roles is None or side.language.verbs is None:
        return ()
    return tuple(_AttachmentReader(side, kin).attachments())


def enclosed_words(side: SideOfBead) -> dict[int, str]:
    """Return the words in relative clauses between two marks, each with the clause's verb."""
    relatives = (side.language.roles or _NO_WORDS).relatives
    verbs = _verbs_by_index(side)
    found = {}
    for n, key in enumerate(side.keys):
        if key not in relatives or n == 0 or side.facts[n - 1].is_word:
            continue
        end = next((m for m in range(n, len(side.words)) if not side.facts[m].is_word), n)
        mains = [verbs[m] for m in range(n, end) if m in verbs]
        if mains and end + 1 < len(side.words):
            found.update(dict.fromkeys(range(n + 1, end), mains[0]))
    return found


def _verbs_by_index(side: SideOfBead) -> dict[int, str]:
    return {n: group.main for group in side.read(read_verbs).groups for n in group.at}


@cache
def _kinds_of_words(tag: str) -> Mapping[str, str]:
    """Return the kind of attachment of words of closed classes; "owner" for "of"."""
    roles, verbs = language_of(tag).roles or _NO_WORDS, language_of(tag).verbs
    words_of_kinds: tuple[tuple[str, Iterable[str]], ...] = (  # A word has the last of its kinds.
        ("owner", (roles.owner_marker,)),
        ("clause", roles.relatives),
        ("phrase", roles.places | roles.sides),
        ("adverb", roles.repetitions),
        ("denial", verbs.negations if verbs else ()),
        ("focus", roles.focus | roles.focus_after),
    )
    return {word: kind for kind, words in words_of_kinds for word in words}


class _AttachmentReader:
    """Reader of one side."""

    def __init__(self, side: SideOfBead, kin: Kin) -> None:
        self._side, self._kin = side, kin
        self._words = side.language.roles or _NO_WORDS
        self._verbs = _verbs_by_index(side)
        self._prepositions = self._words.places | self._words.sides
        verbs = side.language.verbs
        self._negations = verbs.negations if verbs else frozenset[str]()
        self._auxiliaries = {verbs.be, verbs.have} if verbs else frozenset[str]()
        self._embedding = self._words.boundaries - (verbs.reporting if verbs else frozenset())
        self._infinitive = verbs.infinitive if verbs else ""

    def attachments(self) -> Iterator[Attachment]:
        """Yield the words that modify others, in order."""
        side, kinds = self._side, _kinds_of_words(self._side.language.tag)
        content, owners = side.content, side.read(owner_places)
        heads_of = {"focus": self._focused, "denial": self._denied, "adverb": self._modified}
        for n, key in enumerate(side.keys):
            kind = kinds.get(key, "")
            if not kind and n not in content:
                continue
            if kind == "phrase":
                yield from self._phrase(n)
            elif kind == "clause":
                yield from self._clause(n)
            elif kind == "owner" or (not kind and n in owners):
                yield from self._owner(n)
            else:
                kind, heads = (kind, heads_of[kind](n)) if kind else self._of_content(n)
                if heads:
                    yield Attachment(kind, side.lemmas[n], n, frozenset(heads))

    def _focused(self, n: int) -> set[str]:
        return self._focus(n) or self._singled_out(n)

    def _of_content(self, n: int) -> tuple[str, set[str]]:
        part = self._part(n)
        if part == _ADJECTIVE or self._may_qualify(n):
            return "adjective", self._qualified(n)
        if part == _ADVERB and self._side.keys[n].endswith(self._adverb_ending()):
            return "adverb", self._modified(n)
        if part == _NOUN and self._is_time(n):
            return "time", self._verb_before(n) or self._fronted(self._phrase_start(n), n)
        return "", set()

    def _modified(self, n: int) -> set[str]:
        """Return the verb beside an adverb, or those of a clause that it begins."""
        beside = {self._verb_at(m) for m in (n - 1, n, n + 1)} - {""}
        return self._with_infinitives(beside) if beside else self._fronted(n, n)

    def _may_qualify(self, n: int) -> bool:
        """Return True if a word can be an adjective: "the French master", "the lost ship"."""
        side, verbs = self._side, self._side.language.verbs
        if n in self._verbs or verbs is None:
            return False
        if side.words[n][0].isupper():
            return _ADJECTIVE in self._kin.parts_of_speech(side.keys[n])
        before = side.keys[n - 1] if n else ""
        is_participle = side.keys[n].endswith(verbs.past_endings)
        return is_participle and before in verbs.determiners

    def _adverb_ending(self) -> str:
        verbs = self._side.language.verbs
        return verbs.adverb_ending if verbs else ""

    def _may_be_noun(self, n: int) -> bool:
        side, parts = self._side, self._kin.parts_of_speech
        return n in side.content and n not in self._verbs and _NOUN in parts(side.keys[n])

    def _part(self, n: int) -> str:
        return self._kin.parts_of_speech(self._side.keys[n])[:1]

    def _is_time(self, n: int) -> bool:
        """Return True if a word is a time: "year", or "time" itself, which has another topic."""
        return _TIME in (self._side.lemmas[n], self._kin.topic(self._side.keys[n]))

    def _qualified(self, n: int) -> set[str]:
        """Return the nouns that follow an adjective, after others: "the old stone house".

        Of "a hot cup of tea", the tea too is hot.
        """
        side, found, parts = self._side, set[str](), self._words.portions | self._words.kinds
        for m in range(n + 1, len(side.words)):
            if side.keys[m] == self._words.owner_marker and side.lemmas[m - 1] in parts:
                continue
            if m not in side.content or m in self._verbs:
                break
            part = self._part(m)
            if part != _ADJECTIVE and self._may_be_noun(m):
                found.add(side.lemmas[m])
                if is_owner(side, m):
                    break
            elif found or part != _ADJECTIVE:
                break
        return found

    def _focus(self, n: int) -> set[str]:
        """Return the word that follows "only" or "even" in its phrase; verbs are too vague."""
        side, roles = self._side, self._words
        before = side.keys[n - 1] if n else ""
        if before in self._negations or n in self._verbs or side.keys[n] not in roles.focus:
            return set()
        subjects = frozenset(roles.cases.values())
        for m in range(n + 1, min(n + 1 + _PHRASE, len(side.words))):
            key = side.keys[m]
            if m in self._verbs or not side.facts[m].is_word or key in roles.boundaries:
                break
            if m in side.content:
                return {side.lemmas[m]}
            if key in subjects:
                return {key}
        return set()

    def _singled_out(self, n: int) -> set[str]:
        """Return the noun or pronoun right before "alone", or before "only" after a phrase."""
        side, roles, before = self._side, self._words, n - 1
        if side.keys[n] not in roles.focus_after or before < 0 or before in self._verbs:
            return set()
        key = roles.cases.get(side.keys[before], side.keys[before])
        is_noun = self._may_be_noun(before)
        return {side.lemmas[before]} if is_noun else {key} & {*roles.cases.values()}

    def _denied(self, n: int) -> set[str]:
        """Return the verb that "not" denies; old texts have it before: "they came not"."""
        side = self._side
        if n in self._verbs:
            return {self._verbs[n]} & set(side.lemmas)
        if self._verbs.get(n - 1) == side.lemmas[n - 1] and n - 1 in side.content:
            return {side.lemmas[n - 1]}
        m = n + 1 + (side.keys[n + 1 : n + 2] == (self._infinitive,))
        if m < len(side.words) and m in side.content:
            return {side.lemmas[m]}
        return set()

    def _phrase(self, n: int) -> Iterator[Attachment]:
        """Yield a phrase with a preposition that follows a noun, before its verb or after it."""
        side = self._side
        inside = self._inside_phrase(n)
        if n == 0 or not inside or n - 1 not in side.content or self._is_time(inside[-1]):
            return
        start = self._clause_start(n)
        between = [m for m in range(start, n) if m in self._verbs]
        if not between:
            follows = any(m in self._verbs for m in range(n + 1, n + 2 + _PHRASE))
            heads = {side.lemmas[n - 1]} if follows else set[str]()
        else:
            heads = {self._verbs[between[-1]]}
            heads |= {side.lemmas[m] for m in range(between[-1] + 1, n) if m in side.content}
        if heads:
            word = f"{side.keys[n]} {side.lemmas[inside[-1]]}"
            yield Attachment("phrase", word, n, frozenset(heads))

    def _owner(self, n: int) -> Iterator[Attachment]:
        """Yield "of the king", or "the king's", with what he owns."""
        side = self._side
        if side.keys[n] != self._words.owner_marker:
            owner, owned = n, self._qualified(n)
        else:
            inside, owned = self._inside_phrase(n), self._owned_before(n)
            owner = inside[-1] if inside and not is_owner(side, inside[-1]) else n
        parts = self._words.portions | self._words.kinds
        if owned and owned.isdisjoint(parts) and owner in side.content and not self._is_time(owner):
            word = f"{self._words.owner_marker} {side.lemmas[owner]}"
            yield Attachment("phrase", word, n, frozenset(owned))

    def _owned_before(self, n: int) -> set[str]:
        """Return the nouns that "of" may belong to: "the temple gates and the walls of"."""
        side, verbs = self._side, self._side.language.verbs
        determiners = verbs.determiners if verbs else frozenset[str]()
        if n == 0 or not self._may_be_noun(n - 1):
            return set()
        joints, found = self._words.joints, set[str]()
        for m in range(n - 1, -1, -1):
            if m in side.content and m not in self._verbs:
                if m == n - 1 or self._part(m) == _NOUN:
                    found.add(side.lemmas[m])
            elif side.keys[m] not in joints and not (
                side.keys[m] in determiners and m and side.keys[m - 1] in joints
            ):
                break
        return found

    def _clause(self, n: int) -> Iterator[Attachment]:
        """Yield a relative clause after a mark, with the nouns that it may belong to."""
        side, start = self._side, self._clause_start(n - 1)
        if n == 0 or side.facts[n - 1].is_word:
            return
        verbs = (self._verbs[m] for m in range(n + 1, n + 1 + _PHRASE) if m in self._verbs)
        verb, heads = next(verbs, ""), set[str]()
        for m in range(n - 2, start - 1, -1):
            if m in self._verbs:
                break
            if self._may_be_noun(m):
                heads.add(side.lemmas[m])
        if verb and heads:
            yield Attachment("clause", f"{side.keys[n]} {verb}", n, frozenset(heads))

    def _inside_phrase(self, n: int) -> list[int]:
        """Return the content words of the noun phrase after a preposition."""
        side = self._side
        found = []
        for m in range(n + 1, min(n + 1 + _PHRASE, len(side.words))):
            if side.keys[m] in self._prepositions or m in self._verbs:
                break
            if not side.facts[m].is_word:
                break
            if m in side.content:
                found.append(m)
            elif found:
                break
        return found

    def _clause_start(self, n: int) -> int:
        for m in range(n - 1, -1, -1):
            if self._ends_clause(m):
                return m + 1
        return 0

    def _phrase_start(self, n: int) -> int:
        """Return the first word of the noun phrase that ends with a noun: "that same night"."""
        side, verbs = self._side, self._side.language.verbs
        determiners = verbs.determiners if verbs else frozenset[str]()
        while n and n - 1 not in self._verbs and self._part(n - 1) == _ADJECTIVE:
            n -= 1
        return n - (n > 0 and side.keys[n - 1] in determiners)

    def _verb_before(self, n: int) -> set[str]:
        """Return the nearest verb before a word in its clause, infinitives included.

        Also the verb after the word in "was at that time ruled", and in "we shall see what he does
        this year" that of the main clause.
        """
        first = self._phrase_start(n)
        start = self._clause_start(first)
        verb = self._nearest_verb(range(first - 1, start - 1, -1))
        if verb in self._auxiliaries:
            stop = min(n + 1 + _PHRASE, len(self._side.words))
            return {verb, self._nearest_verb(range(n + 1, stop))} - {""}
        if verb and start and self._side.keys[start - 1] in self._embedding:
            main = range(start - 2, self._clause_start(start - 1) - 1, -1)
            return {verb, self._nearest_verb(main)} - {""}
        return {verb} - {""}

    def _nearest_verb(self, indices: range) -> str:
        return next(filter(None, map(self._verb_at, indices)), "")

    def _fronted(self, first: int, n: int) -> set[str]:
        """Return the verbs of a clause that begins with an adverb or a time: "that day he came".

        They include infinitives after a time, which may be part of either: "that day he went to
        see her".
        """
        side = self._side
        first -= first > 0 and side.keys[first - 1] in self._prepositions | self._words.adjuncts
        if first != self._clause_start(first) or n + 1 in self._verbs:
            return set()
        stop = next((m for m in range(n + 1, len(side.words)) if self._ends_clause(m)), 0)
        found = {self._verbs[m] for m in range(n + 1, stop) if m in self._verbs}
        if self._part(n) == _ADVERB:
            return self._with_infinitives(found)
        return found and found | {self._verb_at(m) for m in range(n + 1, stop)} - {""}

    def _ends_clause(self, n: int) -> bool:
        return not self._side.facts[n].is_word or self._side.keys[n] in self._words.boundaries

    def _with_infinitives(self, verbs: set[str]) -> set[str]:
        """Return verbs with those after "begin" and the like: "slowly began to rise"."""
        if verbs.isdisjoint(self._words.phases | self._words.raising):
            return verbs
        found = {self._verb_at(m) for m in range(len(self._side.words))}
        return verbs | found - {""}

    def _verb_at(self, n: int) -> str:
        """Return the verb that a word belongs to, infinitives included; "" for others."""
        if n in self._verbs:
            return self._verbs[n]
        side = self._side
        is_infinitive = 0 < n < len(side.keys) and side.keys[n - 1] == self._infinitive
        is_verb = is_infinitive and _VERB in self._kin.parts_of_speech(side.keys[n])
        return side.lemmas[n] if is_verb else ""
