"""Changes from one draft to another: unchanged sentences are counted, every change is marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from variants.brief import make_brief
from variants.brief.brief_text import item_line
from variants.brief.passage_runs import fold
from variants.terminal.brief_lines import styled_line
from variants.terminal.heading import name_of, same_texts
from variants.terminal.layouts import beside, label_cell, label_width
from variants.terminal.look import MARKED, Look
from variants.terminal.margin_lines import difference_line
from variants.terminal.passage_block import BlockLine, BlockOptions, PassageBlock, block_of
from variants.terminal.pen import Pen, pen_for
from variants.terminal.styled_pieces import Pieces, StyledPiece, note_piece
from variants.terminal.view import View
from variants.types.collation import Collation, Passage, Rendering
from variants.types.sense import Tier
from variants.types.variant import Kind
from variants.wording.margin_words import SENSE_SIGN
from variants.wording.passage_notes import count
from variants.wording.said_differences import Said, said_of
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import LIKELY, MOVED

if TYPE_CHECKING:
    from rich.console import Console

_COLUMNS_FROM = 100
_GAP = 2
_ALL = "--all shows the unchanged sentences"


class TakenBack(NamedTuple):
    """A change that undoes an earlier one.

    Attributes:
        place: ``Entry.place`` of the change.
        draft: Siglum of the earlier draft that had the words.
    """

    place: str
    draft: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Number of sentences that changed from one draft to another.

    Attributes:
        changed: Sentences of the first draft with other words or form.
        added: Sentences of the second draft that the first does not have.
        omitted: Sentences of the first that the second does not have.
        moved: Sentences that were moved.
        unchanged: All other sentences of the first.
    """

    changed: int
    added: int
    omitted: int
    moved: int
    unchanged: int

    def line(self, sentences: int) -> str:
        """Return the numbers in words; those of nothing are left out."""
        parts = [f"{self.changed} of {count(sentences, 'sentence')} changed"]
        for number, what in ((self.added, "added"), (self.omitted, "omitted"), (self.moved, MOVED)):
            parts += [f"{number} {what}"] if number else []
        parts += [f"{self.unchanged} unchanged"] if self.unchanged else []
        return " · ".join(parts)


def write_changed(collation: Collation, view: View, console: Console) -> None:
    """Print the changes from the seed to the only other witness."""
    pen = _pen(view, console)
    seed, (other,) = collation.seed, collation.others
    head = [*_title(collation, pen)]
    for cut in (seed, other):
        name = name_of(cut.witness)
        said = f"  {cut.witness.siglum}  {name}   "
        pieces = [StyledPiece(said), note_piece(count(len(cut.sentences), "sentence"))]
        head += pen.wrap(pieces, console.width)
    pen.print(head)
    pen.print([Text(), *_of_one_step(collation, view, pen)])
    _write_end([collation], view, pen)


def write_steps(
    steps: Sequence[tuple[Collation, Sequence[TakenBack]]],
    view: View,
    console: Console,
) -> None:
    """Print the changes from each draft to the next; those that undo an earlier one are named."""
    pen = _pen(view, console)
    pen.print(_title(steps[0][0], pen))
    for collation, back in steps:
        seed, (other,) = collation.seed.witness, collation.others
        names = f"{seed.siglum} → {other.witness.siglum}"
        files = f"   {name_of(seed)} → {name_of(other.witness)}"
        heading = pen.wrap([StyledPiece(names, Look.STRONG), note_piece(files)], console.width)
        lines = _of_one_step(collation, view, pen, back, listed=True)
        pen.print([Text(), *heading, *lines])
    _write_end([collation for collation, _ in steps], view, pen)


def _write_end(steps: Iterable[Collation], view: View, pen: Pen) -> None:
    """Print the option that shows everything, if anything is hidden."""
    hidden = any(count_changes(one).unchanged for one in steps if not same_texts(one))
    if hidden and not view.unfolded:
        pen.print([Text(), *pen.wrap([note_piece(_ALL)], pen.console.width)])


def _pen(view: View, console: Console) -> Pen:
    """Return a pen that marks form like wording: an added comma in italics cannot be seen."""
    pen = pen_for(view, console)
    around = dict(pen.signs.around)
    if Look.WORDING in around:
        around[Look.FORM] = around[Look.WORDING]
    styles = dict(pen.styles)
    if Look.WORDING in styles:
        styles[Look.FORM] = styles[Look.WORDING]
    signs = replace(pen.signs, around=around, looks=MARKED)
    return replace(pen, signs=signs, styles=styles)


def _title(collation: Collation, pen: Pen) -> list[Text]:
    title = sanitize_line(collation.title).strip()
    return pen.wrap([StyledPiece(title, Look.STRONG)], pen.console.width) if title else []


def _of_one_step(
    collation: Collation,
    view: View,
    pen: Pen,
    back: Sequence[TakenBack] = (),
    *,
    listed: bool = False,
) -> list[Text]:
    """Return the number of changes, the changes of sense, and the changed sentences."""
    width = pen.console.width
    same = same_texts(collation)
    if same:
        return pen.wrap([StyledPiece(same, Look.STRONG)], width)
    figures = count_changes(collation).line(len(collation.seed.sentences))
    lines = pen.wrap([StyledPiece(figures, Look.STRONG)], width)
    lines += _sense(collation, pen)
    labels = label_width([passage.label for passage in collation.passages])
    runs = fold(
        map(_without_moves, collation.passages),
        lambda one: not (view.unfolded or is_changed(one, collation)),
    )
    for run in runs:
        lines.append(Text())
        if run.folded:
            number = sum(len(passage.sentences) for passage in run.passages)
            note = note_piece(f"{count(number, 'sentence')} unchanged")
            lines += beside([[], pen.wrap([note], width - labels - _GAP)], [labels + _GAP, width])
            continue
        (passage,) = run.passages
        margin = _margin(passage, collation, back, listed=listed)
        lines += _passage(passage, collation, pen, labels, margin)
    return lines


