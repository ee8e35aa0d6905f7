"""Verdicts on sense, in words."""

from __future__ import annotations

from variants.types.sense import Sense, Tier
from variants.wording.terms import NOT_TOUCHING, TOUCHES

_VERDICTS = {Tier.SENSE: TOUCHES, Tier.WORDING: NOT_TOUCHING}


def verdict_on_sense(sense: Sense | None) -> str:
    """Return the verdict of a rule or an editor, with its origin; "" for an estimate.

    A rule that gives the class form has no verdict of its own: the class shows it.

    Examples:
        >>> verdict_on_sense(Sense(1.0, Tier.SENSE, None, "", "", "rule ranks"))
        'touches the sense (rule ranks)'
        >>> verdict_on_sense(Sense(0.0, Tier.WORDING, None, "", "", "rule flyers"))
        'does not touch the sense (rule flyers)'
        >>> verdict_on_sense(Sense(0.9, Tier.SENSE, None, "", "", "model"))
        ''
    """
    if sense is None or sense.estimated or sense.tier is Tier.FORM:
        return ""
    return f"{_VERDICTS[sense.tier]} ({sense.by})"
