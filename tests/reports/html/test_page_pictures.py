"""Pictures in the web page."""

from __future__ import annotations

import dataclasses
import io
from functools import cache

import pytest

from tests.project.editions import telegram
from tests.reports.harbour import HARBOUR
from tests.reports.html.pages import page_of, parsed
from tests.reports.statuses import bare
from variants.pipeline import collate
from variants.reports.html import page as pages
from variants.reports.html import split_html
from variants.reports.pictures import pictures_of
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition

_MOST = 220_000  # Bytes of the telegram's page, which has decisions too when it is shipped.


@cache
def _telegram() -> Edition:
    return bare(collate(telegram(), Settings()))


def test_every_picture_is_in_the_page_with_its_table() -> None:
    page = parsed(page_of(_telegram()))

    pictures = pictures_of(_telegram().collation)
    assert [one.text for one in page.xpath("//figure/figcaption")] == [p.title for p in pictures]
    for figure, picture in zip(page.xpath("//figure"), pictures, strict=True):
        (svg,) = figure.xpath(".//svg")
        assert (svg.get("role"), svg.xpath("string(title)")) == ("img", picture.title)
        rows = [
            [cell.text_content() for cell in row.xpath("./td")]
            for row in figure.xpath(".//tbody/tr")
        ]
        assert rows == picture.shown_rows()
        assert tuple(head.text for head in figure.xpath(".//th")) == picture.heads
        scrolled = figure.xpath(".//*[@class='scroll'][@tabindex='0'][@role='group']/@aria-label")
        assert scrolled == [f"Picture: {picture.title}", f"Table: {picture.title}"]


def test_pictures_come_after_the_brief_and_before_the_text() -> None:
    page = page_of(_telegram())

    assert page.index('class="brief"') < page.index('id="pictures"') < page.index('id="text"')


def test_pictures_of_a_long_text_are_folded_and_their_result_is_said() -> None:
    page = parsed(page_of(_telegram()))

    (fold,) = page.xpath("//section[@aria-labelledby='pictures']/details")
    assert fold.get("open") is None
    assert "S, A and B go together" in fold.xpath("string(summary)")
    (short,) = parsed(page_of(bare(HARBOUR))).xpath(
        "//section[@aria-labelledby='pictures']/details"
    )
    assert short.get("open") is not None


@pytest.mark.parametrize("unfolded", [False, True])
def test_the_page_of_the_telegram_is_small(*, unfolded: bool) -> None:
    assert len(page_of(_telegram(), ReportOptions(unfolded=unfolded)).encode()) <= _MOST


def test_of_several_pages_the_index_has_the_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PART", 20)

    index, *parts = split_html(_telegram(), ReportOptions(), "r.html")

    file = io.BytesIO()
    index.write(file)
    assert file.getvalue().count(b"<figure>") == 4
    assert parts
    for part in parts:
        file = io.BytesIO()
        part.write(file)
        assert b"<figure>" not in file.getvalue()


def test_a_part_of_the_text_has_no_pictures() -> None:
    whole = _telegram().collation
    part = dataclasses.replace(whole, passages=whole.passages[3:6])

    page = page_of(dataclasses.replace(_telegram(), collation=part))

    assert "<figure>" not in page
    assert 'id="pictures"' not in page
