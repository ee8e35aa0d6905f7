"""Verb groups and words of force of the sides of a difference, read once per bead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.languages.force_marks import ForceMark, ForceReader
from variants.languages.kin import kin_of
from variants.languages.known import language_of
from variants.languages.verb_groups import VerbGroup, VerbReader


class Verbs(NamedTuple):
    """Verb groups and words of force of one side of a bead, in order."""

    groups: tuple[VerbGroup, ...]
    marks: tuple[ForceMark, ...]


@cache
def readers_of(tag: str) -> tuple[VerbReader, ForceReader] | None:
    """Return the readers of a language; ``None`` if its verbs are unknown."""
    language = language_of(tag)
    if language.verbs is None or language.force is None:
        return None
    kin = kin_of(tag)

    def is_verb(word: str) -> bool:
        return kin is not None and kin.parts_of_speech(word)[:1] == "v"

    verbs = VerbReader(language.verbs, language.lemma, language.function_words, is_verb)
    return verbs, ForceReader(language.force, verbs)


def read_verbs(side: SideOfBead) -> Verbs:
    """Return the verb groups and words of force of a side; none in an unknown language."""
    readers = readers_of(side.language.tag)
    if readers is None:
        return Verbs((), ())
    verbs, force = readers
    atoms = verbs.atoms(side.words)
    groups = verbs.groups(atoms)
    passed = frozenset(group.at.start for group in groups if group.conditional)
    return Verbs(groups, tuple(force.marks(atoms, passed)))


def has_inversion(side: SideOfBead) -> bool:
    """Return True if a side expresses "if" by an inversion: "should he come"."""
    return any(group.conditional for group in side.read(read_verbs).groups)


def facing_groups(contrast: Contrast) -> tuple[list[VerbGroup], list[VerbGroup]]:
    """Return the groups that a difference touches.

    A side where it touches none has the group with the same verb, if there is one.
    """
    return contrast.compare(_facing_groups)


def _facing_groups(contrast: Contrast) -> tuple[list[VerbGroup], list[VerbGroup]]:
    seed, other = contrast.seed, contrast.other
    mine = _touched(seed, contrast.seed_at, other, contrast.other_at)
    theirs = _touched(other, contrast.other_at, seed, contrast.seed_at)
    if mine and not theirs:
        theirs = _with_verbs(contrast.other, mine)
    elif theirs and not mine:
        mine = _with_verbs(contrast.seed, theirs)
    return mine, theirs


def _touched(
    side: SideOfBead, indices: Sequence[int], facing: SideOfBead, facing_indices: Sequence[int]
) -> list[VerbGroup]:
    """Return the groups with words of a difference that the other side of it lacks."""
    groups = side.read(read_verbs).groups
    if not indices or not groups:
        return []
    there = [facing.keys[n] for n in facing_indices]
    changed = {n for n in indices if side.keys[n] not in there}
    return [one for one in groups if not changed.isdisjoint(one.at)]


def _with_verbs(side: SideOfBead, groups: Sequence[VerbGroup]) -> list[VerbGroup]:
    """Return the first group of a side that has the verb of one of these groups."""
    mains = {group.main for group in groups}
    return [one for one in side.read(read_verbs).groups if one.main in mains][:1]
