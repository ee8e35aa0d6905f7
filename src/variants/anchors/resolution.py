"""What became of a passage that was remembered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from variants.types.span import Span


class Method(Enum):
    """How a passage was found again."""

    POSITION = "position"
    SENTENCE = "sentence"
    WORDS = "words"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Found:
    """The passage stands in the text, word for word.

    Attributes:
        span: Where it stands now.
        method: How it was found.
        moved: Whether its sentence has another number than it had.
        carried: Whether its sentence, or what stood around it, was changed.
    """

    span: Span
    method: Method
    moved: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Stale:
    """The sentence is there, but the words are not the same.

    Attributes:
        span: What stands now between the neighbours that were kept; a point where there is
            nothing.
        was: The words that were remembered.
    """

    span: Span
    was: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words stand where they may be meant, and nothing says surely that they are.

    Attributes:
        spans: All such places, in the order of the text; a single one where the words are the
            same but too little around them is.
    """

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Neither the sentence nor the words are there."""


Resolution: TypeAlias = Found | Stale | Ambiguous | Lost
