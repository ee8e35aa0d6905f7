"""Guard against texts that a spreadsheet would read as formulas."""

from __future__ import annotations

import re

# Apostrophes are part of the pattern so that ``unguard_formula`` restores every text.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard_formula(cell: str) -> str:
    """Return the text of a CSV cell, with an apostrophe before a possible formula.

    Examples:
        >>> guard_formula("=1+1"), guard_formula("'-x"), guard_formula("'tis")
        ("'=1+1", "''-x", "'tis")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def guard_apostrophe(cell: str) -> str:
    """Return the text of a workbook cell, with another apostrophe if its first could be a guard.

    A workbook marks formulas by itself, so only ``unguard_formula`` needs the guard.

    Examples:
        >>> guard_apostrophe("=1+1"), guard_apostrophe("'-x"), guard_apostrophe("'tis")
        ('=1+1', "''-x", "'tis")
    """
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguard_formula(cell: str) -> str:
    """Remove the apostrophe that protects a cell from being read as a formula.

    Examples:
        >>> unguard_formula("'=1+1"), unguard_formula("''-x"), unguard_formula("'tis")
        ('=1+1', "'-x", "'tis")
    """
    return cell[1:] if _GUARDED.match(cell) else cell
