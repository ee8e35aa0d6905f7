"""``variants log export``: decisions as a table, JSON Lines or Web Annotations."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from variants.cli.edition_access import editions_here
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.log_access import log_here
from variants.cli.options import DocumentName
from variants.cli.sources import edition_here
from variants.errors import SingleDocumentRequired

HELP = """Write the decisions as a table, as JSON Lines or as Web Annotations."""


class LogFormat(Enum):
    """Format of an exported log."""

    CSV = "csv"
    JSONL = "jsonl"
    ANNOTATIONS = "webannotation"


def export(
    *,
    form: Annotated[
        LogFormat, typer.Option("--format", "-f", help="Format of the export.")
    ] = LogFormat.CSV,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
    document: DocumentName = "",
) -> ExitCode:
    """Write the log, or the status of its places, for other programs."""
    content = _exported(form, document)
    if output is None:
        with standard_output():
            sys.stdout.write(content)
    else:
        from variants.wording.atomic_files import replace_file  # noqa: PLC0415 - only with -o

        replace_file(output, content.encode("utf-8", "surrogatepass"))
    return ExitCode.FINE


def _exported(form: LogFormat, document: str) -> str:
    if form is LogFormat.JSONL:
        log_here()
        return "".join(f"{line}\n" for line in _store_lines())
    from variants.reports.csv_table import write_csv  # noqa: PLC0415 - as all that follow
    from variants.reports.webannotation import write_annotations  # noqa: PLC0415
    from variants.reports.writer import ReportOptions  # noqa: PLC0415

    log_here()
    editions = [edition for _, edition in editions_here(document)]
    if len(editions) > 1:
        names = [edition.name for edition in editions]
        raise SingleDocumentRequired(names, form=form.value, what="document", option="--doc")
    file = io.BytesIO()
    write = write_csv if form is LogFormat.CSV else write_annotations
    write(editions[0], ReportOptions(), file)
    return file.getvalue().decode()


def _store_lines() -> Iterator[str]:
    """Yield the lines of all files of the log, unchanged, each once, by time."""
    import json  # noqa: PLC0415 - for this only

    from variants.project.load import open_edition_store  # noqa: PLC0415

    news = open_edition_store(edition_here().root).news()
    lines = {line for part in news.values() for line in part}
    decoded = (line.decode("utf-8", "replace") for line in lines)

    def when(line: str) -> tuple[str, str]:
        try:
            fields = json.loads(line)
        except ValueError:
            return "", line
        return str(fields.get("at", "")), str(fields.get("id", ""))

    yield from sorted(decoded, key=when)
