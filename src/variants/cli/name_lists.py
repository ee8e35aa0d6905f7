"""Lists of names in the values of options."""

from __future__ import annotations

from collections.abc import Iterable


def names_in(values: Iterable[str] | None) -> tuple[str, ...]:
    """Return the names in the values of an option, each a name or a list with commas.

    Examples:
        >>> names_in(["S,A", "B"])
        ('S', 'A', 'B')
    """
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)
