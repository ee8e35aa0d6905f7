"""``variants.toml``, read and checked: what is wrong is said with its line."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variants.errors import BadSettingsFile, CannotReadEdition
from variants.types import is_siglum

NAME = "variants.toml"
"""What the file is called; the folder it lies in is the edition."""


@dataclass(frozen=True, slots=True)
class WitnessTable:
    """What ``[documents.NAME.witnesses.SIGLUM]`` says; what it leaves out is empty."""

    siglum: str
    file: str = ""
    title: str = ""
    translator: str = ""
    date: str = ""
    language: str = ""
    encoding: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """What ``[documents.NAME]`` says; what it leaves out is empty."""

    name: str
    title: str = ""
    note: str = ""
    seed: str = ""
    siglum: str = ""
    witnesses: tuple[WitnessTable, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The whole file; what it leaves out is empty.

    Attributes:
        path: Where it lies.
        source: Its text, in which the line of a complaint is looked up.
        title: Of the edition.
        language: BCP 47 tag that holds for all witnesses that name none.
        segmenter: Name of the way to cut sentences.
        aligner: Name of the way to align them.
        terms: Words whose rendering matters.
        documents: In the order of the file.
    """

    path: Path
    source: str = ""
    title: str = ""
    language: str = ""
    segmenter: str = ""
    aligner: str = ""
    terms: tuple[str, ...] = ()
    documents: tuple[DocumentTable, ...] = ()

    def complaint(self, names: tuple[str, ...], *, problem: str, hint: str = "") -> BadSettingsFile:
        """An error at the line where the key that ``names`` lead to is written."""
        line = line_of(self.source, names)
        return BadSettingsFile(self.path, line=line, problem=problem, hint=hint)


def read_settings_file(path: Path) -> SettingsFile:
    """Read ``variants.toml``; every key and every type in it is checked."""
    source = _text_of(path)
    try:
        content = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, source, str(error)) from error
    top = _Table(SettingsFile(path, source), (), content)
    top.allow("title", "language", "settings", "documents")
    settings = top.table("settings")
    settings.allow("segmenter", "aligner", "terms")
    return SettingsFile(
        path,
        source,
        title=top.text("title"),
        language=top.text("language"),
        segmenter=settings.text("segmenter"),
        aligner=settings.text("aligner"),
        terms=settings.texts("terms"),
        documents=tuple(_document(table) for table in top.table("documents").tables()),
    )


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
    """Whether ``names`` lead to a value, table by table."""
    for name in names:
        if not isinstance(content, dict) or name not in content:
            return False
        content = content[name]
    return True


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of the file, and the names that lead to it."""

    file: SettingsFile
    names: tuple[str, ...]
    content: dict[str, Any]

    def allow(self, *keys: str) -> None:
        """Refuse the first key that is not one of ``keys``."""
        for key in self.content:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f"Did you mean {near[0]}? " if near else ""
                raise self.file.complaint(
                    (*self.names, key),
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

    def date(self, key: str) -> str:
        """A date as stated: TOML's own dates and bare years are as good as a text."""
        value = self.content.get(key, "")
        if isinstance(value, bool) or not isinstance(value, str | int | dt.date):
            raise self._wrong(key, "a date", 'date = "June 1951", or date = 1951-06-13')
        return str(value)

    def table(self, key: str) -> _Table:
        """A table, empty where the key is missing."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table", f"[{'.'.join((*self.names, key))}]")
        return _Table(self.file, (*self.names, key), value)

    def tables(self) -> list[_Table]:
        """All that is in it; each has to be a table."""
        return [self.table(key) for key in self.content]

    @property
    def _here(self) -> str:
        """Where in the file it is."""
        return f"in [{'.'.join(self.names)}]" if self.names else "at the top of the file"

    def _wrong(self, key: str, wanted: str, example: str) -> BadSettingsFile:
        """An error about a value of another type."""
        return self.file.complaint(
            (*self.names, key), problem=f"{key} has to be {wanted}.", hint=f"As in {example}"
        )


def _document(table: _Table) -> DocumentTable:
    """What one ``[documents.NAME]`` says."""
    table.allow("title", "note", "seed", "siglum", "witnesses")
    siglum = table.text("siglum")
    if siglum:
        _check_siglum(table, siglum, "siglum")
    return DocumentTable(
        name=table.names[-1],
        title=table.text("title"),
        note=table.text("note"),
        seed=table.text("seed"),
        siglum=siglum,
        witnesses=tuple(_witness(each) for each in table.table("witnesses").tables()),
    )


def _witness(table: _Table) -> WitnessTable:
    """What one ``[documents.NAME.witnesses.SIGLUM]`` says."""
    table.allow("file", "title", "translator", "date", "language", "encoding", "note")
    _check_siglum(table, table.names[-1])
    return WitnessTable(
        siglum=table.names[-1],
        file=table.text("file"),
        title=table.text("title"),
        translator=table.text("translator"),
        date=table.date("date"),
        language=table.text("language"),
        encoding=table.text("encoding"),
        note=table.text("note"),
    )


def _check_siglum(table: _Table, name: str, *key: str) -> None:
    """Refuse what cannot be a siglum."""
    if not is_siglum(name):
        raise table.file.complaint(
            (*table.names, *key),
            problem=f"{name!r} cannot be a siglum.",
            hint="A siglum is letters and digits, perhaps with . * ' or -, as in A, Yang2, B.1.",
        )


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
