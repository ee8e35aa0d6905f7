"""Choices of a reader as words, for settings and signatures, and back."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from typing import Any

from variants.errors import InvalidValue
from variants.errors.lists import choices
from variants.readers.file_text import ReadOptions

_ELSEWHERE = frozenset({"language"})
"""Fields that settings and signatures have in places of their own."""
_LEAST = {"from_page": 1}
"""Least values of numbers, if not 0."""
_TYPE_HINTS = {bool: "Give True or False.", int: "Give a whole number.", str: "Give a string."}


def option_of(field: str) -> str:
    """Return the option of the command line for a field of ``ReadOptions``.

    Examples:
        >>> option_of("from_page")
        '--from-page'
    """
    return "--" + field.replace("_", "-")


def chosen_options(options: ReadOptions) -> dict[str, str]:
    """Return the options that are not the default, with their values; a switch has none.

    Examples:
        >>> chosen_options(ReadOptions(from_page=3, realign=True))
        {'--from-page': '3', '--realign': ''}
    """
    chosen = {}
    for field in fields(ReadOptions):
        value = getattr(options, field.name)
        if value != field.default and field.name not in _ELSEWHERE:
            chosen[option_of(field.name)] = _word(value)
    return chosen


def written_choices(options: ReadOptions) -> str:
    """Return the choices that are not the default, as options of the command line.

    Examples:
        >>> written_choices(ReadOptions(from_page=3)), written_choices(ReadOptions())
        ('--from-page 3', '')
    """
    parts = []
    for option, value in chosen_options(options).items():
        parts += [option, value] if value else [option]
    return shlex.join(parts)


def read_choices(words: str, language: str) -> ReadOptions:
    """Return the choices among words; those that are missing or unknown are the default."""
    try:
        parts = shlex.split(words)
    except ValueError:  # Quotation marks without an end.
        parts = words.split()
    chosen: dict[str, Any] = {}
    for field in fields(ReadOptions):
        option = option_of(field.name)
        if option in parts and field.name not in _ELSEWHERE:
            after = parts[parts.index(option) + 1 :]
            chosen[field.name] = _value(after[0] if after else "", field.default)
    return ReadOptions(language=language, **chosen)


def checked_choices(given: Mapping[str, object]) -> ReadOptions:
    """Return the choices in keywords, such as ``{"changes": "reject"}``.

    Raises:
        InvalidValue: A value is none that the field takes.
        TypeError: There is no such field.

    Examples:
        >>> checked_choices({"changes": "reject", "from_page": 3}).changes
        <TrackedChanges.REJECT: 'reject'>
    """
    defaults = {field.name: field.default for field in fields(ReadOptions)}
    return ReadOptions(
        **{name: _checked(name, value, defaults.get(name)) for name, value in given.items()}  # type: ignore[arg-type] # checked
    )


def _checked(name: str, value: object, default: object) -> object:
    """Return a value as the type of its default."""
    if isinstance(default, Enum):
        for each in type(default):
            if value in (each, each.value):
                return each
        hint = choices(str(value), [each.value for each in type(default)])
        raise InvalidValue(str(value), option=name, hint=hint)
    if default is not None and type(value) is not type(default):
        raise InvalidValue(str(value), option=name, hint=_TYPE_HINTS[type(default)])
    least = _LEAST.get(name, 0)
    if isinstance(value, int) and value < least:
        raise InvalidValue(str(value), option=name, hint=f"The least is {least}.")
    return value


def _word(value: object) -> str:
    if isinstance(value, bool):
        return ""
    return str(value.value) if isinstance(value, Enum) else str(value)


def _value(word: str, default: object) -> object:
    """Return the value that a word states, of the type of the default."""
    if isinstance(default, bool):
        return True
    if isinstance(default, Enum):
        return next((each for each in type(default) if each.value == word), default)
    if isinstance(default, int):
        return int(word[:9]) if word.isascii() and word.isdigit() else default
    return word or default
