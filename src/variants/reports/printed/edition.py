"""A whole printed edition, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variants.reports.printed.method import how_made, status_of_the_text
from variants.reports.printed.notes import Note, NoteBuilder
from variants.reports.printed.places import places_of
from variants.reports.printed.reading_text import LineOfText, paragraphs_of
from variants.reports.printed.sections import Section, SectionBuilder
from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.status import State
from variants.types.witness import Witness
from variants.wording.decision_text import EditorNames
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import Line, editorial, joined, quoted, sigla

_WANTS_A_LOOK = frozenset({State.QUERY, State.CONFLICT, State.STALE})


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """What a format writes, from first to last.

    Attributes:
        edition: As far as the options let it be told.
        title: What it is called.
        standing: How far the text is settled; empty where nothing is open.
        witnesses: A line each, the seed first.
        notes: Of the text, by sentence.
        emendations: Rows of four: place, words here, words of the seed, authority and reason.
        sections: The lists after it that have something in them.
        questions: Notes that somebody has to look at, and what is asked there.
    """

    edition: Edition
    title: str
    status: Line
    witnesses: tuple[Line, ...]
    notes: tuple[Note, ...]
    emendations: tuple[tuple[Line, Line, Line, Line], ...]
    sections: tuple[Section, ...]
    questions: tuple[tuple[Note, Line], ...]

    def paragraphs(self) -> Iterator[tuple[LineOfText, ...]]:
        """The reading text, a paragraph at a time."""
        return paragraphs_of(self.edition, self.notes, (note for note, _ in self.questions))


def printed_edition(edition: Edition, options: ReportOptions) -> PrintedEdition:
    """The printed edition of what was found and decided."""
    told = redact(edition, options)
    lists = SectionBuilder(told)
    noter = NoteBuilder(told, EditorNames(told.decisions))
    places = places_of(told)
    notes = tuple(noter.note(place) for place in places if place.noted)
    forms = [place for place in places if place.listed]
    return PrintedEdition(
        told,
        _title(told),
        status_of_the_text(told, places),
        tuple(_witness(cut.witness) for cut in (told.collation.seed, *told.collation.others)),
        notes,
        tuple(lists.emendation(place) for place in places if place.changes),
        tuple(
            section
            for section in (
                lists.textual_notes(places),
                lists.alternatives(places),
                lists.questions(places),
                lists.forms([noter.note(place) for place in forms]),
                lists.alignment(),
                how_made(told, places),
            )
            if section.lines
        ),
        tuple(
            (note, lists.question(note.place))
            for note in notes
            if note.place.state in _WANTS_A_LOOK
        ),
    )


def _title(edition: Edition) -> str:
    seed = edition.collation.seed.witness
    names = (edition.collation.title, edition.name, seed.title, _file(seed))
    return next((shown for name in names if (shown := sanitize_line(name).strip())), "Comparison")


def _witness(witness: Witness) -> Line:
    facts = [quoted(one) for one in (witness.title, witness.translator, witness.date)]
    described = joined(", ", facts) or quoted(_file(witness)) or editorial("without a title")
    return joined(" ", [sigla([witness.siglum]), described])


def _file(witness: Witness) -> str:
    """The file it came from, without the folders, which are somebody's own."""
    return re.split(r"[\\/]", witness.source)[-1]
