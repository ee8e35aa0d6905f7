"""Agreement: a decision with the same effect as those of other editors, which replaces none."""

from __future__ import annotations

import dataclasses

from variants.anchors.drafting import Choice, DecisionTarget, draft_of
from variants.anchors.status import effect_of
from variants.errors import NothingToAgreeWith
from variants.log.places import normalize_words
from variants.types.decision import Decision
from variants.types.status import State

_SETTLED = frozenset({State.DECIDED, State.QUERY, State.DEFERRED})
"""States in which all active decisions on a place have one effect."""


def draft_agreement(target: DecisionTarget, choice: Choice, editor: str) -> Decision:
    """Return a decision that agrees with the one on a place; it needs no reason.

    Args:
        target: The place.
        choice: Reason, evidence, category and confidence of the agreement.
        editor: Key of the editor who agrees.

    Raises:
        NothingToAgreeWith: No other editor has decided, the decisions contradict each other or are
            no longer on these words, or the editor has agreed already.
    """
    status = target.status
    live = status.live if status is not None else ()
    if status is None or not live:
        raise NothingToAgreeWith(target.label, "has no decision")
    if status.state not in _SETTLED:
        raise NothingToAgreeWith(target.label, f"has the state {status.state.value}")
    if editor in {each.by for each in live}:
        raise NothingToAgreeWith(target.label, f"was decided by {editor} already")
    first = live[0]
    made = draft_of(target, dataclasses.replace(choice, action=first.action), first.wording)
    return dataclasses.replace(made, also=first.also, ask=first.ask, replaces=())


def agreeing(made: Decision, target: DecisionTarget, editor: str) -> Decision:
    """Return a draft, as an agreement if other editors have decided the same.

    It then replaces only what the editor has decided.
    """
    others = {each.id for each in agreed_with(made, target) if each.by != editor}
    if not others:
        return made
    return dataclasses.replace(
        made, replaces=tuple(each for each in made.replaces if each not in others)
    )


def agreed_with(made: Decision, target: DecisionTarget) -> tuple[Decision, ...]:
    """Return the active decisions on a place if a decision has their effect; else nothing."""
    status = target.status
    if status is None or not status.live or status.state not in _SETTLED:
        return ()
    return status.live if _choice_of(made) == _choice_of(status.live[0]) else ()


def _choice_of(decision: Decision) -> tuple[object, ...]:
    """Return a key for decisions that an editor would make again: also the question is the same."""
    return *effect_of(decision), normalize_words(decision.ask)
