"""``[segments]`` of ``variants.toml``: where a text is not cut as the segmenter would cut it."""

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
    """What ``[segments.DOCUMENT.SIGLUM]`` says."""

    document: str
    siglum: str
    corrections: tuple[Correction, ...]


def read_segments(table: Table) -> tuple[SegmentsTable, ...]:
    """What ``[segments]`` says of each witness, in the order of the file."""
    return tuple(
        SegmentsTable(document.names[-1], witness.names[-1], tuple(_corrections(witness)))
        for document in table.tables()
        for witness in document.tables()
    )


def corrections_of(
    tables: Sequence[SegmentsTable], document: str, siglum: str
) -> tuple[Correction, ...]:
    """What is said of one witness."""
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
            raise _complaint(table, "split", "a list of words that a sentence begins with", _SPLIT)
        yield Split(words)
    joins = table.content.get("join", [])
    if not isinstance(joins, list) or not all(_is_join(each) for each in joins):
        wanted = "a list of lists, each of the words that two sentences or more begin with"
        raise _complaint(table, "join", wanted, _JOIN)
    for beginnings in joins:
        yield Join(tuple(beginnings))


def _is_join(value: object) -> bool:
    """Whether it is a list of two beginnings of sentences or more."""
    return (
        isinstance(value, list)
        and len(value) > 1
        and all(isinstance(words, str) and words.strip() for words in value)
    )


def _complaint(table: Table, key: str, wanted: str, example: str) -> BadSettingsFile:
    return table.complaint(key, problem=f"{key} has to be {wanted}.", hint=f"As in {example}")
