"""A document of an edition: its comparison and the decisions on it.

Commands, reports and the review page all use this module, so that a place has the same state
everywhere.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from variants.anchors.anchoring import Resolver
from variants.anchors.status import compute_status
from variants.anchors.verdicts import overrule
from variants.errors import LogEmptied, VariantsError
from variants.errors.lists import counted, listed
from variants.log.events import Digests, RecordedLink
from variants.log.followed_names import FollowedLog, follow_names
from variants.log.history import History
from variants.log.journal import Journal, open_journal, read_history
from variants.log.recorded_links import recorded_links
from variants.log.stored_texts import TextStore
from variants.log.stores import FILES, Store, open_store, unpushed_lines
from variants.project.documents import log_address, read_document, read_edition
from variants.project.editors import read_editors
from variants.project.links_table import in_force
from variants.project.settings_file import NAME
from variants.segmenters import SEGMENTERS
from variants.types.collation import Collation
from variants.types.decision import Decision
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink
from variants.types.verdict import SenseVerdict
from variants.types.witness import Witness

Judged: TypeAlias = Decision | SenseVerdict
"""An event about words of a seed."""


def open_edition_store(root: Path) -> Store:
    """Return the store of the edition's log, at the address in ``variants.toml``."""
    return open_store(root, log_address(root) or FILES)


def read_log(root: Path) -> tuple[History, Store]:
    """Return the whole log of the edition in a folder, and its store."""
    store = open_edition_store(root)
    return read_history(store), store


def open_log(root: Path, *, editor: str) -> Journal:
    """Return the log of the edition in a folder, for an editor to write to."""
    return open_journal(root, editor=editor, address=log_address(root) or FILES)


def resolve_edition(
    name: str, collation: Collation, history: History, kept: TextStore, editors: Mapping[str, str]
) -> Edition:
    """Return the edition: the collation with every decision resolved in the current texts.

    Verdicts on the sense overrule the estimates of the collation.

    Args:
        name: Name of the document.
        collation: The comparison of its current texts.
        history: The log.
        kept: Earlier texts, on which decisions were made.
        editors: Names to show, by editor key.
    """
    seed = collation.seed.witness
    cut = SEGMENTERS[collation.signature.segmenter]

    def old_text(digest: str) -> Segmentation | None:
        text = kept.get(digest)
        if text is None:
            return None
        # Earlier divisions are not stored; if they differ, sentences are joined and split.
        return cut(dataclasses.replace(seed, text=text, divisions=(), set_aside=(), notices=()))

    resolver = Resolver(collation.seed, old_text)
    decisions = compute_status(history, name, collation, resolver, editors=editors)
    return Edition(name, overrule(collation, decisions.verdicts), decisions)


def links_in_force(
    name: str, links: Sequence[SentenceLink], history: History, sigla: Collection[str]
) -> tuple[tuple[SentenceLink, ...], list[Notice]]:
    """Return the links of a document, with those of its log, and notices about links not obeyed.

    The log overrides ``variants.toml``. A link with a witness that is no longer among ``sigla`` is
    not obeyed.
    """
    logged = recorded_links(history, name)
    gone = [
        Notice(
            link.siglum,
            f"The {link.kind.value} link {link.label} of the log is not obeyed: {name} has no "
            f"witness {link.siglum}. Withdraw it with variants log withdraw {event}.",
        )
        for event, link in logged.every.items()
        if link.siglum not in sigla
    ]
    replaced = [
        Notice(
            old.siglum,
            f"The {old.kind.value} link {old.label} of {NAME} is not obeyed: "
            f"the log has {new.label}.",
        )
        for old in links
        for new in logged.links.values()
        if new.contradicts(old)
    ]
    notices = [*logged.notices, *gone, *replaced]
    return in_force(links, tuple(logged.links.values())), notices


def load_edition(
    name: str, collation: Collation, root: Path, log: tuple[History, Store]
) -> Edition:
    """Return the edition in a folder, with the names in its ``editors.toml``.

    Names of documents and witnesses that have changed since a decision was recorded are followed.
    See ``resolve_edition``.
    """
    history, store = log
    texts = [cut.witness for cut in (collation.seed, *collation.others)]
    followed = follow_log(root, history, name, texts)
    edition = resolve_edition(name, collation, followed.history, store.texts, read_editors(root))
    notices = (
        *edition.decisions.notices,
        *followed.notices(name),
        *unplaced_notice(root, followed.history),
        *log_notices(root, history, store),
    )
    decisions = dataclasses.replace(edition.decisions, notices=notices)
    return dataclasses.replace(edition, decisions=decisions)


def log_notices(root: Path, history: History, store: Store) -> tuple[Notice, ...]:
    """Return a notice if the log was emptied, or files have lines that its server lacks."""
    left = unpushed_lines(root, history, store)
    if not left and is_emptied(history, store):
        emptied = LogEmptied()
        return (Notice("", f"{emptied} {emptied.hint}"),)
    if not left:
        return ()
    message = (
        f"decisions/ has {counted(sum(left.values()), 'line')} that the server lacks "
        f"({listed(list(left))}). They do not count until you run variants log push."
    )
    return (Notice("", message),)


def is_emptied(history: History, store: Store) -> bool:
    """Return True if a log has texts that decisions were made on, but no line."""
    return not history.count and any(store.texts.digests())


def follow_log(
    root: Path, history: History, document: str = "", witnesses: Sequence[Witness] = ()
) -> FollowedLog:
    """Return the log of an edition with the names of today.

    Args:
        root: Folder of the edition.
        history: Its log as recorded.
        document: The document whose witnesses are followed; empty for none.
        witnesses: Its current texts, the seed first.
    """
    edition = read_edition(root)
    files = {each.name: each for each in edition.documents}
    given = {document: _digests(witnesses)} if witnesses else {}

    @cache
    def texts_of(name: str) -> Digests:
        if name in given:
            return given[name]
        try:
            return _digests(read_document(files[name]))
        except (VariantsError, KeyError):
            return ()  # A text that cannot be read has no digest; its own command reports it.

    return follow_names(history, {*files, *given}, texts_of, within=document)


def unplaced_events(history: History, documents: Collection[str]) -> tuple[Judged, ...]:
    """Return the active decisions and verdicts on documents that are not among those compared.

    Args:
        history: The log with the names of today.
        documents: Names of the documents that have a seed and another text.
    """
    judged: list[Judged] = [*history.decisions(), *history.verdicts()]
    return tuple(
        each
        for each in judged
        if each.anchor.document not in documents and history.is_active(each.id)
    )


def unplaced_notice(root: Path, history: History) -> tuple[Notice, ...]:
    """Return a notice if decisions of the log have no place in the edition."""
    left = unplaced_events(history, compared_documents(root))
    if not left:
        return ()
    names = listed(sorted({each.anchor.document for each in left}))
    have = "has" if len(left) == 1 else "have"
    message = (
        f"{counted(len(left), 'decision')} of the log on {names} {have} no place in this edition. "
        "List them with variants status."
    )
    return (Notice("", message),)


def compared_documents(root: Path) -> tuple[str, ...]:
    """Return the names of the documents that have a seed and another text."""
    return tuple(each.name for each in read_edition(root).documents if each.others)


def has_links(history: History) -> bool:
    """Return True if the log has a link between sentences."""
    return any(isinstance(event.body, RecordedLink) for event in history.events())


def _digests(witnesses: Iterable[Witness]) -> Digests:
    return tuple((each.siglum, each.digest) for each in witnesses)
