"""Errors for a person: what is wrong, where, and what to do.

They are grouped by what that person can do, and each group has its exit code.
``cli.main`` is the one place that turns them into text and a code.
"""

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
