"""``variants decide``: a decision on one place, or an interactive round through open places."""

from __future__ import annotations

import dataclasses
import sys
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here, place_here
from variants.cli.editor_key import checked_key, editor_key
from variants.cli.errors import standard_output
from variants.cli.event_text import decision_line
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import full_id, log_here
from variants.cli.name_lists import names_in
from variants.cli.option_conflicts import given_options
from variants.cli.options import DocumentName, DryRun, Editor, Why, Yes
from variants.cli.recording import confirmed, record
from variants.cli.sense_verdicts import YesNo, judge_place, refuse_beside_verdict
from variants.errors import (
    NoTerminal,
    OneChoiceOnly,
    OptionNotApplicable,
    UnknownName,
)
from variants.types.decision import CATEGORIES, EVIDENCE_KINDS, Action, Confidence
from variants.wording.evidence_text import parse_evidence

if TYPE_CHECKING:
    from variants.anchors.drafting import Choice, DecisionTarget
    from variants.types.decision import Decision

HELP = """Record an editor's decision on a place.

A place is a label (5.2, or DOC:5.2 in an edition of several documents), or words that occur once in
the seed. Without a place, you are asked about each open place in turn, one key a decision.

\b
Examples:
  variants decide 5.2 --adopt A --why "The usual word for it."
  variants decide "battle pilots" --emend "combat pilots" --why "A calque."
  variants decide 5.2 --keep --everywhere
  variants decide 5.2 --keep --replaces 8e9ded1f
  variants decide 5.2 --agree
  variants decide 5.2 --touches-sense no --reading A
  variants decide
  variants decide --sense
"""


_AGREE = "--agree"


