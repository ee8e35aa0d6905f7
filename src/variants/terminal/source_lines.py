"""Lines in the margin for the places of sentences in the files of their texts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from variants.terminal.look import Look
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.types.collation import Collation
from variants.wording.source_places import SourcePlaces


class SourceLines:
    """Gives the places of some witnesses, each once where it changes.

    Args:
        collation: The comparison.
        sigla: The witnesses.
    """

    def __init__(self, collation: Collation, sigla: Collection[str]) -> None:
        cuts = (collation.seed, *collation.others)
        self._places = {
            cut.witness.siglum: SourcePlaces(cut) for cut in cuts if cut.witness.siglum in sigla
        }
        self._last: dict[str, str] = {}

    def of(self, siglum: str, sentences: Sequence[int]) -> tuple[Pieces, ...]:
        """Return a line with the place of sentences, or none if it is that of the line before."""
        places = self._places.get(siglum)
        place = places.of(sentences) if places else ""
        if not place or place == self._last.get(siglum):
            return ()
        self._last[siglum] = place
        return ((StyledPiece(place, Look.NOTE),),)
