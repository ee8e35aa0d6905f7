"""``variants log rename``: new names of documents and witnesses."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import journal_of, log_here
from variants.cli.options import DocumentName, DryRun, Editor, Why
from variants.cli.sources import edition_here

if TYPE_CHECKING:
    from variants.log.events import Renamed

HELP = """Record that a document or a witness has another name.

Rename its files first. Decisions are then shown under the new name if its text is unchanged; record
the name, so that they stay there when the text changes. Without names, every new name that was
found by its text is recorded.

\b
Examples:
  variants log rename
  variants log rename telegram letter
  variants log rename A Yang --doc letter
"""


def rename(  # noqa: PLR0913 - each is an option
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="Name of a document, or siglum, in the log (default: all that were found).",
            show_default=False,
        ),
    ] = "",
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The current name.", show_default=False)
    ] = "",
    *,
    why: Why = "",
    dry_run: DryRun = False,
    editor: Editor = "",
    document: DocumentName = "",
) -> ExitCode:
    """Record one new name, or all that were found."""
    from variants.project.unrecorded_names import found_names, new_names  # noqa: PLC0415 - imports the log

    root, (history, _) = edition_here().root, log_here()
    made = (
        new_names(root, history, old, new, document=document)
        if old
        else found_names(root, history, document=document)
    )
    made = [dataclasses.replace(each, why=why) for each in made]
    if made and not dry_run:
        with journal_of(root, editor) as journal:
            journal.rename(made)
    with standard_output():
        for each in made:
            write_line(f"{'would record' if dry_run else 'recorded'}: {_line(each)}")
        if not made:
            write_line("nothing to record: every name of the log is a current one")
    return ExitCode.FINE


def _line(renamed: Renamed) -> str:
    if renamed.witness:
        return f"{renamed.document}: {renamed.witness} is now {renamed.to}"
    return f"{renamed.document} is now {renamed.to}"
