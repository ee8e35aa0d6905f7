"""A passage for the layouts: the line of the seed and the lines of the witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from variants.brief.gathered_lines import gathered_entries, gathered_words, light_witnesses
from variants.terminal.look import Look
from variants.terminal.margin_lines import note_lines, shared_lines
from variants.terminal.source_lines import SourceLines
from variants.terminal.styled_pieces import MarkSigns, Pieces, StyledPiece, cut_into_pieces
from variants.types.collation import Collation, Entry, Passage, Rendering
from variants.types.segmentation import Segmentation
from variants.wording.margin_words import SENSE_SIGN, sentence_words
from variants.wording.marks import (
    Mark,
    Role,
    equal_witnesses,
    seed_marks,
    set_aside_marks,
    spans_of,
    witness_marks,
)
from variants.wording.passage_notes import absence_of
from variants.wording.said_differences import said_of
from variants.wording.terms import NO_TEXT, NOTHING_IN_SEED

After: TypeAlias = Mapping[str, Pieces]
"""Pieces after the marks of each entry, by its place."""


@dataclass(frozen=True, slots=True)
class BlockLine:
    """Line of a witness, or of several with the same text.

    Attributes:
        sigla: Witnesses of the line.
        pieces: Their text; ``None`` if it is not shown.
        margin: Notes about it: differences of sense, its sentences, states of places.
        instead: Words instead of the text: "= S", "▲ sentence omitted", or the wording of several
            witnesses in numbers.
    """

    sigla: tuple[str, ...]
    pieces: Pieces | None
    margin: tuple[Pieces, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """A passage with everything that a layout shows.

    Attributes:
        label: Label of the passage.
        seed: Line of the seed.
        lines: Lines of the witnesses, in their order; equal witnesses share one.
        gathered: Entries of which readings are only counted, reduced to those readings.
    """

    label: str
    seed: BlockLine
    lines: tuple[BlockLine, ...]
    gathered: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockOptions:
    """Options of a block.

    Attributes:
        signs: Signs and looks of marked words.
        numbered: True to name the places of the differences of sense.
        listed: True to name all places.
        gathers: True to count witnesses with nothing of weight, if there are many, in one line.
        marked: False to leave out everything but the texts.
    """

    signs: MarkSigns
    numbered: bool = False
    listed: bool = False
    gathers: bool = False
    marked: bool = True


def block_of(
    passage: Passage,
    collation: Collation,
    options: BlockOptions,
    states: Sequence[Pieces] = (),
    sources: SourceLines | None = None,
) -> PassageBlock:
    """Return a passage with its marks, and the given states beside the seed.

    Args:
        passage: The passage.
        collation: The comparison.
        options: Options of the block.
        states: States of its places.
        sources: Places in the files of the texts; ``None`` for none.
    """
    sources = sources or SourceLines(collation, ())
    cuts = {other.witness.siglum: other for other in collation.others}
    equal = equal_witnesses(passage, collation.seed, cuts) if options.marked else ()
    light = light_witnesses(passage, collation, equal) if options.gathers else ()
    numbered = options.numbered or options.listed
    said = said_of(passage, collation, numbered=numbered, listed=options.listed)
    # A line without a sentence states this itself.
    absent = [one.siglum for one in passage.renderings if not one.sentences]
    said = {siglum: found for siglum, found in said.items() if siglum not in absent}
    common, own = shared_lines(said, collation)
    lines: list[BlockLine] = []
    seed = collation.seed.witness.siglum
    without_text = passage.missing
    missing = tuple(one for one in absent if one in without_text)
    for rendering in passage.renderings:
        siglum = rendering.siglum
        if siglum in missing or siglum in light or siglum in equal[1:]:
            continue
        if siglum in equal:
            lines.append(BlockLine(equal, None, instead=f"= {seed}"))
        else:
            margin = [*own.get(siglum, ()), *sources.of(siglum, rendering.sentences)]
            _add_line(lines, _line(passage, rendering, collation, options, margin))
    if missing:
        lines.append(BlockLine(missing, None, instead=NO_TEXT))
    if light:
        lines.append(BlockLine(light, None, instead=gathered_words(passage, light)))
    pieces = seed_pieces(passage, collation.seed, options.signs, {})
    place = sources.of(seed, passage.sentences)
    shown = BlockLine((seed,), pieces, (*common, *states, *place) if options.marked else ())
    return PassageBlock(passage.label, shown, tuple(lines), gathered_entries(passage, light))


def _add_line(lines: list[BlockLine], line: BlockLine) -> None:
    """Append a line of a witness, or its siglum to the line of another that has no sentence too."""
    for number, other in enumerate(lines):
        if line.instead and other == replace(line, sigla=other.sigla):
            lines[number] = replace(other, sigla=(*other.sigla, *line.sigla))
            return
    lines.append(line)


def seed_pieces(passage: Passage, seed: Segmentation, signs: MarkSigns, after: After) -> Pieces:
    """Return the text of the seed with marked lemmas, each followed by its pieces in ``after``."""
    if not passage.sentences:
        pieces = [piece for entry in passage.entries for piece in after.get(entry.place, ())]
        return (StyledPiece(NOTHING_IN_SEED, Look.NOTE), *pieces)
    text = seed.witness.text
    spans = spans_of(seed, passage.sentences)
    marks = seed_marks(passage.entries, text, lambda entry, _reading: after.get(entry.place, ()))
    sentences = [seed.sentences[at] for at in passage.sentences]
    shortest = min(_letters(span.of(text)) for span in sentences)
    kept = [_of_words(mark, text, shortest) for mark in marks]
    nothing: Pieces = ()
    kept += set_aside_marks(seed, spans, nothing)
    return cut_into_pieces(text, spans, kept, signs)


def _of_words(mark: Mark[Pieces], text: str, shortest: int) -> Mark[Pieces]:
    """Return a mark that is not shown if it is of a whole sentence, and else shown as of words."""
    if mark.role not in {Role.WHOLE, Role.OMITTED}:
        return mark
    whole = _letters(mark.span.of(text)) >= shortest
    return replace(mark, role=Role.WHOLE if whole else Role.SEED)


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def _line(
    passage: Passage,
    rendering: Rendering,
    collation: Collation,
    options: BlockOptions,
    said: Sequence[Pieces],
) -> BlockLine:
    sigla = (rendering.siglum,)
    notes = [*said, *note_lines(passage, rendering)] if options.marked else []
    if not rendering.sentences:
        words = sentence_words(passage, rendering) if options.marked else ""
        absence = f"{SENSE_SIGN} {words}" if words else absence_of(rendering.siglum, passage)
        return BlockLine(sigla, None, tuple(notes), instead=absence)
    cut = next(one for one in collation.others if one.witness.siglum == rendering.siglum)
    tagless: Pieces = ()
    marks = witness_marks(passage.entries, cut, collation.seed, lambda _entry, _reading: tagless)
    spans = spans_of(cut, rendering.sentences)
    marks += set_aside_marks(cut, spans, tagless)
    pieces = cut_into_pieces(cut.witness.text, spans, marks, options.signs)
    return BlockLine(sigla, pieces, tuple(notes))
