"""``variants log withdraw``: make decisions, verdicts, rules or comments inactive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.errors import log_line, standard_output
from variants.cli.event_text import endings, short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import full_id, journal_of, log_here
from variants.cli.options import Editor, Ids, Why
from variants.cli.sources import edition_here
from variants.cli.unplaced import followed_log, unplaced_here
from variants.errors import AmbiguousEvent, NothingToWithdraw, UnknownEvent

if TYPE_CHECKING:
    from variants.log.history import History

HELP = """Withdraw decisions, verdicts on the sense, rules or comments.

They stay in the log, but are no longer active. The id of a batch withdraws all of its decisions.
Decisions without a place are those that variants status lists last.
"""


def withdraw(
    ids: Ids = None,
    *,
    unplaced: Annotated[
        bool, typer.Option("--unplaced", help="Withdraw all decisions without a place.")
    ] = False,
    why: Why = "",
    editor: Editor = "",
) -> ExitCode:
    """Record that events are withdrawn."""
    history, _ = log_here()
    root = edition_here().root
    followed = followed_log(root) if unplaced else None
    left = unplaced_here(root, followed) if followed is not None else ()
    names = [name for each in ids or () for name in _named(history, each)]
    names = list(dict.fromkeys((*names, *(each.id for each in left))))
    if not names:
        every = "Every decision of the log has a place"
        raise NothingToWithdraw(every if unplaced else "No event to withdraw is named")
    _refuse_without_effect(history, names)
    ended = [(name, end) for name in names for end in endings(history, name)]
    if ended:
        name, end = ended[0]
        problem = f"{short_id(name)} is no longer active: {end.removesuffix('.')}"
        raise NothingToWithdraw(problem)
    with journal_of(root, editor) as journal:
        event = journal.withdraw(names, why)
    with standard_output():
        shown = ", ".join(short_id(name) for name in names)
        write_line(f"withdrawn: {shown}, {event.by} [{short_id(event.id)}]")
    return ExitCode.FINE


def _named(history: History, given: str) -> list[str]:
    """Return the id of an event, or those of the active decisions and verdicts of a batch."""
    try:
        return [full_id(history, given)]
    except UnknownEvent:
        batches = _batches(history)
        found = [name for name in batches if name.endswith(given) or name.startswith(given)]
        if not found:
            raise
    if len(found) > 1:
        raise AmbiguousEvent(given, found)
    active = [name for name in batches[found[0]] if history.is_active(name)]
    if not active:
        problem = f"No decision of the batch {given} is active any longer"
        raise NothingToWithdraw(problem)
    left = [short_id(name) for name in batches[found[0]] if name not in active]
    if left:
        log_line("note", f"No longer active in the batch {given}: {', '.join(left)}.")
    return active


def _batches(history: History) -> dict[str, list[str]]:
    """Return the ids of the decisions and verdicts in each batch, by its id."""
    from variants.types.decision import Decision  # noqa: PLC0415 - for a batch only
    from variants.types.verdict import SenseVerdict  # noqa: PLC0415 - for a batch only

    found: dict[str, list[str]] = {}
    for event in history.events():
        if isinstance(event.body, Decision | SenseVerdict) and event.body.batch:
            found.setdefault(event.body.batch, []).append(event.id)
    return found


def _refuse_without_effect(history: History, names: Sequence[str]) -> None:
    """Refuse events whose withdrawal would change nothing."""
    from variants.log.events import (  # noqa: PLC0415 - imports the log
        DocumentOpened,
        Erasure,
        Seal,
        TextChange,
        Withdrawn,
    )

    for name in names:
        event = history.event(name)
        match event.body if event is not None else None:
            case Withdrawn():
                problem = f"{short_id(name)} is a withdrawal, and what it withdrew does not return"
                raise NothingToWithdraw(
                    problem, hint="Decide again, or add the rule or link again."
                )
            case DocumentOpened() | TextChange() | Seal() | Erasure():
                problem = f"{short_id(name)} is a record that stays in force"
                raise NothingToWithdraw(problem)
