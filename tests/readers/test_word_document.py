import io
import zipfile
from pathlib import Path

import pytest

from tests.readers.documents import NAMESPACES, docx, parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import NotesUse, ReadOptions, TrackedChanges
from variants.readers.formats import read_content
from variants.types.witness import DivisionKind

_REJECT = TrackedChanges.REJECT


def p(content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def deleted(words: str) -> str:
    return f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def inserted(words: str) -> str:
    return f"<w:ins>{r(words)}</w:ins>"


_FOOTNOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" First."))}</w:footnote>'
    f'<w:footnote w:id="3">{p(r("Second, ") + deleted("old") + inserted("new"))}'
    f"{p(r('in two paragraphs.'))}</w:footnote>"
)
_MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def test_paragraphs_and_headings_have_their_places() -> None:
    styles = '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    body = p(r("A Telegram"), '<w:pStyle w:val="berschrift1"/>') + p("") + p(r("We ") + r("must."))

    text = read(docx(body, styles=styles), "a.docx")

    assert text.text == "A Telegram\n\nWe must.\n"
    assert [each.kind for each in text.divisions] == [
        DivisionKind.HEADING,
        DivisionKind.PARAGRAPH,
    ]
    assert sources_of(text) == ["paragraph 1", "paragraph 2"]
    assert text.notices == ()


def test_special_characters_are_kept() -> None:
    body = p(
        "<w:r><w:t>I won’t &amp; can't</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t>"
        '<w:br/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t><w:sym w:char="00A7"/></w:r>'
    )

    assert read(docx(body), "a.docx").text == "I won’t & can't\tco\xadop\nx‑y§\n"


def test_notes_follow_the_text_in_the_order_of_their_marks() -> None:
    body = p(r("One") + _MARK.format(3) + r(" two") + _MARK.format(2) + r("."))
    text = read(docx(body, footnotes=_FOOTNOTES), "a.docx")

    assert parts_of(text) == ["One two.", "*Second, new\n\nin two paragraphs.", "*First."]
    assert sources_of(text) == ["paragraph 1", "fn. 1", "fn. 2"]
    assert [each.mark for each in text.divisions] == [None, 3, 7]


def test_notes_are_left_out_or_put_in_their_place() -> None:
    body = p(r("One.") + _MARK.format(2)) + p(r("Two."))
    data = docx(body, footnotes=_FOOTNOTES)

    assert parts_of(read(data, "a.docx", notes=NotesUse.LEAVE_OUT)) == ["One.", "Two."]
    assert parts_of(read(data, "a.docx", notes=NotesUse.IN_PLACE)) == ["One.", "*First.", "Two."]


def test_tracked_changes_are_accepted_or_rejected() -> None:
    moved = f"<w:moveFrom>{r(' Moved.')}</w:moveFrom>"
    body = p(r("We ") + deleted("should") + f"<w:ins>{r('must')}</w:ins>" + r(" go.") + moved)
    body += p(f"<w:moveTo>{r('Moved.')}</w:moveTo>")

    accepted = read(docx(body), "a.docx")
    rejected = read(docx(body), "a.docx", changes=_REJECT)

    assert parts_of(accepted) == ["We must go.", "Moved."]
    assert parts_of(rejected) == ["We should go. Moved."]
    assert accepted.notices == ("a.docx: 1 deletion, 1 insertion, 1 moved passage accepted.",)
    assert rejected.notices == ("a.docx: 1 deletion, 1 insertion, 1 moved passage rejected.",)


@pytest.mark.parametrize(
    ("mark", "accepted", "rejected"),
    [
        ("del", ["One two.", "Three."], ["One", "two.", "Three."]),
        ("ins", ["One", "two.", "Three."], ["One two.", "Three."]),
    ],
)
def test_a_changed_paragraph_mark_joins_paragraphs(
    mark: str, accepted: list[str], rejected: list[str]
) -> None:
    first = p(r("One "), f"<w:rPr><w:{mark}/></w:rPr>")
    data = docx(first + p(r("two.")) + p(r("Three.")))

    assert parts_of(read(data, "a.docx")) == accepted
    assert parts_of(read(data, "a.docx", changes=_REJECT)) == rejected


def test_a_table_has_cells_and_a_deleted_row_is_gone() -> None:
    def row(*words: str, change: str = "") -> str:
        cells = "".join(f"<w:tc>{p(r(each))}</w:tc>" for each in words)
        return f"<w:tr><w:trPr>{change}</w:trPr>{cells}</w:tr>"

    data = docx(
        f"{p(r('Before.'))}<w:tbl>{row('a', 'b')}{row('c', 'd', change='<w:del/>')}"
        f"{row('e', 'f')}</w:tbl>{p(r('After.'))}"
    )

    text = read(data, "a.docx")
    assert parts_of(text) == ["Before.", "a", "b", "e", "f", "After."]
    assert sources_of(text)[2:4] == ["table 1, cell B1", "table 1, cell A2"]
    assert sources_of(text)[5] == "paragraph 2"
    assert parts_of(read(data, "a.docx", changes=_REJECT))[3:5] == ["c", "d"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p(r('In a box.'))}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}'
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    text = read(docx(p(r("One ") + drawing + r("two."))), "a.docx")

    assert parts_of(text) == ["One two.", "In a box."]
    assert sources_of(text)[1] == "text box 1"


def test_headers_comments_hidden_text_contents_and_pictures_are_left_out_and_counted() -> None:
    contents = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> TOC \\o</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    shown = r("again.", '<w:vanish w:val="0"/>')
    body = (
        p(contents + r("Chapter 1 . . . 3"))
        + p(r("Chapter 2 . . . 5") + end)
        + p(r("Seen ") + r("not seen", "<w:vanish/>") + shown)
        + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
    )
    comment = f'<w:comment w:id="1">{p(r("Why?"))}</w:comment>'
    text = read(
        docx(body, comments=comment),
        "a.docx",
    )

    assert text.text == "Seen again.\n"
    assert text.notices == (
        "a.docx: 1 list of contents, 2 hidden words, 1 picture, 1 comment left out.",
    )


def test_a_header_is_counted() -> None:
    archive = io.BytesIO(docx(p(r("One."))))
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("word/header1.xml", f"<w:hdr {NAMESPACES}>{p(r('Top'))}</w:hdr>")

    assert read(archive.getvalue(), "a.docx").notices == ("a.docx: 1 header left out.",)


def test_the_result_of_a_field_is_text_and_its_code_is_not() -> None:
    body = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("6/13/51")}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{r(" it came.")}'
    )

    assert read(docx(body), "a.docx").text == "6/13/51 it came.\n"


def test_a_field_without_an_end_does_not_take_the_text() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(r("All is here."))

    assert read(docx(body), "a.docx").text == "All is here.\n"


def test_a_document_with_pictures_only_has_no_text() -> None:
    data = docx("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")

    with pytest.raises(EmptyFile, match=r"has no text \(a\.docx: 1 picture left out"):
        read(data, "a.docx")


@pytest.mark.parametrize("body", ["<w:p>", "&secret;"])
def test_a_damaged_document_is_an_error(body: str) -> None:
    with pytest.raises(DamagedFile, match="a Word document"):
        read_content(Path("a.docx"), docx(body), ReadOptions())
