"""English: the list of substitutes beside this file."""

from __future__ import annotations

from pathlib import Path


def english_substitutes() -> bytes:
    """Read the list of English substitutes."""
    return Path(__file__).with_name("substitutes.txt").read_bytes()
