"""Parts of a ZIP archive, unpacked within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from variants.errors import DamagedFile
from variants.readers.limits import MEGABYTE, limits, over_limit

_ENTRY = b"PK\x01\x02"  # Begins each entry of the directory.
_CHUNK = MEGABYTE
_UNCHECKED = MEGABYTE  # A short part may repeat itself a lot.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error),
    # Encrypted, or packed in an unknown way.
    *(RuntimeError, NotImplementedError, ValueError, KeyError),
)


class ArchiveParts:
    """Parts of an archive by name; sizes are counted, since its directory may be wrong.

    The limit of tags is for all parts together.
    """

    def __init__(self, path: Path, data: bytes, what: str, *, share: int = 1) -> None:
        """Open an archive; ``share`` is as many times fewer tags as may be in it than usual."""
        self._path = path
        self._what = what
        self._size = len(data)
        self._limits = limits()
        self._most_tags = self._limits.tags // share
        self._tags = 0
        if data.count(_ENTRY) > self._limits.parts:
            raise over_limit(path, f"has more than {self._limits.parts:,} parts", "parts")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            reason = "its ZIP archive is damaged or incomplete"
            raise DamagedFile(path, what, reason=reason) from error
        self.names = tuple(self._archive.namelist())
        self._known = frozenset(self.names)

    def read(self, name: str) -> bytes:
        """Return a part.

        Raises:
            DamagedFile: It does not exist or cannot be unpacked.
            OverLimit: It is too large.
        """
        if name not in self._known:
            raise DamagedFile(self._path, self._what, reason=f"it has no part {name}")
        try:
            info = self._archive.getinfo(name)
            packed = min(info.compress_size, self._size)
            with self._archive.open(info) as file:
                data = self._read_all(file, name, packed)
        except _BROKEN as error:
            reason = f"its part {name} cannot be unpacked ({error})"
            raise DamagedFile(self._path, self._what, reason=reason) from error
        self._tags += data.count(b"<")
        if self._tags > self._most_tags:
            raise over_limit(self._path, f"has more than {self._most_tags:,} tags", "tags")
        return data

    def find(self, name: str) -> bytes | None:
        """Return a part, or ``None`` if the archive has none of this name."""
        return self.read(name) if name in self._known else None

    def _read_all(self, file: IO[bytes], name: str, packed: int) -> bytes:
        """Return the content of an open part, and stop at a limit."""
        chunks = []
        size = 0
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > self._limits.part_mb * MEGABYTE:
                problem = f"has a part larger than {self._limits.part_mb} MB, {name}"
                raise over_limit(self._path, problem, "part_mb")
            if size > _UNCHECKED and size > self._limits.ratio * packed:
                problem = (
                    f"has a part that unpacks to over {self._limits.ratio} times its size, {name}"
                )
                raise over_limit(self._path, problem, "ratio")
            chunks.append(chunk)
        return b"".join(chunks)
