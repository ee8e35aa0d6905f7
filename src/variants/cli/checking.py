"""Whether a log is whole and agrees with the texts that are kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variants.decisions.anchoring import describe
from variants.decisions.events import NewAnchor
from variants.decisions.history import History, Problem
from variants.decisions.quotation import squeezed
from variants.decisions.stores import Store
from variants.errors import TextDamaged
from variants.types import Decision, Edition, Remark

if TYPE_CHECKING:
    from variants.types import Anchor


def check_log(history: History, store: Store) -> list[Problem]:
    """Everything about a log that a person should look at, in order."""
    return sorted({*history.problems(), *store.defects(), *_against_texts(history, store)})


def _against_texts(history: History, store: Store) -> Iterator[Problem]:
    """Decisions whose words are not those of the text that they were made on."""
    texts: dict[str, str | None] = {}
    for event in history.events():
        if not isinstance(event.body, Decision):
            continue
        anchor = event.body.anchor
        writer, line = history.where(event.id)
        if anchor.text not in texts:
            try:
                texts[anchor.text] = store.texts.get(anchor.text)
            except TextDamaged as error:
                texts[anchor.text] = None
                yield Problem(writer, line, f"was made on a text that is damaged: {error}")
                continue
            if texts[anchor.text] is None:
                message = f"was made on a text that is not kept ({anchor.text[:8]})"
                yield Problem(writer, line, message, grave=False)
        text = texts[anchor.text]
        if text is not None and not _stands(anchor, text):
            yield Problem(writer, line, "remembers words that its text does not have there")


def _stands(anchor: Anchor, text: str) -> bool:
    place = anchor.position
    return place.end <= len(text) and squeezed(place.of(text)) == squeezed(anchor.quote.exact)


def carried_anchors(edition: Edition) -> Iterator[NewAnchor]:
    """Where decisions that were carried to the text of now stand in it."""
    base = edition.collation.base
    for standing in edition.decisions.standings:
        if standing.span is None or Remark.CARRIED not in standing.remarks:
            continue
        for decision in standing.live:
            if decision.anchor.text != base.witness.digest:
                anchor = describe(edition.name, base, standing.span)
                yield NewAnchor(decision.id, anchor, method="words")
