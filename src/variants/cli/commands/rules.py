"""``variants rules``: house rules, and the places that they apply to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer  # noqa: TC002 - Typer reads the annotation

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import log_line, standard_output
from variants.cli.event_text import short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName
from variants.cli.rule_places import beside_rule, drafts_for_rule
from variants.cli.settings_rules import (
    CLASSIFIES_NOTHING,
    IGNORES_NOTHING,
    classified_readings,
    ignored_passages,
    rule_lines,
)
from variants.cli.sources import edition_here
from variants.types.status import Rule

if TYPE_CHECKING:
    from variants.types.edition import Edition

HELP = """Show the house rules and their undecided places.

A house rule has pairs of wordings, such as two forms of a name, and a decision for places where the
seed has one and a witness the other. It decides nothing by itself: apply it to record an ordinary
decision for each place, which can be changed individually.

The rules [[classify]] and [[ignore]] of variants.toml follow, each with the number of readings that
name it, or of passages that it sets aside. A note names those that apply to nothing.

\b
Examples:
  variants rules add R1 "Names in pinyin" --pair "Gao Gang=Kao Kang" --class name --keep
  variants rules
  variants rules apply R1
"""


def rules(context: typer.Context, document: DocumentName = "") -> ExitCode:
    """List the active rules."""
    if context.invoked_subcommand is not None:
        return ExitCode.FINE
    editions = [edition for _, edition in editions_here(document)]
    listed = editions[0].decisions.rules if editions else ()
    with standard_output():
        for rule in listed:
            why = f" — {rule.why}" if rule.why else ""
            write_line(f"{rule.key}: {rule.title}{why}, {rule.by} [{short_id(rule.id)}]")
            if not rule.pairs:
                write_line(f"  class {rule.variant_class}: {rule.action.value}")
            for ours, theirs in rule.pairs:
                write_line(f"  {ours} = {theirs}: {rule.action.value}")
            for edition in editions:
                _list_places(edition, rule)
        _list_settings(editions, any_house_rule=bool(listed))
    return ExitCode.FINE


def _list_settings(editions: Sequence[Edition], *, any_house_rule: bool) -> None:
    """Print the rules of ``variants.toml``, and a note for each that applies to nothing."""
    classified = classified_readings(edition_here().settings.rules, editions)
    ignored = ignored_passages(editions)
    for line in (
        *rule_lines("classify", "reading", classified, editions),
        *rule_lines("ignore", "passage", ignored, editions),
    ):
        write_line(line)
    for found, problem in ((classified, CLASSIFIES_NOTHING), (ignored, IGNORES_NOTHING)):
        for name, counts in found.items():
            if not any(counts):
                log_line("note", f"The rule “{name}” of variants.toml {problem}")
    if not (any_house_rule or classified or ignored):
        write_line("no rules: make a house rule with variants rules add")


def _list_places(edition: Edition, rule: Rule) -> None:
    """Print how many places a rule decided, and the labels of its undecided places."""
    drafts = drafts_for_rule(edition, rule)
    live = (each for status in edition.decisions.statuses for each in status.live)
    done = sum(decision.rule == rule.id for decision in live)
    labels = ", ".join(target.label for target, _ in drafts)
    waiting = f"; undecided: {labels}" if labels else ""
    write_line(f"  {edition.name}: {done} decided{waiting}")
    for place in beside_rule(edition, rule):
        write_line(f"  not taken: {place}")
