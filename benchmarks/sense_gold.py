"""Pairs of sentences whose differences were annotated by hand, and the script that scores them."""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from gold import data
from variants.aligners import align_all
from variants.api.witnesses import compare
from variants.segmenters import segment_all
from variants.settings import Settings
from variants.types.alignment import Alignment
from variants.types.witness import Witness
from variants.types.words import WordAlignment
from variants.words import LINKERS

SETS = ("d1", "d2", "d4", "d5")
REAL = ("d1", "d4")  # Real translations.
ONE_BOOK = {"d4a": "d1j"}  # Chapters of one book are left out together.
_LINES = "lines"  # Segmenter: a bead a line.

Beads: TypeAlias = Sequence[dict[str, Any]]
"""Annotated beads of a text, in the format of the development data."""


@cache
def scorer() -> ModuleType:
    """Return the script that scores the development data."""
    sys.path.append(str(data().parent / "sense"))
    return importlib.import_module("score")


def texts_of(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the beads of a set by text."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for bead in scorer().load(data().parent / "sense" / f"{name}.jsonl"):
        groups[bead["text"]].append(bead)
    return groups


def book_of(text: str) -> str:
    """Return the name under which a text is left out."""
    return ONE_BOOK.get(text, text)


def link_text(beads: Beads) -> tuple[Alignment, list[WordAlignment]]:
    """Return the alignment of a text, and the linked words of the beads that it finds."""
    seed, other = segment_all(_witnesses(beads), _LINES)
    (alignment,) = align_all(seed, [other], "likelihood", ())
    words = LINKERS["lexical"](alignment)
    return alignment, [
        each for each in words if each.bead.seed == each.bead.other and len(each.bead.seed) == 1
    ]


def starts_in(alignment: Alignment, words: WordAlignment) -> tuple[int, int]:
    """Return the offsets at which the sentences of a bead start, in the seed and in the other."""
    seed, other = words.bead.seed[0], words.bead.other[0]
    return alignment.seed.sentences[seed].start, alignment.other.sentences[other].start


def lay_text(folder: Path, text: str, beads: Beads) -> None:
    """Write the JSON of a text, with its sides, for the script that scores the data."""
    folder.mkdir(parents=True, exist_ok=True)
    witnesses = _witnesses(beads)
    for side, witness in zip(("seed", "other"), witnesses, strict=True):
        (folder / f"{text}.{side}.txt").write_text(witness.text, "utf-8")
    found = compare(*witnesses, settings=Settings(segmenter=_LINES))
    (folder / f"{text}.lexical.json").write_text(found.to_json(), "utf-8")


def _witnesses(beads: Beads) -> list[Witness]:
    return [
        Witness(siglum, "".join(bead[side] + "\n" for bead in beads), language="en")
        for siglum, side in (("S", "seed"), ("A", "other"))
    ]
