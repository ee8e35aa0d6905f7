"""``variants add``: add witnesses or a document to an edition."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.name_lists import names_in
from variants.cli.options import (
    DocumentName,
    Sigla,
)
from variants.cli.reading_options import with_reading
from variants.cli.sources import SourceOptions, edition_here, open_given, read_given
from variants.readers.file_text import ReadOptions

HELP = """Add witnesses, or a document, to an edition.

The files may have any format that is read. The text of each is written to variants/NAME/SIGLUM.txt,
and files other than plain text are kept in originals/NAME/. Existing files are not overwritten.

\b
Examples:
  variants add third.docx
  variants add third.docx --siglum T --doc letter
  variants add seed.txt yang.docx --new second-letter
"""


@with_reading
def add(  # noqa: PLR0913 - each is an option
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="The witnesses; with --new the seed, then the others."),
    ],
    *,
    new: Annotated[
        str,
        typer.Option(
            "--new", metavar="NAME", help="Make a document of the files.", show_default=False
        ),
    ] = "",
    document: DocumentName = "",
    title: Annotated[
        str,
        typer.Option(
            "--title", metavar="TEXT", help="Title of the new document.", show_default=False
        ),
    ] = "",
    sigla: Sigla = None,
    reading: ReadOptions,
) -> ExitCode:
    """Read the texts, write them into the edition and print the names of new files."""
    from variants.cli.given_files import given_texts  # noqa: PLC0415 - imports the readers
    from variants.project.addition import (  # noqa: PLC0415
        add_document,
        add_witnesses,
        document_to_extend,
    )
    from variants.project.sigla import default_sigla  # noqa: PLC0415

    request = SourceOptions(
        files=tuple(files),
        sigla=names_in(sigla),
        reading=reading,
        document=document,
    )
    edition = edition_here()
    name = new or document_to_extend(edition, document)
    taken = {
        file.siglum
        for one in edition.documents
        if one.name == name
        for file in (one.seed, *one.others)
    }
    free = () if new else tuple(islice(default_sigla(taken), len(files)))
    opened = open_given(request)
    witnesses = read_given(request, opened, edition.settings, free)
    print_notices(notice for witness in witnesses for notice in witness.notices)
    texts = given_texts(witnesses, opened, reading, edition.settings.language, is_new=bool(new))
    made = add_document(edition, name, title, texts) if new else add_witnesses(edition, name, texts)
    with standard_output():
        for path in made:
            print(f"Made {path}")  # noqa: T201 - output of the command
    return ExitCode.FINE
