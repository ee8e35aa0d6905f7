"""Files that are read: texts, and what other programs and people write for us."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import InputError, SettingsError
from variants.errors.lists import listed


class MissingFile(InputError):
    """There is no file of that name."""

    def __init__(self, path: Path, *, near: Path | None = None) -> None:
        super().__init__(f"There is no file {path}.")
        self.path = path
        self.near = near
        self.hint = "Check the name and the folder." if near is None else f"Did you mean {near}?"


class FolderInsteadOfFile(InputError):
    """A folder was named where a file is needed."""

    hint = "Name one file in it."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder, not a file.")
        self.path = path


class UnreadableFile(InputError):
    """The operating system does not let us read a file."""

    hint = "Check that you are allowed to read it and that its disk is there."

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}.")
        self.path = path
        self.reason = reason


class EmptyFile(InputError):
    """A file holds nothing but white space."""

    hint = "Put the text into it, or leave it out."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no text.")
        self.path = path


class UnsupportedFormat(InputError):
    """A file is in a known format that no reader reads yet."""

    def __init__(self, path: Path, what: str, *, readable: Sequence[str]) -> None:
        super().__init__(f"{path} is {what}, which variants does not read yet.")
        self.hint = f"Save it in a format that variants reads: {', '.join(readable)}."
        self.path = path
        self.what = what


class BinaryFile(InputError):
    """A file's bytes are no text."""

    hint = "Save it as plain text (.txt, UTF-8), or name its encoding with --encoding."

    def __init__(self, path: Path, *, offset: int) -> None:
        super().__init__(
            f"{path} is no plain text: it holds control characters, the first at byte {offset}."
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
    """A name is no encoding of text."""

    hint = "Names are for instance utf-8, cp1252, latin-1, koi8-r, gb18030."

    def __init__(self, encoding: str) -> None:
        super().__init__(f"{encoding!r} is no encoding of text.")
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
    """A JSON file is not what ``write_json`` writes."""

    hint = "Write it again with `variants compare --json`."

    def __init__(self, reason: str) -> None:
        super().__init__(f"The JSON cannot be read as a comparison: {reason}.")
        self.reason = reason


class BadSheet(InputError):
    """A table that a person filled in cannot be read as one."""

    hint = "Write it anew with `variants report -f xlsx`, and change only what stands in its cells."

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"The table {path} {problem}.")
        self.path = path
        self.problem = problem


class RowsDoNotFit(InputError):
    """What was filled into rows of a table cannot be recorded as decisions."""

    hint = "Mend these rows in the table, or record the others alone with --skip-refused."

    def __init__(self, path: Path, count: int) -> None:
        rows = "1 row" if count == 1 else f"{count} rows"
        super().__init__(f"{rows} of {path} cannot be recorded, so nothing was.")
        self.path = path
        self.count = count
