"""What commands use: an editor's hand on the log of an edition.

    journal = open_journal(root, editor="kl")
    decisions = stand(journal.history, "letter", collation, resolver)   # standing.py
    ...                                                 # show them, let the editor choose
    journal.record([decision], collation)

A journal knows the log as it was read. What it writes is refused with ``ConcurrentDecision`` if
others have decided on the same words since: the caller was looking at something that is no longer
so. The journal then knows of it, so after looking again the caller may simply try once more.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from variants.errors import ConcurrentDecision, OnlyInFiles, UnknownEvent, UnpushedLines
from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import (
    Body,
    CommentMade,
    DocumentOpened,
    Erasure,
    Event,
    NewAnchor,
    RecordedLink,
    RuleMade,
    Seal,
    TextChange,
    Withdrawn,
    named_by,
)
from variants.log.history import History
from variants.log.places import same_passage
from variants.log.stores import FILES, FileStore, Lines, Store, open_store, unpushed_lines
from variants.log.writer_ids import check_editor, new_id, writer_of
from variants.types.collation import Collation
from variants.types.decision import Action, Anchor, Decision, Wording
from variants.types.status import Rule
from variants.types.witness import Witness
from variants.version import VERSION


def open_journal(root: Path, *, editor: str, address: str = FILES) -> Journal:
    """The log of the edition in ``root``, read wholly, for an editor to write in.

    Nothing is written or made before the first event.

    Args:
        root: The folder of the edition.
        editor: Key of the editor, such as ``kl``.
        address: Of the store, as ``open_store`` takes it.

    Raises:
        BadEditorKey: The key is none.
        LeftInFiles: At the first event: files in ``root`` hold lines of this writer that the
            server lacks. The chain would go on in two ways.
    """
    check_editor(editor)
    store = open_store(root, address)

    @cache
    def writer() -> str:
        name = writer_of(root, editor)
        left = unpushed_lines(root, journal.history, store).get(name, 0)
        if left:
            raise UnpushedLines(name, count=left)
        return name

    journal = Journal(store, writer, editor)
    return journal


def read_history(store: Store) -> History:
    """All that a store holds: for commands that only look."""
    history = History()
    history.take(store.news())
    return history


class Journal:
    """A log that is open for one editor.

    Attributes:
        history: What the log says, as far as it was read.
        store: Where it is kept; ``store.notices`` says what was put right.
        editor: The editor's key.
    """

    def __init__(
        self,
        store: Store,
        writer: Callable[[], str],
        editor: str,
        *,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.store = store
        self.editor = editor
        self.history = read_history(store)
        self._name_writer = writer
        self._clock = clock
        self._kept_texts: set[str] = set()

    def record(
        self,
        decisions: Sequence[Decision],
        collation: Collation,
        *,
        seen: Collection[str] | None = None,
    ) -> list[Decision]:
        """Record decisions on one document, all of them or none.

        The texts that they were made on are kept too, and the log is told of texts that it has
        not seen yet.

        Args:
            decisions: ``id``, ``at``, ``by`` and ``witnesses`` are filled in here. ``replaces``
                names **all** decisions that were live on the place; what it leaves out stays in
                force beside the new one.
            collation: What the editor was looking at.
            seen: Ids of the live decisions that the editor was shown (by a page that was loaded
                earlier); ``None`` for all that this journal knows.

        Returns:
            The decisions as they were recorded.

        Raises:
            DecidedMeanwhile: One that is to be replaced holds no more, or there is a live one on
                the same words that was not seen.
            UnknownEvent: One that is to be replaced was never there.
        """
        self._check_live([each for one in decisions for each in one.replaces], what="decision")
        if seen is not None:
            self._refuse_unseen(decisions, self.history.decisions(), seen)
        self._name_writer()  # It may refuse, and then nothing has been made yet.
        digests = dict(collation.signature.digests)
        for cut in (collation.seed, *collation.others):
            if digests[cut.witness.siglum] not in self._kept_texts:
                self._kept_texts.add(self.store.texts.put(cut.witness.text))

        def check(fresh: Sequence[Event]) -> None:
            self._refuse_unseen(
                decisions, [e.body for e in fresh if isinstance(e.body, Decision)], ()
            )

        def bodies() -> list[Body]:
            documents = dict.fromkeys(each.anchor.document for each in decisions)
            seed = collation.seed.witness.siglum
            told = [body for name in documents for body in self._told(name, seed, digests)]
            return [*told, *(_tidy(each) for each in decisions)]

        named = [each for one in decisions for each in one.replaces]
        events = self._append(bodies, named=named, check=check)
        return [
            dataclasses.replace(event.body, witnesses=tuple(digests.items()))
            for event in events
            if isinstance(event.body, Decision)
        ]

    def withdraw(self, ids: Sequence[str], why: str = "") -> Event:
        """Put decisions, rules, comments or links out of force, together.

        Raises:
            UnknownEvent: The log has no such event.
            DecidedMeanwhile: One of them holds no more.
        """
        self._check_live(ids, what="event")
        body = Withdrawn(tuple(ids), _normal(why))
        return self._append(lambda: [body], named=ids)[-1]

    def comment(
        self, text: str, *, on: str | Anchor, reply: str = "", seed: Witness | None = None
    ) -> Event:
        """Say something about an event or about a place.

        Args:
            text: What is said.
            on: Id of the event, or the place as ``describe`` remembers it.
            reply: Id of the comment that this one answers.
            seed: For a place, what it was remembered in: kept, so that it can be carried along.

        Raises:
            UnknownEvent: The log has no such event, or no such comment to answer.
        """
        if isinstance(on, str) and self.history.event(on) is None:
            raise UnknownEvent(on, what="event")
        answered = self.history.event(reply) if reply else None
        if reply and (answered is None or not isinstance(answered.body, CommentMade)):
            raise UnknownEvent(reply, what="comment")
        if seed is not None and seed.digest not in self._kept_texts:
            self._kept_texts.add(self.store.texts.put(seed.text))
        anchor = None if isinstance(on, str) else on
        body = CommentMade(_normal(text), on if isinstance(on, str) else "", anchor, reply)
        return self._append(lambda: [body])[-1]

    def make_rule(self, rule: Rule, replaces: Sequence[str] = ()) -> Rule:
        """Make a house rule, or change one by replacing it; its id and editor are filled in.

        Raises:
            DecidedMeanwhile: A rule that is to be replaced holds no more.
        """
        self._check_live(replaces, what="rule")
        tidy = dataclasses.replace(rule, title=_normal(rule.title), why=_normal(rule.why))
        event = self._append(lambda: [RuleMade(tidy, tuple(replaces))], named=replaces)[-1]
        assert isinstance(event.body, RuleMade)  # noqa: S101 - as it was handed in
        return event.body.rule

    def link(self, choice: RecordedLink) -> Event:
        """Record which sentences belong together, or how they are segmented.

        Raises:
            ConcurrentDecision: A link that is to be replaced is no longer active.
        """
        return self.link_all([choice])[-1]

    def link_all(self, choices: Sequence[RecordedLink]) -> list[Event]:
        """Record several links, all of them or none. See ``link``."""
        replaced = [name for choice in choices for name in choice.replaces]
        self._check_live(replaced, what="link")
        return self._append(lambda: choices, named=replaced)

    def confirm(self, anchors: Iterable[NewAnchor]) -> list[Event]:
        """Record where decisions stand in the seed of today, so that they need not be carried on.

        For decisions that were carried, when an editor has looked at them or before a seal.
        """
        bodies = list(anchors)
        self._check_live([each.of for each in bodies], what="decision")
        return self._append(lambda: bodies, named=[each.of for each in bodies])

    def seal(self, name: str = "", signature: str = "") -> Event:
        """Fix the state of the whole log, all chains to their ends, under a name."""
        return self._append(
            lambda: [Seal(self.history.heads, self.history.count, _normal(name), signature)]
        )[-1]

    def erase(self, name: str, why: str) -> None:
        """Replace an event's line by a stub, to remove words that must not be kept.

        The hash chain stays intact and the stub is visible. Only the files here change: git, a
        server and other copies still have the line.

        Raises:
            UnknownEvent: The log has no such event.
            OnlyInFiles: The log is in a database.
            LogChanged: Another line is at the event's place by now. Nothing was erased.
        """
        event = self.history.event(name)
        if event is None:
            raise UnknownEvent(name, what="event")
        if not isinstance(self.store, FileStore):
            raise OnlyInFiles
        writer, number = self.history.where(name)
        known = self.history.hash_of(name)
        stub = Erasure(known, _normal(why), named_by(event.body))
        line = write_line(dataclasses.replace(event, at=self._now(), by=self.editor, body=stub))
        self.store.replace_line(writer, number, line, known=known)
        self.history = read_history(self.store)

    def _append(
        self,
        bodies: Callable[[], Sequence[Body]],
        *,
        named: Collection[str] = (),
        check: Callable[[Sequence[Event]], None] = lambda _fresh: None,
    ) -> list[Event]:
        """Add events, if nothing that has come meanwhile speaks against it.

        Args:
            bodies: What happened; asked when nobody else can write any more.
            named: Ids that have to be live.
            check: Raises where an event that has come meanwhile speaks against it.
        """
        writer = self._name_writer()
        events: list[Event] = []
        lines: list[bytes] = []

        def compose(news: Lines) -> Sequence[bytes]:
            fresh = self.history.take(news)
            self._refuse_dead(named, fresh)
            check(fresh)
            prev = self.history.head_of(writer)
            seen = self._seen(writer)
            for body in bodies():
                event = self._event(body, prev, seen)
                seen = {}
                lines.append(write_line(event))
                events.append(event)
                prev = hash_of(lines[-1])
            return lines

        self.store.append(writer, compose)
        self.history.take({writer: lines})
        return events

    def _event(self, body: Body, prev: str, seen: Mapping[str, str]) -> Event:
        name, at = new_id(), self._now()
        if isinstance(body, Decision):
            body = dataclasses.replace(body, id=name, at=at, by=self.editor)
        elif isinstance(body, RuleMade):
            rule = dataclasses.replace(body.rule, id=name, by=self.editor)
            body = dataclasses.replace(body, rule=rule)
        tool = f"variants/{VERSION}"
        return Event(name, at, self.editor, body, tool, prev, tuple(seen.items()))

    def _seen(self, writer: str) -> dict[str, str]:
        """The ends of the other chains that this writer has not named yet."""
        before = self.history.seen_by(writer)
        return {
            other: head
            for other, head in self.history.heads
            if other != writer and before.get(other) != head
        }

    def _told(self, document: str, seed: str, digests: Mapping[str, str]) -> list[Body]:
        """What the log has to be told of a document's texts before a decision on it."""
        told = self.history.texts_of(self._name_writer(), document)
        if not told:
            return [DocumentOpened(document, seed, tuple(digests.items()))]
        return [
            TextChange(document, siglum, told.get(siglum, ""), digests.get(siglum, ""))
            for siglum in sorted({*told, *digests})
            if told.get(siglum, "") != digests.get(siglum, "")
        ]

    def _check_live(self, ids: Iterable[str], *, what: str) -> None:
        """Refuse ids that the log does not hold, or that hold no more."""
        ids = list(ids)
        for name in ids:
            if self.history.event(name) is None:
                raise UnknownEvent(name, what=what)
        self._refuse_dead(ids, ())

    def _refuse_dead(self, ids: Iterable[str], fresh: Sequence[Event]) -> None:
        """Refuse if one of these ids holds no more."""
        newly = {name for event in fresh for name in named_by(event.body)}
        dead = [name for name in ids if name in newly or not self.history.is_live(name)]
        killers = [each for name in dead for each in self.history.replacers(name)]
        if dead:
            raise ConcurrentDecision(killers or dead, by=self._editors_of(killers))

    def _refuse_unseen(
        self, ours: Sequence[Decision], theirs: Iterable[Decision], seen: Collection[str]
    ) -> None:
        """Refuse if there is a live decision on the words of one of ours that was not seen."""
        unseen = [
            their.id
            for their in theirs
            if their.id not in seen
            and any(same_passage(our.anchor, their.anchor) for our in ours)
            and self.history.is_live(their.id)
        ]
        if unseen:
            raise ConcurrentDecision(unseen, by=self._editors_of(unseen))

    def _editors_of(self, ids: Iterable[str]) -> list[str]:
        events = [event for name in ids if (event := self.history.event(name))]
        return sorted({event.by for event in events})

    def _now(self) -> str:
        return self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tidy(decision: Decision) -> Decision:
    """The decision as it is written: our own words in NFC, quotations as they stand."""
    wording = decision.wording
    if wording is not None and decision.action is Action.EMEND:
        wording = Wording(_normal(wording.text))
    return dataclasses.replace(
        decision,
        wording=wording,
        ask=_normal(decision.ask),
        why=_normal(decision.why),
        witnesses=(),
    )


def _normal(words: str) -> str:
    return unicodedata.normalize("NFC", words)
