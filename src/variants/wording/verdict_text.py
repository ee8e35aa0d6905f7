"""Verdicts on the sense in words, for the terminal and reports."""

from __future__ import annotations

from collections.abc import Sequence

from variants.types.span import squeeze
from variants.types.status import VerdictState, VerdictStatus
from variants.types.verdict import SenseVerdict
from variants.wording.terms import NOT_TOUCHING, TOUCHES
from variants.wording.text_runs import (
    Line,
    Style,
    editorial,
    in_quotes,
    joined,
    sigla,
    to_plain,
)


def verdict_runs(verdict: SenseVerdict) -> Line:
    """Return a verdict: ``“truce” B touches the sense`` or ``the omission in B touches …``."""
    return joined(" ", [_reading(verdict), editorial(answer(verdict.touches_sense))])


def _reading(verdict: SenseVerdict) -> Line:
    """Return the reading that is judged, with its sigla."""
    words, names = in_quotes(verdict.reading.text, Style.READING), sigla(verdict.reading.sigla)
    return joined(" ", [words or editorial("the omission in"), names])


def answer(touches_sense: bool) -> str:  # noqa: FBT001 - the answer itself
    """Return the predicate of a verdict."""
    return TOUCHES if touches_sense else NOT_TOUCHING


def verdict_state(status: VerdictStatus, statuses: Sequence[VerdictStatus]) -> str:
    """Return the state of a verdict in words; "" if it is in force on unchanged words.

    A disputed one names the editors who disagree, from the other statuses.
    """
    remarks = ", ".join(sorted(remark.value for remark in status.remarks))
    in_brackets = f" ({remarks})" if remarks else ""
    match status.state:
        case VerdictState.IN_FORCE:
            return remarks
        case VerdictState.DISPUTED:
            return f"disputed{in_brackets}: {_answers(status, statuses)}; the estimate holds"
        case _:
            was = f", judged on “{squeeze(status.was)}”" if status.was else ""
            return f"{status.state.value}{in_brackets}{was}"


def _answers(status: VerdictStatus, statuses: Sequence[VerdictStatus]) -> str:
    """Return the editors who dispute a reading, with their answers: ``kl yes, mo no``."""
    verdicts = [each.verdict for each in disputing(status, statuses)]
    return ", ".join(f"{one.by} {'yes' if one.touches_sense else 'no'}" for one in verdicts)


def disputing(status: VerdictStatus, statuses: Sequence[VerdictStatus]) -> list[VerdictStatus]:
    """Return the disputed verdicts on the reading of a disputed one; none for another one."""
    if status.state is not VerdictState.DISPUTED:
        return []
    words = squeeze(status.verdict.reading.text)
    return [
        each
        for each in statuses
        if each.state is VerdictState.DISPUTED
        and each.place == status.place
        and squeeze(each.verdict.reading.text) == words
    ]


def verdict_line(status: VerdictStatus, statuses: Sequence[VerdictStatus]) -> str:
    """Return a verdict with its editor and state; a disputed one with all its editors."""
    if status.state is VerdictState.DISPUTED:
        return f"{to_plain(_reading(status.verdict))}: {verdict_state(status, statuses)}"
    state = verdict_state(status, statuses)
    line = f"{to_plain(verdict_runs(status.verdict))}, {status.verdict.by}"
    return f"{line} ({state})" if state else line
