"""Beads of an alignment as a table for people."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from rich.table import Table
from rich.text import Text

from variants.terminal.plain_page import PlainPage
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.missing_part import MissingPart
from variants.types.segmentation import Segmentation
from variants.wording.coverage_text import coverage_of, coverage_words
from variants.wording.passage_notes import bead_marks, count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, FORCED, MOVED, NO_TEXT, NOTHING, OMITTED, UNCERTAIN

_LONGEST = 400  # Characters of a sentence that a table can have room for.


def write_beads_table(
    alignment: Alignment,
    choose: Callable[[Bead], bool],
    width: int,
    missing: Sequence[MissingPart] = (),
) -> str:
    """Return a row for each chosen bead: its sentences, counted from 1, with their first words.

    Args:
        alignment: The alignment.
        choose: Function that returns True for the beads to show.
        width: Width of the table.
        missing: Parts of the seed for which the witness has no text.
    """
    page = PlainPage(width)
    for cut in (alignment.seed, alignment.other):
        page.add_unwrapped(_heading(cut))
    chosen = [bead for bead in alignment.beads if choose(bead)]
    absent = {sentence for part in missing for sentence in part.sentences}
    if chosen:
        page.add_table(_table(alignment, chosen, absent))
    siglum = alignment.other.witness.siglum
    covered = coverage_words(coverage_of(siglum, missing, len(alignment.seed.sentences)))
    if covered:
        page.add_unwrapped(f"{sanitize_line(siglum)} {covered} (sentences of the seed)")
    page.add_unwrapped(_summary(alignment.beads, absent, shown=len(chosen)))
    return page.text()


def _heading(cut: Segmentation) -> str:
    """Return siglum, title, source and number of sentences of a witness."""
    witness = cut.witness
    parts = (witness.siglum, witness.title, witness.source, count(len(cut.sentences), "sentence"))
    return sanitize_line(" · ".join(part for part in parts if part))


def _table(alignment: Alignment, beads: Sequence[Bead], absent: Container[int]) -> Table:
    """Return the rows; both texts share the width that is left by the other columns."""
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    for cut in (alignment.seed, alignment.other):
        table.add_column(Text(cut.witness.siglum), justify="right", no_wrap=True)
        table.add_column("", no_wrap=True, ratio=1)
    table.add_column("shape", no_wrap=True)
    table.add_column("confidence", justify="right", no_wrap=True)
    remarks = [_remark(bead) for bead in beads]
    if any(remarks):
        table.add_column("", no_wrap=True)
    for bead, remark in zip(beads, remarks, strict=True):
        table.add_row(
            _numbers(bead.seed),
            Text(_first_words(alignment.seed, bead.seed) or NOTHING),
            _numbers(bead.other),
            Text(
                _first_words(alignment.other, bead.other)
                or (NO_TEXT if bead.seed and bead.seed[0] in absent else OMITTED)
            ),
            bead.shape,
            f"{bead.confidence:.2f}",
            *([remark] if any(remarks) else []),
        )
    return table


def _numbers(sentences: Sequence[int]) -> str:
    """Return the numbers of sentences, counted from 1: ``"5"``, ``"5–6"``."""
    if len(sentences) < 2:  # noqa: PLR2004 - a range takes two
        return "".join(str(sentence + 1) for sentence in sentences)
    return f"{sentences[0] + 1}–{sentences[-1] + 1}"


def _first_words(cut: Segmentation, sentences: Sequence[int]) -> str:
    """Return the beginning of some sentences on one line; the table truncates it further."""
    # A text without full stops is one long sentence, which no table can show.
    words = " ".join(cut.text_of(sentence)[:_LONGEST] for sentence in sentences)
    return sanitize_line(words[:_LONGEST])


def _remark(bead: Bead) -> str:
    return ", ".join([*bead_marks(bead), *([UNCERTAIN] if bead.doubtful else [])])


def _summary(beads: Sequence[Bead], absent: Container[int], *, shown: int) -> str:
    """Return the number of beads, of those to look at, and of sentences without a counterpart."""
    counts = (
        (UNCERTAIN, sum(bead.doubtful for bead in beads)),
        (FORCED, sum(bead.forced for bead in beads)),
        (MOVED, sum(bead.moved for bead in beads)),
        (OMITTED, sum(len(b.seed) for b in beads if not b.other and b.seed[0] not in absent)),
        (ADDED, sum(len(bead.other) for bead in beads if not bead.seed)),
    )
    parts = [count(len(beads), "bead"), *(f"{number} {name}" for name, number in counts if number)]
    if shown < len(beads):
        parts.append(f"{shown} shown")
    return ", ".join(parts)
