"""Numbers of words that occur several times in their sentence of the established text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from variants.types.edition import Edition
from variants.types.span import Span

_NOTE_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", _NOTE_SIGNS)


class Occurrences:
    """Counts the occurrences of words in a sentence, to name one of them: ``mole²``."""

    def __init__(self, edition: Edition) -> None:
        self._seed = edition.collation.seed
        self._runs = edition.runs()
        self._starts = [run.seed.start for run in self._runs]
        self._ends = [run.seed.end for run in self._runs]
        self._offsets = [0, *accumulate(len(run.text) for run in self._runs)]
        self._established = "".join(run.text for run in self._runs)
        self._sentence = ""
        self._found: dict[str, list[int]] = {}

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
        found = self._offsets_of(words, text)
        if len(found) < 2 or len(before) not in found:  # noqa: PLR2004 - 1 needs no number
            return ""
        number = str(found.index(len(before)) + 1).translate(_RAISED)
        return f" {number}" if words[-1:].isdigit() else number

    def _printed(self, start: int, end: int) -> str:
        """Return the established text for a part of the seed; printed words whole."""
        return self._established[self._offset_after(start) : self._offset_before(end)]

    def _offset_after(self, start: int) -> int:
        at = bisect_right(self._ends, start)
        own = at < len(self._runs) and self._runs[at].status is None
        return self._offsets[at] + (max(0, start - self._starts[at]) if own else 0)

    def _offset_before(self, end: int) -> int:
        at = bisect_left(self._starts, end)
        own = at > 0 and self._runs[at - 1].status is None
        return self._offsets[at] - (max(0, self._ends[at - 1] - end) if own else 0)

    def _offsets_of(self, words: str, sentence: str) -> Sequence[int]:
        """Return the offsets of words in a sentence, which are kept for its other places."""
        if sentence != self._sentence:
            self._sentence, self._found = sentence, {}
        if words not in self._found:
            self._found[words] = list(_offsets_of(words, sentence))
        return self._found[words]


def _offsets_of(words: str, text: str) -> Iterator[int]:
    """Yield the offsets of words in a text."""
    pattern, first = _whole(words), words.split(maxsplit=1)[0]
    at = text.find(first)  # A search for the pattern takes many times as long.
    while at >= 0:
        match = pattern.match(text, at)
        if match is not None:
            yield at
        at = text.find(first, at + 1 if match is None else match.end())


def _whole(words: str) -> re.Pattern[str]:
    """Return a pattern for words that are not parts of longer ones, with any space between."""
    inner = r"\s+".join(map(re.escape, words.split()))
    first = r"(?<!\w)" if words[:1].isalnum() else ""
    last = rf"(?![^\W{_NOTE_SIGNS}])" if words[-1:].isalnum() else ""
    return re.compile(f"{first}{inner}{last}")
