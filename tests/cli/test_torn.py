"""The first command that writes repairs the editor's own file and reports it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import lines_of_log, make_letter
from tests.cli.test_interactive import terminal
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _torn_letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    """Make an edition with decisions, a rule, and an incomplete last line."""
    make_letter(run, monkeypatch, texts)
    run("decide", "ship", "--keep")
    run("rules", "add", "R1", "Late", "--pair", "late=delayed")
    run("decide", "knows", "--keep")
    with file_of(texts).open("ab") as file:
        file.write(b'{"v":1,"id":"01')


def file_of(texts: Path) -> Path:
    """Return the editor's own file."""
    (path,) = (texts / "decisions").glob("kl-*.jsonl")
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "must", "--defer"],
        ["decide", "ship", "--keep", "--everywhere", "--yes"],
        ["log", "withdraw", "-"],
        ["log", "comment", "must", "Ask Li."],
        ["log", "seal"],
        ["rules", "add", "R2", "Ship", "--pair", "ship=vessel"],
        ["rules", "apply", "R1", "--yes"],
    ],
    ids=" ".join,
)
def test_a_torn_line_is_put_aside_and_told(run: Run, texts: Path, arguments: list[str]) -> None:
    name = lines_of_log(texts)[1].partition('"id":"')[2].partition('"')[0]

    ran = run(*(name if each == "-" else each for each in arguments))

    torn = file_of(texts).with_suffix(".torn")
    assert ran.code == ExitCode.FINE
    assert ran.err == (
        f"note: The last line of {file_of(texts).name} was incomplete. Its 15 bytes were moved to "
        f"{torn.name}.\n"
    )
    assert torn.read_bytes() == b'{"v":1,"id":"01\n'
    assert run("log", "check").code == ExitCode.FINE


def test_what_is_refused_leaves_the_file_as_it_is(run: Run, texts: Path) -> None:
    before = file_of(texts).read_bytes()

    ran = run("log", "withdraw", "zzzzzzzz")

    assert ran.code == ExitCode.LOG
    assert file_of(texts).read_bytes() == before


def test_a_round_tells_it_at_its_end(texts: Path) -> None:
    with terminal("decide") as screen:
        screen.wait_for("q quit")
        screen.press("k")
        screen.wait_for("2 of 2")
        screen.wait_for("q quit")
        screen.press("q")
        screen.wait_for("was incomplete")
        screen.wait_for("1 decision recorded.")

    assert file_of(texts).with_suffix(".torn").exists()
