from __future__ import annotations

import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile
from variants.types.witness import DivisionKind

_RUTH = """<?xml version="1.0" encoding="utf-8"?>
<usx version="3.0">
  <book code="RUT" style="id">A translation</book>
  <para style="h">Ruth</para>
  <para style="toc1">The Book of Ruth</para>
  <para style="mt1">Ruth</para>
  <chapter number="1" style="c" sid="RUT 1" />
  <para style="s1">In Moab</para>
  <para style="p">
    <verse number="1" style="v" sid="RUT 1:1" />In the days<note caller="+" style="f"
    ><char style="fr">1:1 </char><char style="ft">Or </char><char style="fqa">time</char>.</note>
    of the <char style="w" lemma="judge">judges</char> there was a <char style="nd">Lord</char>.
    <note caller="-" style="x"><char style="xo">1:1 </char><char style="xt">Judg 2:16</char></note>
  </para>
  <para style="p">And he went.<verse eid="RUT 1:1" />
    <verse number="2-3" style="v" sid="RUT 1:2-3" />The name</para>
  <para style="q1">of the man<optbreak/>was.<verse eid="RUT 1:2-3" /></para>
  <chapter eid="RUT 1" />
  <chapter number="2" style="c" sid="RUT 2" />
  <table><row style="tr"><cell style="tc1"><verse number="1" style="v"/>Naomi</cell><cell
    style="tc2">a kinsman.</cell></row></table>
  <para style="p"><figure style="fig" file="a.jpg">caption</figure></para>
</usx>
"""


def test_verses_are_divisions_with_their_numbers() -> None:
    text = read(_RUTH.encode(), "a.xml")

    assert parts_of(text) == [
        *("Ruth", "In Moab", "In the days of the judges there was a Lord.\nAnd he went."),
        *("The name\nof the man was.", "Naomi a kinsman."),
        "*Or time.",
    ]
    assert [each.label for each in text.divisions] == ["", "", "1:1", "1:2-3", "2:1", ""]
    assert [each.kind for each in text.divisions][1:3] == [
        DivisionKind.HEADING,
        DivisionKind.VERSE,
    ]
    assert sources_of(text)[2:] == ["1:1", "1:2-3", "2:1", "fn. 1"]
    assert text.divisions[-1].mark == text.text.index(" of the judges")
    assert text.metadata == (("book", "RUT A translation"), ("title", "Ruth"))
    assert text.notices == ("a.xml: 1 cross reference, 1 picture left out.",)


def test_usx_and_usfm_of_a_passage_are_read_alike() -> None:
    usfm = (
        "\\id RUT\n"
        r"\c 1 \s Head \p \v 1 One \f + \ft Foot.\f* two. \q1 Three.\rq 1:3\rq* \v 2 \ts\*Four."
    )
    usx = (
        '<usx><book code="RUT"/><chapter number="1"/><para style="s">Head</para><para style="p">'
        '<verse number="1"/>One <note style="f"><char style="ft">Foot.</char></note> two.</para>'
        '<para style="q1">Three.<char style="rq">1:3</char> <verse number="2"/><ms style="ts"/>'
        "Four.</para></usx>"
    )

    one, other = read(usfm.encode(), "a.usfm"), read(usx.encode(), "a.usx")

    assert (one.text, one.divisions) == (other.text, other.divisions)


def test_other_files_are_errors() -> None:
    with pytest.raises(DamagedFile, match="its first element is letter"):
        read(b"<letter>One.</letter>", "a.usx")
    with pytest.raises(EmptyFile):
        read(b"<usx><para style='p'/></usx>", "a.usx")
