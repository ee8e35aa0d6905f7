"""Names of documents and witnesses in ``variants.toml``: each has to be one that there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from variants.errors import UnknownName
from variants.project.toml_tables import Source


class Naming(Protocol):
    """A table that is about one witness of one document."""

    @property
    def document(self) -> str:
        """Name of the document."""

    @property
    def siglum(self) -> str:
        """Siglum of the witness."""


def check_names(
    source: Source, part: str, tables: Iterable[Naming], sigla: Mapping[str, Sequence[str]]
) -> None:
    """Refuse what is said of a document or a witness that there is not.

    Args:
        source: The file.
        part: The key at its top that the tables stand under.
        tables: What it says there.
        sigla: Of the witnesses of each document of which something may be said.
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
            raise source.complaint(names, problem=str(unknown), hint=unknown.hint)
