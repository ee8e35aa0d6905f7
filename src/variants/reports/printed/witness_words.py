"""Words that each witness has for any words of the seed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.span import Span, squeeze, squeeze_paragraphs
from variants.types.variant import Kind


@dataclass(frozen=True, slots=True)
class WitnessWords:
    """Words of one witness for words of the seed.

    Attributes:
        siglum: The witness.
        text: All its words for them, white space collapsed; empty if it has none. ``None`` if they
            are not in one piece, or part of a larger reading.
        labels: Places, or else the passage, at which its words are shown.
        maybe_missed: True if it may have words that were not found.
        in_paragraphs: The words with the borders of its paragraphs.
    """

    siglum: str
    text: str | None
    labels: tuple[str, ...] = ()
    maybe_missed: bool = False
    in_paragraphs: str = ""


class WordsOfWitnesses:
    """Finds the words of witnesses, also for words that are not an entry of the apparatus."""

    def __init__(self, collation: Collation) -> None:
        self._collation = collation
        self._text = collation.seed.witness.text
        self._others = {cut.witness.siglum: cut for cut in collation.others}
        self._passage_of: dict[int, int] = {
            sentence: number
            for number, passage in enumerate(collation.passages)
            for sentence in passage.sentences
        }

    def at(self, span: Span) -> tuple[WitnessWords, ...]:
        """Return the words of every witness but the seed, in the order of the witnesses."""
        entries = self._collation.entries_overlapping(span)
        passages = self._passages_of(span)
        texts = self._texts_in(passages)
        return tuple(
            self._words_of(siglum, span, entries, text, passages) for siglum, text in texts.items()
        )

    def _words_of(
        self,
        siglum: str,
        span: Span,
        entries: Sequence[Entry],
        text: str,
        passages: Sequence[Passage],
    ) -> WitnessWords:
        """Return the words of one witness, whose text in the passages of the span is given."""
        differing = _differing(siglum, entries)
        missed = any(reading.maybe_missed for _, reading in differing)
        if not text:
            return WitnessWords(siglum, "", (), missed)
        # Words inside a moved sentence have their own entries.
        inside = [
            (entry, reading)
            for entry, reading in differing
            if not (reading.kind is Kind.MOVED and self._collation.seed.is_whole(entry.lemma))
        ]
        words = self._spliced(siglum, span, inside)
        if words is not None:
            words = self._found(words, text, span)
        if words is not None:
            return WitnessWords(siglum, squeeze(words), (), missed and not words, words)
        near = differing or [
            (entry, reading)
            for entry, reading in _differing(siglum, [e for p in passages for e in p.entries])
            if reading.kind is Kind.MOVED
        ]
        labels = [entry.label for entry, _ in near] or [passages[0].label]
        return WitnessWords(siglum, None, tuple(labels))

    def _spliced(
        self, siglum: str, span: Span, differing: Sequence[tuple[Entry, Reading]]
    ) -> str | None:
        """Return the seed's words with the readings of a witness, if these are inside and whole."""
        pieces: list[str] = []
        at = span.start
        outermost = sorted(differing, key=lambda one: (one[0].lemma.start, -one[0].lemma.end))
        for entry, reading in outermost:
            lemma = entry.lemma
            if span.start <= lemma.start < at >= lemma.end:
                continue  # It is inside the reading before.
            if lemma.start < at or lemma.end > span.end or reading.kind is Kind.MOVED:
                return None
            if self._collation.is_parted(reading, siglum):
                return None
            pieces += [self._text[at : lemma.start], f" {reading.wording} "]
            at = lemma.end
        return "".join([*pieces, self._text[at : span.end]])

    def _found(self, words: str, text: str, span: Span) -> str | None:
        """Return words as a text has them, with its spaces and paragraphs; else ``None``."""
        characters = [re.escape(character) for character in "".join(words.split())]
        if not characters:
            return ""
        # Words of a script without spaces have letters beside them.
        before, after = self._text[: span.start][-1:], self._text[span.end :][:1]
        first = "" if before.isalnum() else r"(?<!\w)" if words.strip()[0].isalnum() else ""
        last = "" if after.isalnum() else r"(?!\w)" if words.strip()[-1].isalnum() else ""
        match = re.search(first + r"\s*".join(characters) + last, text)
        return squeeze_paragraphs(match[0]) if match else None

    def _passages_of(self, span: Span) -> Sequence[Passage]:
        """Return the passages from the first to the last that a span touches."""
        touched = [
            self._passage_of[sentence]
            for sentence in self._collation.seed.sentences_of(span)
            if sentence in self._passage_of
        ]
        return self._collation.passages[min(touched) : max(touched) + 1] if touched else ()

    def _texts_in(self, passages: Sequence[Passage]) -> Mapping[str, str]:
        """Return the text of each witness from its first to its last sentence in passages."""
        sentences: dict[str, list[int]] = {siglum: [] for siglum in self._others}
        for passage in passages:
            for rendering in passage.renderings:
                sentences[rendering.siglum] += rendering.sentences
        texts = {}
        for siglum, numbers in sentences.items():
            cut = self._others[siglum]
            texts[siglum] = (
                Span(cut.sentences[min(numbers)].start, cut.sentences[max(numbers)].end).of(
                    cut.witness.text
                )
                if numbers
                else ""
            )
        return texts


def _differing(siglum: str, entries: Sequence[Entry]) -> list[tuple[Entry, Reading]]:
    """Return the entries in which a witness differs, with its readings."""
    return [(e, reading) for e in entries if (reading := e.reading_of(siglum)) is not None]
