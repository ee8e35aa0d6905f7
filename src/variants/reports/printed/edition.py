"""Content of a printed edition, for all formats on paper."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from variants.brief.passage_runs import passage_runs
from variants.reports.printed.established_text import (
    NoteMarker,
    ReadingLine,
    paragraphs_of,
)
from variants.reports.printed.file_places import FilePlaces
from variants.reports.printed.method import method_section, status_of_the_text
from variants.reports.printed.notes import Note, NoteBuilder
from variants.reports.printed.passages_by_weight import noted_passages
from variants.reports.printed.printed_places import PrintedPlace, places_of
from variants.reports.printed.sections import Section, SectionBuilder
from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.status import State
from variants.types.witness import Witness
from variants.wording.coverage_text import coverage_of, coverage_words
from variants.wording.decision_text import EditorNames
from variants.wording.margin_words import SENSE_SIGN
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import LIKELY, SEED
from variants.wording.text_runs import Line, editorial, joined, quoted, sigla
from variants.wording.witness_names import file_name

_IN_QUESTION = frozenset({State.QUERY, State.CONFLICT, State.STALE})


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """Parts of a printed edition, in their order.

    Attributes:
        edition: The edition, without names or reasons that the options exclude.
        title: Title of the document.
        status: Sentence about open places; empty if there are none.
        witnesses: A line for each witness, the seed first.
        brief: Differences that are likely to touch the sense, and how much has no note; ``None``
            if the readings have no sense.
        legend: Explanation of the marks in the text, and the number of passages left out; empty
            if the readings have no sense.
        notes: Notes on the text, in the order of their markers.
        marked: Places of which the words are marked in the text, by the tier of their readings.
        emendations: Rows of place, words here, words of the seed, authority and reason.
        sections: Lists after the text, without empty ones.
        questions: Notes with an open question, and a line about the question.
        by_weight: The text is a list of passages with notes, the heaviest first.
    """

    edition: Edition
    title: str
    status: Line
    witnesses: tuple[Line, ...]
    brief: Section | None
    legend: Line
    notes: tuple[Note, ...]
    marked: tuple[PrintedPlace, ...]
    emendations: tuple[tuple[Line, Line, Line, Line], ...]
    sections: tuple[Section, ...]
    questions: tuple[tuple[Note, Line], ...]
    by_weight: bool

    @property
    def text_title(self) -> str:
        """Heading of the text."""
        return "Passages, the heaviest first" if self.by_weight else "Text"

    def paragraphs(self) -> Iterator[tuple[ReadingLine, ...]]:
        """Yield the paragraphs of the established text, or of each passage by weight."""
        questions = (note for note, _ in self.questions)
        paragraphs = paragraphs_of(self.edition, self.notes, questions, self.marked)
        if not self.by_weight:
            return paragraphs
        return noted_passages(paragraphs, self.edition.collation.passages)


def printed_edition(
    edition: Edition, options: ReportOptions, suffix: str = ".docx"
) -> PrintedEdition:
    """Return the printed form of an edition.

    Args:
        edition: The edition.
        options: Options of the report.
        suffix: Suffix of its file, for the command that writes all notes in this format.
    """
    from variants.reports.printed.brief_section import (  # noqa: PLC0415 - a long chain
        brief_section,
    )

    shown = redact(edition, options)
    names, files = EditorNames(shown.decisions), FilePlaces(shown.collation)
    note_builder = NoteBuilder(shown, names, files)
    lists = SectionBuilder(shown, names, note_builder, files)
    places = places_of(shown)
    runs = passage_runs(shown, shown.collation.passages, unfolded=options.unfolded)
    folded = {one.label for run in runs if run.folded for one in run.passages}
    notes = tuple(
        note_builder.note(place)
        for place in places
        if place.noted and not (_is_plain(place) and _is_in(place, folded))
    )
    marked = [note.place for note in notes if options.form or not _is_of_form(note.place)]
    forms = [place for place in places if place.listed]
    if options.form:
        marked += [place for place in forms if not _is_in(place, folded)]
    document = PrintedEdition(
        edition=shown,
        title=_title(shown),
        status=status_of_the_text(shown),
        witnesses=tuple(_witnesses(shown.collation)),
        brief=brief_section(shown, runs, suffix),
        legend=joined(" ", [_legend(marked, form=options.form), _left_out(shown, notes, options)]),
        notes=notes,
        marked=tuple(marked),
        emendations=tuple(lists.emendation(place) for place in places if place.changes),
        sections=tuple(
            section
            for section in (
                lists.textual_notes(places),
                lists.alternatives(places),
                lists.questions(places),
                lists.forms([note_builder.note(place) for place in forms]),
                lists.alignment(),
                lists.file_places(),
                method_section(shown, places),
            )
            if section.lines
        ),
        questions=tuple(
            (note, lists.question(note.place)) for note in notes if note.place.state in _IN_QUESTION
        ),
        by_weight=options.by_weight,
    )
    # LibreOffice matches the notes with their markers by order.
    return replace(document, notes=_as_marked(document))


def _as_marked(document: PrintedEdition) -> tuple[Note, ...]:
    """Return the notes in the order of their markers in the text."""
    markers = (
        id(piece.note)
        for paragraph in document.paragraphs()
        for line in paragraph
        for piece in line
        if isinstance(piece, NoteMarker)
    )
    order = {note: number for number, note in enumerate(markers)}
    return tuple(sorted(document.notes, key=lambda note: order.get(id(note), len(order))))


def _legend(marked: Iterable[PrintedPlace], *, form: bool) -> Line:
    if not any(place.entry is not None and place.entry.sense is not None for place in marked):
        return ()
    of_form = "Dotted or in italics: form." if form else "Differences of form are not marked."
    return editorial(
        f"Bold: a reading is {LIKELY}, and the note states the difference after {SENSE_SIGN}. "
        f"Underlined: other wording. {of_form}"
    )


def _left_out(edition: Edition, notes: Iterable[Note], options: ReportOptions) -> Line:
    """Return the number of passages that a list by weight leaves out."""
    if not options.by_weight:
        return ()
    noted = {note.place.passage.label for note in notes if note.place.passage is not None}
    passages = edition.collation.passages
    left = sum(bool(one.sentences) and one.label not in noted for one in passages)
    return editorial(f"{count(left, 'passage')} without a note left out.") if left else ()


def _is_plain(place: PrintedPlace) -> bool:
    return place.status is None and place.around is None


def _is_of_form(place: PrintedPlace) -> bool:
    sense = None if place.entry is None else place.entry.sense
    return sense is not None and sense.tier is Tier.FORM


def _is_in(place: PrintedPlace, folded: Container[str]) -> bool:
    return place.passage is not None and place.passage.label in folded


def _title(edition: Edition) -> str:
    seed = edition.collation.seed.witness
    names = (edition.collation.title, edition.name, seed.title, file_name(seed))
    return next((shown for name in names if (shown := sanitize_line(name).strip())), "Comparison")


def _witnesses(collation: Collation) -> Iterator[Line]:
    """Yield a line for each witness, with the part of the seed that it has if it has not all."""
    for cut in (collation.seed, *collation.others):
        role = editorial(f"the {SEED}") if cut is collation.seed else ()
        coverage = coverage_of(
            cut.witness.siglum, collation.missing_parts, len(collation.seed.sentences)
        )
        covered = coverage_words(coverage)
        yield joined(", ", [_witness(cut.witness), role, editorial(covered) if covered else ()])


def _witness(witness: Witness) -> Line:
    facts = [quoted(one) for one in (witness.title, witness.translator, witness.date)]
    described = joined(", ", facts) or quoted(file_name(witness)) or editorial("without a title")
    return joined(" ", [sigla([witness.siglum]), described])
