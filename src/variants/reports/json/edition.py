# The module is named after the format it writes; imports are absolute, so nothing is shadowed.
"""The JSON format of comparisons and editions, with every text in full.

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
from variants.reports.json.value_types import check_types
from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition

SCHEMA = "variants/2"
"""The number rises when a reader of the old schema would misunderstand the new one."""
FIRST_SCHEMA = "variants/1"
"""Schema of version 0.1.0, in which a bead has ``base`` instead of ``seed``."""

# UTF-8 has no surrogates, so they are written as escapes. A low surrogate after a high one is
# not escaped: the two escapes would be read back as one character.
_SURROGATE = re.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]")

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_Fields: TypeAlias = dict[str, Any]


def write_json(collation: Collation) -> str:
    """Return a collation as one JSON object, ending in a newline. The result is deterministic."""
    return "".join(json_pieces(collation))


def json_pieces(collation: Collation) -> Iterator[str]:
    """Yield what ``write_json`` returns in pieces: as one text, it is the largest part of all."""
    return _pieces([("schema", SCHEMA), *write_collation(collation)])


def write_json_edition(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the collation with the name of the document and all decisions, in UTF-8.

    Raises:
        UnwritableCharacter: A high and a low surrogate are adjacent, as two characters.
    """
    shown = redact(edition, options)
    fields = (
        ("schema", SCHEMA),
        *write_collation(shown.collation),
        ("name", shown.name),
        ("decisions", write_decisions(shown)),
    )
    for piece in _pieces(fields):
        try:
            file.write(piece.encode())
        except UnicodeEncodeError as error:
            halves = piece[error.start - len("\\ud800") : error.end]
            raise UnwritableCharacter(json.loads(f'"{halves}"'), form="JSON") from error


def read_json(text: str) -> Edition:
    """Return the edition that ``write_json_edition`` or ``write_json`` wrote.

    Counts, classes and digests are computed again, not read. The output of ``write_json`` gives
    an edition without decisions and without a name. Files of version 0.1.0 are read too. Unknown
    fields are ignored.

    Raises:
        UnknownSchema: The file names another schema, or none.
        BrokenJson: The text is not a JSON object, or a field is missing or has a wrong value.
    """
    try:
        fields = json.loads(text)
        schema = fields.get("schema", "")
    except (ValueError, AttributeError, RecursionError) as error:
        reason = "it is not a JSON object"
        raise BrokenJson(reason) from error
    if schema not in (SCHEMA, FIRST_SCHEMA):
        raise UnknownSchema(str(schema), known=(FIRST_SCHEMA, SCHEMA))
    try:
        if schema == FIRST_SCHEMA:
            _rename_base(fields)
        return _read_edition(fields)
    except KeyError as error:
        reason = f"the field {error} is missing"
        raise BrokenJson(reason) from error
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        raise BrokenJson(str(error)) from error


def _rename_base(fields: _Fields) -> None:
    """Rename the one field in which the first schema differs."""
    for witness in fields["witnesses"]:
        for bead in witness["beads"]:
            bead["seed"] = bead.pop("base")


def _read_edition(fields: _Fields) -> Edition:
    edition = Edition(
        fields.get("name", ""), read_collation(fields), read_decisions(fields.get("decisions", {}))
    )
    check_types(edition)
    _check_sigla(edition.collation)
    _check_sentences(edition.collation)
    return edition


def _check_sigla(collation: Collation) -> None:
    """Raise ``ValueError`` if a reading is of a witness that the collation does not have."""
    known = {cut.witness.siglum for cut in collation.others}
    for entry in collation.entries:
        for reading in entry.readings:
            unknown = {each.siglum for each in reading.attestations} - known
            if unknown or not reading.attestations:
                msg = f"a reading of {entry.label} has no known witness"
                raise ValueError(msg)


def _check_sentences(collation: Collation) -> None:
    """Raise ``ValueError`` if a passage or a bead has a sentence that its witness lacks."""
    counts = {cut.witness.siglum: len(cut.sentences) for cut in (collation.seed, *collation.others)}
    seed = collation.seed.witness.siglum
    for passage in collation.passages:
        sides = [(seed, passage.sentences)]
        for one in passage.renderings:
            sides.append((one.siglum, one.sentences))
            for bead in one.beads:
                sides += [(seed, bead.seed), (one.siglum, bead.other)]
        for siglum, sentences in sides:
            wrong = [number for number in sentences if not 0 <= number < counts[siglum]]
            if wrong:
                msg = f"{siglum} has no sentence {wrong[0]}"
                raise ValueError(msg)


def _pieces(fields: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield the object in pieces, to save memory; an iterator becomes a list, item by item."""
    separator = "{"
    for name, value in fields:
        yield f"{separator}{_dumped(name)}:"
        if isinstance(value, Iterator):
            yield from _items(value)
        else:
            yield _dumped(value)
        separator = ","
    yield "}\n"


def _items(items: Iterator[object]) -> Iterator[str]:
    separator = "["
    for item in items:
        yield separator + _dumped(item)
        separator = ","
    yield "[]" if separator == "[" else "]"


def _dumped(value: object) -> str:
    text = _ENCODER.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text  # The common case, in which nothing is searched for.
