"""Every text that a decision was made on, kept under its own SHA-256.

An anchor can be carried to a new text only if the old one is still there. A file is written once
and never changed. It is not compressed: the same text has to be the same bytes in every copy of an
edition, whatever library packs it, and git packs it better itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from variants.errors import TextDamaged, UnreadableLog
from variants.log.durable import create_durably


class TextStore(Protocol):
    """A place where texts are kept."""

    def get(self, digest: str) -> str | None:
        """The text with a SHA-256 in hexadecimal, as in ``Witness.digest``; ``None`` if missing.

        Raises:
            TextDamaged: What is kept under that name is another text.
        """

    def put(self, text: str) -> str:
        """Keep a text, if it is not kept yet; returns its SHA-256."""

    def digests(self) -> Iterator[str]:
        """The SHA-256 of every text that is kept, in order."""


class TextFiles:
    """Texts as files under ``folder``: ``sha256/ab/cdef….txt``; ``sha256sum`` can verify them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "sha256"

    def get(self, digest: str) -> str | None:
        """The text with this SHA-256; ``None`` if it is not kept."""
        path = self._path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UnreadableLog(path, reason=error.strerror or str(error)) from error
        return text_with(content, digest, where=path)

    def put(self, text: str) -> str:
        """Keep a text, if it is not kept yet; returns its SHA-256."""
        content = bytes_of(text)
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            create_durably(path, content)
        return digest

    def digests(self) -> Iterator[str]:
        """The SHA-256 of every text that is kept, in order."""
        for path in sorted(self._folder.glob("??/*.txt")):
            yield path.parent.name + path.stem

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest[2:]}.txt"


def text_with(content: bytes, digest: str, *, where: Path | str) -> str:
    """The text that these bytes are, if they have this SHA-256."""
    if hashlib.sha256(content).hexdigest() != digest:
        raise TextDamaged(where)
    return content.decode("utf-8", "surrogatepass")


def bytes_of(text: str) -> bytes:
    """The bytes whose SHA-256 is ``Witness.digest``."""
    return text.encode("utf-8", "surrogatepass")
