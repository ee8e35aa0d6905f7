"""Verdicts on the sense, recorded by ``variants decide``."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from variants.cli.console import write_line
from variants.cli.edition_access import place_here
from variants.cli.errors import standard_output
from variants.cli.event_text import verdict_event_line
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import journal_of
from variants.errors import OneChoiceOnly, OptionNotApplicable

if TYPE_CHECKING:
    from variants.anchors.verdict_drafts import Judgement
    from variants.types.verdict import SenseVerdict


class YesNo(Enum):
    """An answer."""

    YES = "yes"
    NO = "no"


def refuse_beside_verdict(choices: Sequence[str], options: Sequence[str]) -> None:
    """Refuse options that do not fit ``--touches-sense``.

    Args:
        choices: Options given that choose a decision.
        options: Options given that only decisions have.
    """
    if choices:
        raise OneChoiceOnly([*choices, "--touches-sense"])
    for option in options:
        raise OptionNotApplicable(
            option=option,
            to="--touches-sense",
            hint="A verdict on the sense takes --reading, --why and --evidence.",
        )


def judge_place(
    place: str, judgement: Judgement, *, editor: str, document: str, dry_run: bool
) -> ExitCode:
    """Record a verdict on the readings of a place."""
    from variants.anchors.verdict_drafts import draft_verdicts, replacing_own  # noqa: PLC0415

    root, target = place_here(place, document)
    drafts = draft_verdicts(target, judgement)
    if dry_run:
        _show("would record", target.label, drafts)
        return ExitCode.FINE
    with journal_of(root, editor) as journal:
        own = replacing_own(drafts, target, journal.editor)
        recorded = journal.judge(own, target.edition.collation)
    _show("recorded", target.label, recorded)
    return ExitCode.FINE


def _show(what: str, place: str, verdicts: Sequence[SenseVerdict]) -> None:
    """Print a line for each verdict."""
    with standard_output():
        for verdict in verdicts:
            write_line(f"{what}: {verdict_event_line(place, verdict)}")
