"""Checks that refuse an event if its editor has not seen the current log."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from variants.errors import ConcurrentDecision, UnknownEvent
from variants.log.events import Event, named_by
from variants.log.history import History
from variants.log.places import normalize_words, same_passage
from variants.types.decision import Decision
from variants.types.verdict import SenseVerdict


def require_active(history: History, ids: Iterable[str], *, what: str) -> None:
    """Check that the log has these events and that they are active.

    Args:
        history: The log.
        ids: Ids of the events.
        what: Noun for such an event in the message, such as "rule".

    Raises:
        UnknownEvent: The log has no event with one of the ids.
        ConcurrentDecision: One of the events was replaced or withdrawn.
    """
    ids = list(ids)
    for name in ids:
        if history.event(name) is None:
            raise UnknownEvent(name, what=what)
    refuse_replaced(history, ids)


def refuse_replaced(history: History, ids: Iterable[str], fresh: Sequence[Event] = ()) -> None:
    """Raise ``ConcurrentDecision`` if one of the events is no longer active.

    Args:
        history: The log, ``fresh`` included.
        ids: Ids of the events.
        fresh: New events; none of them may replace one of ``ids``, even without effect.
    """
    newly = {name for event in fresh for name in named_by(event.body)}
    replaced = [name for name in ids if name in newly or not history.is_active(name)]
    if replaced:
        replacers = [each for name in replaced for each in history.replacers(name)]
        raise ConcurrentDecision(replacers or replaced, by=_editors_of(history, replacers))


def refuse_unseen(
    history: History,
    ours: Sequence[Decision],
    theirs: Iterable[Decision],
    seen: Collection[str] = (),
) -> None:
    """Raise ``ConcurrentDecision`` if an active decision on the same words was not seen.

    Args:
        history: The log.
        ours: The decisions to record.
        theirs: Decisions in the log.
        seen: Ids of the decisions that the editor has seen.
    """
    documents = {our.anchor.document for our in ours}
    unseen = [
        their.id
        for their in theirs
        if their.id not in seen
        and their.anchor.document in documents
        and history.is_active(their.id)
        and any(same_passage(our.anchor, their.anchor) for our in ours)
    ]
    if unseen:
        raise ConcurrentDecision(unseen, by=_editors_of(history, unseen))


def refuse_unseen_verdicts(
    history: History, ours: Sequence[SenseVerdict], fresh: Sequence[Event], editor: str
) -> None:
    """Raise ``ConcurrentDecision`` if the editor has judged one of the readings meanwhile.

    Verdicts of other editors do not count, since editors may disagree.

    Args:
        history: The log, ``fresh`` included.
        ours: The verdicts to record.
        fresh: New events.
        editor: Key of the editor.
    """
    unseen = [
        event.id
        for event in fresh
        if isinstance(their := event.body, SenseVerdict)
        and event.by == editor
        and history.is_active(event.id)
        and any(_same_reading(our, their) for our in ours)
    ]
    if unseen:
        raise ConcurrentDecision(unseen, by=[editor])


def _same_reading(one: SenseVerdict, other: SenseVerdict) -> bool:
    words, others = (normalize_words(each.reading.text) for each in (one, other))
    return words == others and same_passage(one.anchor, other.anchor)


def _editors_of(history: History, ids: Iterable[str]) -> list[str]:
    events = [event for name in ids if (event := history.event(name))]
    return sorted({event.by for event in events})
