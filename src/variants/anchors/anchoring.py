"""Anchors: passages of the seed, recorded so that they can be found in a changed text."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable

from variants.anchors.carry import Revision, words_of
from variants.anchors.quotation import (
    AROUND,
    belongs_elsewhere,
    choose_by_context,
    find_quotation,
    normalize_quotation,
)
from variants.anchors.resolution import Ambiguous, Found, Method, Resolution
from variants.log.places import hash_of_sentence
from variants.types.decision import Anchor, Quote
from variants.types.segmentation import Segmentation
from variants.types.span import Span


def describe(document: str, cut: Segmentation, span: Span) -> Anchor:
    """Return an anchor for words of the seed, or for a point between words.

    Args:
        document: Name of the document.
        cut: The current seed.
        span: The words.

    Raises:
        ValueError: The words run past the end of the seed.
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
    """Finds anchored passages in the current seed.

    Args:
        now: The current seed.
        old_text: Function from a SHA-256 digest to the text that decisions were made on, cut
            in the same way; ``None`` if it was not kept.
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
        """Find the passage of an anchor.

        If the text is unchanged, the position alone decides. Otherwise the passage is carried
        along the sentences and words that were kept. If the sentence is gone, or the old text
        was not kept, the quotation is searched for; a match is accepted only with a good score
        and a clear lead.

        Returns:
            ``Found`` with the current span, ``Stale`` if the words were replaced,
            ``Ambiguous`` with every possible place, or ``Lost``.
        """
        text = self._now.witness.text
        if anchor.text == self._digest and _matches_at(anchor, text, anchor.position):
            return Found(anchor.position, Method.POSITION)
        found = self._search(anchor)
        if isinstance(found, Found):
            moved = self._now.sentence_of(found.span) + 1 != anchor.sentence
            return dataclasses.replace(found, moved=moved)
        return found

    def _search(self, anchor: Anchor) -> Resolution:
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
            if _matches_at(anchor, text, place)
        ]
        if len(same) == 1:
            return Found(same[0], Method.SENTENCE)
        if same:
            return choose_by_context(same, anchor, text)
        if self._words is None:
            self._words = words_of(self._now)
        return find_quotation(anchor, text, self._words)

    def _carried(self, anchor: Anchor, revision: Revision) -> Resolution:
        """Carry an anchor along kept words, or search new words if its sentence is gone."""
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
        """Return the revision from the anchor's text, if that was kept and has the quotation."""
        if anchor.text not in self._revisions:
            old = self._old_text(anchor.text)
            self._revisions[anchor.text] = None if old is None else Revision(old, self._now)
        revision = self._revisions[anchor.text]
        if revision is None or not _matches_at(anchor, revision.old_text, anchor.position):
            return None
        return revision


def _matches_at(anchor: Anchor, text: str, place: Span) -> bool:
    """Return True if the anchor's words are at a place."""
    return place.end <= len(text) and normalize_quotation(place.of(text)) == normalize_quotation(
        anchor.quote.exact
    )
