"""``variants compare``: differences between the seed and the other renderings."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from variants.brief.selection import shown_passages, shown_patterns
from variants.cli.background import background_of_terminal
from variants.cli.compare_options import CompareOptions, Marks
from variants.cli.edition_access import edition_of
from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.filter_options import (
    ClassNames,
    KindNames,
    OnlySense,
    SentenceNumbers,
    SortOrder,
)
from variants.cli.filters import parse_classes, parse_kinds, parse_sentences, parse_states
from variants.cli.first_run import explain_once
from variants.cli.help_groups import APPEARANCE, OUTPUT, SELECTION
from variants.cli.name_lists import names_in
from variants.cli.options import (
    Background,
    NoPager,
    Plain,
    WitnessNames,
)
from variants.cli.pager import paged_console
from variants.cli.sources import SourceOptions, read_texts, require_single_document
from variants.cli.text_options import with_texts
from variants.errors import OptionNotApplicable, UnknownName
from variants.terminal import Layout, Order, write_terminal
from variants.types.status import State

if TYPE_CHECKING:
    from rich.console import Console

    from variants.project.document_texts import DocumentTexts
    from variants.terminal import View
    from variants.types.collation import Collation
    from variants.types.notice import Notice

HELP = """Show where other renderings differ from the seed.

Name the seed and the other files, or no files in the folder of an edition. Each passage of the seed
is shown with what the others have for it. Differences are marked and numbered.

\b
Examples:
  variants compare seed.txt yang.txt li.txt
  variants compare                            the edition in this folder
  variants compare --sense                    readings likely to touch the sense
  variants compare --class name,term          differences of these classes
  variants compare --sentence 3-5 --witness A
  variants compare --sort weight              places likely to touch the sense first
  variants compare --patterns                 recurring differences
  variants compare draft1.txt draft2.txt --changed
