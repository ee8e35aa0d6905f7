"""What stands over the passages and after them: who, how much, and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.reports.html.passage_rows import LEVELS, id_of
from variants.reports.html.status_text import PlaceView, StatusText
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.types.variant import HEAVIEST_FIRST
from variants.types.witness import Witness
from variants.wording.passage_notes import count, counts_of
from variants.wording.sanitize import sanitize_line
from variants.wording.states import SIGNS, state_counts

_CELLS = 150
_MOST_VARYING = 30


@dataclass(frozen=True, slots=True)
class WitnessView:
    """A witness in the table at the top.

    Attributes:
        siglum: Its short name.
        name: What to call it.
        about: Translator and date, where they are known.
        sentences: How many it has.
        aligned: How many of the seed's have a counterpart ("29/30"); empty for the seed.
        remarks: What else is to be said of that ("1 omitted, 2 joins").
        differing: Share of its letters that stand in marks, in percent; empty for the seed.
        digest: Of its text.
    """

    siglum: str
    name: str
    about: str
    sentences: int
    aligned: str
    remarks: str
    differing: str
    digest: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many places stand so."""

    state: str
    sign: str
    number: int
    percent: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage of the overview, or several neighbours.

    Attributes:
        label: Of the first.
        to: Its id.
        level: Of variation, 0 to 4; of several the mean.
        says: The same in words.
    """

    label: str
    to: str
    level: int
    says: str


@dataclass(frozen=True, slots=True)
class VaryingLine:
    """A passage and how much it varies."""

    label: str
    id: str
    places: int
    readings: int
    sigla: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A house rule, and how many decisions follow it."""

    key: str
    title: str
    why: str
    by: str
    uses: int


def title_of(collation: Collation) -> str:
    """What the report is called."""
    return sanitize_line(collation.title).strip() or _name(collation.seed.witness) or "Comparison"


def witness_lines(collation: Collation) -> list[WitnessView]:
    """The seed and the others."""
    lines = []
    marked = _marked_letters(collation)
    for cut in (collation.seed, *collation.others):
        witness = cut.witness
        seed = cut is collation.seed
        figures = "" if seed else counts_of(collation, witness.siglum)
        aligned, _, remarks = figures.partition(", ")
        letters = sum(map(str.isalnum, witness.text))
        share = f"{100 * marked[witness.siglum] / max(1, letters):.0f} %"
        lines.append(
            WitnessView(
                witness.siglum,
                _name(witness) or ("Seed" if seed else ""),
                ", ".join(
                    filter(None, (sanitize_line(witness.translator), sanitize_line(witness.date)))
                ),
                len(cut.sentences),
                aligned.removesuffix(" sentences"),
                remarks,
                "" if seed else share,
                witness.digest,
            )
        )
    return lines


def class_counts(collation: Collation) -> list[tuple[str, int]]:
    """How many readings each class has, heaviest first; those with none left out."""
    classes = Counter(
        reading.variant_class for entry in collation.entries for reading in entry.readings
    )
    return [(name.value, classes[name]) for name in HEAVIEST_FIRST if classes[name]]


def count_states(edition: Edition) -> list[StateCount]:
    """How many places stand where; a bar is drawn of it."""
    counts = state_counts(edition)
    total = max(1, sum(counts.values()))
    return [
        StateCount(state.value, SIGNS[state], number, f"{100 * number / total:.2f}")
        for state, number in counts.items()
    ]


def state_line(states: Sequence[StateCount]) -> str:
    """How many places stand where, as a sentence; empty where there are none."""
    if not states:
        return ""
    listed = ", ".join(f"{one.number} {one.state}" for one in states)
    return f"Of {count(sum(one.number for one in states), 'place')}: {listed}."


