"""All events of a log put together: a set, in which no order of files or clocks decides anything.

An event that no other one replaces or withdraws is *live*. What was put out of force does not come
back when its replacer goes. Replacing in a circle, and naming what the log does not hold, has no
effect and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variants.gc_pause import gc_paused
from variants.log.chain import BYTE_ORDER_MARK, hash_of, hashed_part
from variants.log.events import (
    Digests,
    DocumentOpened,
    Erasure,
    Event,
    Foreign,
    RecordedLink,
    RuleMade,
    Seal,
    TextChange,
    named_by,
)
from variants.log.problem import Problem
from variants.log.reference_cycles import find_reference_cycles
from variants.types.decision import Decision
from variants.types.status import Rule


@dataclass(slots=True)
class _Chain:
    """What has been read of one writer's part of the log."""

    count: int = 0
    head: str = ""
    hashes: set[str] = field(default_factory=set)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    with_carriage_returns: bool = False
    _compared: dict[str, Digests] = field(default_factory=dict)

    def tell(self, document: str, texts: Mapping[str, str]) -> None:
        """Siglum and SHA-256 of texts of a document; an empty one is gone."""
        self.texts.setdefault(document, {}).update(texts)
        self._compared.pop(document, None)

    def texts_of(self, document: str) -> Digests:
        """The texts of a document that there are; the same object until others are told."""
        if document not in self._compared:
            told = self.texts.get(document, {})
            self._compared[document] = tuple((one, text) for one, text in told.items() if text)
        return self._compared[document]


@dataclass(frozen=True, slots=True)
class _Kept:
    """An event, the hash of its line, and where it stands."""

    event: Event
    hash: str
    writer: str
    line: int


