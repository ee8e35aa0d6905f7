"""Reports written to disk, of one file or of several."""

from __future__ import annotations

import contextlib
from pathlib import Path

from variants.reports.formats import WRITERS
from variants.reports.html import write_html
from variants.reports.html.parts import older_parts
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.atomic_files import replacing


def write_report(
    edition: Edition, form: str, options: ReportOptions, path: Path
) -> tuple[str, ...]:
    """Write a report; its files replace older ones together, when all are complete.

    Args:
        edition: The edition.
        form: A key of ``WRITERS``.
        options: Options of the report.
        path: File to write; further files of a long report are beside it.

    Returns:
        Names of files beside it that belong to an older, longer report.
    """
    writer = WRITERS[form]
    with contextlib.ExitStack() as stack:
        files = writer.split(edition, options, path.name)
        for file in files:
            file.write(stack.enter_context(replacing(path.with_name(file.name))))
        if not files:
            writer.write(edition, options, stack.enter_context(replacing(path)))
    if writer.write is not write_html:
        return ()
    return tuple(older_parts(path, [file.name for file in files]))
