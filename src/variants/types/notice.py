"""What a run noticed about its texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something a reader should know before trusting the result.

    Attributes:
        siglum: The witness it is about; empty for all of them.
        message: One sentence, for a person.
    """

    siglum: str
    message: str
