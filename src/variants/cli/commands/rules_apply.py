"""``variants rules apply``: decisions for the places of a house rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.event_text import decision_line, short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, DryRun, Editor, RuleKey, Yes
from variants.cli.recording import confirmed, record
from variants.cli.rule_places import beside_rule, drafts_for_rule
from variants.errors import UnknownName
from variants.errors.lists import counted
from variants.types.status import Rule

if TYPE_CHECKING:
    from variants.anchors.drafting import DecisionTarget
    from variants.types.decision import Decision
    from variants.types.edition import Edition

HELP = """Record decisions for the undecided places of a rule.

The places are listed, and an ordinary decision is recorded for each after you confirm. Places where
the words of the rule are only a part of the difference are not taken, and are named.
"""


def apply(
    key: RuleKey,
    *,
    yes: Yes = False,
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Record a decision for each undecided place of a rule, after confirmation."""
    for root, edition in editions_here(document):
        rule = _rule_of(edition, key)
        drafts = drafts_for_rule(edition, rule)
        _show("would record", drafts)
        _show_rest(edition, rule, drafts)
        if not drafts:
            continue
        if dry_run or not (yes or confirmed(len(drafts))):
            continue
        _record(root, editor, drafts, edition)
    return ExitCode.FINE


def _record(
    root: Path, editor: str, drafts: list[tuple[DecisionTarget, Decision]], edition: Edition
) -> None:
    recorded = record(root, editor, [decision for _, decision in drafts], edition)
    with standard_output():
        batch = short_id(recorded[0].batch)
        write_line(f"recorded: {counted(len(recorded), 'decision')}, batch {batch}")


def _show(what: str, drafts: list[tuple[DecisionTarget, Decision]]) -> None:
    with standard_output():
        for target, decision in drafts:
            write_line(f"{what}: {decision_line(target.label, decision)}")


def _show_rest(edition: Edition, rule: Rule, drafts: list[tuple[DecisionTarget, Decision]]) -> None:
    """Print the places that the rule does not decide, and a line if it decides none."""
    with standard_output():
        for place in beside_rule(edition, rule):
            write_line(f"not taken: {place}")
        if not drafts:
            write_line(f"nothing to record: {edition.name} has no undecided places of {rule.key}")


def _rule_of(edition: Edition, key: str) -> Rule:
    found = [rule for rule in edition.decisions.rules if rule.key == key]
    if not found:
        raise UnknownName(key, [rule.key for rule in edition.decisions.rules], what="rule")
    return found[-1]
