"""Unique identifiers for ``xml:id`` in one XML file."""

from __future__ import annotations

import re
from collections.abc import Iterable

# XML allows more characters in names, but some programs do not accept them.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_TOKEN = re.compile(r"[\w.-]+")


class XmlIds:
    """Values of ``xml:id``, one for each witness, editor and place.

    Args:
        sigla: Sigla of all witnesses. A siglum is used as its own id if XML allows it.
    """

    def __init__(self, sigla: Iterable[str]) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._used: set[str] = set()
        for siglum in sigla:
            self._id("", siglum)

    def witness(self, siglum: str) -> str:
        """Return the id of a witness."""
        return self._id("", siglum)

    def witnesses(self, sigla: Iterable[str]) -> str:
        """Return pointers to witnesses, for the attribute ``wit``."""
        return " ".join(f"#{self.witness(siglum)}" for siglum in sigla)

    def editor(self, key: str) -> str:
        """Return the id of an editor."""
        return self._id("editor-", key)

    def place(self, place: str) -> str:
        """Return the id of a place of the apparatus."""
        return self._id("p-", place)

    def _id(self, prefix: str, name: str) -> str:
        known = self._ids.get((prefix, name))
        if known is not None:
            return known
        found = f"{prefix}{name}"
        if not _NAME.fullmatch(found) or found in self._used:
            found = f"{prefix or 'witness-'}{len(self._used) + 1}"
        while found in self._used:
            found += "-"
        self._used.add(found)
        self._ids[prefix, name] = found
        return found


def token(word: str) -> str | None:
    """Return words as a value of ``type``; ``None`` if XML does not allow them there.

    Examples:
        >>> token("name form"), token("a,b")
        ('name-form', None)
    """
    joined = word.replace(" ", "-")
    return joined if _TOKEN.fullmatch(joined) else None
