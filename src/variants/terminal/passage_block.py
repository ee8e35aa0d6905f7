"""A passage for the layouts: the line of the seed and the lines of the witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.terminal.styled_pieces import Pieces, Signs, StyledPiece, cut_into_pieces
from variants.terminal.superscripts import numbers_of
from variants.types.collation import Collation, Passage, Rendering
from variants.types.segmentation import Segmentation
from variants.wording.marks import Role, equal_witnesses, seed_marks, spans_of, witness_marks
from variants.wording.passage_notes import absence_of, notes_on
from variants.wording.terms import NOTHING_IN_SEED

After: TypeAlias = Mapping[str, Pieces]
"""Pieces after the marks of each entry, by its place."""


@dataclass(frozen=True, slots=True)
class BlockLine:
    """Line of a witness, or of several with the same text.

    Attributes:
        sigla: Witnesses of the line.
        pieces: Their text; ``None`` if it equals the seed's.
        notes: Notes on the correspondence of the sentences.
    """

    sigla: tuple[str, ...]
    pieces: Pieces | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateLine:
    """Line with the state of some places.

    Attributes:
        sign: Sign of the state.
        words: Name of the state, places and decisions.
    """

    sign: StyledPiece
    words: Pieces


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """A passage with everything that a layout shows.

    Attributes:
        label: Label of the passage.
        seed: Text of the seed.
        lines: Lines of the witnesses, in their order; equal witnesses share one.
        states: States of its places.
    """

    label: str
    seed: Pieces
    lines: tuple[BlockLine, ...]
    states: tuple[StateLine, ...] = ()


def block_of(
    passage: Passage,
    collation: Collation,
    signs: Signs,
    states: tuple[StateLine, ...] = (),
    *,
    numbered: bool = True,
) -> PassageBlock:
    """Return a passage with marks, the given states and, if wanted, numbers of its places."""
    numbers = numbers_of(passage) if numbered else {entry.place: () for entry in passage.entries}
    cuts = {other.witness.siglum: other for other in collation.others}
    lines: list[BlockLine] = []
    equal = equal_witnesses(passage, collation.seed, cuts)
    for rendering in passage.renderings:
        if rendering.siglum not in equal:
            cut = cuts[rendering.siglum]
            lines.append(_line(passage, rendering, cut, collation.seed, signs, numbers))
        elif rendering.siglum == equal[0]:
            lines.append(BlockLine(equal, None))
    seed = seed_pieces(passage, collation.seed, signs, numbers)
    return PassageBlock(passage.label, seed, tuple(lines), states)


def seed_pieces(passage: Passage, seed: Segmentation, signs: Signs, after: After) -> Pieces:
    """Return the text of the seed with marked lemmas, each followed by its pieces in ``after``."""
    if not passage.sentences:
        return _gap(NOTHING_IN_SEED, [after[entry.place] for entry in passage.entries])
    marks = seed_marks(
        passage.entries, seed.witness.text, lambda entry, _reading: after[entry.place]
    )
    spans = spans_of(seed, passage.sentences)
    return cut_into_pieces(seed.witness.text, spans, marks, signs)


def _line(  # noqa: PLR0913, PLR0917 - the passage, its texts, and their look
    passage: Passage,
    rendering: Rendering,
    cut: Segmentation,
    seed: Segmentation,
    signs: Signs,
    numbers: After,
) -> BlockLine:
    sigla, notes = (rendering.siglum,), tuple(notes_on(rendering))
    if not rendering.sentences:
        mine = [entry for entry in passage.entries if entry.reading_of(rendering.siglum)]
        absence = absence_of(rendering.siglum, passage)
        return BlockLine(sigla, _gap(absence, [numbers[entry.place] for entry in mine]), notes)
    marks = witness_marks(passage.entries, cut, seed, lambda entry, _reading: numbers[entry.place])
    spans = spans_of(cut, rendering.sentences)
    return BlockLine(sigla, cut_into_pieces(cut.witness.text, spans, marks, signs), notes)


def _gap(words: str, after: Sequence[Pieces]) -> Pieces:
    """Return a term for a gap, followed by the pieces of the entries at it."""
    pieces = [StyledPiece(words, Role.NOTE)]
    for index, more in enumerate(after):
        if more and more[0].role is Role.NUMBER:
            pieces.append(StyledPiece("," if index else " ", Role.NUMBER))
        pieces += more
    return tuple(pieces)
