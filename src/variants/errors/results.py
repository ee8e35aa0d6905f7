"""Errors about files that cannot be written."""

from __future__ import annotations

from pathlib import Path

from variants.errors.families import OutputError


class CannotWrite(OutputError):
    """A file or the standard output cannot be written."""

    hint = "Check that the folder exists, that you may write to it, and that the disk is not full."

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(f"Cannot write {where}: {reason}.")


class FolderInsteadOfResult(OutputError):
    """A folder was named for a result that is one file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Cannot write {path}: it is a folder.")
        self.hint = f"Name a file in it: {path}/NAME"
        self.path = path


class OverwritesInput(OutputError):
    """A result would overwrite one of the input files."""

    hint = "Nothing was changed. Choose another name for the result."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is one of the input files.")
        self.path = path


class UnwritableCharacter(OutputError):
    """A character of a text cannot be represented in the report format."""

    hint = "Remove it from the text or the log, or choose another format."

    def __init__(self, character: str, *, form: str) -> None:
        named = " ".join(f"U+{ord(each):04X}" for each in character)
        super().__init__(f"{form} cannot represent the character {named}.")
        self.character = character


class AlreadyThere(OutputError):
    """A file already exists and would be overwritten."""

    hint = "Nothing was changed. Move it away, or choose another folder or name."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} already exists.")
        self.path = path


class ProgramFailed(OutputError):
    """An external program that a format needs has failed."""

    hint = "Run it by hand to see why, or choose another format."

    def __init__(self, program: str, *, reason: str) -> None:
        super().__init__(f"{program} failed: {reason}.")
        self.program = program
