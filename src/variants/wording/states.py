"""How places stand, for all views: a sign for each state, and how many places stand so."""

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
"""In the order in which they are counted."""


def state_counts(edition: Edition) -> dict[State, int]:
    """How many places stand where, in the order of ``SIGNS``; states that none is in left out."""
    counts = edition.state_counts()
    return {state: counts[state] for state in SIGNS if counts[state]}
