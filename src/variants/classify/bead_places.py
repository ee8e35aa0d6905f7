"""Places of a bead: its pieces, joined where they are one difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variants.classify.bead_context import BeadContext
from variants.classify.kinds import kind_of
from variants.classify.piece import JoinedPiece, Piece
from variants.classify.place_growth import grow, join_function_words
from variants.classify.place_joins import join_differences
from variants.classify.range_joins import join_ranges
from variants.classify.touching_pieces import join_touching
from variants.types.variant import Kind
from variants.types.words import Link, WordAlignment


@dataclass(frozen=True, slots=True)
class BeadPlaces:
    """All words of a bead in pieces that are equal, and places where they differ.

    Attributes:
        equal: Pieces with equal words, in order.
        places: Pieces with differing words, moved ones last.
        parts: The places as they were before neighbours were joined by a model; empty if none were.
        parted: The links between words of two pieces.
    """

    equal: tuple[Piece, ...]
    places: tuple[Piece, ...]
    parts: tuple[Piece, ...]
    parted: tuple[Link, ...]

    def parts_of(self, place: Piece) -> list[Piece]:
        """Return the parts that a place was joined of; none if it is one of them."""
        if place in self.parts:
            return []
        return [part for part in self.parts if part.is_within(place)]


def find_places(
    pieces: Iterable[Piece], words: WordAlignment, shown: Sequence[Link], context: BeadContext
) -> BeadPlaces:
    """Return the places of a bead: pieces joined until each is one difference for a reader.

    First, by rules, pieces join that touch, or are the ends of a range. Then a place takes in the
    words without which it cannot be exchanged, and function words that one side lacks. Last,
    neighbours join by a learned model; if any did, places take in words again.

    Args:
        pieces: All pieces of the bead, moved ones last.
        words: The words of the bead.
        shown: The links that pair words.
        context: Its words as written, with all that is read in them.
    """

    def kind_of_piece(piece: Piece) -> Kind:
        return kind_of(context.contrast(*piece.ranges), context)

    touching = join_touching(pieces, words, context, kind_of_piece)
    grown = grow(join_ranges(touching, words, context), words, shown)
    separate = join_function_words(grown.pieces, words, context.language, kind_of_piece)
    joined = join_differences(separate, words, context.language.tag)
    if len(joined) == len(separate):
        return _places_of(separate, (), grown.parted)
    grown = grow(joined, words, shown)
    return _places_of(grown.pieces, _differing(separate), grown.parted)


def _places_of(
    pieces: Sequence[JoinedPiece], parts: tuple[Piece, ...], parted: Iterable[Link]
) -> BeadPlaces:
    equal = tuple(one.piece for one in pieces if one.same)
    return BeadPlaces(equal, _differing(pieces), parts, tuple(parted))


def _differing(pieces: Iterable[JoinedPiece]) -> tuple[Piece, ...]:
    return tuple(one.piece for one in pieces if not one.same)
