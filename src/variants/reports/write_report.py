"""Reports written to disk, of one file or of several."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
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

    Of several files, the first appears last. A run that is killed before leaves no first file, not
    one that refers to files of another report.

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
        if len(files) > 1:
            # A report that refers to files of another one must not be left by a killed run.
            stack.enter_context(_removed_before_the_others(path))
        if not files:
            writer.write(edition, options, stack.enter_context(replacing(path)))
    if writer.write is not write_html:
        return ()
    return tuple(older_parts(path, [file.name for file in files]))


@contextlib.contextmanager
def _removed_before_the_others(path: Path) -> Iterator[None]:
    """Remove the first file of an older report on exit, before its other files are replaced."""
    yield
    target = path.resolve()  # A symbolic link stays.
    if target.is_file():
        target.unlink()
