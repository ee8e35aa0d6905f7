"""``variants rules``: house rules, and the places that they are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.decide import DryRun, Yes, confirmed, editions_here, record
from variants.cli.editing import journal_of
from variants.cli.exit_codes import ExitCode
from variants.cli.failures import standard_output
from variants.cli.options import DocumentName, Editor
from variants.cli.screen import write_line
from variants.cli.telling import short, told
from variants.cli.texts import edition_here
from variants.errors import BadPair, UnknownName
from variants.types import Action, Rule, VariantClass

if TYPE_CHECKING:
    from variants.decisions.drafting import Target
    from variants.types import Decision, Edition

HELP = """Show the house rules, with the places that each is about.

A rule names pairs of wordings, such as two forms of a name, and what is done where the seed has one
and a witness the other. It decides nothing by itself: apply it, and it becomes ordinary decisions,
each of which can be changed alone.

\b
Examples:
  variants rules add R1 "Names in pinyin" --pair "Gao Gang=Kao Kang" --class name --keep
  variants rules
  variants rules apply R1
"""
ADD_HELP = """Make a house rule, or change the one of the same key."""
APPLY_HELP = """Record decisions for all places that a rule is about and on which nobody decided."""

Key = Annotated[str, typer.Argument(metavar="KEY", help="Its short name, such as R1.")]


def rules(context: typer.Context, document: DocumentName = "") -> ExitCode:
    """List the rules in force."""
    if context.invoked_subcommand is not None:
        return ExitCode.FINE
    editions = [edition for _, edition in editions_here(document)]
    listed = editions[0].decisions.rules if editions else ()
    with standard_output():
        for rule in listed:
            why = f" — {rule.why}" if rule.why else ""
            write_line(f"{rule.key}: {rule.title}{why}, {rule.by} [{short(rule.id)}]")
            for ours, theirs in rule.pairs:
                write_line(f"  {ours} = {theirs}: {rule.action.value}")
            for edition in editions:
                _list_places(edition, rule)
    return ExitCode.FINE


def add(  # noqa: PLR0913 - each is an option
    key: Key,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What it says, for people.")],
    *,
    pair: Annotated[
        list[str],
        typer.Option("--pair", metavar="SEED=OTHER", help="Two wordings; several pairs at once."),
    ],
    variant_class: Annotated[
        VariantClass | None,
        typer.Option("--class", help="Only readings of this class.", show_default=False),
    ] = None,
    adopt: Annotated[
        bool, typer.Option("--adopt/--keep", help="Take the other's words, or keep the seed's.")
    ] = False,
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="The reason.", show_default=False)
    ] = "",
    editor: Editor = "",
) -> ExitCode:
    """Record a rule, in the place of those with its key."""
    pairs = tuple(_parse_pair(each) for each in pair)
    action = Action.ADOPT if adopt else Action.KEEP
    about = variant_class.value if variant_class else ""
    rule = Rule("", key, title, why, "", pairs, about, action)
    with journal_of(edition_here().root, editor) as journal:
        old = [each.id for each in journal.history.rules() if each.key == key]
        rule = journal.make_rule(rule, replaces=old)
    with standard_output():
        write_line(f"recorded: rule {rule.key}, {rule.by} [{short(rule.id)}]")
    return ExitCode.FINE


def apply(
    key: Key,
    *,
    yes: Yes = False,
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Record a decision for each open place that a rule is about, after a question."""
    for root, edition in editions_here(document):
        rule = _rule_of(edition, key)
        drafts = _drafts(edition, rule)
        if not drafts:
            continue
        _show("would record", drafts)
        if dry_run or not (yes or confirmed(len(drafts))):
            continue
        _record(root, editor, drafts, edition)
    return ExitCode.FINE


def _record(
    root: Path, editor: str, drafts: list[tuple[Target, Decision]], edition: Edition
) -> None:
    recorded = record(root, editor, [decision for _, decision in drafts], edition)
    with standard_output():
        batch = recorded[0].batch
        write_line(f"recorded: {len(recorded)} decisions, batch {short(batch)}")


def _drafts(edition: Edition, rule: Rule) -> list[tuple[Target, Decision]]:
    """A decision for each place that the rule is about and on which nobody decided."""
    import uuid  # noqa: PLC0415 - for a batch only

    from variants.decisions.drafting import draft, places_of  # noqa: PLC0415

    batch = str(uuid.uuid4())
    return [
        (target, draft(target, choice)) for target, choice in places_of(edition, rule, batch=batch)
    ]


def _show(what: str, drafts: list[tuple[Target, Decision]]) -> None:
    with standard_output():
        for target, decision in drafts:
            write_line(f"{what}: {told(target.label, decision)}")


def _list_places(edition: Edition, rule: Rule) -> None:
    """The places that wait for the rule, and how many were decided by it."""
    drafts = _drafts(edition, rule)
    live = (each for standing in edition.decisions.standings for each in standing.live)
    done = sum(decision.rule == rule.id for decision in live)
    labels = ", ".join(target.label for target, _ in drafts)
    waiting = f"; open: {labels}" if labels else ""
    write_line(f"  {edition.name}: {done} decided{waiting}")


def _rule_of(edition: Edition, key: str) -> Rule:
    found = [rule for rule in edition.decisions.rules if rule.key == key]
    if not found:
        raise UnknownName(key, [rule.key for rule in edition.decisions.rules], what="rule")
    return found[-1]


def _parse_pair(given: str) -> tuple[str, str]:
    ours, sign, theirs = (part.strip() for part in given.partition("="))
    if not (ours and sign and theirs):
        raise BadPair(given)
    return ours, theirs
