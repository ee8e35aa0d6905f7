"""Status of places in words, for the web page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from variants.reports.editor_names import editor_names
from variants.reports.html.runs import shortened
from variants.reports.writer import ReportOptions
from variants.types.collation import Entry
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.decision_text import (
    EditorNames,
    decision_with_editor,
    reason_lines,
    status_runs,
)
from variants.wording.sanitize import sanitize_line
from variants.wording.states import SIGNS, within_words
from variants.wording.text_runs import Line, editorial, joined, shorten_runs


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place that is marked: an entry of the apparatus, or other words with a decision.

    Attributes:
        place: Name of the place in links.
        label: Label for people: "5.2".
        number: Superscript number in the text.
        state: State of the place.
        sign: Sign of the state.
        decisions: Active decisions with their editors; the classes if there are none.
        lemma: Words of the seed, shortened.
        status: Status of the decisions on the place; ``None`` if there are none.
        printed: Words printed instead of the seed's.
        reasons: Reasons of the active decisions, and comments; empty if the report leaves
            reasons out.
        former: Superseded decisions.
    """

    place: str
    label: str
    number: str
    state: State
    sign: str
    decisions: Line
    lemma: str
    status: PlaceStatus | None = None
    printed: str = ""
    reasons: tuple[Line, ...] = ()
    former: tuple[Line, ...] = ()


class StatusText:
    """Builds the view of each place, with the names that the options allow."""

    def __init__(self, edition: Edition, options: ReportOptions) -> None:
        self._witness = edition.collation.seed.witness
        self._reasons = options.reasons
        self._statuses = edition.statuses()
        self._states = edition.states()
        self._within = within_words(edition)
        self.names: Mapping[str, str] = editor_names(edition.decisions, options)
        self._editors = EditorNames(edition.decisions, self.names)

    def entry(self, entry: Entry, number: str) -> PlaceView:
        """Return the view of an entry of the apparatus."""
        status = self._statuses.get(entry.place)
        lemma = self._witness.wording(entry.lemma)
        classes = dict.fromkeys(reading.variant_class.value for reading in entry.readings)
        within = self._within.get(entry.place, "")
        listed = editorial(within or ", ".join(classes))
        state = self._states[entry.place]
        if status is not None:
            view = self.status(status, entry.label, number, lemma)
            if status.live:
                return view
            return replace(view, state=state, sign=SIGNS[state], decisions=listed)
        return PlaceView(
            entry.place, entry.label, number, state, SIGNS[state], listed, shortened(lemma)
        )

    def status(self, status: PlaceStatus, label: str, number: str, lemma: str) -> PlaceView:
        """Return the view of a place with decisions or comments."""
        return PlaceView(
            status.place,
            label,
            number,
            status.state,
            SIGNS[status.state],
            self._decisions(status),
            shortened(lemma),
            status,
            sanitize_line(status.printed or ""),
            tuple(reason_lines(status, self._editors)) if self._reasons else (),
            tuple(shorten_runs(decision_with_editor(one, self._editors)) for one in status.former),
        )

    def _decisions(self, status: PlaceStatus) -> Line:
        """Return the active decisions; stale and lost places are named first."""
        named = status.state in {State.STALE, State.LOST}
        state = editorial(status.state.value) if named else ()
        return shorten_runs(joined("; ", [state, status_runs(status, self._editors)]))
