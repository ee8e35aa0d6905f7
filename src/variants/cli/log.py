"""``variants log``: what was decided, by whom, when and why; and whether the log is whole."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.decide import editions_here
from variants.cli.editing import journal_of
from variants.cli.exit_codes import ExitCode
from variants.cli.failures import standard_output, tell
from variants.cli.options import DocumentName, Editor
from variants.cli.screen import write_line
from variants.cli.telling import in_full, line_of, short
from variants.cli.texts import edition_here
from variants.errors import NothingDecided, OneOnly, UnknownEvent

if TYPE_CHECKING:
    from variants.decisions.events import Event
    from variants.decisions.history import History
    from variants.decisions.stores import Store
    from variants.types import Decision, Standing

HELP = """Show the log of decisions, oldest first: all that was ever recorded.

An id is told by its last eight letters, and may be typed so. What is no more in force is marked.

\b
Examples:
  variants log
  variants log show 5.2
  variants log withdraw 8e9ded1f --why "Decided on the wrong sentence."
  variants log check
"""
SHOW_HELP = """Show all that was decided on a place, and how it stands."""
WITHDRAW_HELP = """Put decisions, rules or comments out of force. They stay in the log."""
ERASE_HELP = """Take the words of an event out of the log for good, where they must not be kept.

In its place a line tells that something was taken away, when, by whom and why; the log stays whole,
and a decision counts no more. What git and other copies hold has to be removed there.
"""
CHECK_HELP = """Check that the log is whole and agrees with the texts it is about."""
SEAL_HELP = """Fix the state of the log under a name, so that a later change of it can be seen."""
EXPORT_HELP = """Write the decisions as a table, as lines of JSON, or as Web Annotations."""

Place = Annotated[
    str, typer.Argument(metavar="PLACE", help="5.2, DOC:5.2, words of the seed, or 5:words.")
]
Ids = Annotated[
    list[str], typer.Argument(metavar="ID", help="As the log shows them; several at once.")
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason.", show_default=False)]


class Form(Enum):
    """What the log is exported as."""

    CSV = "csv"
    JSONL = "jsonl"
    ANNOTATIONS = "webannotation"


def log(
    context: typer.Context,
    document: DocumentName = "",
) -> ExitCode:
    """List the whole log, unless one of the other commands follows."""
    if context.invoked_subcommand is not None:
        return ExitCode.FINE
    history, store = _log()
    with standard_output():
        for event in _in_time(history):
            line = line_of(event, document)
            if line:
                ended = "" if history.is_live(event.id) else "  (no more in force)"
                write_line(f"{event.at[:16].replace('T', ' ')}  {line}{ended}")
    _tell_of(history, store)
    return ExitCode.FINE


def show(place: Place, *, document: DocumentName = "") -> ExitCode:
    """Write the history of one place."""
    from variants.cli.places import find_place  # noqa: PLC0415 - brings heavy libraries

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


def withdraw(ids: Ids, *, why: Why = "", editor: Editor = "") -> ExitCode:
    """Record that some events hold no more."""
    _log()
    with journal_of(edition_here().root, editor) as journal:
        names = [full_id(journal.history, each) for each in ids]
        event = journal.withdraw(names, why)
    with standard_output():
        shown = ", ".join(short(name) for name in names)
        write_line(f"withdrawn: {shown}, {event.by} [{short(event.id)}]")
    return ExitCode.FINE


def erase(
    name: Annotated[str, typer.Argument(metavar="ID", help="As the log shows it.")],
    *,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is kept.")],
    editor: Editor = "",
) -> ExitCode:
    """Put a stub where an event stands."""
    _log()
    with journal_of(edition_here().root, editor) as journal:
        full = full_id(journal.history, name)
        writer, number = journal.history.where(full)
        journal.erase(full, why)
    with standard_output():
        write_line(f"erased: {writer}.jsonl:{number} [{short(full)}]")
    return ExitCode.FINE


def check() -> ExitCode:
    """Look at every line, every chain and every text."""
    from variants.decisions.checking import check_log  # noqa: PLC0415 - brings pydantic

    history, store = _log()
    problems = check_log(history, store)
    with standard_output():
        for problem in problems:
            write_line(str(problem))
        if not problems:
            heads = ", ".join(f"{writer} {head[:15]}" for writer, head in history.heads)
            write_line(f"The log is whole: {history.count} events; {heads}.")
    _tell_of(history, store)
    return ExitCode.LOG if any(each.grave for each in problems) else ExitCode.FINE


def seal(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help='What the state is called ("first proofs").')
    ] = "",
    *,
    editor: Editor = "",
) -> ExitCode:
    """Write down where carried decisions stand now, then the ends of all chains."""
    from variants.cli.carried import carried_anchors  # noqa: PLC0415 - brings heavy libraries

    _log()
    editions = [edition for _, edition in editions_here("")]
    anchors = [anchor for edition in editions for anchor in carried_anchors(edition)]
    with journal_of(edition_here().root, editor) as journal:
        if anchors:
            journal.confirm(anchors)
        event = journal.seal(name)
    with standard_output():
        for writer, head in journal.history.heads:
            if writer.rpartition("-")[0] != event.by:
                write_line(f"sealed: {writer} {head}")
        write_line(f"sealed: {journal.history.count} events [{short(event.id)}]")
    return ExitCode.FINE


def export(
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="For whom it is.")] = Form.CSV,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
    document: DocumentName = "",
) -> ExitCode:
    """Write the log, or how its places stand, for other programs."""
    content = _exported(form, document)
    if output is None:
        with standard_output():
            sys.stdout.write(content)
    else:
        from variants.writers.files import replace_file  # noqa: PLC0415 - only with -o

        replace_file(output, content.encode("utf-8", "surrogatepass"))
    return ExitCode.FINE


def full_id(history: History, given: str) -> str:
    """The id that ends, or begins, as was typed.

    Raises:
        UnknownEvent: There is none, or several.
    """
    names = [event.id for event in history.events()]
    found = [name for name in names if name.endswith(given) or name.startswith(given)]
    if len(found) != 1:
        raise UnknownEvent(given, what="one event" if found else "event")
    return found[0]


def _log() -> tuple[History, Store]:
    """The log of the edition here, which has to hold something, and where it is kept."""
    from variants.established import read_log  # noqa: PLC0415 - brings pydantic

    history, store = read_log(edition_here().root)
    if not history.count:
        _tell_of(history, store)
        raise NothingDecided
    return history, store


def _tell_of(history: History, store: Store) -> None:
    """Tell what is to be known of the log as a whole."""
    from variants.established import notices_of  # noqa: PLC0415 - brings the log

    tell(notices_of(edition_here().root, history, store))


def _exported(form: Form, document: str) -> str:
    if form is Form.JSONL:
        _log()
        return "".join(f"{line}\n" for line in _store_lines())
    from variants.writers.table import write_csv  # noqa: PLC0415 - as all that follow
    from variants.writers.webannotation import write_annotations  # noqa: PLC0415
    from variants.writers.writer import ReportOptions  # noqa: PLC0415

    _log()
    editions = [edition for _, edition in editions_here(document)]
    if len(editions) > 1:
        names = [edition.name for edition in editions]
        raise OneOnly(names, form=form.value, what="document", option="--doc")
    file = io.BytesIO()
    write = write_csv if form is Form.CSV else write_annotations
    write(editions[0], ReportOptions(), file)
    return file.getvalue().decode()


def _store_lines() -> Iterator[str]:
    """The lines of all files of the log as they stand, each once, in the order of time."""
    import json  # noqa: PLC0415 - for this only

    from variants.established import store_of  # noqa: PLC0415

    news = store_of(edition_here().root).news()
    lines = {line for part in news.values() for line in part}
    decoded = (line.decode("utf-8", "replace") for line in lines)

    def when(line: str) -> tuple[str, str]:
        try:
            fields = json.loads(line)
        except ValueError:
            return "", line
        return str(fields.get("at", "")), str(fields.get("id", ""))

    yield from sorted(decoded, key=when)


def _in_time(history: History) -> list[Event]:
    # Of one second, in the order of their file.
    return sorted(history.events(), key=lambda event: event.at)


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
