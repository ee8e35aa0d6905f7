"""Write access to the log of an edition for one editor.

    journal = open_journal(root, editor="kl")
    decisions = compute_status(journal.history, "letter", collation, resolver)
    ...                                                 # show them, let the editor choose
    journal.record([decision], collation)

A journal holds the log as it was last read. It refuses an event with ``ConcurrentDecision`` if
others have decided on the same words since then. By then it has read their events too, so the
caller can show the place again and repeat the call.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from variants.errors import OnlyInFiles, UnknownEvent, UnpushedLines
from variants.log.codec.write_line import write_line
from variants.log.concurrency import (
    refuse_replaced,
    refuse_unseen,
    refuse_unseen_verdicts,
    require_active,
)
from variants.log.event_batch import EventBatch
from variants.log.events import (
    Body,
    CommentMade,
    Erasure,
    Event,
    NewAnchor,
    RecordedLink,
    Renamed,
    RuleMade,
    Seal,
    Withdrawn,
    named_by,
)
from variants.log.history import History
from variants.log.normal_form import nfc, normalize_decision, normalize_verdict
from variants.log.stores import FILES, FileStore, Store, open_store, unpushed_lines
from variants.log.text_events import text_events
from variants.log.writer_ids import check_editor, writer_of
from variants.types.collation import Collation
from variants.types.decision import Anchor, Decision
from variants.types.status import Rule
from variants.types.verdict import SenseVerdict
from variants.types.witness import Witness


def open_journal(root: Path, *, editor: str, address: str = FILES) -> Journal:
    """Read the log of the edition in ``root`` and open it for an editor.

    No file is created before the first event.

    Args:
        root: Folder of the edition.
        editor: Key of the editor, such as ``kl``.
        address: Address of the store, as for ``open_store``.

    Raises:
        BadEditorKey: The key is invalid.
        UnpushedLines: At the first event: files in ``root`` have lines of this writer that the
            server lacks, so the chain would fork.
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
    """Read a whole log, for commands that do not write."""
    history = History()
    history.extend(store.read_new())
    return history


