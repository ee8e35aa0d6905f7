"""``variants log export``: decisions as CSV, lines of JSON or Web Annotations."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from enum import Enum
from typing import Annotated

import typer

from variants.cli.edition_access import single_edition
from variants.cli.errors import print_written, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import log_here
from variants.cli.options import DocumentName, Output
from variants.cli.sources import edition_here

HELP = """Export the decisions as a table, JSON or annotations."""


class LogFormat(Enum):
    """Formats of an exported log."""

    CSV = "csv"
    JSONL = "jsonl"
    ANNOTATIONS = "webannotation"


def export(
    *,
    form: Annotated[
        LogFormat,
        typer.Option("--format", "-f", help="Output format (default: csv).", show_default=False),
    ] = LogFormat.CSV,
    output: Output = None,
    document: DocumentName = "",
) -> ExitCode:
    """Write the lines of the log, or the current decisions on each place."""
    content = _exported(form, document)
    if output is None:
        with standard_output():
            sys.stdout.write(content)
    else:
        from variants.wording.atomic_files import replace_file  # noqa: PLC0415 - only with -o

        replace_file(output, content.encode("utf-8", "surrogatepass"))
        print_written(output)
    return ExitCode.FINE


def _exported(form: LogFormat, document: str) -> str:
    if form is LogFormat.JSONL:
        log_here()
        return "".join(f"{line}\n" for line in _store_lines())
    from variants.reports.csv_table import write_csv  # noqa: PLC0415 - not for ``--help``
    from variants.reports.webannotation import write_annotations  # noqa: PLC0415
    from variants.reports.writer import ReportOptions  # noqa: PLC0415

    log_here()
    _, edition = single_edition(document, form.value)
    file = io.BytesIO()
    write = write_csv if form is LogFormat.CSV else write_annotations
    write(edition, ReportOptions(), file)
    return file.getvalue().decode()


def _store_lines() -> Iterator[str]:
    """Yield the lines of the log, each once, by time."""
    import json  # noqa: PLC0415 - only for JSON lines

    from variants.project.load import open_edition_store  # noqa: PLC0415

    lines_by_writer = open_edition_store(edition_here().root).read_new()
    lines = {line for part in lines_by_writer.values() for line in part}
    decoded = (line.decode("utf-8", "replace") for line in lines)

    def when(line: str) -> tuple[str, str]:
        try:
            fields = json.loads(line)
        except ValueError:
            return "", line
        return str(fields.get("at", "")), str(fields.get("id", ""))

    yield from sorted(decoded, key=when)
