"""What an edition lays down where a text is cut wrongly.

Words of the text name the place, so that a correction outlives changes elsewhere in it. How much
white space stands between them does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Split:
    """A sentence begins here, whatever the segmenter finds.

    Attributes:
        before: The words it begins with.
    """

    before: str

    def __post_init__(self) -> None:
        _check_words(self.before)

    def __str__(self) -> str:
        return f"split before “{self.before}”"


@dataclass(frozen=True, slots=True)
class Join:
    """Sentences that follow one another are one.

    Attributes:
        beginnings: The words that each of them begins with, in order; of two or more.
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
"""Either of them."""


def _check_words(words: str) -> None:
    if not words.strip():
        msg = "a place is named by words, not by white space"
        raise ValueError(msg)
