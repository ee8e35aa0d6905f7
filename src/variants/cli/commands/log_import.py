"""``variants log import``: decisions from a table of places that was filled in."""

from __future__ import annotations

import dataclasses
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import single_edition
from variants.cli.editor_key import editor_key
from variants.cli.errors import log_line, standard_output
from variants.cli.event_text import decision_line, reason_lines, short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, DryRun, Editor, Yes
from variants.cli.recording import confirmed, record
from variants.errors import RowsDoNotFit
from variants.errors.lists import counted, listed

if TYPE_CHECKING:
    from variants.project.decision_import import ImportPlan, ImportRow
    from variants.types.edition import Edition

HELP = """Record the decisions from a filled-in table.

The table is a CSV file or workbook written by variants report. The columns action, printed, why,
confidence, category, evidence and editor are read for places that are still open. The decisions are
shown, and recorded after you confirm them. If a row cannot be recorded, none is.

\b
Examples:
  variants report -o places.xlsx
  variants log import places.xlsx --dry-run
  variants log import places.xlsx --editor mo
"""


def import_sheet(  # noqa: PLR0913 - each is an option
    sheet: Annotated[
        Path, typer.Argument(metavar="TABLE", help="Table from variants report, filled in.")
    ],
    *,
    skip_refused: Annotated[
        bool,
        typer.Option("--skip-refused", help="Record the other rows if some cannot be recorded."),
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Show the decisions in a table, and record them as one batch."""
    from variants.project.decision_import import (  # noqa: PLC0415 - imports the log
        plan_import,
        unread_cells,
    )
    from variants.project.decision_table import read_sheet  # noqa: PLC0415
    from variants.project.editors import read_editors  # noqa: PLC0415 - as above

    rows = read_sheet(sheet)
    root, edition = single_edition(document, "A table")
    key = editor_key(editor)
    plan = plan_import(
        edition, rows, editor=key, editors=read_editors(root), batch=str(uuid.uuid4())
    )
    _show_preview(plan, key)
    for column, numbers in unread_cells(edition, rows).items():
        cells = listed([str(number) for number in numbers])
        log_line("note", f"The column “{column}” is not recorded; it has words in rows: {cells}")
    if plan.refused and not skip_refused:
        raise RowsDoNotFit(sheet, len(plan.refused))
    if not plan.filled:
        with standard_output():
            write_line(
                f"nothing to record: no new decisions by {key} in {counted(len(rows), 'row')}"
            )
    elif not dry_run and (yes or confirmed(len(plan.filled))):
        _record(root, key, plan.filled, edition)
    return ExitCode.FINE


def _show_preview(plan: ImportPlan, key: str) -> None:
    """Print a line for each row that was filled in: its decision, or why it is refused."""
    with standard_output():
        for each in plan.filled:
            decision = dataclasses.replace(each.decision, by=key)
            write_line(f"would record: {decision_line(each.target.label, decision)}")
            for line in reason_lines(decision):
                write_line(f"  {line}")
    for refused in plan.refused:
        row = refused.row
        name = " ".join(filter(None, (row.label, f"“{row.seed}”" if row.seed else "")))
        log_line(
            "refused",
            f"row {row.number}, {name or row.place}: {refused.problem.removesuffix('.')}.",
        )
    for other, rows in plan.aside.items():
        numbers = listed([str(row.number) for row in rows])
        log_line("note", f"Skipped rows of {other}: {numbers}. Record them with --editor {other}")


def _record(root: Path, key: str, filled: tuple[ImportRow, ...], edition: Edition) -> None:
    recorded = record(root, key, [each.decision for each in filled], edition)
    with standard_output():
        write_line(
            f"recorded: {counted(len(recorded), 'decision')}, batch {short_id(recorded[0].batch)}"
        )
