"""Errors about libraries and programs that are not installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.extras import EXTRAS, install_command
from variants.errors.families import MissingExtra, VariantsError
from variants.errors.lists import listed
from variants.errors.typed_words import typed


class NoVectors(MissingExtra):
    """The linker ``semantic`` has no word vectors."""

    def __init__(self, missing: str) -> None:
        super().__init__("semantic", purpose="The linker semantic", missing=missing)


class NoScores(MissingExtra):
    """The library that computes machine translation scores is not installed."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("measures", purpose=f"Computing {listed(names)}", missing="sacrebleu")


class NoDatabaseLibraries(MissingExtra):
    """The log is in a database, and the database libraries are not installed."""

    def __init__(self) -> None:
        super().__init__("server", purpose="A log in a database", missing="SQLAlchemy")


class MissingPandas(MissingExtra):
    """A data frame was asked for, and pandas is not installed."""

    def __init__(self) -> None:
        super().__init__("", purpose="A data frame", missing="pandas")


class MissingProgram(VariantsError):
    """A report format needs an external program."""

    exit_code = 5

    def __init__(self, programs: Sequence[str], *, form: str, extra: str) -> None:
        super().__init__(f"The format {form} needs a program that is not installed.")
        libraries = EXTRAS.get(extra, (extra,))
        self.hint = (
            f"Install one of {listed(programs)}, or choose another format, or install "
            f"{listed(libraries, ' and ')}: {install_command(libraries)}"
        )
        self.programs = programs


class NoOffice(VariantsError):
    """A file has a format that LibreOffice has to convert, and it is not installed."""

    exit_code = 5

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} is {what}, which needs LibreOffice, and it is not installed.")
        self.hint = (
            "Install LibreOffice, or convert the file where it is installed: "
            f"{typed('soffice', '--headless', '--convert-to', 'odt', path)}"
        )
        self.path = path
        self.what = what
