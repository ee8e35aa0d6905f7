"""Counts of content that a reader leaves out, as notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from variants.errors.lists import counted
from variants.readers.file_text import TrackedChanges


class LeftOut:
    """Counts of tracked changes, and of content that is not part of the text."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._changes: Counter[str] = Counter()

    def count(self, noun: str, number: int = 1) -> None:
        """Count content that is left out, by a noun in the singular."""
        self._counts[noun] += number

    def count_change(self, noun: str) -> None:
        """Count a tracked change, by a noun in the singular."""
        self._changes[noun] += 1

    def number_of(self, noun: str) -> int:
        """Return the number that was counted for a noun."""
        return self._counts[noun]

    def notices(self, path: Path, changes: TrackedChanges) -> Iterator[str]:
        """Yield a notice for the tracked changes and one for the other content."""
        if self._changes:
            done = "accepted" if changes is TrackedChanges.ACCEPT else "rejected"
            yield f"{path.name}: {_listed(self._changes)} {done}."
        left_out = +self._counts
        if left_out:
            yield f"{path.name}: {_listed(left_out)} left out."


def _listed(counts: Counter[str]) -> str:
    return ", ".join(counted(number, noun) for noun, number in counts.items())
