"""Removal of editors' names and reasons from a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from variants.reports.editor_names import editor_names
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation, Entry, Reading
from variants.types.decision import Decision
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.status import Decisions, PlaceStatus

_UNKNOWN = "editor"
"""Name of an editor whose verdict is in a comparison that was read without its log."""


def redact(edition: Edition, options: ReportOptions) -> Edition:
    """Return the edition without the names or reasons that the options exclude.

    In an anonymous edition, "editor A" replaces an editor's key, and the files of the log, which
    are named after editors, are numbered.
    """
    decisions, collation = edition.decisions, edition.collation
    if options.anonymous:
        names = editor_names(decisions, options)
        decisions = _anonymous(decisions, names)
        collation = _without_editors(collation, names)
    if not options.reasons:
        decisions = _without_reasons(decisions)
    return replace(edition, decisions=decisions, collation=collation)


def _anonymous(decisions: Decisions, names: Mapping[str, str]) -> Decisions:
    logs = {writer: f"log {n}" for n, (writer, _) in enumerate(decisions.heads, 1)}

    def renamed(status: PlaceStatus) -> PlaceStatus:
        return replace(
            _with_decisions(status, lambda one: replace(one, by=names[one.by])),
            comments=tuple(replace(one, by=names[one.by]) for one in status.comments),
        )

    return Decisions(
        tuple(map(renamed, decisions.statuses)),
        tuple(replace(rule, by=names[rule.by]) for rule in decisions.rules),
        tuple((logs[writer], head) for writer, head in decisions.heads),
        (),
        tuple(_without_log_names(notice, logs) for notice in decisions.notices),
        tuple(
            replace(each, verdict=replace(each.verdict, by=names[each.verdict.by]))
            for each in decisions.verdicts
        ),
    )


def _without_editors(collation: Collation, names: Mapping[str, str]) -> Collation:
    """Return the collation with other names of the editors whose verdicts its readings have."""
    if not any(_is_judged(reading) for entry in collation.entries for reading in entry.readings):
        return collation

    def renamed(entry: Entry) -> Entry:
        readings = tuple(_renamed(reading, names) for reading in entry.readings)
        return replace(entry, readings=readings)

    passages = tuple(
        replace(
            passage,
            entries=tuple(map(renamed, passage.entries)),
            ignored=tuple(map(renamed, passage.ignored)),
        )
        for passage in collation.passages
    )
    return replace(collation, passages=passages)


def _is_judged(reading: Reading) -> bool:
    sense = reading.sense
    return sense is not None and bool(sense.editors or sense.disputed_by)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    sense = reading.sense
    if sense is None or not _is_judged(reading):
        return reading
    # An anonymous name has the word "editor" already.
    by = ", ".join(names.get(key, _UNKNOWN) for key in sense.editors) or sense.by
    disputed_by = tuple(sorted(names.get(key, _UNKNOWN) for key in sense.disputed_by))
    return replace(reading, sense=replace(sense, by=by, disputed_by=disputed_by))


def _without_log_names(notice: Notice, logs: dict[str, str]) -> Notice:
    """Return the notice with the names of log files replaced."""
    message = notice.message
    for writer, name in logs.items():
        message = message.replace(writer, name)
    return replace(notice, message=message)


def _without_reasons(decisions: Decisions) -> Decisions:
    return replace(
        decisions,
        statuses=tuple(
            replace(_with_decisions(one, _without_reason), comments=())
            for one in decisions.statuses
        ),
        rules=tuple(replace(rule, why="") for rule in decisions.rules),
        verdicts=tuple(
            replace(each, verdict=replace(each.verdict, why="", evidence=()))
            for each in decisions.verdicts
        ),
    )


def _without_reason(decision: Decision) -> Decision:
    return replace(decision, why="", category="", confidence=None, evidence=())


def _with_decisions(status: PlaceStatus, change: Callable[[Decision], Decision]) -> PlaceStatus:
    """Return the status with ``change`` applied to each of its decisions."""
    return replace(
        status,
        live=tuple(map(change, status.live)),
        former=tuple(map(change, status.former)),
    )
