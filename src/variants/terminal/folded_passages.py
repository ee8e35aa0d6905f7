"""Folding of a long text: passages with nothing of weight are one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.bead import DOUBTFUL_BELOW
from variants.types.collation import Collation, Passage
from variants.types.sense import Tier
from variants.types.variant import Kind
from variants.wording.hidden_wording import HiddenWording, hidden_wording
from variants.wording.marks import Role
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import EXPECTED, FOLDED

if TYPE_CHECKING:
    from rich.text import Text

SHORT_TEXT = 20
"""Sentences of the seed up to which everything is shown."""
_WORDS = 6
_ALL = "--all shows them"


class PassageRun(NamedTuple):
    """Neighbouring passages that are all folded, or one that is shown.

    Attributes:
        passages: The passages.
        folded: True if they are one line.
    """

    passages: tuple[Passage, ...]
    folded: bool


def is_light(passage: Passage) -> bool:
    """Return True if a passage can be folded.

    No reading in it is likely to touch the sense, no sentence is left out, added or moved, and no
    content word is left out or added with a confidence of 0.8 or more.
    """
    if not passage.sentences:
        return False
    if any(not one.sentences or one.moved for one in passage.renderings):
        return False
    return not any(
        reading.tier is Tier.SENSE
        or (reading.kind in {Kind.OMITTED, Kind.ADDED} and _is_sure(place.confidence))
        for entry in passage.entries
        for reading in entry.readings
        for place in reading.attestations
    )


def _is_sure(confidence: float) -> bool:
    return confidence >= DOUBTFUL_BELOW


def fold(passages: Iterable[Passage], folded: Callable[[Passage], bool]) -> Iterator[PassageRun]:
    """Yield the passages in order, neighbours that are folded together."""
    run: list[Passage] = []
    for passage in passages:
        if folded(passage):
            run.append(passage)
            continue
        if run:
            yield PassageRun(tuple(run), folded=True)
            run = []
        yield PassageRun((passage,), folded=False)
    if run:
        yield PassageRun(tuple(run), folded=True)


def run_label(run: PassageRun) -> str:
    """Return the label of a run: that of its passage, or the first and the last sentence."""
    first, last = run.passages[0], run.passages[-1]
    if first is last:
        return first.label
    return f"{first.sentences[0] + 1}–{last.sentences[-1] + 1}"


def folded_line(run: PassageRun, collation: Collation, pen: Pen, label: Text) -> Text:
    """Return the first words of folded passages and the number of their readings."""
    tiers = Counter(
        reading.tier
        for passage in run.passages
        for entry in passage.entries
        for reading in entry.readings
    )
    figures = [
        f"{tiers[tier]} of {tier.value}" for tier in (Tier.WORDING, Tier.FORM) if tiers[tier]
    ]
    said = " · ".join(figures) or "no difference"
    room = max(1, pen.console.width - label.cell_len - cell_len(said) - len(" … · ") - 1)
    words = _first_words(run, collation, room)
    pieces = [StyledPiece(" "), StyledPiece(words), StyledPiece(f" … · {said}", Role.NOTE)]
    return label.copy().append_text(pen.text(pieces))


def _first_words(run: PassageRun, collation: Collation, room: int) -> str:
    seed = collation.seed
    text = " ".join(seed.text_of(n) for passage in run.passages for n in passage.sentences[:2])
    words = sanitize_line(text).split()[:_WORDS]
    while len(words) > 1 and cell_len(" ".join(words)) > room:
        words.pop()
    shown = " ".join(words)
    while cell_len(shown) > room:
        shown = shown[:-1]
    return shown


def folded_notes(runs: Sequence[PassageRun], pen: Pen) -> list[Text]:
    """Return the number of folded passages, with the wording in them; nothing without any."""
    passages = [passage for run in runs if run.folded for passage in run.passages]
    if not passages:
        return []
    hidden = hidden_wording((entry for one in passages for entry in one.entries), ())
    found = f"{count(len(passages), 'passage')} {FOLDED}"
    return pen.wrap([StyledPiece(f"{found}{_of(hidden)} · {_ALL}", Role.NOTE)], pen.console.width)


def _of(hidden: HiddenWording | None) -> str:
    if hidden is None or not hidden.places:
        return ""
    return f" · {count(hidden.places, 'place')} of other wording · {EXPECTED} {hidden.expected:.1f}"
