"""Tables and counts before and after the passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.brief import Brief, count_tiers
from variants.brief.brief_text import head_line, item_line
from variants.brief.brief_text import title_of as title_of_group
from variants.brief.gathered_lines import gathered_entries, light_witnesses
from variants.brief.leftover_text import as_sentence, leftover_lines
from variants.brief.paper_lines import fit_on_paper
from variants.brief.passage_runs import folded_note, passage_runs
from variants.reports.html.passage_rows import id_of
from variants.reports.html.status_text import PlaceView, StatusText
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation, Entry, Passage
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.variant import HEAVIEST_FIRST
from variants.wording.marks import equal_witnesses
from variants.wording.passage_notes import count, counts_of
from variants.wording.sanitize import sanitize_line
from variants.wording.states import SIGNS, state_counts
from variants.wording.terms import TIERS
from variants.wording.witness_names import short_name

_WIDEST_SIGLUM = 9.0  # In rem.
_MOST_VARYING = 30
_BRIEF_LINES = 40


@dataclass(frozen=True, slots=True)
class WitnessView:
    """Row of a witness in the table at the top.

    Attributes:
        siglum: Siglum of the witness.
        name: Title or file name.
        about: Translator and date, if they are known.
        sentences: Number of its sentences.
        aligned: Number of seed sentences with a counterpart ("29/30"); empty for the seed.
        remarks: Further counts ("1 omitted, 2 joins").
        differing: Share of its letters inside marks, in percent; empty for the seed.
        digest: SHA-256 of its text.
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
    """Number of places in a state, with the sign of the state and the percentage."""

    state: str
    sign: str
    number: int
    percent: str


