"""What a person can do about an error: each family has its exit code."""

from __future__ import annotations

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


class InputError(VariantsError):
    """A file has to be repaired or named rightly."""

    exit_code = 3


class OutputError(VariantsError):
    """A result could not be written: the disk is full, or writing is not allowed."""

    exit_code = 6


class DecisionError(VariantsError):
    """The log of decisions has to be looked at."""

    exit_code = 4


class MissingExtra(VariantsError):
    """Something was asked for that needs libraries which are not installed."""

    exit_code = 5

    def __init__(self, extra: str, *, purpose: str, missing: str = "a library") -> None:
        super().__init__(f"{purpose} needs {missing}, which is not installed.")
        self.hint = f"Install it: python3 -m pip install 'variants[{extra}]'"
        self.extra = extra
        self.missing = missing
