"""Errors about input files: texts, and files that other programs and people write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import InputError, SettingsError
from variants.errors.lists import counted, listed
from variants.errors.typed_words import recognise_command, typed


class MissingFile(InputError):
    """A file does not exist."""

    def __init__(self, path: Path, *, near: Path | None = None) -> None:
        super().__init__(f"There is no file {path}.")
        self.path = path
        self.near = near
        self.hint = "Check the name and the folder." if near is None else f"Did you mean {near}?"


class FolderInsteadOfFile(InputError):
    """A folder was named instead of a file."""

    hint = "Name a file in it."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder, not a file.")
        self.path = path


class UnreadableFile(InputError):
    """The operating system does not let a file be read."""

    hint = "Check that you are allowed to read it and that its disk is connected."

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}.")
        self.path = path
        self.reason = reason


class EmptyFile(InputError):
    """A file has no characters but white space."""

    hint = "Add the text to the file, or leave out the file."

    def __init__(self, path: Path, notices: Sequence[str] = ()) -> None:
        why = listed([notice.removesuffix(".") for notice in notices], "; ")
        super().__init__(f"{path} has no text ({why})." if why else f"{path} has no text.")
        self.path = path


class NothingSelected(InputError):
    """No element of a file matches the selection of the user."""

    def __init__(self, path: Path, selector: str) -> None:
        super().__init__(f"{path} has no element that --select {selector!r} matches.")
        self.hint = f"See the file without it: {typed('variants', 'read', path)}"
        self.path = path


class ApparatusNotRead(InputError):
    """The apparatus of a TEI document does not state to which words its entries belong."""

    hint = (
        "Put the entries around their words, let their from and to point to anchors in the text, "
        "or give a loc in which the words of the lemma occur once."
    )

    def __init__(self, path: Path, entry: str, problem: str) -> None:
        super().__init__(f"The apparatus of {path} cannot be read: the entry {entry} {problem}.")
        self.path = path
        self.entry = entry
        self.problem = problem


class EmptyText(InputError):
    """A text that was given as a string has no characters but white space."""

    hint = "Give the words of the text, or a Path to its file."

    def __init__(self, siglum: str) -> None:
        super().__init__(f"The text of {siglum} is empty.")
        self.siglum = siglum


class UnsupportedFormat(InputError):
    """A file is in a known format that is not read yet."""

    def __init__(self, path: Path, what: str, *, readable: Sequence[str]) -> None:
        super().__init__(f"{path} is {what}, which variants does not read yet.")
        self.hint = f"Save it in a format that variants reads: {listed(readable)}."
        self.path = path
        self.what = what


class BinaryFile(InputError):
    """A file is not a text."""

    hint = "Save it as plain text (.txt, UTF-8), or name its encoding with --encoding."

    def __init__(self, path: Path, *, offset: int) -> None:
        super().__init__(
            f"{path} is not plain text: it has control characters, the first at byte {offset}."
        )
        self.path = path
        self.offset = offset


class UndecodableText(InputError):
    """A text file is not in the encoding it was read with."""

    hint = "Save the file as UTF-8, or name its encoding with --encoding."

    def __init__(
        self,
        path: Path,
        *,
        encoding: str,
        byte: int | None = None,
        offset: int = 0,
        line: int = 1,
    ) -> None:
        where = (
            ""
            if byte is None
            else f": byte 0x{byte:02X} in line {line} (offset {offset}) cannot be decoded"
        )
        super().__init__(f"{path} is not {encoding}{where}.")
        self.path = path
        self.encoding = encoding
        self.byte = byte
        self.offset = offset
        self.line = line


class UnknownEncoding(SettingsError):
    """The name of an encoding is unknown."""

    hint = "Use a name such as utf-8, cp1252, latin-1, koi8-r or gb18030."

    def __init__(self, encoding: str) -> None:
        super().__init__(f"Unknown encoding {encoding!r}.")
        self.encoding = encoding


class UnknownSchema(InputError):
    """A JSON file follows a schema that this version cannot read."""

    hint = "Update variants, or read the file with the version that wrote it."

    def __init__(self, found: str, *, known: Sequence[str]) -> None:
        schema = f"has the schema {found!r}" if found else "names no schema"
        super().__init__(f"The JSON {schema}. This version reads {listed(known, ' and ')}.")
        self.found = found
        self.known = known


class BrokenJson(InputError):
    """A JSON file is not a comparison as ``write_json`` writes it."""

    hint = "Write it again: variants compare SEED OTHER -o comparison.json"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The JSON cannot be read as a comparison: {reason}.")
        self.reason = reason


class BadSheet(InputError):
    """A table that an editor filled in cannot be read."""

    hint = (
        "Save it as an Excel workbook (.xlsx) or as CSV UTF-8. If that does not help, copy the "
        "filled-in cells into a new table: variants report -o new.xlsx"
    )

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"The table {path} {problem}.")
        self.path = path
        self.problem = problem


class RowsDoNotFit(InputError):
    """Rows of a table cannot be recorded as decisions."""

    hint = "Correct these rows in the table, or record only the others with --skip-refused."

    def __init__(self, path: Path, count: int) -> None:
        super().__init__(
            f"Nothing was recorded, because {counted(count, 'row')} of {path} cannot be."
        )
        self.path = path
        self.count = count


class OverLimit(InputError):
    """A file is larger than is read, or would become so."""

    def __init__(self, path: Path, problem: str, *, variable: str) -> None:
        super().__init__(f"{path} {problem}, which is more than variants reads.")
        self.hint = f"If you trust the file, set {variable} to a greater number."
        self.path = path
        self.variable = variable


class DamagedFile(InputError):
    """A file is not a sound file of its format."""

    hint = "Open it in the program that wrote it, and save it again."

    def __init__(self, path: Path, what: str, *, reason: str) -> None:
        super().__init__(f"{path} cannot be read as {what}: {reason}.")
        self.path = path
        self.what = what
        self.reason = reason


class SeveralTexts(InputError):
    """A file has several texts where one is needed."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        super().__init__(f"{path} has {len(names)} texts: {listed(names)}.")
        self.hint = f"Name one of them: {path}::{names[0]}"
        self.path = path
        self.names = names


class UnnamedText(SettingsError):
    """A text of a file was named, and the file is one text without a name."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(f"{path} has no text {name!r}: it is one text without a name.")
        self.hint = f"Name only the file: {path}"
        self.path = path
        self.name = name


class ScannedPages(InputError):
    """A PDF has pictures of pages and no text."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} has pictures of pages and no text.")
        self.hint = f"Recognise the text first: {recognise_command(path)}"
        self.path = path
