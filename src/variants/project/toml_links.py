"""Removal of links from ``variants.toml``, without a change to the rest of the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from variants.errors import BadSettingsFile, CannotReadEdition
from variants.project.settings_file import NAME, read_settings_file
from variants.project.toml_tables import line_of
from variants.types.sentence_link import SentenceLink

_MARK = "\ufeff"
# Strings and comments are matched whole, since they may contain brackets. Up to two quotation marks
# may precede the three that close a string.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:\'{0,2})|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
    r"|#[^\n]*|[\[\]{}\n]",
    re.DOTALL,
)


def without_links(root: Path, gone: Mapping[str, Collection[SentenceLink]]) -> bytes:
    """Return the contents of the edition's ``variants.toml`` without some links.

    Other settings and all comments stay as they are. Empty lines that separated the links from the
    rest are removed with them. Nothing is written.

    Args:
        root: The folder of the edition.
        gone: The links to remove, by document.

    Raises:
        BadSettingsFile: Only some links of an inline table or array would be removed.
    """
    path = root / NAME
    source = _source(path)
    text = source.removeprefix(_MARK)
    tables = read_settings_file(path).links
    rows = {
        ("links", table.document, table.siglum, str(row))
        for table in tables
        for row, link in enumerate(table.links)
        if link in gone.get(table.document, ())
    }
    if len(rows) == sum(len(table.links) for table in tables):
        owners = [names[:1] == ("links",) for names, _ in _statements(text)]
    else:
        owners = [names[:4] in rows for names, _ in _statements(text)]
    shorter = _without([statement for _, statement in _statements(text)], owners)
    if _pruned(tomllib.loads(shorter)) != _pruned(_expected(text, rows)):
        raise _cannot_change(text, min(rows), path)
    return source[: len(source) - len(text)].encode() + shorter.encode()


def _source(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise CannotReadEdition(path, error.strerror or str(error)) from error


def _statements(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the statements of a TOML text, each with the names that lead to it.

    A statement is an empty line, a comment line, a header of a table, or a key with its value. Each
    contains its newline. Empty and comment lines have no names. In an array of tables the names
    include the number of the table, from 0.
    """
    table: tuple[str, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    for statement in _split(text):
        code = statement.strip()
        if not code or code.startswith("#"):
            yield (), statement
            continue
        names = _names(statement)
        if code.startswith("[["):
            counts[names] = counts.get(names, -1) + 1
            table = (*names, str(counts[names]))
        elif code.startswith("["):
            table = names
        yield (table if code.startswith("[") else (*table, *names)), statement


def _split(text: str) -> Iterator[str]:
    """Yield the lines of a TOML text, those of one value together; the last may be empty."""
    start = depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        elif token[0] == "\n" and not depth:
            yield text[start : token.end()]
            start = token.end()
    yield text[start:]


def _names(statement: str) -> tuple[str, ...]:
    """Return the names in a header or a key."""
    names: list[str] = []
    value = tomllib.loads(statement)
    while isinstance(value, dict) and value:
        ((name, value),) = [*value.items()][:1]
        names.append(name)
    return tuple(names)


def _without(statements: Sequence[str], gone: Sequence[bool]) -> str:
    """Join the statements that are not gone, and the comments in those that are."""
    kept: list[str] = []
    tidy = False
    for statement, is_gone in zip(statements, gone, strict=True):
        empty_before = not kept or not kept[-1].strip()
        if is_gone:
            kept += _comments(statement)
            tidy = True
        elif not (tidy and empty_before and not statement.strip()):
            kept.append(statement)
            tidy = False
    while tidy and kept and not kept[-1].strip():
        kept.pop()
    return "".join(kept)


def _comments(statement: str) -> list[str]:
    """Return the comments in a statement, each as a line."""
    end = "\r\n" if statement.endswith("\r\n") else "\n"
    tokens = (token[0] for token in _TOKEN.finditer(statement))
    return [f"{token.rstrip()}{end}" for token in tokens if token.startswith("#")]


def _expected(text: str, rows: Collection[tuple[str, ...]]) -> dict[str, Any]:
    """Return the content of a text without the links in these rows."""
    content = tomllib.loads(text)
    for _, document, siglum, row in sorted(rows, key=lambda names: int(names[3]), reverse=True):
        del content["links"][document][siglum][int(row)]
    return content


def _pruned(content: dict[str, Any]) -> dict[str, Any]:
    """Return the content without empty tables and arrays."""
    inner = {
        key: _pruned(value) if isinstance(value, dict) else value for key, value in content.items()
    }
    return {key: value for key, value in inner.items() if value not in ({}, [])}


def _cannot_change(text: str, names: tuple[str, ...], path: Path) -> BadSettingsFile:
    return BadSettingsFile(
        path,
        line=line_of(text.replace("\r\n", "\n"), names),
        problem="a single link cannot be removed from an inline table or array.",
        hint="Move all links into the log with `variants align --record-links`, or edit the file.",
    )
