import pytest

from tests.readers.documents import odt, parts_of, read, sources_of
from variants.errors import DamagedFile
from variants.readers.file_text import NotesUse, TrackedChanges
from variants.types.witness import DivisionKind

_REJECT = TrackedChanges.REJECT
_NOTE = (
    '<text:note text:note-class="{}"><text:note-citation>7</text:note-citation><text:note-body>'
    "<text:p>{}</text:p></text:note-body></text:note>"
)


def p(content: str) -> str:
    return f"<text:p>{content}</text:p>"


def changed(identifier: str, change: str) -> str:
    return (
        f'<text:tracked-changes><text:changed-region text:id="{identifier}">{change}'
        "</text:changed-region></text:tracked-changes>"
    )


def test_paragraphs_headings_and_white_space() -> None:
    text = read(
        odt(
            "<text:h>A  Telegram</text:h><text:p/>"
            + p('We<text:s text:c="2"/>must\n go')
            + p("a<text:tab/>b<text:line-break/>c <text:span>d</text:span> e")
        ),
        "a.odt",
    )

    assert text.text == "A Telegram\n\nWe  must go\n\na\tb\nc d e\n"
    assert text.divisions[0].kind is DivisionKind.HEADING
    assert sources_of(text) == ["paragraph 1", "paragraph 2", "paragraph 3"]


def test_footnotes_and_endnotes_follow_the_text() -> None:
    data = odt(
        p(f"One{_NOTE.format('endnote', 'Last.')} two{_NOTE.format('footnote', 'First.')}.")
        + p("Three.")
    )

    text = read(data, "a.odt")

    assert parts_of(text) == ["One two.", "Three.", "*Last.", "*First."]
    assert sources_of(text)[2:] == ["en. 1", "fn. 1"]
    assert [each.mark for each in text.divisions][2:] == [3, 7]
    in_place = read(data, "a.odt", notes=NotesUse.IN_PLACE)
    assert parts_of(in_place) == ["One two.", "*Last.", "*First.", "Three."]


def test_a_deletion_from_the_top_of_the_file_is_put_back_where_it_was() -> None:
    data = odt(
        changed("d", f"<text:deletion>{p('must')}</text:deletion>")
        + p('We <text:change text:change-id="d"/>go.')
    )

    assert read(data, "a.odt").text == "We go.\n"
    assert read(data, "a.odt").notices == ("a.odt: 1 deletion accepted.",)
    assert read(data, "a.odt", changes=_REJECT).text == "We mustgo.\n"


def test_a_deletion_over_paragraphs_is_put_back_as_paragraphs() -> None:
    data = odt(
        changed("d", f"<text:deletion>{p('one.')}{p('Two ')}</text:deletion>")
        + p('Part <text:change text:change-id="d"/>two.')
    )

    assert parts_of(read(data, "a.odt")) == ["Part two."]
    assert parts_of(read(data, "a.odt", changes=_REJECT)) == ["Part one.", "Two two."]


def test_an_insertion_over_paragraphs_is_rejected() -> None:
    data = odt(
        changed("i", "<text:insertion/>")
        + p('One <text:change-start text:change-id="i"/>and')
        + p('new<text:change-end text:change-id="i"/>two.')
    )

    assert parts_of(read(data, "a.odt")) == ["One and", "newtwo."]
    assert parts_of(read(data, "a.odt", changes=_REJECT)) == ["One two."]


def test_tables_lists_sections_and_text_boxes() -> None:
    def cell(words: str) -> str:
        return f"<table:table-cell>{p(words)}</table:table-cell>"

    frame = f"<draw:frame><draw:text-box>{p('Box.')}</draw:text-box></draw:frame>"
    text = read(
        odt(
            f"<text:list><text:list-item>{p('First.')}</text:list-item></text:list>"
            f"<text:section>{p('Second.')}</text:section>"
            f"<table:table><table:table-row>{cell('a')}{cell('b')}</table:table-row></table:table>"
            f"{p(f'Third{frame}.')}"
        ),
        "a.odt",
    )

    assert parts_of(text) == ["First.", "Second.", "a", "b", "Third.", "Box."]
    assert sources_of(text)[3:] == ["table 1, cell B1", "paragraph 3", "text box 1"]


def test_other_content_is_left_out_and_counted() -> None:
    comment = f"<office:annotation>{p('Why?')}</office:annotation>"
    hidden = '<text:span text:style-name="T1"> not seen</text:span>'
    properties = '<style:text-properties text:display="none"/>'
    text = read(
        odt(
            f"<text:table-of-content>{p('One … 3')}</text:table-of-content>"
            f"{p(f'Seen{comment}{hidden}.')}{p('<draw:frame><draw:image/></draw:frame>')}",
            f'<style:style style:name="T1">{properties}</style:style>',
            f"<style:master-page><style:header>{p('Top')}</style:header></style:master-page>",
        ),
        "a.odt",
    )

    assert text.text == "Seen.\n"
    assert text.notices == (
        "a.odt: 1 list of contents, 1 comment, 2 hidden words, 1 picture, 1 header left out.",
    )


def test_a_document_without_content_is_an_error() -> None:
    with pytest.raises(DamagedFile, match=r"an OpenDocument text: its ZIP archive is damaged"):
        read(b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "a")


def test_a_section_with_the_name_of_a_picture_is_counted_and_not_read() -> None:
    section = '<text:section text:name="{}"><text:p>{}</text:p></text:section>'
    text = read(
        odt(section.format("variants-picture-a", "1 2") + section.format("b", "Go.")), "a.odt"
    )

    assert parts_of(text) == ["Go."]
    assert text.notices == ("a.odt: 1 picture left out.",)
