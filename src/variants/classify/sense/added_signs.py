"""Signs in words that only one side has, where the rest of both sentences is equal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead, count_missing
from variants.classify.sense.side_small_words import hints_small_word, read_small_words
from variants.classify.sense.side_verbs import read_verbs
from variants.classify.sense.signs import Sign, one_sided_sign
from variants.languages.kin import Kin, kin_of, nearness

_MOST_FREE = 1
"""Most content words of the other side that are missing here: more can be a paraphrase."""
_RESTATED = 0.5
"""Nearness from which a word restates another one of its sentence: "and burned", of a fire."""
_NOUN, _VERB = "n", "v"
_EXCEPT = "except"
_PURPOSE = 2  # Least content words of a purpose: "to pay his debts".


class _AddedWords(NamedTuple):
    """Words that one side has and the other has not.

    Attributes:
        side: The side that has them.
        facing: The other side.
        at: Their indices, without marks.
        span: Their indices with marks.
        content: The content words among them.
        kin: The kin of words of their language.
    """

    side: SideOfBead
    facing: SideOfBead
    at: Indices
    span: range
    content: Indices
    kin: Kin

    def part(self, n: int) -> str:
        """Return the most common part of speech of a word."""
        return self.kin.parts_of_speech(self.side.keys[n])[:1]

    def restates(self, n: int, parts: str) -> bool:
        """Return True if a word of these parts of speech elsewhere is near a word."""
        side, tag = self.side, self.side.language.tag
        elsewhere = {side.keys[m] for m in side.content.difference(self.at)}
        elsewhere |= {self.facing.keys[m] for m in self.facing.content}
        return any(
            nearness(side.keys[n], key, tag) >= _RESTATED
            for key in elsewhere
            if self.kin.parts_of_speech(key)[:1] in parts
        )


def find_added_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of words that face nothing and add something to an equal sentence.

    An exception, an agent ("laid by the prisoners"), a purpose ("to bury his mother"), an act ("and
    captured it"), one thing more of a list, and a manner ("secretly") add something; a restatement
    of what the sentence has anyway does not.
    """
    if bool(contrast.seed_at) == bool(contrast.other_at):
        return
    is_lost = bool(contrast.seed_at)
    side, facing = contrast.seed, contrast.other
    at, span, content = contrast.seed_at, contrast.seed_range, contrast.seed_content
    if not is_lost:
        side, facing = facing, side
        at, span, content = contrast.other_at, contrast.other_range, contrast.other_content
    kin = kin_of(side.language.tag)
    if kin is None or not content or side.language.verbs is None or side.language.roles is None:
        return
    if count_missing(facing, side) > _MOST_FREE:
        return
    name = _name_of(_AddedWords(side, facing, at, span, content, kin))
    if name:
        yield one_sided_sign(f"added.{name}", side.text(at), is_lost=is_lost)


def _name_of(added: _AddedWords) -> str:
    """Return the sort of what words add; "" if they are too vague."""
    tests = {
        "exception": _adds_exception,
        "agent": _adds_agent,
        "purpose": _adds_purpose,
        "act": _adds_act,
        "item": _adds_item,
        "manner": _adds_manner,
    }
    return next((name for name, adds in tests.items() if adds(added)), "")


def _adds_exception(added: _AddedWords) -> bool:
    return any(
        mark.meaning.value == _EXCEPT and added.span.start <= mark.at.start < added.span.stop
        for mark in added.side.read(read_small_words)
    )


def _adds_purpose(added: _AddedWords) -> bool:
    """Return True if words add "to" and a verb with its object."""
    verbs = added.side.language.verbs
    first = added.content[0]
    return (
        verbs is not None
        and added.side.keys[added.at[0]] == verbs.infinitive
        and first == added.at[0] + 1
        and added.part(first) == _VERB
        and len(added.content) >= _PURPOSE
    )


def _adds_manner(added: _AddedWords) -> bool:
    """Return True if one word adds a manner that no table of small words has."""
    side, (first, *_) = added.side, added.content
    verbs, key = side.language.verbs, side.keys[first]
    return (
        verbs is not None
        and len(added.at) == 1
        and key.endswith(verbs.adverb_ending)
        and not hints_small_word(key, side.language.tag)
        and not added.restates(first, "avrn")
    )


def _adds_item(added: _AddedWords) -> bool:
    """Return True if words add one thing to a list of others: ", gunpowder"."""
    side, language = added.side, added.side.language
    joints = language.roles.joints if language.roles else frozenset[str]()
    small = {side.keys[n] for n in added.at if n not in added.content}
    is_joined = bool(joints & small) or len(added.span) > len(added.at)
    determiners = language.verbs.determiners if language.verbs else frozenset[str]()
    return (
        is_joined
        and small <= joints | determiners
        and all(added.part(n) == _NOUN for n in added.content)
        and not any(added.restates(n, _NOUN) for n in added.content)
    )


def _adds_agent(added: _AddedWords) -> bool:
    """Return True if words add a participle and who acts."""
    keys = [added.side.keys[n] for n in added.at]
    marker = added.side.language.roles.agent_marker if added.side.language.roles else ""
    if marker not in keys:
        return False
    by, side = added.at[keys.index(marker)], added.side
    if by - 1 not in added.content or not any(n > by for n in added.content):
        return False
    key, lemma, word = (each[by + 1] for each in (side.keys, side.lemmas, side.words))
    is_bare = by + 1 in side.content and key == lemma and word[:1].islower()
    return not (is_bare and by + 2 not in side.content)  # "Taken by storm".


def _adds_act(added: _AddedWords) -> bool:
    """Return True if words add a verb of its own beside the one that they are joined to."""
    side = added.side
    inside = set(added.at)
    mains = [
        group
        for group in side.read(read_verbs).groups
        if group.tense and inside.issuperset(group.at) and group.at.stop - 1 in added.content
    ]
    roles = side.language.roles
    joins = roles.joints if roles else frozenset[str]()
    begins = side.keys[added.at[0]] in joins or len(added.span) > len(added.at)
    return begins and bool(mains) and not added.restates(mains[0].at.stop - 1, _VERB + _NOUN)
