from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Run
from variants.cli.app import COMMANDS, Command
from variants.cli.exit_codes import ExitCode
from variants.project.sigla import sigla_for
from variants.types.witness import is_siglum
from variants.version import VERSION

HEAVY = ["numpy", "rich", "regex", "sentencex", "rapidfuzz", "charset_normalizer", "tomlkit"]
STAGES = ["readers", "segmenters", "aligners", "words", "classify", "reports", "terminal", "log"]


def all_commands(
    table: Mapping[str, Command] = COMMANDS, parent: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Yield every command with the words that call it."""
    for name, command in table.items():
        yield (*parent, name), command
        yield from all_commands(command.commands, (*parent, name))


ALL = dict(all_commands())


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_a_command_has_a_help_that_begins_with_its_line_in_the_list(
    run: Run, words: tuple[str, ...]
) -> None:
    command = ALL[words]
    module = import_module(f"variants.cli.commands.{command.module}")

    shown = run(*words, "--help")
    listed = run(*words[:-1], "--help")

    first = module.HELP.partition("\n\n")[0].replace("\n", " ").partition(". ")[0].rstrip(".")
    assert f"{first}." == command.short_help
    assert (shown.code, shown.err) == (ExitCode.FINE, "")
    assert command.short_help in " ".join(shown.out.split())
    assert any(
        line.split(maxsplit=1) == [words[-1], command.short_help]
        for line in listed.out.splitlines()
    )  # Not shortened to fit the line.


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_a_help_states_each_default_once(run: Run, words: tuple[str, ...]) -> None:
    shown = run(*words, "--help").out

    assert "[default:" not in shown
    assert "False" not in shown


def test_every_file_of_a_command_is_in_the_table() -> None:
    folder = Path(import_module("variants.cli.commands").__path__[0])

    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}

    assert files == {command.module for command in ALL.values()}


def imported(command: Run, *arguments: str) -> set[str]:
    """Return the modules that a run of the program imports."""
    program = (
        "import sys; from variants.cli import main; code = main(); "
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    ran = command(*arguments, python=["-c", program])
    assert ran.code == ExitCode.FINE
    return set(ran.err.split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compare", "--help"], ["align", "--help"], ["--version"]]
)
def test_help_loads_no_heavy_library(command: Run, arguments: list[str]) -> None:
    assert imported(command, *arguments) & set(HEAVY) == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_the_list_of_commands_imports_no_command_and_no_stage(command: Run, argument: str) -> None:
    modules = imported(command, argument)

    rooms = {name.split(".")[1] for name in modules if name.startswith("variants.")}
    assert "variants.cli.app" in modules
    assert not any(name.startswith("variants.cli.commands") for name in modules)
    assert rooms.isdisjoint(STAGES)


def test_a_command_imports_no_other_command(command: Run) -> None:
    modules = imported(command, "log", "show", "--help")

    commands = {name for name in modules if name.startswith("variants.cli.commands.")}
    assert commands == {"variants.cli.commands.log", "variants.cli.commands.log_show"}


@pytest.mark.parametrize(("given", "used"), [(None, "1"), ("4", "4")])
def test_numpy_has_one_thread_unless_the_user_wants_more(
    run: Run, monkeypatch: pytest.MonkeyPatch, given: str | None, used: str
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", given or "")
    if given is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")

    run("--version")

    assert os.environ["OPENBLAS_NUM_THREADS"] == used


def test_the_version_is_written(command: Run) -> None:
    assert command("--version").out == f"variants {VERSION}\n"


@pytest.mark.parametrize("words", [(), ("compare",), ("log", "show"), ("rules",)])
def test_a_short_option_shows_the_help(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words, "-h") == run(*words, "--help")


def test_an_argument_has_no_type_in_the_help(run: Run) -> None:
    assert "\n  SEED OTHER  The seed" in run("compare", "--help").out


def test_the_options_of_a_help_are_in_groups(run: Run) -> None:
    groups = re.findall(r"^(\w+):$", run("compare", "--help").out, re.MULTILINE)

    assert groups == [
        "Arguments",
        "Selection",
        "Appearance",
        "Output",
        "Texts",
        "Method",
        "Options",
    ]


@pytest.mark.usefixtures("texts")
def test_files_without_a_command_are_compared(run: Run) -> None:
    assert run("seed.txt", "yang.txt") == run("compare", "seed.txt", "yang.txt")
    assert run("seed.txt", "yang.txt", "--sense").out


def test_a_file_that_does_not_exist_is_not_taken_for_a_command(run: Run) -> None:
    assert run("letter.txt", "yang.txt").err.startswith("variants: There is no file letter.txt.")


def test_without_a_command_the_help_is_shown_as_an_error(run: Run) -> None:
    ran = run()

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "variants seed.txt" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["compair"], "No such command 'compair'. Did you mean 'compare'?", "variants --help"),
        (["log", "shw"], "No such command 'shw'. Did you mean 'show'?", "variants log --help"),
        (["rules", "x"], "No such command 'x'.", "variants rules --help"),
    ],
)
def test_a_mistyped_command_is_answered_with_the_right_help(
    run: Run, arguments: list[str], message: str, hint: str
) -> None:
    assert run(*arguments).err == f"variants: {message}\nhint: Try: {hint}\n"


_OWN_WORDS = 'Write --emend TEXT. Use your own words; "" leaves the seed\'s out.'


@pytest.mark.parametrize(
    ("arguments", "option", "hint"),
    [
        (["decide", "1.1", "--emend"], "--emend", _OWN_WORDS),
        (["decide", "1.1", "--emend", "--why", "Plainer."], "--emend", _OWN_WORDS),
        (["text", "-o", "--marks"], "-o", "Write -o, --output FILE."),
        (["log", "export", "-o", "-h"], "-o", "Write -o, --output FILE."),
        (
            ["compare", "--changes", "--no-furniture"],
            "--changes",
            "Write --changes <accept|reject>.",
        ),
    ],
)
def test_an_option_without_its_value_is_answered_with_its_form(
    run: Run, arguments: list[str], option: str, hint: str
) -> None:
    ran = run(*arguments)

    assert ran.code == ExitCode.USAGE
    assert ran.err.startswith(f"variants: {option} needs a value.\nhint: {hint}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "ship", "--emend=--why", "--why", "Plainer."],
        ["decide", "ship", "--emend", "--a", "--why", "Plainer."],
        ["decide", "--keep", "--why", "Plainer.", "--", "--why"],
    ],
)
def test_a_value_may_begin_with_hyphens(run: Run, arguments: list[str]) -> None:
    assert "is not in an edition" in run(*arguments).err


COMPLETIONS = [
    ("variants com", "compare"),
    ("variants log sh", "show"),
    ("variants rules ap", "apply"),
    ("variants log --he", "--help"),
    ("variants compare --lay", "--layout"),
    ("variants compare --layout st", "stacked"),
    ("variants compare --class mo", "modality"),
    ("variants compare --class se", "sense"),
    ("variants compare --sense", "--sense"),
    ("variants compare --kind fun", "function-word"),
    ("variants align --segmenter l", "lines"),
    ("variants align --aligner le", "length"),
    ("variants report --linker se", "semantic"),
    ("variants compare --doc le", "letter"),
    ("variants log --doc le", "letter"),
]


@pytest.mark.parametrize(("words", "expected"), COMPLETIONS)
def test_bash_completes(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    expected: str,
) -> None:
    make_files(tmp_path)
    monkeypatch.setenv("_VARIANTS_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))

    assert run().out.split() == [expected]


@pytest.mark.parametrize(("words", "expected"), COMPLETIONS)
def test_zsh_completes_with_a_description(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    expected: str,
) -> None:
    make_files(tmp_path)
    monkeypatch.setenv("_VARIANTS_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)

    shown = run().out

    assert f'"{expected}"' in shown
    command = ALL.get((*words.split()[1:-1], expected))
    assert command is None or command.short_help in shown


def make_files(folder: Path) -> None:
    """Make an edition of one document, called letter."""
    for name in ("seeds/letter.txt", "variants/letter/A.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def test_all_commands_are_completed_without_importing_them(command: Run) -> None:
    program = (
        "import sys; from variants.cli import main; main(); "
        "sys.exit(any('cli.commands' in name for name in sys.modules))"
    )
    env = {"_VARIANTS_COMPLETE": "complete_bash", "COMP_WORDS": "variants ", "COMP_CWORD": "1"}

    ran = command(python=["-c", program], env=env)

    assert (ran.code, ran.out.split()) == (0, list(COMMANDS))


@given(st.integers(2, 200))
def test_sigla_are_distinct_and_begin_with_that_of_the_seed(count: int) -> None:
    sigla = sigla_for(["x"] * count, ())

    assert len(set(sigla)) == count
    assert sigla[0] == "S"
    assert all(map(is_siglum, sigla))
    assert sigla[:20] == tuple("SABCDEFGHIJKLMNOPQRT")[:count]
