"""Families of errors by what the user can do; each has its exit code."""

from __future__ import annotations

from typing import ClassVar

from variants.errors.extras import EXTRAS, install_command
from variants.errors.lists import listed


class VariantsError(Exception):
    """An error that the user can fix.

    Attributes:
        hint: Advice in one sentence; empty if the message is enough.
        exit_code: Exit code of the command.
    """

    hint: str = ""
    exit_code: ClassVar[int] = 70

    def __reduce__(self) -> tuple[object, ...]:
        """Return the message and facts of a copy, also in another process."""
        return _with_message, (type(self), self.args), self.__dict__


class SettingsError(VariantsError):
    """An option or a setting must be changed."""

    exit_code = 2


class InputError(VariantsError):
    """A file must be repaired, or another file named."""

    exit_code = 3


class OutputError(VariantsError):
    """A result could not be written, for example to a full disk or a read-only folder."""

    exit_code = 6


class DecisionError(VariantsError):
    """The decision log needs attention."""

    exit_code = 4


class MissingExtra(VariantsError):
    """A feature needs libraries that are not installed.

    Attributes:
        extra: The extra that has them; "" if none has.
        missing: The library that is missing.
    """

    exit_code = 5

    def __init__(self, extra: str, *, purpose: str, missing: str = "a library") -> None:
        super().__init__(f"{purpose} needs {missing}, which is not installed.")
        libraries = EXTRAS.get(extra, (missing,))
        self.hint = f"Install {listed(libraries, ' and ')}: {install_command(libraries)}"
        self.extra = extra
        self.missing = missing


def _with_message(error: type[VariantsError], args: tuple[str, ...]) -> VariantsError:
    """Return an error with the message of another; its class makes messages of other facts."""
    return error.__new__(error, *args)
