"""``variants report``: comparisons and decisions as files to keep, print and share."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.edition_access import edition_of
from variants.cli.errors import log_line, print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.options import (
    STANDARD_OUTPUT,
    Aligner,
    DocumentName,
    Encoding,
    Files,
    Language,
    Linker,
    Segmenter,
    Sigla,
    Title,
    names_in,
)
from variants.cli.sources import SourceOptions, ensure_not_input, read_texts
from variants.errors import (
    MissingExtra,
    MissingProgram,
    OneFileForSeveral,
    OptionNotApplicable,
    ReportOnTerminal,
    UnknownName,
)
from variants.errors.lists import listed
from variants.project.document_texts import DocumentTexts
from variants.reports.formats import WRITERS, format_of
from variants.reports.write_report import write_report
from variants.reports.writer import ReportOptions
from variants.wording.atomic_files import make_folder

if TYPE_CHECKING:
    from variants.types.edition import Edition

HELP = """Write a report: a web page or another format.

The ending of the file name chooses the format, unless --format is given. An older report of the
same name is replaced. Several formats, or the documents of an edition, are written into a folder.

\b
Examples:
  variants report -o report.html
  variants report seed.txt yang.txt li.txt -o report.html
  variants report -f all -o reports/
"""

_ALL = "all"
_DEFAULT = "html"
_TEI = "tei"
_STANDARD_OUTPUT = "the standard output"


@dataclass(frozen=True, slots=True)
class ReportTarget:
    """Destination of reports.

    Attributes:
        path: A file or a folder; ``None`` for the standard output.
        is_folder: True for a folder, which can hold several reports.
    """

    path: Path | None = None
    is_folder: bool = False


def report(  # noqa: PLR0913 - each is an option
    files: Files = None,
    *,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"Formats: {', '.join(WRITERS)} or {_ALL} (default: by the ending of the file, "
            f"else {_DEFAULT}).",
            autocompletion=lambda: [*WRITERS, _ALL],
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File, or folder with a slash at its end (default: -, the standard output).",
            show_default=False,
        ),
    ] = "",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Replace the names of editors by letters.")
    ] = False,
    no_reasons: Annotated[
        bool, typer.Option("--no-reasons", help="Leave out the reasons for decisions.")
    ] = False,
    standoff: Annotated[
        bool,
        typer.Option("--standoff", help="TEI: write the apparatus separately from the text."),
    ] = False,
    document: DocumentName = "",
    title: Title = "",
    sigla: Sigla = None,
    encoding: Encoding = "",
    language: Language = "",
    segmenter: Segmenter = "",
    aligner: Aligner = "",
    linker: Linker = "",
) -> ExitCode:
    """Compare the texts and write the reports."""
    request = SourceOptions(
        files=tuple(files or ()),
        sigla=names_in(sigla),
        title=title,
        encoding=encoding,
        language=language,
        document=document,
        segmenter=segmenter,
        aligner=aligner,
        linker=linker,
    )
    place = report_target(output)
    forms = forms_for(names_in(form), place)
    options = ReportOptions(anonymous=anonymous, reasons=not no_reasons, standoff=standoff)
    _refuse_standoff(options, forms)
    documents = read_texts(request)
    if not place.is_folder:
        _refuse_several(documents, forms, place)
    every = _ALL in names_in(form)
    for texts in documents:
        edition = edition_of(texts)
        for name in forms:
            path = _path(place, edition, name)
            if place.is_folder and path is not None:
                make_folder(path.parent)
            if path is not None:
                ensure_not_input(path, texts.files)
            _write(edition, name, options, path, skip=every)
        print_notices(edition.collation.notices)
        print_notices(edition.decisions.notices)
    return ExitCode.FINE


def report_target(output: str) -> ReportTarget:
    """Parse ``--output``: a folder has a slash at its end, or exists; ``-`` is not a file."""
    if output in ("", STANDARD_OUTPUT):
        return ReportTarget()
    path = Path(output)
    return ReportTarget(path, is_folder=output.endswith("/") or path.is_dir())


def forms_for(given: Sequence[str], place: ReportTarget) -> tuple[str, ...]:
    """Return the formats to write, each once, in the order of the table."""
    for name in given:
        if name != _ALL and name not in WRITERS:
            raise UnknownName(name, [*WRITERS, _ALL], what="format")
    if not given:
        return (_DEFAULT if place.path is None or place.is_folder else format_of(place.path),)
    return tuple(name for name in WRITERS if name in given or _ALL in given)


def _refuse_standoff(options: ReportOptions, forms: Sequence[str]) -> None:
    """Refuse ``--standoff`` unless TEI is written."""
    if options.standoff and _TEI not in forms:
        raise OptionNotApplicable(
            option="--standoff",
            to=listed(forms),
            hint=f"Add --format {_TEI}, or leave it out.",
        )


def _refuse_several(
    documents: Sequence[DocumentTexts], forms: Sequence[str], place: ReportTarget
) -> None:
    """Refuse to write several reports to one file, or any to a terminal."""
    reports = [f"{texts.name} {form}".strip() for texts in documents for form in forms]
    if len(reports) > 1:
        raise OneFileForSeveral(place.path or _STANDARD_OUTPUT, reports)
    if place.path is None and sys.stdout is not None and sys.stdout.isatty():
        raise ReportOnTerminal(WRITERS[forms[0]].suffix)


def _path(place: ReportTarget, edition: Edition, form: str) -> Path | None:
    """Return the file of a report; ``None`` for the standard output."""
    if place.path is None or not place.is_folder:
        return place.path
    return place.path / f"{edition.name or 'report'}{WRITERS[form].suffix}"


def _write(
    edition: Edition, form: str, options: ReportOptions, path: Path | None, *, skip: bool
) -> None:
    """Write one report; with ``skip``, a missing program or library is only noted."""
    writer = WRITERS[form]
    for lack in writer.lacks(edition, options):
        log_line("note", f"{form}: {lack}")
    try:
        if path is None:
            with standard_output():
                writer.write(edition, options, sys.stdout.buffer)
            return
        old = write_report(edition, form, options, path)
    except (MissingExtra, MissingProgram) as error:
        if not skip:
            raise
        log_line("note", f"Skipped {form}: {error}")
        return
    if old:
        log_line("note", f"Left over from an older, longer report: {listed(old)}.")