@dataclass(frozen=True, slots=True)
class VaryingLine:
    """A passage in the table of variation.

    Attributes:
        label: Label of the passage.
        id: Its id in the page.
        places: Number of its places.
        sense: Number of readings that are likely to touch the sense.
        readings: Number of substantive readings.
        sigla: Witnesses with substantive readings.
    """

    label: str
    id: str
    places: int
    sense: int
    readings: int
    sigla: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A house rule, with the number of decisions that follow it."""

    key: str
    title: str
    why: str
    by: str
    uses: int


def title_of(collation: Collation) -> str:
    """Return the title of the report."""
    return (
        sanitize_line(collation.title).strip() or short_name(collation.seed.witness) or "Comparison"
    )


def witness_lines(collation: Collation) -> list[WitnessView]:
    """Return the rows of the witnesses, the seed first."""
    lines = []
    marked = _marked_letters(collation)
    for cut in (collation.seed, *collation.others):
        witness = cut.witness
        is_seed = cut is collation.seed
        counts = "" if is_seed else counts_of(collation, witness.siglum)
        aligned, _, remarks = counts.partition(", ")
        letters = sum(map(str.isalnum, witness.text))
        share = f"{100 * marked[witness.siglum] / max(1, letters):.0f}"
        lines.append(
            WitnessView(
                witness.siglum,
                short_name(witness) or ("Seed" if is_seed else ""),
                ", ".join(
                    filter(None, (sanitize_line(witness.translator), sanitize_line(witness.date)))
                ),
                len(cut.sentences),
                aligned.removesuffix(" sentences"),
                remarks,
                "" if is_seed else share,
                witness.digest,
            )
        )
    return lines


def brief_of(edition: Edition, brief: Brief, *, unfolded: bool) -> dict[str, object]:
    """Return the template variables of the brief, and of all that the page folds."""
    collation = edition.collation
    fitted = fit_on_paper(brief, _BRIEF_LINES)
    return {
        "brief": brief,
        "brief_head": head_line(brief, is_part=bool(edition.left_out)),
        "brief_groups": [
            {"title": title_of_group(group), "items": [item_line(item) for item in group.items]}
            for group in fitted.shown
        ],
        "brief_notes": list(map(as_sentence, leftover_lines(fitted.left, len(brief.sense)))),
        "folded": _folded(edition, unfolded=unfolded),
        "judged": brief.hidden is not None,
        "tiers_of": {
            collation.seed.witness.siglum: ("—", "—", "—"),
            **{one.siglum: (one.sense, one.wording, one.form) for one in count_tiers(collation)},
        },
    }


def _folded(edition: Edition, *, unfolded: bool) -> str:
    """Return the line about the passages and lines that a page folds; "" without any."""
    collation = edition.collation
    runs = passage_runs(edition, collation.passages, unfolded=unfolded)
    if unfolded:
        return folded_note(runs)
    cuts = {cut.witness.siglum: cut for cut in collation.others}
    gathered: list[Entry] = []
    lines = 0
    for passage in (run.passages[0] for run in runs if not run.folded):
        equal = equal_witnesses(passage, collation.seed, cuts)
        light = light_witnesses(passage, collation, equal)
        lines += bool(light)
        gathered += gathered_entries(passage, light)
    return folded_note(runs, gathered, lines)


def targets_in(collation: Collation) -> dict[str, str]:
    """Return the id of the passage of each label of a sentence or a passage."""
    return {
        label: id_of(passage)
        for passage in collation.passages
        for label in (passage.label, *(str(number + 1) for number in passage.sentences))
    }


def column_of_sigla(collation: Collation) -> str:
    """Return the style variable with the width of the column of sigla."""
    longest = max(len(cut.witness.siglum) for cut in (collation.seed, *collation.others))
    return f"--sigla:{min(_WIDEST_SIGLUM, 1.1 + 0.62 * longest):.2f}rem"


def class_counts(collation: Collation) -> list[tuple[str, int]]:
    """Return the number of readings of each class that occurs, heaviest first."""
    classes = Counter(
        reading.variant_class for entry in collation.entries for reading in entry.readings
    )
    return [(name.value, classes[name]) for name in HEAVIEST_FIRST if classes[name]]


def tier_counts(collation: Collation) -> list[tuple[str, str, int]]:
    """Return value, name and number of readings of each tier that occurs, heaviest first."""
    tiers = Counter(reading.tier for entry in collation.entries for reading in entry.readings)
    return [(tier.value, name, tiers[tier]) for tier, name in TIERS.items() if tiers[tier]]


def count_states(edition: Edition) -> list[StateCount]:
    """Return the number of places in each state, for the bar."""
    counts = state_counts(edition)
    total = max(1, sum(counts.values()))
    return [
        StateCount(state.value, SIGNS[state], number, f"{100 * number / total:.2f}")
        for state, number in counts.items()
    ]


def state_line(states: Sequence[StateCount]) -> str:
    """Return a sentence with the number of places in each state; empty without places."""
    if not states:
        return ""
    listed = ", ".join(f"{one.number} {one.state}" for one in states)
    return f"Of {count(sum(one.number for one in states), 'place')}: {listed}."


def summary(edition: Edition) -> str:
    """Return a line with the numbers of places, readings and passages."""
    collation = edition.collation
    more = len(edition.places_of_editors())
    readings = sum(len(entry.readings) for entry in collation.entries)
    counts = (
        f"{count(len(collation.entries), 'place')} with {count(readings, 'reading')} "
        f"in {count(len(collation.passages), 'passage')}"
    )
    return f"{counts}; {more} more where only editors changed the text" if more else counts


def most_varying(collation: Collation) -> list[VaryingLine]:
    """Return the passages with the most readings of sense, then with the most substantive ones."""
    lines = [_varying(passage) for passage in collation.passages if passage.entries]
    return sorted(lines, key=lambda line: (-line.sense, -line.readings, -line.places))[
        :_MOST_VARYING
    ]


def rule_lines(edition: Edition, status_text: StatusText, options: ReportOptions) -> list[RuleView]:
    """Return the house rules, in the order of the log."""
    uses = Counter(
        decision.rule for status in edition.decisions.statuses for decision in status.live
    )
    return [
        RuleView(
            sanitize_line(rule.key),
            sanitize_line(rule.title),
            sanitize_line(rule.why) if options.reasons else "",
            sanitize_line(status_text.names[rule.by]),
            uses[rule.id],
        )
        for rule in edition.decisions.rules
    ]


def split_decisions(places: Sequence[PlaceView]) -> tuple[list[PlaceView], list[PlaceView]]:
    """Return the places with decisions: those with other words than the seed's, and the rest."""
    decided = [place for place in places if place.status is not None]
    emended = [place for place in decided if _prints_other_words(place)]
    return emended, [place for place in decided if not _prints_other_words(place)]


def lost_places(edition: Edition, status_text: StatusText) -> Iterator[PlaceView]:
    """Yield the places whose words are no longer in the seed."""
    for number, status in enumerate(
        (one for one in edition.decisions.statuses if one.span is None), 1
    ):
        yield status_text.status(status, f"lost.{number}", "", status.was)


def _varying(passage: Passage) -> VaryingLine:
    substantive = [one for entry in passage.entries for one in entry.readings if one.substantive]
    sigla = {siglum for one in substantive for siglum in one.sigla}
    in_order = (one.siglum for one in passage.renderings if one.siglum in sigla)
    return VaryingLine(
        label=passage.label,
        id=id_of(passage),
        places=len(passage.entries),
        sense=sum(one.tier is Tier.SENSE for entry in passage.entries for one in entry.readings),
        readings=len(substantive),
        sigla=tuple(in_order),
    )


def _prints_other_words(place: PlaceView) -> bool:
    return place.status is not None and place.status.printed is not None


def _marked_letters(collation: Collation) -> Counter[str]:
    """Return the number of letters and digits of each witness that are inside marks."""
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
