"""A Markdown parser restores the content of a report."""

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.conftest import Golden
from tests.project.editions import telegram
from tests.reports.decided import DECIDED, decided_editions, hostile
from tests.reports.statuses import bare
from variants.brief.selected_edition import selected_edition
from variants.brief.selection import Selection
from variants.pipeline import collate
from variants.reports.markdown import (
    _reading_line,
    escape,
    escape_line_start,
    write_markdown,
)
from variants.reports.printed.edition import printed_edition
from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    SentenceNumber,
)
from variants.reports.printed.notes import Note
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition, EstablishedRun
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.variant import VariantClass
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import Line, to_plain


def _written(edition: Edition, options: ReportOptions = ReportOptions()) -> str:  # noqa: B008 - it is frozen
    file = io.BytesIO()
    write_markdown(edition, options, file)
    return file.getvalue().decode()


def test_a_part_without_a_reading_of_sense_is_not_taken_for_the_whole() -> None:
    edition = Edition("", collate(telegram(), Settings()))
    part = selected_edition(edition, Selection(classes=frozenset({VariantClass.FORM})))

    assert "## Nothing shown was recognised as likely to touch the sense\n" in _written(part)
    assert "Nothing shown" not in _written(edition)


def _parsed(text: str) -> tuple[dict[str, list[str]], list[str]]:
    """Return the text of every block by heading, and the text of the footnotes."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    sections: dict[str, list[str]] = {"": []}
    notes: list[str] = []
    into, heading = sections[""], False
    for token in parser.parse(text):
        if token.type == "heading_open":
            heading = True
        elif token.type == "footnote_block_open":
            into = notes
        elif token.type == "inline" and heading:
            into = sections.setdefault(_shown(token.children or ()), [])
            heading = False
        elif token.type == "inline":
            into.append(_shown(token.children or ()))
        else:
            assert token.type not in {"html_block", "code_block", "fence", "hr"}
    return sections, notes


def _shown(tokens: Iterable[Token]) -> str:
    shown = []
    for token in tokens:
        if token.type == "html_inline" and token.content in {"<ins>", "</ins>"}:
            continue
        assert token.type not in {"html_inline", "link_open", "image", "code_inline"}
        if token.type == "footnote_ref":
            shown.append("^")
        elif token.type in {"softbreak", "hardbreak"}:
            shown.append("\n")
        else:
            shown.append(token.content)
    return "".join(shown)


def _expected_text(edition: Edition) -> list[str]:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    paragraphs = []
    for paragraph in printed_edition(edition, ReportOptions()).paragraphs():
        lines = []
        for line in paragraph:
            shown = ""
            for piece in line:
                if isinstance(piece, Printed):
                    shown += piece.text
                elif isinstance(piece, SentenceNumber):
                    shown += str(piece.sentence).translate(raised)
                elif isinstance(piece, NoteMarker):
                    shown += "^"
            lines.append(shown)
        paragraphs.append("\n".join(lines))
    return paragraphs


def test_the_report_of_the_harbour_reads_as_a_person_has_read_it(golden: Golden) -> None:
    golden("reports/harbour.md", _written(DECIDED))


@settings(max_examples=50)  # Each writes and parses a whole report.
@given(decided_editions())
def test_a_parser_gives_back_the_text_and_all_that_is_said_of_it(edition: Edition) -> None:
    document = printed_edition(edition, ReportOptions())

    sections, notes = _parsed(_written(edition))

    def said(lines: Iterable[Line]) -> list[str]:
        return [to_plain(line).strip() for line in lines]

    assert document.title in sections
    legend = [to_plain(document.legend)] if document.legend else []
    text = [text.replace("\u202f", "") for text in sections["Text"]]
    assert text == [*legend, *_expected_text(edition)]
    assert sections["Witnesses"] == said(document.witnesses)
    assert sorted(notes) == sorted(f"{n.label} {to_plain(n.line)}".strip() for n in document.notes)
    for section in document.sections:
        assert sections[section.title] == said(section.lines)
    if document.emendations:
        cells = [cell for row in document.emendations for cell in row]
        assert sections["Emendations"][4:] == said(cells)


def test_each_tier_has_its_markup() -> None:
    edition = bare(collate(telegram(), Settings()))

    plain, formed = _written(edition), _written(edition, ReportOptions(form=True))

    assert "**sixteen**" in plain
    assert "<ins>recognized</ins>" in plain
    assert "*defense*" not in plain
    assert "*defense*" in formed


def test_asterisks_before_the_start_of_a_question_are_markup_or_not_there() -> None:
    run = EstablishedRun("+z", Span(0, 2), None)
    question = cast("Note", None)
    line = (Printed("+", run, Tier.SENSE), QueryStart(question), Printed("z", run))

    assert _reading_line(line) == "\\+z"
    assert _reading_line((line[0], line[1], Printed(" z", run))) == "**\\+** z"


@given(st.lists(hostile | st.text(max_size=9), min_size=1, max_size=4).map(" ".join))
def test_whatever_a_title_holds_it_is_no_markup(title: str) -> None:
    edition = Edition("x", replace(DECIDED.collation, title=title))

    sections, _ = _parsed(_written(edition))

    assert (sanitize_line(title).strip() or "x") in sections


@pytest.mark.parametrize(
    "words",
    ["1. a", "(a) b", "iv) c", "- d", "+ e", "= f", "> g", ": h", "# i", "% j", "1986. A year."],
)
def test_a_paragraph_that_looks_like_something_else_stays_one(words: str) -> None:
    sections, _ = _parsed(escape_line_start(escape(words)))

    assert sections[""] == [words]


@pytest.mark.parametrize("name", ["K.L.", "هدنة", "هدنة--", "(ed.)", "*", "--ש"])
def test_the_name_of_an_editor_is_emphasized_or_plain_but_never_markup(name: str) -> None:
    decisions = replace(DECIDED.decisions, editors=(("kl", name),))

    sections, _ = _parsed(_written(replace(DECIDED, decisions=decisions)))

    (line,) = [
        line for line in sections["Method"] if line.startswith("Decisions of") and "7" in line
    ]
    assert line.replace("\u200e", "").startswith(f"Decisions of {name}: 7 decisions")


def test_without_names_and_reasons_nobody_is_named_and_nothing_explained() -> None:
    text = _written(DECIDED, ReportOptions(anonymous=True, reasons=False))

    assert "*editor A*" in text
    for told in ("Lindgren", "kl", "*mo*", "A gloss", "Folio 12", "House style", "I shall ask"):
        assert told not in text
