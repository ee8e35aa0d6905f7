"""Values of arguments and options that are taken without a check."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.main import get_command

from tests.cli.conftest import Run
from variants.cli.app import GroupedCommand
from variants.cli.exit_codes import ExitCode


class Colour(Enum):
    """Values of an option."""

    RED = "red"
    BLUE = "blue"


def values(*arguments: str, checked: bool = False) -> dict[str, Any]:
    """Return the values that a function gets, checked by Typer alone or not."""
    got: dict[str, Any] = {}

    def take(  # noqa: PLR0913, PLR0917 - each kind of option
        files: Annotated[list[Path] | None, typer.Argument()] = None,
        name: Annotated[str, typer.Option("--name")] = "",
        names: Annotated[list[str] | None, typer.Option("--names")] = None,
        colour: Annotated[Colour, typer.Option("--colour")] = Colour.RED,
        number: Annotated[int, typer.Option("--number", min=1)] = 3,
        output: Annotated[str | None, typer.Option("--output", parser=str.upper)] = None,
        flag: Annotated[bool, typer.Option("--flag")] = False,  # noqa: FBT002 - an option
    ) -> None:
        got.update(locals())
        got.pop("got")

    program = typer.Typer(rich_markup_mode=None, add_completion=False)
    program.command(cls=None if checked else GroupedCommand)(take)
    get_command(program).main(list(arguments), standalone_mode=False)
    return got


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "b.txt", "--name", "x y", "--names", "A", "--names", "B,C", "--flag"],
        ["--colour", "blue", "--number", "12", "--output", "out.txt"],
        ["--name", "", "a folder/ä.txt"],
    ],
)
def test_values_are_the_ones_that_typer_gives(arguments: list[str]) -> None:
    assert values(*arguments) == values(*arguments, checked=True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--number", "0"], "greater than or equal to 1"), (["--colour", "green"], "'green'")],
)
def test_wrong_values_are_still_refused(arguments: list[str], said: str) -> None:
    with pytest.raises(Exception, match=said):
        values(*arguments)


def test_comparing_plain_files_loads_neither_pydantic_nor_regex(
    command: Run, tmp_path: Path
) -> None:
    for name in ("seed.txt", "A.txt"):
        (tmp_path / name).write_text("The king left the city.\n")
    program = (
        "import sys; from variants.cli import main; code = main(); "
        "sys.exit(99 if {'pydantic', 'regex'} & sys.modules.keys() else code)"
    )

    ran = command("compare", "seed.txt", "A.txt", "--plain", python=["-c", program])

    assert ran.code == ExitCode.FINE
