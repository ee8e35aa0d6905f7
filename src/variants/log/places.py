"""Places of the current comparison that decisions and comments belong to."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from variants.classify.place_names import count_equal_before, name_place
from variants.types.collation import Collation, Entry
from variants.types.decision import Anchor, Wording
from variants.types.span import Span, squeeze

_DIGITS = 16  # The hash of a sentence is only for lookup and need not be secure.


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the seed that were decided or commented on.

    Attributes:
        name: ``Entry.place`` if there is an entry with these words, or a name of the same form.
        span: The words in the current seed; ``None`` if they are lost.
        order: Number of the entry in the apparatus; it orders places with the same span.
        entry: The entry with exactly these words, if there is one.
        around: Entries that share words with these; only ``entry`` if there is one.
    """

    name: str
    span: Span | None
    order: int = 0
    entry: Entry | None = None
    around: tuple[Entry, ...] = ()


class Places:
    """Finds places in a collation."""

    def __init__(self, collation: Collation) -> None:
        self._collation = collation
        self._seed = collation.seed
        self._before = count_equal_before(collation.seed)
        self._order = {entry.place: n for n, entry in enumerate(collation.entries, start=1)}

    def find(self, span: Span, saw: Sequence[Wording] = ()) -> Place:
        """Return the place of words of the seed.

        Args:
            span: The words.
            saw: Readings that an editor saw there. They distinguish places with the same words,
                such as two sentences that two witnesses add at the same point.
        """
        exact = self._collation.entries_at(span)
        if exact:
            entry = exact[0] if len(exact) == 1 else _closest(exact, saw)
            return Place(entry.place, span, self._order[entry.place], entry, (entry,))
        return Place(self._name(span), span, around=self._collation.entries_overlapping(span))

    @staticmethod
    def lost(anchor: Anchor) -> Place:
        """Return the place of words that are lost; it is equal for all decisions on them."""
        within = (anchor.within.start, anchor.within.end)
        return Place(name_place(anchor.sentence_hash, 0, within, "lost"), None)

    def _name(self, span: Span) -> str:
        """Return the name that an entry with these words would have."""
        sentences = self._seed.sentences
        if not sentences or span.start < sentences[0].start:
            return name_place("", 0, (span.start, span.end))
        sentence = self._seed.sentence_at(span.start)
        start = sentences[sentence].start
        within = (span.start - start, span.end - start)
        return name_place(self._seed.text_of(sentence), self._before[sentence], within)


def same_passage(one: Anchor, other: Anchor) -> bool:
    """Return True if two anchors share words; False if that is unknown without their texts."""
    if one.document != other.document:
        return False
    if one.text == other.text:
        return one.position == other.position or one.position.overlaps(other.position)
    if one.sentence_hash != other.sentence_hash:
        return False
    return one.within == other.within or one.within.overlaps(other.within)


def normalize_words(words: str) -> str:
    """Return words as they are compared: in NFC, white space squeezed."""
    return squeeze(unicodedata.normalize("NFC", words))


def _closest(entries: Sequence[Entry], saw: Sequence[Wording]) -> Entry:
    """Return the entry with most of the readings that were seen; of several, the first."""
    known = {normalize_words(each.text) for each in saw}

    def shared(entry: Entry) -> int:
        return sum(normalize_words(reading.wording) in known for reading in entry.readings)

    return max(entries, key=shared)


def hash_of_sentence(sentence: str) -> str:
    """Return the key that a sentence is looked up by: the beginning of its SHA-256."""
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
