"""Passages carried from a text to its later state, by sentences, then by words."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from variants.anchors.kept_words import find_kept_words, forms_of
from variants.anchors.quotation import normalize_quotation
from variants.anchors.resolution import Ambiguous, Found, Method, Stale
from variants.anchors.sentence_counterparts import (
    SentenceCounterpart,
    find_rivals,
    find_sentence_counterparts,
)
from variants.languages import language_of
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.words.tokenize import tokenize


def words_of(cut: Segmentation) -> tuple[Span, ...]:
    """Return the spans of all words and marks of a witness, in order."""
    language = language_of(cut.witness.language)
    return tuple(
        token.span
        for sentence in cut.sentences
        for token in tokenize(cut.witness.text, sentence, language)
    )


class Revision:
    """Alignment of a text with its later state, for any number of passages."""

    def __init__(self, old: Segmentation, new: Segmentation) -> None:
        self.old_text = old.witness.text
        self._new = new.witness.text
        self._old_words, self._new_words = words_of(old), words_of(new)
        self._old_forms = forms_of(self.old_text, self._old_words)
        self._new_forms = forms_of(self._new, self._new_words)
        self._sure: dict[int, int] = {}
        self._possible: dict[int, tuple[int, ...]] = {}
        self._regions: dict[int, tuple[range, range]] = {}
        self._openings = {
            bisect_left(self._old_words, s.start, key=lambda word: word.start)
            for s in old.sentences
        }
        self._new_openings = {
            bisect_left(self._new_words, s.start, key=lambda word: word.start)
            for s in new.sentences
        }
        self._rivals: dict[int, list[range]] = {}
        here, there = _comparable(old), _comparable(new)
        pairs = find_sentence_counterparts(here, there)
        for pair in pairs:
            self._align_words(pair, old, new)
        rivals = find_rivals(here, there, pairs)
        self._are_copies = rivals.are_copies
        for number, places in rivals.places.items():
            ranges = [_words_in(self._new_words, [new.sentences[place]]) for place in places]
            words = _words_in(self._old_words, [old.sentences[number]])
            self._rivals |= dict.fromkeys(words, ranges)

    @cached_property
    def free_words(self) -> tuple[Span, ...]:
        """Words of the new text that correspond to no word of the old one."""
        taken = {place for places in self._possible.values() for place in places}
        return tuple(word for j, word in enumerate(self._new_words) if j not in taken)

    def carry(self, span: Span) -> Found | Stale | Ambiguous | None:
        """Return the counterpart of an old passage; ``None`` if its sentence is gone.

        A passage is found only if each of its words was certainly kept, no word was inserted
        between them, and a neighbour was kept as well or the words are unique in their
        sentences. If another sentence could be the one that it was in, and has its words, it is
        ambiguous; if that sentence is treated as a copy, it is found, with the copies.
        """
        found = self._carry(span)
        if isinstance(found, Found):
            elsewhere = self._in_rivals(span)
            if elsewhere and self._are_copies:
                return dataclasses.replace(found, copies=tuple(elsewhere))
            if elsewhere:
                return Ambiguous(tuple(sorted((found.span, *elsewhere))))
        return found

    def _carry(self, span: Span) -> Found | Stale | Ambiguous | None:
        """Return the counterpart of an old passage, without regard to rivals of its sentence."""
        first = bisect_right(self._old_words, span.start, key=lambda word: word.end)
        end = bisect_left(self._old_words, span.end, key=lambda word: word.start)
        if first >= end:
            return self._carry_point(span, first)
        words = range(first, end)
        if not any(word in self._regions for word in words):
            return None
        places = [
            place
            for start in self._possible.get(first, ())
            if (place := self._place(span, words, start)) is not None
        ]
        certain = all(word in self._sure for word in words)
        if not places:
            return Stale(self._nearest(words), span.of(self.old_text))
        if certain and self._is_certain(words):
            return self._found(words, places[0])
        return Ambiguous(tuple(places))

    def _in_rivals(self, span: Span) -> list[Span]:
        """Return the places of a passage in sentences that could be the one that it was in."""
        at = bisect_right(self._old_words, span.start, key=lambda word: word.end)
        wanted = normalize_quotation(span.of(self.old_text))
        places = []
        for words in self._rivals.get(min(at, len(self._old_words) - 1), ()):
            whole = Span(self._new_words[words.start].start, self._new_words[words.stop - 1].end)
            # A point is named by the sentence alone.
            if wanted and wanted not in normalize_quotation(whole.of(self._new)):
                continue
            exact = whole.of(self._new).find(span.of(self.old_text)) if wanted else -1
            start = whole.start + max(exact, 0)
            places.append(Span(start, start + span.length) if exact >= 0 else whole)
        return places

    def _align_words(self, pair: SentenceCounterpart, old: Segmentation, new: Segmentation) -> None:
        """Record the kept words of two corresponding groups of sentences."""
        here = _words_in(self._old_words, [old.sentences[i] for i in pair.old])
        there = _words_in(self._new_words, [new.sentences[j] for j in pair.new])
        self._regions |= dict.fromkeys(here, (here, there))
        old_forms = self._old_forms[here.start : here.stop]
        new_forms = self._new_forms[there.start : there.stop]
        if old_forms == new_forms:
            self._sure |= zip(here, there, strict=True)
            self._possible |= {i: (j,) for i, j in zip(here, there, strict=True)}
            return
        kept = find_kept_words(old_forms, new_forms)
        self._sure |= {here[i]: there[j] for i, j in kept.sure.items()}
        self._possible |= {
            here[i]: tuple(there[j] for j in places) for i, places in kept.possible.items()
        }

    def _place(self, span: Span, words: range, start: int) -> Span | None:
        """Return the place of a passage if its first word is the new word ``start``."""
        if any(start + step not in self._possible.get(word, ()) for step, word in enumerate(words)):
            return None
        before = span.start - self._old_words[words[0]].start
        behind = self._old_words[words[-1]].end - span.end
        first, last = self._new_words[start], self._new_words[start + len(words) - 1]
        if first.start + before > last.end - behind:
            return None
        place = Span(first.start + before, last.end - behind)
        same = normalize_quotation(place.of(self._new)) == normalize_quotation(
            span.of(self.old_text)
        )
        return place if same else None

    def _is_certain(self, words: range) -> bool:
        """Return True if kept words are certainly these, not others with equal forms."""
        start, end = self._sure[words[0]], self._sure[words[-1]]
        before, behind = words[0] - 1, words[-1] + 1
        if self._sure.get(before) == start - 1 or self._sure.get(behind) == end + 1:
            return True
        if words[0] in self._openings and start in self._new_openings:
            return True
        here, there = self._regions[words[0]]
        forms = self._old_forms[words.start : words.stop]
        return (
            _count(forms, self._old_forms[here.start : here.stop]) == 1
            and _count(forms, self._new_forms[there.start : there.stop]) == 1
        )

    def _found(self, words: range, place: Span) -> Found:
        changed = any(
            [self._old_forms[i] for i in here] != [self._new_forms[j] for j in there]
            for here, there in {self._regions[word] for word in words}
        )
        return Found(place, Method.WORDS if changed else Method.SENTENCE, carried=changed)

    def _carry_point(self, span: Span, behind: int) -> Found | Stale | None:
        """Carry a point between words, whose neighbours must still be neighbours."""
        before = behind - 1
        known = [word for word in (before, behind) if word in self._regions]
        if not known:
            return None
        after = self._sure.get(before, -1 if before < 0 else None)
        upto = self._sure.get(
            behind, len(self._new_words) if behind == len(self._old_words) else None
        )
        at_left = before >= 0 and span.start - self._old_words[before].end <= 0
        if after is not None and upto is not None and upto == after + 1:
            place = self._new_words[after].end if at_left else self._new_words[upto].start
            return self._found(range(known[0], known[0] + 1), Span(place, place))
        if after is not None and after >= 0:
            place = self._new_words[after].end
        else:
            place = self._nearest(range(known[0], known[0] + 1)).start
        return Stale(Span(place, place), "")

    def _nearest(self, words: range) -> Span:
        """Return the span of new words between the nearest neighbours that were certainly kept."""
        here, there = next(self._regions[word] for word in words if word in self._regions)
        inside = [word for word in words if word in here]
        start = self._sure.get(inside[0])
        if start is None:
            kept = [self._sure[word] for word in range(here.start, inside[0]) if word in self._sure]
            start = kept[-1] + 1 if kept else there.start
        end = self._sure.get(inside[-1])
        if end is None:
            kept = [
                self._sure[word] for word in range(inside[-1] + 1, here.stop) if word in self._sure
            ]
            end = kept[0] - 1 if kept else there.stop - 1
        if end >= start:
            return Span(self._new_words[start].start, self._new_words[end].end)
        at = self._new_words[start - 1].end if start > there.start else self._new_words[start].start
        return Span(at, at)


def _comparable(cut: Segmentation) -> list[str]:
    return [normalize_quotation(sentence.of(cut.witness.text)) for sentence in cut.sentences]


def _words_in(words: Sequence[Span], sentences: Sequence[Span]) -> range:
    start = bisect_left(words, sentences[0].start, key=lambda word: word.start)
    return range(start, bisect_left(words, sentences[-1].end, key=lambda word: word.start))


def _count(forms: Sequence[str], within: Sequence[str]) -> int:
    """Count the occurrences of a sequence of words in a longer one."""
    starts = range(len(within) - len(forms) + 1)
    return sum(within[start : start + len(forms)] == forms for start in starts)
