"""What things are called in one XML file: names that XML allows, each of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Of the letters that XML allows in names, those that no program stumbles over.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_TOKEN = re.compile(r"[\w.-]+")


class XmlIds:
    """Gives out values for ``xml:id``; the same thing keeps its name.

    Args:
        sigla: Of all witnesses. A siglum is its own name where XML allows that.
    """

    def __init__(self, sigla: Iterable[str]) -> None:
        self._by_thing: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        for siglum in sigla:
            self._name("", siglum)

    def witness(self, siglum: str) -> str:
        """The name of a witness."""
        return self._name("", siglum)

    def witnesses(self, sigla: Iterable[str]) -> str:
        """Pointers to witnesses, for ``wit``."""
        return " ".join(f"#{self.witness(siglum)}" for siglum in sigla)

    def editor(self, key: str) -> str:
        """The name of an editor."""
        return self._name("editor-", key)

    def place(self, place: str) -> str:
        """The name of a place of the apparatus."""
        return self._name("p-", place)

    def _name(self, prefix: str, thing: str) -> str:
        known = self._by_thing.get((prefix, thing))
        if known is not None:
            return known
        name = f"{prefix}{thing}"
        if not _NAME.fullmatch(name) or name in self._taken:
            name = f"{prefix or 'witness-'}{len(self._taken) + 1}"
        while name in self._taken:
            name += "-"
        self._taken.add(name)
        self._by_thing[prefix, thing] = name
        return name


def token(word: str) -> str | None:
    """A word as the value of ``type``; ``None`` where it cannot be one.

    Examples:
        >>> token("name form"), token("a,b")
        ('name-form', None)
    """
    joined = word.replace(" ", "-")
    return joined if _TOKEN.fullmatch(joined) else None
