"""What editors are called in a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from variants.reports.writer import ReportOptions
from variants.types.status import Decisions

_LETTERS = 26


def editor_names(decisions: Decisions, options: ReportOptions) -> Mapping[str, str]:
    """For each editor's key the name to show: their own, else the key.

    Without names they are "editor A", "editor B" and so on, in the order of the places that
    they decided on.
    """
    keys = dict.fromkeys(_keys(decisions))
    if options.anonymous:
        return {key: f"editor {_letters(number)}" for number, key in enumerate(keys)}
    return {key: key for key in keys} | dict(decisions.editors)


def _keys(decisions: Decisions) -> Iterator[str]:
    for status in decisions.statuses:
        yield from (decision.by for decision in (*status.live, *status.former))
        yield from (comment.by for comment in status.comments)
    yield from (rule.by for rule in decisions.rules)


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …: as the columns of a table.

    Examples:
        >>> _letters(0), _letters(25), _letters(26)
        ('A', 'Z', 'AA')
    """
    rounds, letter = divmod(number, _LETTERS)
    return (_letters(rounds - 1) if rounds else "") + chr(ord("A") + letter)
