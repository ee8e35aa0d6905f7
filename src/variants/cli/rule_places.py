"""Places that a house rule applies to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.types.span import squeeze
from variants.types.status import Rule, State

if TYPE_CHECKING:
    from variants.anchors.drafting import DecisionTarget
    from variants.types.decision import Decision
    from variants.types.edition import Edition


def beside_rule(edition: Edition, rule: Rule) -> list[str]:
    """Return the places with the wordings of a rule that it does not decide, in words."""
    from variants.anchors.house_rules import places_beside_rule  # noqa: PLC0415

    states = edition.states()
    found = []
    for target, reading in places_beside_rule(edition, rule):
        words = f"“{target.words}” → “{squeeze(reading.wording)}” {' '.join(reading.sigla)}"
        state = states[target.entry.place] if target.entry is not None else State.UNDECIDED
        decided = "" if state is State.UNDECIDED else f" ({state.value} without the rule)"
        found.append(f"{target.label} {words}{decided}")
    return found


def drafts_for_rule(edition: Edition, rule: Rule) -> list[tuple[DecisionTarget, Decision]]:
    """Return the undecided places of a rule, each with a draft of its decision."""
    import uuid  # noqa: PLC0415 - for a batch only

    from variants.anchors.drafting import draft  # noqa: PLC0415
    from variants.anchors.house_rules import places_of_rule  # noqa: PLC0415

    batch = str(uuid.uuid4())
    return [
        (target, draft(target, choice))
        for target, choice in places_of_rule(edition, rule, batch=batch)
    ]
