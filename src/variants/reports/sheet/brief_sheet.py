"""Content of the sheet of a brief, with as many differences as fit on the paper."""

from __future__ import annotations

from dataclasses import dataclass

from variants.brief import Brief, WitnessCounts, count_tiers, make_brief
from variants.brief.brief_text import head_line, item_line, title_of
from variants.brief.leftover_text import as_sentence, brief_notes, command_for_all
from variants.brief.paper_lines import fit_on_paper
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import Line
from variants.wording.witness_names import short_name

_LINES = 40  # Lines of an A4 page for witnesses, differences and notes.
_BORDER = 3  # Space between two groups, in tenths of a line.
_LEAST = 8
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
            _cut(sanitize_line(one.siglum), _LONGEST_SIGLUM), _cut(short_name(other.witness)), one
        )
        for other, one in zip(shown, counts, strict=False)
    )
    more = len(collation.others) - len(shown)
    borders = -(-len(brief.groups) * _BORDER // 10)
    room = max(_LEAST, _LINES - len(witnesses) - bool(more) - borders)
    fitted = fit_on_paper(brief, room)
    return BriefSheet(
        _cut(title_of_document(edition), _LONGEST_TITLE),
        _facts(collation),
        witnesses,
        more,
        head_line(brief, is_part=bool(edition.left_out)),
        tuple(
            SheetGroup(title_of(group), tuple(item_line(item) for item in group.items))
            for group in fitted.shown
        ),
        fitted.loose,
        tuple(map(as_sentence, brief_notes(brief, fitted.left, command_for_all(edition)))),
        brief,
        brief.hidden is not None,
    )


def title_of_document(edition: Edition) -> str:
    """Return the title of the document, or else the name of the seed."""
    title = sanitize_line(edition.collation.title).strip()
    return title or _cut(short_name(edition.collation.seed.witness)) or "Comparison"


def _facts(collation: Collation) -> str:
    seed = collation.seed
    name = _cut(short_name(seed.witness))
    siglum = _cut(sanitize_line(seed.witness.siglum), _LONGEST_SIGLUM)
    facts = [
        f"Seed {siglum} ({name})" if name else f"Seed {siglum}",
        count(len(seed.sentences), "sentence"),
        count(len(collation.others), "other witness"),
    ]
    return " · ".join(facts)


def _cut(text: str, longest: int = _LONGEST_NAME) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
