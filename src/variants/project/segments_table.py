"""``[segments]`` of ``variants.toml``: corrections of the segmenter's sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.errors import BadSettingsFile
from variants.project.toml_tables import Table
from variants.types.correction import Correction, Join, Split

_SPLIT = 'split = ["As for the rest"]'
_JOIN = 'join = [["On May", "The rest"]]'


@dataclass(frozen=True, slots=True)
class SegmentsTable:
    """Table ``[segments.DOCUMENT.SIGLUM]``."""

    document: str
    siglum: str
    corrections: tuple[Correction, ...]


def read_segments(table: Table) -> tuple[SegmentsTable, ...]:
    """Return the corrections of each witness in ``[segments]``, in file order."""
    return tuple(
        SegmentsTable(document.names[-1], witness.names[-1], tuple(_corrections(witness)))
        for document in table.tables()
        for witness in document.tables()
    )


def corrections_of(
    tables: Sequence[SegmentsTable], document: str, siglum: str
) -> tuple[Correction, ...]:
    """Return the corrections of one witness."""
    return tuple(
        correction
        for table in tables
        if (table.document, table.siglum) == (document, siglum)
        for correction in table.corrections
    )


def _corrections(table: Table) -> Iterator[Correction]:
    table.allow("split", "join")
    for words in table.texts("split"):
        if not words.strip():
            raise _error(table, "split", "a list of first words of sentences", _SPLIT)
        yield Split(words)
    joins = table.content.get("join", [])
    if not isinstance(joins, list) or not all(_is_join(each) for each in joins):
        wanted = "a list of lists, each with the first words of two or more sentences"
        raise _error(table, "join", wanted, _JOIN)
    for beginnings in joins:
        yield Join(tuple(beginnings))


def _is_join(value: object) -> bool:
    """Return True if a value is a list of at least two beginnings of sentences."""
    return (
        isinstance(value, list)
        and len(value) > 1
        and all(isinstance(words, str) and words.strip() for words in value)
    )


def _error(table: Table, key: str, wanted: str, example: str) -> BadSettingsFile:
    return table.error(key, problem=f"{key} must be {wanted}.", hint=f"Example: {example}")
