"""The bead that a difference stands in, looked at as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from variants.classify.config import NO_GUIDANCE, Guidance
from variants.languages import Language

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands in the whole bead: a word that only changed its place is not lost.

    Attributes:
        language: Of both sides.
        base: The base's words, as they stand.
        other: The other's.
        guidance: What the edition lays down.
    """

    language: Language
    base: tuple[str, ...]
    other: tuple[str, ...]
    guidance: Guidance = NO_GUIDANCE
    _seen: dict[Look[Any], tuple[Any, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def whole(self, look: Look[Seen]) -> tuple[Seen, Seen]:
        """What is to be seen in all of the base and in all of the other; looked at once."""
        if look not in self._seen:
            self._seen[look] = look(self.base, self), look(self.other, self)
        both: tuple[Seen, Seen] = self._seen[look]
        return both


Look: TypeAlias = Callable[[Sequence[str], Scene], Seen]
"""What a rule sees in words of a scene."""
