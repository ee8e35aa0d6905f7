"""Mood of sentences: question, order, statement, and statement of the unreal."""

from __future__ import annotations

from collections.abc import Sequence

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.direct_speech import reports_on_one_side
from variants.classify.sense.side_verbs import facing_groups, read_verbs, readers_of
from variants.languages.verb_groups import QUESTION

_STOPS = frozenset(".?!;")


def asks_on_one_side(contrast: Contrast) -> bool:
    """Return True if the difference is between a question and a statement."""
    sides = (contrast.seed, contrast.seed_range), (contrast.other, contrast.other_range)
    if contrast.seed.read(_has_question) == contrast.other.read(_has_question):
        return False
    asking = [
        [group.at for group in side.read(read_verbs).groups if group.asks] for side, _ in sides
    ]
    if bool(asking[0]) == bool(asking[1]):
        return False
    (side, indices), (facing, _) = sides if asking[0] else reversed(sides)
    if (_is_indirect(facing) and not _is_indirect(side)) or reports_on_one_side(contrast):
        return False  # "Do I need it?", "you ask whether I need it".
    return QUESTION not in facing.words and any(
        side.words[n] == QUESTION or any(n in at for at in (*asking[0], *asking[1]))
        for n in indices
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
    """Return True if one side gives an order where the other has a subject: "They attack"."""
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
    verb = side.keys[at + 1]
    return (
        side.lemmas[at + 1] == verb
        and readers[0].is_verb(verb)
        and any(key == verb and _begins_sentence(facing, n) for n, key in enumerate(facing.keys))
    )


def _begins_sentence(side: SideOfBead, at: int) -> bool:
    return at == 0 or side.words[at - 1] in _STOPS
