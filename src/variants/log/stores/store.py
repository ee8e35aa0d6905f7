"""What a store of the log is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias

from variants.log.problem import Problem
from variants.log.stored_texts import TextStore

Lines: TypeAlias = Mapping[str, Sequence[bytes]]
"""Lines without their ends, by writer."""


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

    def append(self, writer: str, compose: Callable[[Lines], Sequence[bytes]]) -> None:
        """Add lines to a writer's chain, all or none; they are not among the next news.

        Nobody else can write between the call of ``compose``, which is given the news and may
        refuse by raising, and the end of this call. When it returns, the lines survive a crash.
        """

    def defects(self) -> list[Problem]:
        """What is wrong with the store itself rather than with a line."""
