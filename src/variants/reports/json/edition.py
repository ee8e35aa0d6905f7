# The module is named after the format it writes; imports are absolute, so nothing is shadowed.
"""The one JSON schema: a comparison and its decisions as data, with every text in full.

``docs/reference/json.md`` describes each field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TypeAlias

from variants.errors import BrokenJson, UnknownSchema, UnwritableCharacter
from variants.reports.json.collation import read_collation, write_collation
from variants.reports.json.decisions import read_decisions, write_decisions
from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition

SCHEMA = "variants/1"
"""The number rises when a reader of the old schema would misunderstand the new one."""

# UTF-8 has no surrogates, so they are written as escapes. The second half of what looks like a
# pair stays as it is: two escapes in a row would be read back as one character.
_SURROGATE = re.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]")

_Fields: TypeAlias = dict[str, Any]


def write_json(collation: Collation) -> str:
    """One JSON object, ending in a newline; the same collation gives the same characters."""
    return "".join(_pieces([("schema", SCHEMA), *write_collation(collation)]))


def write_json_edition(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """The same object with the name of the document and all decisions, in UTF-8.

    Raises:
        UnwritableCharacter: Two halves of one character stand side by side as two.
    """
    told = redact(edition, options)
    fields = (
        ("schema", SCHEMA),
        *write_collation(told.collation),
        ("name", told.name),
        ("decisions", write_decisions(told)),
    )
    for piece in _pieces(fields):
        try:
            file.write(piece.encode())
        except UnicodeEncodeError as error:
            halves = piece[error.start - len("\\ud800") : error.end]
            raise UnwritableCharacter(json.loads(f'"{halves}"'), form="JSON") from error


def read_json(text: str) -> Edition:
    """The edition that ``write_json_edition`` made ``text`` from.

    What can be computed (counts, classes, digests) is not taken from the file. What
    ``write_json`` wrote has no decisions, and no name.

    Raises:
        UnknownSchema: It names another schema, or none.
        BrokenJson: It is no JSON, or a field is missing or does not fit.
    """
    try:
        fields = json.loads(text)
        found = fields.get("schema", "")
    except (ValueError, AttributeError, RecursionError) as error:
        reason = "it is not a JSON object"
        raise BrokenJson(reason) from error
    if found != SCHEMA:
        raise UnknownSchema(str(found), known=SCHEMA)
    try:
        return _read_edition(fields)
    except KeyError as error:
        reason = f"the field {error} is missing"
        raise BrokenJson(reason) from error
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        raise BrokenJson(str(error)) from error


def _read_edition(fields: _Fields) -> Edition:
    return Edition(
        fields.get("name", ""), read_collation(fields), read_decisions(fields.get("decisions", {}))
    )


def _pieces(fields: Iterable[tuple[str, object]]) -> Iterator[str]:
    """The object in pieces, so that it need not be held whole; a list item by item."""
    between = "{"
    for name, value in fields:
        yield f"{between}{_dumped(name)}:"
        if isinstance(value, Iterator):
            yield from _items(value)
        else:
            yield _dumped(value)
        between = ","
    yield "}\n"


def _items(items: Iterator[object]) -> Iterator[str]:
    between = "["
    for item in items:
        yield between + _dumped(item)
        between = ","
    yield "[]" if between == "[" else "]"


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
