"""What a reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from variants.types.witness import Witness

Read: TypeAlias = Callable[[Path, Witness, str | None], Witness]
"""Gives the witness that a file holds.

Takes the file, a witness that has everything but a text (siglum, language, title …), and
the encoding that the user named, if any. Raises an ``InputError`` for a file it cannot read.
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format of files.

    Attributes:
        suffixes: How names of such files end, in lower case; ``""`` is a name without suffix.
        read: Its way of reading.
    """

    suffixes: tuple[str, ...]
    read: Read
