"""``variants demo``: a comparison of texts that come with the program."""

from __future__ import annotations

import dataclasses
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.background import background_of_terminal
from variants.cli.console import write_line
from variants.cli.edition_access import edition_of
from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.first_run import print_explanation
from variants.cli.options import Background, NoPager, Plain
from variants.cli.pager import paged_console
from variants.cli.sources import SourceOptions, read_texts
from variants.terminal import View, write_terminal

if TYPE_CHECKING:
    from variants.project.document_texts import DocumentTexts

HELP = """Compare three texts that come with the program.

They are renderings of a telegram of 1951, written for this project as illustrations.

\b
Example:
  variants demo
"""

_TITLE = "Filippov [Stalin] to Mao Zedong, 13 June 1951"
_RENDERINGS = {
    "A": "Older conventions (illustration)",
    "B": "Literal crib (illustration)",
    "C": "Free modern rendering (illustration)",
}
_NEXT = (
    "",
    "Compare your own texts:  variants SEED OTHER",
    "One page of what matters:  variants brief SEED OTHER",
    "A web page:  variants report SEED OTHER -o report.html",
)


def demo(*, plain: Plain = False, theme: Background = None, no_pager: NoPager = False) -> ExitCode:
    """Compare the texts, and print the commands for one's own."""
    view = View(plain=plain, theme=background_of_terminal(theme))
    edition = edition_of(demo_texts())
    with standard_output(), paged_console(paged=not no_pager) as console:
        print_explanation(console)
        write_terminal(edition, view, console)
    with standard_output():
        for line in _NEXT:
            write_line(line)
    return ExitCode.FINE


def demo_texts() -> DocumentTexts:
    """Return the texts with their titles; A is the seed."""
    with resources.as_file(resources.files("variants.cli").joinpath("demo")) as folder:
        files = tuple(Path(folder) / f"{siglum}.txt" for siglum in _RENDERINGS)
        (texts,) = read_texts(SourceOptions(files=files, sigla=tuple(_RENDERINGS), title=_TITLE))
    named = tuple(
        dataclasses.replace(one, title=_RENDERINGS[one.siglum], source="")
        for one in texts.witnesses
    )
    return dataclasses.replace(texts, witnesses=named)
