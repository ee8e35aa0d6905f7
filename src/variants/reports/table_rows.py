"""Rows of a table of the apparatus: one for each place, or one for each reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variants.reports.reading_rows import reading_rows
from variants.types.collation import Entry
from variants.types.decision import Decision
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.status import PlaceStatus, State
from variants.wording.decision_text import decision_runs
from variants.wording.evidence_text import format_evidence
from variants.wording.states import within_words
from variants.wording.text_runs import to_plain

AGREE = "agree"
"""Entry of the column ``action`` by which an editor agrees with the decision in the row."""
PLACE_COLUMNS = (
    *("place", "label", "sentence", "seed", "state", "action", "printed", "readings", "class"),
    *("editor", "date", "confidence", "category", "why", "evidence", "rule", "batch"),
    *("decision_id", "stale", "agreed_by", "tier", "sense_probability", "remarks"),
)
READING_COLUMNS = (
    *("place", "label", "seed", "reading", "witnesses", "class", "kind", "flags"),
    *("substantive", "confidence", "classified by", "tier", "sense_probability", "sense_rank"),
    *("sense_sort", "sense_from", "sense_to", "sense_by"),
)
_NOT_FOLLOWED = frozenset({State.CONFLICT, State.STALE, State.LOST})


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        cells: Text of each column.
        marked: Span of the lemma in the sentence; ``None`` if there is no sentence.
    """

    cells: tuple[str, ...]
    marked: Span | None = None


def place_rows(edition: Edition) -> Iterator[TableRow]:
    """Yield a row for each entry and each place with decisions only, lost ones last."""
    rows = _RowBuilder(edition)
    statuses = edition.statuses()
    decision_only = edition.places_without_entry()
    placed = [one for one in decision_only if one.span is not None]
    for entry in edition.collation.entries:
        while placed and placed[0].span is not None and placed[0].span < entry.lemma:
            yield rows.row(None, placed.pop(0))
        yield rows.row(entry, statuses.get(entry.place))
    for status in (*placed, *(one for one in decision_only if one.span is None)):
        yield rows.row(None, status)


def reading_cells(edition: Edition) -> Iterator[TableRow]:
    """Yield a row for each reading of each entry."""
    for row in reading_rows(edition):
        yield TableRow(
            (
                row.place,
                row.label,
                row.lemma,
                row.reading,
                " ".join(row.sigla),
                row.variant_class,
                row.kind,
                ", ".join(row.flags),
                "yes" if row.substantive else "no",
                f"{row.confidence:.2f}",
                row.rule,
                row.tier,
                _probability_cell(row.sense_probability),
                "" if row.sense_rank is None else str(row.sense_rank),
                row.sense_sort,
                row.sense_from,
                row.sense_to,
                row.sense_by,
            )
        )


def reason_cell(decision: Decision) -> str:
    """Return the cell of the column ``why``: the question of a query, then the reason.

    Examples:
        >>> from variants.types.decision import Action, Anchor, Decision, Quote
        >>> from variants.types.span import Span
        >>> anchor = Anchor("", "S", "", 1, "", Span(0, 1), Quote("a", "", ""), Span(0, 1))
        >>> reason_cell(Decision("", "", "", anchor, Action.QUERY, ask="Is it?", why="B differs."))
        'Is it? B differs.'
    """
    return " ".join(filter(None, (decision.ask, decision.why)))


class _RowBuilder:
    """Builds the rows of an edition's places."""

    def __init__(self, edition: Edition) -> None:
        self._seed: Segmentation = edition.collation.seed
        self._text = self._seed.witness.text
        self._names = dict(edition.decisions.editors)
        self._rules = {rule.id: rule.key for rule in edition.decisions.rules}
        self._states = edition.states()
        self._within = within_words(edition)

    def row(self, entry: Entry | None, status: PlaceStatus | None) -> TableRow:
        """Return the row of a place, which has an entry, a status, or both."""
        span = entry.lemma if entry is not None else status.span if status is not None else None
        sentence, marked = self._sentence(span)
        seed = "" if span is None else span.words_of(self._text)
        if status is not None and status.span is None:
            seed = status.was
        first = status.live[0] if status is not None and status.live else None
        sense = entry.sense if entry is not None else None
        return TableRow(
            (
                entry.place if entry is not None else status.place if status is not None else "",
                entry.label if entry is not None else "",
                sentence,
                seed,
                self._state(entry, status).value,
                "" if first is None else first.action.value,
                "" if status is None else status.printed or "",
                "" if entry is None else _readings(entry),
                "" if entry is None else entry.variant_class.value,
                *self._decision_cells(first),
                "" if status is None else status.was,
                "" if status is None else self._agreed_by(status),
                "" if sense is None else sense.tier.value,
                _probability_cell(None if sense is None else sense.probability),
                ", ".join(self._remarks(entry, status)),
            ),
            marked,
        )

    def _state(self, entry: Entry | None, status: PlaceStatus | None) -> State:
        if entry is not None:
            return self._states[entry.place]
        return State.UNDECIDED if status is None else status.state

    def _remarks(self, entry: Entry | None, status: PlaceStatus | None) -> Iterator[str]:
        """Yield the remarks on the state of a place, and the decided words that it is inside of.

        Decisions that the established text does not follow are stated in words.
        """
        if status is not None:
            yield from sorted(remark.value for remark in status.remarks)
            if status.state in _NOT_FOLLOWED:
                yield from dict.fromkeys(to_plain(decision_runs(one)) for one in status.live)
        if entry is not None and entry.place in self._within:
            yield self._within[entry.place]

    def _sentence(self, span: Span | None) -> tuple[str, Span | None]:
        """Return the sentence in which a place begins, and the span of the place in it."""
        sentences = self._seed.sentences
        if span is None or not sentences or span.start < sentences[0].start:
            return "", None
        index = self._seed.sentence_at(span.start)
        whole = sentences[index]
        start = min(span.start, whole.end) - whole.start
        end = min(span.end, whole.end) - whole.start
        return self._seed.text_of(index), Span(start, end)

    def _decision_cells(self, first: Decision | None) -> tuple[str, ...]:
        if first is None:
            return ("",) * 9
        return (
            self._names.get(first.by, first.by),
            first.at,
            first.confidence.value if first.confidence else "",
            first.category,
            reason_cell(first),
            format_evidence(first.evidence),
            self._rules.get(first.rule, first.rule),
            first.batch,
            first.id,
        )

    def _agreed_by(self, status: PlaceStatus) -> str:
        """Return the other editors who decided; in a conflict, with their actions."""
        more = (
            f"{self._names.get(one.by, one.by)}: {one.action.value}"
            if status.state is State.CONFLICT
            else self._names.get(one.by, one.by)
            for one in status.live[1:]
        )
        return "; ".join(more)


def _probability_cell(probability: float | None) -> str:
    return "" if probability is None else f"{probability:.2f}"


def _readings(entry: Entry) -> str:
    """Format the readings of an entry, such as ``should {A}; We must get {C}``."""
    return "; ".join(
        f"{reading.wording or 'om.'} {{{' '.join(reading.sigla)}}}" for reading in entry.readings
    )
