"""A document of an edition as it stands: what was found in its texts, and what was decided.

Commands, reports and the review page all show this and nothing else, so that a place has one state
wherever it is looked at.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from variants.anchors.anchoring import Resolver
from variants.anchors.status import compute_status
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
    """Where the log of the edition in a folder is kept, as ``variants.toml`` says."""
    return open_store(root, log_address(root) or FILES)


def read_log(root: Path) -> tuple[History, Store]:
    """The log of the edition in a folder, read wholly, and where it is kept."""
    store = open_edition_store(root)
    return read_history(store), store


def open_log(root: Path, *, editor: str) -> Journal:
    """The same, for an editor to write in: ``open_journal`` at the address of the edition."""
    return open_journal(root, editor=editor, address=log_address(root) or FILES)


def resolve_edition(
    name: str, collation: Collation, history: History, kept: TextStore, editors: Mapping[str, str]
) -> Edition:
    """See how the decisions on a document stand on its texts as they are now.

    Args:
        name: Of the document.
        collation: Its texts, compared.
        history: The log.
        kept: The texts that decisions were made on.
        editors: Key and name of those whose name may be shown.
    """
    seed = collation.seed.witness
    cut = SEGMENTERS[collation.signature.segmenter]

    def old_text(digest: str) -> Segmentation | None:
        text = kept.get(digest)
        if text is None:
            return None
        # The divisions of then are not kept; where they differ, sentences are joined and split.
        return cut(dataclasses.replace(seed, text=text, divisions=(), notices=()))

    resolver = Resolver(collation.seed, old_text)
    return Edition(
        name, collation, compute_status(history, name, collation, resolver, editors=editors)
    )


def links_in_force(
    name: str, links: Sequence[SentenceLink], history: History, sigla: Collection[str]
) -> tuple[tuple[SentenceLink, ...], list[Notice]]:
    """Return the links of a document, with those of its log, and notices about links not obeyed.

    Where the log and ``variants.toml`` contradict one another, the log holds. A link with a
    witness that is not among ``sigla`` any more has nothing to say.
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
    """The same with the names of editors that the edition in a folder has."""
    history, store = log
    edition = resolve_edition(name, collation, history, store.texts, read_editors(root))
    notices = (*edition.decisions.notices, *log_notices(root, history, store))
    decisions = dataclasses.replace(edition.decisions, notices=notices)
    return dataclasses.replace(edition, decisions=decisions)


def log_notices(root: Path, history: History, store: Store) -> tuple[Notice, ...]:
    """What is to be known of the log as a whole: that files hold what its server lacks."""
    left = unpushed_lines(root, history, store)
    if not left:
        return ()
    message = (
        f"decisions/ holds {sum(left.values())} lines that the server lacks ({', '.join(left)}); "
        "they do not count until variants log push has brought them there."
    )
    return (Notice("", message),)