"""

_STATES = ", ".join(each.value for each in State)


@with_texts
def compare(  # noqa: PLR0913 - each is an option
    *,
    layout: Annotated[
        Layout | None,
        typer.Option(
            "--layout",
            rich_help_panel=APPEARANCE,
            help="Layout (default: chosen by the width of the terminal).",
        ),
    ] = None,
    witness: WitnessNames = None,
    sentence: SentenceNumbers = None,
    variant_class: ClassNames = None,
    sense: OnlySense = False,
    kind: KindNames = None,
    sort: SortOrder = Order.TEXT,
    patterns: Annotated[
        bool,
        typer.Option(
            "--patterns",
            rich_help_panel=SELECTION,
            help="Show recurring differences instead of passages.",
        ),
    ] = False,
    changed: Annotated[
        bool,
        typer.Option(
            "--changed",
            rich_help_panel=SELECTION,
            help="Show the changes from the first draft to the second; unchanged sentences are "
            "counted.",
        ),
    ] = False,
    steps: Annotated[
        bool,
        typer.Option(
            "--steps",
            rich_help_panel=SELECTION,
            help="Show the changes from each draft to the next.",
        ),
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="undecided,conflict",
            rich_help_panel=SELECTION,
            help=f"Show only places of an edition in these states: {_STATES}.",
            autocompletion=lambda: [each.value for each in State],
            show_default=False,
        ),
    ] = None,
    places: Annotated[
        bool,
        typer.Option(
            "--places",
            rich_help_panel=APPEARANCE,
            help="Show the numbers of places, even if none is decided.",
        ),
    ] = False,
    unfolded: Annotated[
        bool,
        typer.Option(
            "--all",
            rich_help_panel=SELECTION,
            help="Show every passage of a long text, none folded.",
        ),
    ] = False,
    form: Annotated[
        bool,
        typer.Option("--form", rich_help_panel=APPEARANCE, help="Mark differences of form too."),
    ] = False,
    marks: Annotated[
        Marks,
        typer.Option(
            "--marks",
            rich_help_panel=APPEARANCE,
            help="Marks by tier (the default), or none: the texts alone.",
            show_default=False,
        ),
    ] = Marks.TIERS,
    plain: Plain = False,
    theme: Background = None,
    no_pager: NoPager = False,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=OUTPUT,
            help="Write a report instead, as variants report does.",
            show_default=False,
        ),
    ] = "",
    json: Annotated[
        bool,
        typer.Option(
            "--json", rich_help_panel=OUTPUT, help="Write the whole comparison as JSON instead."
        ),
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", rich_help_panel=OUTPUT, help="Exit with 1 if a difference is shown."
        ),
    ] = False,
    request: SourceOptions,
) -> ExitCode:
    """Compare the texts and write the comparison."""
    options = CompareOptions(
        layout=layout,
        plain=plain,
        theme=background_of_terminal(theme),
        witnesses=names_in(witness),
        sentences=parse_sentences(sentence),
        classes=parse_classes(variant_class),
        kinds=parse_kinds(kind),
        sense=sense,
        states=parse_states(only),
        order=sort,
        patterns=patterns,
        places=places,
        unfolded=unfolded,
        marks=marks,
        form=form,
        paged=not no_pager,
        changed=changed,
        steps=steps,
    )
    if output:
        _write_report(request, options, output, json=json)
        return ExitCode.FINE
    differ = _write_json(request, options) if json else _write_terminal(request, options)
    return ExitCode.DIFFERENT if exit_code and differ else ExitCode.FINE


def _write_report(
    request: SourceOptions, options: CompareOptions, output: str, *, json: bool
) -> None:
    """Write a report of the selected part, in the format of the file name."""
    from variants.cli.report_files import draft_options, forms_for, report_target, write_reports  # noqa: PLC0415 - only for reports
    from variants.reports.writer import ReportOptions  # noqa: PLC0415 - only for reports

    if json:
        raise OptionNotApplicable(
            option="--json", to="--output", hint="Name a file that ends in .json."
        )
    target = report_target(output)
    forms = forms_for((), target)
    drafts = draft_options(request, forms, "", dated=False)
    shown = ReportOptions(drafts=drafts, unfolded=options.unfolded)
    write_reports(request, forms, target, shown, options)


def _write_json(request: SourceOptions, options: CompareOptions) -> bool:
    """Write a comparison as JSON, and return True if it has differences."""
    from variants.reports.json.edition import json_pieces  # noqa: PLC0415 - only for JSON

    options.refuse_beside_json()
    documents = read_texts(request)
    require_single_document(documents, "JSON")
    edition = edition_of(documents[0])
    collation = edition.collation
    with standard_output():
        sys.stdout.writelines(json_pieces(collation))
    print_notices(collation.notices)
    print_notices(edition.decisions.notices)
    return bool(collation.entries)


def _write_terminal(request: SourceOptions, options: CompareOptions) -> bool:
    """Write comparisons for people, and return True if they show differences."""
    view = options.view()
    if options.states:
        _refuse_only_without_decisions(request)
    documents = read_texts(request)
    if options.sentences:
        require_single_document(documents, "--sentence")
    differ = False
    notices: list[Notice] = []
    with standard_output(), paged_console(paged=options.paged) as console:
        if options.shows_passages:
            explain_once(console)
        for place, texts in enumerate(documents):
            if place > 0:
                console.print()
            if options.changed or options.steps:
                compared = _write_drafts(texts, options, view, console)
                notices += [notice for one in compared for notice in one.notices]
                differ = differ or any(one.entries for one in compared)
                continue
            edition = edition_of(texts)
            collation = edition.collation
            shown = options.complete(view, edition)
            write_terminal(edition, shown, console)
            notices += (*collation.notices, *edition.decisions.notices)
            differ = differ or _shows_differences(collation, shown)
    print_notices(notices)
    return differ


def _write_drafts(
    texts: DocumentTexts, options: CompareOptions, view: View, console: Console
) -> list[Collation]:
    """Write the changes between drafts, and return the comparisons."""
    from variants.cli.drafts import show_changed, show_steps  # noqa: PLC0415 - only for drafts

    sigla = [witness.siglum for witness in texts.witnesses[1:]]
    for siglum in options.witnesses:
        if siglum not in sigla:
            raise UnknownName(siglum, sigla, what="witness")
    chosen = frozenset(options.witnesses) or None
    shown = replace(view, selection=replace(view.selection, witnesses=chosen))
    if options.steps:
        return show_steps(texts, shown, console)
    return [show_changed(texts, shown, console)]


def _refuse_only_without_decisions(request: SourceOptions) -> None:
    """Refuse ``--only`` with files, and with another seed, to which no decisions refer."""
    if request.seed:
        raise OptionNotApplicable(
            option="--only",
            to="a comparison with another seed",
            hint="Decisions refer to the seed of the edition: leave out --seed.",
        )
    if request.files:
        raise OptionNotApplicable(
            option="--only",
            to="files",
            hint="Decisions need an edition. Make one of the files: variants init SEED OTHER",
        )


def _shows_differences(collation: Collation, view: View) -> bool:
    if view.patterns:
        return bool(shown_patterns(collation, view.selection))
    return any(passage.entries for passage in shown_passages(collation, view.selection))
