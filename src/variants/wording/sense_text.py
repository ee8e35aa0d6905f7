"""Estimates and verdicts on sense, in words."""

from __future__ import annotations

from variants.types.sense import Sense, Tier
from variants.wording.terms import LIKELY, NOT_TOUCHING, TOUCHES

_VERDICTS = {Tier.SENSE: TOUCHES, Tier.WORDING: NOT_TOUCHING}


def sense_note(sense: Sense | None) -> str:
    """Return the verdict on a reading, or that it is likely to touch the sense; else "".

    Examples:
        >>> sense_note(Sense(0.9, Tier.SENSE, None, "", "", "model"))
        'likely to touch the sense'
        >>> sense_note(Sense(0.1, Tier.WORDING, None, "", "", "model"))
        ''
    """
    verdict = verdict_on_sense(sense)
    likely = sense is not None and sense.estimated and sense.tier is Tier.SENSE
    return LIKELY if likely else verdict


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
