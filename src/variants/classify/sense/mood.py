"""Mood of sentences: question, order, statement, and statement of the unreal."""

from __future__ import annotations

from collections.abc import Sequence

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import count_denials
from variants.classify.sense.direct_speech import reports_on_one_side
from variants.classify.sense.side_verbs import facing_groups, read_verbs, readers_of
from variants.languages.verb_groups import QUESTION, VerbGroup

_STOPS = frozenset(".?!;")


def asks_on_one_side(contrast: Contrast) -> bool:
    """Return True if the difference is between a question and a statement.

    A question has its auxiliary before the subject, or a word such as "who" that the other side
    lacks, or only its mark. "Will you come?" is the order "come", and a question that denies what
    the other side affirms is one in form only: "who could doubt it?", "no one could".
    """
    sides = (contrast.seed, contrast.seed_range), (contrast.other, contrast.other_range)
    has_mark = contrast.seed.read(_has_question)
    if has_mark == contrast.other.read(_has_question):
        return False
    (side, here), (facing, there) = sides if has_mark else sides[::-1]
    if (_is_indirect(facing) and not _is_indirect(side)) or reports_on_one_side(contrast):
        return False  # "Do I need it?", "you ask whether I need it".
    asking = [group for group in side.read(read_verbs).groups if group.asks]
    if any(group.asks for group in facing.read(read_verbs).groups):
        return False
    if not asking and not _has_interrogative(side):
        return _is_only_mark(side, here, facing, there)
    if any(_is_request(group, side, facing) for group in asking):
        return False
    words = {n for group in asking for n in group.at} or _new_interrogatives(side, facing)
    return bool(words) and any(side.words[n] == QUESTION or n in words for n in here)


def _is_only_mark(side: SideOfBead, here: range, facing: SideOfBead, there: range) -> bool:
    """Return True if the difference is the mark of a question and a full stop."""
    return side.words[here.start : here.stop] == (QUESTION,) and facing.words[
        there.start : there.stop
    ] == (".",)


def _has_interrogative(side: SideOfBead) -> bool:
    verbs = side.language.verbs
    return verbs is not None and not verbs.interrogatives.isdisjoint(side.keys)


def asks_in_form_only(seed: SideOfBead, other: SideOfBead) -> bool:
    """Return True if a question denies what the other side affirms: "who could?", "no one could".

    The question has a modal auxiliary; "who came?" asks.
    """
    if seed.read(_has_question) == other.read(_has_question):
        return False
    side, facing = (seed, other) if seed.read(_has_question) else (other, seed)
    return (
        count_denials(side) != count_denials(facing)
        and any(group.modal for group in side.read(read_verbs).groups)
        and bool(_interrogatives_without(side, facing))
    )


def _new_interrogatives(side: SideOfBead, facing: SideOfBead) -> set[int]:
    """Return the words such as "who" that the other side lacks, if the question asks."""
    words = _interrogatives_without(side, facing)
    return set() if words and asks_in_form_only(side, facing) else words


def _interrogatives_without(side: SideOfBead, facing: SideOfBead) -> set[int]:
    verbs = side.language.verbs
    if verbs is None:
        return set()
    return {
        n
        for n, key in enumerate(side.keys)
        if key in verbs.interrogatives and key not in facing.keys
    }


def _is_request(group: VerbGroup, side: SideOfBead, facing: SideOfBead) -> bool:
    """Return True if a question to a person faces an order: "will you come?", "please come"."""
    verbs = side.language.verbs
    if verbs is None or not group.modal or verbs.addressed.isdisjoint(side.keys):
        return False
    return not verbs.requests.isdisjoint(facing.keys) or any(
        key == group.main and _begins_sentence(facing, n) for n, key in enumerate(facing.keys)
    )


def _has_question(side: SideOfBead) -> bool:
    return QUESTION in side.words


def _is_indirect(side: SideOfBead) -> bool:
    """Return True if a side has an indirect question."""
    verbs = side.language.verbs
    return verbs is not None and not verbs.indirect.isdisjoint(side.keys)


UNREAL = frozenset({"would", "should", "could", "might"})
"""Modal auxiliaries of what did not happen: "would have come"."""


def is_real_on_one_side(contrast: Contrast) -> bool:
    """Return True if one side states what would have happened, and the other what happened."""
    mine, theirs = facing_groups(contrast)
    unreal = [any(g.modal in UNREAL and g.perfect for g in side) for side in (mine, theirs)]
    facing = theirs if unreal[0] else mine
    return unreal[0] != unreal[1] and any(
        not group.modal and not (group.perfect and group.tense == "past") for group in facing
    )


def orders_on_one_side(contrast: Contrast) -> bool:
    """Return True if one side gives an order where the other has a subject: "he attacks"."""
    seed = contrast.seed, contrast.seed_rest
    other = contrast.other, contrast.other_rest
    return _only_adds_subject(*seed, *other) or _only_adds_subject(*other, *seed)


def _only_adds_subject(
    side: SideOfBead, rest: Sequence[int], facing: SideOfBead, facing_rest: Sequence[int]
) -> bool:
    """Return True if a side only adds a subject to a verb that begins the other's sentence."""
    readers = readers_of(side.language.tag)
    if readers is None or facing_rest or len(rest) != 1:
        return False
    (at,), words = rest, readers[0].words
    if side.keys[at] not in words.subjects - words.addressed or at + 1 == len(side.words):
        return False
    verb = side.lemmas[at + 1]
    return readers[0].is_verb(verb) and any(
        key == verb and _begins_sentence(facing, n) for n, key in enumerate(facing.keys)
    )


def _begins_sentence(side: SideOfBead, at: int) -> bool:
    return at == 0 or side.words[at - 1] in _STOPS
