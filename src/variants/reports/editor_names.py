"""Names of editors in a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from variants.reports.writer import ReportOptions
from variants.types.status import Decisions

_LETTERS = 26


def editor_names(decisions: Decisions, options: ReportOptions) -> Mapping[str, str]:
    """Return the name to show for each editor's key: the recorded name, or else the key.

    In an anonymous report, editors are "editor A", "editor B" and so on, in the order of the
    first places that they decided on.
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
    yield from (status.verdict.by for status in decisions.verdicts)


def _letters(number: int) -> str:
    """Return the letters of a column in a spreadsheet, from A to Z, then AA, AB and so on.

    Examples:
        >>> _letters(0), _letters(25), _letters(26)
        ('A', 'Z', 'AA')
    """
    rounds, letter = divmod(number, _LETTERS)
    return (_letters(rounds - 1) if rounds else "") + chr(ord("A") + letter)
