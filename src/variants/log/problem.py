"""What is wrong with a log."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a log that a person should look at.

    Attributes:
        writer: Whose part of the log; its file is ``decisions/WRITER.jsonl``.
        line: Counted from 1; 0 where it is about all of it.
        message: What is wrong.
        grave: Whether something may be lost or changed, and not only unknown to this program.
    """

    writer: str
    line: int
    message: str
    grave: bool = True

    def __str__(self) -> str:
        where = f"{self.writer}.jsonl:{self.line}" if self.line else f"{self.writer}.jsonl"
        return f"{where} {self.message}"
