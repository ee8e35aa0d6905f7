"""The texts that decisions were made on, each stored under its SHA-256.

An anchor can be carried to a new text only if the old one is still available. A file is written
once and never changed. It is not compressed, so that a text has the same bytes in every copy of an
edition, whichever version of a library compresses it; git compresses it anyway.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from variants.errors import TextDamaged, UnreadableLog
from variants.log.durable import create_durably
from variants.temporary_files import remove_leftovers


class TextStore(Protocol):
    """A store of texts."""

    def get(self, digest: str) -> str | None:
        """Return the text with a SHA-256 as in ``Witness.digest``, or ``None`` if it is missing.

        Raises:
            TextDamaged: The stored text has another SHA-256.
        """

    def put(self, text: str) -> str:
        """Store a text unless it is stored already, and return its SHA-256."""

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of every stored text, in ascending order."""


class TextFiles:
    """Texts in files ``sha256/ab/cdef….txt`` in a folder; ``sha256sum`` can verify them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "sha256"

    def get(self, digest: str) -> str | None:
        """Return the text with this SHA-256, or ``None`` if it is missing."""
        path = self._path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UnreadableLog(path, reason=error.strerror or str(error)) from error
        return text_with(content, digest, where=path)

    def put(self, text: str) -> str:
        """Store a text unless it is stored already, and return its SHA-256."""
        content = bytes_of(text)
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            create_durably(path, content)
        return digest

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of every stored text, in ascending order."""
        for path in sorted(self._folder.glob("??/*.txt")):
            yield path.parent.name + path.stem

    def remove_leftovers(self) -> None:
        """Remove the temporary files that killed runs have left."""
        for folder in self._folder.glob("??"):
            remove_leftovers(folder)

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest[2:]}.txt"


def text_with(content: bytes, digest: str, *, where: Path | str) -> str:
    """Decode a stored text, and raise ``TextDamaged`` if it has another SHA-256."""
    if hashlib.sha256(content).hexdigest() != digest:
        raise TextDamaged(where)
    return content.decode("utf-8", "surrogatepass")


def bytes_of(text: str) -> bytes:
    """Return the bytes whose SHA-256 is ``Witness.digest``."""
    return text.encode("utf-8", "surrogatepass")
