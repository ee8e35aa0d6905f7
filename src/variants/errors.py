"""Errors for a person: what is wrong, where, and what to do.

They are grouped by what that person can do, and each group has its exit code.
``cli.main`` is the one place that turns them into text and a code.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar


class VariantsError(Exception):
    """Anything that a person can put right.

    Attributes:
        hint: What to do, in one sentence; empty when the message says it.
        exit_code: What the command ends with.
    """

    hint: str = ""
    exit_code: ClassVar[int] = 70


class SettingsError(VariantsError):
    """An option or a setting has to be changed."""

    exit_code = 2


class BadSelection(SettingsError):
    """An option that chooses what to show names something that is not there."""

    def __init__(self, given: str, *, option: str, allowed: str) -> None:
        super().__init__(f"{option} {given!r} is not possible.")
        self.hint = f"Possible: {allowed}."
        self.option = option
        self.given = given


class InputError(VariantsError):
    """A file has to be repaired or named rightly."""

    exit_code = 3


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


class UnreadFormat(InputError):
    """A file is in a known format that no reader reads yet."""

    hint = "Save it as plain text (.txt, UTF-8) and name that file."

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} is {what}, which variants does not read yet.")
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
    """A JSON file follows another schema than this program reads."""

    hint = "Read it with the version of variants that wrote it, or compare the texts again."

    def __init__(self, found: str, *, known: str) -> None:
        says = f"follows the schema {found!r}" if found else "names no schema"
        super().__init__(f"The JSON {says}; this program reads {known!r}.")
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


class OutputError(VariantsError):
    """A result could not be written: the disk is full, or writing is not allowed."""

    exit_code = 6


class BadSettingsFile(SettingsError):
    """Something in variants.toml does not say what it should."""

    def __init__(self, path: Path, *, line: int, problem: str, hint: str = "") -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path = path
        self.line = line
        self.hint = hint


class CannotReadEdition(SettingsError):
    """variants.toml or a folder of an edition cannot be opened."""

    hint = "Look whether it is what it should be, and whether you may read it."

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Cannot read {path}: {reason}.")
        self.path = path


class NotAnEdition(SettingsError):
    """No files were named, and the folder belongs to no edition."""

    hint = (
        "Name the files: variants compare SEED OTHER. "
        "Or make an edition of them: variants init SEED OTHER."
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"No texts were named, and {folder} is in no edition: neither it nor a folder above "
            "has a variants.toml, or seeds/ and variants/."
        )
        self.folder = folder


class EmptyEdition(SettingsError):
    """An edition has no document that could be compared."""

    hint = "Put a seed in seeds/NAME.txt and its other renderings in variants/NAME/A.txt, B.txt …"

    def __init__(self, root: Path) -> None:
        super().__init__(f"The edition in {root} has no document with a seed and another text.")
        self.root = root


class NoSeed(SettingsError):
    """A folder of renderings has no seed."""

    def __init__(self, document: str) -> None:
        super().__init__(f"variants/{document}/ holds texts, but their seed is nowhere.")
        self.hint = (
            f"Put it in seeds/{document}.txt, or name it in variants.toml: "
            f'seed = "…" under [documents.{document}].'
        )
        self.document = document


class NotASiglum(SettingsError):
    """A name cannot be the short name of a witness."""

    hint = "A siglum is letters and digits, perhaps with . * ' or -, as in A, Yang2, B.1."

    def __init__(self, name: str, *, where: str) -> None:
        super().__init__(f"{where}: {name!r} cannot be a siglum.")
        self.name = name


class SiglumTwice(SettingsError):
    """One siglum stands for two texts."""

    hint = "Give each text a siglum of its own."

    def __init__(self, siglum: str, first: str, second: str) -> None:
        super().__init__(f"The siglum {siglum} stands for {first} and for {second}.")
        self.siglum = siglum


class SiglaDoNotMatch(SettingsError):
    """There are more or fewer sigla than files."""

    hint = "Give one for each file, the seed's first: --siglum S,A,B."

    def __init__(self, sigla: int, files: int) -> None:
        super().__init__(f"--siglum names {sigla}, but the number of files is {files}.")


class LoneFile(SettingsError):
    """A seed was named, and nothing to compare it with."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Only {path} was named, and a comparison needs two texts or more.")
        self.hint = f"Add the other renderings: {path} OTHER …"


class SeedAlone(SettingsError):
    """A document has a seed and nothing to compare it with."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The document {document} has a seed and no other text.")
        self.hint = f"Put the others in variants/{document}/A.txt, B.txt …"


class OptionOutOfPlace(SettingsError):
    """An option was given where it says nothing."""

    def __init__(self, *, option: str, belongs: str, hint: str) -> None:
        super().__init__(f"{option} is for {belongs}.")
        self.hint = hint


class OneOnly(SettingsError):
    """Something is said or written of one thing, and there are several."""

    def __init__(self, names: Sequence[str], *, form: str, what: str, option: str) -> None:
        super().__init__(
            f"{form} is for one {what}, and here are {len(names)}: {', '.join(names)}."
        )
        self.hint = f"Choose one with {option} {names[0]}."


class UnknownName(SettingsError):
    """A name was given that is not among those there are."""

    def __init__(self, name: str, known: Sequence[str], *, what: str) -> None:
        super().__init__(f"There is no {what} {name!r}.")
        near = difflib.get_close_matches(name, known, n=1)
        guess = f"Did you mean {near[0]}? " if near else ""
        self.hint = f"{guess}There is: {', '.join(known)}."
        self.name = name


class NotAFormat(SettingsError):
    """A file's name does not say which format of report it is to be."""

    def __init__(self, path: Path, suffixes: Sequence[str]) -> None:
        super().__init__(f"The name {path} does not say which format of report it is to be.")
        self.hint = f"Let it end in one of {', '.join(suffixes)}, or choose with --format."
        self.path = path


class OneFileForSeveral(SettingsError):
    """Several reports are to be written to one place."""

    hint = "Name a folder with a slash at its end, as in -o reports/"

    def __init__(self, place: Path | str, reports: Sequence[str]) -> None:
        super().__init__(
            f"There is one place to write to, {place}, and there are {len(reports)} reports: "
            f"{', '.join(reports)}."
        )


class ReportOnTerminal(SettingsError):
    """A report would be written to the terminal, where nobody can read it."""

    def __init__(self, suffix: str) -> None:
        super().__init__("A report is written to a file, not to the terminal.")
        self.hint = (
            f"Name the file, as in -o report{suffix}; for the terminal there is variants compare."
        )


class BadDocumentName(SettingsError):
    """A name cannot be that of a document."""

    hint = "Choose another with --name, such as --name letter-1."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot name a document: its files have to be called so.")


class MissingExtra(VariantsError):
    """Something that a format needs is not installed."""

    exit_code = 5


class CannotWrite(OutputError):
    """A file or the standard output does not take what is written."""

    hint = "Look whether the disk is full and whether you may write there."

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(f"Cannot write {where}: {reason}.")


class UnwritableCharacter(OutputError):
    """A format has no way to hold a character that stands in a text."""

    hint = "Take it out of the text or the log, or choose another format."

    def __init__(self, character: str, *, form: str) -> None:
        named = " ".join(f"U+{ord(each):04X}" for each in character)
        super().__init__(f"{form} cannot hold the character {named}.")
        self.character = character


class AlreadyThere(OutputError):
    """A file would have to be overwritten."""

    hint = "Nothing was changed. Move it away, or choose another folder or name."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is already there.")
        self.path = path
