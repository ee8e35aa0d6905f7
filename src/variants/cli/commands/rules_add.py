"""``variants rules add``: a new house rule."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.event_text import short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import journal_of
from variants.cli.options import Editor, RuleKey, Why
from variants.cli.sources import edition_here
from variants.errors import BadPair, OptionNotApplicable
from variants.types.decision import Action
from variants.types.status import Rule
from variants.types.variant import VariantClass

HELP = """Add a house rule, or replace the one with the same key.

A rule has pairs of wordings, or a class: then the seed's words are kept at all places where the
readings are of this class. Rules are applied with: variants rules apply KEY

\b
Examples:
  variants rules add R1 "Names in pinyin" --pair "Gao Gang=Kao Kang" --keep
  variants rules add R2 "Form of the seed" --class form --keep
"""


def add(  # noqa: PLR0913 - each is an option
    key: RuleKey,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="Title of the rule.")],
    *,
    pair: Annotated[
        list[str] | None,
        typer.Option(
            "--pair",
            metavar="SEED=OTHER",
            help="Two wordings. May be repeated.",
            show_default=False,
        ),
    ] = None,
    variant_class: Annotated[
        VariantClass | None,
        typer.Option(
            "--class", help="Apply it only to readings of this class.", show_default=False
        ),
    ] = None,
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt/--keep",
            help="Adopt the other's words, or keep the seed's (default: --keep).",
            show_default=False,
        ),
    ] = False,
    why: Why = "",
    editor: Editor = "",
) -> ExitCode:
    """Record a rule, which replaces those with the same key."""
    pairs = tuple(_parse_pair(each) for each in pair or ())
    if not pairs and (variant_class is None or adopt):
        raise OptionNotApplicable(
            option="--adopt" if adopt else "rules add",
            to="a rule without pairs" if adopt else "a rule without --pair and --class",
            hint="Name two wordings (--pair SEED=OTHER), or a class of which the seed's words are "
            "kept: --class form --keep",
        )
    action = Action.ADOPT if adopt else Action.KEEP
    about = variant_class.value if variant_class else ""
    rule = Rule("", key, title, why, "", pairs, about, action)
    with journal_of(edition_here().root, editor) as journal:
        old = [each.id for each in journal.history.rules() if each.key == key]
        rule = journal.make_rule(rule, replaces=old)
    with standard_output():
        write_line(f"recorded: rule {rule.key}, {rule.by} [{short_id(rule.id)}]")
    return ExitCode.FINE


def _parse_pair(given: str) -> tuple[str, str]:
    ours, sign, theirs = (part.strip() for part in given.partition("="))
    if not (ours and sign and theirs):
        raise BadPair(given)
    return ours, theirs
