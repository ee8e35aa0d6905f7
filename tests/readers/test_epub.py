import pytest

from tests.readers.documents import parts_of, read, sources_of, zip_of
from variants.errors import DamagedFile

_CONTAINER = '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>'
_PAGE = (
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{}</body></html>'
)


def epub(*pages: str, extra: str = "", properties: str = "", **parts: str) -> bytes:
    """Return a book of pages; ``extra`` are attributes of the last in the order of reading."""
    items = "".join(
        f'<item id="p{n}" href="p%20{n}.xhtml" media-type="application/xhtml+xml"'
        f"{properties if n == 0 else ''}/>"
        for n in range(len(pages))
    )
    spine = "".join(
        f'<itemref idref="p{n}"{extra if n == len(pages) - 1 else ""}/>' for n in range(len(pages))
    )
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A Book</dc:title>'
        f"<dc:creator>B. C.</dc:creator></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OPS/a.opf": package,
    }
    files |= {f"OPS/p {n}.xhtml": _PAGE.format(body) for n, body in enumerate(pages)}
    return zip_of(files | {name.replace("__", "/"): each for name, each in parts.items()})


def test_pages_are_read_in_order_with_their_chapters() -> None:
    text = read(epub("<h1>One</h1><p>I won&#39;t&nbsp;go<!-- no -->.</p>", "<p>Two.</p>"), "a.epub")

    assert parts_of(text) == ["One", "I won't\xa0go.", "Two."]
    assert sources_of(text) == ["ch. 1, paragraph 1", "ch. 1, paragraph 2", "ch. 2, paragraph 1"]
    assert text.metadata == (("title", "A Book"), ("author", "B. C."))


def test_notes_in_another_file_are_joined_to_their_marks() -> None:
    text = read(
        epub(
            '<p>One<a epub:type="noteref" id="r" href="p%201.xhtml#n">1</a>.</p>',
            '<aside epub:type="footnote" id="n"><p>First.</p></aside>',
            extra=' linear="no"',
        ),
        "a.epub",
    )

    assert parts_of(text) == ["One.", "*First."]
    assert text.divisions[1].mark == 3
    assert text.notices == ()


def test_lists_of_contents_and_other_pages_are_counted() -> None:
    data = epub(
        "<nav>1</nav>",
        '<p>One.<span epub:type="pagebreak">12</span></p>',
        "<p>Advertisement.</p>",
        extra=' linear="no"',
        properties=' properties="nav"',
    )

    text = read(data, "a.epub")

    assert text.text == "One.\n"
    assert text.notices == (
        "a.epub: 1 list of contents, 1 page number, 1 page out of the order of reading left out.",
    )


def test_numbers_of_pages_in_the_text_are_set_aside() -> None:
    data = epub(
        '<p>It was con<span epub:type="pagebreak">12</span>tinued by <i>all</i> <span '
        'role="doc-pagebreak" title="13"/>of us.</p><div role="doc-pagebreak">14</div>',
        "<p>Then.</p>",
    )

    text = read(data, "a.epub")

    assert parts_of(text) == ["It was continued 12 by all of us.", "Then."]
    assert [(one.kind.value, one.span.of(text.text)) for one in text.set_aside] == [
        ("page number", "12")
    ]
    assert text.notices == ("a.epub: 2 page numbers left out.",)


def test_a_faulty_page_is_read_as_browsers_do() -> None:
    assert parts_of(read(epub("<p>One<br>two<p>three"), "a.epub")) == ["One\ntwo", "three"]


def test_a_protected_book_is_an_error() -> None:
    locked = '<e><CipherReference URI="OPS/p 0.xhtml"/></e>'

    with pytest.raises(DamagedFile, match="protected against copying"):
        read(epub("<p>One.</p>", **{"META-INF__encryption.xml": locked}), "a.epub")


def test_a_book_without_a_package_is_an_error() -> None:
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}

    with pytest.raises(DamagedFile, match="names no book"):
        read(zip_of(files), "a.epub")
