"""``variants init``: an edition of given files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.options import Encoding, Language, Sigla, names_in
from variants.cli.sources import SourceOptions, read_texts

HELP = """Make an edition of given files, so that a plain "variants compare" shows them.

The files are copied byte for byte to seeds/NAME.txt and variants/NAME/A.txt, B.txt and so on, and
a variants.toml is written, in which titles and translators can be told. Nothing that is there is
overwritten.

\b
Example:
  variants init letter.txt yang.txt li.txt --into letters
"""


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
            help="What files and commands call the document. Usually the seed's file name.",
            show_default=False,
        ),
    ] = "",
    title: Annotated[
        str,
        typer.Option("--title", metavar="TEXT", help="What readers call it.", show_default=False),
    ] = "",
    sigla: Sigla = None,
    encoding: Encoding = "",
    language: Language = "",
    into: Annotated[
        Path,
        typer.Option("--into", metavar="FOLDER", help="Where the edition is made. Usually here."),
    ] = Path(),
) -> ExitCode:
    """Read the texts, copy their files and say what was made."""
    from variants.project.scaffold import GivenText, make_edition  # noqa: PLC0415

    request = SourceOptions(
        files=tuple(files), sigla=names_in(sigla), encoding=encoding, language=language
    )
    # Read first: what cannot be read cannot be compared later.
    (texts,) = read_texts(request)
    print_notices(notice for witness in texts.witnesses for notice in witness.notices)
    given = [
        GivenText(witness.siglum, path, encoding if witness.encoding else "", language)
        for witness, path in zip(texts.witnesses, files, strict=True)
    ]
    made = make_edition(into, name=name or files[0].stem, title=title, texts=given)
    with standard_output():
        for path in made:
            print(f"Made {path}")  # noqa: T201 - what the command answers
    return ExitCode.FINE
