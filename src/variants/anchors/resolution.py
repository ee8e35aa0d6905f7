"""Outcomes of the search for an anchored passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from variants.types.span import Span


class Method(Enum):
    """Way in which a passage was found."""

    POSITION = "position"
    SENTENCE = "sentence"
    WORDS = "words"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Found:
    """The passage is in the text, word for word.

    Attributes:
        span: Its current span.
        method: Way in which it was found.
        moved: True if the number of its sentence has changed.
        carried: True if its sentence or its context has changed.
        copies: Passages with the same words in sentences that are treated as copies of its own.
    """

    span: Span
    method: Method
    moved: bool = False
    carried: bool = False
    copies: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """The sentence was found, but its words have changed.

    Attributes:
        span: Current text between the kept neighbours; a point if there is none.
        was: The anchored words.
    """

    span: Span
    was: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words were found, but it is not certain that they are the anchored ones.

    Attributes:
        spans: All possible places, in order; a single one if too little of its context is equal.
    """

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Neither the sentence nor the words were found."""


Resolution: TypeAlias = Found | Stale | Ambiguous | Lost
