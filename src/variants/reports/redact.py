"""What a report may tell of editors and their reasons."""

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
    """The edition without what the options keep from its readers.

    For writers that tell all they are given. An anonymous edition has "editor A" for an
    editor's key, and numbers for the files of the log, which are named after editors.
    """
    told = edition.decisions
    if options.anonymous:
        told = _anonymous(told, options)
    if not options.reasons:
        told = _without_reasons(told)
    return replace(edition, decisions=told)


def _anonymous(decisions: Decisions, options: ReportOptions) -> Decisions:
    names = editor_names(decisions, options)
    logs = {writer: f"log {n}" for n, (writer, _) in enumerate(decisions.heads, 1)}

    def renamed(status: PlaceStatus) -> PlaceStatus:
        return replace(
            _decided(status, lambda one: replace(one, by=names[one.by])),
            comments=tuple(replace(one, by=names[one.by]) for one in status.comments),
        )

    return Decisions(
        tuple(map(renamed, decisions.statuses)),
        tuple(replace(rule, by=names[rule.by]) for rule in decisions.rules),
        tuple((logs[writer], head) for writer, head in decisions.heads),
        (),
        tuple(_about(notice, logs) for notice in decisions.notices),
    )


def _about(notice: Notice, logs: dict[str, str]) -> Notice:
    """The notice with no name of a log in it."""
    message = notice.message
    for writer, name in logs.items():
        message = message.replace(writer, name)
    return replace(notice, message=message)


def _without_reasons(decisions: Decisions) -> Decisions:
    return replace(
        decisions,
        statuses=tuple(
            replace(_decided(one, _without_reason), comments=()) for one in decisions.statuses
        ),
        rules=tuple(replace(rule, why="") for rule in decisions.rules),
    )


def _without_reason(decision: Decision) -> Decision:
    return replace(decision, why="", category="", confidence=None, evidence=())


def _decided(status: PlaceStatus, change: Callable[[Decision], Decision]) -> PlaceStatus:
    return replace(
        status,
        live=tuple(map(change, status.live)),
        former=tuple(map(change, status.former)),
    )
