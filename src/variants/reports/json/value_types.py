"""Check of the types of values that were read from a file."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

_LARGEST = 2**53  # Larger whole numbers are not exact in JSON, and no text has so many characters.


def check_types(value: Any) -> None:  # noqa: ANN401 - any value
    """Raise ``ValueError`` if a field of a frozen value, or of a value in it, has another type.

    Python does not check the types of dataclasses, and a wrong one would fail much later, in a
    report. Numbers must be finite.
    """
    kind: type = type(value)
    for name, fits in _fields_of(kind):
        if not fits(getattr(value, name)):
            msg = f"{kind.__name__}.{name} has a wrong value"
            raise ValueError(msg)


@cache
def _fields_of(kind: type) -> tuple[tuple[str, Callable[[Any], bool]], ...]:
    """Return the fields of a class, each with the test of its type."""
    hints = typing.get_type_hints(kind)
    return tuple((each.name, _test_of(hints[each.name])) for each in dataclasses.fields(kind))


@cache
def _test_of(hint: Any) -> Callable[[Any], bool]:  # noqa: ANN401, PLR0911 - any type; a test for each sort
    """Return the test of a type: True for a value that has it."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if hint is float:
        return lambda value: _is_number(value) and math.isfinite(value)
    if hint is int:
        return lambda value: _is_number(value) and isinstance(value, int) and abs(value) < _LARGEST
    if origin in {typing.Union, types.UnionType}:
        tests = [_test_of(part) for part in parts]
        return lambda value: any(test(value) for test in tests)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, item = map(_test_of, parts)
        return lambda value: (
            isinstance(value, Mapping) and all(key(k) and item(v) for k, v in value.items())
        )
    if origin is tuple and parts[-1:] != (...,):
        tests = [_test_of(part) for part in parts]
        return lambda value: (
            isinstance(value, tuple)
            and len(value) == len(tests)
            and all(test(one) for test, one in zip(tests, value, strict=True))
        )
    if isinstance(origin, type) and (origin in {tuple, frozenset} or issubclass(origin, Sequence)):
        one = _test_of(parts[0])
        return lambda value: isinstance(value, origin) and all(map(one, value))
    if not isinstance(hint, type):
        return lambda _: True
    if dataclasses.is_dataclass(hint):
        return lambda value: isinstance(value, hint) and _is_sound(value)
    return lambda value: isinstance(value, hint)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_sound(value: object) -> bool:
    check_types(value)
    return True
