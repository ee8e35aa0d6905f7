"""Commands that views name can be typed where they are read, in an edition and on loose files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode


@pytest.fixture(params=["loose", "edition"])
def files(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> list[str]:
    """Write long texts, of which many sentences are folded; return the names to type."""
    lines = [f"In village {n + 100} there were {n + 20} men in the boat." for n in range(80)]
    other = [line.replace("boat", "ship") for line in lines]
    other[40:] = [line.replace("were ", "were 3") for line in lines[40:]]
    (tmp_path / "the seed.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "other.txt").write_text("\n".join(other), encoding="utf-8")
    if request.param == "loose":
        return ["the seed.txt", "other.txt"]
    run("init", "the seed.txt", "other.txt", "--name", "crossing")
    return []


def _named(text: str, after: str) -> list[str]:
    """Return the arguments of the command that a brief names."""
    (command,) = re.findall(rf"{after} variants (.*?) besides ", " ".join(text.split()))
    return shlex.split(command)


def test_the_command_for_all_differences_of_sense_can_be_typed(run: Run, files: list[str]) -> None:
    named = _named(run("compare", *files).out, "all of them")
    ran = run(*named)

    assert named == ["compare", *files, "--sense"]
    assert ran.code == ExitCode.FINE
    assert "▲" in ran.out


@pytest.mark.parametrize("suffix", ["tex", "md"])
def test_the_command_for_the_notes_of_folded_passages_writes_the_same_format(
    run: Run, files: list[str], tmp_path: Path, suffix: str
) -> None:
    run("report", *files, "-o", f"edition.{suffix}")

    text = " ".join((tmp_path / f"edition.{suffix}").read_text("utf-8").split())
    (named,) = re.findall(rf"their notes: variants (.*?\.{suffix}\b)", text)
    ran = run(*shlex.split(named.replace("{}", "")))

    assert ran.code == ExitCode.FINE
    assert (tmp_path / f"all-notes.{suffix}").exists()


def test_a_sentence_that_is_not_there_is_answered_with_a_command(
    run: Run, files: list[str]
) -> None:
    shown = run("compare", *files, "--sentence", "900").err
    linked = run("align", *files, "--force", "A:900=1").err

    (named,) = {err.rpartition("with their numbers: variants ")[2] for err in (shown, linked)}
    assert shlex.split(named) == ["align", *files]
    assert run(*shlex.split(named)).code == ExitCode.FINE
