"""Small logs made of events without files."""

import dataclasses

from tests.log.logs import (
    decide,
    only,
    statuses,
)
from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import (
    Body,
    Event,
)
from variants.log.history import History
from variants.types.collation import Collation
from variants.types.decision import Action, Decision
from variants.types.status import PlaceStatus
from variants.types.verdict import SenseVerdict


def event(name: str, body: Body, by: str = "kl") -> Event:
    """Return an event with a short id."""
    if isinstance(body, Decision):
        body = Decision(name, _AT, by, *(getattr(body, each) for each in _REST))
    elif isinstance(body, SenseVerdict):
        body = dataclasses.replace(body, id=name, at=_AT, by=by)
    return Event(name, _AT, by, body)


_AT = "2026-11-22T14:00:00Z"


_REST = (
    *("anchor", "action", "wording", "also", "ask", "saw", "why", "category", "confidence"),
    *("evidence", "replaces", "rule", "batch", "witnesses"),
)


def log_of(*events: Event) -> History:
    """Return a log with the given events."""
    history = History()
    for each in events:
        history.add(each, hash_of(write_line(each)))
    return history


def state_of(*events: Event, now: Collation | None = None) -> PlaceStatus:
    """Return the status of the only place."""
    return only(statuses(log_of(*events), now))


PILOTS = decide("battle pilots", Action.EMEND, "combat pilots")


TRUCE = decide("an armistice", Action.ADOPT, "a truce", of=["B"], saw=["an armistice", "a truce"])


KEEP = decide("an armistice")


def replacing(decision: Decision, *ids: str) -> Decision:
    """Return a copy of a decision that replaces others."""
    fields = {each: getattr(decision, each) for each in _REST} | {"replaces": ids}
    return Decision("", "", "", *fields.values())
