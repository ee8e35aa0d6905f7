"""``variants status``: numbers of places by state, and places that need attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName
from variants.cli.unplaced import unplaced_lines
from variants.cli.verdict_summary import TROUBLED_VERDICTS, verdict_lines
from variants.errors.lists import listed
from variants.types.status import Remark, State
from variants.wording.hidden_wording import amount_of, hidden_wording, sense_parts
from variants.wording.passage_notes import count
from variants.wording.states import within_words
from variants.wording.terms import ADDED, LIKELY, OMITTED
from variants.wording.text_runs import shortened

if TYPE_CHECKING:
    from variants.types.collation import Entry
    from variants.types.edition import Edition
    from variants.types.status import PlaceStatus

HELP = """Show how many places are decided, open or in conflict.

Places that need attention are listed: decisions in conflict, disputed verdicts on the sense, and
those whose words have changed (stale) or are missing (lost); last, decisions on documents that the
edition does not have. With --check the exit code is 1 if there are any, for scripts and commit
hooks. With --require-decided it is 1 unless every place is
decided.

\b
Examples:
  variants status
  variants status --check
  variants status --require-decided
"""
_TROUBLE = (State.CONFLICT, State.STALE, State.LOST)
_NEXT = 5
"""Undecided places that are listed, first those that are likely to touch the sense."""


def status(
    *,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Exit with 1 if decisions or verdicts are in conflict, stale, lost or "
            "without a place.",
        ),
    ] = False,
    require_decided: Annotated[
        bool,
        typer.Option("--require-decided", help="Exit with 1 unless every place is decided."),
    ] = False,
    document: DocumentName = "",
) -> ExitCode:
    """Write a summary of each document."""
    editions = editions_here(document)
    for number, (_, edition) in enumerate(editions):
        lines = list(summary(edition))  # First, so that a failure leaves no output.
        with standard_output():
            if number:
                write_line("")
            for line in lines:
                write_line(line)
    left = [line for root in {root for root, _ in editions} for line in unplaced_lines(root)]
    with standard_output():
        for line in left:
            write_line(line)
    troubled = check and (bool(left) or any(_is_troubled(edition) for _, edition in editions))
    undecided = require_decided and not all(_is_decided(edition) for _, edition in editions)
    return ExitCode.DIFFERENT if troubled or undecided else ExitCode.FINE


def _is_troubled(edition: Edition) -> bool:
    """Return True if a decision or a verdict needs attention."""
    decisions = edition.decisions
    return any(one.state in _TROUBLE for one in decisions.statuses) or any(
        one.state in TROUBLED_VERDICTS for one in decisions.verdicts
    )


def _is_decided(edition: Edition) -> bool:
    """Return True if every place is decided."""
    states = edition.states().values()
    others = (one.state for one in edition.places_without_entry())
    return all(state is State.DECIDED for state in (*states, *others))


def summary(edition: Edition) -> Iterator[str]:
    """Yield the lines about a document: counts, then each place that needs attention."""
    from variants.classify.ignored_kinds import ignored_line  # noqa: PLC0415 - imports the classifier

    entries, states = edition.places_to_decide, edition.states()
    undecided = [entry for entry in entries if states[entry.place] is State.UNDECIDED]
    here = Counter(states[entry.place] for entry in entries)
    places = count(len(entries), "place") if entries else "no place"
    yield f"{edition.name}: {places} where the texts differ{f': {_counts(here)}' if here else ''}"
    yield from _sense_line(entries, undecided)
    yield from _other_lines(edition.state_counts() - here)
    yield from _within_lines(edition)
    yield from _open_lines(edition)
    yield from verdict_lines(edition)
    heavy = {entry.place for entry in sense_parts(undecided)}
    undecided.sort(key=lambda entry: entry.place not in heavy)  # Stable: in order otherwise.
    if undecided:
        shown = ", ".join(_entry_words(edition, entry) for entry in undecided[:_NEXT])
        yield f"  next: {shown}{' …' if len(undecided) > _NEXT else ''}"
    yield from _unlisted(undecided)
    ignored = ignored_line(edition.collation.passages)
    if ignored:
        yield f"  {ignored}"


def _other_lines(counts: Counter[State]) -> Iterator[str]:
    """Yield the numbers of decided places where the texts do not differ, by state."""
    lost = counts.pop(State.LOST, 0)
    if counts:
        yield f"  on other words of the seed: {_counts(counts)}"
    if lost:
        yield f"  on words that the seed no longer has: {lost} {State.LOST.value}"


def _counts(counts: Mapping[State, int]) -> str:
    return ", ".join(f"{counts[state]} {state.value}" for state in State if counts.get(state))


def _sense_line(entries: Sequence[Entry], undecided: Sequence[Entry]) -> Iterator[str]:
    """Yield the number of places that are likely to touch the sense, if there are any."""
    heavy, waiting = (sum(1 for _ in sense_parts(some)) for some in (entries, undecided))
    if heavy:
        yield f"  {LIKELY}: {heavy} of them, {waiting} undecided"


def _unlisted(undecided: Sequence[Entry]) -> Iterator[str]:
    """Yield a line about the other wording at undecided places that are not listed, if any."""
    listed_now = undecided[:_NEXT]
    hidden = hidden_wording(undecided, [*sense_parts(undecided[_NEXT:]), *listed_now])
    if hidden is not None and len(undecided) > _NEXT:
        yield f"  after these: {amount_of(hidden)}"


def _open_lines(edition: Edition) -> Iterator[str]:
    """Yield a line for each decided place that needs attention, by state."""
    from variants.cli.place_lookup import labels_of  # noqa: PLC0415 - imports heavy libraries

    labels = labels_of(edition) if edition.decisions.statuses else {}
    for state in (*_TROUBLE, State.QUERY, State.DEFERRED):
        for status in edition.decisions.statuses:
            if status.state is state:
                yield f"  {state.value}: {_open_line(edition, status, labels)}"
    with_new = [
        status
        for status in edition.decisions.statuses
        if status.state is State.DECIDED and Remark.NEW_READING in status.remarks
    ]
    entries = {entry.place: entry for entry in edition.collation.entries} if with_new else {}
    for status in with_new:
        line = f"{_open_line(edition, status, labels)}; {_unseen(edition, status, entries)}"
        yield f"  {Remark.NEW_READING.value}: {line}"


def _unseen(edition: Edition, status: PlaceStatus, entries: Mapping[str, Entry]) -> str:
    """Return the readings that are new at a decided place: ``now D “war pilots”``."""
    from variants.anchors.status import unseen_readings  # noqa: PLC0415 - imports the log

    entry = entries.get(status.place)
    found = unseen_readings(edition.collation, entry, status.span, status.live)
    readings = (
        f"{' '.join(one.sigla)} {f'“{one.wording}”' if one.wording else OMITTED}" for one in found
    )
    return f"now {', '.join(readings)}"


def _within_lines(edition: Edition) -> Iterator[str]:
    """Yield a line with the entries that count as decided because words around them are."""
    within = within_words(edition)
    entries = [entry for entry in edition.collation.entries if entry.place in within]
    if entries:
        listed_entries = [f"{_entry_words(edition, e)} {within[e.place]}" for e in entries]
        yield f"  inside decided words: {listed(listed_entries)}"


def _open_line(edition: Edition, status: PlaceStatus, labels: Mapping[str, str]) -> str:
    """Return the label and words of a place, what was decided, and by whom."""
    # Only after decisions, since it imports the log.
    from variants.cli.event_text import decision_summary, short_id  # noqa: PLC0415

    was = status.was or (status.live[0].anchor.quote.exact if status.span is None else "")
    now = status.span.of(edition.collation.seed.witness.text) if status.span else ""
    words = f" “{' '.join(now.split())}”" if now else ""
    before = f", decided on “{' '.join(was.split())}”" if was else ""
    # Words that are lost have no label, so the decision is opened by its id.
    by = "; ".join(
        f"{decision_summary(each)}, {each.by}"
        f"{f' [{short_id(each.id)}]' if status.span is None else ''}"
        for each in status.live
    )
    cause = f" ({cause})" if (cause := _cause(edition, status)) else ""
    return f"{labels[status.place]}{words}{before}: {by}{cause}"


def _cause(edition: Edition, status: PlaceStatus) -> str:
    """Return why a decision is stale although the seed has its words; else nothing."""
    if status.state is not State.STALE or status.was:
        return ""
    if Remark.WITNESS_CHANGED in status.remarks:
        wordings = (one.wording for one in status.live)
        cited = list(dict.fromkeys(siglum for one in wordings if one for siglum in one.sigla))
        if not {*cited} & {cut.witness.siglum for cut in edition.collation.others}:
            return f"the document no longer has {listed(cited)}"
        return f"{listed(cited)} no longer {'reads' if len(cited) == 1 else 'read'} so"
    if Remark.PARTED in status.remarks:
        return Remark.PARTED.value
    return "the words around it have changed"


def _entry_words(edition: Edition, entry: Entry) -> str:
    """Return the label of an entry and the seed's words, or those that a witness adds."""
    words = entry.lemma.words_of(edition.collation.seed.witness.text)
    if words:
        return f"{entry.label} “{shortened(words)}”"
    return f"{entry.label} {ADDED} “{shortened(entry.readings[0].wording)}”"
