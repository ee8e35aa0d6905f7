"""Make random editions, and check that every report on them is true.

    PYTHONPATH=. python benchmarks/random_editions.py --seed 1 --count 2000

An edition has two to six witnesses with rewritten, moved, joined, split, added and omitted words
and sentences. Two editors decide with all actions, and withdraw and comment; in between texts
change, witnesses are added and removed, and they and the document get other names.
`tests/random_editions/checks.py` lists all that must be true. Some, drawn by the seed, are also
opened in LibreOffice, which accepts all changes, and printed by LuaLaTeX (`--in-programs`).
"""

from __future__ import annotations

import argparse
import random
import secrets
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.random_editions.checks import check_edition
from tests.random_editions.programs import check_in_programs
from tests.random_editions.workshop import Workshop

_SHOWN = 5  # Failures that are printed in full.


def main() -> int:
    """Check the editions; return 1 if anything was wrong."""
    options = _arguments()
    print(f"seed {options.seed}, {options.count} random editions", flush=True)
    started = time.process_time()
    states: Counter[str] = Counter()
    witnesses: Counter[int] = Counter()
    failed = []
    for number in range(options.seed, options.seed + options.count):
        try:
            edition = check_edition(Workshop(random.Random(number)))  # noqa: S311 - repeatable
        except Exception:  # noqa: BLE001 - every failure is counted
            failed.append(number)
            if len(failed) <= _SHOWN:
                print(f"edition {number}:\n{traceback.format_exc(limit=-2)}", flush=True)
            continue
        witnesses[1 + len(edition.collation.others)] += 1
        states.update(state.value for state in edition.states().values())
    seconds = time.process_time() - started
    print("witnesses", dict(sorted(witnesses.items())))
    print("places", dict(states.most_common()))
    print(f"{len(failed)} wrong of {options.count}, {seconds:.0f} s of CPU time", *failed[:50])
    wrong = _wrong_in_programs(options) if options.in_programs else 0
    return 1 if failed or wrong else 0


def _wrong_in_programs(options: argparse.Namespace) -> int:
    """Print for how many editions other programs show another text, and return the number."""
    numbers = range(options.seed, options.seed + options.count)
    drawn = random.Random(options.seed).sample(  # noqa: S311 - repeatable
        numbers, min(options.in_programs, options.count)
    )
    printed = wrong = 0
    for number in drawn:
        with tempfile.TemporaryDirectory() as folder:
            try:
                printed += check_in_programs([number], Path(folder))
            except Exception:  # noqa: BLE001 - every failure is counted
                wrong += 1
                print(f"edition {number}:\n{traceback.format_exc(limit=-2)}", flush=True)
    print(f"in LibreOffice {len(drawn)}, as PDF {printed}, {wrong} wrong")
    return wrong


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000, help="number of editions")
    parser.add_argument(
        "--in-programs", type=int, default=0, help="number that other programs open (default: 0)"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=secrets.randbelow(1_000_000_000),
        help="seed of the first edition; the others follow (default: by chance)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
