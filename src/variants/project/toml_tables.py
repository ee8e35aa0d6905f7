"""A file in TOML, read table by table: what is wrong is said with its line."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variants.errors import BadSettingsFile, CannotReadEdition


@dataclass(frozen=True, slots=True)
class Source:
    """A file and its text, in which the line of a complaint is looked up."""

    path: Path
    text: str = ""

    def complaint(self, names: tuple[str, ...], *, problem: str, hint: str = "") -> BadSettingsFile:
        """An error at the line where the key that ``names`` lead to is written."""
        line = line_of(self.text, names)
        return BadSettingsFile(self.path, line=line, problem=problem, hint=hint)


def read_tables(path: Path) -> Table:
    """The whole file as one table."""
    source = Source(path, _text_of(path))
    try:
        content = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, source.text, str(error)) from error
    return Table(source, (), content)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file, and the names that lead to it.

    One of a list of tables has its place in the list, from 0, as its last name.
    """

    source: Source
    names: tuple[str, ...]
    content: dict[str, Any]
    listed: bool = False

    def complaint(self, key: str, *, problem: str, hint: str = "") -> BadSettingsFile:
        """An error at the line where ``key`` is written; an empty key is the table itself."""
        names = (*self.names, key) if key else self.names
        return self.source.complaint(names, problem=problem, hint=hint)

    def allow(self, *keys: str) -> None:
        """Refuse the first key that is not one of ``keys``."""
        for key in self.content:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f"Did you mean {near[0]}? " if near else ""
                raise self.complaint(
                    key,
                    problem=f"nothing is called {key!r} {self._here}.",
                    hint=f"{hint}There is: {', '.join(keys)}.",
                )

    def text(self, key: str) -> str:
        """A text, or nothing where the key is missing."""
        value = self.content.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, "a text in quotation marks", f'{key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where the key is missing."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong(key, "a list of texts", f'{key} = ["armistice", "adviser"]')
        return tuple(value)

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts, empty where the key is missing."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(each, list) and all(isinstance(one, str) for one in each) for each in value
        ):
            example = f'{key} = [["adviser", "advisor"], ["grey", "gray"]]'
            raise self._wrong(key, "a list of lists of texts", example)
        return tuple(tuple(each) for each in value)

    def date(self, key: str) -> str:
        """A date as stated: TOML's own dates and bare years are as good as a text."""
        value = self.content.get(key, "")
        if isinstance(value, bool) or not isinstance(value, str | int | dt.date):
            raise self._wrong(key, "a date", 'date = "June 1951", or date = 1951-06-13')
        return str(value)

    def table(self, key: str) -> Table:
        """A table, empty where the key is missing."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table", f"[{'.'.join((*self.names, key))}]")
        return Table(self.source, (*self.names, key), value)

    def listed_tables(self, key: str) -> list[Table]:
        """The tables of a list, none where the key is missing."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._wrong(key, "a list of tables", f"[[{'.'.join((*self.names, key))}]]")
        return [
            Table(self.source, (*self.names, key, str(place)), each, listed=True)
            for place, each in enumerate(value)
        ]

    def tables(self) -> list[Table]:
        """All that is in it; each has to be a table."""
        return [self.table(key) for key in self.content]

    @property
    def _here(self) -> str:
        """Where in the file it is."""
        if self.listed:
            return f"in [[{'.'.join(self.names[:-1])}]]"
        return f"in [{'.'.join(self.names)}]" if self.names else "at the top of the file"

    def _wrong(self, key: str, wanted: str, example: str) -> BadSettingsFile:
        """An error about a value of another type."""
        return self.complaint(key, problem=f"{key} has to be {wanted}.", hint=f"As in {example}")


def line_of(source: str, names: tuple[str, ...]) -> int:
    """The line, counted from 1, where the value that ``names`` lead to begins to be written.

    The parser keeps no lines, so it is asked again: a file cut off after a line reads well only
    between two values, and the value is there or not. It begins after the longest part that
    reads well without it, however it is written: as a key, a dotted key or inside a table.
    """
    lines = source.split("\n")

    def longest_part(count: int) -> tuple[int, Any]:
        """How many of the first ``count`` lines read well by themselves, and what they say."""
        while True:
            try:
                return count, tomllib.loads("\n".join(lines[:count]))
            except tomllib.TOMLDecodeError:
                count -= 1

    without, beyond = 0, len(lines) + 1  # Lines that lack the value; lines that are one too many.
    while without + 1 < beyond:
        middle = (without + beyond) // 2
        _, content = longest_part(middle)
        if _holds(content, names):
            beyond = middle
        else:
            without = middle
    return min(longest_part(without)[0] + 1, len(lines))


def _holds(content: Any, names: tuple[str, ...]) -> bool:  # noqa: ANN401 - any value of TOML
    """Whether ``names`` lead to a value, table by table; in a list by their place."""
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
    """The file's text, all lines ending alike, without the byte order mark some editors write."""
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
    """The parser's complaint, whose line stands at its end: "Invalid value (at line 3, …)"."""
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    line = int(found[1]) if found else source.rstrip().count("\n") + 1
    problem = message.partition(" (at ")[0]
    return BadSettingsFile(
        path,
        line=line,
        problem=f"this is not TOML: {problem[:1].lower()}{problem[1:]}.",
        hint='A line reads key = "text", or opens a table: [documents.NAME].',
    )
