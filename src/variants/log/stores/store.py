"""What a store of the log is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from variants.log.problem import Problem
from variants.log.stored_texts import TextStore

Lines: TypeAlias = Mapping[str, Sequence[bytes]]
"""Lines without their ends, by writer."""


@dataclass(slots=True)
class PendingLines:
    """An append in progress.

    Attributes:
        news: Lines that have come since the store was last read.
        lines: Lines to append, without their ends; empty at first.
    """

    news: Lines
    lines: list[bytes] = field(default_factory=list)


class Store(Protocol):
    """Keeps a chain of lines for each writer, and the texts that were decided on.

    A store remembers how far it has been read, so each store object has one reader.
    """

    @property
    def texts(self) -> TextStore:
        """The texts that decisions were made on."""

    @property
    def notices(self) -> Sequence[str]:
        """What was put right while it was used; a sentence each."""

    def news(self) -> Lines:
        """The lines that have come since the last call; all of them at the first.

        Raises:
            LogShortened: Lines that were read are no longer there.
        """

    def appending(self, writer: str) -> AbstractContextManager[PendingLines]:
        """Append the lines that the block adds to a writer's chain, all or none.

        No other process can write during the block. An exception in it cancels the append. At
        the end the lines are on disk; they are not among the next news.
        """

    def defects(self) -> list[Problem]:
        """What is wrong with the store itself rather than with a line."""
