import re
import tomllib
from enum import Enum
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode
from variants.cli.filters import CLASSES
from variants.project.settings_file import read_settings_file
from variants.types.variant import Kind

DOCS = Path(__file__).parents[2] / "docs" / "reference"


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return a section of a page, from its heading to the next."""
    return re.split(r"^## ", text.partition(f"## {heading}")[2], maxsplit=1, flags=re.MULTILINE)[0]


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def documented(text: str) -> set[str]:
    """Return the options that have a row in a table."""
    return options_in("\n".join(re.findall(r"^\| (`-.*?) \|", text, flags=re.MULTILINE)))


def offered(help_text: str) -> set[str]:
    """Return the options that a help text lists, without the second name of a format."""
    help_text = help_text.replace("--input-format, --format", "--input-format")
    return options_in("\n".join(re.findall(r"^  (-.*?)(?:  |$)", help_text, flags=re.MULTILINE)))


def test_every_command_has_its_section(run: Run) -> None:
    commands = re.findall(
        r"^  (\w+)  ", run("--help").out.partition("\nCommands:\n")[2], re.MULTILINE
    )

    assert commands == re.findall(r"^## `variants (\w+)[ `]", page("commands"), re.MULTILINE)


@pytest.mark.parametrize(
    "command",
    [
        *("compare", "brief", "align", "decide", "status", "text", "measures", "report", "read"),
        *("init", "add"),
    ],
)
def test_every_option_of_a_command_has_its_row(run: Run, command: str) -> None:
    here = section(page("commands"), f"`variants {command}")
    takes = re.findall(r"^Takes .*$", here, re.MULTILINE)[0]
    texts = section(page("commands"), "Which texts")
    shared = options_in(takes)
    if "options of readers" in takes:
        shared |= documented(texts.partition("### Options of readers")[2])

    assert shared <= documented(texts)
    assert offered(run(command, "--help").out) == {*shared, *documented(here), "--help"}


@pytest.mark.parametrize(
    ("command", "names"),
    [("read", "--input-format, --format NAME"), ("align", "--input-format NAME")],
)
def test_a_format_of_files_has_a_short_name_unless_results_have_formats(
    run: Run, command: str, names: str
) -> None:
    assert re.search(rf"^  {names}", run(command, "--help").out, re.MULTILINE)


def test_every_option_of_the_program_has_its_row(run: Run) -> None:
    assert documented(page("commands").partition("\n## ")[0]) == offered(run("--help").out)


@pytest.mark.parametrize("name", ["columns", "two", "stacked", "inline", "readings"])
def test_layouts_are_named(run: Run, name: str) -> None:
    assert name in run("compare", "--help").out
    assert f"`{name}`" in page("commands")


@pytest.mark.parametrize(("option", "members"), [("--class", CLASSES), ("--kind", tuple(Kind))])
def test_every_class_and_kind_is_named(option: str, members: tuple[Enum, ...]) -> None:
    (row,) = re.findall(rf"^\| `{option} .*", page("commands"), re.MULTILINE)

    assert re.findall(r"`([a-z-]+)`", row.partition(":")[2]) == [
        str(each.value).replace(" ", "-") for each in members
    ]


def test_every_exit_code_has_its_row() -> None:
    rows = re.findall(r"^\| (\d+) \|", page("exit-codes"), re.MULTILINE)

    assert list(map(int, rows)) == list(ExitCode)


def test_the_example_of_settings_is_right_and_whole(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", page("variants-toml"), re.MULTILINE | re.DOTALL)
    path = tmp_path / "variants.toml"
    path.write_text(example)

    file = read_settings_file(path)

    assert file.title == "Letters from the harbour"
    keys = set(re.findall(r"^\| `(\w+)` \|", page("variants-toml"), re.MULTILINE))
    assert keys == keys_of(tomllib.loads(example)) - {"letter", "S", "A"}


def keys_of(table: dict[str, object]) -> set[str]:
    """Return all keys of a table, including nested tables."""
    values = [value if isinstance(value, list) else [value] for value in table.values()]
    inner = (keys_of(one) for value in values for one in value if isinstance(one, dict))
    return set(table).union(*inner)
