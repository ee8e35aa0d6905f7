"""Tables of a TOML file, with typed access; errors have the line."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variants.errors import BadSettingsFile, CannotReadEdition
from variants.errors.lists import choices
from variants.project.toml_bounds import problem_of_toml

_TOO_LARGE = "Is this the file of an edition? Write the tables one by one: [documents.NAME]."
_PATIENCE = 3_000_000  # Characters to parse in search of a line, about two seconds.


@dataclass(frozen=True, slots=True)
class Source:
    """A file and its text, to find the line of an error."""

    path: Path
    text: str = ""

    def error(self, names: tuple[str, ...], *, problem: str, hint: str = "") -> BadSettingsFile:
        """Return an error at the line of the key that ``names`` lead to."""
        line = line_of(self.text, names)
        return BadSettingsFile(self.path, line=line, problem=problem, hint=hint)


def read_tables(path: Path) -> Table:
    """Return the whole file as one table."""
    source = Source(path, _text_of(path))
    found = problem_of_toml(source.text)
    if found is not None:
        line, problem = found
        raise BadSettingsFile(path, line=line, problem=f"{problem}.", hint=_TOO_LARGE)
    try:
        content = tomllib.loads(source.text)
    # A number or a date that Python cannot hold is a plain ValueError.
    except ValueError as error:
        raise _syntax_error(path, source.text, str(error)) from error
    return Table(source, (), content)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file, and the names that lead to it.

    The last name of a table in a list is its number, counted from 0.
    """

    source: Source
    names: tuple[str, ...]
    content: dict[str, Any]
    listed: bool = False

    def error(self, key: str, *, problem: str, hint: str = "") -> BadSettingsFile:
        """Return an error at the line of ``key``; an empty key is the table itself."""
        names = (*self.names, key) if key else self.names
        return self.source.error(names, problem=problem, hint=hint)

    def allow(self, *keys: str) -> None:
        """Raise an error for the first key that is not one of ``keys``."""
        for key in self.content:
            if key not in keys:
                problem = f"unknown key {key!r} {self._location}."
                raise self.error(key, problem=problem, hint=choices(key, keys))

    def text(self, key: str) -> str:
        """Return a text; empty if the key is missing."""
        value = self.content.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, "a text in quotation marks", f'{key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty if the key is missing."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong(key, "a list of texts", f'{key} = ["armistice", "adviser"]')
        return tuple(value)

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts; empty if the key is missing."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(each, list) and all(isinstance(one, str) for one in each) for each in value
        ):
            example = f'{key} = [["adviser", "advisor"], ["grey", "gray"]]'
            raise self._wrong(key, "a list of lists of texts", example)
        return tuple(tuple(each) for each in value)

    def date(self, key: str) -> str:
        """Return a date as text; TOML dates and years are also allowed."""
        value = self.content.get(key, "")
        if isinstance(value, bool) or not isinstance(value, str | int | dt.date):
            raise self._wrong(key, "a date", 'date = "June 1951", or date = 1951-06-13')
        return str(value)

    def flag(self, key: str) -> bool | None:
        """Return true or false; ``None`` if the key is missing."""
        value = self.content.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._wrong(key, "true or false, without quotation marks", f"{key} = true")
        return value

    def table(self, key: str) -> Table:
        """Return a table; empty if the key is missing."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table", f"[{'.'.join((*self.names, key))}]")
        return Table(self.source, (*self.names, key), value)

    def listed_tables(self, key: str) -> list[Table]:
        """Return the tables of a list; empty if the key is missing."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._wrong(key, "a list of tables", f"[[{'.'.join((*self.names, key))}]]")
        return [
            Table(self.source, (*self.names, key, str(place)), each, listed=True)
            for place, each in enumerate(value)
        ]

    def tables(self) -> list[Table]:
        """Return all values, which must be tables."""
        return [self.table(key) for key in self.content]

    @property
    def _location(self) -> str:
        """Location of the table in the file, for messages."""
        if self.listed:
            return f"in [[{'.'.join(self.names[:-1])}]]"
        return f"in [{'.'.join(self.names)}]" if self.names else "at the top of the file"

    def _wrong(self, key: str, wanted: str, example: str) -> BadSettingsFile:
        """Return an error about a value of the wrong type."""
        return self.error(key, problem=f"{key} must be {wanted}.", hint=f"Example: {example}")


def line_of(source: str, names: tuple[str, ...]) -> int:
    """Return the line, counted from 1, on which the value that ``names`` lead to begins.

    ``tomllib`` reports no lines, so this is a binary search with the parser: a file that is cut
    after a line is valid only between two values, and either has the value or not. The value begins
    after the longest valid part without it, whether it is a key, a dotted key or inside a table.
    In a file with very long lists the search ends early, at a line before it.
    """
    lines = source.split("\n")
    parsed = 0

    def longest_part(count: int) -> tuple[int, Any]:
        """Return the number of the first ``count`` lines that are valid TOML, and their content."""
        nonlocal parsed
        while parsed < _PATIENCE:
            part = "\n".join(lines[:count])
            parsed += len(part)
            try:
                return count, tomllib.loads(part)
            except ValueError:
                count -= 1
        return count, {}

    without, beyond = 0, len(lines) + 1  # The first lines without the value, and with it.
    while without + 1 < beyond:
        middle = (without + beyond) // 2
        _, content = longest_part(middle)
        if _holds(content, names):
            beyond = middle
        else:
            without = middle
    return min(longest_part(without)[0] + 1, len(lines))


def _holds(content: Any, names: tuple[str, ...]) -> bool:  # noqa: ANN401 - any value of TOML
    """Return True if ``names`` lead to a value; in a list, names are numbers."""
    for name in names:
        if isinstance(content, list):
            if int(name) >= len(content):
                return False
            content = content[int(name)]
            continue
        if not isinstance(content, dict) or name not in content:
            return False
        content = content[name]
    return True


def _text_of(path: Path) -> str:
    """Return the text of the file with LF line ends and without a byte order mark."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CannotReadEdition(path, error.strerror or str(error)) from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadSettingsFile(
            path, line=line, problem="this is not UTF-8.", hint="Save the file as UTF-8."
        ) from error


def _syntax_error(path: Path, source: str, message: str) -> BadSettingsFile:
    """Return an error from a message of the parser: "Invalid value (at line 3, …)"."""
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    line = int(found[1]) if found else source.rstrip().count("\n") + 1
    problem = message.partition(" (at ")[0]
    return BadSettingsFile(
        path,
        line=line,
        problem=f"this is not TOML: {problem[:1].lower()}{problem[1:]}.",
        hint='A line is key = "text", or the header of a table: [documents.NAME].',
    )
