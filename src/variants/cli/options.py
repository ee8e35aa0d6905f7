"""Arguments and options shared by several commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from variants.cli.help_groups import APPEARANCE, METHOD, OUTPUT, SELECTION, TEXTS
from variants.terminal import Theme
from variants.ways import ways_of


def _ways(stage: str) -> Callable[[], list[str]]:
    """Return a function that lists the ways of a stage, for completion."""
    return lambda: ways_of(stage)


def _documents() -> list[str]:
    """Return the documents of the edition here; empty if there is no readable edition."""
    from variants.cli.sources import edition_here  # noqa: PLC0415
    from variants.errors import VariantsError  # noqa: PLC0415

    try:
        return [document.name for document in edition_here().documents]
    except VariantsError:
        return []


Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="SEED OTHER",
        help="The seed, then the other renderings (default: the edition in this folder).",
        show_default=False,
    ),
]
Title = Annotated[
    str,
    typer.Option(
        "--title",
        metavar="TEXT",
        rich_help_panel=TEXTS,
        help="Title of the files, for the heading.",
        show_default=False,
    ),
]
Sigla = Annotated[
    list[str] | None,
    typer.Option(
        "--siglum",
        metavar="S,A,B",
        rich_help_panel=TEXTS,
        help="Sigla of the files, in the same order (default: S,A,B,C …).",
        show_default=False,
    ),
]
Telegraph = Annotated[
    bool | None,
    typer.Option(
        "--telegraph/--no-telegraph",
        rich_help_panel=TEXTS,
        help="Each spoken STOP in the files ends a sentence, or none (default: by its rate).",
        show_default=False,
    ),
]
Furniture = Annotated[
    bool | None,
    typer.Option(
        "--furniture/--no-furniture",
        rich_help_panel=TEXTS,
        help="Set aside page numbers, running heads, and marks of notes and editors in the files, "
        "or compare them (default: set aside).",
        show_default=False,
    ),
]
SeedName = Annotated[
    str,
    typer.Option(
        "--seed",
        metavar="B",
        rich_help_panel=TEXTS,
        help="Take this witness as the seed for this run.",
        show_default=False,
    ),
]
DocumentName = Annotated[
    str,
    typer.Option(
        "--doc",
        metavar="NAME",
        rich_help_panel=TEXTS,
        help="Use only this document of the edition (default: all).",
        autocompletion=_documents,
        show_default=False,
    ),
]
Segmenter = Annotated[
    str,
    typer.Option(
        "--segmenter",
        metavar="NAME",
        rich_help_panel=METHOD,
        help="Segmenter: sentences, or lines if each line is one (default: sentences).",
        autocompletion=_ways("segmenter"),
        show_default=False,
    ),
]
Aligner = Annotated[
    str,
    typer.Option(
        "--aligner",
        metavar="NAME",
        rich_help_panel=METHOD,
        help="Sentence aligner: likelihood, or length to ignore words (default: likelihood).",
        autocompletion=_ways("aligner"),
        show_default=False,
    ),
]
Linker = Annotated[
    str,
    typer.Option(
        "--linker",
        metavar="NAME",
        rich_help_panel=METHOD,
        help="Word linker: lexical, or semantic to compare meanings too (default: lexical).",
        autocompletion=_ways("linker"),
        show_default=False,
    ),
]
Editor = Annotated[
    str,
    typer.Option(
        "--editor",
        metavar="KEY",
        help="Editor key (default: $VARIANTS_EDITOR, or the key stored on this machine).",
        show_default=False,
    ),
]
WitnessNames = Annotated[
    list[str] | None,
    typer.Option(
        "--witness",
        metavar="A,B",
        rich_help_panel=SELECTION,
        help="Show only these witnesses beside the seed.",
        show_default=False,
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", rich_help_panel=APPEARANCE, help="Mark differences with signs, without colour."
    ),
]
Background = Annotated[
    Theme | None,
    typer.Option(
        "--theme",
        rich_help_panel=APPEARANCE,
        help="Background of the terminal (default: found out, else styles for both).",
        show_default=False,
    ),
]
NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager", rich_help_panel=OUTPUT, help="Write long output directly, not in a pager."
    ),
]
Place = Annotated[
    str,
    typer.Argument(
        metavar="PLACE", help="Label (5.2, DOC:5.2), id, or words of the seed (5:words)."
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID", help="Ids of events, as shown by the log.", show_default=False),
]
Why = Annotated[
    str, typer.Option("--why", metavar="TEXT", help="Reason, for the log.", show_default=False)
]
STANDARD_OUTPUT = "-"
"""Name of the standard output, as in other programs; a file of this name is ``./-``."""


def _output_file(given: str) -> Path | None:
    """Return the file to write; ``None`` for the standard output."""
    return None if given == STANDARD_OUTPUT else Path(given)


Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=_output_file,
        rich_help_panel=OUTPUT,
        help="Write to a file (default: -, the standard output).",
        show_default=False,
    ),
]
Yes = Annotated[
    bool,
    typer.Option("--yes", "-y", help="Record several decisions without asking for confirmation."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be done, without doing it.")
]
RuleKey = Annotated[str, typer.Argument(metavar="KEY", help="Short name of the rule, such as R1.")]
