"""Documents are read back by python-docx and by lxml."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from lxml import etree

from tests.project.editions import telegram
from tests.reports.decided import DECIDED, decided_editions
from tests.reports.statuses import bare
from tests.reports.tracked import accepted, in_paragraphs, rejected
from variants.pipeline import collate
from variants.reports.formats import WRITERS
from variants.reports.printed.edition import printed_edition
from variants.reports.printed.established_text import Printed, SentenceNumber
from variants.reports.printed.printed_places import sentence_in
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State
from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import to_plain
from variants.wording.xml_text import xml_safe

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_fewer = settings(max_examples=25)  # Each writes and reads a whole document.


def _written(
    edition: Edition,
    form: str = "docx",
    options: ReportOptions = ReportOptions(),  # noqa: B008 - it is frozen
) -> bytes:
    file = io.BytesIO()
    WRITERS[form].write(edition, options, file)
    return file.getvalue()


def _parts(written: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def _text(element: etree._Element, *texts: str) -> str:
    """Return the text in elements with these names, with line breaks."""
    tags = [f"{_W}{name}" for name in (*texts, "br")]
    return "".join("\n" if one.tag == f"{_W}br" else one.text or "" for one in element.iter(*tags))


def _paragraphs(part: etree._Element, style: str) -> list[etree._Element]:
    return [
        paragraph
        for paragraph in part.iter(f"{_W}p")
        for named in paragraph.iterfind(f"{_W}pPr/{_W}pStyle")
        if (named.get(f"{_W}val") or "").startswith(style)
    ]


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@cache
def _harbour() -> dict[str, etree._Element]:
    return _parts(_written(DECIDED))


@_fewer
@given(decided_editions())
def test_the_text_and_every_note_come_out_again(edition: Edition) -> None:
    document = printed_edition(edition, ReportOptions())
    parts = _parts(_written(edition))

    expected = [
        "\n".join(
            "".join(
                xml_safe(piece.text) if isinstance(piece, Printed) else f"{piece.sentence}\u00a0"
                for piece in line
                if isinstance(piece, Printed | SentenceNumber)
            )
            for line in paragraph
        )
        for paragraph in document.paragraphs()
    ]
    texts = _paragraphs(parts["word/document.xml"], "ReadingText")
    for paragraph in texts:
        for sign in paragraph.findall(f".//{_W}rStyle[@{_W}val='FootnoteReference']/../.."):
            sign.getparent().remove(sign)  # type: ignore[union-attr]  # A run stands in a paragraph.
    assert [_text(paragraph, "t") for paragraph in texts] == expected
    notes = parts["word/footnotes.xml"].findall(f"{_W}footnote")[2:]
    assert [_text(note, "t") for note in notes] == [
        xml_safe(f" {note.label} {to_plain(note.line)}") for note in document.notes
    ]
    brief = () if document.brief is None else document.brief.lines
    items = [*brief, *(line for section in document.sections for line in section.lines)]
    assert [_text(p, "t") for p in _paragraphs(parts["word/document.xml"], "ApparatusItem")] == [
        xml_safe(to_plain(line)) for line in (*document.witnesses, *items)
    ]


@_fewer
@given(decided_editions())
def test_every_note_and_comment_has_its_place_and_no_place_lacks_one(edition: Edition) -> None:
    parts = _parts(_written(edition))
    body = parts["word/document.xml"]

    def ids(part: etree._Element, name: str) -> list[str]:
        return sorted(one.get(f"{_W}id") or "" for one in part.iter(f"{_W}{name}"))

    footnotes = ids(parts["word/footnotes.xml"], "footnote")
    assert [one for one in footnotes if one not in {"-1", "0"}] == ids(body, "footnoteReference")
    comments = ids(parts["word/comments.xml"], "comment")
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert ids(body, name) == comments


@_fewer
@given(decided_editions())
def test_accepting_all_changes_gives_the_established_text_and_rejecting_all_the_seed(
    edition: Edition,
) -> None:
    content = _written(edition, "docx-changes")

    seed = edition.collation.seed.witness.text
    printed = "".join(run.text for run in edition.runs())
    assert _squeezed(rejected(content)) == _squeezed(xml_safe(sanitize_line(seed)))
    assert _squeezed(accepted(content)) == _squeezed(xml_safe(sanitize_line(printed)))


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("dug. They", "dug.\n\nThey"),
        ("dug. They", "dug;\nthey"),
        ("wall.\n\nThe", "wall. The"),
        ("wall.\n\nThe", "wall.\n\n\n\nA new\n\npart. The"),
        ("built a wall.\n\nThe wall", "built.\nThe wall"),
        ("They", "\n\nThey"),
        ("fell.", "fell.\n\n"),
        ("They built a wall.\n\nThe wall fell.", ""),
    ],
)
def test_a_new_or_removed_paragraph_is_a_tracked_end_of_a_paragraph(
    words: str, printed: str
) -> None:
    text = "The pits were dug. They built a wall.\n\nThe wall fell.\n"
    collation = collate([Witness("S", text), Witness("A", text)], Settings())
    span = Span(text.index(words), text.index(words) + len(words))
    status = PlaceStatus("x", span, State.DECIDED, frozenset(), (), (), printed)
    edition = Edition("wall", collation, Decisions((status,)))

    content = _written(edition, "docx-changes")

    established = text.replace(words, printed, 1)
    assert in_paragraphs(accepted(content)) == in_paragraphs(established)
    assert in_paragraphs(rejected(content)) == in_paragraphs(text)


@pytest.mark.parametrize("form", ["docx", "docx-changes"])
@pytest.mark.parametrize(
    ("language", "font"), [("de", "SimSun"), ("ja-JP", "MS Mincho"), ('"&<', "SimSun")]
)
def test_the_text_has_its_language_and_font(form: str, language: str, font: str) -> None:
    texts = [Witness(siglum, "Ja.", language=language) for siglum in "SA"]
    collation = collate(texts, Settings())

    styles = _parts(_written(Edition("ja", collation, Decisions(())), form))["word/styles.xml"]

    for name in ("ReadingText", "FootnoteText"):
        (tag,) = styles.iterfind(f"{_W}style[@{_W}styleId='{name}']//{_W}lang")
        assert {tag.get(f"{_W}{kind}") for kind in ("val", "eastAsia", "bidi")} == {language}
    (fonts,) = styles.iterfind(f"{_W}docDefaults//{_W}rFonts")
    assert fonts.get(f"{_W}eastAsia") == font


@pytest.mark.parametrize("form", ["docx", "docx-changes"])
def test_looks_are_set_by_styles_alone_and_every_style_is_there(form: str) -> None:
    parts = _parts(_written(DECIDED, form))
    known = {one.get(f"{_W}styleId") for one in parts["word/styles.xml"].iterfind(f"{_W}style")}

    for name in ("document", "footer", "footnotes", "comments"):
        part = parts.get(f"word/{name}.xml")
        if part is None:
            continue
        for properties in part.iter(f"{_W}rPr", f"{_W}pPr"):
            assert {one.tag for one in properties} <= {f"{_W}rStyle", f"{_W}pStyle"}
            assert {one.get(f"{_W}val") for one in properties} <= known


@pytest.mark.parametrize("form", ["docx", "docx-changes"])
def test_every_page_has_its_number(form: str) -> None:
    written = _written(DECIDED, form)
    (field,) = _parts(written)["word/footer.xml"].iter(f"{_W}fldSimple")
    (section,) = docx.Document(io.BytesIO(written)).sections

    assert field.get(f"{_W}instr") == "PAGE"
    assert section.footer.part.partname == "/word/footer.xml"


@pytest.mark.parametrize("form", ["docx", "docx-changes"])
def test_the_same_edition_gives_the_same_bytes_and_no_clock_shows(form: str) -> None:
    first = _written(DECIDED, form)

    assert _written(DECIDED, form) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(first)).core_properties.title == "Orders for the harbour"


def test_open_questions_are_comments_at_their_words() -> None:
    document = docx.Document(io.BytesIO(_written(DECIDED)))

    comments = [(one.author, one.initials, one.text) for one in document.comments]

    assert comments[0] == (
        "K. Lindgren",
        "KL",
        (
            "sixteen, query · query: “Sixteen or sixty?”, K. Lindgren: B differs. "
            "· mo comments: I shall ask."
        ),
    )
    body = etree.tostring(_harbour()["word/document.xml"], encoding="unicode")
    between = re.search(r'commentRangeStart w:id="0"/>(.*?)<w:commentRangeEnd w:id="0"', body)
    assert between is not None
    assert "sixteen" in re.sub(r"<[^>]+>", "", between[1])


def test_a_change_names_its_editor_its_date_and_in_the_margin_its_reason() -> None:
    parts = _parts(_written(DECIDED, "docx-changes"))
    deleted = list(parts["word/document.xml"].iter(f"{_W}del"))
    inserted = list(parts["word/document.xml"].iter(f"{_W}ins"))

    assert [_text(one, "delText") for one in deleted] == [
        " [in the old hall]",
        "must",
        "seasoned sailors",
        "will bring",
    ]
    assert [_text(one, "t") for one in inserted] == ["should", "old salts", "brings"]
    assert {one.get(f"{_W}author") for one in inserted} == {"K. Lindgren", "mo"}
    assert {one.get(f"{_W}date") for one in inserted} == {"2026-11-22T14:40:55Z"}
    remarks = [_text(one, "t") for one in parts["word/comments.xml"]]
    assert remarks[0] == "leaves the words out, K. Lindgren: A gloss."


def test_without_names_and_reasons_no_part_has_them() -> None:
    for form in ("docx", "docx-changes"):
        parts = _parts(_written(DECIDED, form, ReportOptions(anonymous=True, reasons=False)))

        whole = "".join(etree.tostring(part, encoding="unicode") for part in parts.values())

        for told in ("Lindgren", '"mo"', ">mo<", "A gloss", "Folio 12", "House style", "I shall"):
            assert told not in whole


@pytest.mark.system
def test_libreoffice_makes_pages_of_it_with_text_notes_and_lists(tmp_path: Path) -> None:
    (tmp_path / "harbour.docx").write_bytes(_written(DECIDED))

    subprocess.run(  # noqa: S603 - our own document
        [  # noqa: S607 - wherever it is installed
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "harbour.docx",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    done = subprocess.run(
        ["pdftotext", "-layout", "harbour.pdf", "-"],  # noqa: S607 - as above
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )

    shown = " ".join(done.stdout.split())
    for words in (
        "Not finished: of 23 places",
        "not dreamers, but old salts",
        "2.2 should A K. Lindgren ] must S B; C see 2.1",
        "Emendations",
        "«Следует»: an advice; =not an order.",
        "Names and forms",
        "c49b3f7a",
    ):
        assert words in shown


def test_words_of_the_first_tier_are_filled_and_other_wording_is_underlined() -> None:
    body = _parts(_written(bare(collate(telegram(), Settings()))))["word/document.xml"]

    def words(style: str) -> list[str]:
        runs = body.findall(f".//{_W}rStyle[@{_W}val='{style}']/../..")
        return [_text(one, "t") for one in runs]

    assert "sixteen" in words("Sense")
    assert "about an armistice" in words("Wording")
    assert not words("Form")


def test_differences_of_form_are_dotted_if_asked() -> None:
    edition = bare(collate(telegram(), Settings()))

    parts = _parts(_written(edition, "docx", ReportOptions(form=True)))

    runs = parts["word/document.xml"].findall(f".//{_W}rStyle[@{_W}val='Form']/../..")
    style = parts["word/styles.xml"].find(f".//{_W}style[@{_W}styleId='Form']//{_W}u")
    assert "defense" in [_text(one, "t") for one in runs]
    assert style is not None
    assert style.get(f"{_W}val") == "dotted"


def test_by_weight_each_comment_begins_before_its_end() -> None:
    collation = DECIDED.collation
    turned = replace(DECIDED, collation=replace(collation, passages=collation.passages[::-1]))

    body = _parts(_written(turned, "docx", ReportOptions(by_weight=True)))["word/document.xml"]

    ends = [one for one in body.iter() if etree.QName(one).localname.startswith("commentRange")]
    found = [(etree.QName(one).localname, one.get(f"{_W}id")) for one in ends]
    starts = [number for name, number in found if name == "commentRangeStart"]
    assert starts
    assert found == [(f"commentRange{end}", n) for n in starts for end in ("Start", "End")]
    assert "Passages, the heaviest first" in _text(body, "t")


@pytest.mark.parametrize("by_weight", [False, True])
def test_the_notes_are_in_the_order_of_their_markers(*, by_weight: bool) -> None:
    collation = collate(telegram(), Settings())
    passages = collation.passages[:: -1 if by_weight else 1]
    options = ReportOptions(by_weight=by_weight, unfolded=True)

    parts = _parts(_written(bare(replace(collation, passages=passages)), "docx", options))

    markers = parts["word/document.xml"].iter(f"{_W}footnoteReference")
    numbers = [int(one.get(f"{_W}id") or 0) for one in markers]
    notes = [_text(one, "t") for one in parts["word/footnotes.xml"].iter(f"{_W}footnote")]
    sentences = [sentence_in(note.strip()) for note in notes if note]
    assert numbers == sorted(numbers)
    assert numbers
    assert (sentences[0] > sentences[-1]) is by_weight
