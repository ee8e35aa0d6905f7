"""Options that every command with files has for their readers."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Annotated, Any, TypeAlias

import typer

from variants.cli.exit_codes import ExitCode
from variants.cli.help_groups import TEXTS
from variants.readers.file_text import NotesUse, ReadOptions, SuppliedUse, TrackedChanges

Run: TypeAlias = Callable[..., ExitCode]

_PARAMETER = "reading"
"""Parameter of a command that gets the value of all these options."""
_FORMAT = "--format"


def _option(*names: str, metavar: str | None = None, least: int | None = None, text: str) -> Any:  # noqa: ANN401 - Typer's own type is Any
    return typer.Option(
        *names,
        metavar=metavar,
        min=least,
        rich_help_panel=TEXTS,
        help=text,
        show_default=False,
    )


def _format_option(*names: str) -> Any:  # noqa: ANN401 - a type with an option
    option = _option(
        *names,
        metavar="NAME",
        text="Format of the standard input if it is read, else of all files, such as docx "
        "(default: found by the content, then by the suffix).",
    )
    return Annotated[str, option]


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
    "choice": Annotated[
        str,
        _option(
            "--choice",
            metavar="FORMS",
            text="Forms of TEI documents to read: sic or corr, orig or reg, abbr or expan "
            "(default: corr,reg,expan).",
        ),
    ],
    "supplied": Annotated[
        SuppliedUse,
        _option(
            "--supplied",
            text="Keep or leave out the words that editors supplied in TEI documents "
            "(default: keep).",
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
    "input_format": _format_option("--input-format", _FORMAT),
    "select": Annotated[
        str,
        _option(
            "--select",
            metavar="CSS|XPATH",
            text="Read only these elements of web pages, e-books and TEI documents.",
        ),
    ],
    "join_hyphens": Annotated[
        bool,
        _option("--join-hyphens", text="Join words that a hyphen divides at the end of a line."),
    ],
    "drop_headings": Annotated[bool, _option("--drop-headings", text="Leave out headings.")],
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
    own = inspect.signature(command, eval_str=True)
    options = dict(_OPTIONS)
    if any(map(_is_format, own.parameters.values())):
        options["input_format"] = _format_option("--input-format")
    defaults = {field.name: field.default for field in fields(ReadOptions)} | _UNNAMED
    shared = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=defaults[name], annotation=annotation
        )
        for name, annotation in options.items()
    ]

    def run(**given: Any) -> ExitCode:  # noqa: ANN401 - values of many types
        chosen = {name: given.pop(name) for name in _OPTIONS}
        reading = ReadOptions(**chosen | {"encoding": chosen["encoding"] or None})
        return command(**given, **{_PARAMETER: reading})

    parameters: list[inspect.Parameter] = []
    for parameter in own.parameters.values():
        parameters += shared if parameter.name == _PARAMETER else [parameter]
    run.__doc__, run.__module__ = command.__doc__, command.__module__
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run


def _is_format(parameter: inspect.Parameter) -> bool:
    """Return True if a command has an option ``--format`` of its own, for its results."""
    (option,) = getattr(parameter.annotation, "__metadata__", None) or (None,)
    # Typer takes the first name as a default.
    names = (getattr(option, "default", ""), *(getattr(option, "param_decls", None) or ()))
    return _FORMAT in names
