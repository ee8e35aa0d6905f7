"""Checks that everything that is written about an edition is true."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from tests.project.views import views_agree
from tests.random_editions.latex_text import text_of_latex
from tests.random_editions.reference import Expected, bare, expected, words_of
from tests.random_editions.workshop import Workshop
from tests.reports.tei.taking import Taking, written
from tests.reports.tracked import accepted, in_paragraphs, rejected
from variants.project.load import unplaced_events
from variants.reports.formats import WRITERS
from variants.reports.json.edition import read_json
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import Printed
from variants.reports.printed.notes import Note
from variants.reports.writer import ReportOptions
from variants.types.decision import Decision
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import squeeze
from variants.wording.text_runs import Line, Style
from variants.wording.xml_text import xml_safe


def check_edition(workshop: Workshop) -> Edition:
    """Make a random edition, check everything that is written about it, and return it."""
    edition = workshop.work()
    reference = expected(edition, workshop.events, _lost_names(workshop))
    views_agree(edition)
    established = "".join(run.text for run in edition.runs())
    assert bare(established) == reference.bare
    assert words_of(established) == reference.words
    assert established.count("  ") <= sum(piece.count("  ") for piece in reference.pieces)
    _check_words_are_written(workshop)
    _check_tei(edition, established)
    _check_json(edition, reference)
    _check_tracked_changes(edition, established)
    latex = content_of(edition, "latex").decode()
    assert bare(text_of_latex(latex)) == bare(established)
    document = printed_edition(edition, ReportOptions())
    _check_printed_text(document, established)
    for note in document.notes:
        _check_note(note, edition)
    return edition


def content_of(edition: Edition, form: str) -> bytes:
    """Return a report in a format."""
    file = io.BytesIO()
    WRITERS[form].write(edition, ReportOptions(), file)
    return file.getvalue()


def _lost_names(workshop: Workshop) -> set[str]:
    """Return the names of documents in the log without a document; fail if one has its text."""
    followed = workshop.followed()
    lost = unplaced_events(followed.history, {workshop.name})
    unclear = {each.document for each in followed.unclear if not each.witness}
    seed = workshop.collation().seed.witness.digest
    for each in lost:
        assert each.anchor.text != seed or each.anchor.document in unclear
    return {each.anchor.document for each in lost}


def _check_words_are_written(workshop: Workshop) -> None:
    """Fail if words of a witness were recorded that it does not have in one piece."""
    for event in workshop.events:
        made = event.body
        if not isinstance(made, Decision):
            continue
        for wording in (made.wording, *made.also):
            digests = dict(made.witnesses)
            for siglum in () if wording is None else wording.sigla:
                text = workshop.kept.get(digests[siglum]) or ""
                assert wording is not None
                words = squeeze(wording.text)
                assert words in squeeze(text), f"{siglum} has no “{words}”"


def _check_tei(edition: Edition, established: str) -> None:
    """Fail if TEI in either form does not give back the established text and each witness."""
    for options in (ReportOptions(), ReportOptions(standoff=True)):
        taking = Taking(written(edition, options))
        assert bare(taking.established_text()) == bare(xml_safe(established))
        assert bare(taking.witness("S")) == bare(xml_safe(edition.collation.seed.witness.text))
        for cut in edition.collation.others:
            assert bare(taking.witness(cut.witness.siglum)) == bare(_by_passage(edition, cut))


def _by_passage(edition: Edition, cut: Segmentation) -> str:
    """Return the sentences of a witness in the order of the passages."""
    return " ".join(
        cut.text_of(sentence)
        for passage in edition.collation.passages
        for rendering in passage.renderings
        if rendering.siglum == cut.witness.siglum
        for sentence in rendering.sentences
    )


def _check_json(edition: Edition, reference: Expected) -> None:
    """Fail if the JSON does not have the texts, or its places not the established one."""
    content = content_of(edition, "json").decode()
    fields = json.loads(content)
    assert [(one["siglum"], one["text"]) for one in fields["witnesses"]] == [
        (cut.witness.siglum, cut.witness.text)
        for cut in (edition.collation.seed, *edition.collation.others)
    ]
    printed = [
        (one["span"][0], one["span"][1], one["printed"])
        for one in fields["decisions"]["standings"]
        if one["printed"] is not None
    ]
    assert printed == [(span.start, span.end, words) for span, words in reference.changes]
    again = read_json(content)
    assert again.runs() == edition.runs()


def _check_tracked_changes(edition: Edition, established: str) -> None:
    content = content_of(edition, "docx-changes")
    assert in_paragraphs(accepted(content)) == in_paragraphs(established)
    assert in_paragraphs(rejected(content)) == in_paragraphs(edition.collation.seed.witness.text)


def _check_printed_text(document: PrintedEdition, established: str) -> None:
    """Fail if the printed edition has other paragraphs than the established text."""
    found = [
        "\n".join("".join(p.text for p in line if isinstance(p, Printed)) for line in paragraph)
        for paragraph in document.paragraphs()
    ]
    assert [squeeze(one) for one in found if one.strip()] == [
        squeeze(one) for one in in_paragraphs(established) if one.strip()
    ]


def _check_note(note: Note, edition: Edition) -> None:
    """Fail if a note names a witness with words that it does not have."""
    collation = edition.collation
    texts = {
        cut.witness.siglum: squeeze(cut.witness.text) for cut in (collation.seed, *collation.others)
    }
    named: set[str] = set()
    for words, sigla in _attested(note.line):
        named |= {*sigla}
        if words is not None and not {"…", "¶", "/"} & {*words}:
            missing = [siglum for siglum in sigla if words not in texts[siglum]]
            assert not missing, f"{note.label}: {missing} without “{words}”"
    is_added = note.place.entry is not None and not note.place.span.length
    if note.place.changes and (is_added or note.place.entry is None):
        assert named == {*texts}, f"{note.label} does not name {set(texts) - named}"


def _attested(line: Line) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Yield the words of a note, ``None`` for a term or a reference, with their witnesses."""
    words: str | None = None
    is_neighbour = False  # The lemma of a point is the word beside it.
    for run in line:
        is_neighbour = is_neighbour or run.text in {"after ", "before "}
        if is_neighbour and run.style is Style.LEMMA:
            is_neighbour = False
        elif run.style in {Style.READING, Style.LEMMA, Style.EMENDED}:
            words = run.text
        elif run.style is Style.TERM and run.text not in {"or", "added"}:
            words = words if run.text.startswith("(") else None
        elif run.style is Style.SIGLUM:
            yield words, tuple(run.text.split())
        elif run.text.strip() in {";", "]"}:
            words = None
