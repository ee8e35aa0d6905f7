"""The programs that kill commands and fuzz input, with few runs; ``make`` runs them with many."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.project.editions import ROOT


@pytest.mark.parametrize(
    ("program", "count", "found"),
    [("kills", "20", "20 runs, seed 3"), ("fuzz", "40", "40 inputs, seed 3")],
)
def test_few_runs_find_no_fault(program: str, count: str, found: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, f"benchmarks/{program}.py", count, "3"],
        cwd=ROOT,
        env={**os.environ, "PATH": ""},  # Without a browser, so that no PDF is printed.
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.count(found) == 1, done.stderr
    # An input may take long on a busy machine; the program is not at fault.
    faults = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert [line for line in faults if " took " not in line] == []
