from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.test_epub import epub
from variants.errors import InvalidValue, NothingSelected
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content

_PAGE = """<!DOCTYPE html><body><nav>Home</nav><p>Menu.</p>
<div class="old text" id="a"><p>First.<a id="r" href="#n"><sup>1</sup></a></p>
<p lang="fr-CA">Second.</p></div>
<div id="b"><p>Third.<a id="s" href="#m"><sup>2</sup></a> <em>So.</em></p></div>
<ol><li id="n">One. <a href="#r">↩</a><li id="m">Two. <a href="#s">↩</a></ol>"""


def read(selector: str) -> FileText:
    (found,) = read_content(Path("a.html"), _PAGE.encode(), ReadOptions(select=selector))
    return found


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        (".text", "First.\n\nSecond.\n\nOne.\n"),
        ("div.old.text > p", "First.\n\nSecond.\n\nOne.\n"),
        ("body p[lang]", "Second.\n"),
        ('p[lang="fr-CA"]', "Second.\n"),
        ("[lang^=fr], #b em", "Second.\n\nSo.\n"),
        ("[class~=text] [lang*='-']", "Second.\n"),
        ("div > em", ""),
        ("//div[@id='b']", "Third. So.\n\nTwo.\n"),
        ("(//div)[1]/p[2]", "Second.\n"),
        ("nav", "Home\n"),
        ("*", "Home\n\nMenu.\n\nFirst.\n\nSecond.\n\nThird.\n\nSo.\n\nOne.\n\nTwo.\n"),
    ],
)
def test_only_selected_elements_are_read(selector: str, text: str) -> None:
    if text:
        assert read(selector).text == text
    else:
        with pytest.raises(NothingSelected):
            read(selector)


def test_places_count_all_paragraphs_and_the_rest_is_counted() -> None:
    found = read("#b")

    assert found.divisions[0].source == "paragraph 4"
    assert found.notices == ("a.html: 3 unselected paragraphs left out.",)


@pytest.mark.parametrize(
    "selector", ["p:first-child", "p + p", "", "p,,q", "//p[", "p[", "count(//p)"]
)
def test_what_is_no_selector_is_an_error(selector: str) -> None:
    if selector:
        with pytest.raises(InvalidValue, match="--select"):
            read(selector)
    else:
        assert "Menu." in read(selector).text


def test_elements_of_e_books_are_found_in_their_namespace() -> None:
    data = epub("<p>Before.</p><div class='text'><p>Inside.</p></div>")

    for selector in (".text", "//div[@class='text']"):
        (found,) = read_content(Path("a.epub"), data, ReadOptions(select=selector))
        assert "Inside." in found.text
        assert "Before." not in found.text


def test_faulty_names_of_elements_are_no_obstacle() -> None:
    data = "<!DOCTYPE html><body><tabl<p>One.</tabl<p><h1‰d<>Two.</h1‰d<><p>Three.</p>".encode()

    (found,) = read_content(Path("a.html"), data, ReadOptions(select="//p"))

    assert found.text == "Three.\n"
