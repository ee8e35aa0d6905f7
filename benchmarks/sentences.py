"""Measure sentence aligners on the development sets: our own, and any command.

    python benchmarks/sentences.py
    python benchmarks/sentences.py --aligner length --command 'hunalign={seed} …'
    python benchmarks/sentences.py --peers
    python benchmarks/sentences.py --exchange
    python benchmarks/sentences.py --speed 1000 10000

--peers adds the aligners of other projects (``peers.py``); the extra "bench" installs nltk.
The gold beads of prose are sections whose ends were set by hand and are often off by a sentence.
The column "or beside" is the F1 if links to the sections beside the right one count as right.

--exchange aligns each case in both directions and counts the sentences that keep their bead.

A command is a name, "=", and a command line with {seed}, {other} and {out} for files. The first two
have one sentence per line. The command must write one bead per line to the third: sentence numbers
from 0, separated by commas, with a tab between the sides.

CPU seconds and peak memory are those of the process that aligns. For aligners in Python they do not
include start-up and imports, except with --speed; for a command they include everything.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from gold import (
    SETS,
    Case,
    Score,
    cases,
    data,
    read_pairs,
    read_sentences,
    segmentation,
    signature,
    write_pairs,
)
from peers import Align, peers
from variants.aligners import ALIGNERS

ONE_BY_ONE = (
    "robust-dev"  # A mean of its cases has no meaning, because they have nothing in common.
)
KILOBYTES = 1024  # Per megabyte: the system reports peaks in kilobytes.


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost of one alignment."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Result:
    """Score and cost of one aligner on one case."""

    case: str
    score: Score
    cost: Cost


Run = Callable[[Path, Path, Path], Cost]
"""Function that aligns two files and writes the beads to a third."""


def main() -> None:
    """Run the requested measurement and print one table."""
    arguments = _parsed()
    if arguments.align:
        seed, other, out = arguments.files
        _align(arguments.align, seed, other, out)
        return
    lines = [signature(), ""]
    if arguments.speed:
        lines += _speed_table(arguments.aligner, arguments.speed)
    elif arguments.exchange:
        lines += _exchange_table(arguments.aligner, arguments.set)
    else:
        contenders: dict[str, Run | None] = {name: _ours(name) for name in arguments.aligner}
        if arguments.peers:
            contenders |= {name: _peer(name, align) for name, align in peers().items()}
        contenders |= {name: _command(template) for name, template in arguments.command}
        lines += _table(contenders, arguments.set, every_case=arguments.cases)
    print("\n".join(lines))


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", nargs="+", choices=SETS, default=SETS, help="sets to use")
    parser.add_argument("--cases", action="store_true", help="print a line for every case")
    parser.add_argument(
        "--aligner",
        nargs="*",
        choices=[*ALIGNERS],
        default=["likelihood"],
        help="our aligners to measure",
    )
    parser.add_argument(
        "--command", action="append", type=_named, default=[], metavar="NAME=COMMAND"
    )
    parser.add_argument(
        "--peers", action="store_true", help="also measure aligners of other projects"
    )
    parser.add_argument(
        "--exchange", action="store_true", help="measure the effect of exchanging the texts"
    )
    parser.add_argument(
        "--speed", nargs="+", type=int, metavar="LINES", help="measure the cost instead"
    )
    parser.add_argument("--align", choices=[*ALIGNERS], help="align SEED OTHER into OUT, and exit")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="for --align")
    return parser.parse_args()


def _named(argument: str) -> tuple[str, str]:
    name, found, template = argument.partition("=")
    if not found:
        message = "must be a name, =, and a command"
        raise argparse.ArgumentTypeError(message)
    return name, template


def _table(
    contenders: dict[str, Run | None], names: Sequence[str], *, every_case: bool
) -> list[str]:
    """Return a table with a line for each set and aligner."""
    lines = [
        "| set | aligner | main F1 | or beside | alone P | alone R | moved R | CPU s | peak MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name in names:
        for contender, run in contenders.items():
            if run is None:
                lines.append(f"| {name} | {contender} | not installed | | | | | | |")
                continue
            results = [_result(case, run) for case in cases(name)]
            single = every_case or name == ONE_BY_ONE
            groups = [[result] for result in results] if single else []
            lines += [_line(f"{name}/{group[0].case}", contender, group) for group in groups]
            if name != ONE_BY_ONE:
                lines.append(_line(f"{name} ({len(results)})", contender, results))
    return lines


def _line(name: str, contender: str, results: Sequence[Result]) -> str:
    """Return a line with mean scores, total CPU seconds and peak memory of some results."""
    beside = [result.score.beside for result in results if result.score.beside is not None]
    moved = [result.score.moved for result in results if result.score.moved is not None]
    cells = [
        name,
        contender,
        f"{mean(result.score.main for result in results):.4f}",
        f"{mean(beside):.4f}" if beside else "",
        f"{mean(result.score.alone.precision for result in results):.3f}",
        f"{mean(result.score.alone.recall for result in results):.3f}",
        f"{mean(moved):.3f}" if moved else "",
        f"{sum(result.cost.seconds for result in results):.2f}",
        f"{max(result.cost.megabytes for result in results):.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def _result(case: Case, run: Run) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "beads.tsv"
        cost = run(case.seed, case.other, out)
        return Result(case.name, case.gold().score(read_pairs(out)), cost)


def _exchange_table(names: Sequence[str], sets: Sequence[str]) -> list[str]:
    """Return a table of the share of sentences that keep their bead if the texts are exchanged."""
    lines = ["| set | aligner | beads stay | least |", "|---|---|---|---|"]
    for name in sets:
        for aligner in names:
            shares = {case.name: _share_kept(case, aligner) for case in cases(name)}
            least = min(shares, key=lambda case: shares[case])
            cell = f"{shares[least]:.4f} ({least})"
            lines.append(f"| {name} | {aligner} | {mean(shares.values()):.4f} | {cell} |")
    return lines


def _share_kept(case: Case, aligner: str) -> float:
    seed = segmentation("S", read_sentences(case.seed))
    other = segmentation("A", read_sentences(case.other))
    beads = {(bead.seed, bead.other) for bead in ALIGNERS[aligner](seed, other).beads}
    back = {(bead.other, bead.seed) for bead in ALIGNERS[aligner](other, seed).beads}
    kept = sum(len(bead[0]) + len(bead[1]) for bead in beads & back)
    total = len(seed.sentences) + len(other.sentences)
    return kept / total if total else 1.0


def _speed_table(names: Sequence[str], sizes: Sequence[int]) -> list[str]:
    """Return a table of the cost of whole commands on the first lines of two long texts."""
    lines = ["| lines a side | aligner | CPU s | peak MB |", "|---|---|---|---|"]
    for size in sizes:
        for name in names:
            program = shlex.join([sys.executable, str(Path(__file__).resolve())])
            run = _command(f"{program} --align {name} {{seed}} {{other}} {{out}}")
            with tempfile.TemporaryDirectory() as folder:
                seed, other = _heads(size, Path(folder))
                cost = run(seed, other, Path(folder) / "beads.tsv")
            lines.append(f"| {size:,} | {name} | {cost.seconds:.2f} | {cost.megabytes:.0f} |")
    return lines


def _heads(size: int, folder: Path) -> Iterator[Path]:
    for name in ("base.txt", "other.txt"):
        lines = read_sentences(data() / "speed" / name)[:size]
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        yield folder / name


def _ours(name: str) -> Run:
    """Return one of our aligners, run in a separate process after all imports."""
    nothing = segmentation("S", [])
    ALIGNERS[name](nothing, nothing)
    return _forked(name, lambda seed, other, out: _align(name, seed, other, out))


def _peer(name: str, align: Align | None) -> Run | None:
    """Return an aligner of another project, run likewise; ``None`` if it is not installed."""
    if align is None:
        return None
    align(["One."], ["One."])

    def write(seed: Path, other: Path, out: Path) -> None:
        write_pairs(out, align(read_sentences(seed), read_sentences(other)))

    return _forked(name, write)


def _forked(name: str, align: Callable[[Path, Path, Path], None]) -> Run:
    def run(seed: Path, other: Path, out: Path) -> Cost:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                align(seed, other, out)
                status = 0
            finally:
                os._exit(status)
        return _waited(child, name)

    return run


def _command(template: str) -> Run:
    def run(seed: Path, other: Path, out: Path) -> Cost:
        words = [word.format(seed=seed, other=other, out=out) for word in shlex.split(template)]
        # The user of this program names the command.
        child = subprocess.Popen(words, stdout=subprocess.DEVNULL)  # noqa: S603
        return _waited(child.pid, words[0])

    return run


def _waited(child: int, name: str) -> Cost:
    _, status, usage = os.wait4(child, 0)
    if status:
        message = f"{name} failed."
        raise SystemExit(message)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES)


def _align(name: str, seed: Path, other: Path, out: Path) -> None:
    sides = [
        segmentation(siglum, read_sentences(path)) for siglum, path in (("S", seed), ("A", other))
    ]
    alignment = ALIGNERS[name](sides[0], sides[1])
    write_pairs(out, ((bead.seed, bead.other) for bead in alignment.beads))


if __name__ == "__main__":
    main()
