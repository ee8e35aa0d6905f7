"""Reader for JSON: comparisons of this program, and input and output of CollateX."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.plain import plain_divisions
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness

_WHAT = "JSON of variants or CollateX"
_OPENING = "“‘«„([¿¡"
_OPEN_ENDS = "-–—/'’(["
_METADATA = ("title", "translator", "date", "language")


def read_json_texts(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the texts in a JSON file, in its order; the first of a comparison is its seed."""
    encoding = options.encoding or "utf-8-sig"
    try:
        fields = json.loads(data.decode(encoding))
        texts = _texts(fields)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        reason = "it is not JSON" if isinstance(error, ValueError) else "a field has a wrong value"
        raise DamagedFile(path, _WHAT, reason=reason) from error
    if texts is None:
        raise DamagedFile(path, _WHAT, reason="it has no witnesses")
    filled = tuple(text for text in texts if text.text.strip())
    if not filled:
        raise EmptyFile(path)
    return filled


def _texts(fields: Any) -> list[FileText] | None:  # noqa: ANN401 - any JSON
    """Return the texts; ``None`` if the object is of another kind."""
    if not isinstance(fields, dict) or not isinstance(fields.get("witnesses"), list):
        return None
    witnesses = fields["witnesses"]
    if str(fields.get("schema", "")).startswith("variants/"):
        return [_own(each) for each in witnesses]
    if isinstance(fields.get("table"), list):
        return _from_table([str(each) for each in witnesses], fields["table"])
    return [_collatex(each) for each in witnesses]


def _own(fields: dict[str, Any]) -> FileText:
    """Return a witness of a comparison that this program wrote."""
    text = str(fields["text"])
    divisions = tuple(
        Division(
            DivisionKind(each["kind"]),
            Span(*map(int, each["span"])),
            str(each["label"]),
            str(each.get("source", "")),
            each.get("mark"),
        )
        for each in fields["divisions"]
    )
    Witness("S", text, divisions)  # Checks that the divisions have all words.
    metadata = tuple((name, str(fields[name])) for name in _METADATA if fields.get(name))
    return FileText(text, divisions, str(fields["siglum"]), "utf-8", metadata)


def _collatex(fields: dict[str, Any]) -> FileText:
    """Return a witness of an input of CollateX, with its content or its tokens."""
    if "tokens" in fields:
        return _text(str(fields["id"]), _joined([_characters(each) for each in fields["tokens"]]))
    return _text(str(fields["id"]), str(fields["content"]))


def _from_table(names: Sequence[str], table: Sequence[Any]) -> list[FileText]:
    """Return the witnesses of a table of CollateX, by places (Java) or by witnesses (Python)."""
    by_places = all(len(row) == len(names) for row in table) and not _has_one_witness(table)
    columns = list(zip(*table, strict=True)) if by_places else list(table)
    texts = []
    for name, cells in zip(names, columns, strict=True):
        tokens = [_characters(token) for cell in cells for token in cell or ()]
        texts.append(_text(name, _joined(tokens)))
    return texts


def _has_one_witness(table: Sequence[Any]) -> bool:
    """Return True if the tokens of each row name a single witness, as Python's tables do."""
    found = [
        {token.get("_sigil") for cell in row for token in cell or () if isinstance(token, dict)}
        for row in table
    ]
    return any(None not in each for each in found if each) and all(len(each) <= 1 for each in found)


def _characters(token: Any) -> str:  # noqa: ANN401 - a string or an object
    return str(token["t"]) if isinstance(token, dict) else str(token)


def _joined(tokens: Sequence[str]) -> str:
    """Return tokens as a text, with spaces between them unless they have their own.

    A token at the end of a sentence may lack its space; then the next one begins a word.
    """
    if not any(token != token.rstrip() for token in tokens):
        return " ".join(tokens).strip() + "\n"
    parts: list[str] = []
    for token in filter(None, tokens):
        begins = token[0].isalnum() or token[0] in _OPENING
        if parts and begins and not (parts[-1][-1].isspace() or parts[-1][-1] in _OPEN_ENDS):
            parts.append(" ")
        parts.append(token)
    return "".join(parts).strip() + "\n"


def _text(name: str, text: str) -> FileText:
    return FileText(text, plain_divisions(text), name, "utf-8")
