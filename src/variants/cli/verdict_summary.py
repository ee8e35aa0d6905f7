"""Lines about verdicts on the sense, for ``variants status``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variants.errors.lists import counted
from variants.types.span import squeeze
from variants.types.status import VerdictState
from variants.wording.verdict_text import disputing, verdict_line

if TYPE_CHECKING:
    from variants.types.edition import Edition

TROUBLED_VERDICTS = (VerdictState.DISPUTED, VerdictState.STALE, VerdictState.LOST)
"""States of verdicts that need attention."""


def verdict_lines(edition: Edition) -> Iterator[str]:
    """Yield the number of active verdicts by state, then each that needs attention."""
    verdicts = edition.decisions.verdicts
    active = [each.state for each in verdicts if each.state is not VerdictState.FORMER]
    if not active:
        return
    counts: Counter[VerdictState] = Counter(active)
    states = ", ".join(f"{counts[state]} {state.value}" for state in VerdictState if counts[state])
    yield f"  {counted(counts.total(), 'verdict')} on the sense: {states}"
    labels = {entry.place: entry.label for entry in edition.collation.entries}
    for state in TROUBLED_VERDICTS:
        for status in verdicts:
            # Verdicts that contradict each other are in one line, that of the first.
            if status.state is state and status in (disputing(status, verdicts) or [status])[:1]:
                anchor = status.verdict.anchor
                label = labels.get(status.place, f"{edition.name}:{anchor.sentence}")
                words = squeeze(anchor.quote.exact)
                on = f" “{words}”" if words else ""
                yield f"  {label}{on}: {verdict_line(status, verdicts)}"
