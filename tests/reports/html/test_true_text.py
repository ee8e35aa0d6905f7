"""Texts of the page as a person takes them from it: by copying, searching and printing."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.reports.html.pages import page_of
from tests.reports.true_texts import NAMES, edition_of, lines_of, pattern_of, shown
from variants.reports.writer import ReportOptions

pytestmark = pytest.mark.system
_EVERYTHING = ReportOptions(unfolded=True, form=True)
_DIRECTIONS = dict.fromkeys(
    map(ord, "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}")
)
"""Characters that `pdftotext` puts around words that are written from right to left."""
_NUMBER_OF_PAGE = 810  # Points from the top of a page of A4, which has 842.
_MOST_OF_A_PAGE = 690  # A picture that does not fit moves to the next page.
_COPY = """lines => lines.map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return getSelection().toString().replace(/\\s+/g, " ").trim();
})"""
_FIND = """sentences => sentences.filter((sentence) => {
    getSelection().removeAllRanges();
    return !window.find(sentence, true, false, true)
      || getSelection().toString().replace(/\\s+/g, " ").trim() !== sentence;
})"""


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of an edition."""
    return str(request.param)


@pytest.fixture
def page(browser: Browser, name: str, tmp_path: Path) -> Iterator[Page]:
    """Yield the open page of an edition with every mark."""
    path = tmp_path / "report.html"
    path.write_text(page_of(edition_of(name), _EVERYTHING), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    yield opened
    opened.close()


def test_a_copied_line_has_exactly_the_characters_of_its_witness(name: str, page: Page) -> None:
    collation = edition_of(name).collation
    lines = {
        (passage.label, cut.witness.siglum): " ".join(shown(cut, one) for one in sentences)
        for passage, cut, sentences in lines_of(collation)
    }
    articles = page.locator(".p").all()

    compared = 0
    for passage, article in zip(collation.passages, articles, strict=True):
        for siglum in (one.witness.siglum for one in (collation.seed, *collation.others)):
            where = (
                ".bt" if siglum == collation.seed.witness.siglum else f"[data-w~='{siglum}'] .wt"
            )
            for copied in article.locator(where).evaluate_all(_COPY):
                assert copied == lines.get((passage.label, siglum), "")
                compared += 1
    assert compared > 20


def test_the_search_of_the_browser_finds_every_sentence(name: str, page: Page) -> None:
    sentences = {
        shown(cut, one)
        for _, cut, numbers in lines_of(edition_of(name).collation)
        for one in numbers
    }

    assert len(sentences) > 20
    assert page.evaluate(_FIND, sorted(sentences)) == []


def test_every_sentence_is_whole_in_the_printed_page(name: str, page: Page, tmp_path: Path) -> None:
    assert _missing(name, page, tmp_path, order="-raw") == []


@pytest.mark.parametrize("name", ["telegram", "chapter"], indirect=True)
def test_every_sentence_is_whole_where_the_lines_of_the_paper_are_in_order(
    name: str, page: Page, tmp_path: Path
) -> None:
    assert _missing(name, page, tmp_path) == []


def _missing(name: str, page: Page, folder: Path, order: str = "") -> list[tuple[str, str, str]]:
    printed = folder / "report.pdf"
    page.pdf(path=printed, format="A4", prefer_css_page_size=True)
    text = " ".join(_run("pdftotext", order, printed).translate(_DIRECTIONS).split())
    return [
        (cut.witness.siglum, passage.label, sentence)
        for passage, cut, sentences in lines_of(edition_of(name).collation)
        for sentence in (shown(cut, one) for one in sentences)
        if not pattern_of(sentence).search(text)
    ]


def test_no_page_of_paper_but_the_last_is_half_empty(page: Page, tmp_path: Path) -> None:
    printed = tmp_path / "report.pdf"
    page.pdf(path=printed, format="A4", prefer_css_page_size=True)

    pages = _run("pdftotext", "-bbox", printed).split("<page ")[1:]
    ends = [list(map(float, re.findall(r'yMax="([0-9.]+)"', one))) for one in pages]
    lowest = [max(end for end in found if end < _NUMBER_OF_PAGE) for found in ends]
    assert len(pages) > 1
    assert all(one > _MOST_OF_A_PAGE for one in lowest[:-1])


def _run(program: str, option: str, printed: Path) -> str:
    command = [program, *filter(None, [option]), str(printed), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - a program of the system, on a file made here
