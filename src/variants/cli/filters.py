"""Values of the options that filter a comparison, parsed and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TypeVar

from variants.cli.name_lists import names_in
from variants.errors import InvalidValue, NoSuchSentence, UnknownName
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.status import State
from variants.types.variant import Kind, VariantClass
from variants.wording.typed_command import typed_command

_Member = TypeVar("_Member", bound=Enum)


CLASSES: tuple[VariantClass | Tier, ...] = (*VariantClass, Tier.SENSE)
"""Values of ``--class``: the classes, and the tier of readings likely to touch the sense."""


def parse_classes(values: Iterable[str] | None) -> frozenset[VariantClass | Tier]:
    """Return the classes in the values of ``--class``.

    Raises:
        UnknownName: A name is not a class.

    Examples:
        >>> sorted(each.value for each in parse_classes(["meaning,Sense"]))
        ['meaning', 'sense']
    """
    return _members(values, CLASSES, what="class")


def parse_kinds(values: Iterable[str] | None) -> frozenset[Kind]:
    """Return the kinds in the values of ``--kind``; a hyphen replaces a space in their names.

    Raises:
        UnknownName: A name is not a kind.
    """
    return _members(values, Kind, what="kind")


def parse_states(values: Iterable[str] | None) -> frozenset[State]:
    """Return the states in the values of ``--only``.

    Raises:
        UnknownName: A name is not a state.
    """
    return _members(values, State, what="state")


def parse_sentences(values: Iterable[str] | None) -> tuple[range, ...]:
    """Return the ranges of sentence numbers in the values of ``--sentence``.

    Raises:
        InvalidValue: A value is not a number or range.

    Examples:
        >>> parse_sentences(["3-5,8"])
        (range(3, 6), range(8, 9))
    """
    return tuple(map(_parse_range, names_in(values)))


def known_witnesses(sigla: Sequence[str], collation: Collation) -> frozenset[str]:
    """Return the sigla as a set, checked against the witnesses that are compared with the seed.

    Raises:
        UnknownName: A siglum is not one of them.
    """
    known = [other.witness.siglum for other in collation.others]
    for siglum in sigla:
        if siglum not in known:
            raise UnknownName(siglum, known, what="witness")
    return frozenset(sigla)


def known_sentences(ranges: Sequence[range], edition: Edition) -> frozenset[int]:
    """Return the numbers in the ranges, checked against the sentences of the seed.

    Raises:
        NoSuchSentence: The seed has fewer sentences.
    """
    seed = edition.collation.seed
    last = len(seed.sentences)
    for each in ranges:
        if each.stop > last + 1:  # Before the numbers are listed: there may be millions.
            listing = typed_command(edition, "align")
            raise NoSuchSentence(seed.witness.siglum, each.stop - 1, count=last, command=listing)
    return frozenset(number for each in ranges for number in each)


def _parse_range(given: str) -> range:
    match = re.fullmatch(r"([0-9]{1,9})(?:[-–]([0-9]{1,9}))?", given)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        hint = "Use sentence numbers and ranges, counted from 1: 3-5,8"
        raise InvalidValue(given, option="--sentence", hint=hint)
    return range(first, last + 1)


def _members(
    values: Iterable[str] | None, members: Iterable[_Member], *, what: str
) -> frozenset[_Member]:
    """Return the enumeration members whose values are named in an option."""
    by_name = {member.value.replace(" ", "-"): member for member in members}
    names = [(given, given.lower().replace(" ", "-")) for given in names_in(values)]
    for given, name in names:
        if name not in by_name:
            raise UnknownName(given, list(by_name), what=what)
    return frozenset(by_name[name] for _, name in names)
