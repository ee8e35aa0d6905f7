"""Arguments of verbs, and their exchange between both sides of a bead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from variants.classify.sense.argument_phrases import (
    REACH,
    ArgumentPhrase,
    Words,
    argument_words,
    phrase_after,
    phrase_before,
    subject_pronouns,
)
from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.role_exchange import Exchange, role_words_of
from variants.classify.sense.side_verbs import read_verbs
from variants.languages.kin import kin_of
from variants.languages.role_words import RoleWords
from variants.languages.verb_groups import VerbGroup
from variants.types.sense import SenseSort

_RELATIVE = "who"


class VerbArguments(NamedTuple):
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


_Pair: TypeAlias = tuple[VerbArguments, VerbArguments]
"""Arguments of one verb in the seed and in the other side."""


def exchanged_arguments(seed: SideOfBead, other: SideOfBead) -> Iterator[Exchange]:
    """Yield the agents and patients of verbs of both sides: "he saw her", "she saw him"."""
    mine, theirs = _of_shared_verbs(seed, other), _of_shared_verbs(other, seed)
    pairs = [*_pairs(mine, theirs)]
    for pair in pairs:
        yield from _agents_as_patients(*pair)
        yield from _caused_by_another(*pair)
    for first, second in combinations(pairs, 2):
        yield from _exchanged_agents(first, second, subject_pronouns(seed.language.tag))


def _agents_as_patients(mine: VerbArguments, theirs: VerbArguments) -> Iterator[Exchange]:
    """Yield the agent and the patient of a verb that are its patient and agent in the other."""
    for one in sorted(mine.agents.keys() & theirs.patients.keys() - theirs.agents.keys()):
        swapped = mine.patients.keys() & theirs.agents.keys() - theirs.patients.keys()
        for two in sorted(swapped - {one}):
            seed_at = mine.agents[one], mine.patients[two]
            other_at = theirs.patients[one], theirs.agents[two]
            verbs = mine.group.at, theirs.group.at
            yield Exchange("arguments", SenseSort.WHO_ACTS, seed_at, other_at, *verbs)


def _exchanged_agents(first: _Pair, second: _Pair, pronouns: frozenset[str]) -> Iterator[Exchange]:
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


def _caused_by_another(mine: VerbArguments, theirs: VerbArguments) -> Iterator[Exchange]:
    """Yield the patient of a verb who is its agent where it is caused: "made her promise"."""
    if mine.caused == theirs.caused or mine.agents.keys() & theirs.agents.keys():
        return
    plain, caused = (theirs, mine) if mine.caused else (mine, theirs)
    for one in sorted(plain.patients.keys() & caused.agents.keys()):
        places = ((plain.patients[one],), (caused.agents[one],))
        verbs = (plain.group.at, caused.group.at)
        if mine.caused:
            places, verbs = places[::-1], verbs[::-1]
        yield Exchange("arguments", SenseSort.WHO_ACTS, *places, *verbs)


def _pairs(seed: Sequence[VerbArguments], other: Sequence[VerbArguments]) -> Iterator[_Pair]:
    """Yield the arguments on both sides of each verb that both have, in order."""
    for main in dict.fromkeys(each.group.main for each in seed):
        mine = [each for each in seed if each.group.main == main]
        theirs = [each for each in other if each.group.main == main]
        yield from zip(mine, theirs, strict=False)


def _of_shared_verbs(side: SideOfBead, facing: SideOfBead) -> list[VerbArguments]:
    """Return the arguments of the verbs of a side that the other side has too."""
    groups, causatives = side.read(read_verbs).groups, role_words_of(side).causatives
    there = {group.main for group in facing.read(read_verbs).groups}
    if any(one.main in causatives for one in groups) or not causatives.isdisjoint(there):
        there.update(facing.keys)  # "She made him promise" has no verb group for the second verb.
    shared = there | causatives
    return _arguments_of(side, [one for one in groups if one.main in shared])


def arguments_of(side: SideOfBead) -> list[VerbArguments]:
    """Return the arguments of the verb groups of a side."""
    return _arguments_of(side, side.read(read_verbs).groups)


def _arguments_of(side: SideOfBead, groups: Iterable[VerbGroup]) -> list[VerbArguments]:
    words = role_words_of(side)
    found = []
    for each in groups:
        if each.main in words.weak_verbs:
            continue
        group = _with_passive(side, each, words)
        before = phrase_before(side, group.at.start)
        after = phrase_after(side, group.at.stop)
        if group.passive or after.begins_with(words.agent_marker):  # "a treaty made by them"
            receivers = after.words_after(words.receiver_marker) if group.passive else {}
            agents = after.words_after(words.agent_marker)
            patients = {**before.words, **_without(receivers, agents)}
            found.append(VerbArguments(group, agents, patients))
        elif group.main in words.two_way_verbs and words.source_marker in after.keys:
            # "She rents it from him" is "he rents it to her".
            givers = after.words_after(words.source_marker)
            receivers = {**before.words, **_without(after.words, givers)}
            found.append(VerbArguments(group, givers, receivers))
        else:
            found.append(VerbArguments(group, before.words, after.words))
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


def _caused(side: SideOfBead, after: ArgumentPhrase) -> list[VerbArguments]:
    """Return the arguments of the verb whose agent is the object of a causative; one or none."""
    kin = kin_of(side.language.tag)
    agents: Words = {}
    for n in after.at:
        key = side.keys[n]
        is_verb = n in side.content and kin is not None and kin.parts_of_speech(key)[:1] == "v"
        if is_verb and agents and side.lemmas[n] == key:
            group = VerbGroup(range(n, n + 1), key, "")
            patients = phrase_after(side, n + 1).words
            return [VerbArguments(group, agents, patients, caused=True)]
        agents.update(argument_words(side, (n,)))
    return []


def _add_relatives(side: SideOfBead, arguments: VerbArguments, words: RoleWords) -> None:
    """Add the relative pronoun before a verb, as subject or object: "whom he saw".

    The subject of a passive verb is not its agent: "who was seen", "by whom he was seen".
    """
    start = arguments.group.at.start
    before = range(max(0, start - REACH), start)
    keys = side.keys[before.start : start]
    if words.object_relatives.isdisjoint(keys) and words.subject_relatives.isdisjoint(keys[-1:]):
        return
    subject, object_ = arguments.agents, arguments.patients
    first, is_passive = min((*subject.values(), start)), arguments.group.passive
    if is_passive:
        subject, object_ = object_, subject
    for n, key in zip(before, keys, strict=True):
        if key in words.subject_relatives and n == start - 1:
            subject[_RELATIVE] = n
        elif key in words.object_relatives and (
            side.keys[n - 1] == words.agent_marker if is_passive else n <= first
        ):
            object_[_RELATIVE] = n
