"""Editions on disk, and what ``variants.toml`` says."""

from __future__ import annotations

from pathlib import Path

from variants.errors.families import SettingsError


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


class RuleTooSlow(SettingsError):
    """A pattern of a classification rule tries too many ways to fit some words."""

    hint = "Repeat no repetition in it: (a+)+ fits what a+ does, and takes for ever to find out."

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(f"The classification rule {rule!r} takes too long to try on {words!r}.")
        self.rule = rule


class BadDocumentName(SettingsError):
    """A name cannot be that of a document."""

    hint = "Choose another with --name, such as --name letter-1."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot name a document: its files have to be called so.")
