"""Linked words of aligned passages."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import repeat
from typing import Final, TypeAlias

from variants.types.bead import Bead
from variants.types.segmentation import Segmentation
from variants.types.span import Span, make_spans

SHOWN_FROM = 0.8
"""Least probability of a link that pairs words: from here on 94 of 100 are right."""


class TokenKind(Enum):
    """Kind of a token."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    CONTENT = "content"
    FUNCTION = "function"
    NUMBER = "number"
    PUNCTUATION = "punctuation"


# Names of their own, because it takes several times as long to look up a member of an enumeration.
CONTENT: Final = TokenKind.CONTENT
FUNCTION: Final = TokenKind.FUNCTION
NUMBER: Final = TokenKind.NUMBER
MARK: Final = TokenKind.PUNCTUATION


@dataclass(frozen=True, slots=True, init=False)
class Token:
    """A word or a punctuation mark.

    Attributes:
        span: Its span in the witness.
        key: Form for comparison; never shown.
        kind: Its sort.
    """

    span: Span
    key: str
    kind: TokenKind

    def __init__(self, span: Span, key: str, kind: TokenKind) -> None:
        # In half the time of a generated method, since every word of a text is a token.
        _set_span(self, span)
        _set_key(self, key)
        _set_kind(self, kind)


_set_span, _set_key, _set_kind = (vars(Token)[name].__set__ for name in ("span", "key", "kind"))


def make_tokens(
    starts: Iterable[int], ends: Iterable[int], keys: Sequence[str], kinds: Iterable[TokenKind]
) -> list[Token]:
    """Return the tokens with these spans, keys and kinds, all of one length.

    It takes two thirds of the time of a call for each, because no loop runs in Python.
    """
    spans = make_spans(starts, ends, len(keys))
    tokens = list(map(object.__new__, repeat(Token, len(keys))))
    for set_attribute, values in ((_set_span, spans), (_set_key, keys), (_set_kind, kinds)):
        deque(map(set_attribute, tokens, values), maxlen=0)
    return tokens


Tokenizer: TypeAlias = Callable[[Segmentation, Span], tuple[Token, ...]]
"""Function that returns the tokens of a span of a witness."""

WordCounter: TypeAlias = Callable[[Segmentation, Span], Counter[str]]
"""Function that counts the words of a span of a witness by key, without punctuation."""


@dataclass(frozen=True, slots=True, order=True, init=False)
class Link:
    """Two words that correspond.

    Attributes:
        seed: Index of the seed's token in its ``WordAlignment``.
        other: Index of the other's token.
        probability: Probability that a person would link them, from 0 to 1.
    """

    seed: int
    other: int
    probability: float

    def __init__(self, seed: int, other: int, probability: float) -> None:
        # In half the time of a generated method, since every word of a text has a link.
        _set_seed(self, seed)
        _set_other(self, other)
        _set_probability(self, probability)


_set_seed, _set_other, _set_probability = (
    vars(Link)[name].__set__ for name in ("seed", "other", "probability")
)


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
        seed, other = len(self.seed), len(self.other)
        for link in self.links:
            if not (0 <= link.seed < seed and 0 <= link.other < other):
                msg = f"{link} points outside its bead"
                raise ValueError(msg)
