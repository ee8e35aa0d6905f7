"""A new user's first steps on a fresh clone."""

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
    # Variables of an outer make or of an active environment must not help.
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

    result = _run("make", "compare", cwd=tmp_path / "clone")

    assert result.returncode == 0, result.stderr
    words = " ".join(result.stdout.split())
    assert "_not paper pilots, but battle pilots_" in words
    assert "_combat_" in words
    assert "_fighting_" in words
    assert "moved" in words
    assert "omitted" in words
    assert "nothing in the seed" in words
    assert "\x1b" not in result.stdout


def test_a_clone_has_the_texts_byte_for_byte(tmp_path: Path) -> None:
    cloned = _run("git", "clone", "--quiet", str(ROOT), "clone", cwd=tmp_path)
    assert cloned.returncode == 0, cloned.stderr

    for text in [*ROOT.glob("seeds/*.txt"), *ROOT.glob("variants/*/*.txt")]:
        copy = tmp_path / "clone" / text.relative_to(ROOT)
        assert copy.read_bytes() == text.read_bytes()


def test_the_source_distribution_has_every_tracked_file() -> None:
    tracked = _run("git", "ls-files", "-z", cwd=ROOT).stdout.strip("\0").split("\0")
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    patterns = build["targets"]["sdist"]["include"]

    missing = [
        path
        for path in tracked
        if path != "pyproject.toml"  # hatch always includes it.
        and not any(fnmatch(f"/{path}", p) or f"/{path}".startswith(f"{p}/") for p in patterns)
    ]

    assert tracked
    assert missing == []


def test_an_incomplete_environment_is_removed(tmp_path: Path) -> None:
    python = tmp_path / "python3"
    python.write_text(
        '#!/bin/sh\n[ "$2" = venv ] || exit 0\nmkdir -p "$3/bin"; : > "$3/bin/python"; exit 1\n'
    )
    python.chmod(0o755)

    result = _run(
        str(ROOT / ".ci" / "environment"), str(python), str(tmp_path / "env"), cwd=tmp_path
    )

    assert result.returncode == 1
    assert not (tmp_path / "env").exists()