def decide(  # noqa: PLR0913 - each is an option
    place: Annotated[
        str,
        typer.Argument(
            metavar="PLACE",
            help="Label (5.2, DOC:5.2), id, or words of the seed (default: all open places).",
            show_default=False,
        ),
    ] = "",
    *,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the seed's words.")] = False,
    adopt: Annotated[
        str,
        typer.Option(
            "--adopt", metavar="A", help="Adopt the words of this witness.", show_default=False
        ),
    ] = "",
    emend: Annotated[
        str | None,
        typer.Option(
            "--emend",
            metavar="TEXT",
            help='Use your own words; "" leaves the seed\'s out.',
            show_default=False,
        ),
    ] = None,
    alternates: Annotated[
        list[str] | None,
        typer.Option(
            "--alternates",
            metavar="A,B",
            help="Print the words of these witnesses beside the seed's or those of --adopt.",
            show_default=False,
        ),
    ] = None,
    reject: Annotated[
        bool,
        typer.Option("--reject", help="Reject it as not a variant: leave it out of the apparatus."),
    ] = False,
    query: Annotated[
        str,
        typer.Option(
            "--query", metavar="TEXT", help="Leave it open, with a question.", show_default=False
        ),
    ] = "",
    defer: Annotated[bool, typer.Option("--defer", help="Defer the decision.")] = False,
    agree: Annotated[
        bool,
        typer.Option(
            "--agree",
            help="Agree with the decision of another editor; without a place, ask about each.",
        ),
    ] = False,
    touches_sense: Annotated[
        YesNo | None,
        typer.Option(
            "--touches-sense",
            help="Instead of a decision, record whether the readings touch the sense.",
            show_default=False,
        ),
    ] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option(
            "--reading",
            metavar="A,B",
            help="Judge only the readings of these witnesses (default: all).",
            show_default=False,
        ),
    ] = None,
    sense: Annotated[
        bool,
        typer.Option(
            "--sense", help="Ask only about open places that are likely to touch the sense."
        ),
    ] = False,
    why: Why = "",
    category: Annotated[
        str,
        typer.Option(
            "--category",
            metavar="NAME",
            help=f"Category of the reason: {', '.join(CATEGORIES)}.",
            autocompletion=lambda: list(CATEGORIES),
            show_default=False,
        ),
    ] = "",
    confidence: Annotated[
        Confidence | None,
        typer.Option("--confidence", help="Confidence in the decision.", show_default=False),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="KIND:REFERENCE",
            help=f"Evidence; a quotation and an address may follow, each after |. "
            f"Kinds: {', '.join(EVIDENCE_KINDS)}.",
            show_default=False,
        ),
    ] = None,
    replaces: Annotated[
        list[str] | None,
        typer.Option(
            "--replaces",
            metavar="ID",
            help="Replace this decision too, such as one whose words are lost.",
            show_default=False,
        ),
    ] = None,
    everywhere: Annotated[
        bool,
        typer.Option("--everywhere", help="Apply the decision to all similar undecided places."),
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Record a decision on one or all similar places, or start the interactive round."""
    chosen = given_options(
        {
            "--keep": keep,
            "--adopt": adopt and not alternates,
            "--emend": emend is not None,
            "--alternates": alternates,
            "--reject": reject,
            "--query": query,
            "--defer": defer,
            _AGREE: agree,
        }
    )
    if category and category not in CATEGORIES:
        raise UnknownName(category, CATEGORIES, what="category")
    proof = tuple(map(parse_evidence, evidence or ()))
    if not place:
        _refuse_beside_round([*chosen, *given_options({"--touches-sense": touches_sense})])
        return _go_round(document, editor, sense=sense, agree=agree)
    if sense:
        raise OptionNotApplicable(
            option="--sense", to="a single place", hint="Leave out the place, or the option."
        )
    if touches_sense is not None:
        of_decisions = {
            "--category": category,
            "--confidence": confidence,
            "--everywhere": everywhere,
            "--replaces": replaces,
        }
        refuse_beside_verdict(chosen, given_options(of_decisions))
        from variants.anchors.verdict_drafts import Judgement  # noqa: PLC0415 - heavy libraries

        judgement = Judgement(touches_sense is YesNo.YES, names_in(reading), why, proof)
        return judge_place(place, judgement, editor=editor, document=document, dry_run=dry_run)
    if reading:
        raise OptionNotApplicable(
            option="--reading", to="decisions", hint="It belongs to --touches-sense."
        )
    action = _action_of(chosen, everywhere=everywhere)
    from variants.anchors.drafting import Choice  # noqa: PLC0415 - imports heavy libraries

    choice = Choice(
        action=action,
        adopt=adopt,
        words=emend or "",
        beside=names_in(alternates),
        ask=query,
        why=why,
        category=category,
        confidence=confidence,
        evidence=proof,
    )
    ids = tuple(replaces or ())
    options = _RecordOptions(everywhere, yes, dry_run, editor, ids, agree=agree)
    return _decide(place, choice, options, document)


def _refuse_beside_round(chosen: Sequence[str]) -> None:
    """Refuse a choice without a place, except to agree."""
    for option in chosen:
        if option != _AGREE:
            raise OptionNotApplicable(
                option=option,
                to="the interactive round",
                hint=f"Name a place: variants decide 5.2 {option}",
            )


def _go_round(document: str, editor: str, *, sense: bool, agree: bool) -> ExitCode:
    """Start the interactive round on a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal
    from variants.cli.interactive import go_round  # noqa: PLC0415 - imports heavy libraries

    return go_round(editions_here(document), editor, sense=sense, agree=agree)


def _action_of(chosen: Sequence[str], *, everywhere: bool) -> Action:
    """Return the action of the only choice.

    To agree has the action to keep until the decision that it agrees with is known.

    Raises:
        OneChoiceOnly: There is no choice, or several.
        OptionNotApplicable: The choice is to agree, everywhere.
    """
    if len(chosen) != 1:
        raise OneChoiceOnly(chosen)
    (option,) = chosen
    if option != _AGREE:
        return Action(option.removeprefix("--"))
    if everywhere:
        raise OptionNotApplicable(
            option="--everywhere", to=_AGREE, hint="Leave out the place to agree in a round."
        )
    return Action.KEEP


@dataclasses.dataclass(frozen=True, slots=True)
class _RecordOptions:
    """Options of how decisions are recorded."""

    everywhere: bool
    yes: bool
    dry_run: bool
    editor: str
    replaces: tuple[str, ...] = ()
    agree: bool = False


def _decide(place: str, choice: Choice, options: _RecordOptions, document: str) -> ExitCode:
    """Record a choice for a place, and with ``everywhere`` for all similar ones."""
    from variants.anchors.consent import agreeing, draft_agreement  # noqa: PLC0415 - heavy libraries
    from variants.anchors.drafting import draft, similar_places  # noqa: PLC0415

    root, target = place_here(place, document)
    targets = [target, *(similar_places(target, choice) if options.everywhere else ())]
    if len(targets) > 1:
        choice = dataclasses.replace(choice, batch=str(uuid.uuid4()))
    key = checked_key(options.editor) if options.dry_run else editor_key(options.editor)
    if options.agree:
        made = [draft_agreement(target, choice, key)]
    else:
        made = [agreeing(draft(each, choice), each, key) for each in targets]
    drafts = [_replacing(made[0], options.replaces), *made[1:]]
    if options.dry_run:
        _show("would record", targets, drafts)
        return ExitCode.FINE
    if len(targets) > 1 and not options.yes:
        _show("would record", targets, drafts)
        if not confirmed(len(targets)):
            return ExitCode.FINE
    recorded = record(root, key, drafts, target.edition)
    _show("recorded", targets, recorded)
    return ExitCode.FINE


def _replacing(decision: Decision, ids: Sequence[str]) -> Decision:
    """Return a draft that replaces further decisions, named by the ends of their ids."""
    if not ids:
        return decision
    history, _ = log_here()
    names = [full_id(history, each) for each in ids]
    replaced = tuple(dict.fromkeys((*decision.replaces, *names)))
    return dataclasses.replace(decision, replaces=replaced)


def _show(what: str, targets: Sequence[DecisionTarget], decisions: Sequence[Decision]) -> None:
    """Print a line for each decision."""
    from variants.anchors.consent import agreed_with  # noqa: PLC0415 - imports heavy libraries

    with standard_output():
        for target, decision in zip(targets, decisions, strict=True):
            others = [
                each.by
                for each in agreed_with(decision, target)
                if each.by != decision.by and each.id not in decision.replaces
            ]
            agrees = f", agrees with {', '.join(dict.fromkeys(others))}" if others else ""
            write_line(f"{what}: {decision_line(target.label, decision)}{agrees}")
