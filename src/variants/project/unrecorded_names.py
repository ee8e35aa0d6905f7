"""New names of an edition's documents and witnesses that are not in its log yet."""

from __future__ import annotations

from pathlib import Path

from variants.errors import NothingRenamed, RenamedTwice, UnknownName
from variants.log.events import Digests, Renamed
from variants.log.history import History
from variants.log.new_names import documents_in, rename_document, rename_witness, sigla_in
from variants.project.documents import read_document, read_edition
from variants.project.load import follow_log


def found_names(root: Path, history: History, *, document: str = "") -> list[Renamed]:
    """Return every change of name that was found by the text and is not recorded.

    Args:
        root: Folder of the edition.
        history: Its log as recorded.
        document: The only document to look at; empty for all.
    """
    found: list[Renamed] = []
    for each in read_edition(root).documents:
        if document in ("", each.name):
            followed = follow_log(root, history, each.name, read_document(each)).followed
            found += [
                one for one in followed if (one.document if one.witness else one.to) == each.name
            ]
    return list(dict.fromkeys(found))


def new_names(
    root: Path, history: History, old: str, new: str, *, document: str = ""
) -> list[Renamed]:
    """Return the changes of a name to another: of a document, or of a witness in each document.

    Args:
        root: Folder of the edition.
        history: Its log as recorded.
        old: Name in the log.
        new: Current name.
        document: The only document whose witness is meant; empty for all.

    Raises:
        NothingRenamed: The log has no such name, or the edition has no such one now.
        RenamedTwice: Both a document and a witness are possible.
        UnknownName: There is no such document.
    """
    edition = read_edition(root)
    texts: dict[str, Digests] = {
        each.name: tuple((one.siglum, one.digest) for one in read_document(each))
        for each in edition.documents
    }
    if document and document not in texts:
        raise UnknownName(document, list(texts), what="document")
    # Documents are followed first: a witness belongs to a document under its current name.
    followed = follow_log(root, history).history
    of_document = not document and new in texts and old in documents_in(history) and old != new
    witnesses = [
        rename_witness(followed, name, old, new, digests)
        for name, digests in texts.items()
        if document in ("", name)
        and new in dict(digests)
        and old != new
        and old in sigla_in(followed, name)
    ]
    if of_document and witnesses:
        raise RenamedTwice(old, new)
    if of_document:
        seeds = {name: digests[0][1] for name, digests in texts.items()}
        return [rename_document(history, old, new, seeds)]
    if not witnesses:
        raise NothingRenamed(old, new)
    return witnesses
