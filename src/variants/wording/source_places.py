"""Places of sentences in the files that texts were read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from variants.types.segmentation import Segmentation
from variants.wording.sanitize import sanitize_line

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d+)", re.DOTALL)


class SourcePlaces:
    """Finds the place of sentences of one witness in its file, such as "paragraph 7" or "p. 12"."""

    def __init__(self, cut: Segmentation) -> None:
        self._cut = cut
        placed = any(division.source for division in cut.witness.divisions)
        self._divisions = cut.witness.divisions if placed else ()
        self._starts = [division.span.start for division in self._divisions]

    def at(self, sentence: int) -> str:
        """Return the place of a sentence; empty if the file has no places, such as plain text."""
        if not self._divisions:
            return ""
        number = bisect_right(self._starts, self._cut.sentences[sentence].start) - 1
        return sanitize_line(self._divisions[max(0, number)].source)

    def of(self, sentences: Sequence[int]) -> str:
        """Return the place of several sentences: that of the first, and of the last if it differs.

        Places with numbers are shortened.
        """
        if not (sentences and self._divisions):
            return ""
        return _from_to(self.at(sentences[0]), self.at(sentences[-1]))

    def new_at(self, sentence: int) -> str:
        """Return the place of a sentence if the one before has another; else an empty string."""
        place = self.at(sentence)
        return place if sentence == 0 or self.at(sentence - 1) != place else ""


def _from_to(first: str, last: str) -> str:
    """Return the range from one place to another.

    Examples:
        >>> _from_to("paragraph 7", "paragraph 9"), _from_to("p. 3", "p. 3")
        ('paragraph 7–9', 'p. 3')
        >>> _from_to("ch. 2, paragraph 9", "ch. 3, paragraph 1"), _from_to("", "p. 3")
        ('ch. 2, paragraph 9 – ch. 3, paragraph 1', 'p. 3')
    """
    if first == last or not (first and last):
        return first or last
    one, other = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if one and other and one["before"] == other["before"]:
        return f"{first}–{other['number']}"
    return f"{first} – {last}"
