"""Decisions as JSON: the fields of their types, under the same names, and back.

Unlike a collation, whose texts and spans are laid out for readers of other programs, decisions
are written as the types have them, so that a field that is new there is new here too.
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

_Json: TypeAlias = Any  # What the json module writes and reads.

_RENAMED = {"variant_class": "class", "statuses": "standings"}


def write_decisions(edition: Edition) -> _Json:
    """All that was decided, after how many places stand where."""
    found = edition.state_counts()
    counts = {state.value: found[state] for state in State}
    return {"counts": counts, **_shape(Decisions).write(edition.decisions)}


def read_decisions(fields: _Json) -> Decisions:
    """The decisions that ``write_decisions`` made the fields from."""
    read: Decisions = _shape(Decisions).read(fields)
    return read


@dataclass(frozen=True, slots=True)
class _Shape:
    """How values of one type are written and read."""

    write: Callable[[_Json], _Json]
    read: Callable[[_Json], _Json]


@cache
def _shape(hint: _Json) -> _Shape:
    """The shape of a type; made once, since a log has many values of few types."""
    if get_args(hint):
        return _compound(hint)
    if hint is Span:
        return _Shape(lambda span: [span.start, span.end], lambda pair: Span(*pair))
    if dataclasses.is_dataclass(hint):
        return _record(hint)
    if issubclass(hint, Enum):
        return _Shape(lambda member: member.value, hint)
    return _Shape(lambda value: value, lambda value: _checked(value, hint))


def _compound(hint: _Json) -> _Shape:
    arguments = get_args(hint)
    if type(None) in arguments:
        return _optional(_shape(arguments[0]))
    inner = [_shape(argument) for argument in arguments if argument is not ...]
    if issubclass(hint.__origin__, frozenset):
        return _set_of(*inner)
    return _list_of(*inner) if ... in arguments else _row(inner)


def _optional(inner: _Shape) -> _Shape:
    return _Shape(
        lambda value: None if value is None else inner.write(value),
        lambda value: None if value is None else inner.read(value),
    )


def _list_of(inner: _Shape) -> _Shape:
    return _Shape(
        lambda values: [inner.write(value) for value in values],
        lambda values: tuple(inner.read(value) for value in _checked(values, list)),
    )


def _set_of(inner: _Shape) -> _Shape:
    return _Shape(
        lambda values: sorted(inner.write(value) for value in values),
        lambda values: frozenset(inner.read(value) for value in _checked(values, list)),
    )


def _row(shapes: list[_Shape]) -> _Shape:
    return _Shape(
        lambda row: [shape.write(value) for shape, value in zip(shapes, row, strict=True)],
        lambda row: tuple(shape.read(value) for shape, value in zip(shapes, row, strict=True)),
    )


def _record(kind: _Json) -> _Shape:
    """A dataclass: what has a default may be missing from an older file."""
    hints = get_type_hints(kind)
    shapes = {
        one.name: (_RENAMED.get(one.name, one.name), _shape(hints[one.name]))
        for one in dataclasses.fields(kind)
    }
    needed = {
        one.name
        for one in dataclasses.fields(kind)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    }

    def write(value: _Json) -> _Json:
        return {known: shape.write(getattr(value, name)) for name, (known, shape) in shapes.items()}

    def read(fields: _Json) -> _Json:
        return kind(
            **{
                name: shape.read(fields[known])
                for name, (known, shape) in shapes.items()
                if name in needed or known in fields
            }
        )

    return _Shape(write, read)


def _checked(value: _Json, kind: type) -> _Json:
    if not isinstance(value, kind):
        msg = f"{value!r:.40} stands where a {kind.__name__} is needed"
        raise TypeError(msg)
    return value
