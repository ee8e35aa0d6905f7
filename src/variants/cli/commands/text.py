"""``variants text``: the established text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName
from variants.cli.sources import ensure_not_input
from variants.errors import SingleDocumentRequired

if TYPE_CHECKING:
    from variants.types.edition import Edition

HELP = """Write the established text: the seed with the active decisions applied.

Without a decision, or if decisions conflict or are stale, it has the seed's own words.

\b
Examples:
  variants text
  variants text --marks
  variants text -o established.txt
"""


def text(
    *,
    marks: Annotated[
        bool,
        typer.Option("--marks", help="Mark changes as [seed → printed], and list their editors."),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
    document: DocumentName = "",
) -> ExitCode:
    """Write the established text of one document."""
    found = editions_here(document)
    editions = [edition for _, edition in found]
    if len(editions) > 1:
        names = [edition.name for edition in editions]
        raise SingleDocumentRequired(
            names, form="The established text", what="document", option="--doc"
        )
    written = _marked(editions[0]) if marks else _plain(editions[0])
    if output is None:
        with standard_output():
            sys.stdout.write(written if written.endswith("\n") else f"{written}\n")
    else:
        from variants.wording.atomic_files import replace_file  # noqa: PLC0415 - only with -o

        root, collation = found[0][0], editions[0].collation
        ensure_not_input(
            output, (root / cut.witness.source for cut in (collation.seed, *collation.others))
        )
        replace_file(output, written.encode("utf-8", "surrogatepass"))
    return ExitCode.FINE


def _plain(edition: Edition) -> str:
    return "".join(run.text for run in edition.runs())


def _marked(edition: Edition) -> str:
    """Return the text with changes in brackets, followed by a list of the decisions."""
    from variants.cli.event_text import decision_line  # noqa: PLC0415
    from variants.cli.place_lookup import labels_of  # noqa: PLC0415 - only with --marks

    seed = edition.collation.seed.witness.text
    marked = "".join(
        run.text if run.status is None else f"[{run.seed.of(seed).strip()} → {run.text.strip()}]"
        for run in edition.runs()
    )
    labels = labels_of(edition)
    changed = (run.status for run in edition.runs() if run.status is not None)
    notes = [decision_line(labels[each.place], one) for each in changed for one in each.live]
    return "\n".join([marked.rstrip(), "", *notes, ""]) if notes else marked
