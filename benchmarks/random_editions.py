"""Make random editions, and check that every report on them is true.

    PYTHONPATH=. python benchmarks/random_editions.py --seed 1 --count 2000

An edition has two to six witnesses with rewritten, moved, joined, split, added and omitted words
and sentences. Two editors decide with all actions, and withdraw and comment; texts change and
witnesses get other sigla in between. `tests/random_editions/checks.py` lists all that must be true.
"""

from __future__ import annotations

import argparse
import random
import secrets
import sys
import time
import traceback
from collections import Counter

from tests.random_editions.checks import check_edition
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
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000, help="number of editions")
    parser.add_argument(
        "--seed",
        type=int,
        default=secrets.randbelow(1_000_000_000),
        help="seed of the first edition; the others follow (default: by chance)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
