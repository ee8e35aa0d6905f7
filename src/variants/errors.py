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


class OutputError(VariantsError):
    """A result could not be written: the disk is full, or writing is not allowed."""

    exit_code = 6
