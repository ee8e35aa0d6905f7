from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.documents import parts_of, sources_of
from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content


def xliff_1(body: str, languages: str = 'source-language="de" target-language="en"') -> bytes:
    return (
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="a" {languages}><header><note>no</note></header><body>{body}</body></file>'
        "</xliff>"
    ).encode()


def xliff_2(body: str) -> bytes:
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" '
        f'trgLang="en"><file id="f">{body}</file></xliff>'
    ).encode()


def texts(data: bytes, name: str = "a.xlf") -> tuple[FileText, ...]:
    return read_content(Path(name), data, ReadOptions())


def test_units_of_version_1_are_segments() -> None:
    source, target = texts(
        xliff_1(
            '<group><trans-unit id="u1"><source>Wir <g id="1">müssen</g><x id="2"/> gehen.</source>'
            '<target state="needs-review-translation">We <g id="1">must</g><x id="2"/> go.</target>'
            "<alt-trans><source>Nein.</source><target>No.</target></alt-trans><note>no</note>"
            '</trans-unit></group><trans-unit id="u2"><source>Ende.</source><target/></trans-unit>'
        ),
        "a.xml",
    )

    assert (source.name, source.language, target.name) == ("de", "de", "en")
    assert parts_of(source) == ["Wir müssen gehen.", "Ende."]
    assert parts_of(target) == ["We must go."]
    assert sources_of(source) == ["unit u1", "unit u2"]
    assert source.units == target.units != ""
    assert source.notices == (
        *("a.xml: 1 unfinished translation read.", "a.xml: 2 inline codes left out."),
    )


def test_marked_segments_of_a_unit_are_paired() -> None:
    source, target = texts(
        xliff_1(
            '<trans-unit id="7"><source>Es ist spät. Geh.</source><seg-source><mrk mtype="seg" '
            'mid="a">Es ist spät.</mrk> <mrk mtype="seg" mid="b">Geh.</mrk></seg-source><target>'
            '<mrk mtype="seg" mid="b">Go.</mrk> <mrk mtype="seg" mid="a">It is late.</mrk></target>'
            "</trans-unit>"
        )
    )

    assert parts_of(source) == ["Es ist spät.", "Geh."]
    assert parts_of(target) == ["It is late.", "Go."]
    assert sources_of(target) == ["unit 7, segment 1", "unit 7, segment 2"]


def test_marks_without_partners_leave_a_unit_whole() -> None:
    mark = '<mrk mtype="seg" mid="{}">{}</mrk>'
    source, target = texts(
        xliff_1(
            f'<trans-unit id="{"x" * 41}"><source>Es ist spät.</source><seg-source>'
            f"{mark.format('a', 'Es ist spät.')}</seg-source><target>{mark.format('b', 'It is')}"
            ' late.</target></trans-unit><trans-unit id="2"><source>Geh.</source>'
            '<target state="new"/></trans-unit>'
        )
    )

    assert (parts_of(source), parts_of(target)) == (["Es ist spät.", "Geh."], ["It is late."])
    assert sources_of(source) == ["unit 1", "unit 2"]
    assert source.notices == ()


def test_segments_of_version_2_are_paired() -> None:
    source, target = texts(
        xliff_2(
            '<unit id="u1"><notes><note>no</note></notes><segment state="final"><source>Wir <pc '
            'id="1">müssen</pc> gehen.</source><target>We must go.</target></segment><ignorable>'
            '<source> </source></ignorable><segment state="initial"><source>Es<ph id="2" '
            'subType="xlf:lb"/>ist spät.</source><target>It is late.</target></segment></unit>'
        )
    )

    assert parts_of(source) == ["Wir müssen gehen.", "Es\nist spät."]
    assert parts_of(target) == ["We must go.", "It is late."]
    assert sources_of(source) == ["unit u1, segment 1", "unit u1, segment 2"]
    assert source.notices == (
        *("a.xlf: 1 unfinished translation read.", "a.xlf: 1 inline code left out."),
    )


def test_the_header_of_a_po_file_is_no_segment() -> None:
    header = (
        '<trans-unit id="1" restype="x-gettext-domain-header"><source>A: b</source></trans-unit>'
    )
    unit = '<trans-unit id="2"><source>Hafen</source><target>harbour</target></trans-unit>'

    source, target = texts(xliff_1(header + unit))

    assert (source.text, target.text) == ("Hafen\n", "harbour\n")
    assert source.metadata == (("language", "de"),)


@pytest.mark.parametrize(
    "code",
    ['<ph id="1" equiv="LINE_BREAK"/>', '<ph id="1" disp="&lt;br/&gt;"/>', "<ph>&lt;BR&gt;</ph>"],
)
def test_codes_that_show_a_line_break_are_one(code: str) -> None:
    unit = f'<unit id="a"><segment><source>One,{code}two.</source></segment></unit>'

    (text,) = texts(xliff_2(unit))

    assert text.text == "One,\ntwo.\n"


def test_texts_in_one_language_are_source_and_target() -> None:
    unit = '<trans-unit id="1"><source>Go.</source><target>Leave.</target></trans-unit>'

    one = texts(xliff_1(unit, 'source-language="en" target-language="en"'))
    none = texts(xliff_1(unit, ""))

    assert [each.name for each in (*one, *none)] == ["source", "target"] * 2


def test_white_space_is_kept_where_the_file_preserves_it() -> None:
    unit = '<trans-unit id="1"{}><source>One\n  two</source></trans-unit>'

    (folded,) = texts(xliff_1(unit.format("")))
    (kept,) = texts(xliff_1(unit.format(' xml:space="preserve"')))

    assert (folded.text, kept.text) == ("One two\n", "One\ntwo\n")


def test_files_with_the_same_sources_are_paired_with_each_other() -> None:
    units = '<trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>'

    old, new, other = (
        texts(xliff_1(units.format(*words)))[1]
        for words in (("Geh.", "Go."), ("Geh.", "Leave."), ("Geht.", "Go."))
    )

    assert (old.units == new.units, old.units == other.units) == (True, False)


def test_other_files_are_errors() -> None:
    with pytest.raises(DamagedFile, match="its first element is letter"):
        texts(b"<letter>One.</letter>")
    with pytest.raises(EmptyFile):
        texts(xliff_1("<trans-unit><source/></trans-unit>"))
