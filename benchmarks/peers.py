"""Sentence aligners of other projects, and diff libraries used as aligners.

Only Gale–Church and hunalign were made for this. A diff library finds words that recur in order;
sentences that share enough of these words are aligned.
"""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import diff_match_patch
from rapidfuzz.distance import Levenshtein

from gold import Pair

Align = Callable[[Sequence[str], Sequence[str]], list[Pair]]
"""Function that aligns two lists of sentences."""
Blocks = Callable[[Sequence[str], Sequence[str]], Iterator[tuple[int, int, int]]]
"""Function that finds common runs of words: their start on both sides and their length."""

HUNALIGN = "hunalign"
_ENOUGH = (
    0.15  # Share of the words of the shorter sentence; the best value on the development sets.
)
_PATIENCE = 10.0  # Time limit of diff-match-patch in seconds.
_FIRST_PRIVATE = 0xE000  # Words become single characters for a diff of characters.
_SURROGATES = range(0xD800, 0xE000)
_WORD = re.compile(r"\w+")


def peers() -> dict[str, Align | None]:
    """Return the aligners by name; ``None`` for one that is not installed."""
    return {
        "Gale–Church (nltk)": _gale_church if _has("nltk") else None,
        "hunalign": _hunalign if shutil.which(HUNALIGN) else None,
        "difflib, words": lambda seed, other: _by_words(seed, other, _difflib),
        "diff-match-patch, words": lambda seed, other: _by_words(seed, other, _dmp),
        "rapidfuzz, words": lambda seed, other: _by_words(seed, other, _rapidfuzz),
    }


def _has(library: str) -> bool:
    return importlib.util.find_spec(library) is not None


def _gale_church(seed: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Align by lengths in characters, with the whole text as one block."""
    if not seed or not other:
        return _with_alone([], len(seed), len(other))
    library: Any = importlib.import_module("nltk.translate.gale_church")
    # The limit of the library protects against unrelated texts.
    library.MAX_ALIGN_BLOCKS = max(len(seed), len(other))
    links = library.align_blocks([len(s) for s in seed], [len(s) for s in other])
    return _beads(links, len(seed), len(other))


def _hunalign(seed: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Align with an empty dictionary, and again with one that hunalign made itself."""
    if not seed or not other:
        return _with_alone([], len(seed), len(other))
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("none.dic", "seed.txt", "other.txt")]
        for path, sentences in zip(files, ([], seed, other), strict=True):
            lines = (" ".join(_WORD.findall(sentence.lower())) for sentence in sentences)
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - a fixed name
            [HUNALIGN, "-utf", "-realign", *map(str, files)],
            check=True,
            capture_output=True,
            text=True,
        )
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in done.stdout.splitlines()]
    return [
        (tuple(range(top, bottom)), tuple(range(left, right)))
        for (top, left), (bottom, right) in pairwise(rungs)
    ]


def _by_words(seed: Sequence[str], other: Sequence[str], blocks: Blocks) -> list[Pair]:
    """Align sentences that share enough words of the shorter one, in order."""
    sides = [[_WORD.findall(sentence.lower()) for sentence in side] for side in (seed, other)]
    owners = [[n for n, words in enumerate(side) for _ in words] for side in sides]
    flat = [[word for words in side for word in words] for side in sides]
    shared = Counter(
        (owners[0][i + k], owners[1][j + k])
        for i, j, count in blocks(flat[0], flat[1])
        for k in range(count)
    )
    links = [
        (i, j)
        for (i, j), count in shared.items()
        if count >= _ENOUGH * min(len(sides[0][i]), len(sides[1][j]))
    ]
    return _beads(links, len(seed), len(other))


def _difflib(seed: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Use the defaults: without the rule for popular words a book takes hours."""
    for block in difflib.SequenceMatcher(None, seed, other).get_matching_blocks():
        yield block.a, block.b, block.size


def _dmp(seed: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    letters: dict[str, str] = {}
    one, two = (
        "".join(letters.setdefault(word, _letter(len(letters))) for word in side)
        for side in (seed, other)
    )
    library = diff_match_patch.diff_match_patch()
    library.Diff_Timeout = _PATIENCE
    i = j = 0
    for sort, text in library.diff_main(one, two, checklines=False):
        if sort == 0:
            yield i, j, len(text)
        i += len(text) * (sort <= 0)
        j += len(text) * (sort >= 0)


def _letter(number: int) -> str:
    return chr(number + 1 if number + 1 < _SURROGATES.start else number + 1 + len(_SURROGATES))


def _rapidfuzz(seed: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for step in Levenshtein.opcodes(seed, other):
        if step.tag == "equal":
            yield step.src_start, step.dest_start, step.src_end - step.src_start


def _beads(links: Iterable[tuple[int, int]], seed: int, other: int) -> list[Pair]:
    """Return the beads that result from the links, in order."""
    beads: list[tuple[list[int], list[int]]] = []
    for i, j in sorted(links):
        if beads and (i <= beads[-1][0][-1] or j <= beads[-1][1][-1]):
            beads[-1][0].append(i)
            beads[-1][1].append(j)
        else:
            beads.append(([i], [j]))
    runs = [
        (tuple(range(min(first), max(first) + 1)), tuple(range(min(second), max(second) + 1)))
        for first, second in beads
    ]
    return _with_alone(runs, seed, other)


def _with_alone(beads: list[Pair], seed: int, other: int) -> list[Pair]:
    """Return the beads and one bead for each other sentence."""
    taken = [{number for bead in beads for number in bead[side]} for side in (0, 1)]
    omissions: list[Pair] = [((i,), ()) for i in range(seed) if i not in taken[0]]
    additions: list[Pair] = [((), (j,)) for j in range(other) if j not in taken[1]]
    return [*beads, *omissions, *additions]
