"""Where carried decisions stand, as a seal writes it down."""

from __future__ import annotations

from collections.abc import Iterator

from variants.anchors.anchoring import describe
from variants.log.events import NewAnchor
from variants.types.edition import Edition
from variants.types.status import Remark


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
