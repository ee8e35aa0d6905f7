"""A file that was opened once, for its texts and for a copy of its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from variants.errors import OptionNotApplicable, StandardInputTwice, UnknownName, UnnamedText
from variants.errors.lists import listed
from variants.readers.file_bytes import read_bytes, read_standard_input
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import PLAIN, READERS, read_content, readable, reader_of
from variants.readers.reader import Reader

STANDARD_INPUT = Path("-")
"""Argument for the standard input."""

_NAME_OF_INPUT = Path("standard input")
_WITHIN = "::"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file with its bytes and its format.

    Attributes:
        path: The file.
        data: Its bytes.
        form: Name of its format in the table of readers.
        part: Name of the text in it that is meant, of several; empty for all.
    """

    path: Path
    data: bytes
    form: str
    part: str = ""

    @property
    def reader(self) -> Reader:
        """Its format."""
        return READERS[self.form]

    @property
    def suffix(self) -> str:
        """The suffix for a copy: its own in lower case, or that of its format."""
        own = self.path.suffix.lower()
        return own if own in self.reader.suffixes else self.reader.suffixes[0]

    def effective(self, options: ReadOptions) -> ReadOptions:
        """Return options without those that have no effect on a file of this format."""
        usual = ReadOptions()
        if not self.reader.has_encoding:
            options = replace(options, encoding=None)
        if not self.reader.has_elements:
            options = replace(options, select="")
        if not self.reader.has_choices:
            options = replace(options, choice="", supplied=usual.supplied)
        if not self.reader.has_pages:
            options = replace(options, from_page=usual.from_page, to_page=usual.to_page)
        if self.form == PLAIN:
            options = replace(options, changes=usual.changes, notes=usual.notes, realign=False)
        return options

    def source_of(self, text: FileText) -> str:
        """Return the name of a text in messages and results."""
        return f"{self.path.as_posix()}{_WITHIN}{text.name}" if text.name else self.path.as_posix()


def open_files(arguments: Sequence[Path], options: ReadOptions) -> list[OpenedFile]:
    """Open the files in arguments; ``-`` is the standard input, to which a named format applies.

    Raises:
        InputError: A file does not exist or is too large.
        UnknownName: There is no such format.
        OptionNotApplicable: An option applies to none of the files.
    """
    if list(arguments).count(STANDARD_INPUT) > 1:
        raise StandardInputTwice
    from_input = any(file_of(each)[0] == STANDARD_INPUT for each in arguments)
    opened = []
    for argument in arguments:
        path, part = file_of(argument)
        is_input = path == STANDARD_INPUT
        form = options.input_format if is_input or not from_input else ""
        if is_input:
            opened.append(_opened(_NAME_OF_INPUT, read_standard_input(), form, part))
        else:
            opened.append(_opened(path, read_bytes(path), form, part))
    _refuse_useless(opened, options)
    return opened


def open_file(argument: Path, options: ReadOptions) -> OpenedFile:
    """Open the file in an argument, which is never the standard input."""
    path, part = file_of(argument)
    return _opened(path, read_bytes(path), options.input_format, part)


def texts_of(file: OpenedFile, options: ReadOptions) -> tuple[tuple[str, FileText], ...]:
    """Return the texts of a file that are meant, each with its source.

    Raises:
        InputError: No text can be read from the file.
        UnknownName: The file has no text of the name.
        UnnamedText: The file is one text without a name.
    """
    texts = read_content(file.path, file.data, replace(options, input_format=file.form))
    if not file.part:
        return tuple((file.source_of(text), text) for text in texts)
    for text in texts:
        if text.name == file.part:
            return ((file.source_of(text), text),)
    if len(texts) == 1 and not texts[0].name:
        raise UnnamedText(file.path, file.part)
    raise UnknownName(file.part, [text.name for text in texts], what="text")


def file_of(path: Path) -> tuple[Path, str]:
    """Return the file in an argument, and the name of a text in it: ``FILE::NAME``."""
    file, _, name = str(path).rpartition(_WITHIN)
    return (path, "") if not file or path.exists() else (Path(file), name)


def _opened(path: Path, data: bytes, form: str, part: str) -> OpenedFile:
    if form and form not in readable():
        raise UnknownName(form, list(readable()), what="format")
    found = reader_of(path, data)
    name = form or next(name for name, each in READERS.items() if each is found)
    return OpenedFile(path, data, name, part)


def _refuse_useless(files: Sequence[OpenedFile], options: ReadOptions) -> None:
    """Refuse options that apply to formats of which no file is."""
    for option, given, trait in (
        ("--select", bool(options.select), "has_elements"),
        ("--choice", bool(options.choice), "has_choices"),
        ("--supplied", options.supplied is not ReadOptions().supplied, "has_choices"),
        ("--from-page", options.from_page > 1, "has_pages"),
        ("--to-page", options.to_page > 0, "has_pages"),
    ):
        if given and not any(getattr(file.reader, trait) for file in files):
            names = [each.what for each in readable().values() if getattr(each, trait)]
            hint = f"It applies to {listed(names)}."
            raise OptionNotApplicable(option=option, to="these files", hint=hint)
