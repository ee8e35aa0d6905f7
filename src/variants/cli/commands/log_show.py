"""``variants log show``: the history of one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.event_text import (
    decision_line,
    endings,
    event_line,
    full_text,
    full_verdict,
    short_id,
)
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, Place
from variants.errors import NoSuchPlace
from variants.types.decision import Decision
from variants.types.span import squeeze
from variants.types.status import State, VerdictState
from variants.wording.passage_notes import adoption_note
from variants.wording.states import within_status
from variants.wording.terms import OMITTED

if TYPE_CHECKING:
    from variants.anchors.drafting import DecisionTarget
    from variants.log.history import History
    from variants.types.edition import Edition
    from variants.types.status import PlaceStatus, VerdictStatus

Endings: TypeAlias = Callable[[str], Iterable[str]]
"""Returns a line for each event that replaced or withdrew the one with an id."""

_ENOUGH = 4
"""Least number of characters of an id."""

HELP = """Show the decisions and verdicts on a place, and its state.

The id of a decision or verdict shows the place that it is on, also if its words are lost.
"""


def show(place: Place, *, document: DocumentName = "") -> ExitCode:
    """Print the state of a place, its decisions, verdicts and comments."""
    from variants.cli.place_lookup import find_place  # noqa: PLC0415 - imports heavy libraries

    editions = editions_here(document)
    ends = _endings_in({root for root, _ in editions})
    try:
        lines = lines_of_place(find_place(place, [edition for _, edition in editions]), ends)
    except NoSuchPlace:
        found = list(_of_id(place, editions, ends))
        if not found:
            raise
        lines = found
    with standard_output():
        for number, line in enumerate(lines):
            write_line(f"  {line}" if number else line)
    return ExitCode.FINE


def _endings_in(roots: Iterable[Path]) -> Endings:
    """Return a function that yields how an event ceased to be active; it reads the log once."""
    from variants.project.load import read_log  # noqa: PLC0415 - imports the log

    @cache
    def histories() -> tuple[History, ...]:
        return tuple(read_log(root)[0] for root in roots)

    def ends(name: str) -> Iterator[str]:
        for history in histories():
            yield from endings(history, name)

    return ends


def lines_of_place(target: DecisionTarget, ends: Endings) -> list[str]:
    """Return the lines about a place, the first without those that follow it."""
    status = target.status
    around = None if status is not None and status.live else target.around
    words = f" “{target.words}”" if target.words else ""
    heading = f"{target.label}{words}: {', '.join(_state_of(target, status, around))}"
    history = (
        *_history_of(status, ends),
        *_overlapping(target),
        *_history_of(around, ends),
    )
    return [heading, *history, *_verdicts_on(target, ends), *_not_adoptable(target)]


def _overlapping(target: DecisionTarget) -> Iterator[str]:
    """Yield a line for each decision that would change some of the words too, in a conflict."""
    from variants.anchors.status import effect_of  # noqa: PLC0415 - imports heavy libraries
    from variants.cli.place_lookup import labels_of  # noqa: PLC0415

    status = target.status
    if status is None or status.state is not State.CONFLICT:
        return
    if len({effect_of(each) for each in status.live}) > 1:
        return  # The decisions on the place itself are the conflict.
    labels = labels_of(target.edition)
    for other in target.edition.changes_overlapping(target.span):
        for decision in other.live if other is not status else ():
            yield f"in conflict with: {decision_line(labels[other.place], decision)}"


def _state_of(
    target: DecisionTarget, status: PlaceStatus | None, around: PlaceStatus | None
) -> Iterator[str]:
    """Yield the state of a place, its remarks, and the decided words that it is inside of."""
    decided = around or status
    yield _state_by(decided) if decided is not None else State.UNDECIDED.value
    yield from sorted(each.value for each in status.remarks) if status is not None else ()
    if around is not None:
        collation = target.edition.collation
        labels = {entry.place: entry.label for entry in collation.entries}
        yield within_status(around, labels, collation.seed.witness.text)
    elif entry := target.entry_around():
        lemma = entry.lemma.words_of(target.edition.collation.seed.witness.text)
        yield f"inside place {entry.label} “{lemma}”"


def _state_by(status: PlaceStatus) -> str:
    """Return a state, and who agreed with whom if several editors did."""
    first, *others = dict.fromkeys(each.by for each in status.live) or ("",)
    if not others or status.state in (State.CONFLICT, State.STALE, State.LOST):
        return status.state.value
    return f"{status.state.value} by {first}, agreed by {', '.join(others)}"


def _of_id(given: str, editions: Sequence[tuple[Path, Edition]], ends: Endings) -> Iterator[str]:
    """Yield the lines about the place of an event; nothing if no event has this id."""
    for _, edition in editions:
        for status in edition.decisions.statuses:
            ids = [each.id for each in (*status.live, *status.former)]
            if status.place == given or any(map(_has_id(given), ids)):
                yield from _of_status(edition, status, ends)
                return
        for verdict in edition.decisions.verdicts:
            if _has_id(given)(verdict.verdict.id):
                yield from _of_verdict(edition, verdict, ends)
                return
    for root in {root for root, _ in editions}:
        yield from _of_unplaced(given, root)


def _of_status(edition: Edition, status: PlaceStatus, ends: Endings) -> list[str]:
    """Return the lines about a place with decisions, which may be lost."""
    from variants.anchors.drafting import DecisionTarget  # noqa: PLC0415 - imports heavy libraries
    from variants.cli.place_lookup import labels_of  # noqa: PLC0415

    if status.span is not None:
        entries = {entry.place: entry for entry in edition.collation.entries}
        target = DecisionTarget(edition, status.span, entries.get(status.place))
        return lines_of_place(target, ends)
    heading = f"{labels_of(edition)[status.place]}: {status.state.value}"
    return [heading, *_history_of(status, ends)]


def _of_verdict(edition: Edition, status: VerdictStatus, ends: Endings) -> list[str]:
    """Return the lines about the place of a verdict, which may be lost."""
    from variants.anchors.drafting import DecisionTarget  # noqa: PLC0415 - imports heavy libraries

    if status.span is not None:
        return lines_of_place(DecisionTarget.at(edition, status.span), ends)
    anchor = status.verdict.anchor
    heading = f"{edition.name}:{anchor.sentence} “{squeeze(anchor.quote.exact)}”: lost"
    lines = full_verdict(status, edition.decisions.verdicts)
    return [heading, *_titled("sense", lines)]


def _of_unplaced(given: str, root: Path) -> Iterator[str]:
    """Yield the lines about a decision or verdict on a document that the edition does not have."""
    from variants.cli.unplaced import followed_log, unplaced_here  # noqa: PLC0415 - imports the log

    followed = followed_log(root)
    left = unplaced_here(root, followed) if followed is not None else ()
    for each in left:
        if followed is not None and _has_id(given)(each.id):
            event = followed.history.event(each.id)
            anchor = each.anchor
            words = f" “{squeeze(anchor.quote.exact)}”"
            yield f"{anchor.document}:{anchor.sentence}{words}: without a place"
            if isinstance(each, Decision):
                yield from _titled("active", full_text(each))
            elif event is not None:
                yield event_line(event)
            return


def _has_id(given: str) -> Callable[[str], bool]:
    """Return a test for ids that begin or end with the characters given, if these are enough."""
    return lambda name: len(given) >= _ENOUGH and (name.endswith(given) or name.startswith(given))


def _history_of(status: PlaceStatus | None, ends: Endings) -> Iterator[str]:
    """Yield the active decisions, then earlier ones, then comments."""
    if status is None:
        return
    if status.was:
        yield f"decided on “{status.was}”"
    settled = status.state is not State.CONFLICT
    first, others = (status.live[:1], status.live[1:]) if settled else (status.live, ())
    for title, decisions in (("active", first), ("agreed", others)):
        for decision in decisions:
            yield from _titled(title, full_text(decision))
    for decision in status.former:
        yield from _titled("before", chain(full_text(decision), ends(decision.id)))
    comments = {comment.id for comment in status.comments}
    for comment in status.comments:
        answers = f", answers {short_id(comment.on)}" if comment.on in comments else ""
        by = f"{comment.by}, {comment.at[:10]}{answers} [{short_id(comment.id)}]"
        yield f"comment: {comment.text} — {by}"


def _verdicts_on(target: DecisionTarget, ends: Endings) -> Iterator[str]:
    """Yield the verdicts on the sense of a place, the former ones last."""
    verdicts = target.edition.decisions.verdicts
    place = target.entry.place if target.entry is not None else ""
    here = [one for one in verdicts if one.place == place or one.span == target.span]
    for status in sorted(here, key=lambda one: one.state is VerdictState.FORMER):
        lines = full_verdict(status, verdicts)
        if status.state is VerdictState.FORMER:
            yield from _titled("sense before", chain(lines, ends(status.verdict.id)))
        else:
            yield from _titled("sense", lines)


def _not_adoptable(target: DecisionTarget) -> Iterator[str]:
    """Yield a line for each reading that cannot be adopted alone."""
    for reading in target.readings:
        if note := adoption_note(reading):
            words = f"“{reading.wording}”" if reading.wording else OMITTED
            yield f"{' '.join(reading.sigla)} {words}: {note}"


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield lines, the first after a title and the others indented."""
    yield f"{title}: {next(lines)}"
    yield from (f"  {line}" for line in lines)
