"""Exchange of two roles in a bead, and the words of a language around roles."""

from __future__ import annotations

from typing import Final, NamedTuple

from variants.classify.sense.contrast import SideOfBead
from variants.languages.role_words import RoleWords
from variants.types.sense import SenseSort

PHRASE: Final = 4  # Words of a noun phrase after a preposition, or between an owner and its noun.
NO_WORDS: Final = RoleWords()


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


def role_words_of(side: SideOfBead) -> RoleWords:
    """Return the words around roles of a side's language; without any if it has no table."""
    return side.language.roles or NO_WORDS
