"""A forked command does what a new process does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.editions import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from fork_server import AVAILABLE, run_command, write_script

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="commands are forked on Linux only")

_READ_LATE = {
    *("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"),
    *("XDG_CONFIG_HOME", "XDG_STATE_HOME", "VARIANTS_EDITOR", "EDITOR", "TZ"),
}
_WITHOUT = {*_READ_LATE, "PYTHONUNBUFFERED"}
_COMPARE = ("compare", "--sentence", "1-9")


def _environment(**changed: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _WITHOUT} | changed


@pytest.mark.parametrize(
    ("arguments", "changed", "code"),
    [
        (_COMPARE, {"COLUMNS": "60", "NO_COLOR": "1", "TERM": "dumb"}, 0),
        (_COMPARE, {"COLUMNS": "130", "FORCE_COLOR": "1", "TERM": "xterm-256color"}, 0),
        (("log",), {"TZ": "Asia/Tokyo"}, 0),
        (("status", "--unknown"), {}, 2),
        ((), {}, 2),
    ],
)
def test_a_forked_command_has_the_code_and_output_of_a_new_process(
    arguments: tuple[str, ...], changed: dict[str, str], code: int
) -> None:
    environment = _environment(**changed)

    forked = run_command(arguments, ROOT, environment)

    new = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "variants", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (forked.returncode, forked.stdout, forked.stderr) == (
        *(new.returncode, new.stdout, new.stderr),
    )
    assert forked.returncode == code
    assert forked.stdout or forked.stderr


def test_each_command_has_the_home_of_its_environment(tmp_path: Path) -> None:
    shutil.copy(ROOT / "seeds" / "telegram-302sh.txt", tmp_path / "seed.txt")
    shutil.copy(ROOT / "variants" / "telegram-302sh" / "A.txt", tmp_path)
    made = run_command(("init", "seed.txt", "A.txt"), tmp_path, _environment())
    environments = {}
    for key in ("kl", "zz"):
        settings = tmp_path / key / ".config" / "variants" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'editor = "{key}"\n')
        environments[key] = _environment(HOME=str(tmp_path / key))

    ran = {
        key: run_command(("log", "comment", "2.1", "Read."), tmp_path, environment)
        for key, environment in environments.items()
    }

    assert made.returncode == 0, made.stderr
    assert [each.returncode for each in ran.values()] == [0, 0], ran
    log = run_command(("log", "export", "-f", "jsonl"), tmp_path, _environment()).stdout.decode()
    assert [json.loads(line)["by"] for line in log.splitlines()] == list(environments)


def test_a_script_runs_a_command_with_its_streams_and_its_code(tmp_path: Path) -> None:
    write_script(tmp_path)
    (tmp_path / "a b").mkdir()
    for line in ("variants --version | cat", "cd 'a b' && variants status; echo $?"):
        environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
        new = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}

        ran, expected = (
            subprocess.run(  # noqa: S603 - our own command
                ["/bin/sh", "-c", line],
                cwd=tmp_path,
                env=_environment(**each),
                capture_output=True,
                check=False,
            )
            for each in (environment, new)
        )

        assert (ran.stdout, ran.stderr) == (expected.stdout, expected.stderr)
        assert ran.stdout


def test_no_module_reads_a_setting_of_the_user_when_it_is_imported() -> None:
    program = f"""
import os, sys
sys.path.append({str(ROOT / "benchmarks")!r})
from fork_server import import_all
names = set()
class Recording(type(os.environ)):
    def __getitem__(self, name):
        names.add(name)
        return super().__getitem__(name)
os.environ.__class__ = Recording
import_all()
print(*names)
"""
    read = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "RAPIDFUZZ_IMPLEMENTATION" in read
    assert _READ_LATE.isdisjoint(read)
