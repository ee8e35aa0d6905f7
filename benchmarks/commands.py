"""Measure whole commands as typed by a user: start-up, and the shipped edition.

    python benchmarks/commands.py
    python benchmarks/commands.py --long

With --long a whole Bible is compared as well, 31,000 verse pairs of the development data, once.
CPU seconds are the best of several runs, user and system, of the whole process; peak memory is the
largest resident set. The time of a bare interpreter is given beside them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from gold import data

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
KILOBYTES = 1024  # Per megabyte: the system reports peaks in kilobytes.
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "variants --version": ["-m", "variants", "--version"],
    "variants --help": ["-m", "variants", "--help"],
    "variants compare --help": ["-m", "variants", "compare", "--help"],
    "variants compare": ["-m", "variants", "compare"],
    "variants compare --json": ["-m", "variants", "compare", "--json"],
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost of the best run of a command: CPU seconds and peak megabytes."""

    seconds: float
    megabytes: float


def main() -> None:
    """Print one table."""
    print("| command | CPU s | more than a bare interpreter | peak MB |")
    print("|---|---|---|---|")
    costs = {name: _cost(arguments) for name, arguments in COMMANDS.items()}
    bare = next(iter(costs.values())).seconds
    if "--long" in sys.argv[1:]:
        texts = (str(data() / "speed" / name) for name in ("base.txt", "other.txt"))
        arguments = ["-m", "variants", "compare", *texts, "--segmenter", "lines", "--patterns"]
        costs["variants compare BASE OTHER --segmenter lines --patterns"] = _run(arguments)
    for name, cost in costs.items():
        more = cost.seconds - bare
        print(f"| `{name}` | {cost.seconds:.2f} | {more:.2f} | {cost.megabytes:.0f} |")


def _cost(arguments: list[str]) -> Cost:
    runs = [_run(arguments) for _ in range(RUNS)]
    return Cost(min(run.seconds for run in runs), min(run.megabytes for run in runs))


def _run(arguments: list[str]) -> Cost:
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{arguments} ended with {process.returncode}"
        raise SystemExit(message)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES)


if __name__ == "__main__":
    main()
