"""Verdicts of editors on whether a reading touches the sense."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.decision import Anchor, Evidence, Wording


@dataclass(frozen=True, slots=True)
class SenseVerdict:
    """Verdict in the log on one reading of a place. It decides nothing about the printed text.

    Attributes:
        id: Id of the event.
        at: Time, RFC 3339 in UTC; for display, not for order.
        by: Key of the editor.
        anchor: The seed's words.
        reading: The words of the witnesses that it is about.
        touches_sense: True if they touch the sense.
        why: The reason; "" if none is given.
        evidence: Evidence for the verdict.
        replaces: Ids of the earlier verdicts of the same editor on this reading.
        batch: Id shared by verdicts recorded together.
        witnesses: Siglum and SHA-256 of each text that was compared at the time.
    """

    id: str
    at: str
    by: str
    anchor: Anchor
    reading: Wording
    touches_sense: bool
    why: str = ""
    evidence: tuple[Evidence, ...] = ()
    replaces: tuple[str, ...] = ()
    batch: str = ""
    witnesses: tuple[tuple[str, str], ...] = ()
