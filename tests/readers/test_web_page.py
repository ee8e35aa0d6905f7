from pathlib import Path

import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile, OverLimit
from variants.readers.file_text import NotesUse, ReadOptions, TrackedChanges
from variants.readers.formats import read_content
from variants.types.witness import DivisionKind

_PANDOC = (
    '<p>One<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> two'
    '.</p><section class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>First.</p>'
    '<p>More.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol>'
    "</section>"
)
_LIBREOFFICE = (
    '<p>One<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> '
    'two.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" '
    'name="sdfootnote1sym" href="#sdfootnote1anc">1</a>First.</p><p>More.</p></div>'
)
_ASIDE = (
    '<p>One<a epub:type="noteref" href="#n1">*</a> two.</p>'
    '<aside epub:type="footnote" id="n1"><p>* First.</p><p>More.</p></aside>'
)
_BARE = (
    '<p>One<sup><a href="#note-1">[1]</a></sup> two.</p>'
    '<div class="notes"><div id="note-1"><p>[1] First.</p><p>More.</p></div></div>'
)


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html lang='fr'><head><title>A</title></head><body>{body}".encode()


def test_blocks_are_divisions_and_inline_elements_are_not() -> None:
    text = read(
        page(
            "<div>Loose <b>t</b>ext<p>I&nbsp;won’t &amp; can't,\n <i>you</i> must.<br>Go</p>after"
            "</div><h2>Head</h2><ul><li>a<li>b</ul><pre>x\n  y</pre>"
        ),
        "a.html",
    )

    assert parts_of(text) == [
        *("Loose text", "I\xa0won’t & can't, you must.\nGo", "after", "Head", "a", "b"),
        "x\n  y",
    ]
    assert text.divisions[3].kind is DivisionKind.HEADING
    assert sources_of(text)[:2] == ["paragraph 1", "paragraph 2"]
    assert text.metadata == (("title", "A"), ("language", "fr"))


def test_the_title_of_a_picture_is_not_the_title_of_the_page() -> None:
    picture = "<p>Text.</p><svg><title>Bars</title><text>12</text></svg>"
    untitled = f"<!DOCTYPE html><html lang='fr'><body>{picture}".encode()

    assert read(page(picture), "a.html").metadata == (("title", "A"), ("language", "fr"))
    assert read(untitled, "a.html").metadata == (("language", "fr"),)


@pytest.mark.parametrize("body", [_PANDOC, _LIBREOFFICE, _ASIDE, _BARE])
def test_notes_of_several_programs_are_recognised(body: str) -> None:
    text = read(page(body), "a.html")

    assert parts_of(text) == ["One two.", "*First.\n\nMore."]
    assert sources_of(text) == ["paragraph 1", "fn. 1"]
    assert text.divisions[1].mark == 3
    assert parts_of(read(page(body), "a.html", notes=NotesUse.LEAVE_OUT)) == ["One two."]


@pytest.mark.parametrize("words", ["1.2 first", "1,000 men", "1:3", "1/2", "1–3"])
def test_a_note_that_begins_with_a_number_keeps_it(words: str) -> None:
    text = read(page(_LIBREOFFICE.replace("First.", words)), "a.html")

    assert parts_of(text)[-1] == f"*{words}\n\nMore."


def test_other_links_are_text() -> None:
    body = (
        '<p><a href="#two">2</a> <a href="#two">see two</a> <a href="x.html#n">3</a></p>'
        '<p id="two">Two.</p>'
    )

    assert parts_of(read(page(body), "a.html")) == ["2 see two 3", "Two."]


def test_a_table_has_cells() -> None:
    text = read(page("<table><tr><th>a<td>b<tr><td>c<td><p>d<p>e</table>f"), "a.html")

    assert parts_of(text) == ["a", "b", "c", "d", "e", "f"]
    assert sources_of(text)[3:] == ["table 1, cell B2", "table 1, cell B2", "paragraph 1"]


def test_changes_are_accepted_or_rejected() -> None:
    data = page("<p>We <del>should</del><ins>must</ins> go.</p>")

    assert read(data, "a.html").text == "We must go.\n"
    assert read(data, "a.html").notices == ("a.html: 1 deletion, 1 insertion accepted.",)
    assert read(data, "a.html", changes=TrackedChanges.REJECT).text == "We should go.\n"


def test_other_content_is_left_out_and_counted() -> None:
    text = read(
        page(
            "<header>Site</header><nav>Home</nav><!-- no --><script>no</script><article><header>"
            "<h1>Title</h1></header>Seen<span style='display: none'>not seen</span>.<img alt='no'>"
            "<button>Buy</button></article><footer>2020</footer>"
        ),
        "a.html",
    )

    assert text.text == "Title\n\nSeen.\n"
    counts = "1 header, 1 navigation, 2 hidden words, 1 picture, 1 form field, 1 footer"
    assert text.notices == (f"a.html: {counts} left out.",)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("koi8-r", "koi8_r"), ("utf-8", "cp1252")],
)
def test_the_encoding_is_declared_or_guessed(declared: str, encoding: str) -> None:
    words = "Мы должны." if encoding == "koi8_r" else "We “must” go."
    data = f"<html><meta charset={declared}><p>{words}".encode(encoding)

    text = read(data, "a.html")

    assert text.text == f"{words}\n"
    assert text.encoding.replace("-", "_") == encoding.replace("-", "_")


def test_text_inside_many_elements_is_kept() -> None:
    text = read(page("<div>" * 300 + "<p>Before</p>" + "</div>" * 300 + "<p>AFTER</p>"), "a.html")

    assert parts_of(text) == ["Before", "AFTER"]


def test_a_long_paragraph_is_kept() -> None:
    words = "word " * 2_200_000

    assert len(read(page(f"<p>{words}</p><p>AFTER</p>"), "a.html").text.split()) == 2_200_001


@pytest.mark.parametrize("depth", [3_000, 100_000])
def test_elements_that_nest_too_deeply_are_an_error(depth: int) -> None:
    with pytest.raises((OverLimit, DamagedFile)):
        read_content(Path("a.html"), page("<div>" * depth + "<p>AFTER</p>"), ReadOptions())


def test_a_page_without_words_is_an_error() -> None:
    with pytest.raises(EmptyFile, match="1 picture left out"):
        read(page("<img>"), "a.html")


def test_folded_text_is_read_since_a_search_in_the_page_shows_it() -> None:
    page = (
        "<p>One.</p><details><summary>More</summary><p>Two.</p></details>"
        '<div hidden="until-found"><p>Three.</p></div><p hidden>Never.</p>'
    )

    text = read(f"<!doctype html><html><body>{page}</body></html>".encode(), "page.html")

    assert parts_of(text) == ["One.", "More", "Two.", "Three."]
    assert text.notices == ("page.html: 1 hidden word left out.",)


def test_a_closed_dialog_is_hidden() -> None:
    page = "<p>One.</p><dialog><p>Accept all?</p></dialog><dialog open><p>Two.</p></dialog>"

    text = read(f"<!doctype html><html><body>{page}</body></html>".encode(), "page.html")

    assert parts_of(text) == ["One.", "Two."]
    assert text.notices == ("page.html: 2 hidden words left out.",)
