"""Read one book in many formats, and count wrong words, paragraphs and notes.

    python benchmarks/readers.py FOLDER

FOLDER has ``truth.json``, an object with ``blocks`` (a list of kind and text for each heading and
paragraph) and ``notes`` (a list of texts), and the book as other programs have saved it, in any
folder below. Every character counts, also apostrophes, except in files whose name begins with
``tex``: LaTeX sets straight apostrophes and quotation marks as curly ones. Words are compared in
order, and the title page that a program has added counts as wrong. Seconds are CPU seconds of the
second reading of a file, without imports.
"""

from __future__ import annotations

import difflib
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.errors import VariantsError
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_file, readable
from variants.types.witness import DivisionKind

_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Truth:
    """The book as it was written."""

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]


def main() -> int:
    """Print a row for each file."""
    folder = Path(sys.argv[1])
    fields = json.loads((folder / "truth.json").read_text("utf-8"))
    truth = Truth(tuple(text for _, text in fields["blocks"]), tuple(fields["notes"]))
    suffixes = {suffix for reader in readable().values() for suffix in reader.suffixes}
    words = sum(len(text.split()) for text in truth.paragraphs)
    print(f"{words:,} words, {len(truth.paragraphs)} paragraphs, {len(truth.notes)} notes\n")
    print("| file | wrong words | paragraphs right | notes right | CPU s |\n|---|---|---|---|---|")
    for path in sorted(folder.rglob("*")):
        if path.suffix in suffixes and path.name != "truth.json":
            print(_row(path, path.relative_to(folder).as_posix(), truth), flush=True)
    return 0


def _row(path: Path, name: str, truth: Truth) -> str:
    try:
        read_file(path, ReadOptions())
        begun = _seconds()
        (text, *_) = read_file(path, ReadOptions())
    except VariantsError as error:
        return f"| {name} | {error} | | | |"
    seconds = _seconds() - begun
    paragraphs, notes = _divisions(text)
    wanted, known = list(truth.paragraphs), list(truth.notes)
    if path.name.startswith("tex"):
        paragraphs, notes, wanted, known = (
            [each.translate(_STRAIGHT) for each in texts]
            for texts in (paragraphs, notes, wanted, known)
        )
    right = sum((Counter(paragraphs) & Counter(wanted)).values())
    found = sum((Counter(notes) & Counter(known)).values())
    return (
        f"| {name} | {wrong_words(wanted, paragraphs)} | {right} of {len(wanted)} "
        f"| {found} of {len(known)} | {seconds:.2f} |"
    )


def _divisions(text: FileText) -> tuple[list[str], list[str]]:
    """Return the texts of paragraphs and headings, and those of notes."""
    sides: tuple[list[str], list[str]] = ([], [])
    for division in text.divisions:
        sides[division.kind is DivisionKind.NOTE].append(division.span.of(text.text))
    return sides


def wrong_words(wanted: Sequence[str], found: Sequence[str]) -> int:
    """Return the number of words that differ; equal paragraphs are aligned first."""
    wrong = 0
    blocks = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    for same, i1, i2, j1, j2 in blocks.get_opcodes():
        if same != "equal":
            first = " ".join(wanted[i1:i2]).split()
            second = " ".join(found[j1:j2]).split()
            words = difflib.SequenceMatcher(None, first, second, autojunk=False)
            wrong += sum(
                max(b - a, d - c) for op, a, b, c, d in words.get_opcodes() if op != "equal"
            )
    return wrong


def _seconds() -> float:
    """Return the CPU seconds of this process and its children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(main())
