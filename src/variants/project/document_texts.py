"""Texts of a document, compared together with the decisions of its edition."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variants.errors import CannotReadEdition, EmptyEdition, NoOtherWitness, UnknownName
from variants.project.documents import (
    EditionOnDisk,
    find_edition,
    has_log,
    read_document,
    read_edition,
)
from variants.project.read_places import places_file
from variants.project.settings_file import NAME
from variants.project.witness_files import Document
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.sentence_link import SentenceLink
from variants.types.witness import Witness

if TYPE_CHECKING:
    from variants.log.history import History


@dataclass(frozen=True, slots=True)
class DocumentTexts:
    """Texts of one document, and the settings to compare them with.

    Attributes:
        name: Name of the document; empty for files without an edition.
        title: Title of the document; empty if there is none.
        witnesses: The texts, the seed first.
        settings: Settings of the comparison.
        files: Files that were read, which no result may replace.
        root: Folder of the edition; ``None`` for files without an edition.
        links: Sentences that must, or must not, be one bead.
    """

    name: str
    title: str
    witnesses: tuple[Witness, ...]
    settings: Settings
    files: tuple[Path, ...] = ()
    root: Path | None = None
    links: tuple[SentenceLink, ...] = ()


def open_edition(folder: Path) -> EditionOnDisk:
    """Return the edition in a folder, or in the nearest folder above that has one.

    Raises:
        NotAnEdition: There is none.
        CannotReadEdition: A file or folder of it cannot be read.
    """
    try:
        return read_edition(find_edition(folder))
    except OSError as error:
        where = Path(error.filename or ".")
        raise CannotReadEdition(where, error.strerror or str(error)) from error


def find_document(edition: EditionOnDisk, name: str) -> Document:
    """Return the document with a name.

    Raises:
        UnknownName: There is none.
        NoOtherWitness: It has only a seed.
    """
    for document in edition.documents:
        if document.name == name:
            if not document.others:
                raise NoOtherWitness(name)
            return document
    raise UnknownName(name, [document.name for document in edition.documents], what="document")


def comparable_documents(edition: EditionOnDisk) -> list[Document]:
    """Return the documents that have a seed and another text.

    Raises:
        EmptyEdition: There is none.
    """
    found = [document for document in edition.documents if document.others]
    if not found:
        raise EmptyEdition(edition.root.absolute())
    return found


def read_document_texts(
    edition: EditionOnDisk, document: Document, settings: Settings
) -> DocumentTexts:
    """Read the texts of a document; the title of the edition is that of its only document."""
    of_all = edition.title if len(edition.documents) == 1 else ""
    return DocumentTexts(
        name=document.name,
        title=document.title or of_all or document.name,
        witnesses=tuple(read_document(document)),
        settings=settings,
        files=(edition.root / NAME, *_files_of(edition.root, document)),
        root=edition.root,
        links=document.links,
    )


def _files_of(root: Path, document: Document) -> Iterator[Path]:
    """Yield the files of the texts, and those from which they were read with their places."""
    for one in (document.seed, *document.others):
        yield one.path
        if one.original:
            yield root / one.original.partition("::")[0]
            yield root / places_file(one.original, one.siglum)


def with_seed(texts: DocumentTexts, siglum: str) -> DocumentTexts:
    """Return the texts with another witness as the seed, without decisions and links on the seed.

    Raises:
        UnknownName: No witness has the siglum.
    """
    seed, *others = texts.witnesses
    if siglum == seed.siglum:
        return texts
    chosen = [one for one in others if one.siglum == siglum]
    if not chosen:
        raise UnknownName(siglum, [one.siglum for one in texts.witnesses], what="witness")
    rest = [one for one in texts.witnesses if one.siglum != siglum]
    return dataclasses.replace(texts, witnesses=(*chosen, *rest), root=None, links=())


def compare_texts(
    texts: DocumentTexts, *, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Edition:
    """Compare the texts, and resolve the decisions of the edition on them, if there are any."""
    if texts.root is None or not has_log(texts.root):
        return Edition(texts.name, collate_texts(texts, progress=progress))
    from variants.project.load import load_edition, read_log  # noqa: PLC0415 - libraries of the log

    log = read_log(texts.root)
    collation = collate_texts(_linked(texts, log[0]), progress=progress)
    return load_edition(texts.name, collation, texts.root, log)


def collate_texts(texts: DocumentTexts, *, progress: Callable[[int, int], None]) -> Collation:
    """Compare the texts; the comparison of an edition is kept for the next command."""
    if texts.root is None:
        return _compare(texts, progress)
    from variants.project.kept_comparisons import keep_comparison  # noqa: PLC0415 - for editions

    return keep_comparison(
        texts.witnesses,
        texts.settings,
        texts.links,
        texts.title,
        lambda: _compare(texts, progress),
    )


def _compare(texts: DocumentTexts, progress: Callable[[int, int], None]) -> Collation:
    from variants.pipeline import collate  # noqa: PLC0415 - imports every stage

    return collate(
        texts.witnesses, texts.settings, links=texts.links, title=texts.title, progress=progress
    )


def with_log_links(texts: DocumentTexts) -> DocumentTexts:
    """Return the texts with the links between sentences in the log of their edition."""
    if texts.root is None or not has_log(texts.root):
        return texts
    from variants.project.load import read_log  # noqa: PLC0415 - libraries of the log

    return _linked(texts, read_log(texts.root)[0])


def _linked(texts: DocumentTexts, history: History) -> DocumentTexts:
    from variants.project.load import (  # noqa: PLC0415
        follow_log,
        has_links,
        links_in_force,
    )

    if texts.root is not None and has_links(history):
        history = follow_log(texts.root, history, texts.name, texts.witnesses).history
    seed, *others = texts.witnesses
    sigla = {other.siglum for other in others}
    links, notices = links_in_force(texts.name, texts.links, history, sigla)
    seed = dataclasses.replace(seed, notices=(*seed.notices, *notices))
    return dataclasses.replace(texts, witnesses=(seed, *others), links=links)