def count_changes(collation: Collation) -> Changes:
    """Return the number of sentences that changed, were added, omitted or moved."""
    found = {"changed": 0, "added": 0, "omitted": 0, "moved": 0, "unchanged": 0}
    for passage in map(_without_moves, collation.passages):
        for rendering in passage.renderings:
            number = len(passage.sentences)
            if not passage.sentences:
                found["added"] += len(rendering.sentences)
            elif not rendering.sentences:
                found["omitted"] += number
            elif rendering.moved:
                found["moved"] += number
            else:
                found["changed" if passage.entries else "unchanged"] += number
    return Changes(**found)


def is_changed(passage: Passage, collation: Collation) -> bool:
    """Return True if a passage is not the same in both drafts."""
    complete = passage.sentences and all(one.sentences for one in passage.renderings)
    moved = any(one.moved for one in passage.renderings)
    return bool(passage.entries) or not complete or moved or not collation.others


def _without_moves(passage: Passage) -> Passage:
    """Return a passage without the readings of whole sentences that were only moved."""
    if not any(one.moved for one in passage.renderings):
        return passage
    changed = (
        entry
        for entry in passage.entries
        if any(reading.kind is not Kind.MOVED for reading in entry.readings)
    )
    return replace(passage, entries=tuple(changed))


def _sense(collation: Collation, pen: Pen) -> list[Text]:
    """Return the changes that are likely to touch the sense, in one paragraph."""
    brief = make_brief(collation)
    items = [item for group in brief.groups for item in group.items]
    if not items:
        return []
    head = f"{SENSE_SIGN} {LIKELY}: "
    pieces = [StyledPiece(head, Look.SAID)]
    for number, item in enumerate(items):
        pieces += [*([note_piece(" · ")] if number else []), *styled_line(item_line(item))]
    return pen.wrap(pieces, pen.console.width)


def _margin(
    passage: Passage,
    collation: Collation,
    back: Sequence[TakenBack],
    *,
    listed: bool,
) -> list[Pieces]:
    """Return the changes of sense in words, the kinds of form, and moves; all changes if listed."""
    (rendering,) = passage.renderings
    undone = {one.place: one.draft for one in back}
    said = [
        difference_line(Said(_with_draft(one.words, undone.get(one.place, "")), one.of_sense))
        for one in said_of(passage, collation, listed=listed).get(rendering.siglum, [])
    ]
    kinds = dict.fromkeys(
        reading.kind.value
        for entry in passage.entries
        for reading in entry.readings
        if reading.tier is Tier.FORM
    )
    if kinds and not listed:
        said.append((note_piece(f"form: {', '.join(kinds)}"),))
    if rendering.moved and rendering.sentences and passage.sentences:
        words = "" if passage.entries else ", words unchanged"
        said.append((note_piece(f"⇄ {MOVED}: now {_place(rendering, collation)}{words}"),))
    return said


def _with_draft(words: str, draft: str) -> str:
    return f"{words} (taken back, as in {draft})" if draft else words


def _place(rendering: Rendering, collation: Collation) -> str:
    """Return the new place of a moved sentence, by the label of the one that follows it."""
    last = max(rendering.sentences)
    followers = [
        (min(one.sentences), passage.label)
        for passage in collation.passages
        for one in passage.renderings
        if one.sentences and not one.moved and min(one.sentences) > last
    ]
    return f"before {min(followers)[1]}" if followers else "at the end"


def _passage(
    passage: Passage, collation: Collation, pen: Pen, labels: int, margin: Sequence[Pieces]
) -> list[Text]:
    """Return both drafts of a passage: side by side, or below each other in a narrow terminal."""
    block = block_of(passage, collation, BlockOptions(pen.signs))
    label = label_cell(block.label, labels, pen)
    width = pen.console.width
    second = _second(passage, block)
    first = block.seed.pieces if passage.sentences else None
    if width >= _COLUMNS_FROM:
        half = (width - labels - 2 * _GAP) // 2
        right = [*_wrapped(second, pen, half), *_notes(margin, pen, half)]
        cells = [label, _wrapped(first, pen, half), right]
        return beside(cells, [labels + _GAP, half + _GAP, half])
    sigla = [block.seed.sigla[0], collation.others[0].witness.siglum]
    room_of_siglum = max(map(len, sigla)) + 1
    room = width - labels - _GAP - room_of_siglum
    lines: list[Text] = []
    for siglum, pieces in zip(sigla, (first, second), strict=True):
        if pieces:
            cell = [pen.text([StyledPiece(siglum)])]
            lines += beside([cell, _wrapped(pieces, pen, room)], [room_of_siglum, room])
    lines += beside([[], _notes(margin, pen, room)], [room_of_siglum, room])
    return beside([label, lines], [labels + _GAP, width - labels - _GAP])


def _second(passage: Passage, block: PassageBlock) -> Pieces | None:
    """Return the text of the second draft; ``None`` if it was omitted, or moved without changes."""
    (rendering,) = passage.renderings
    line: BlockLine = block.lines[0]
    if not rendering.sentences:
        return None
    if rendering.moved and not passage.entries:
        return None
    return block.seed.pieces if line.pieces is None else line.pieces


def _wrapped(pieces: Pieces | None, pen: Pen, width: int) -> list[Text]:
    return pen.wrap(pieces, width) if pieces else []


def _notes(margin: Iterable[Pieces], pen: Pen, width: int) -> list[Text]:
    return [line for pieces in margin for line in pen.wrap(pieces, width)]
