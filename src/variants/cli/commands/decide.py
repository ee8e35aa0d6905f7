"""``variants decide``: a choice for one place, or a round through those that are open."""

from __future__ import annotations

import dataclasses
import sys
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.event_text import decision_line
from variants.cli.evidence_option import parse_evidence
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, DryRun, Editor, Yes, names_in
from variants.cli.recording import confirmed, record
from variants.errors import (
    NoTerminal,
    OneChoiceOnly,
    OptionNotApplicable,
    UnknownName,
)
from variants.types.decision import CATEGORIES, EVIDENCE_KINDS, Action, Confidence

if TYPE_CHECKING:
    from variants.anchors.drafting import Choice, DecisionTarget
    from variants.types.decision import Decision

HELP = """Record an editor's decision on a place of the edition.

A place is its label (5.2, or DOC:5.2 where there are several documents), or words that stand once
in the seed. Without a place you are led through all that are open, one key a decision.

\b
Examples:
  variants decide 5.2 --adopt A --why "The usual word for it."
  variants decide "battle pilots" --emend "combat pilots" --why "A calque."
  variants decide 5.2 --keep --everywhere
  variants decide
"""


def decide(  # noqa: PLR0913 - each is an option
    place: Annotated[
        str,
        typer.Argument(
            metavar="PLACE",
            help="5.2, DOC:5.2, words of the seed, or 5:words. Without it: one after another.",
            show_default=False,
        ),
    ] = "",
    *,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the seed's words.")] = False,
    adopt: Annotated[
        str,
        typer.Option(
            "--adopt", metavar="A", help="Take the words of this witness.", show_default=False
        ),
    ] = "",
    emend: Annotated[
        str | None,
        typer.Option(
            "--emend",
            metavar="TEXT",
            help='Put your own words; "" leaves the seed\'s out.',
            show_default=False,
        ),
    ] = None,
    alternates: Annotated[
        list[str] | None,
        typer.Option(
            "--alternates",
            metavar="A,B",
            help="Print the words of these beside the seed's, or beside those of --adopt.",
            show_default=False,
        ),
    ] = None,
    reject: Annotated[
        bool, typer.Option("--reject", help="Not a variant: leave it out of the apparatus.")
    ] = False,
    query: Annotated[
        str,
        typer.Option(
            "--query", metavar="TEXT", help="Leave it open with a question.", show_default=False
        ),
    ] = "",
    defer: Annotated[bool, typer.Option("--defer", help="Leave it for later.")] = False,
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="The reason.", show_default=False)
    ] = "",
    category: Annotated[
        str,
        typer.Option(
            "--category",
            metavar="NAME",
            help=f"What it is about: {', '.join(CATEGORIES)}.",
            autocompletion=lambda: list(CATEGORIES),
            show_default=False,
        ),
    ] = "",
    confidence: Annotated[
        Confidence | None,
        typer.Option("--confidence", help="How sure you are.", show_default=False),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="KIND:REFERENCE",
            help=f"What it rests on, perhaps with a quotation and an address after |. "
            f"Kinds: {', '.join(EVIDENCE_KINDS)}.",
            show_default=False,
        ),
    ] = None,
    everywhere: Annotated[
        bool,
        typer.Option("--everywhere", help="Also at all like places on which nobody decided."),
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Record one decision, one for each like place, or go through what is open."""
    given = {
        "--keep": keep,
        "--adopt": bool(adopt) and not alternates,
        "--emend": emend is not None,
        "--alternates": bool(alternates),
        "--reject": reject,
        "--query": bool(query),
        "--defer": defer,
    }
    chosen = [option for option, there in given.items() if there]
    if category and category not in CATEGORIES:
        raise UnknownName(category, CATEGORIES, what="category")
    proofs = tuple(parse_evidence(each) for each in evidence or ())
    if not place:
        _refuse_beside_round(chosen)
        return _go_round(document, editor)
    if len(chosen) != 1:
        raise OneChoiceOnly(chosen)
    from variants.anchors.drafting import Choice  # noqa: PLC0415 - brings heavy libraries

    choice = Choice(
        action=Action(chosen[0].removeprefix("--")),
        adopt=adopt,
        words=emend or "",
        beside=names_in(alternates),
        ask=query,
        why=why,
        category=category,
        confidence=confidence,
        evidence=proofs,
    )
    return _decide(place, choice, _RecordOptions(everywhere, yes, dry_run, editor), document)


@dataclasses.dataclass(frozen=True, slots=True)
class _RecordOptions:
    """How a choice is to be recorded, as typed."""

    everywhere: bool
    yes: bool
    dry_run: bool
    editor: str


def _decide(place: str, choice: Choice, manner: _RecordOptions, document: str) -> ExitCode:
    """Record a choice for a place, and perhaps for all like it."""
    from variants.anchors.drafting import draft, similar_places  # noqa: PLC0415
    from variants.cli.place_lookup import find_place  # noqa: PLC0415 - brings heavy libraries

    editions = editions_here(document)
    target = find_place(place, [edition for _, edition in editions])
    root = next(root for root, edition in editions if edition is target.edition)
    targets = [target, *(similar_places(target, choice) if manner.everywhere else ())]
    if len(targets) > 1:
        choice = dataclasses.replace(choice, batch=str(uuid.uuid4()))
    drafts = [draft(each, choice) for each in targets]
    if manner.dry_run:
        _show("would record", targets, drafts)
        return ExitCode.FINE
    if len(targets) > 1 and not manner.yes:
        _show("would record", targets, drafts)
        if not confirmed(len(targets)):
            return ExitCode.FINE
    recorded = record(root, manner.editor, drafts, target.edition)
    _show("recorded", targets, recorded)
    return ExitCode.FINE


def _refuse_beside_round(chosen: Sequence[str]) -> None:
    for option in chosen:
        raise OptionNotApplicable(
            option=option,
            to="the interactive round",
            hint=f"Name a place: variants decide 5.2 {option}",
        )


def _go_round(document: str, editor: str) -> ExitCode:
    """Lead the user through what is open, on a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal
    from variants.cli.interactive import go_round  # noqa: PLC0415 - brings heavy libraries

    return go_round(editions_here(document), editor)


def _show(what: str, targets: Sequence[DecisionTarget], decisions: Sequence[Decision]) -> None:
    """A line for each decision."""
    with standard_output():
        for target, decision in zip(targets, decisions, strict=True):
            write_line(f"{what}: {decision_line(target.label, decision)}")
