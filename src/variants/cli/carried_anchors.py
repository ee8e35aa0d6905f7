"""Current positions of carried decisions, for a seal."""

from __future__ import annotations

from collections.abc import Iterator

from variants.anchors.anchoring import describe
from variants.log.events import NewAnchor
from variants.types.edition import Edition
from variants.types.status import Remark, VerdictState


def carried_anchors(edition: Edition) -> Iterator[NewAnchor]:
    """Yield the current position of each decision and verdict carried to a changed text."""
    seed = edition.collation.seed
    for status in edition.decisions.statuses:
        if status.span is None or Remark.CARRIED not in status.remarks:
            continue
        for decision in status.live:
            if decision.anchor.text != seed.witness.digest:
                anchor = describe(edition.name, seed, status.span)
                yield NewAnchor(decision.id, anchor, method="words")
    for found in edition.decisions.verdicts:
        carried = Remark.CARRIED in found.remarks and found.state is not VerdictState.FORMER
        if carried and found.span is not None and found.verdict.anchor.text != seed.witness.digest:
            anchor = describe(edition.name, seed, found.span)
            yield NewAnchor(found.verdict.id, anchor, method="words")
