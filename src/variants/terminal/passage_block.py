"""A passage as a reader sees it: the seed's line and the lines of the witnesses."""

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
"""What follows the marks of each entry, by its place."""


@dataclass(frozen=True, slots=True)
class BlockLine:
    """What one witness has, or several have alike.

    Attributes:
        sigla: The witnesses.
        pieces: Its text; ``None`` where it is the seed's.
        notes: On how it comes to the passage.
    """

    sigla: tuple[str, ...]
    pieces: Pieces | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateLine:
    """How places stand.

    Attributes:
        sign: Of the state.
        words: Its name, and what was decided.
    """

    sign: StyledPiece
    words: Pieces


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """A passage, ready to be laid out.

    Attributes:
        label: Of the passage.
        seed: The seed's text.
        lines: Those of the witnesses, in their order; witnesses that agree share one.
        states: How its places stand.
    """

    label: str
    seed: Pieces
    lines: tuple[BlockLine, ...]
    states: tuple[StateLine, ...] = ()


def block_of(
    passage: Passage, collation: Collation, signs: Signs, states: tuple[StateLine, ...] = ()
) -> PassageBlock:
    """The passage with its marks and numbers, and how its places stand."""
    numbers = numbers_of(passage)
    cuts = {other.witness.siglum: other for other in collation.others}
    lines: list[BlockLine] = []
    agreeing = equal_witnesses(passage, collation.seed, cuts)
    for rendering in passage.renderings:
        if rendering.siglum not in agreeing:
            lines.append(_line(passage, rendering, cuts[rendering.siglum], collation.seed, signs))
        elif rendering.siglum == agreeing[0]:
            lines.append(BlockLine(agreeing, None))
    seed = seed_pieces(passage, collation.seed, signs, numbers)
    return PassageBlock(passage.label, seed, tuple(lines), states)


def seed_pieces(passage: Passage, seed: Segmentation, signs: Signs, after: After) -> Pieces:
    """The seed's text with its lemmas; what follows them is the caller's."""
    if not passage.sentences:
        return _gap(NOTHING_IN_SEED, [after[entry.place] for entry in passage.entries])
    marks = seed_marks(
        passage.entries, seed.witness.text, lambda entry, _reading: after[entry.place]
    )
    stretches = spans_of(seed, passage.sentences)
    return cut_into_pieces(seed.witness.text, stretches, marks, signs)


def _line(
    passage: Passage,
    rendering: Rendering,
    cut: Segmentation,
    seed: Segmentation,
    signs: Signs,
) -> BlockLine:
    sigla, notes = (rendering.siglum,), tuple(notes_on(rendering))
    numbers = numbers_of(passage)
    if not rendering.sentences:
        mine = [entry for entry in passage.entries if entry.reading_of(rendering.siglum)]
        absence = absence_of(rendering.siglum, passage)
        return BlockLine(sigla, _gap(absence, [numbers[entry.place] for entry in mine]), notes)
    marks = witness_marks(passage.entries, cut, seed, lambda entry, _reading: numbers[entry.place])
    stretches = spans_of(cut, rendering.sentences)
    return BlockLine(sigla, cut_into_pieces(cut.witness.text, stretches, marks, signs), notes)


def _gap(words: str, after: Sequence[Pieces]) -> Pieces:
    """A gap in words, with what follows the entries it answers."""
    pieces = [StyledPiece(words, Role.NOTE)]
    for index, more in enumerate(after):
        if more[0].role is Role.NUMBER:
            pieces.append(StyledPiece("," if index else " ", Role.NUMBER))
        pieces += more
    return tuple(pieces)
