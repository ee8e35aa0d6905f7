"""The protocol of a store of the log."""

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
        new_lines: Lines that were added since the store was last read.
        lines: Lines to append, without their ends; empty at first.
    """

    new_lines: Lines
    lines: list[bytes] = field(default_factory=list)


class Store(Protocol):
    """Stores a chain of lines for each writer, and the texts that decisions were made on.

    A store object remembers how far it was read, so it must have only one reader.
    """

    @property
    def texts(self) -> TextStore:
        """The texts that decisions were made on."""

    @property
    def notices(self) -> Sequence[str]:
        """Repairs that were made while the store was used, one sentence each."""

    def read_new(self) -> Lines:
        """Return the lines that were added since the last call; at first, all lines.

        Raises:
            LogShortened: Lines that were read are missing.
        """

    def appending(self, writer: str) -> AbstractContextManager[PendingLines]:
        """Append the lines that the block adds to a writer's chain, all or none.

        No other process can write during the block. An exception in it cancels the append. At
        the end the lines are on disk; ``read_new`` does not return them.
        """

    def defects(self) -> list[Problem]:
        """Return the problems of the store itself rather than of a line."""
