"""The bead that a difference stands in, looked at as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from variants.classify.config import NO_CONFIG, ClassificationConfig
from variants.languages import Language

Probed = TypeVar("Probed")


@dataclass(frozen=True, slots=True)
class BeadContext:
    """What stands in the whole bead: a word that only changed its place is not lost.

    Attributes:
        language: Of both sides.
        seed: The seed's words, as they stand.
        other: The other's.
        guidance: What the edition lays down.
    """

    language: Language
    seed: tuple[str, ...]
    other: tuple[str, ...]
    config: ClassificationConfig = NO_CONFIG
    _seen: dict[Probe[Any], tuple[Any, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def whole(self, look: Probe[Probed]) -> tuple[Probed, Probed]:
        """What is to be seen in all of the seed and in all of the other; looked at once."""
        if look not in self._seen:
            self._seen[look] = look(self.seed, self), look(self.other, self)
        both: tuple[Probed, Probed] = self._seen[look]
        return both


Probe: TypeAlias = Callable[[Sequence[str], BeadContext], Probed]
"""What a rule sees in words of a context."""
