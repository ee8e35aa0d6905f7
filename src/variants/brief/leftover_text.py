"""Words for the differences that a brief does not list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variants.brief.brief_text import title_of
from variants.brief.brief_values import Brief, BriefGroup
from variants.types.edition import Edition
from variants.wording.hidden_wording import hidden_line
from variants.wording.passage_notes import count
from variants.wording.typed_command import typed_command

_PARTS = 5
_NOT_LISTED = "not listed"


def command_for_all(edition: Edition) -> str:
    """Return the command that lists all readings that are likely to touch the sense."""
    return typed_command(edition, "compare", "--sense")


def leftover_lines(left: Sequence[BriefGroup], sentences: int, command: str = "") -> list[str]:
    """Return the number of unlisted differences, by sort and by part of the text.

    Args:
        left: The groups, with what is not listed.
        sentences: Number of sentences of the seed.
        command: Command that lists all of them; "" if they follow, or none can.

    Returns:
        No line if everything is listed.
    """
    total = sum(len(group.items) for group in left)
    if not total:
        return []
    sorts = " · ".join(f"{title_of(group)} {len(group.items)}" for group in left)
    parts = Counter(_part(number, sentences) for number in _sentences_of(left))
    places = " · ".join(
        f"{_first(part, sentences)}–{_first(part + 1, sentences) - 1}: {parts[part]}"
        for part in sorted(parts)
    )
    lines = [f"{_NOT_LISTED}  {count(total, 'difference')}: {sorts}"]
    if sentences > _PARTS:
        lines.append(f"in sentences  {places}")
    return [*lines, f"all of them  {command}"] if command else lines


def as_sentence(line: str) -> str:
    """Return a line about a brief with a colon instead of the space after its name.

    Examples:
        >>> as_sentence("not listed  5 differences: Numbers 3")
        'not listed: 5 differences (Numbers 3)'
        >>> as_sentence("all of them  variants compare --sense")
        'all of them: variants compare --sense'
    """
    name, space, rest = line.partition("  ")
    if not space:
        return line
    total, colon, parts = rest.partition(": ")
    return f"{name}: {total} ({parts})" if colon and name == _NOT_LISTED else f"{name}: {rest}"


def brief_notes(brief: Brief, left: Sequence[BriefGroup], command: str = "") -> list[str]:
    """Return lines about all that a brief does not list: differences, and other wording.

    Args:
        brief: The brief.
        left: The groups, with what is not listed.
        command: Command that lists all of them; "" if none can.
    """
    notes = leftover_lines(left, len(brief.sense), command)
    return [*notes, hidden_line(brief.hidden)] if brief.hidden is not None else notes


def _sentences_of(groups: Sequence[BriefGroup]) -> Iterator[int]:
    """Yield the number of the first sentence of each difference."""
    for group in groups:
        for item in group.items:
            share = item.shares[0]
            if share.parts:
                yield share.parts[0].first
                continue
            found = re.match("[0-9]+", share.sentences[0])
            yield int(found[0]) if found else 1


def _part(number: int, sentences: int) -> int:
    return min(_PARTS - 1, max(0, number - 1) * _PARTS // max(1, sentences))


def _first(part: int, sentences: int) -> int:
    """Return the number of the first sentence of a part."""
    return -(-part * sentences // _PARTS) + 1
