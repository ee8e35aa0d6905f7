"""Signs and counts of the states of places, for all views."""

from __future__ import annotations

from collections.abc import Mapping

from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import quoted, shortened, to_plain

SIGNS = {
    State.DECIDED: "✓",
    State.QUERY: "?",
    State.DEFERRED: "⋯",
    State.CONFLICT: "‼",
    State.STALE: "⟳",
    State.LOST: "✗",
    State.UNDECIDED: "○",
}
"""Sign of each state, in the order in which states are counted."""


def within_words(edition: Edition) -> dict[str, str]:
    """Return ``within the words of 2.2`` for each entry inside decided words, by its place.

    These words are quoted if no entry has exactly them.
    """
    text = edition.collation.seed.witness.text
    labels = {entry.place: entry.label for entry in edition.collation.entries}
    return {
        place: within_status(status, labels, text) for place, status in edition.enclosing().items()
    }


def within_status(status: PlaceStatus, labels: Mapping[str, str], text: str) -> str:
    """Return ``within the words of 2.2`` for decided words.

    Args:
        status: Their status.
        labels: Labels of the entries, by place.
        text: Text of the seed.
    """
    if status.place in labels:
        return f"within the words of {labels[status.place]}"
    words = status.span.words_of(text) if status.span is not None else ""
    return f"within “{sanitize_line(to_plain(quoted(shortened(words))))}”"


def state_counts(edition: Edition) -> dict[State, int]:
    """Return the number of places in each state that occurs, in the order of ``SIGNS``."""
    counts = edition.state_counts()
    return {state: counts[state] for state in SIGNS if counts[state]}
