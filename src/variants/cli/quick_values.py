"""Values of arguments and options that need no check.

Typer checks every value with pydantic, even the defaults. Its loading would take a tenth of the
time of a short comparison and of its memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from typer.core import TyperArgument, TyperOption

if TYPE_CHECKING:
    from typer._click import Context, Parameter  # Typer does not export these classes.

_UNCHECKED: Final = object()


def with_quick_values(params: list[Parameter]) -> list[Parameter]:
    """Return arguments and options, which then take values that need no check as they are."""
    for param in params:
        if isinstance(param, TyperOption):
            param.__class__ = QuickOption
        elif isinstance(param, TyperArgument):
            param.__class__ = QuickArgument
    return params


class QuickOption(TyperOption):
    """An option that takes values that need no check as they are."""

    def process_value(self, ctx: Context, value: Any) -> Any:  # noqa: ANN401 - as in Typer
        """Return the value for the command."""
        return _processed(self, ctx, value, super().process_value)


class QuickArgument(TyperArgument):
    """An argument that takes values that need no check as they are, and has a name in the help."""

    def process_value(self, ctx: Context, value: Any) -> Any:  # noqa: ANN401 - as in Typer
        """Return the value for the command."""
        return _processed(self, ctx, value, super().process_value)

    def display_type_rich(self, ctx: Context) -> str | None:  # noqa: ARG002 - as in Typer
        """Return nothing, since "SEED OTHER" needs no "<list[Path]>" behind it."""
        return None


def _processed(
    param: TyperOption | TyperArgument,
    ctx: Context,
    value: Any,  # noqa: ANN401 - as in Typer
    check: Callable[[Context, Any], Any],
) -> Any:  # noqa: ANN401 - as in Typer
    quick = _quick_value(param, value)
    if quick is _UNCHECKED:
        return check(ctx, value)
    return quick if param.callback is None else param.callback(ctx, param, quick)


def _quick_value(param: TyperOption | TyperArgument, value: Any) -> Any:  # noqa: ANN401 - as in Typer
    """Return the value that Typer would return, or ``_UNCHECKED`` if it must look at it."""
    many = param.nargs == -1 or (isinstance(param, TyperOption) and param.multiple)
    if value is None:
        found: Any = () if many else None
    elif param.type_descriptor.parameter_info.parser is not None:
        return _UNCHECKED
    else:
        found = _as_type(value, param.type_descriptor.annotation)
    is_missing = param.required and param.value_is_missing(found)
    return _UNCHECKED if is_missing else found


def _as_type(value: Any, annotation: Any) -> Any:  # noqa: ANN401 - values of many types
    if get_origin(annotation) is list:
        if not isinstance(value, list | tuple):
            return _UNCHECKED
        (each,) = get_args(annotation)
        found = [_as_type(one, each) for one in value]
        return _UNCHECKED if any(one is _UNCHECKED for one in found) else found
    if annotation is Path and isinstance(value, str):
        path = Path(value)
        return path if os.access(path, os.R_OK) or not os.path.lexists(path) else _UNCHECKED
    return value if isinstance(annotation, type) and isinstance(value, annotation) else _UNCHECKED
