"""The documents that a command works on, compared; their decisions, read and written."""

from __future__ import annotations

import dataclasses
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.errors import print_notices
from variants.cli.progress import progress_bar
from variants.cli.sources import DocumentTexts, SourceOptions, read_texts
from variants.gc_pause import gc_paused
from variants.project.documents import has_log

if TYPE_CHECKING:
    from variants.log.history import History
    from variants.types.collation import Collation
    from variants.types.edition import Edition


def edition_of(texts: DocumentTexts) -> Edition:
    """Compare the texts of one document, and see what was decided on it."""
    # These bring every stage, and the libraries of the log.
    from variants.types.edition import Edition  # noqa: PLC0415

    if texts.root is None or not has_log(texts.root):
        return Edition(texts.name, _collated(texts))
    from variants.project.load import load_edition, read_log  # noqa: PLC0415

    log = read_log(texts.root)
    collation = _collated(_linked(texts, log[0]))
    return load_edition(texts.name, collation, texts.root, log)


def editions_here(document: str) -> list[tuple[Path, Edition]]:
    """The documents of the edition here, as they stand, each with the edition's folder."""
    found = []
    for texts in read_texts(SourceOptions(document=document)):
        if texts.root is not None:
            edition = edition_of(texts)
            print_notices(edition.decisions.notices)
            found.append((texts.root, edition))
    return found


def collation_of(texts: DocumentTexts) -> Collation:
    """Compare the texts of one document; a bar shows on a terminal how far it is."""
    return _collated(with_log_links(texts))


def with_log_links(texts: DocumentTexts) -> DocumentTexts:
    """The texts with the links between sentences that the log of their edition lays down."""
    if texts.root is None or not has_log(texts.root):
        return texts
    from variants.project.load import read_log  # noqa: PLC0415 - brings the libraries of the log

    return _linked(texts, read_log(texts.root)[0])


def _linked(texts: DocumentTexts, history: History) -> DocumentTexts:
    from variants.project.load import links_in_force  # noqa: PLC0415

    seed, *others = texts.witnesses
    sigla = {other.siglum for other in others}
    links, notices = links_in_force(texts.name, texts.links, history, sigla)
    seed = dataclasses.replace(seed, notices=(*seed.notices, *notices))
    return dataclasses.replace(texts, witnesses=(seed, *others), links=links)


def _collated(texts: DocumentTexts) -> Collation:
    from variants.pipeline import collate  # noqa: PLC0415 - it brings every stage

    with progress_bar() as progress, gc_paused():
        collation = collate(
            texts.witnesses,
            texts.settings,
            links=texts.links,
            title=texts.title,
            progress=progress,
        )
        gc.freeze()  # It stays to the end, so later searches need not walk over it.
    return collation
