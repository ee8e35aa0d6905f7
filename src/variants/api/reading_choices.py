"""Choices for the readers of files, as keywords of functions."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Any, Literal, TypedDict, TypeVar

from variants.readers.file_text import ReadOptions

_Function = TypeVar("_Function", bound=Callable[..., Any])


class ReadingChoices(TypedDict, total=False):
    """Keywords for the fields of ``ReadOptions``, which has their meanings and defaults."""

    changes: Literal["accept", "reject"]
    notes: Literal["apart", "in-place", "leave-out"]
    choice: str
    supplied: Literal["keep", "leave-out"]
    from_page: int
    to_page: int
    input_format: str
    select: str
    join_hyphens: bool
    drop_headings: bool
    realign: bool


def with_choices(function: _Function) -> _Function:
    """Return a function whose signature, in help and notebooks, names each choice."""
    signature = inspect.signature(function)
    given = [
        each
        for each in signature.parameters.values()
        if each.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    types = ReadingChoices.__annotations__
    choices = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=getattr(field.default, "value", field.default),
            annotation=types[field.name],
        )
        for field in fields(ReadOptions)
        if field.name in types
    ]
    changed = signature.replace(parameters=[*given, *choices])
    function.__signature__ = changed  # type: ignore[attr-defined] # read by inspect
    return function
