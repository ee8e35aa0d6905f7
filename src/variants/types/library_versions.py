"""Versions of the libraries that take part in a comparison."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, overload

from variants.once import once

UNICODE = "Unicode"
"""Name of Python's character data, which decides what a letter is."""

_Version = tuple[str, str]


class LibraryVersions(Sequence[_Version]):
    """Name and version of each library, looked up at the first use.

    Python's module for this takes more memory than a short text, and most views name no version.

    Args:
        names: Names of the libraries; "unknown" is the version of those bundled without metadata.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)

    @once
    def _versions(self) -> tuple[_Version, ...]:
        return tuple((name, _version(name)) for name in self._names)

    @overload
    def __getitem__(self, index: int) -> _Version: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Version]: ...
    def __getitem__(self, index: int | slice) -> _Version | Sequence[_Version]:
        """Return one name and version, or several."""
        return self._versions[index]

    def __len__(self) -> int:
        """Return the number of libraries."""
        return len(self._names)

    def __eq__(self, other: object) -> bool:
        """Return True if the other sequence has the same names and versions."""
        return isinstance(other, Sequence) and self._versions == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of the names and versions."""
        return hash(self._versions)

    def __repr__(self) -> str:
        """Return the names and versions."""
        return repr(self._versions)

    def __getstate__(self) -> dict[str, Any]:
        """Return names and versions: where this is unpickled, other versions may be installed."""
        return {"_names": self._names, "_versions": self._versions}


@cache
def _version(name: str) -> str:
    if name == UNICODE:
        return unicodedata.unidata_version
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - memory

    try:
        return version(name)
    except PackageNotFoundError:  # Bundled without its metadata.
        return "unknown"
