"""Attributes that are computed at their first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


class once(Generic[Found]):  # noqa: N801 - a decorator
    """Method without arguments as an attribute that is computed at its first use.

    As ``functools.cached_property``, without a lock, which would double the time in Python 3.11.
    """

    def __init__(self, method: Callable[[Any], Found]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember the name of the attribute."""
        self._name = name

    def __get__(self, instance: object, owner: type | None = None) -> Found:
        """Return the result of the method, which is then in place of it."""
        found = self._method(instance)
        instance.__dict__[self._name] = found
        return found
