"""A document of an edition: its comparison and the decisions on it.

Commands, reports and the review page all use this module, so that a place has the same state
everywhere.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from variants.anchors.anchoring import Resolver
from variants.anchors.status import compute_status
from variants.anchors.verdicts import overrule
from variants.errors.lists import counted, listed
from variants.log.history import History
from variants.log.journal import Journal, open_journal, read_history
from variants.log.recorded_links import recorded_links
from variants.log.stored_texts import TextStore
from variants.log.stores import FILES, Store, open_store, unpushed_lines
from variants.project.documents import log_address
from variants.project.editors import read_editors
from variants.project.links_table import in_force
from variants.project.settings_file import NAME
from variants.segmenters import SEGMENTERS
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink


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
        return cut(dataclasses.replace(seed, text=text, divisions=(), notices=()))

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

    See ``resolve_edition``.
    """
    history, store = log
    edition = resolve_edition(name, collation, history, store.texts, read_editors(root))
    notices = (*edition.decisions.notices, *log_notices(root, history, store))
    decisions = dataclasses.replace(edition.decisions, notices=notices)
    return dataclasses.replace(edition, decisions=decisions)


def log_notices(root: Path, history: History, store: Store) -> tuple[Notice, ...]:
    """Return a notice if files have lines that the server of the log lacks."""
    left = unpushed_lines(root, history, store)
    if not left:
        return ()
    message = (
        f"decisions/ has {counted(sum(left.values()), 'line')} that the server lacks "
        f"({listed(list(left))}). They do not count until you run variants log push."
    )
    return (Notice("", message),)
