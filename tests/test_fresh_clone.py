"""What a new user does first, on a clone that nobody has prepared."""

import os
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.project.editions import ROOT

pytestmark = pytest.mark.system


def _run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0])
    assert program is not None, f"{command[0]} is not installed"
    # Neither make's own variables nor an environment already entered may help.
    inherited = {k: v for k, v in os.environ.items() if k not in {"MAKEFLAGS", "VIRTUAL_ENV"}}
    return subprocess.run(  # noqa: S603 - our own commands
        [program, *command[1:]],
        cwd=cwd,
        env=inherited,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_compare_shows_the_shipped_edition_on_a_fresh_clone(tmp_path: Path) -> None:
    cloned = _run("git", "clone", "--quiet", str(ROOT), "clone", cwd=tmp_path)
    assert cloned.returncode == 0, cloned.stderr

    shown = _run("make", "compare", cwd=tmp_path / "clone")

    assert shown.returncode == 0, shown.stderr
    words = " ".join(shown.stdout.split())
    assert "paper {pilots, but battle" in words
    assert "{combat}" in words
    assert "{fighting}" in words
    assert "moved" in words
    assert "no counterpart" in words
    assert "not in the seed" in words
    assert "\x1b" not in shown.stdout


def test_a_clone_holds_the_texts_byte_for_byte(tmp_path: Path) -> None:
    cloned = _run("git", "clone", "--quiet", str(ROOT), "clone", cwd=tmp_path)
    assert cloned.returncode == 0, cloned.stderr

    for text in [*ROOT.glob("seeds/*.txt"), *ROOT.glob("variants/*/*.txt")]:
        copy = tmp_path / "clone" / text.relative_to(ROOT)
        assert copy.read_bytes() == text.read_bytes()


def test_the_source_distribution_holds_all_that_a_clone_does() -> None:
    tracked = _run("git", "ls-files", cwd=ROOT).stdout.split()
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    patterns = build["targets"]["sdist"]["include"]

    left_out = [
        path
        for path in tracked
        if path != "pyproject.toml"  # It is there in any case.
        and not any(fnmatch(f"/{path}", p) or f"/{path}".startswith(f"{p}/") for p in patterns)
    ]

    assert tracked
    assert left_out == []


def test_an_environment_that_was_not_made_wholly_is_not_taken_for_one(tmp_path: Path) -> None:
    python = tmp_path / "python3"
    python.write_text(
        '#!/bin/sh\n[ "$2" = venv ] || exit 0\nmkdir -p "$3/bin"; : > "$3/bin/python"; exit 1\n'
    )
    python.chmod(0o755)

    made = _run(str(ROOT / ".ci" / "environment"), str(python), str(tmp_path / "env"), cwd=tmp_path)

    assert made.returncode == 1
    assert not (tmp_path / "env").exists()
