"""Removal of editors' names and reasons from a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from variants.reports.editor_names import editor_names
from variants.reports.writer import ReportOptions
from variants.types.decision import Decision
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.status import Decisions, PlaceStatus


def redact(edition: Edition, options: ReportOptions) -> Edition:
    """Return the edition without the names or reasons that the options exclude.

    In an anonymous edition, "editor A" replaces an editor's key, and the files of the log, which
    are named after editors, are numbered.
    """
    decisions = edition.decisions
    if options.anonymous:
        decisions = _anonymous(decisions, options)
    if not options.reasons:
        decisions = _without_reasons(decisions)
    return replace(edition, decisions=decisions)


def _anonymous(decisions: Decisions, options: ReportOptions) -> Decisions:
    names = editor_names(decisions, options)
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
    )


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
