"""All events of a log, as a set: the order of files and clocks does not matter.

An event is active unless another one replaces or withdraws it. It does not become active again when
that one is withdrawn in turn. Events that replace each other in a cycle, and names of events that
the log does not have, have no effect and are reported.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variants.gc_pause import gc_paused
from variants.log.events import Body, Erasure, Event, RecordedLink, RuleMade, Seal, named_by
from variants.log.problem import Problem
from variants.log.reference_cycles import find_reference_cycles
from variants.types.decision import Decision
from variants.types.status import Rule
from variants.types.verdict import SenseVerdict

if TYPE_CHECKING:
    from variants.log.chain_reader import ChainReader


@dataclass(frozen=True, slots=True)
class _StoredEvent:
    """An event, the hash of its line, and its position in the log."""

    event: Event
    hash: str
    writer: str
    line: int


class History:
    """The events of a log. It grows with the log: pass new lines to ``extend``."""

    def __init__(self) -> None:
        self._chains: dict[str, ChainReader] = {}
        self._stored: dict[str, _StoredEvent] = {}
        self._duplicated: set[str] = set()
        self._namers: dict[str, list[str]] = {}
        self._cycles: frozenset[tuple[str, str]] | None = frozenset()
        self._problems: list[Problem] = []

    def extend(self, lines_by_writer: Mapping[str, Sequence[bytes]]) -> list[Event]:
        """Read further lines of some chains, each from where it was left.

        Returns:
            The new events among them.
        """
        from variants.log.chain_reader import ChainReader  # noqa: PLC0415 - loads pydantic

        events = []
        with gc_paused():
            for writer, lines in sorted(lines_by_writer.items()):
                chain = self._chains.setdefault(writer, ChainReader(writer))
                for line in lines:
                    event = chain.read(line)
                    if event and self.add(event, chain.head, writer=writer, line=chain.count):
                        events.append(event)
        return events

    def add(self, event: Event, digest: str, *, writer: str = "", line: int = 0) -> bool:
        """Add one event to the set.

        Args:
            event: The event.
            digest: Hash of its line; for a stub, of the line that it replaces.
            writer: Writer of its chain.
            line: Number of its line, counted from 1.

        Returns:
            True if it is new. A second copy of a line is not. If two different lines have the
            same id, both are ignored; a stub replaces its line.
        """
        known = self._stored.get(event.id)
        stored = _StoredEvent(event, digest, writer, line)
        if known is None:
            self._store(stored)
            return True
        if known.hash != digest:
            self._duplicated.add(event.id)
            self._cycles = None
            message = (
                f"has the id of another line, {known.writer}.jsonl:{known.line} ({event.id}); "
                "neither counts"
            )
            self._problems.append(Problem(writer, line, message))
        elif isinstance(event.body, Erasure) and not isinstance(known.event.body, Erasure):
            self._store(stored)
        return False

    @property
    def heads(self) -> tuple[tuple[str, str], ...]:
        """Writer and hash of the last line of each chain, by writer."""
        return tuple((writer, chain.head) for writer, chain in sorted(self._chains.items()))

    @property
    def count(self) -> int:
        """Number of lines in all chains."""
        return sum(chain.count for chain in self._chains.values())

    def count_of(self, writer: str) -> int:
        """Return the number of lines in one chain."""
        return self._chains[writer].count if writer in self._chains else 0

    def head_of(self, writer: str) -> str:
        """Return the hash of the last line of one chain; empty if it has none."""
        return self._chains[writer].head if writer in self._chains else ""

    def seen_by(self, writer: str) -> dict[str, str]:
        """Return the heads of other chains that a writer has mentioned last, by writer."""
        return dict(self._chains[writer].seen) if writer in self._chains else {}

    def texts_of(self, writer: str, document: str) -> dict[str, str]:
        """Return the SHA-256 of a document's texts by siglum, as a writer has recorded them."""
        return dict(self._chains[writer].texts.get(document, {})) if writer in self._chains else {}

    def events(self) -> Iterator[Event]:
        """Yield every event that counts, in reading order."""
        for name, stored in self._stored.items():
            if name not in self._duplicated:
                yield stored.event

    def event(self, name: str) -> Event | None:
        """Return the event with an id, or ``None`` if the log has none that counts."""
        known = name in self._stored and name not in self._duplicated
        return self._stored[name].event if known else None

    def where(self, name: str) -> tuple[str, int]:
        """Return the writer and the line number of the event with an id."""
        stored = self._stored[name]
        return stored.writer, stored.line

    def hash_of(self, name: str) -> str:
        """Return the hash of the line of the event with an id."""
        return self._stored[name].hash

    def decisions(self, document: str | None = None) -> list[Decision]:
        """Return all decisions, or those on one document, active or not, oldest first."""
        found = [
            event.body
            for event in self.events()
            if isinstance(event.body, Decision) and document in (None, event.body.anchor.document)
        ]
        return sorted(found, key=lambda decision: (decision.at, decision.id))

    def verdicts(self, document: str | None = None) -> list[SenseVerdict]:
        """Return all verdicts on the sense, or those on one document, active or not, oldest first.

        Verdicts with the same time are sorted by id.
        """
        found = [
            event.body
            for event in self.events()
            if isinstance(event.body, SenseVerdict)
            and document in (None, event.body.anchor.document)
        ]
        return sorted(found, key=lambda verdict: (verdict.at, verdict.id))

    def is_active(self, name: str) -> bool:
        """Return True if the log has an event with this id that no other replaces or withdraws."""
        return self.event(name) is not None and not self.replacers(name)

    def replacers(self, name: str) -> list[str]:
        """Return the ids of the events that replace or withdraw an event."""
        namers = self._namers.get(name)
        if not namers:
            return []
        return sorted({each for each in namers if self._replaces(each, name)} - {name})

    def rules(self) -> tuple[Rule, ...]:
        """Return the active house rules, by key."""
        made = (event.body for event in self.events() if self.is_active(event.id))
        rules = [body.rule for body in made if isinstance(body, RuleMade)]
        return tuple(sorted(rules, key=lambda rule: (rule.key, rule.id)))

    def links(self, document: str) -> dict[str, RecordedLink]:
        """Return the active links between sentences of a document, by id."""
        found = {
            event.id: event.body
            for event in self.events()
            if isinstance(event.body, RecordedLink) and event.body.document == document
        }
        return {name: found[name] for name in sorted(found) if self.is_active(name)}

    def with_bodies(self, changed: Mapping[str, Body]) -> History:
        """Return a copy for reading in which some events have other bodies, by id."""
        copied = History()
        vars(copied).update(vars(self))
        copied._stored = {
            name: dataclasses.replace(
                stored, event=dataclasses.replace(stored.event, body=changed[name])
            )
            if name in changed
            else stored
            for name, stored in self._stored.items()
        }
        return copied

    def damage(self) -> list[Problem]:
        """Return the grave problems of single lines and of their order, sorted."""
        return sorted({problem for problem in self._line_problems() if problem.grave})

    def problems(self) -> list[Problem]:
        """Return all problems of lines, chains and references, sorted."""
        return sorted({*self._line_problems(), *self._wrong_references(), *self._missing_heads()})

    def _line_problems(self) -> Iterator[Problem]:
        yield from self._problems
        for chain in self._chains.values():
            yield from chain.problems

    def _store(self, stored: _StoredEvent) -> None:
        event = stored.event
        self._stored[event.id] = stored
        names = named_by(event.body)
        for name in names:
            self._namers.setdefault(name, []).append(event.id)
        # Only an event that names others and is named itself can close a cycle.
        if names and event.id in self._namers:
            self._cycles = None

    def _replaces(self, namer: str, name: str) -> bool:
        """Return True if one event replaces another: both count, and not in a cycle."""
        if namer in self._duplicated or not self._may_replace(namer, name):
            return False
        if self._cycles is None:
            self._cycles = self._find_cycles()
        return (namer, name) not in self._cycles

    def _may_replace(self, namer: str, name: str) -> bool:
        """Return True if one event names another of a kind that it can replace.

        A verdict on the sense replaces only verdicts: programs that do not know its type would
        otherwise print another text.
        """
        body = self._stored[namer].event.body
        if name not in named_by(body):
            return False
        if not isinstance(body, SenseVerdict) or name not in self._stored:
            return True
        return isinstance(self._stored[name].event.body, (SenseVerdict, Erasure))

    def _find_cycles(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of events that replace each other, directly or through others."""
        return find_reference_cycles(
            {
                event.id: [
                    name
                    for name in named_by(event.body)
                    if self.event(name) and self._may_replace(event.id, name)
                ]
                for event in self.events()
            }
        )

    def _wrong_references(self) -> Iterator[Problem]:
        """Yield a problem for each reference to a missing event, and for each one in a cycle."""
        for name, stored in self._stored.items():
            if name in self._duplicated:
                continue
            for named in named_by(stored.event.body):
                if named not in self._stored:
                    message = f"names an event that is not in the log ({named})"
                    yield Problem(stored.writer, stored.line, message)
                elif self.event(named) and not self._may_replace(name, named):
                    message = f"replaces {named}, which is not a verdict: it is not replaced"
                    yield Problem(stored.writer, stored.line, message)
                elif self.event(named) and not self._replaces(name, named):
                    message = f"replaces {named}, which replaces it: neither is replaced"
                    yield Problem(stored.writer, stored.line, message)

    def _missing_heads(self) -> Iterator[Problem]:
        """Yield a problem for each head that a seal or another writer mentions and that is gone."""
        for event in self.events():
            heads = event.body.heads if isinstance(event.body, Seal) else ()
            for writer, head in (*heads, *event.seen):
                chain = self._chains.get(writer)
                if chain is None or head not in chain.hashes:
                    by, line = self.where(event.id)
                    message = f"lacks the line {head[:15]} that {by}.jsonl:{line} has seen"
                    yield Problem(writer, 0, message)
