import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile
from variants.types.witness import DivisionKind

_RUTH = r"""\id RUT A translation
\h Ruth
\toc1 The Book of Ruth
\mt1 Ruth
\c 1
\s1 In Moab
\p
\v 1 In the days\f + \fr 1:1 \ft Or \fqa time\fqa*.\f* of the \w judges|lemma="judge" strong="H1"\w*
there was a \nd Lord\nd*. \x - \xo 1:1 \xt Judg 2:16\x*
\p And he
went.
\v 2-3 The name
\q1 of the man
\q2 was ~Elimelech.
\c 2
\p
\v 1 \add Now\add* Naomi\fig caption|src="a.jpg"\fig* had a kinsman.
"""


def test_verses_are_divisions_with_their_numbers() -> None:
    text = read(_RUTH.encode(), "a.usfm")

    assert parts_of(text) == [
        *("Ruth", "In Moab", "In the days of the judges there was a Lord.\nAnd he went."),
        *("The name\nof the man\nwas \xa0Elimelech.", "Now Naomi had a kinsman."),
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
    assert text.notices == ("a.usfm: 1 cross reference, 1 picture left out.",)


_ALIGNED = r"""\id RUT
\c 1
\ts\*
\p
\v 1 \zaln-s |x-strong="c:H1961" x-content="וַיְהִי"\*\w Now|x-occurrence="1"\w* \w it|x="1"\w*
\w was|x-occurrence="1"\w*\zaln-e\*, \qt-s |who="Pilate"\*“Go,”\qt-e\* he said.\rq 1:3\rq*
\v 2 \vp 1a\vp*And \+nd the\+nd* end.
\ts-s\*
"""


def test_milestones_and_their_attributes_are_not_text() -> None:
    text = read(_ALIGNED.encode(), "a.usfm")

    assert parts_of(text) == ["Now it was, “Go,” he said.", "And the end."]
    assert [each.label for each in text.divisions] == ["1:1", "1:2"]
    assert text.notices == ("a.usfm: 1 cross reference left out.",)


def test_markers_with_an_end_are_inside_a_line() -> None:
    text = read(
        rb"\id MAT \p \v 1 A \wl foreign|hbo\wl* \zx word\zx*.\vp 2\wj So\wj* it is.", "a.usfm"
    )

    assert parts_of(text) == ["A foreign word.So it is."]
    assert sources_of(text) == ["1"]
    assert len(read(rb"\id MAT \c 1 \p \v 1 One. \v 2 Two. \v*", "a.usfm").divisions) == 2


def test_a_heading_inside_a_verse_is_a_division() -> None:
    text = read(rb"\id RUT \c 1 \p \v 1 One \s Head \p two.", "a.usfm")

    assert parts_of(text) == ["One", "Head", "two."]
    assert [each.kind for each in text.divisions][1:] == [DivisionKind.HEADING, DivisionKind.VERSE]


def test_words_before_the_book_are_counted() -> None:
    text = read(b"In the public domain.\n\n\\id RUT\n\\c 1\n\\p\n\\v 1 In the days.\n", "a.usfm")
    without_book = read(b"A word.\n\\c 1\n\\p\n\\v 1 In the days.\n", "a.usfm")

    assert parts_of(text) == ["In the days."]
    assert text.notices == ("a.usfm: 4 unmarked words left out.",)
    assert parts_of(without_book) == ["A word.", "In the days."]


def test_other_files_are_errors() -> None:
    with pytest.raises(DamagedFile, match="it has no markers"):
        read(b"In the days", "a.usfm")
    with pytest.raises(EmptyFile):
        read(rb"\id RUT \c 1 \p", "a.sfm")
