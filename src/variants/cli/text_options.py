"""Options that choose and read the texts, of every command that shows a comparison."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from variants.cli.exit_codes import ExitCode
from variants.cli.filter_options import IgnoredKinds
from variants.cli.filters import parse_kinds
from variants.cli.name_lists import names_in
from variants.cli.options import (
    Aligner,
    DocumentName,
    Files,
    Furniture,
    Linker,
    SeedName,
    Segmenter,
    Sigla,
    Telegraph,
    Title,
)
from variants.cli.reading_options import Run, with_reading
from variants.cli.sources import SourceOptions
from variants.readers.file_text import ReadOptions

_PARAMETER = "request"
"""Parameter of a command that gets the value of all these options."""
_OPTIONS: Mapping[str, tuple[Any, Any]] = {
    "seed": (SeedName, ""),
    "ignore": (IgnoredKinds, None),
    "document": (DocumentName, ""),
    "title": (Title, ""),
    "sigla": (Sigla, None),
    "reading": (ReadOptions, inspect.Parameter.empty),
    "telegraph": (Telegraph, None),
    "furniture": (Furniture, None),
    "segmenter": (Segmenter, ""),
    "aligner": (Aligner, ""),
    "linker": (Linker, ""),
}
"""Type and default of the option for each field of ``SourceOptions`` but the files."""


def with_texts(command: Run) -> Run:
    """Return a command with files and these options, in place of its parameter ``request``."""
    own = inspect.signature(command, eval_str=True)
    shared = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
        )
        for name, (annotation, default) in _OPTIONS.items()
    ]

    def run(**given: Any) -> ExitCode:  # noqa: ANN401 - values of many types
        chosen = {name: given.pop(name) for name in _OPTIONS}
        chosen["ignore"] = parse_kinds(chosen["ignore"])
        chosen["sigla"] = names_in(chosen["sigla"])
        files = tuple(given.pop("files") or ())
        return command(**given, **{_PARAMETER: SourceOptions(files=files, **chosen)})

    files = inspect.Parameter(
        "files", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=Files
    )
    parameters = [files]
    for parameter in own.parameters.values():
        parameters += shared if parameter.name == _PARAMETER else [parameter]
    run.__doc__, run.__module__ = command.__doc__, command.__module__
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return with_reading(run)
