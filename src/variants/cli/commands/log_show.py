"""``variants log show``: all that was decided on a place, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variants.cli.console import write_line
from variants.cli.editions import editions_here
from variants.cli.errors import standard_output
from variants.cli.event_text import in_full, short
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, Place

if TYPE_CHECKING:
    from variants.types.decision import Decision
    from variants.types.status import Standing

HELP = """Show all that was decided on a place, and how it stands."""


def show(place: Place, *, document: DocumentName = "") -> ExitCode:
    """Write the history of one place."""
    from variants.cli.place_lookup import find_place  # noqa: PLC0415 - brings heavy libraries

    target = find_place(place, [edition for _, edition in editions_here(document)])
    standing = target.standing
    state = standing.state.value if standing is not None else "undecided"
    remarks = sorted(each.value for each in standing.remarks) if standing is not None else []
    with standard_output():
        words = f" “{target.words}”" if target.words else ""
        write_line(f"{target.label}{words}: {', '.join([state, *remarks])}")
        for line in _history_of(standing):
            write_line(f"  {line}")
    return ExitCode.FINE


def _history_of(standing: Standing | None) -> Iterator[str]:
    """What is in force on a place, then what was."""
    if standing is None:
        return
    if standing.was:
        yield f"decided on “{standing.was}”"
    for title, decisions in (("in force", standing.live), ("before", standing.former)):
        yield from _block(title, decisions)
    comments = {comment.id for comment in standing.comments}
    for comment in standing.comments:
        answers = f", answers {short(comment.on)}" if comment.on in comments else ""
        by = f"{comment.by}, {comment.at[:10]}{answers} [{short(comment.id)}]"
        yield f"comment: {comment.text} — {by}"


def _block(title: str, decisions: Sequence[Decision]) -> Iterator[str]:
    for decision in decisions:
        first, *others = in_full(decision)
        yield f"{title}: {first}"
        yield from (f"  {line}" for line in others)
