"""Editions from disk, and reports to disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from variants.api.comparison import Comparison
from variants.errors import SingleDocumentRequired, UnknownName
from variants.gc_pause import gc_paused
from variants.project.document_texts import (
    comparable_documents,
    compare_texts,
    find_document,
    open_edition,
    read_document_texts,
)
from variants.project.documents import EditionOnDisk
from variants.project.witness_files import Document
from variants.reports.formats import WRITERS, format_of, named_format
from variants.reports.write_report import write_report
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition

_DEFAULTS = ReportOptions()


def load_edition(root: str | Path = ".", document: str | None = None) -> Comparison:
    """Compare a document of an edition on disk, and resolve the decisions on it.

    Args:
        root: Folder of the edition, or a folder in it.
        document: Name of the document; may be left out if there is only one to compare.

    Raises:
        SettingsError: There is no edition, no such document, or more than one document.
        InputError: A text cannot be read.
        DecisionError: The log cannot be read.
    """
    edition = open_edition(Path(root))
    chosen = find_document(edition, document) if document is not None else _only(edition)
    texts = read_document_texts(edition, chosen, edition.settings)
    seed, *others = texts.witnesses
    seed = replace(seed, notices=(*edition.notices, *seed.notices))
    with gc_paused():
        return Comparison(compare_texts(replace(texts, witnesses=(seed, *others))))


def _only(edition: EditionOnDisk) -> Document:
    documents = comparable_documents(edition)
    if len(documents) > 1:
        names = [document.name for document in documents]
        raise SingleDocumentRequired(
            names, form="load_edition", what="document", option="document ="
        )
    return documents[0]


def write(
    found: Comparison | Edition | Collation,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    options: ReportOptions = _DEFAULTS,
) -> tuple[str, ...]:
    """Write a report to a file, which replaces an older one when it is complete.

    Args:
        found: The comparison.
        path: The file. Long web pages have further files beside it.
        format: Name of the format, or the ending of its files (default: by the suffix of the
            file name).
        options: Options of the report.

    Returns:
        Remarks for the user, in sentences: what the format leaves out, and parts that are left
        over from an older report. Empty if there are none.

    Raises:
        SettingsError: The format is unknown.
        OutputError: The file cannot be written.
        MissingExtra: The format needs a library that is not installed.
    """
    path = Path(path)
    form = format_of(path) if format is None else named_format(format)
    if form not in WRITERS:
        raise UnknownName(form, list(WRITERS), what="format")
    edition = _edition_of(found)
    remarks = [*WRITERS[form].lacks(edition, options)]
    old = write_report(edition, form, options, path)
    if old:
        remarks.append(f"Left over from an older, longer report: {', '.join(old)}.")
    return tuple(remarks)


def _edition_of(found: Comparison | Edition | Collation) -> Edition:
    match found:
        case Comparison():
            return found.edition
        case Collation():
            return Edition("", found)
    return found
