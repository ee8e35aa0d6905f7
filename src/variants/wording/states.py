"""Signs and counts of the states of places, for all views."""

from __future__ import annotations

from variants.types.edition import Edition
from variants.types.status import State

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


def state_counts(edition: Edition) -> dict[State, int]:
    """Return the number of places in each state that occurs, in the order of ``SIGNS``."""
    counts = edition.state_counts()
    return {state: counts[state] for state in SIGNS if counts[state]}
