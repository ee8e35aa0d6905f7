"""Errors about editions on disk and ``variants.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import InputError, SettingsError
from variants.errors.lists import listed


class BadSettingsFile(SettingsError):
    """A line of variants.toml is wrong."""

    def __init__(self, path: Path, *, line: int, problem: str, hint: str = "") -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path = path
        self.line = line
        self.hint = hint


class CannotReadEdition(SettingsError):
    """variants.toml or a folder of an edition cannot be opened."""

    hint = "Check that it exists and that you are allowed to read it."

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Cannot read {path}: {reason}.")
        self.path = path


class NotAnEdition(SettingsError):
    """No files were named, and the folder is not in an edition."""

    hint = (
        "If you have an edition, go to its folder first: cd FOLDER. "
        "To make one of files: variants init SEED OTHER. "
        "To compare files without an edition: variants compare SEED OTHER."
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is not in an edition: neither it nor a folder above it has a variants.toml, "
            "or seeds/ and variants/."
        )
        self.folder = folder


class EmptyEdition(SettingsError):
    """An edition has no document that can be compared."""

    hint = (
        "Put a seed in seeds/, such as seeds/letter.txt, and the other texts in a folder of the "
        "same name, such as variants/letter/A.txt."
    )

    def __init__(self, root: Path) -> None:
        super().__init__(f"The edition in {root} has no document with a seed and another text.")
        self.root = root


class OutsideEdition(SettingsError):
    """A text of an edition is a symbolic link to a file outside it."""

    hint = "Replace the link by a copy of the file, or name the files: variants compare SEED OTHER."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a link to a file outside the folder of the edition.")
        self.path = path


class NoSeed(SettingsError):
    """A folder of witnesses has no seed."""

    def __init__(self, document: str, *, unread: str = "") -> None:
        super().__init__(f"variants/{document}/ has texts, but the document has no seed.")
        not_read = f"{unread} is not in a format that variants reads. " if unread else ""
        self.hint = (
            f"{not_read}Put the seed in seeds/, such as seeds/{document}.txt, or name its file in "
            f'variants.toml: seed = "…" under [documents.{document}].'
        )
        self.document = document


class SeveralSeeds(SettingsError):
    """Several files may be the seed of a document."""

    def __init__(self, document: str, files: Sequence[str]) -> None:
        super().__init__(f"The document {document} has several seeds: {listed(files)}.")
        self.hint = (
            f'Keep one, or name it in variants.toml: seed = "{files[0]}" under '
            f"[documents.{document}]."
        )
        self.document = document


class NotASiglum(SettingsError):
    """A name is not a valid siglum."""

    hint = "A siglum has letters, digits and . * ' - only, such as A, Yang2 or B.1."

    def __init__(self, name: str, *, where: str) -> None:
        super().__init__(f"{where}: {name!r} cannot be a siglum.")
        self.name = name


class SiglumTwice(SettingsError):
    """Two texts have the same siglum."""

    hint = "Give each text its own siglum."

    def __init__(self, siglum: str, first: str, second: str) -> None:
        super().__init__(f"Two texts have the siglum {siglum}: {first} and {second}.")
        self.siglum = siglum


class RuleTooSlow(SettingsError):
    """The pattern of a classification rule takes too long."""

    hint = "Do not repeat a repetition: (a+)+ matches the same as a+, but never ends."

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(f"The classification rule {rule!r} takes too long on {words!r}.")
        self.rule = rule


class BadDocumentName(SettingsError):
    """A name is not valid for a document."""

    hint = "Choose another with --name, such as --name letter-1."

    def __init__(self, name: str) -> None:
        super().__init__(
            f"A document cannot be called {name!r}, since its files and folders have its name."
        )


class NotPlainText(InputError):
    """A text of an edition is not plain text."""

    hint = "Let variants init read it: it keeps the text for the decisions, and the original."

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} is {what}, and the texts of an edition are plain text.")
        self.path = path
        self.what = what
