"""Status of places, computed from the log and never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.decision import Action, Decision
from variants.types.notice import Notice
from variants.types.span import Span
from variants.types.verdict import SenseVerdict


class State(Enum):
    """State of a place."""

    UNDECIDED = "undecided"
    DECIDED = "decided"
    QUERY = "query"
    DEFERRED = "deferred"
    CONFLICT = "conflict"
    STALE = "stale"
    LOST = "lost"


class Remark(Enum):
    """Remark on a state; it does not change the established text.

    ``WITNESS_CHANGED`` and ``PARTED`` explain a stale state: the seed's words are unchanged, but
    the witness no longer has the adopted ones, or has others between them.
    """

    CARRIED = "carried"
    RESHAPED = "reshaped"
    NEW_READING = "new reading"
    SPENT = "spent"
    RULE_CHANGED = "rule changed"
    WITNESS_CHANGED = "witness changed"
    PARTED = "in parts"


@dataclass(frozen=True, slots=True)
class Comment:
    """Comment of an editor on a decision or a place."""

    id: str
    at: str
    by: str
    text: str
    on: str


@dataclass(frozen=True, slots=True)
class Rule:
    """House rule from the log.

    Attributes:
        id: Id of the event.
        key: Short name ("R1").
        title: Text of the rule.
        why: The reason.
        by: Key of the editor.
        pairs: Wordings of the seed and of a witness that it applies to.
        variant_class: Class that a reading must have; empty for any.
        action: Proposed action for such a place.
        only_offered: True if it is only shown at the place, not proposed for confirmation.
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
    """Status of one place with decisions or comments.

    Attributes:
        place: ``Entry.place`` of the entry with these words; without such an entry, a name made
            in the same way.
        span: The words in the current seed; ``None`` if they are lost.
        state: State of the place.
        remarks: Remarks on the state.
        live: Active decisions; several agree or conflict.
        former: Replaced and withdrawn decisions, oldest first.
        printed: Words printed instead of the seed's ("" removes them); ``None`` if the seed's
            words are printed, as in the states conflict, stale and lost.
        was: The words decided on, if the current words are others.
        comments: Comments on the place or its decisions, oldest first.
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


class VerdictState(Enum):
    """State of a verdict on the sense.

    Attributes:
        IN_FORCE: It overrules the estimate.
        DISPUTED: Active verdicts on the reading contradict each other; the estimate holds.
        STALE: The seed's or the witness's words have changed; the estimate holds.
        LOST: The seed's words are gone, or several passages could be meant.
        FORMER: It was replaced or withdrawn.
    """

    IN_FORCE = "in force"
    DISPUTED = "disputed"
    STALE = "stale"
    LOST = "lost"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class VerdictStatus:
    """Status of one verdict on the sense.

    Attributes:
        verdict: The verdict.
        place: ``Entry.place`` of the entry with these words; without such an entry, a name made
            in the same way.
        span: The words in the current seed; ``None`` if they are lost.
        state: State of the verdict.
        remarks: ``CARRIED``; for a stale one, ``RESHAPED`` or ``WITNESS_CHANGED``.
        was: The seed's words that it was made on, if the current words are others.
    """

    verdict: SenseVerdict
    place: str
    span: Span | None
    state: VerdictState
    remarks: frozenset[Remark] = frozenset()
    was: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions on one document, from the log.

    Attributes:
        statuses: Status of every place with decisions or comments, in seed order, lost ones
            last. Spans of statuses with ``printed`` do not overlap.
        rules: Active house rules.
        heads: Writer and hash of the last line of each file of the log.
        editors: Names to show, as key and name.
        notices: Notices about the log.
        verdicts: Status of every verdict on the sense, in seed order, lost ones last.
    """

    statuses: tuple[PlaceStatus, ...] = ()
    rules: tuple[Rule, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    editors: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()
    verdicts: tuple[VerdictStatus, ...] = ()
