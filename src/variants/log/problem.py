"""A problem of a log."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A problem of a log that an editor should look at.

    Attributes:
        writer: Writer of the chain; its file is ``decisions/WRITER.jsonl``.
        line: Number of the line, counted from 1; 0 for the whole chain.
        message: Predicate of a sentence about the line, such as "is empty".
        grave: True if something may be lost or changed, False if it is only unknown here.
    """

    writer: str
    line: int
    message: str
    grave: bool = True

    def __str__(self) -> str:
        where = f"{self.writer}.jsonl:{self.line}" if self.line else f"{self.writer}.jsonl"
        return f"{where} {self.message}"
