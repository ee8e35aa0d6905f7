"""JSON form of decisions: the fields of their types, under the same names.

The fields of a collation are listed one by one, for readers of other programs. Decisions are
written as their types define them, so a new field of a type is also a new field of the JSON.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, get_args, get_type_hints

from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.status import Decisions, State

_Json: TypeAlias = Any  # A value that the json module writes and reads.

_RENAMED = {"variant_class": "class", "statuses": "standings"}


def write_decisions(edition: Edition) -> _Json:
    """Return the fields of all decisions, with the number of places in each state first."""
    counts = edition.state_counts()
    by_name = {state.value: counts[state] for state in State}
    return {"counts": by_name, **_codec(Decisions).write(edition.decisions)}


def read_decisions(fields: _Json) -> Decisions:
    """Return the decisions that ``write_decisions`` made the fields from."""
    read: Decisions = _codec(Decisions).read(fields)
    return read


@dataclass(frozen=True, slots=True)
class _Codec:
    """Functions that write and read the values of one type."""

    write: Callable[[_Json], _Json]
    read: Callable[[_Json], _Json]


@cache
def _codec(hint: _Json) -> _Codec:
    """Return the codec of a type; cached, since a log has many values of few types."""
    if get_args(hint):
        return _compound(hint)
    if hint is Span:
        return _Codec(lambda span: [span.start, span.end], lambda pair: Span(*pair))
    if dataclasses.is_dataclass(hint):
        return _record(hint)
    if issubclass(hint, Enum):
        return _Codec(lambda member: member.value, hint)
    return _Codec(lambda value: value, lambda value: _checked(value, hint))


def _compound(hint: _Json) -> _Codec:
    """Return the codec of an optional, a set, a list or a tuple of fixed length."""
    arguments = get_args(hint)
    if type(None) in arguments:
        return _optional(_codec(arguments[0]))
    inner = [_codec(argument) for argument in arguments if argument is not ...]
    if issubclass(hint.__origin__, frozenset):
        return _set_of(*inner)
    return _list_of(*inner) if ... in arguments else _row(inner)


def _optional(inner: _Codec) -> _Codec:
    return _Codec(
        lambda value: None if value is None else inner.write(value),
        lambda value: None if value is None else inner.read(value),
    )


def _list_of(inner: _Codec) -> _Codec:
    return _Codec(
        lambda values: [inner.write(value) for value in values],
        lambda values: tuple(inner.read(value) for value in _checked(values, list)),
    )


def _set_of(inner: _Codec) -> _Codec:
    return _Codec(
        lambda values: sorted(inner.write(value) for value in values),
        lambda values: frozenset(inner.read(value) for value in _checked(values, list)),
    )


def _row(codecs: list[_Codec]) -> _Codec:
    return _Codec(
        lambda row: [codec.write(value) for codec, value in zip(codecs, row, strict=True)],
        lambda row: tuple(codec.read(value) for codec, value in zip(codecs, row, strict=True)),
    )


def _record(kind: _Json) -> _Codec:
    """Return the codec of a dataclass; fields with a default may be missing from older files."""
    hints = get_type_hints(kind)
    codecs = {
        field.name: (_RENAMED.get(field.name, field.name), _codec(hints[field.name]))
        for field in dataclasses.fields(kind)
    }
    needed = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def write(value: _Json) -> _Json:
        return {key: codec.write(getattr(value, name)) for name, (key, codec) in codecs.items()}

    def read(fields: _Json) -> _Json:
        return kind(
            **{
                name: codec.read(fields[key])
                for name, (key, codec) in codecs.items()
                if name in needed or key in fields
            }
        )

    return _Codec(write, read)


def _checked(value: _Json, kind: type) -> _Json:
    if not isinstance(value, kind):
        msg = f"{value!r:.40} is not a {kind.__name__}"
        raise TypeError(msg)
    return value
