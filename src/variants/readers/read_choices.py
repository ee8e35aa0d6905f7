"""Choices of a reader as words, for the settings of an edition, and back."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TypeVar

from variants.readers.file_text import ReadOptions

_DEFAULT = ReadOptions()
_Choice = TypeVar("_Choice", bound=Enum)


def written_choices(options: ReadOptions) -> str:
    """Return the choices that are not the default, as options of the command line.

    Examples:
        >>> written_choices(ReadOptions(from_page=3)), written_choices(ReadOptions())
        ('--from-page 3', '')
    """
    values = {
        "--changes": (options.changes.value, _DEFAULT.changes.value),
        "--notes": (options.notes.value, _DEFAULT.notes.value),
        "--from-page": (options.from_page, _DEFAULT.from_page),
        "--to-page": (options.to_page, _DEFAULT.to_page),
    }
    return " ".join(f"{name} {now}" for name, (now, default) in values.items() if now != default)


def read_choices(words: str, language: str) -> ReadOptions:
    """Return the choices among words; those that are missing or unknown are the default."""
    chosen = dict(pairwise(words.split()))
    return ReadOptions(
        language=language,
        changes=_one_of(chosen.get("--changes"), _DEFAULT.changes),
        notes=_one_of(chosen.get("--notes"), _DEFAULT.notes),
        from_page=_number(chosen.get("--from-page", ""), _DEFAULT.from_page),
        to_page=_number(chosen.get("--to-page", ""), _DEFAULT.to_page),
    )


def _one_of(word: str | None, default: _Choice) -> _Choice:
    return next((each for each in type(default) if each.value == word), default)


def _number(word: str, default: int) -> int:
    return int(word[:9]) if word.isascii() and word.isdigit() else default
