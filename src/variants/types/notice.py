"""Notices about texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Observation that matters for the trust in a result.

    Attributes:
        siglum: The witness concerned; empty for all.
        message: One sentence for the user.
    """

    siglum: str
    message: str
