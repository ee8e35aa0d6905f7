"""Numbers of verses, sections and items at the beginning of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from variants.types.witness import Division

_NUMBER = re.compile(r"(?:§\s?)?[\[(]?(\d{1,4}(?:[.:]\d{1,4}){0,2})[.:]?[\])]?[.:]?(?=\s)")
_NEXT = 3  # Greatest increase of a number, since one or two may be missing.
_FEWEST = 3  # Consecutive numbers; two may be a date and a price.

_Number = tuple[int, ...]


def label_numbers(text: str, divisions: Iterable[Division]) -> tuple[Division, ...]:
    """Return the divisions, with the number at the beginning as label: "3:16", "12".

    A number counts if it continues the previous one or restarts at 1 or 0, as verses do in a new
    chapter, and if at least three in a row do so. Other paragraphs that begin with a number, such
    as "1950" or "16 ships", get no label.
    """
    labelled = list(divisions)
    heads = [
        (place, found[1])
        for place, division in enumerate(labelled)
        if (found := _NUMBER.match(text, division.span.start, division.span.end))
    ]
    for row in _rows(heads):
        if len(row) >= _FEWEST:
            for place, label in row:
                labelled[place] = replace(labelled[place], label=label)
    return tuple(labelled)


def _rows(heads: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Return the numbers in runs, in which each continues the previous one."""
    rows = [[head] for head in heads[:1]]
    for before, head in pairwise(heads):
        if _continues(_parts(before[1]), _parts(head[1])):
            rows[-1].append(head)
        else:
            rows.append([head])
    return rows


def _parts(label: str) -> _Number:
    return tuple(int(part) for part in re.split("[.:]", label))


def _continues(before: _Number, after: _Number) -> bool:
    """Return True if a number continues another: 3:16 after 3:15, 4:1 after 3:36, 1 after 12."""
    if len(before) != len(after):
        return False
    *outer_before, last_before = before
    *outer_after, last_after = after
    if outer_before == outer_after:
        restarts = not outer_after and last_after <= 1 < last_before
        return restarts or 0 < last_after - last_before <= _NEXT
    return last_after <= 1 and _continues(tuple(outer_before), tuple(outer_after))
