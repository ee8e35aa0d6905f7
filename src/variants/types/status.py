"""How the decisions stand now: computed from the log, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.decision import Action, Decision
from variants.types.notice import Notice
from variants.types.span import Span


class State(Enum):
    """Where a place stands; all are of equal rank in what is shown."""

    UNDECIDED = "undecided"
    DECIDED = "decided"
    QUERY = "query"
    DEFERRED = "deferred"
    CONFLICT = "conflict"
    STALE = "stale"
    LOST = "lost"


class Remark(Enum):
    """What is worth knowing beside the state; it does not change the reading text.

    ``WITNESS_CHANGED`` tells why a place is stale: not the seed's words changed, but the adopted
    ones are no longer those of their witness.
    """

    CARRIED = "carried"
    RESHAPED = "reshaped"
    NEW_READING = "new reading"
    SPENT = "spent"
    RULE_CHANGED = "rule changed"
    WITNESS_CHANGED = "witness changed"


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark of an editor on a decision or a place."""

    id: str
    at: str
    by: str
    text: str
    on: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A house rule, as the log has it.

    Attributes:
        id: Of the event.
        key: Its short name ("R1").
        title: What it says.
        why: The reason.
        by: Key of the editor.
        pairs: The seed's words and a witness's, which it is about.
        variant_class: The class a reading must have; empty for any.
        action: What it proposes for such a place.
        only_offered: Whether it is only shown at the place, and not put up for confirmation.
    """

    id: str
    key: str
    title: str
    why: str
    by: str
    pairs: tuple[tuple[str, str], ...] = ()
    variant_class: str = ""
    action: Action = Action.KEEP
    only_offered: bool = False


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """How one place that somebody decided on stands.

    Attributes:
        place: ``Entry.place`` of the apparatus entry with these words; where today's
            comparison has no such entry, a name of its own made in the same way.
        span: The words in the seed as it is now; ``None`` when they are lost.
        state: Where it stands.
        remarks: What else is worth knowing.
        live: The decisions in force: several that agree, or that are in conflict.
        former: What they replaced or what was withdrawn, oldest first.
        printed: What the reading text has instead of the seed's words ("" leaves them out);
            ``None`` where it has the seed's. In conflict, stale and lost it is ``None``.
        was: The words that were decided on, where they are not the words there now.
        comments: On the place or its decisions, oldest first.
    """

    place: str
    span: Span | None
    state: State
    remarks: frozenset[Remark]
    live: tuple[Decision, ...]
    former: tuple[Decision, ...]
    printed: str | None
    was: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that the log says about one document.

    Attributes:
        standings: Of every place that somebody decided on: those with a span in the order of
            the seed, then the lost ones. Spans of standings with ``printed`` do not overlap.
        rules: In force.
        heads: Writer and hash of the last line of each file of the log.
        editors: Key and name, for those whose name may be shown.
        notices: What was noticed in the log.
    """

    statuses: tuple[PlaceStatus, ...] = ()
    rules: tuple[Rule, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    editors: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()
