"""Witnesses that the log lists under a new siglum: one text is removed, another is added."""

from __future__ import annotations

from collections.abc import Iterator

from variants.log.events import Event, Renamed, TextChange
from variants.log.history import History


def continued_sigla(history: History) -> dict[str, str]:
    """Return the other siglum of a renamed witness, by the id of each event that records a text.

    A writer records the removal of a text and the addition of another in consecutive lines. They
    are one witness if the text is the same, or if an editor has recorded the new siglum.
    """
    recorded = {
        (event.body.document, event.body.witness, event.body.to)
        for event in history.events()
        if isinstance(event.body, Renamed) and history.is_active(event.id)
    }
    other: dict[str, str] = {}
    for events in _recorded_together(history):
        removed = [(event.id, body) for event, body in events if not body.after]
        added = [(event.id, body) for event, body in events if not body.before]
        for old_id, old in removed:
            for new_id, new in added:
                named = (old.document, old.witness, new.witness) in recorded
                if (named or old.before == new.after) and not {old_id, new_id} & {*other}:
                    other |= {old_id: new.witness, new_id: old.witness}
    return other


def _recorded_together(history: History) -> Iterator[list[tuple[Event, TextChange]]]:
    """Yield the changes of a document's texts that are in consecutive lines of one writer."""
    runs: dict[tuple[str, int, str], list[tuple[Event, TextChange]]] = {}
    ends: dict[tuple[str, str], tuple[int, int]] = {}
    for event in history.events():
        if isinstance(event.body, TextChange):
            document = event.body.document
            writer, line = history.where(event.id)
            start, end = ends.get((writer, document), (line, line))
            start = start if line <= end + 1 else line
            ends[writer, document] = start, line
            runs.setdefault((writer, start, document), []).append((event, event.body))
    yield from runs.values()
