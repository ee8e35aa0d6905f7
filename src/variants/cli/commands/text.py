"""``variants text``: the established text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.edition_access import single_edition
from variants.cli.errors import print_written, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.options import DocumentName, Output
from variants.cli.sources import ensure_not_input

if TYPE_CHECKING:
    from variants.types.edition import Edition

HELP = """Write the text with the decisions applied.

This is the established text: the seed's words, changed by the active decisions. Undecided places,
and places with decisions that are in conflict or stale, keep the seed's words.

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
        typer.Option("--marks", help="Mark changes as [seed → printed], and list their decisions."),
    ] = False,
    output: Output = None,
    document: DocumentName = "",
) -> ExitCode:
    """Write the established text of one document."""
    root, edition = single_edition(document, "The established text")
    written = _marked(edition) if marks else _plain(edition)
    if output is None:
        with standard_output():
            sys.stdout.write(written if written.endswith("\n") else f"{written}\n")
    else:
        from variants.wording.atomic_files import replace_file  # noqa: PLC0415 - only with -o

        cuts = (edition.collation.seed, *edition.collation.others)
        ensure_not_input(output, (root / cut.witness.source for cut in cuts))
        replace_file(output, written.encode("utf-8", "surrogatepass"))
        print_written(output)
    return ExitCode.FINE


def _plain(edition: Edition) -> str:
    return "".join(run.text for run in edition.runs())


def _marked(edition: Edition) -> str:
    """Return the text with changes in brackets, followed by a line for each decision."""
    from variants.cli.event_text import decision_line  # noqa: PLC0415
    from variants.cli.place_lookup import labels_of  # noqa: PLC0415 - only with --marks

    seed = edition.collation.seed.witness.text
    marked = "".join(
        run.text if run.status is None else _in_brackets(run.seed.of(seed), run.text)
        for run in edition.runs()
    )
    labels = labels_of(edition)
    changed = (run.status for run in edition.runs() if run.status is not None)
    notes = [decision_line(labels[each.place], one) for each in changed for one in each.live]
    return "\n".join([marked.rstrip(), "", *notes, ""]) if notes else marked


def _in_brackets(words: str, printed: str) -> str:
    """Return a change in brackets, between the spaces around its words."""
    outer = words if words.strip() else printed
    before = outer[: len(outer) - len(outer.lstrip())]
    after = outer[len(outer.rstrip()) :]
    return f"{before}[{words.strip()} → {printed.strip()}]{after}"
