"""``variants log show``: the history of one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.event_text import full_text, full_verdict, short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, Place
from variants.types.status import VerdictState
from variants.wording.passage_notes import adoption_note
from variants.wording.terms import OMITTED

if TYPE_CHECKING:
    from variants.anchors.drafting import DecisionTarget
    from variants.types.decision import Decision
    from variants.types.status import PlaceStatus

HELP = """Show the decisions and verdicts on a place, and its state."""


def show(place: Place, *, document: DocumentName = "") -> ExitCode:
    """Print the state of a place, its decisions, verdicts and comments."""
    from variants.cli.place_lookup import find_place  # noqa: PLC0415 - imports heavy libraries

    target = find_place(place, [edition for _, edition in editions_here(document)])
    status = target.status
    state = status.state.value if status is not None else "undecided"
    remarks = sorted(each.value for each in status.remarks) if status is not None else []
    with standard_output():
        words = f" “{target.words}”" if target.words else ""
        write_line(f"{target.label}{words}: {', '.join([state, *remarks])}")
        for line in (*_history_of(status), *_verdicts_on(target), *_not_adoptable(target)):
            write_line(f"  {line}")
    return ExitCode.FINE


def _history_of(status: PlaceStatus | None) -> Iterator[str]:
    """Yield the active decisions, then earlier ones, then comments."""
    if status is None:
        return
    if status.was:
        yield f"decided on “{status.was}”"
    for title, decisions in (("active", status.live), ("before", status.former)):
        yield from _block(title, decisions)
    comments = {comment.id for comment in status.comments}
    for comment in status.comments:
        answers = f", answers {short_id(comment.on)}" if comment.on in comments else ""
        by = f"{comment.by}, {comment.at[:10]}{answers} [{short_id(comment.id)}]"
        yield f"comment: {comment.text} — {by}"


def _verdicts_on(target: DecisionTarget) -> Iterator[str]:
    """Yield the verdicts on the sense of a place, the former ones last."""
    verdicts = target.edition.decisions.verdicts
    place = target.entry.place if target.entry is not None else ""
    here = [one for one in verdicts if one.place == place or one.span == target.span]
    for status in sorted(here, key=lambda one: one.state is VerdictState.FORMER):
        title = "sense before" if status.state is VerdictState.FORMER else "sense"
        yield from _titled(title, full_verdict(status, verdicts))


def _not_adoptable(target: DecisionTarget) -> Iterator[str]:
    """Yield a line for each reading that cannot be adopted alone."""
    for reading in target.readings:
        if note := adoption_note(reading):
            words = f"“{reading.wording}”" if reading.wording else OMITTED
            yield f"{' '.join(reading.sigla)} {words}: {note}"


def _block(title: str, decisions: Sequence[Decision]) -> Iterator[str]:
    """Yield the lines of each decision under a title."""
    for decision in decisions:
        yield from _titled(title, full_text(decision))


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield lines, the first after a title and the others indented."""
    yield f"{title}: {next(lines)}"
    yield from (f"  {line}" for line in lines)