class History:
    """What a log says. It grows as the log does: ``take`` what is new."""

    def __init__(self) -> None:
        self._chains: dict[str, _Chain] = {}
        self._kept: dict[str, _Kept] = {}
        self._twice: set[str] = set()
        self._named: dict[str, list[str]] = {}
        self._circular: frozenset[tuple[str, str]] | None = frozenset()
        self._problems: list[Problem] = []

    def take(self, news: Mapping[str, Sequence[bytes]]) -> list[Event]:
        """Read further lines of some chains, each where it was left.

        Returns:
            The events among them that were not known yet.
        """
        # Here, since pydantic takes its time to load.
        from variants.log.codec.read_line import Unreadable, read_line  # noqa: PLC0415

        events = []
        with gc_paused():
            for writer, lines in sorted(news.items()):
                chain = self._chains.setdefault(writer, _Chain())
                for line in lines:
                    chain.count += 1
                    raw = self._as_hashed(writer, chain, line)
                    if not raw:
                        self._report(writer, "is empty")
                        continue
                    event = read_line(raw, chain.texts_of)
                    if isinstance(event, Unreadable):
                        self._report(writer, f"cannot be understood: {event.reason}")
                        self._lengthen(chain, hash_of(raw))
                        continue
                    self._follow(writer, chain, event, hash_of(raw))
                    if self.add(event, chain.head, writer=writer, line=chain.count):
                        events.append(event)
        return events

    def add(self, event: Event, digest: str, *, writer: str = "", line: int = 0) -> bool:
        """Add one event to the set.

        Args:
            event: The event.
            digest: Hash of its line; for a stub, that of the line it stands for.
            writer: Whose part of the log it stands in.
            line: And where there.

        Returns:
            Whether it is new. The same line again is not. Two lines with one id are both
            damaged, and neither counts; a stub takes the place of the line it stands for.
        """
        known = self._kept.get(event.id)
        kept = _Kept(event, digest, writer, line)
        if known is None:
            self._keep(kept)
            return True
        if known.hash != digest:
            self._twice.add(event.id)
            self._circular = None
            self._problems.append(
                Problem(
                    writer,
                    line,
                    f"has the id of another line, {known.writer}.jsonl:{known.line} ({event.id}); "
                    "neither counts",
                )
            )
        elif isinstance(event.body, Erasure) and not isinstance(known.event.body, Erasure):
            self._keep(kept)
        return False

    @property
    def heads(self) -> tuple[tuple[str, str], ...]:
        """Writer and hash of the last line of each chain, by writer."""
        return tuple((writer, chain.head) for writer, chain in sorted(self._chains.items()))

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(chain.count for chain in self._chains.values())

    def count_of(self, writer: str) -> int:
        """How many lines one chain has."""
        return self._chains[writer].count if writer in self._chains else 0

    def head_of(self, writer: str) -> str:
        """Hash of the last line of one chain; empty where there is none."""
        return self._chains[writer].head if writer in self._chains else ""

    def seen_by(self, writer: str) -> dict[str, str]:
        """The heads of other chains that a writer has named last."""
        return dict(self._chains[writer].seen) if writer in self._chains else {}

    def texts_of(self, writer: str, document: str) -> dict[str, str]:
        """Siglum and SHA-256 of a document's texts, as a writer has told them last."""
        return dict(self._chains[writer].texts.get(document, {})) if writer in self._chains else {}

    def events(self) -> Iterator[Event]:
        """Every event that counts, in the order in which it was read."""
        for name, kept in self._kept.items():
            if name not in self._twice:
                yield kept.event

    def event(self, name: str) -> Event | None:
        """The event with an id, if the log holds one that counts."""
        return self._kept[name].event if name in self._kept and name not in self._twice else None

    def where(self, name: str) -> tuple[str, int]:
        """Writer and line of the event with an id."""
        kept = self._kept[name]
        return kept.writer, kept.line

    def hash_of(self, name: str) -> str:
        """Hash of the line of the event with an id."""
        return self._kept[name].hash

    def decisions(self, document: str | None = None) -> list[Decision]:
        """All decisions, or those on one document; live ones and others, oldest first."""
        found = [
            event.body
            for event in self.events()
            if isinstance(event.body, Decision) and document in (None, event.body.anchor.document)
        ]
        return sorted(found, key=lambda decision: (decision.at, decision.id))

    def is_active(self, name: str) -> bool:
        """Whether the log holds an event with this id that nothing replaces or withdraws."""
        return self.event(name) is not None and not self.replacers(name)

    def replacers(self, name: str) -> list[str]:
        """Ids of the events that put this one out of force."""
        namers = self._named.get(name)
        if not namers:
            return []
        return sorted(
            {each for each in namers if self._counts(each, name)} - {name},
        )

    def rules(self) -> tuple[Rule, ...]:
        """The house rules in force, by key."""
        made = (event.body for event in self.events() if self.is_active(event.id))
        rules = [body.rule for body in made if isinstance(body, RuleMade)]
        return tuple(sorted(rules, key=lambda rule: (rule.key, rule.id)))

    def links(self, document: str) -> dict[str, RecordedLink]:
        """What editors say about the sentences of a document, as far as it is in force, by id."""
        found = {
            event.id: event.body
            for event in self.events()
            if isinstance(event.body, RecordedLink) and event.body.document == document
        }
        return {name: found[name] for name in sorted(found) if self.is_active(name)}

    def damage(self) -> list[Problem]:
        """What is wrong with single lines and with how they follow each other, in order."""
        return sorted({problem for problem in self._problems if problem.grave})

    def problems(self) -> list[Problem]:
        """Everything that is wrong with lines, chains and what they name, in order."""
        return sorted({*self._problems, *self._wrong_names(), *self._missing_heads()})

    def _as_hashed(self, writer: str, chain: _Chain, line: bytes) -> bytes:
        """The bytes that were hashed, where a program has put a mark or a line end of its own."""
        if line.startswith(BYTE_ORDER_MARK):
            self._report(writer, "begins with a byte order mark, which an editor has put there")
        if line.endswith(b"\r") and not chain.with_carriage_returns:
            chain.with_carriage_returns = True
            self._report(writer, "ends in CR LF: an editor or git has changed the line ends")
        return hashed_part(line)

    def _follow(self, writer: str, chain: _Chain, event: Event, digest: str) -> None:
        """Let the chain go on with an event."""
        if event.prev != chain.head:
            expected, found = (each[:15] or "nothing" for each in (chain.head, event.prev))
            self._report(writer, f"breaks the chain: {expected} comes before it, not {found}")
        chain.seen.update(event.seen)
        match event.body:
            case Foreign(kind, version):
                self._report(
                    writer,
                    f"is of a later version of the format ({kind}, version {version}); it is kept "
                    "and not interpreted",
                    grave=False,
                )
            case Erasure(was=was):
                digest = was
            case DocumentOpened(document, _, witnesses):
                chain.tell(document, dict(witnesses))
            case TextChange(document, siglum, _, after):
                chain.tell(document, {siglum: after})
            case _:
                pass
        self._lengthen(chain, digest)

    @staticmethod
    def _lengthen(chain: _Chain, digest: str) -> None:
        chain.head = digest
        chain.hashes.add(digest)

    def _report(self, writer: str, message: str, *, grave: bool = True) -> None:
        """Report the line that is being read."""
        self._problems.append(Problem(writer, self._chains[writer].count, message, grave))

    def _keep(self, kept: _Kept) -> None:
        event = kept.event
        self._kept[event.id] = kept
        names = named_by(event.body)
        for name in names:
            self._named.setdefault(name, []).append(event.id)
        # A circle closes only with an event that names others and is named already.
        if names and event.id in self._named:
            self._circular = None

    def _counts(self, namer: str, name: str) -> bool:
        """Whether one event puts another out of force: both count, and not in a circle."""
        if namer in self._twice or name not in named_by(self._kept[namer].event.body):
            return False
        if self._circular is None:
            self._circular = self._find_circles()
        return (namer, name) not in self._circular

    def _find_circles(self) -> frozenset[tuple[str, str]]:
        """Pairs of events, the first of which names the second and is replaced by it in the end."""
        return find_reference_cycles(
            {
                event.id: [name for name in named_by(event.body) if self.event(name)]
                for event in self.events()
            }
        )

    def _wrong_names(self) -> Iterator[Problem]:
        """Names of events that are not there, and those in circles."""
        for name, kept in self._kept.items():
            if name in self._twice:
                continue
            for named in named_by(kept.event.body):
                if named not in self._kept:
                    message = f"names an event that is not in the log ({named})"
                    yield Problem(kept.writer, kept.line, message)
                elif self.event(named) and not self._counts(name, named):
                    message = f"replaces {named}, which replaces it: neither is replaced"
                    yield Problem(kept.writer, kept.line, message)

    def _missing_heads(self) -> Iterator[Problem]:
        """Ends of chains that a seal or another writer has seen and that are gone."""
        for event in self.events():
            heads = event.body.heads if isinstance(event.body, Seal) else ()
            for writer, head in (*heads, *event.seen):
                chain = self._chains.get(writer)
                if chain is None or head not in chain.hashes:
                    by, line = self.where(event.id)
                    message = f"lacks the line {head[:15]} that {by}.jsonl:{line} has seen"
                    yield Problem(writer, 0, message)
