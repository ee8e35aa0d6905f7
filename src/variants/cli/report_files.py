"""Reports of documents, written to files or to the standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from variants.brief.selected_edition import Order, selected_edition
from variants.brief.selection import EVERYTHING
from variants.cli.edition_access import edition_of
from variants.cli.editor_key import known_key
from variants.cli.errors import log_line, print_notices, print_written, standard_output
from variants.cli.options import STANDARD_OUTPUT
from variants.cli.progress import progress_bar
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
from variants.reports.formats import (
    OF_EVERYTHING,
    WRITERS,
    format_for_file,
    format_of,
    named_format,
)
from variants.reports.writer import DraftOptions, ReportOptions
from variants.wording.atomic_files import make_folder
from variants.wording.typed_command import command_on

if TYPE_CHECKING:
    from variants.brief.selection import Selection
    from variants.cli.compare_options import CompareOptions
    from variants.types.edition import Edition

ALL = "all"
DEFAULT = "html"
_TEI = "tei"
_CHANGES = "docx-changes"
_DRAFTS = 2
_NO_AUTHOR = "variants"
_STANDARD_OUTPUT = "the standard output"
_OF_VIEWS = frozenset(
    {
        "--layout",
        "--patterns",
        "--only",
        "--places",
        "--marks",
        "--changed",
        "--steps",
    }
)


@dataclass(frozen=True, slots=True)
class ReportTarget:
    """Destination of reports.

    Attributes:
        path: A file or a folder; ``None`` for the standard output.
        is_folder: True for a folder, which can hold several reports.
    """

    path: Path | None = None
    is_folder: bool = False


def write_reports(  # noqa: PLR0913 - all that a report needs
    request: SourceOptions,
    forms: Sequence[str],
    place: ReportTarget,
    options: ReportOptions,
    chosen: CompareOptions,
    *,
    skip: bool = False,
) -> None:
    """Compare the texts and write the reports of the chosen part.

    Args:
        request: The texts.
        forms: Formats to write.
        place: Where to write them.
        options: Options of the reports.
        chosen: Part of the comparison, and its order.
        skip: True to note formats that need a missing program or library, instead of an error.

    Raises:
        OptionNotApplicable: A format holds everything.
    """
    _refuse_standoff(options, forms)
    _refuse_parts(chosen, forms)
    view = chosen.view()
    documents = read_texts(request)
    if not place.is_folder:
        _refuse_several(documents, forms, place)
    written: list[Path] = []
    for texts in documents:
        edition = edition_of(texts)
        selection = chosen.complete(view, edition).selection
        edition = selected_edition(edition, selection, chosen.order)
        shown = _options_of_part(options, chosen, selection)
        for name in forms:
            if name == _CHANGES and options.drafts is not None and len(texts.witnesses) > _DRAFTS:
                _refuse_many_drafts(skip=skip)
                continue
            path = _path(place, edition, name)
            if place.is_folder and path is not None:
                make_folder(path.parent)
            if path is not None:
                ensure_not_input(path, texts.files)
            if _write(edition, name, shown, path, skip=skip) and path is not None:
                written.append(path)
        print_notices(edition.collation.notices)
        print_notices(edition.decisions.notices)
    print_written(*written)


def _options_of_part(
    options: ReportOptions, chosen: CompareOptions, selection: Selection
) -> ReportOptions:
    """Return the options of a report on the chosen part, which is unfolded unless it is all."""
    whole = replace(selection, witnesses=None) == EVERYTHING
    in_order = chosen.order is Order.TEXT
    return replace(
        options,
        unfolded=options.unfolded or not (whole and in_order),
        by_weight=not in_order,
        form=options.form or chosen.marks_form,
    )


def _refuse_many_drafts(*, skip: bool) -> None:
    """Refuse tracked changes between more than two drafts; with ``skip`` only note it."""
    error = OptionNotApplicable(
        option=_CHANGES,
        to="more than two texts",
        hint="Name two drafts; their changes are tracked from the first to the second.",
    )
    if not skip:
        raise error
    log_line("note", f"Skipped {_CHANGES}: {error}")


def draft_options(
    request: SourceOptions, forms: Sequence[str], editor: str, *, dated: bool
) -> DraftOptions | None:
    """Return author and time of the changes between two drafts; ``None`` for other reports.

    Raises:
        OptionNotApplicable: An option of such changes was given for another report.
    """
    if request.files and _CHANGES in forms:
        date = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}" if dated else ""
        return DraftOptions(known_key(editor) or _NO_AUTHOR, date)
    for option, given in (("--editor", editor), ("--dated", dated)):
        if given:
            raise OptionNotApplicable(
                option=option,
                to="this report",
                hint="Only tracked changes between two drafts have it: draft1.txt draft2.txt -o "
                "x.changes.docx",
            )
    return None


def _refuse_parts(chosen: CompareOptions, forms: Sequence[str]) -> None:
    """Refuse options that choose a part where a format holds everything."""
    for option in chosen.given():
        refusing = [form for form in forms if form in OF_EVERYTHING or option in _OF_VIEWS]
        if refusing:
            raise OptionNotApplicable(
                option=option,
                to=listed(refusing),
                hint=f"Leave it out, or choose another format: {refusing[0]} holds everything."
                if option not in _OF_VIEWS
                else "Leave it out: it is for the terminal.",
            )


def report_target(output: str) -> ReportTarget:
    """Parse ``--output``: a folder has a slash at its end, or exists; ``-`` is not a file."""
    if output in ("", STANDARD_OUTPUT):
        return ReportTarget()
    path = Path(output)
    return ReportTarget(path, is_folder=output.endswith("/") or path.is_dir())


def forms_for(given: Sequence[str], place: ReportTarget) -> tuple[str, ...]:
    """Return the formats to write, each once, in the order of the table.

    A format is given by its name or by the ending of its files: ``markdown`` or ``md``.

    Raises:
        UnknownName: There is no such format.
    """
    given = [named_format(name) for name in given]
    for name in given:
        if name != ALL and name not in WRITERS:
            raise UnknownName(name, [*WRITERS, ALL], what="format")
    if not given:
        return (DEFAULT if place.path is None or place.is_folder else format_of(place.path),)
    forms = tuple(name for name in WRITERS if name in given or ALL in given)
    if len(forms) == 1 and place.path is not None and not place.is_folder:
        return (format_for_file(forms[0], place.path),)
    return forms


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
        reading = command_on(documents[0].name, documents[0].witnesses, "compare")
        raise ReportOnTerminal(WRITERS[forms[0]].suffix, command=reading)


def _path(place: ReportTarget, edition: Edition, form: str) -> Path | None:
    """Return the file of a report; ``None`` for the standard output."""
    if place.path is None or not place.is_folder:
        return place.path
    return place.path / f"{edition.name or 'report'}{WRITERS[form].suffix}"


def _write(
    edition: Edition, form: str, options: ReportOptions, path: Path | None, *, skip: bool
) -> bool:
    """Write one report, and return True if it was written.

    With ``skip``, a missing program or library is only noted.
    """
    from variants.reports.write_report import write_report  # noqa: PLC0415 - a long chain

    writer = WRITERS[form]
    for lack in writer.lacks(edition, options):
        log_line("note", f"{form}: {lack}")
    try:
        if path is None:
            with standard_output():
                writer.write(edition, options, sys.stdout.buffer)
            return True
        with progress_bar(f"Writing {form}"):
            old = write_report(edition, form, options, path)
    except (MissingExtra, MissingProgram) as error:
        if not skip:
            raise
        log_line("note", f"Skipped {form}: {error}")
        return False
    if old:
        log_line("note", f"Left over from an older, longer report: {listed(old)}.")
    return True
