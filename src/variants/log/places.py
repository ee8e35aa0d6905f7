"""Which place of today's comparison words of the seed are."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variants.classify.place_names import count_equal_before, name_place
from variants.types.collation import Collation, Entry
from variants.types.decision import Anchor, Wording
from variants.types.span import Span, squeeze

_DIGITS = 16  # Of the hash of a sentence: it only has to be looked up, not to withstand anybody.


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the seed that somebody decided on or spoke of.

    Attributes:
        name: ``Entry.place`` where there is an entry with these words.
        span: Where they stand; ``None`` when they are lost.
        order: Rises with the apparatus; for places with the same span.
        entry: The entry with exactly these words, if there is one.
        around: Entries that share words with these; where there is ``entry``, that alone.
    """

    name: str
    span: Span | None
    order: int = 0
    entry: Entry | None = None
    around: tuple[Entry, ...] = ()


class Places:
    """Finds places in a collation."""

    def __init__(self, collation: Collation) -> None:
        self._seed = collation.seed
        self._before = count_equal_before(collation.seed)
        self._exact: dict[Span, list[tuple[int, Entry]]] = defaultdict(list)
        self._of_sentence: dict[int, list[Entry]] = defaultdict(list)
        for order, entry in enumerate(collation.entries, start=1):
            self._exact[entry.lemma].append((order, entry))
            for sentence in self._seed.sentences_of(entry.lemma):
                self._of_sentence[sentence].append(entry)

    def find(self, span: Span, saw: Sequence[Wording] = ()) -> Place:
        """The place of these words.

        Args:
            span: Where they stand.
            saw: The readings that an editor saw there: they tell places of the same words apart,
                such as two sentences that two witnesses have more.
        """
        exact = self._exact.get(span, [])
        if exact:
            order, entry = exact[0] if len(exact) == 1 else _closest(exact, saw)
            return Place(entry.place, span, order, entry, (entry,))
        near = dict.fromkeys(e for s in self._seed.sentences_of(span) for e in self._of_sentence[s])
        around = tuple(entry for entry in near if spans_overlap(entry.lemma, span))
        return Place(self._name(span), span, around=around)

    @staticmethod
    def lost(anchor: Anchor) -> Place:
        """A place for words that are nowhere: the same for all decisions on the same words."""
        within = (anchor.within.start, anchor.within.end)
        return Place(name_place(anchor.sentence_hash, 0, within, "lost"), None)

    def _name(self, span: Span) -> str:
        """The name that an entry with these words would have."""
        sentences = self._seed.sentences
        if not sentences or span.start < sentences[0].start:
            return name_place("", 0, (span.start, span.end))
        sentence = self._seed.sentence_at(span.start)
        start = sentences[sentence].start
        within = (span.start - start, span.end - start)
        return name_place(self._seed.text_of(sentence), self._before[sentence], within)


def spans_overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character, or one is a point inside the other."""
    if one.length == 0 or other.length == 0:
        return one.start < other.start < one.end or other.start < one.start < other.end
    return one.start < other.end and other.start < one.end


def same_passage(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors surely share words, as far as that can be told without the text."""
    if one.document != other.document:
        return False
    if one.text == other.text:
        return one.position == other.position or spans_overlap(one.position, other.position)
    if one.sentence_hash != other.sentence_hash:
        return False
    return one.within == other.within or spans_overlap(one.within, other.within)


def normalize_words(words: str) -> str:
    """What words are compared by: NFC, and runs of white space as one blank."""
    return squeeze(unicodedata.normalize("NFC", words))


def _closest(entries: Sequence[tuple[int, Entry]], saw: Sequence[Wording]) -> tuple[int, Entry]:
    """The entry that shares most readings with those that were seen; of equals, the first."""
    known = {normalize_words(each.text) for each in saw}

    def shared(entry: Entry) -> int:
        return sum(normalize_words(reading.wording) in known for reading in entry.readings)

    return min(entries, key=lambda pair: (-shared(pair[1]), pair[0]))


def hash_of_sentence(sentence: str) -> str:
    """What a sentence is looked up by: the beginning of its SHA-256."""
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
