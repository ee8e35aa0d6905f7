"""What could not be written."""

from __future__ import annotations

from pathlib import Path

from variants.errors.families import OutputError


class CannotWrite(OutputError):
    """A file or the standard output does not take what is written."""

    hint = "Is the folder there, may you write in it, and has its disk room left?"

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(f"Cannot write {where}: {reason}.")


class OverwritesInput(OutputError):
    """A result would take the place of a file that it is made from."""

    hint = "Nothing was changed. Choose another name for the result."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is one of the files that are read.")
        self.path = path


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


class ProgramFailed(OutputError):
    """A program that a format needs did not do its work."""

    hint = "Try it by hand, or write another format."

    def __init__(self, program: str, *, reason: str) -> None:
        super().__init__(f"{program} did not write what it should: {reason}.")
        self.program = program
