"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from variants.ways import ways_of


def names_in(values: Iterable[str] | None) -> tuple[str, ...]:
    """The names in an option that may be repeated and may hold a list.

    Examples:
        >>> names_in(["S,A", "B"])
        ('S', 'A', 'B')
    """
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)


def _ways(stage: str) -> Callable[[], list[str]]:
    """Return a function that lists the ways of a stage, for completion."""
    return lambda: ways_of(stage)


def _documents() -> list[str]:
    """The documents of the edition here; none where there is none to be read."""
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
        help="The seed and the other renderings. Without them: the edition in this folder.",
        show_default=False,
    ),
]
Title = Annotated[
    str,
    typer.Option(
        "--title",
        metavar="TEXT",
        help="What to call the files in the heading.",
        show_default=False,
    ),
]
Sigla = Annotated[
    list[str] | None,
    typer.Option(
        "--siglum",
        metavar="S,A,B",
        help="Short names of the files, in their order. Usually S, A, B, C and so on.",
        show_default=False,
    ),
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Encoding of the files, as in windows-1252. Usually found out.",
        show_default=False,
    ),
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="TAG",
        help="Language of the files, as in en, fr or zh. Usually en.",
        show_default=False,
    ),
]
DocumentName = Annotated[
    str,
    typer.Option(
        "--doc",
        metavar="NAME",
        help="The document of the edition. Usually all, one after another.",
        autocompletion=_documents,
        show_default=False,
    ),
]
Segmenter = Annotated[
    str,
    typer.Option(
        "--segmenter",
        metavar="NAME",
        help="How texts are cut: at the ends of sentences, or a sentence a line as given.",
        autocompletion=_ways("segmenter"),
        show_default=False,
    ),
]
Aligner = Annotated[
    str,
    typer.Option(
        "--aligner",
        metavar="NAME",
        help="How sentences are brought together: by their words, or by their length alone.",
        autocompletion=_ways("aligner"),
        show_default=False,
    ),
]
Linker = Annotated[
    str,
    typer.Option(
        "--linker",
        metavar="NAME",
        help="How words are linked: by spelling and context, or by their meaning too.",
        autocompletion=_ways("linker"),
        show_default=False,
    ),
]
Editor = Annotated[
    str,
    typer.Option(
        "--editor",
        metavar="KEY",
        help="Under whose key it is recorded. Usually VARIANTS_EDITOR, or what was said before.",
        show_default=False,
    ),
]
WitnessNames = Annotated[
    list[str] | None,
    typer.Option(
        "--witness",
        metavar="A,B",
        help="Show only these witnesses beside the seed.",
        show_default=False,
    ),
]
Place = Annotated[
    str, typer.Argument(metavar="PLACE", help="5.2, DOC:5.2, words of the seed, or 5:words.")
]
Ids = Annotated[
    list[str], typer.Argument(metavar="ID", help="As the log shows them; several at once.")
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason.", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before several are recorded.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be recorded, and record nothing.")
]
RuleKey = Annotated[str, typer.Argument(metavar="KEY", help="Its short name, such as R1.")]
