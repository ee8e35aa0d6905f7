"""How places stand, for all views: a sign for each state, and how many places stand so."""

from __future__ import annotations

from collections import Counter

from variants.types import Edition, State

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
    """How many places stand where: those of the apparatus, and others that editors decided on."""
    counts = Counter(edition.states().values())
    counts.update(one.state for one in edition.apart())
    return {state: counts[state] for state in SIGNS if counts[state]}
