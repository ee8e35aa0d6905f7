"""``variants report``: comparisons and decisions as files to keep, print and share."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.brief.selected_edition import Order
from variants.cli.compare_options import CompareOptions
from variants.cli.exit_codes import ExitCode
from variants.cli.filter_options import (
    ClassNames,
    KindNames,
    OnlySense,
    SentenceNumbers,
    SortOrder,
)
from variants.cli.filters import parse_classes, parse_kinds, parse_sentences
from variants.cli.name_lists import names_in
from variants.cli.options import (
    WitnessNames,
)
from variants.cli.report_files import (
    ALL,
    DEFAULT,
    draft_options,
    forms_for,
    report_target,
    write_reports,
)
from variants.cli.sources import SourceOptions
from variants.cli.text_options import with_texts
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions

HELP = """Write a report: a web page or another format.

The ending of the file name chooses the format, unless --format is given. An older report of the
same name is replaced. Several formats, or the documents of an edition, are written into a folder.

\b
Examples:
  variants report -o report.html
  variants report seed.txt yang.txt li.txt -o report.html
  variants report -f brief -o brief.pdf
  variants report -f all -o reports/
  variants report draft1.txt draft2.txt -o x.changes.docx
"""


@with_texts
def report(  # noqa: PLR0913 - each is an option
    *,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"Formats: {', '.join(WRITERS)} or {ALL} (default: by the ending of the file, "
            f"else {DEFAULT}).",
            autocompletion=lambda: [*WRITERS, ALL],
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File, or folder with a slash at its end (default: -, the standard output).",
            show_default=False,
        ),
    ] = "",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Replace the names of editors by letters.")
    ] = False,
    no_reasons: Annotated[
        bool, typer.Option("--no-reasons", help="Leave out the reasons for decisions.")
    ] = False,
    standoff: Annotated[
        bool,
        typer.Option("--standoff", help="TEI: write the apparatus separately from the text."),
    ] = False,
    editor: Annotated[
        str,
        typer.Option(
            "--editor",
            metavar="KEY",
            help="Author of the changes between two drafts (default: your editor key).",
            show_default=False,
        ),
    ] = "",
    dated: Annotated[
        bool, typer.Option("--dated", help="Write the time into the changes between two drafts.")
    ] = False,
    witness: WitnessNames = None,
    sentence: SentenceNumbers = None,
    variant_class: ClassNames = None,
    sense: OnlySense = False,
    kind: KindNames = None,
    sort: SortOrder = Order.TEXT,
    unfolded: Annotated[
        bool, typer.Option("--all", help="Show every passage of a long text, none folded.")
    ] = False,
    mark_form: Annotated[
        bool, typer.Option("--form", help="Mark differences of form too.")
    ] = False,
    request: SourceOptions,
) -> ExitCode:
    """Compare the texts and write the reports."""
    place = report_target(output)
    forms = forms_for(names_in(form), place)
    options = ReportOptions(
        anonymous=anonymous,
        reasons=not no_reasons,
        standoff=standoff,
        unfolded=unfolded,
        form=mark_form,
        drafts=draft_options(request, forms, editor, dated=dated),
    )
    chosen = CompareOptions(
        witnesses=names_in(witness),
        sentences=parse_sentences(sentence),
        classes=parse_classes(variant_class),
        kinds=parse_kinds(kind),
        sense=sense,
        order=sort,
    )
    write_reports(request, forms, place, options, chosen, skip=ALL in names_in(form))
    return ExitCode.FINE
