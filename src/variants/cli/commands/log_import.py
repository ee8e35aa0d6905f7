"""``variants log import``: decisions from a filled-in table of places."""

from __future__ import annotations

import dataclasses
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.edition_access import editions_here
from variants.cli.editor_key import editor_key
from variants.cli.errors import log_line, standard_output
from variants.cli.event_text import decision_line, short_id
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, DryRun, Editor, Yes
from variants.cli.recording import confirmed, record
from variants.errors import RowsDoNotFit, SingleDocumentRequired

if TYPE_CHECKING:
    from variants.project.decision_import import ImportPlan, ImportRow
    from variants.types.edition import Edition

HELP = """Record the decisions in a filled-in table of places (CSV or XLSX).

The columns action, printed, why and editor of open places are read. The decisions are shown, and
recorded after confirmation. If a row does not fit, nothing is recorded.

\b
Examples:
  variants report -o places.xlsx
  variants log import places.xlsx --dry-run
  variants log import places.xlsx --editor mo
"""


def import_sheet(  # noqa: PLR0913 - each is an option
    sheet: Annotated[
        Path, typer.Argument(metavar="TABLE", help="Filled-in table of variants report.")
    ],
    *,
    skip_refused: Annotated[
        bool,
        typer.Option("--skip-refused", help="Skip rows that do not fit, and record the others."),
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Show what a table asks for, and record it as one batch."""
    from variants.project.decision_import import plan_import  # noqa: PLC0415 - imports the log and the writers
    from variants.project.decision_table import read_sheet  # noqa: PLC0415
    from variants.project.editors import read_editors  # noqa: PLC0415 - as all that follow

    rows = read_sheet(sheet)
    root, edition = _only_edition(document)
    key = editor_key(editor)
    filling = plan_import(
        edition, rows, editor=key, editors=read_editors(root), batch=str(uuid.uuid4())
    )
    _show_preview(filling, key)
    if filling.refused and not skip_refused:
        raise RowsDoNotFit(sheet, len(filling.refused))
    if not filling.filled:
        with standard_output():
            write_line(f"nothing to record: {len(rows)} rows, no new decisions by {key}")
    elif not dry_run and (yes or confirmed(len(filling.filled))):
        _record(root, key, filling.filled, edition)
    return ExitCode.FINE


def _only_edition(document: str) -> tuple[Path, Edition]:
    """Return the document of the table, which does not name it."""
    editions = editions_here(document)
    if len(editions) > 1:
        names = [edition.name for _, edition in editions]
        raise SingleDocumentRequired(names, form="A table", what="document", option="--doc")
    return editions[0]


def _show_preview(filling: ImportPlan, key: str) -> None:
    """Yield a line for each filled-in row: its decision, or why it is refused."""
    with standard_output():
        for each in filling.filled:
            decision = dataclasses.replace(each.decision, by=key)
            write_line(f"would record: {decision_line(each.target.label, decision)}")
            if each.decision.why:
                write_line(f"  why: {each.decision.why}")
    for refused in filling.refused:
        row = refused.row
        name = " ".join(filter(None, (row.label, f"“{row.seed}”" if row.seed else "")))
        log_line("refused", f"row {row.number}, {name or row.place}: {refused.problem}.")
    for other, rows in filling.aside.items():
        numbers = ", ".join(str(row.number) for row in rows)
        log_line(
            "note",
            f"Left aside, as {other} filled it in: row {numbers}. --editor {other} takes it.",
        )


def _record(root: Path, key: str, filled: tuple[ImportRow, ...], edition: Edition) -> None:
    recorded = record(root, key, [each.decision for each in filled], edition)
    with standard_output():
        what = "1 decision" if len(recorded) == 1 else f"{len(recorded)} decisions"
        write_line(f"recorded: {what}, batch {short_id(recorded[0].batch)}")
