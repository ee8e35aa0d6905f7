"""Base of the enumerations whose members are in many sets and dictionaries."""

from __future__ import annotations

from enum import Enum


class PlainEnum(Enum):
    """Enumeration whose members are hashed by identity, as they are compared.

    ``Enum`` hashes the name of a member, which takes five times as long.
    """

    __hash__ = object.__hash__
