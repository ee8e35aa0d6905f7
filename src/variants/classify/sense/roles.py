"""Arguments of verbs and places that are exchanged between both sides of a bead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from variants.classify.sense.contrast import RECENT, SideOfBead
from variants.classify.sense.owners import exchanged_owners, is_owner
from variants.classify.sense.role_exchange import NO_WORDS, PHRASE, Exchange, role_words_of
from variants.classify.sense.side_verbs import read_verbs
from variants.languages.kin import kin_of
from variants.languages.known import language_of
from variants.languages.role_words import RoleWords
from variants.languages.verb_groups import VerbGroup
from variants.types.sense import SenseSort

_REACH = 8  # Words of an argument before and after its verb.

Words = dict[str, int]
"""Lemmas and their last indices."""


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
        *exchanged_owners(seed, other),
        *_exchanged_places(seed, other),
        *_exchanged_opponents(seed, other),
        *_exchanged_in_comparison(seed, other),
        *_exchanged_with_adjunct(seed, other),
    )


# Verbs


def _exchanged_arguments(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    pairs = [*_pairs(_roles_beside(seed, other), _roles_beside(other, seed))]
    for mine, theirs in pairs:
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
    for first, second in combinations(pairs, 2):
        yield from _exchanged_agents(first, second, _subjects(seed.language.tag))


def _exchanged_agents(
    first: tuple[Roles, Roles], second: tuple[Roles, Roles], pronouns: frozenset[str]
) -> Iterator[Exchange]:
    """Yield the agents of two verbs if each has that of the other: "A asked whether B had come".

    A pronoun may stand for either: "the king said that he came", "he said that the king came".
    """
    ones, twos = (
        sorted(mine[0].agents.keys() & theirs[1].agents.keys() - pronouns - others)
        for mine, theirs in ((first, second), (second, first))
        for others in [mine[1].agents.keys() | theirs[0].agents.keys()]
    )
    if ones and twos:
        one, two = ones[0], twos[0]
        seed_at = first[0].agents[one], second[0].agents[two]
        other_at = second[1].agents[one], first[1].agents[two]
        verbs = first[0].group.at, first[1].group.at
        yield Exchange("arguments", SenseSort.WHO_ACTS, seed_at, other_at, *verbs)


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
    groups, causatives = side.read(read_verbs).groups, role_words_of(side).causatives
    there = {group.main for group in facing.read(read_verbs).groups}
    if any(one.main in causatives for one in groups) or not causatives.isdisjoint(there):
        there.update(facing.keys)  # "She made him promise" has no verb group for the second verb.
    return _roles_of(side, [one for one in groups if one.main in there or one.main in causatives])


def roles_of(side: SideOfBead) -> list[Roles]:
    """Return the arguments of the verb groups of a side."""
    return _roles_of(side, side.read(read_verbs).groups)


def _roles_of(side: SideOfBead, groups: Iterable[VerbGroup]) -> list[Roles]:
    words = role_words_of(side)
    found = []
    for each in groups:
        if each.main in words.weak_verbs:
            continue
        group = _with_passive(side, each, words)
        before = _before(side, group.at.start, words)
        after = _after(side, group.at.stop, words)
        if group.passive or after.begins_with(words.agent_marker):  # "a treaty made by them"
            receivers = after.words_after(words.receiver_marker) if group.passive else {}
            agents = after.words_after(words.agent_marker)
            found.append(Roles(group, agents, {**before.words, **_without(receivers, agents)}))
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


def _with_passive(side: SideOfBead, group: VerbGroup, words: RoleWords) -> VerbGroup:
    """Return a group of "begin" and the like with a passive after it: "began to be thrown"."""
    stop, verbs = group.at.stop, side.language.verbs
    if group.main not in words.phases or verbs is None:
        return group
    if side.keys[stop : stop + 1] != (verbs.infinitive,):
        return group
    passives = (one for one in side.read(read_verbs).groups if one.passive)
    ends = (one.at.stop for one in passives if one.at.start == stop + 1)
    end = next(ends, 0)
    return group._replace(at=range(group.at.start, end), passive=True) if end else group


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
            return [
                Roles(group, agents, _after(side, n + 1, role_words_of(side)).words, caused=True)
            ]
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
        """Return the words after a marker up to a phrase of another; none if it is absent."""
        keys, prepositions = self.keys, _prepositions(self.side.language.tag)
        if marker not in keys:
            return {}
        found = self.at[keys.index(marker) + 1 :]
        ends = (
            k for k, n in enumerate(found) if n - found[0] > k or self.side.keys[n] in prepositions
        )
        return _lemmas(self.side, found[: next(ends, len(found))])


def _lemmas(side: SideOfBead, at: Iterable[int]) -> Words:
    words, subjects = role_words_of(side), _subjects(side.language.tag)
    keys, lemmas, content, verbs = side.keys, side.lemmas, side.content, side.read(_in_verbs)
    found: Words = {}
    for n in at:
        key = words.cases.get(keys[n], keys[n])
        if n in content and n not in verbs and lemmas[n] not in words.phases:
            found[lemmas[n]] = n
        elif key in subjects:
            found[key] = n
    return found


def _in_verbs(side: SideOfBead) -> frozenset[int]:
    return frozenset(n for group in side.read(read_verbs).groups for n in group.at)


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
    # "Towards the king rode the queen": only after a verb, such a phrase can have a role.
    prepositions = _all_prepositions(side.language.tag)
    return _Phrase(side, _without_adjuncts(side, range(first, start), prepositions))


def _after(side: SideOfBead, stop: int, words: RoleWords) -> _Phrase:
    facts, keys, boundaries = side.facts, side.keys, words.boundaries
    end, most = stop, min(len(keys), stop + _REACH)
    while end < most and keys[end] not in boundaries:
        if not (facts[end].is_word or side.is_of_title(end)):
            break
        end += 1
    return _Phrase(side, _without_adjuncts(side, range(stop, end), words.adjuncts))


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


def _add_relatives(side: SideOfBead, roles: Roles, words: RoleWords) -> None:
    """Add the relative pronoun before a verb, as subject or object: "whom he saw".

    The subject of a passive verb is not its agent: "who was seen", "by whom he was seen".
    """
    start = roles.group.at.start
    before = range(max(0, start - _REACH), start)
    keys = side.keys[before.start : start]
    if words.object_relatives.isdisjoint(keys) and words.subject_relatives.isdisjoint(keys[-1:]):
        return
    subject, object_ = roles.agents, roles.patients
    first, is_passive = min((*subject.values(), start)), roles.group.passive
    if is_passive:
        subject, object_ = object_, subject
    for n, key in zip(before, keys, strict=True):
        if key in words.subject_relatives and n == start - 1:
            subject[_RELATIVE] = n
        elif key in words.object_relatives and (
            side.keys[n - 1] == words.agent_marker if is_passive else n <= first
        ):
            object_[_RELATIVE] = n


_RELATIVE = "who"


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
            places = role_words_of(seed).places
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
        for m in range(n + 1, min(len(keys), n + 1 + PHRASE)):
            if keys[m] in prepositions or not facts[m].is_word:
                break
            if m in content:
                found.setdefault(key, {})[side.lemmas[m]] = m
    return found


# Opponents


class _Opponents(NamedTuple):
    """Content words before and after "against": "complaints by the settlers against the police"."""

    before: Words
    after: Words


def _exchanged_opponents(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield two opponents if a noun such as "complaints" precedes them on both sides."""
    mine, theirs = seed.read(_opponents), other.read(_opponents)
    if mine is None or theirs is None or mine.before.keys().isdisjoint(theirs.before):
        return
    first = mine.after.keys() & theirs.before.keys() - theirs.after.keys()
    second = theirs.after.keys() & mine.before.keys() - mine.after.keys()
    if first and second:
        x, y = min(first), min(second)
        places = (mine.after[x], mine.before[y]), (theirs.before[x], theirs.after[y])
        yield Exchange("arguments", SenseSort.WHO_ACTS, *places)


