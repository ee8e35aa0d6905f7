"""``variants init``: make an edition from files."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.name_lists import names_in
from variants.cli.options import (
    Sigla,
)
from variants.cli.reading_options import with_reading
from variants.cli.sources import SourceOptions, open_given, read_files
from variants.readers.file_text import ReadOptions

HELP = """Make an edition from files. In its folder, "variants compare" needs no file names.

The files are copied to seeds/NAME.txt and variants/NAME/A.txt, B.txt and so on, without changes.
Of Word documents and other formats, the text is written there, and the files are copied to
originals/NAME/. A variants.toml is written, with the names of the files as titles, and encodings
that are not UTF-8. Existing files are never overwritten.

\b
Example:
  variants init letter.txt yang.txt li.txt --into letters
"""


@with_reading
def init(  # noqa: PLR0913 - each is an option
    files: Annotated[
        list[Path], typer.Argument(metavar="SEED OTHER", help="The seed, then the others.")
    ],
    *,
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="NAME",
            help="Name of the document (default: file name of the seed; text for -).",
            show_default=False,
        ),
    ] = "",
    title: Annotated[
        str,
        typer.Option("--title", metavar="TEXT", help="Title for readers.", show_default=False),
    ] = "",
    sigla: Sigla = None,
    reading: ReadOptions,
    into: Annotated[
        Path,
        typer.Option(
            "--into",
            metavar="FOLDER",
            help="Folder of the edition (default: current folder).",
            show_default=False,
        ),
    ] = Path(),
) -> ExitCode:
    """Read the texts, copy their files and print the names of new files."""
    from variants.cli.given_files import given_texts  # noqa: PLC0415 - imports the readers
    from variants.project.scaffold import make_edition  # noqa: PLC0415
    from variants.settings import Settings  # noqa: PLC0415

    request = SourceOptions(
        files=tuple(files),
        sigla=names_in(sigla),
        reading=reading,
    )
    # The texts are read first, so that no edition is made from unreadable files.
    opened = open_given(request)
    texts = read_files(request, opened)
    print_notices(notice for witness in texts.witnesses for notice in witness.notices)
    given = given_texts(texts.witnesses, opened, reading, Settings().language)
    made = make_edition(into, name=name or _stem(files[0]), title=title, texts=given)
    with standard_output():
        for path in made:
            print(f"Made {path}")  # noqa: T201 - output of the command
        there = "" if into == Path() else f"cd {shlex.quote(str(into))}; "
        print(f"Next: {there}variants compare")  # noqa: T201
    return ExitCode.FINE


def _stem(file: Path) -> str:
    """Return the name of a document for the file of its seed."""
    from variants.readers.opened_file import STANDARD_INPUT  # noqa: PLC0415 - imports the readers

    return "text" if file == STANDARD_INPUT else file.stem
