"""Events that one editor appends to a chain together."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import Body, Event, RuleMade
from variants.log.writer_ids import new_id
from variants.types.decision import Decision
from variants.types.verdict import SenseVerdict
from variants.version import VERSION


@dataclass(slots=True)
class EventBatch:
    """Events to append to one chain, each linked to the one before by its hash.

    Attributes:
        editor: Key of the editor.
        now: Returns the current time as the log writes it.
        prev: Hash of the line before; empty for the first line of the chain.
        seen: Writer and hash of the heads that the next event mentions.
        fresh: Events that others have appended since the log was last read.
        events: Events added so far.
        lines: Their lines, without line ends.
    """

    editor: str
    now: Callable[[], str]
    prev: str
    seen: tuple[tuple[str, str], ...]
    fresh: Sequence[Event]
    events: list[Event] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)

    def add(self, body: Body) -> Event:
        """Add an event and return it, with its id, time, editor and links filled in."""
        name, at = new_id(), self.now()
        if isinstance(body, (Decision, SenseVerdict)):
            body = dataclasses.replace(body, id=name, at=at, by=self.editor)
        elif isinstance(body, RuleMade):
            rule = dataclasses.replace(body.rule, id=name, by=self.editor)
            body = dataclasses.replace(body, rule=rule)
        tool = f"variants/{VERSION}"
        event = Event(name, at, self.editor, body, tool, self.prev, self.seen)
        line = write_line(event)
        self.events.append(event)
        self.lines.append(line)
        self.prev, self.seen = hash_of(line), ()
        return event
