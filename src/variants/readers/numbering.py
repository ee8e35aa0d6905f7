"""Numbers of verses, sections and items at the head of paragraphs, where they surely are such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from variants.types.witness import Division

_NUMBER = re.compile(r"(?:§\s?)?[\[(]?(\d{1,4}(?:[.:]\d{1,4}){0,2})[.:]?[\])]?[.:]?(?=\s)")
_NEXT = 3  # By how much a number may rise: one or two may be missing.
_FEWEST = 3  # Numbers in a row; two may be a date and a price.

_Number = tuple[int, ...]


def label_numbers(text: str, divisions: Iterable[Division]) -> tuple[Division, ...]:
    """Give divisions that begin with a number this number as label: "3:16", "12".

    A number counts if it goes on from the one before it, or begins anew at 1 or 0, as verses
    do with a chapter, and if at least three in a row do so. A paragraph that happens to begin with
    "1950" or "16 ships" gets none.
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
    """The numbers in runs that go on from one to the next."""
    rows = [[head] for head in heads[:1]]
    for before, head in pairwise(heads):
        if _goes_on(_parts(before[1]), _parts(head[1])):
            rows[-1].append(head)
        else:
            rows.append([head])
    return rows


def _parts(label: str) -> _Number:
    return tuple(int(part) for part in re.split("[.:]", label))


def _goes_on(before: _Number, after: _Number) -> bool:
    """Whether a number follows another: 3:16 after 3:15, 4:1 after 3:36, 1 after 12."""
    if len(before) != len(after):
        return False
    *outer_before, last_before = before
    *outer_after, last_after = after
    if outer_before == outer_after:
        anew = not outer_after and last_after <= 1 < last_before
        return anew or 0 < last_after - last_before <= _NEXT
    return last_after <= 1 and _goes_on(tuple(outer_before), tuple(outer_after))
