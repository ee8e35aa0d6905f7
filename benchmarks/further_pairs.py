"""Further annotated pairs of sentences, to fit with; no figure is computed on them.

They were annotated by the guide of the development data, whose own pairs were among them unmarked,
two dozen: 158 of their 216 differences were found with the same words, all 19 that touch the sense
were called so or doubtful, and 163 of 169 harmless ones harmless. ``letters.jsonl`` has our
own sentences. ``translations.jsonl`` has the places of differences in sentences of the development
data for sentences and words, and none of their words.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from gold import data

FOLDER = Path(__file__).resolve().parent / "annotated"

KINDS = {"ca": "case", "or": "moved"}  # Kinds of tags that the script that scores asks for.

SAME_WORK = {"Livy-0011-eng1-eng2": ("d1c", "d1d")}  # They are not fitted with parts of one work.


def further_texts() -> dict[str, list[dict[str, Any]]]:
    """Return the beads of all further texts, by text, in the format of the development data.

    Raises:
        SystemExit: If sentences are no longer those that were annotated.
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for file in ("letters.jsonl", "translations.jsonl"):
        for line in (FOLDER / file).read_text("utf-8").splitlines():
            bead = json.loads(line)
            if "source" in bead:
                bead["seed"], bead["other"] = _sentences(bead["source"], bead["digest"])
            for each in bead["differences"]:
                each["kind"] = KINDS.get(each["tag"], "wording")
            found[bead["text"]].append(bead)
    return found


def is_near(text: str, book: str) -> bool:
    """Return True if a further text must not be seen by a model that judges a book."""
    return book in SAME_WORK.get(text, ())


def _sentences(source: str, digest: str) -> tuple[str, str]:
    file, seed, other = source.split(":")
    if file.startswith("words/"):
        row = next(row for row in _lines(file) if row.startswith(f"{seed}:{other}\t"))
        _, one, _, two, *_ = row.split("\t")
        pair = one, two
    else:
        pair = _lines(f"{file}/base.txt")[int(seed)], _lines(f"{file}/other.txt")[int(other)]
    if hashlib.sha256("\n".join(pair).encode()).hexdigest()[:8] != digest:
        message = f"{source} has other sentences than those that were annotated."
        raise SystemExit(message)
    return pair


@cache
def _lines(file: str) -> list[str]:
    return (data().parent / file).read_text("utf-8").split("\n")
