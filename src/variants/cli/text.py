"""``variants text``: the established text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.decide import editions_here
from variants.cli.exit_codes import ExitCode
from variants.cli.failures import standard_output
from variants.cli.options import DocumentName
from variants.errors import OneOnly

if TYPE_CHECKING:
    from variants.types import Edition

HELP = """Write the reading text: the seed with the decisions in force applied.

Where nothing was decided, or decisions conflict or are stale, the seed's own words stand.

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
        typer.Option(
            "--marks", help="Show what is not the seed's, as [seed → printed], and whose it is."
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
    document: DocumentName = "",
) -> ExitCode:
    """Write the reading text of one document."""
    editions = [edition for _, edition in editions_here(document)]
    if len(editions) > 1:
        names = [edition.name for edition in editions]
        raise OneOnly(names, form="The reading text", what="document", option="--doc")
    written = "".join(_marked(editions[0])) if marks else _plain(editions[0])
    if output is None:
        with standard_output():
            sys.stdout.write(written if written.endswith("\n") else f"{written}\n")
    else:
        from variants.writers.files import replace_file  # noqa: PLC0415 - only with -o

        replace_file(output, written.encode("utf-8", "surrogatepass"))
    return ExitCode.FINE


def _plain(edition: Edition) -> str:
    return "".join(run.text for run in edition.runs())


def _marked(edition: Edition) -> Iterator[str]:
    """The text with what was changed in brackets, and who changed it to what at its end."""
    from variants.cli.status import label_of  # noqa: PLC0415 - only with --marks
    from variants.cli.telling import told  # noqa: PLC0415

    seed = edition.collation.base.witness.text
    notes = []
    for run in edition.runs():
        if run.standing is None:
            yield run.text
            continue
        yield f"[{run.seed.of(seed).strip()} → {run.text.strip()}]"
        label = label_of(edition, run.standing)
        notes += [told(label, decision) for decision in run.standing.live]
    yield "".join(f"\n{note}" for note in ("", *notes)) if notes else ""
