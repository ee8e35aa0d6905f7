"""Survey of a whole comparison: everything that recurs in it, and its measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from variants.gc_pause import gc_paused
from variants.once import once

if TYPE_CHECKING:
    from variants.types.measure import Measures
    from variants.types.pattern import Recurrences


class Survey:
    """Survey of a comparison, of which each half is computed at its first use.

    Most views need neither, and both take a tenth of the time of a comparison.

    Args:
        find: Function that returns everything that recurs.
        measure: Function that returns the measures; ``None`` if there are none.
    """

    def __init__(
        self, find: Callable[[], Recurrences], measure: Callable[[], Measures | None]
    ) -> None:
        self._find, self._measure = find, measure

    @once
    def recurrences(self) -> Recurrences:
        """Everything that recurs."""
        with gc_paused():
            found = self._find()
        # With everything that it is computed from; another thread may be about to call it.
        self._find = lambda: found
        return found

    @once
    def measures(self) -> Measures | None:
        """Measures; ``None`` if they were not computed."""
        with gc_paused():
            found = self._measure()
        self._measure = lambda: found
        return found

    def __eq__(self, other: object) -> bool:
        """Return True if both are equal after all is computed."""
        if not isinstance(other, Survey):
            return NotImplemented
        if self is other:
            return True
        return (self.recurrences, self.measures) == (other.recurrences, other.measures)

    def __hash__(self) -> int:
        """Return the hash of both halves."""
        return hash((self.recurrences, self.measures))

    def __reduce__(self) -> tuple[object, tuple[Recurrences, Measures | None]]:
        """Return the function and the arguments that make a copy, also in another process."""
        return survey_of, (self.recurrences, self.measures)

    def __repr__(self) -> str:
        """Return both halves in the way in which a survey can be made of them."""
        return f"survey_of({self.recurrences!r}, {self.measures!r})"


def survey_of(recurrences: Recurrences, measures: Measures | None = None) -> Survey:
    """Return a survey that is computed already, such as one from a file."""
    return Survey(lambda: recurrences, lambda: measures)
