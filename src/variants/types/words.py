"""Which words of two aligned passages correspond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from variants.types.alignment import Bead
from variants.types.segmentation import Segmentation
from variants.types.span import Span


class TokenKind(Enum):
    """What sort of word a token is."""

    CONTENT = "content"
    FUNCTION = "function"
    NUMBER = "number"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark.

    Attributes:
        span: Where it stands in its witness.
        key: What it is compared by; never shown.
        kind: Its sort.
    """

    span: Span
    key: str
    kind: TokenKind


Tokenizer: TypeAlias = Callable[[Segmentation, Span], tuple[Token, ...]]
"""What gives the tokens of a stretch of a witness: rooms that look at words are handed one."""

WordCounter: TypeAlias = Callable[[Segmentation, Span], Counter[str]]
"""What says how often each word, by its key, stands in a stretch of a witness; marks are none."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two words that correspond.

    Attributes:
        seed: Index of the seed's token in its ``WordAlignment``.
        other: Index of the other's token.
        probability: That a person would link them, 0 to 1.
    """

    seed: int
    other: int
    probability: float


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """The words of one bead and the links between them.

    Attributes:
        bead: The bead; both of its sides hold sentences.
        seed: Tokens of the seed's sentences, in order.
        other: Tokens of the other's.
        links: In order; a token may have several or none.
    """

    bead: Bead
    seed: tuple[Token, ...]
    other: tuple[Token, ...]
    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        for link in self.links:
            if not (0 <= link.seed < len(self.seed) and 0 <= link.other < len(self.other)):
                msg = f"{link} points outside its bead"
                raise ValueError(msg)
