"""Pairs of sentences whose differences were annotated by hand, and the script that scores them."""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from functools import cache
from types import ModuleType
from typing import Any

from gold import data

SETS = ("d1", "d2", "d4", "d5")
REAL = ("d1", "d4")  # Real translations.
ONE_BOOK = {"d4a": "d1j"}  # Chapters of one book are left out together.


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
