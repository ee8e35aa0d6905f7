from __future__ import annotations

import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile
from variants.types.witness import DivisionKind


def osis(body: str) -> bytes:
    return (
        '<?xml version="1.0"?><osis xmlns="http://www.bibletechnologies.net/2003/OSIS/namespace">'
        '<osisText osisIDWork="A"><header><work osisWork="A"><title>A translation</title><creator>'
        f"N. N.</creator></work></header>{body}</osisText></osis>"
    ).encode()


_CONTAINERS = """<div type="book" osisID="Ruth"><title type="main">Ruth</title>
<chapter osisID="Ruth.1"><title>In Moab</title><p>
<verse osisID="Ruth.1.1">In the days<note n="a">Or <rdg>time</rdg>.</note> of the
<w lemma="x">judges</w>.<note type="crossReference">Judg 2:16</note></verse></p>
<p><verse osisID="Ruth.1.2 Ruth.1.3">He said, <q marker="“">Go</q>.</verse></p></chapter></div>"""
_MILESTONES = """<div type="book" osisID="Ruth"><title type="main">Ruth</title>
<chapter sID="c1" osisID="A:Ruth.1"/><title>In Moab</title><p>
<verse sID="v1" osisID="Ruth.1.1"/>In the days<note n="a">Or <rdg>time</rdg>.</note> of the
judges.<note type="crossReference">Judg 2:16</note><verse eID="v1"/></p><p><verse sID="v2"
osisID="Ruth.1.2 Ruth.1.3!b"/>He said, <q sID="q" marker="“"/>Go<q eID="q" marker="”"/>.<verse
eID="v2"/></p><chapter eID="c1" osisID="Ruth.1"/></div>"""


@pytest.mark.parametrize("body", [_CONTAINERS, _MILESTONES])
def test_verses_are_divisions_with_their_numbers(body: str) -> None:
    text = read(osis(body), "a.xml")

    assert parts_of(text) == [
        *("Ruth", "In Moab", "In the days of the judges.", "He said, “Go”.", "*Or time."),
    ]
    assert [each.label for each in text.divisions] == ["", "", "1:1", "1:2-3", ""]
    assert text.divisions[1].kind is DivisionKind.HEADING
    assert text.divisions[2].kind is DivisionKind.VERSE
    assert sources_of(text) == ["ch. 0", "ch. 1", "1:1", "1:2-3", "fn. 1"]
    assert text.divisions[-1].mark == text.text.index(" of the")
    assert text.metadata == (("title", "A translation"), ("author", "N. N."))
    assert text.notices == ("a.xml: 1 cross reference left out.",)


def test_the_end_of_a_verse_begins_none_and_references_of_notes_are_not_text() -> None:
    text = read(
        osis(
            '<verse sID="a" osisID="Ps.1.1"/>One<verse eID="a" osisID="Ps.1.1"/> more<note>'
            '<reference type="annotateRef">1:1</reference>Foot.</note><transChange type="deleted">x'
            "</transChange><table><row><cell>A</cell><cell>b</cell></row></table>"
        ),
        "a.osis",
    )

    assert parts_of(text) == ["One more\nA b", "*Foot."]


def test_a_verse_that_goes_on_in_lines_is_one_division() -> None:
    text = read(
        osis(
            '<lg><l><verse sID="a" osisID="Ps.1.1"/>Happy</l><l>the man<transChange>is'
            '</transChange>.<verse eID="a"/></l></lg><verse osisID="Ps.2.1">Why?</verse>'
        ),
        "a.osis",
    )

    assert parts_of(text) == ["Happy\nthe manis.", "Why?"]
    assert [each.label for each in text.divisions] == ["1:1", "2:1"]


def test_a_note_separates_words_that_have_spaces_between_them() -> None:
    body = (
        '<div type="book" osisID="Ruth"><chapter osisID="Ruth.1"><verse osisID="Ruth.1.1">'
        "<w>He</w><note>Or <note>she</note> or they.</note><w>went</w><note>A.</note>, 起<note>B."
        "</note>初 a<note>C.</note></verse></chapter></div>"
    )

    text = read(osis(body), "a.osis")

    assert parts_of(text) == ["He went, 起初 a", "*Or she or they.", "*A.", "*B.", "*C."]
    assert [each.mark for each in text.divisions] == [None, 2, 7, 10, 13]


def test_speakers_are_headings_and_paragraphs_in_a_note_end_no_verse() -> None:
    body = (
        '<div type="book" osisID="Song"><chapter osisID="Song.1"><verse osisID="Song.1.1" sID="a"/>'
        'One<note><p>A</p><title>B</title><p>C.</p></note>.<verse eID="a"/><speaker>She</speaker>'
        '<verse osisID="Song.1.2" sID="b"/>Two.<verse eID="b"/></chapter></div>'
    )

    text = read(osis(body), "a.osis")

    assert parts_of(text) == ["One.", "She", "Two.", "*A B C."]
    assert text.divisions[1].kind is DivisionKind.HEADING


def test_places_name_their_book_if_there_are_several() -> None:
    text = read(
        osis(
            '<chapter osisID="Ruth.1"><verse osisID="Ruth.1.1">One.</verse></chapter>'
            '<div><title>Jonah</title><chapter osisID="Jonah.1"><verse osisID="Jonah.1.1">Two.'
            '<figure src="a"/></verse></chapter></div>'
        ),
        "a.osis",
    )

    assert parts_of(text) == ["One.", "Jonah", "Two."]
    assert [each.label for each in text.divisions] == ["Ruth 1:1", "", "Jonah 1:1"]
    assert text.notices == ("a.osis: 1 picture left out.",)


def test_other_files_are_errors() -> None:
    with pytest.raises(DamagedFile, match="its first element is letter"):
        read(b"<letter>One.</letter>", "a.osis")
    with pytest.raises(EmptyFile):
        read(osis("<p/>"), "a.osis")


def test_a_file_that_is_not_well_formed_says_how_to_repair_it() -> None:
    data = b"<osis><osisText>\n<p>We <b>must</p> go.\n</osisText></osis>"

    with pytest.raises(DamagedFile, match="tag mismatch: b line 2 and p, line 2") as caught:
        read(data, "a bible.osis")

    assert caught.value.hint.startswith("Correct line 2 in a text editor. ")
    assert (
        "xmllint --recover 'a bible.osis' --output 'a bible.repaired.osis'. " in caught.value.hint
    )
