"""Numbers of words that occur several times in their sentence of the established text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from variants.types.edition import Edition
from variants.types.span import Span

_NOTE_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", _NOTE_SIGNS)


class Occurrences:
    """Counts the occurrences of words in a sentence, to name one of them: ``mole²``."""

    def __init__(self, edition: Edition) -> None:
        self._seed = edition.collation.seed
        self._runs = edition.runs()
        self._ends = [run.seed.end for run in self._runs]

    def number(self, span: Span, words: str) -> str:
        """Return the raised number of words of the established text; "" if they occur once.

        Args:
            span: Span of the seed in which they are.
            words: The words that are printed there.
        """
        if not self._seed.sentences or not any(map(str.isalnum, words)):
            return ""
        sentence = self._seed.sentences[self._seed.sentence_of(span)]
        before = self._printed(sentence.start, span.start)
        text = before + words + self._printed(span.end, sentence.end)
        found = [match.start() for match in _whole(words).finditer(text)]
        if len(found) < 2 or len(before) not in found:  # noqa: PLR2004 - 1 needs no number
            return ""
        number = str(found.index(len(before)) + 1).translate(_RAISED)
        return f" {number}" if words[-1:].isdigit() else number

    def _printed(self, start: int, end: int) -> str:
        return "".join(self._parts(start, end))

    def _parts(self, start: int, end: int) -> Iterator[str]:
        """Yield the established text for a part of the seed; printed words whole."""
        first = bisect_right(self._ends, start)
        for run in (self._runs[at] for at in range(first, len(self._runs))):
            if run.seed.start >= end:
                return
            unchanged = self._seed.witness.text[max(start, run.seed.start) : min(end, run.seed.end)]
            yield unchanged if run.status is None else run.text


def _whole(words: str) -> re.Pattern[str]:
    """Return a pattern for words that are not parts of longer ones, with any space between."""
    inner = r"\s+".join(map(re.escape, words.split()))
    first = r"(?<!\w)" if words[:1].isalnum() else ""
    last = rf"(?![^\W{_NOTE_SIGNS}])" if words[-1:].isalnum() else ""
    return re.compile(f"{first}{inner}{last}")