def summary(edition: Edition) -> str:
    """All counts in a sentence's length."""
    collation = edition.collation
    more = len(edition.apart())
    readings = sum(len(entry.readings) for entry in collation.entries)
    counted = (
        f"{count(len(collation.entries), 'place')} with {count(readings, 'reading')} "
        f"in {count(len(collation.passages), 'passage')}"
    )
    return f"{counted}; {more} more that only editors touched" if more else counted


def overview(passages: Sequence[tuple[str, str, int]]) -> list[Cell]:
    """A cell a passage; of long texts a cell for each few.

    Args:
        passages: Label, id and level of each.
    """
    step = max(1, -(-len(passages) // _CELLS))
    cells = []
    for first in range(0, len(passages), step):
        part = passages[first : first + step]
        level = int(sum(each[2] for each in part) / len(part) + 0.5)
        label, to = part[0][0], part[0][1]
        which = f"passage {label}" if len(part) == 1 else f"passages {label} to {part[-1][0]}"
        cells.append(Cell(label, to, level, f"{which}: {level} of {LEVELS}"))
    return cells


def most_varying(collation: Collation) -> list[VaryingLine]:
    """The passages with the most readings that touch the sense, the most first."""
    lines = [_varying(passage) for passage in collation.passages if passage.entries]
    return sorted(lines, key=lambda line: (-line.readings, -line.places))[:_MOST_VARYING]


def rule_lines(edition: Edition, teller: StatusText, options: ReportOptions) -> list[RuleView]:
    """The house rules, in the order of the log."""
    uses = Counter(
        decision.rule for status in edition.decisions.statuses for decision in status.live
    )
    return [
        RuleView(
            sanitize_line(rule.key),
            sanitize_line(rule.title),
            sanitize_line(rule.why) if options.reasons else "",
            sanitize_line(teller.names[rule.by]),
            uses[rule.id],
        )
        for rule in edition.decisions.rules
    ]


def split_decisions(places: Sequence[PlaceView]) -> tuple[list[PlaceView], list[PlaceView]]:
    """The places that print other words than the seed's, and the others decided on."""
    decided = [place for place in places if place.status is not None]
    emended = [place for place in decided if _prints_other_words(place)]
    return emended, [place for place in decided if not _prints_other_words(place)]


def lost_places(edition: Edition, teller: StatusText) -> Iterator[PlaceView]:
    """Decisions whose words are in the seed no longer."""
    for number, status in enumerate(
        (one for one in edition.decisions.statuses if one.span is None), 1
    ):
        yield teller.status(status, f"lost.{number}", "", status.was)


def _varying(passage: Passage) -> VaryingLine:
    touching = [one for entry in passage.entries for one in entry.readings if one.substantive]
    sigla = {siglum for one in touching for siglum in one.sigla}
    in_order = (one.siglum for one in passage.renderings if one.siglum in sigla)
    return VaryingLine(
        passage.label, id_of(passage), len(passage.entries), len(touching), tuple(in_order)
    )


def _prints_other_words(place: PlaceView) -> bool:
    return place.status is not None and place.status.printed is not None


def _name(witness: Witness) -> str:
    """What to call a witness: its title, or the file it came from."""
    return sanitize_line(witness.title).strip() or sanitize_line(witness.source).strip()


def _marked_letters(collation: Collation) -> Counter[str]:
    """For each witness, how many of its letters and digits stand in marks."""
    texts = {cut.witness.siglum: cut.witness.text for cut in collation.others}
    spans: dict[str, list[tuple[int, int]]] = {siglum: [] for siglum in texts}
    for entry in collation.entries:
        for reading in entry.readings:
            for place in reading.attestations:
                marks = place.marks or (place.span,)
                spans[place.siglum] += [(mark.start, mark.end) for mark in marks]
    found: Counter[str] = Counter()
    for siglum, marked in spans.items():
        at = 0
        for start, end in sorted(marked):
            found[siglum] += sum(map(str.isalnum, texts[siglum][max(at, start) : end]))
            at = max(at, end)
    return found
