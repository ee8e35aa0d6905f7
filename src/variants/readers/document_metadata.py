"""Metadata that documents have about themselves, in elements of Dublin Core."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from variants.readers.safe_xml import Element, local_name, parse_xml

# Names of elements, and names for the user.
_NAMES = {
    "title": "title",
    "creator": "author",
    "initial-creator": "author",
    "contributor": "contributor",
    "language": "language",
    "date": "date",
    "modified": "date",
    "generator": "program",
}


def read_properties(path: Path, part: bytes | None, what: str) -> tuple[tuple[str, str], ...]:
    """Return the metadata in a part of a document; none if there is no part."""
    return () if part is None else metadata_in(parse_xml(path, part, what).iter("{*}*"))


def metadata_in(elements: Iterable[Element]) -> tuple[tuple[str, str], ...]:
    """Return the metadata that elements have, the first of each name."""
    found: dict[str, str] = {}
    for element in elements:
        name = _NAMES.get(local_name(element))
        value = " ".join((element.text or "").split())
        if name and value:
            found.setdefault(name, value)
    return tuple(found.items())
