"""Options that choose a part of a comparison, for views and reports."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.brief.selected_edition import Order
from variants.cli.filters import CLASSES
from variants.cli.help_groups import METHOD, SELECTION
from variants.types.variant import Kind

_CLASSES = ", ".join(each.value for each in CLASSES)
_KINDS = ", ".join(each.value.replace(" ", "-") for each in Kind)

SentenceNumbers = Annotated[
    list[str] | None,
    typer.Option(
        "--sentence",
        metavar="3-5,8",
        rich_help_panel=SELECTION,
        help="Show only these sentences of the seed, counted from 1.",
        show_default=False,
    ),
]
ClassNames = Annotated[
    list[str] | None,
    typer.Option(
        "--class",
        metavar="meaning,name",
        rich_help_panel=SELECTION,
        help=f"Show only differences of these classes: {_CLASSES}.",
        autocompletion=lambda: [each.value for each in CLASSES],
        show_default=False,
    ),
]
OnlySense = Annotated[
    bool,
    typer.Option(
        "--sense",
        rich_help_panel=SELECTION,
        help="Show only readings that are likely to touch the sense.",
    ),
]
KindNames = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="spelling,added",
        rich_help_panel=SELECTION,
        help=f"Show only differences of these kinds: {_KINDS}.",
        autocompletion=lambda: [each.value.replace(" ", "-") for each in Kind],
        show_default=False,
    ),
]
IgnoredKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="case,punctuation",
        rich_help_panel=METHOD,
        help="Kinds of differences that make no places; they are only counted.",
        autocompletion=lambda: [each.value.replace(" ", "-") for each in Kind],
        show_default=False,
    ),
]
SortOrder = Annotated[
    Order,
    typer.Option(
        "--sort",
        rich_help_panel=SELECTION,
        help="Order; with weight, the places most likely to touch the sense come first "
        "(default: text).",
        show_default=False,
    ),
]
