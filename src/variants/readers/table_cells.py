"""Names of the cells of tables."""

from __future__ import annotations

_LETTERS = 26


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, with row and column counted from 1.

    Examples:
        >>> cell_name(3, 2), cell_name(1, 27), cell_name(9, 703)
        ('B3', 'AA1', 'AAA9')
    """
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return f"{name}{row}"


def column_of(name: str) -> int:
    """Return the number of the column in the name of a cell, counted from 1; 0 if it has none.

    Examples:
        >>> column_of("B3"), column_of("AA1"), column_of("3")
        (2, 27, 0)
    """
    column = 0
    for letter in name.upper():
        if not "A" <= letter <= "Z":
            break
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return column
