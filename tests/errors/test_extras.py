from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from variants.errors import MissingExtra
from variants.errors.extras import EXTRAS, install_command

_PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_extras_have_the_libraries_of_the_project() -> None:
    extras = tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]

    assert {
        name: tuple(re.split("[<>=~]", each)[0] for each in libraries)
        for name, libraries in extras.items()
        if name not in {"bench", "dev", "fit"}
    } == EXTRAS


@pytest.mark.parametrize(
    ("prefix", "command"),
    [
        ("/home/kl/.local/share/pipx/venvs/variants", "pipx inject variants 'psycopg[binary]'"),
        ("/home/kl/.local/share/uv/tools/variants", "uv pip install --python "),
        ("/home/kl/texts/.venv", " -m pip install 'psycopg[binary]'"),
    ],
)
def test_libraries_are_installed_the_way_the_program_was(prefix: str, command: str) -> None:
    made = install_command(["psycopg[binary]"], Path(prefix))

    assert command in made
    assert made.endswith(" 'psycopg[binary]'")


def test_a_missing_library_is_named_with_the_command_that_installs_it() -> None:
    error = MissingExtra("sheets", purpose="Reading a workbook", missing="openpyxl")

    assert str(error) == "Reading a workbook needs openpyxl, which is not installed."
    assert re.fullmatch(r"Install openpyxl: .*(pip install|inject variants) openpyxl", error.hint)
