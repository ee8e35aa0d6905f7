"""Passages of the seed, remembered so as to be found again when the text has changed."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable

from variants.anchors.carry import Revision, words_of
from variants.anchors.quotation import (
    AROUND,
    belongs_elsewhere,
    find_quotation,
    find_same_words,
    squeezed,
)
from variants.anchors.resolution import Ambiguous, Found, Method, Resolution
from variants.log.places import hash_of_sentence
from variants.types.decision import Anchor, Quote
from variants.types.segmentation import Segmentation
from variants.types.span import Span


def describe(document: str, cut: Segmentation, span: Span) -> Anchor:
    """Remember words of the seed, or a point between them.

    Args:
        document: Name of the document.
        cut: The seed as it is now.
        span: The words.
    """
    text = cut.witness.text
    if span.end > len(text):
        msg = f"{span} runs past the end of {cut.witness.siglum}"
        raise ValueError(msg)
    number = cut.sentence_of(span)
    sentence = cut.sentences[number] if cut.sentences else Span(0, 0)
    start = max(0, span.start - sentence.start)
    return Anchor(
        document=document,
        siglum=cut.witness.siglum,
        text=cut.witness.digest,
        sentence=number + 1,
        sentence_hash=hash_of_sentence(sentence.of(text)),
        within=Span(start, start + span.length),
        quote=Quote(
            span.of(text),
            text[max(0, span.start - AROUND) : span.start],
            text[span.end : span.end + AROUND],
        ),
        position=span,
    )


class Resolver:
    """Finds remembered passages in the seed as it is now.

    Args:
        now: The seed.
        old_text: Gives the text with a SHA-256 that decisions were made on, cut in the same way;
            ``None`` where it was not kept.
    """

    def __init__(self, now: Segmentation, old_text: Callable[[str], Segmentation | None]) -> None:
        self._now = now
        self._digest = now.witness.digest
        self._old_text = old_text
        self._revisions: dict[str, Revision | None] = {}
        self._words: tuple[Span, ...] | None = None
        self._by_hash: dict[str, list[Span]] = defaultdict(list)
        for sentence in now.sentences:
            self._by_hash[hash_of_sentence(sentence.of(now.witness.text))].append(sentence)

    def resolve(self, anchor: Anchor) -> Resolution:
        """Find an anchor's passage.

        An unchanged text answers by position alone. Otherwise the place is carried along the
        sentences and words of the old text that were kept. Where the sentence is gone, or the
        old text is missing, it is looked for by its quotation: a good match with a clear lead is
        taken, and a guess never is.

        Returns:
            ``Found`` with the span as it is now, ``Stale`` where other words have come,
            ``Ambiguous`` with every place that may be meant, or ``Lost``.
        """
        text = self._now.witness.text
        if anchor.text == self._digest and _stands_at(anchor, text, anchor.position):
            return Found(anchor.position, Method.POSITION)
        found = self._look_for(anchor)
        if isinstance(found, Found):
            moved = self._now.sentence_of(found.span) + 1 != anchor.sentence
            return dataclasses.replace(found, moved=moved)
        return found

    def _look_for(self, anchor: Anchor) -> Resolution:
        text = self._now.witness.text
        revision = self._revision(anchor)
        if revision is not None:
            return self._carried(anchor, revision)
        same = [
            place
            for sentence in self._by_hash[anchor.sentence_hash]
            if anchor.within.end <= sentence.length
            for place in [
                Span(sentence.start + anchor.within.start, sentence.start + anchor.within.end)
            ]
            if _stands_at(anchor, text, place)
        ]
        if len(same) == 1:
            return Found(same[0], Method.SENTENCE)
        if same:
            return find_same_words(same, anchor, text)
        if self._words is None:
            self._words = words_of(self._now)
        return find_quotation(anchor, text, self._words)

    def _carried(self, anchor: Anchor, revision: Revision) -> Resolution:
        """Along the words that were kept, or if the sentence is gone, among those that are new."""
        carried = revision.carry(anchor.position)
        if carried is not None:
            return carried
        text = self._now.witness.text
        found = find_quotation(anchor, text, revision.free_words)
        if isinstance(found, Found) and belongs_elsewhere(
            anchor, found.span, text, revision.old_text
        ):
            return Ambiguous((found.span,))
        return found

    def _revision(self, anchor: Anchor) -> Revision | None:
        """The text that was decided on against that of now, if it is there and is the one."""
        if anchor.text not in self._revisions:
            old = self._old_text(anchor.text)
            self._revisions[anchor.text] = None if old is None else Revision(old, self._now)
        revision = self._revisions[anchor.text]
        if revision is None or not _stands_at(anchor, revision.old_text, anchor.position):
            return None
        return revision


def _stands_at(anchor: Anchor, text: str, place: Span) -> bool:
    """Whether the anchor's words stand at a place."""
    return place.end <= len(text) and squeezed(place.of(text)) == squeezed(anchor.quote.exact)
