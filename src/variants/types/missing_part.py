"""Part of the seed for which a witness has no text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MissingPart:
    """Consecutive sentences of the seed for which a witness has no text.

    They are at the beginning or the end, as in a fragment, or between, as if a chapter is not in
    the witness. Single sentences that it leaves out are not a missing part.

    Attributes:
        siglum: The witness.
        first: First sentence of the seed, counted from 0.
        last: Last sentence of the seed.
    """

    siglum: str
    first: int
    last: int

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last:
            msg = f"a missing part has a first and a last sentence, unlike {self.first, self.last}"
            raise ValueError(msg)

    @property
    def sentences(self) -> range:
        """The sentences, counted from 0."""
        return range(self.first, self.last + 1)