def _opponents(side: SideOfBead) -> _Opponents | None:
    words, marker = role_words_of(side), role_words_of(side).opponent_marker
    if marker not in side.keys:
        return None
    at, verbs = side.keys.index(marker), side.read(_in_verbs)
    before: Words = {}
    for n in range(at - 1, max(-1, at - 1 - _REACH), -1):
        is_mark = not (side.facts[n].is_word or (n and is_owner(side, n - 1)))
        if n in verbs or is_mark or side.keys[n] in words.boundaries:
            break
        before.update(_lemmas(side, (n,)))
    return _Opponents(before, _after_prepositions(side).get(marker, {}))


# Comparisons


class _Compared(NamedTuple):
    """A comparative, and the words before it and after "than"."""

    comparative: str
    before: Words
    after: Words


def _exchanged_in_comparison(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield two words that one comparative compares: "the inn is older than the mill"."""
    mine, theirs = seed.read(_comparison), other.read(_comparison)
    if mine is None or theirs is None or mine.comparative != theirs.comparative:
        return
    yield from _exchanged(mine.before, mine.after, theirs.before, theirs.after)


def _comparison(side: SideOfBead) -> _Compared | None:
    words, polarity = role_words_of(side), side.language.polarity
    if polarity is None or words.comparing not in side.keys:
        return None
    than = side.keys.index(words.comparing)
    near = range(than - 1, max(-1, than - 1 - PHRASE), -1)
    at = next((n for n in near if polarity.is_comparative(side.keys[n])), None)
    if at is None:
        return None
    before, after = _before(side, at, words), _after(side, than + 1, words)
    return _Compared(side.keys[at], before.words, after.words)


# Adjuncts


def _exchanged_with_adjunct(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield subject or object and the word after a preposition: "the mill is above the inn"."""
    words = role_words_of(seed)
    one_way = {*words.one_way, words.receiver_marker, words.source_marker}
    markers = sorted(one_way.intersection(seed.keys) & {*other.keys})
    if not markers:
        return
    mine, theirs = seed.read(_arguments_by_verb), other.read(_arguments_by_verb)
    for marker in markers:
        after = _words_after(seed, marker), _words_after(other, marker)
        for verb in sorted(mine.keys() & theirs.keys()):
            for here, there in zip(mine[verb], theirs[verb], strict=True):
                yield from _exchanged(here, after[0], there, after[1])


def _arguments_by_verb(side: SideOfBead) -> dict[str, tuple[Words, Words]]:
    """Return the words before each verb, and the words after it up to a preposition."""
    words = role_words_of(side)
    return {
        group.main: (
            _before(side, group.at.start, words).words,
            _phrase(side, group.at.stop),
        )
        for group in side.read(read_verbs).groups
    }


def _words_after(side: SideOfBead, marker: str) -> Words:
    return _phrase(side, side.keys.index(marker) + 1)


def _phrase(side: SideOfBead, start: int) -> Words:
    """Return the words of one noun phrase, up to a preposition or the end of its clause."""
    tag, keys = side.language.tag, side.keys
    stops, ends = _ends_of_phrases(tag), _ends_of_adjuncts(tag)
    end, most = start, min(len(keys), start + PHRASE)
    while end < most and keys[end] not in stops and side.facts[end].is_word:
        if keys[end] in ends and any(n in side.content for n in range(start, end)):
            break
        end += 1
    return _lemmas(side, range(start, end))


def _exchanged(before: Words, after: Words, there: Words, after_there: Words) -> Iterator[Exchange]:
    first = before.keys() & after_there.keys() - there.keys() - after.keys()
    second = after.keys() & there.keys() - before.keys() - after_there.keys()
    if first and second:
        x, y = min(first), min(second)
        at, at_there = (before[x], after[y]), (after_there[x], there[y])
        yield Exchange("arguments", SenseSort.WHO_ACTS, at, at_there)


@cache
def _ends_of_phrases(tag: str) -> frozenset[str]:
    return (language_of(tag).roles or NO_WORDS).boundaries | _all_prepositions(tag)


@cache
def _all_prepositions(tag: str) -> frozenset[str]:
    return (language_of(tag).roles or NO_WORDS).adjuncts | _prepositions(tag)


@cache
def _prepositions(tag: str) -> frozenset[str]:
    words = language_of(tag).roles or NO_WORDS
    return words.places | words.sides
