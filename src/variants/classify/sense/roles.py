"""Arguments of verbs, owners and places that are exchanged between both sides of a bead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, pairwise, product
from typing import NamedTuple

from variants.classify.sense.contrast import RECENT, SideOfBead
from variants.classify.sense.side_verbs import read_verbs
from variants.languages.folding import fold
from variants.languages.kin import kin_of
from variants.languages.known import language_of
from variants.languages.role_words import RoleWords
from variants.languages.verb_groups import VerbGroup
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.sense import SenseSort

_REACH = 8  # Words of an argument before and after its verb.
_PHRASE = 4  # Words of a noun phrase after a preposition.
_NO_WORDS = RoleWords()

Words = dict[str, int]
"""Lemmas and their last indices."""


class Exchange(NamedTuple):
    """Two words that have exchanged their roles.

    Attributes:
        name: Last part of the sign's name.
        sort: Sort of sense that it touches.
        seed_at: Indices of both words in the seed.
        other_at: Their indices in the other side.
        seed_verb: Indices of the verb in the seed; empty for owners and places.
        other_verb: Its indices in the other side.
    """

    name: str
    sort: SenseSort
    seed_at: tuple[int, ...]
    other_at: tuple[int, ...]
    seed_verb: range = range(0)
    other_verb: range = range(0)


class Roles(NamedTuple):
    """Arguments of a verb group, by lemma with their indices.

    Attributes:
        group: The verb group.
        agents: Words that can name who acts.
        patients: Words that can name whom it befalls.
        caused: True if the agent is made to act: "she made him promise".
    """

    group: VerbGroup
    agents: Words
    patients: Words
    caused: bool = False


@lru_cache(maxsize=RECENT)
def find_exchanges(seed: SideOfBead, other: SideOfBead) -> tuple[Exchange, ...]:
    """Return the words of a bead that have exchanged their roles.

    "The wolf bit the dog" and "the dog bit the wolf" exchange them; "the dog was bitten by the
    wolf" does not.
    """
    if seed.language.roles is None:
        return ()
    return (
        *_exchanged_arguments(seed, other),
        *_exchanged_owners(seed, other),
        *_exchanged_places(seed, other),
    )


def _words_of(side: SideOfBead) -> RoleWords:
    return side.language.roles or _NO_WORDS


# Verbs


def _exchanged_arguments(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    for mine, theirs in _pairs(_roles_beside(seed, other), _roles_beside(other, seed)):
        for one in sorted(mine.agents.keys() & theirs.patients.keys() - theirs.agents.keys()):
            swapped = mine.patients.keys() & theirs.agents.keys() - theirs.patients.keys()
            for two in sorted(swapped - {one}):
                yield Exchange(
                    "arguments",
                    SenseSort.WHO_ACTS,
                    (mine.agents[one], mine.patients[two]),
                    (theirs.patients[one], theirs.agents[two]),
                    mine.group.at,
                    theirs.group.at,
                )
        if mine.caused != theirs.caused and not mine.agents.keys() & theirs.agents.keys():
            yield from _caused_by_another(mine, theirs)


def _caused_by_another(mine: Roles, theirs: Roles) -> Iterator[Exchange]:
    """Yield the patient of a verb who is its agent where it is caused: "made her promise"."""
    plain, caused = (theirs, mine) if mine.caused else (mine, theirs)
    for one in sorted(plain.patients.keys() & caused.agents.keys()):
        places = ((plain.patients[one],), (caused.agents[one],))
        verbs = (plain.group.at, caused.group.at)
        if mine.caused:
            places, verbs = places[::-1], verbs[::-1]
        yield Exchange("arguments", SenseSort.WHO_ACTS, *places, *verbs)


def _pairs(seed: Sequence[Roles], other: Sequence[Roles]) -> Iterator[tuple[Roles, Roles]]:
    """Yield the roles around verbs that both sides have, in order."""
    for main in dict.fromkeys(each.group.main for each in seed):
        mine = [each for each in seed if each.group.main == main]
        theirs = [each for each in other if each.group.main == main]
        yield from zip(mine, theirs, strict=False)


def _roles_beside(side: SideOfBead, facing: SideOfBead) -> list[Roles]:
    """Return the arguments of the verbs of a side that the other side has too."""
    groups, causatives = side.read(read_verbs).groups, _words_of(side).causatives
    there = {group.main for group in facing.read(read_verbs).groups}
    if any(one.main in causatives for one in groups) or not causatives.isdisjoint(there):
        there.update(facing.keys)  # "She made him promise" has no verb group for the second verb.
    return _roles_of(side, [one for one in groups if one.main in there or one.main in causatives])


def roles_of(side: SideOfBead) -> list[Roles]:
    """Return the arguments of the verb groups of a side."""
    return _roles_of(side, side.read(read_verbs).groups)


def _roles_of(side: SideOfBead, groups: Iterable[VerbGroup]) -> list[Roles]:
    words = _words_of(side)
    found = []
    for group in groups:
        if group.main in words.weak_verbs:
            continue
        before = _before(side, group.at.start, words)
        after = _after(side, group.at.stop, words)
        if group.passive or after.begins_with(words.agent_marker):  # "a treaty made by them"
            found.append(Roles(group, after.words_after(words.agent_marker), before.words))
        elif group.main in words.two_way_verbs and words.source_marker in after.keys:
            # "She rents it from him" is "he rents it to her".
            givers = after.words_after(words.source_marker)
            found.append(Roles(group, givers, {**before.words, **_without(after.words, givers)}))
        else:
            found.append(Roles(group, before.words, after.words))
            if group.main in words.causatives:
                found += _caused(side, after)
        _add_relatives(side, found[-1], words)
    return found


def _without(words: Words, others: Words) -> Words:
    return {word: n for word, n in words.items() if word not in others}


def _caused(side: SideOfBead, after: _Phrase) -> list[Roles]:
    """Return the roles around the verb that the object of a causative performs."""
    kin = kin_of(side.language.tag)
    agents: Words = {}
    for n in after.at:
        key = side.keys[n]
        is_verb = n in side.content and kin is not None and kin.parts_of_speech(key)[:1] == "v"
        if is_verb and agents and side.lemmas[n] == key:
            group = VerbGroup(range(n, n + 1), key, "")
            return [Roles(group, agents, _after(side, n + 1, _words_of(side)).words, caused=True)]
        agents.update(_lemmas(side, (n,)))
    return []


class _Phrase(NamedTuple):
    """Keys on one side of a verb up to the end of the clause, and the words that can be roles."""

    side: SideOfBead
    at: Sequence[int]

    @property
    def keys(self) -> list[str]:
        """The keys."""
        return [self.side.keys[n] for n in self.at]

    @property
    def words(self) -> Words:
        """The words that can be roles."""
        return _lemmas(self.side, self.at)

    def begins_with(self, marker: str) -> bool:
        """Return True if the first word is a marker."""
        return bool(self.at) and self.side.keys[self.at[0]] == marker

    def words_after(self, marker: str) -> Words:
        """Return the words after a marker; none if it is absent."""
        keys = self.keys
        return _lemmas(self.side, self.at[keys.index(marker) + 1 :]) if marker in keys else {}


def _lemmas(side: SideOfBead, at: Iterable[int]) -> Words:
    cases, subjects = _words_of(side).cases, _subjects(side.language.tag)
    keys, lemmas, content = side.keys, side.lemmas, side.content
    found: Words = {}
    for n in at:
        key = cases.get(keys[n], keys[n])
        if n in content:
            found[lemmas[n]] = n
        elif key in subjects:
            found[key] = n
    return found


@cache
def _subjects(tag: str) -> frozenset[str]:
    roles = language_of(tag).roles
    return frozenset(roles.cases.values()) if roles else frozenset()


def _before(side: SideOfBead, start: int, words: RoleWords) -> _Phrase:
    facts, keys, boundaries = side.facts, side.keys, words.boundaries
    first, least = start, max(0, start - _REACH)
    while first > least and keys[first - 1] not in boundaries:
        if not (facts[first - 1].is_word or side.is_of_title(first - 1)):
            break
        first -= 1
    return _Phrase(side, _without_adjuncts(side, range(first, start), words))


def _after(side: SideOfBead, stop: int, words: RoleWords) -> _Phrase:
    facts, keys, boundaries = side.facts, side.keys, words.boundaries
    end, most = stop, min(len(keys), stop + _REACH)
    while end < most and keys[end] not in boundaries:
        if not (facts[end].is_word or side.is_of_title(end)):
            break
        end += 1
    return _Phrase(side, _without_adjuncts(side, range(stop, end), words))


def _without_adjuncts(side: SideOfBead, at: range, words: RoleWords) -> Sequence[int]:
    """Return the words that are not in a phrase after "of", "before" and the like."""
    keys, adjuncts = side.keys[max(0, at.start - 1) : at.stop], words.adjuncts
    if adjuncts.isdisjoint(keys):
        return at
    ends, keys, content = _ends_of_adjuncts(side.language.tag), side.keys, side.content
    inside = bool(at) and at[0] > 0 and keys[at[0] - 1] in adjuncts
    kept, has_noun = [], False
    for n in at:
        key = keys[n]
        if key in adjuncts:
            inside, has_noun = True, False
        elif inside and has_noun and key in ends:
            inside = False
        has_noun |= n in content
        if not inside:
            kept.append(n)
    return kept


@cache
def _ends_of_adjuncts(tag: str) -> frozenset[str]:
    """Return the words after which a phrase such as "of the town" has ended."""
    language = language_of(tag)
    words = language.roles or _NO_WORDS
    determiners = language.verbs.determiners if language.verbs else frozenset[str]()
    markers = {words.agent_marker, words.source_marker, *words.cases.values()}
    return determiners | markers | (words.places - words.adjuncts)


def _add_relatives(side: SideOfBead, roles: Roles, words: RoleWords) -> None:
    """Add the relative pronoun before a verb, as subject or object: "whom he saw"."""
    start = roles.group.at.start
    before = range(max(0, start - _REACH), start)
    keys = side.keys[before.start : start]
    if words.object_relatives.isdisjoint(keys) and words.subject_relatives.isdisjoint(keys[-1:]):
        return
    first = min((*roles.agents.values(), start), default=0)
    for n, key in zip(before, keys, strict=True):
        if key in words.subject_relatives and n == start - 1:
            roles.agents[_RELATIVE] = n
        elif key in words.object_relatives and n < first + 1:
            roles.patients[_RELATIVE] = n


_RELATIVE = "who"


# Owners


class _Owned(NamedTuple):
    """An owner and what it owns, by lemma.

    Attributes:
        owner: Lemma of the owner.
        owned: Lemma of what it owns.
        at: Their indices.
        before: True for "the king's daughter", False for "the daughter of the king".
        passed: Lemma of the owner of the owner, which is between both; "" without one.
    """

    owner: str
    owned: str
    at: tuple[int, int]
    before: bool
    passed: str = ""


def _exchanged_owners(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    if not (seed.read(_may_have_owner) and other.read(_may_have_owner)):
        return
    mine = list(_owners(seed))
    theirs = list(_owners(other)) if mine else []
    pairs = {(one.owner, one.owned) for one in theirs}
    kinds = _words_of(seed).kinds
    for one, two in product(mine, theirs):
        exchanged = (one.owner, one.owned) == (two.owned, two.owner) and one.owner != one.owned
        if (
            exchanged
            and kinds.isdisjoint((one.owner, one.owned))
            and (one.owner, one.owned) not in pairs
            and not _is_one_owner(one, two, mine, theirs)
        ):
            yield Exchange("owners", SenseSort.WHOSE, one.at, two.at)
        if _is_other_side_of(one, two) and any(
            _is_other_side_of(three, four) and three.owned == one.owned
            for three, four in product(theirs, mine)
            if three.before and three is not two
        ):
            # "The judges' fear of the mob" and "the mob's fear of the judges".
            yield Exchange("owners", SenseSort.WHOSE, one.at, two.at)


def _may_have_owner(side: SideOfBead) -> bool:
    """Return True if a side has a word that can mark an owner: "of", or an apostrophe."""
    return _words_of(side).owner_marker in side.keys or side.read(_may_end_as_owner)


def _may_end_as_owner(side: SideOfBead) -> bool:
    """Return True if a side has all characters of an ending of owners, such as an apostrophe."""
    text = "".join(map(fold, side.words))
    return any(all(c in text for c in ending) for ending in _words_of(side).owner_endings)


def _is_one_owner(
    one: _Owned, two: _Owned, mine: Sequence[_Owned], theirs: Sequence[_Owned]
) -> bool:
    """Return True if a whole phrase is the owner: "the king of Spain's ship"."""
    return any(
        (phrase.owner, phrase.owned, phrase.before) == (chain.passed, chain.owned, False)
        for chain, facing in ((one, theirs), (two, mine))
        if chain.passed
        for phrase in facing
    )


def _is_other_side_of(one: _Owned, two: _Owned) -> bool:
    """Return True if an owner before a noun follows it in the other text."""
    return one.before and not two.before and (one.owner, one.owned) == (two.owner, two.owned)


def _owners(side: SideOfBead) -> Iterator[_Owned]:
    """Yield owners and what they own: "the king's daughter", "the daughter of the king"."""
    marker, keys, lemmas = _words_of(side).owner_marker, side.keys, side.lemmas
    content, may_end = sorted(side.content), side.read(_may_end_as_owner)
    for n, (at, after) in enumerate(pairwise(content)):
        if after - at > _PHRASE:
            continue
        if may_end and _is_owner(side, at):
            yield _Owned(lemmas[at], lemmas[after], (at, after), before=True)
        elif keys[at + 1] != marker:
            continue
        elif not (may_end and _is_owner(side, after)):
            yield _Owned(lemmas[after], lemmas[at], (after, at), before=False)
        elif n + 2 < len(content):
            # Of "the daughter of the king's friend", the friend is the owner.
            owner = content[n + 2]
            names = lemmas[owner], lemmas[at]
            yield _Owned(*names, (owner, at), before=False, passed=lemmas[after])


def _is_owner(side: SideOfBead, at: int) -> bool:
    """Return True if a word ends as an owner does that precedes what is owned."""
    word, *after = side.words[at : at + 2]
    return _ends_as_owner(word, after[0] if after else "", side.language.tag)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _ends_as_owner(word: str, after: str, tag: str) -> bool:
    word, after = fold(word), fold(after)
    return any(
        word.endswith(ending) or word + after == word.removesuffix(ending[:-1]) + ending
        for ending in (language_of(tag).roles or _NO_WORDS).owner_endings
    )


# Places


def _exchanged_places(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    mine = _after_prepositions(seed)
    if len(mine) <= 1:
        return
    theirs = _after_prepositions(other)
    for one, two in combinations(sorted(mine.keys() & theirs.keys()), 2):
        first = mine[one].keys() & theirs[two].keys() - theirs[one].keys()
        second = mine[two].keys() & theirs[one].keys() - theirs[two].keys()
        if first and second:
            x, y = min(first), min(second)
            places = _words_of(seed).places
            sort = SenseSort.PLACE if {one, two} <= places else SenseSort.WHO_ACTS
            at = (mine[one][x], mine[two][y])
            yield Exchange("places", sort, at, (theirs[two][x], theirs[one][y]))


def _after_prepositions(side: SideOfBead) -> dict[str, Words]:
    """Return the content words that follow each preposition."""
    prepositions = _prepositions(side.language.tag)
    keys, facts, content = side.keys, side.facts, side.content
    found: dict[str, Words] = {}
    for n, key in enumerate(keys):
        if key not in prepositions:
            continue
        for m in range(n + 1, min(len(keys), n + 1 + _PHRASE)):
            if keys[m] in prepositions or not facts[m].is_word:
                break
            if m in content:
                found.setdefault(key, {})[side.lemmas[m]] = m
    return found


@cache
def _prepositions(tag: str) -> frozenset[str]:
    words = language_of(tag).roles or _NO_WORDS
    return words.places | words.sides
