"""Corrections of sentence borders that an edition defines.

A place is named by words of the text, with any white space between them, so that a correction
survives changes elsewhere in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Split:
    """Border before a sentence, added to those of the segmenter.

    Attributes:
        before: First words of the sentence.
    """

    before: str

    def __post_init__(self) -> None:
        _check_words(self.before)

    def __str__(self) -> str:
        return f"split before “{self.before}”"


@dataclass(frozen=True, slots=True)
class Join:
    """Consecutive sentences that form one.

    Attributes:
        beginnings: First words of each sentence, in order; at least two.
    """

    beginnings: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.beginnings) < 2:  # noqa: PLR2004 - one sentence alone cannot be joined
            msg = f"a join is of two sentences or more, unlike {self.beginnings}"
            raise ValueError(msg)
        for words in self.beginnings:
            _check_words(words)

    def __str__(self) -> str:
        return "join " + " ".join(f"“{words}”" for words in self.beginnings)


Correction: TypeAlias = Split | Join
"""Correction of either type."""


def _check_words(words: str) -> None:
    if not words.strip():
        msg = "a place is named by words, not by white space"
        raise ValueError(msg)
