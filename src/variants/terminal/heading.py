"""Header with texts and counts, and the legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from variants.terminal.layouts import beside
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import Pieces, StyledPiece
from variants.terminal.view import Layout
from variants.types.collation import Collation
from variants.types.variant import HEAVIEST_FIRST
from variants.types.witness import Witness
from variants.wording.marks import Role
from variants.wording.passage_notes import count, counts_of
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, MOVED, OMITTED, RECAST, TIERS

if TYPE_CHECKING:
    from rich.text import Text

_BARS = "▁▂▄▆█"
_MOST_BARS = 150
_BARS_IN_A_GROUP = 10
_SHARES = len(_BARS) - 1
_LEGEND = (
    ("seed reading", Role.SEED),
    ("other reading", Role.OTHER),
    (ADDED, Role.ADDED),
    (OMITTED, Role.OMITTED),
    (MOVED, Role.MOVED),
)
_POINTS = (
    ("omitted here", Role.MISSING_WORDS),
    ("punctuation omitted, or words added here", Role.MISSING_MARK),
)
_APPARATUS_LEGEND = f"+ {ADDED}   ⇄ {MOVED}   ({RECAST}) one reading for the whole passage"
_BETWEEN = "   "


def header(collation: Collation, pen: Pen, states: Pieces = ()) -> list[Text]:
    """Return title, witnesses, counts and variation of the whole collation."""
    lines = [*title_lines(collation, pen), *witness_lines(collation, pen)]
    decided = _indented(states, pen) if states else []
    return [*lines, *_counts(collation, pen), *decided, *_variation(collation, pen)]


def title_lines(collation: Collation, pen: Pen) -> list[Text]:
    """Return the title, and how many sentences and witnesses there are."""
    seed = collation.seed
    title = sanitize_line(collation.title).strip() or name_of(seed.witness)
    facts = [
        f"seed {seed.witness.siglum}",
        count(len(seed.sentences), "sentence"),
        count(len(collation.others), "other witness"),
    ]
    strong = StyledPiece(f"{title}   " if title else "", Role.STRONG)
    return _indented([strong, StyledPiece(" · ".join(facts), Role.NOTE)], pen)


def witness_lines(collation: Collation, pen: Pen) -> list[Text]:
    """Return a line for each other witness, with its name and counts of its sentences."""
    lines = []
    for other in collation.others:
        name = name_of(other.witness)
        figures = StyledPiece(counts_of(collation, other.witness.siglum), Role.NOTE)
        siglum = f" {other.witness.siglum}  "
        lines += _hanging(
            StyledPiece(siglum), [StyledPiece(f"{name}   " if name else ""), figures], pen
        )
    return lines


def name_of(witness: Witness) -> str:
    """Return the name of a witness: its title or its file."""
    return sanitize_line(witness.title).strip() or sanitize_line(witness.source).strip()


def legend(layout: Layout, pen: Pen, states: Pieces = ()) -> list[Text]:
    """Return an explanation of the marks, printed with the marks themselves.

    Args:
        layout: Layout that is used.
        pen: Pen to print with.
        states: Signs of states, for a layout that does not name them.
    """
    if layout in {Layout.INLINE, Layout.READINGS}:
        lines = _indented([StyledPiece(_APPARATUS_LEGEND, Role.NOTE)], pen)
        return lines + (_indented(states, pen) if states else [])
    items = [
        [StyledPiece(before, Role.SIGN), StyledPiece(words, role), StyledPiece(after, Role.SIGN)]
        for words, role in _LEGEND
        for before, after in [pen.signs.get(role, ("", ""))]
    ]
    items += [
        [StyledPiece(pen.signs[role][0], role), StyledPiece(f" {words}", Role.NOTE)]
        for words, role in _POINTS
    ]
    if not pen.plain:
        items.append([StyledPiece("name or form only", Role.MINOR)])
    items.append([StyledPiece("² in 5 is place 5.2", Role.NOTE)])
    return _packed(items, pen)


def _packed(items: Iterable[Sequence[StyledPiece]], pen: Pen) -> list[Text]:
    """Return items side by side, with as many in a line as fit."""
    lines: list[Text] = []
    for item in items:
        first, *more = _indented(item, pen)
        if lines and lines[-1].cell_len + len(_BETWEEN) + first.cell_len <= pen.console.width:
            lines[-1].append(_BETWEEN).append_text(first)
        else:
            lines.append(first)
        lines += more
    return lines


def _indented(pieces: Iterable[StyledPiece], pen: Pen) -> list[Text]:
    return pen.wrap(pieces, pen.console.width)


def _hanging(head: StyledPiece, pieces: Iterable[StyledPiece], pen: Pen) -> list[Text]:
    """Return a word with wrapped text to its right."""
    first = pen.text([head])
    width = pen.console.width - first.cell_len
    return beside([[first], pen.wrap(pieces, width)], [first.cell_len, width])


def _counts(collation: Collation, pen: Pen) -> list[Text]:
    classes = Counter(
        reading.variant_class for entry in collation.entries for reading in entry.readings
    )
    places = count(len(collation.entries), "place")
    total = f"{places}, {count(classes.total(), 'reading')}"
    figures = [f"{name.value} {classes[name]}" for name in HEAVIEST_FIRST if classes[name]]
    listed = f":  {' · '.join(figures)}" if figures else ""
    lines = _indented([StyledPiece(total), StyledPiece(listed, Role.NOTE)], pen)
    tiers = Counter(reading.tier for entry in collation.entries for reading in entry.readings)
    figures = [f"{name} {tiers[tier]}" for tier, name in TIERS.items() if tiers[tier]]
    return lines + (_indented([StyledPiece(" · ".join(figures))], pen) if figures else [])


def _variation(collation: Collation, pen: Pen) -> list[Text]:
    """Return a bar for each sentence of the seed; in a long text for several together.

    Its height is the share of witnesses with a substantive reading there.
    """
    shares = _shares(collation)
    if not shares:
        return []
    step = -(-len(shares) // _MOST_BARS)
    bars = []
    for first in range(0, len(shares), step):
        part = shares[first : first + step]
        bars.append(_BARS[int(_SHARES * sum(part) / len(part) + 0.5)])
    each = [f"{number}{bar}" for number, bar in enumerate(bars, 1)]
    head = "variation  "
    if step > 1 or len(head) + len(" ".join(each)) > pen.console.width:
        each = [
            f"{first * step + 1}{''.join(bars[first : first + _BARS_IN_A_GROUP])}"
            for first in range(0, len(bars), _BARS_IN_A_GROUP)
        ]
    return _hanging(StyledPiece(head, Role.NOTE), [StyledPiece(" ".join(each), Role.NOTE)], pen)


def _shares(collation: Collation) -> list[float]:
    """Return the share of witnesses with a substantive reading, by sentence of the seed."""
    differing: list[set[str]] = [set() for _ in collation.seed.sentences]
    for entry in collation.entries:
        sigla = {s for reading in entry.readings if reading.substantive for s in reading.sigla}
        for sentence in collation.seed.sentences_of(entry.lemma):
            differing[sentence] |= sigla
    return [len(sigla) / max(1, len(collation.others)) for sigla in differing]
