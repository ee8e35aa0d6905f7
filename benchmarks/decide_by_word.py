"""Measures `variants decide` for a word that occurs often against `variants compare`.

    python benchmarks/decide_by_word.py [RUNS]

The edition is synthetic, of the size of Genesis: about 10,000 places in 850 sentences, and a word
that occurs 2,000 times. `decide` refuses the word because it is ambiguous, so it reads, compares
and looks the word up without recording anything. CPU seconds are user and system time of the
whole process, the median of RUNS (default: 3); the two commands alternate, so that a busy machine
slows both.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from variants.pipeline import collate
from variants.project.documents import read_document, read_edition
from variants.settings import Settings

RUNS = 3
SENTENCES, WORDS, OCCURRENCES = 850, 30, 2000
VOCABULARY = 3000
CHANGED = 0.24  # Share of changed words in each of the two witnesses.
WORD = "the"
REFUSED = 2  # Exit code of a wrong setting: the place is ambiguous.


def main() -> None:
    """Print the CPU seconds of both commands and their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write_edition(root)
        places = _count_places(root)
        compare, decide = [], []
        for _ in range(runs):
            compare.append(_cpu(root, ["compare"], expected=0))
            arguments = ["decide", WORD, "--keep", "--why", "x", "--editor", "kl"]
            decide.append(_cpu(root, arguments, expected=REFUSED))
    seconds = statistics.median(compare), statistics.median(decide)
    print(f"{places} places; {WORD!r} occurs {OCCURRENCES} times\n")
    print("| command | CPU s |\n|---|---|")
    print(f"| `variants compare` | {seconds[0]:.2f} |")
    print(f"| `variants decide {WORD} --keep` | {seconds[1]:.2f} |")
    print(f"\nratio: {seconds[1] / seconds[0]:.2f}")


def _write_edition(root: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - a text, not a secret
    vocabulary = _vocabulary(chance)
    words = [chance.choice(vocabulary) for _ in range(SENTENCES * WORDS)]
    for place in chance.sample(range(len(words)), OCCURRENCES):
        words[place] = WORD
    for folder in ("seeds", "variants/genesis"):
        (root / folder).mkdir(parents=True)
    (root / "variants.toml").write_text('title = "A long text"\n', "utf-8")
    (root / "seeds" / "genesis.txt").write_text(_prose(words), "utf-8")
    for siglum in ("A", "B"):
        other = [chance.choice(vocabulary) if chance.random() < CHANGED else w for w in words]
        (root / "variants" / "genesis" / f"{siglum}.txt").write_text(_prose(other), "utf-8")


def _vocabulary(chance: random.Random) -> list[str]:
    """Return words of two to four syllables."""
    words = {
        "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(syllables))
        for syllables in (2, 3, 4)
        for _ in range(VOCABULARY)
    }
    return chance.sample(sorted(words), VOCABULARY)


def _prose(words: list[str]) -> str:
    """Return sentences of ``WORDS`` words, one a line."""
    sentences = (" ".join(words[at : at + WORDS]) for at in range(0, len(words), WORDS))
    return "".join(f"{sentence.capitalize()}.\n" for sentence in sentences)


def _count_places(root: Path) -> int:
    (document,) = read_edition(root).documents
    return len(collate(read_document(document), Settings()).entries)


def _cpu(root: Path, arguments: list[str], *, expected: int) -> float:
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [sys.executable, "-m", "variants", *arguments],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != expected:
        message = f"{arguments} ended with {process.returncode}"
        raise SystemExit(message)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
