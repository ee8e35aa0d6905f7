"""Checks of the names of documents and witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from variants.errors import UnknownName
from variants.project.toml_tables import Source

_LONGEST = 200  # Bytes; most systems allow 255, with the endings of reports.


class Naming(Protocol):
    """A table about one witness of one document."""

    @property
    def document(self) -> str:
        """Name of the document."""

    @property
    def siglum(self) -> str:
        """Siglum of the witness."""


def is_document_name(name: str) -> bool:
    """Return True if files and folders can have the name of a document, on every system.

    Reports are files of this name, so a name with a path would write outside the chosen folder.
    """
    if not name or not name.isprintable() or name[0] == "." or set(name) & set("/\\:"):
        return False
    return len(name.encode()) <= _LONGEST


def check_names(
    source: Source, part: str, tables: Iterable[Naming], sigla: Mapping[str, Sequence[str]]
) -> None:
    """Raise an error for a table about an unknown document or witness.

    Args:
        source: The file.
        part: Key at the top of the file that contains the tables.
        tables: The tables.
        sigla: Allowed sigla by document.
    """
    for table in tables:
        names: tuple[str, ...] = (part, table.document)
        unknown = None
        if table.document not in sigla:
            unknown = UnknownName(table.document, list(sigla), what="document")
        elif table.siglum not in sigla[table.document]:
            names = (*names, table.siglum)
            unknown = UnknownName(table.siglum, list(sigla[table.document]), what="witness")
        if unknown is not None:
            raise source.error(names, problem=str(unknown), hint=unknown.hint)
