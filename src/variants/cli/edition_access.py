"""The documents that a command works on, compared and with their decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.errors import print_notices
from variants.cli.progress import progress_bar
from variants.cli.sources import SourceOptions, read_texts
from variants.errors import SingleDocumentRequired
from variants.project.document_texts import DocumentTexts, compare_texts

if TYPE_CHECKING:
    from variants.anchors.drafting import DecisionTarget
    from variants.types.edition import Edition


def edition_of(texts: DocumentTexts) -> Edition:
    """Compare the texts of one document, and resolve its decisions; show a progress bar."""
    with progress_bar("Comparing") as progress:
        return compare_texts(texts, progress=progress)


def editions_here(document: str) -> list[tuple[Path, Edition]]:
    """Compare the documents of the edition here; return each with the edition's folder."""
    found = [
        (texts.root, edition_of(texts))
        for texts in read_texts(SourceOptions(document=document))
        if texts.root is not None
    ]
    # Together, because notices about the log as a whole are those of each document.
    print_notices(notice for _, edition in found for notice in edition.decisions.notices)
    return found


def place_here(given: str, document: str) -> tuple[Path, DecisionTarget]:
    """Compare the documents of the edition here; return its folder, and the place that is named.

    Args:
        given: A label, an id or words, as ``find_place`` reads them.
        document: Name of the document to search; empty for all.
    """
    from variants.cli.place_lookup import find_place  # noqa: PLC0415 - imports heavy libraries

    editions = editions_here(document)
    target = find_place(given, [edition for _, edition in editions])
    return next(root for root, edition in editions if edition is target.edition), target


def single_edition(document: str, form: str) -> tuple[Path, Edition]:
    """Return the only document, with the edition's folder.

    Raises:
        SingleDocumentRequired: There are several; ``form`` is what needs a single one.
    """
    editions = editions_here(document)
    if len(editions) > 1:
        names = [edition.name for _, edition in editions]
        raise SingleDocumentRequired(names, form=form, what="document", option="--doc")
    return editions[0]
