from pathlib import Path

import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content
from variants.types.witness import DivisionKind


def tei(body: str, witnesses: str = "") -> bytes:
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt>'
        f"<title>A Telegram</title></titleStmt><listWit>{witnesses}</listWit></teiHeader><text>"
        f"<body>{body}</body></text></TEI>"
    ).encode()


def texts(data: bytes) -> dict[str, FileText]:
    return {text.name: text for text in read_content(Path("a.xml"), data, ReadOptions())}


def test_blocks_are_divisions() -> None:
    text = read(
        tei(
            '<pb n="12"/><div><head>Head</head><p n="3">We\n must <hi>go</hi>.</p><lg><l>One</l>\n'
            "<l>two</l></lg><p>He said <q>Go</q>.<!-- no --></p></div>"
        ),
        "a.xml",
    )

    assert parts_of(text) == ["Head", "We must go.", "One\ntwo", "He said Go."]
    assert text.divisions[0].kind is DivisionKind.HEADING
    assert sources_of(text)[0] == "p. 12"
    assert text.divisions[1].label == "3"
    assert text.metadata == (("title", "A Telegram"),)


def test_marks_of_editors_are_read_as_the_text_that_they_establish() -> None:
    text = read(
        tei(
            "<p>We <choice><sic>mst</sic><corr>must</corr></choice> <del>no</del><supplied>go"
            '</supplied> to<lb break="no"/>day<lb/>or<note>On foot.</note> later<gap/>.'
            "<fw>Page 3</fw></p>"
        ),
        "a.xml",
    )

    assert parts_of(text) == ["We must go today or later.", "*On foot."]
    assert text.divisions[1].mark == len("We must go today or")
    assert text.notices == ("a.xml: 1 gap, 1 running head left out.",)


def test_an_apparatus_is_read_as_its_witnesses() -> None:
    found = texts(
        tei(
            '<p>We <app><lem wit="#S">must</lem><rdg wit="#A #b">should</rdg></app> go<app>'
            '<lem>.</lem><rdg wit="#b"> now.</rdg></app></p>',
            '<witness xml:id="S"/><witness xml:id="A"/><witness xml:id="b" n="B2"/>',
        )
    )

    assert {name: text.text for name, text in found.items()} == {
        "S": "We must go.\n",
        "A": "We should go.\n",
        "B2": "We should go now.\n",
    }


def test_other_xml_and_empty_documents_are_errors() -> None:
    with pytest.raises(DamagedFile, match="its first element is letter"):
        read(b"<letter>One.</letter>", "a.xml")
    with pytest.raises(EmptyFile):
        read(tei("<p/>"), "a.xml")
