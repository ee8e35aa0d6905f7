"""Content of the sheet of a brief, with as many differences as fit on the paper."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from variants.brief import Brief, BriefGroup, WitnessCounts, count_tiers, fit_brief, make_brief
from variants.brief.brief_text import head_line, item_line, title_of
from variants.brief.leftover_text import brief_notes
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.witness import Witness
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import Line, to_plain

_LINES = 40  # Lines of an A4 page for witnesses, differences and notes.
_BORDER = 3  # Space between two groups, in tenths of a line.
_LEAST = 8
_WIDTH = 78  # Letters in a line of differences.
_WHOLE_WIDTH = 96  # Letters in a line from one margin to the other.
_MOST_WITNESSES = 12
_LONGEST_NAME = 48
_LONGEST_SIGLUM = 16
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Differences of one sort: a title, and a sentence for each."""

    title: str
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SheetWitness:
    """A witness other than the seed: its siglum and name, shortened, and its readings by tier."""

    siglum: str
    name: str
    counts: WitnessCounts


@dataclass(frozen=True, slots=True)
class BriefSheet:
    """Parts of a sheet, in their order.

    Attributes:
        title: Title of the document.
        facts: The seed, and the numbers of sentences and witnesses.
        witnesses: The other witnesses, as many as fit.
        more_witnesses: Number of those that do not fit.
        head: Number of readings that are likely to touch the sense.
        groups: The differences that fit, heaviest first.
        loose: True if each difference can have its own line.
        notes: Differences that are not listed, and other wording.
        brief: The brief.
        judged: True if the readings have a sense.
    """

    title: str
    facts: str
    witnesses: tuple[SheetWitness, ...]
    more_witnesses: int
    head: str
    groups: tuple[SheetGroup, ...]
    loose: bool
    notes: tuple[str, ...]
    brief: Brief
    judged: bool


def brief_sheet(edition: Edition) -> BriefSheet:
    """Return the sheet of a document."""
    collation = edition.collation
    brief = make_brief(collation)
    counts = count_tiers(collation)
    shown = collation.others[:_MOST_WITNESSES]
    witnesses = tuple(
        SheetWitness(
            _cut(sanitize_line(one.siglum), _LONGEST_SIGLUM), short_name(other.witness), one
        )
        for other, one in zip(shown, counts, strict=False)
    )
    more = len(collation.others) - len(shown)
    borders = -(-len(brief.groups) * _BORDER // 10)
    room = max(_LEAST, _LINES - len(witnesses) - bool(more) - borders)
    groups, left, loose = _fitted(brief, room)
    return BriefSheet(
        _cut(title_of_document(edition), _LONGEST_TITLE),
        _facts(collation),
        witnesses,
        more,
        head_line(brief),
        tuple(
            SheetGroup(title_of(group), tuple(item_line(item) for item in group.items))
            for group in groups
        ),
        loose,
        tuple(brief_notes(brief, left)),
        brief,
        brief.hidden is not None,
    )


def title_of_document(edition: Edition) -> str:
    """Return the title of the document, or else the name of the seed."""
    title = sanitize_line(edition.collation.title).strip()
    return title or short_name(edition.collation.seed.witness) or "Comparison"


def short_name(witness: Witness) -> str:
    """Return the title of a witness, or else its file name without folders."""
    source = witness.source.replace("\\", "/").rpartition("/")[2]
    return _cut(sanitize_line(witness.title).strip() or sanitize_line(source).strip())


def _facts(collation: Collation) -> str:
    seed = collation.seed
    name = short_name(seed.witness)
    siglum = _cut(sanitize_line(seed.witness.siglum), _LONGEST_SIGLUM)
    facts = [
        f"Seed {siglum} ({name})" if name else f"Seed {siglum}",
        count(len(seed.sentences), "sentence"),
        count(len(collation.others), "other witness"),
    ]
    return " · ".join(facts)


def _cut(text: str, longest: int = _LONGEST_NAME) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"


def _fitted(brief: Brief, room: int) -> tuple[Sequence[BriefGroup], Sequence[BriefGroup], bool]:
    """Return the groups that fit and those that do not, and True if each item has its own line."""
    loose = fit_brief(brief.groups, room, _loose_height)
    if not loose.left:
        return loose.shown, (), True
    # Two lines are for what is not listed.
    dense = fit_brief(brief.groups, room - 2, _dense_height)
    return dense.shown, dense.left, False


def _loose_height(group: BriefGroup) -> int:
    lines = sum(_lines_of(to_plain(item_line(item)), _WIDTH) for item in group.items)
    return max(lines, _lines_of(title_of(group), _WHOLE_WIDTH - _WIDTH))


def _dense_height(group: BriefGroup) -> int:
    text = " · ".join(to_plain(item_line(item)) for item in group.items)
    return max(_lines_of(text, _WIDTH), _lines_of(title_of(group), _WHOLE_WIDTH - _WIDTH))


def _lines_of(text: str, width: int) -> int:
    """Return the number of lines that a text needs; Chinese characters are two letters wide."""
    spread = "".join(
        f"{one}x" if unicodedata.east_asian_width(one) in "WF" else one for one in text
    )
    return max(1, len(textwrap.wrap(spread, width)))
