"""Options that every command with files has for their readers."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Annotated, Any, TypeAlias

import typer

from variants.cli.exit_codes import ExitCode
from variants.cli.help_groups import TEXTS
from variants.readers.file_text import NotesUse, ReadOptions, TrackedChanges

Run: TypeAlias = Callable[..., ExitCode]

_PARAMETER = "reading"
"""Parameter of a command that gets the value of all these options."""


def _option(*names: str, metavar: str | None = None, least: int | None = None, text: str) -> Any:  # noqa: ANN401 - Typer's own type is Any
    return typer.Option(
        *names,
        metavar=metavar,
        min=least,
        rich_help_panel=TEXTS,
        help=text,
        show_default=False,
    )


_OPTIONS: Mapping[str, Any] = {
    "encoding": Annotated[
        str,
        _option(
            "--encoding",
            metavar="NAME",
            text="Encoding of the files, such as windows-1252 (default: detected).",
        ),
    ],
    "language": Annotated[
        str,
        _option(
            "--language",
            metavar="TAG",
            text="Language of the files, such as fr or pt-BR (default: en).",
        ),
    ],
    "changes": Annotated[
        TrackedChanges,
        _option(
            "--changes",
            text="Accept or reject the tracked changes of the files (default: accept).",
        ),
    ],
    "notes": Annotated[
        NotesUse,
        _option(
            "--notes",
            text="Place of footnotes and endnotes of the files (default: after the text).",
        ),
    ],
    "from_page": Annotated[
        int,
        _option(
            "--from-page",
            metavar="N",
            least=1,
            text="First page of PDF files to read, counted from 1.",
        ),
    ],
    "to_page": Annotated[
        int,
        _option(
            "--to-page",
            metavar="N",
            least=0,
            text="Last page of PDF files to read (default: the last).",
        ),
    ],
    "realign": Annotated[
        bool,
        _option(
            "--realign",
            text="Align the texts of a table or of segments, instead of keeping its pairs.",
        ),
    ],
}
"""An option for each field of ``ReadOptions``."""
_UNNAMED = {"encoding": "", "language": ""}
"""Values of options without a default of their own: a text or the settings decide."""


def with_reading(command: Run) -> Run:
    """Return a command with the options of the readers, in place of its parameter ``reading``."""
    defaults = {field.name: field.default for field in fields(ReadOptions)} | _UNNAMED
    shared = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=defaults[name],
            annotation=annotation,
        )
        for name, annotation in _OPTIONS.items()
    ]

    def run(**given: Any) -> ExitCode:  # noqa: ANN401 - values of many types
        chosen = {name: given.pop(name) for name in _OPTIONS}
        reading = ReadOptions(**chosen | {"encoding": chosen["encoding"] or None})
        return command(**given, **{_PARAMETER: reading})

    own = inspect.signature(command, eval_str=True)
    parameters: list[inspect.Parameter] = []
    for parameter in own.parameters.values():
        parameters += shared if parameter.name == _PARAMETER else [parameter]
    run.__doc__, run.__module__ = command.__doc__, command.__module__
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run