class Journal:
    """A log that one editor can append to.

    Args:
        store: Store of the log.
        writer: Returns the name of the chain to append to; may refuse by raising.
        editor: Key of the editor.
        clock: Returns the current time.

    Attributes:
        history: The log as it was last read.
        store: Store of the log; ``store.notices`` lists its repairs.
        editor: Key of the editor.
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

        Texts that the log does not have yet are stored, and their digests recorded.

        Args:
            decisions: Their ``id``, ``at``, ``by`` and ``witnesses`` are filled in. ``replaces``
                must name **all** active decisions on the place to replace; the others stay
                active beside the new one.
            collation: The texts that the editor was looking at.
            seen: Ids of the active decisions that the editor was shown (by a page that was loaded
                earlier); ``None`` for all that this journal has read.

        Returns:
            The decisions as recorded.

        Raises:
            ConcurrentDecision: A decision to replace is no longer active, or the editor has not
                seen an active one on the same words.
            UnknownEvent: The log has no such decision to replace.
        """
        replaced = [name for decision in decisions for name in decision.replaces]
        require_active(self.history, replaced, what="decision")
        if seen is not None:
            refuse_unseen(self.history, decisions, self.history.decisions(), seen)
        with self._appending_on(collation, decisions, replaced) as batch:
            theirs = [event.body for event in batch.fresh if isinstance(event.body, Decision)]
            refuse_unseen(self.history, decisions, theirs)
            events = [batch.add(normalize_decision(decision)) for decision in decisions]
        return [
            dataclasses.replace(event.body, witnesses=collation.signature.digests)
            for event in events
            if isinstance(event.body, Decision)
        ]

    def judge(self, verdicts: Sequence[SenseVerdict], collation: Collation) -> list[SenseVerdict]:
        """Record verdicts on the sense, all of them or none.

        Args:
            verdicts: Their ``id``, ``at``, ``by`` and ``witnesses`` are filled in. ``replaces``
                must name the active verdicts of the same editor on the same reading.
            collation: The texts that the editor was looking at.

        Returns:
            The verdicts as recorded.

        Raises:
            ConcurrentDecision: A verdict to replace is no longer active, or the editor has judged
                one of the readings elsewhere meanwhile.
            UnknownEvent: The log has no such verdict to replace.
        """
        replaced = [name for verdict in verdicts for name in verdict.replaces]
        require_active(self.history, replaced, what="verdict")
        with self._appending_on(collation, verdicts, replaced) as batch:
            refuse_unseen_verdicts(self.history, verdicts, batch.fresh, self.editor)
            events = [batch.add(normalize_verdict(verdict)) for verdict in verdicts]
        return [
            dataclasses.replace(event.body, witnesses=collation.signature.digests)
            for event in events
            if isinstance(event.body, SenseVerdict)
        ]

    def withdraw(self, ids: Sequence[str], why: str = "") -> Event:
        """Withdraw decisions, verdicts, rules, comments or links, with one event.

        Raises:
            UnknownEvent: The log has no such event.
            ConcurrentDecision: One of them is no longer active.
        """
        require_active(self.history, ids, what="event")
        return self._append(Withdrawn(tuple(ids), nfc(why)), active=ids)

    def comment(
        self, text: str, *, on: str | Anchor, reply: str = "", seed: Witness | None = None
    ) -> Event:
        """Add a comment on an event or on a place.

        Args:
            text: Text of the comment.
            on: Id of the event, or the place as ``describe`` returns it.
            reply: Id of the comment that this one answers.
            seed: Witness that the place is in. Its text is stored, so that the place can be found
                in later texts.

        Raises:
            UnknownEvent: The log has no such event, or no such comment to answer.
        """
        if isinstance(on, str) and self.history.event(on) is None:
            raise UnknownEvent(on, what="event")
        answered = self.history.event(reply) if reply else None
        if reply and (answered is None or not isinstance(answered.body, CommentMade)):
            raise UnknownEvent(reply, what="comment")
        if seed is not None:
            self._keep_text(seed)
        event, anchor = (on, None) if isinstance(on, str) else ("", on)
        return self._append(CommentMade(nfc(text), event, anchor, reply))

    def make_rule(self, rule: Rule, replaces: Sequence[str] = ()) -> Rule:
        """Add or replace a house rule, and return it with its id and editor filled in.

        Raises:
            ConcurrentDecision: A rule to replace is no longer active.
        """
        require_active(self.history, replaces, what="rule")
        rule = dataclasses.replace(rule, title=nfc(rule.title), why=nfc(rule.why))
        event = self._append(RuleMade(rule, tuple(replaces)), active=replaces)
        return dataclasses.replace(rule, id=event.id, by=event.by)

    def link(self, choice: RecordedLink) -> Event:
        """Record which sentences belong together, or how they are segmented.

        Raises:
            ConcurrentDecision: A link to replace is no longer active.
        """
        return self.link_all([choice])[-1]

    def link_all(self, choices: Sequence[RecordedLink]) -> list[Event]:
        """Record several links, all of them or none. See ``link``."""
        replaced = [name for choice in choices for name in choice.replaces]
        require_active(self.history, replaced, what="link")
        with self._appending(replaced) as batch:
            return [batch.add(choice) for choice in choices]

    def rename(self, renamed: Sequence[Renamed]) -> list[Event]:
        """Record new names of documents or witnesses, all of them or none.

        Raises:
            ConcurrentDecision: A change of name to replace is no longer active.
        """
        replaced = [name for each in renamed for name in each.replaces]
        require_active(self.history, replaced, what="change of name")
        bodies = [dataclasses.replace(each, why=nfc(each.why)) for each in renamed]
        with self._appending(replaced) as batch:
            return [batch.add(body) for body in bodies]

    def confirm(self, anchors: Iterable[NewAnchor]) -> list[Event]:
        """Record where decisions are in the current seed, so that they are found there at once.

        For decisions that were carried to a later text, after an editor has checked them.
        """
        bodies = list(anchors)
        if not bodies:
            return []
        ids = [each.of for each in bodies]
        require_active(self.history, ids, what="decision")
        with self._appending(ids) as batch:
            return [batch.add(body) for body in bodies]

    def seal(self, name: str = "") -> Event:
        """Record the heads of all chains under a name."""
        with self._appending() as batch:
            return batch.add(Seal(self.history.heads, self.history.count, nfc(name)))

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
        stub = Erasure(known, nfc(why), named_by(event.body))
        line = write_line(dataclasses.replace(event, at=self._now(), by=self.editor, body=stub))
        self.store.replace_line(writer, number, line, known=known)
        self.history = read_history(self.store)

    def _append(self, body: Body, *, active: Collection[str] = ()) -> Event:
        """Append one event; ``active`` as for ``_appending``."""
        with self._appending(active) as batch:
            return batch.add(body)

    @contextmanager
    def _appending_on(
        self,
        collation: Collation,
        judged: Sequence[Decision | SenseVerdict],
        active: Collection[str],
    ) -> Iterator[EventBatch]:
        """Append events about compared texts, after the events that record these texts.

        The texts are stored first.

        Args:
            collation: The texts.
            judged: The events, for their documents.
            active: Ids of events that must be active once the block has begun.
        """
        self._name_writer()  # May refuse, so it is called before any text is stored.
        for cut in (collation.seed, *collation.others):
            self._keep_text(cut.witness)
        digests = dict(collation.signature.digests)
        seed = collation.seed.witness.siglum
        with self._appending(active) as batch:
            for document in dict.fromkeys(each.anchor.document for each in judged):
                known = self.history.texts_of(self._name_writer(), document)
                for body in text_events(document, seed, known, digests):
                    batch.add(body)
            yield batch

    @contextmanager
    def _appending(self, active: Collection[str] = ()) -> Iterator[EventBatch]:
        """Append the events that the block adds, all or none; no other process can write in it.

        Args:
            active: Ids of events that must be active once the block has begun.
        """
        writer = self._name_writer()
        with self.store.appending(writer) as pending:
            fresh = self.history.extend(pending.new_lines)
            refuse_replaced(self.history, active, fresh)
            head, seen = self.history.head_of(writer), self._unmentioned_heads(writer)
            batch = EventBatch(self.editor, self._now, head, seen, fresh)
            yield batch
            pending.lines += batch.lines
        self.history.extend({writer: batch.lines})

    def _unmentioned_heads(self, writer: str) -> tuple[tuple[str, str], ...]:
        """Return the heads of other chains that this writer has not mentioned yet."""
        before = self.history.seen_by(writer)
        return tuple(
            (other, head)
            for other, head in self.history.heads
            if other != writer and before.get(other) != head
        )

    def _keep_text(self, witness: Witness) -> None:
        """Store a witness's text, once in the life of the journal."""
        if witness.digest not in self._kept_texts:
            self._kept_texts.add(self.store.texts.put(witness.text))

    def _now(self) -> str:
        return self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
