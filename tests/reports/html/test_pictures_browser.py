"""Opened pictures of the page in a browser."""

from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.project.editions import telegram
from tests.reports.html.pages import page_of
from tests.reports.statuses import bare
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.witness import Witness

pytestmark = pytest.mark.system
_OPEN = "() => document.querySelectorAll('.pics details').forEach((each) => { each.open = true; })"
_TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

_SCALES = (
    "() => [...document.querySelectorAll('.pics svg')].map("
    "(each) => each.getBoundingClientRect().width / each.viewBox.baseVal.width)"
)
_SCROLLED = """() => [...document.querySelectorAll('.scroll')]
  .filter((each) => each.scrollWidth > each.clientWidth)
  .map((each) => [each.tabIndex, each.getAttribute('role'),
    !!(each.getAttribute('aria-label') || each.getAttribute('aria-labelledby')),
    getComputedStyle(each).backgroundImage.split('linear-gradient').length - 1])"""
_OPEN_ALL = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"


@cache
def _page(name: str) -> str:
    if name == "telegram":
        return page_of(bare(collate(telegram(), Settings())))
    texts = [f"The ship is late. We saw {at} flags. It rained." for at in range(16)]
    witnesses = [Witness(f"Version-{at}", text) for at, text in enumerate(texts)]
    return page_of(bare(collate(witnesses, Settings())))


def _on_a_phone(browser: Browser, name: str, folder: Path) -> Page:
    """Return the page of a document on a narrow screen, with all its parts open."""
    path = folder / "report.html"
    path.write_text(_page(name), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(path.as_uri())
    page.evaluate(_OPEN_ALL)
    return page


@pytest.mark.parametrize("text", ["telegram", "sixteen"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_and_tables_are_open_to_everybody_on_a_narrow_screen(
    browser: Browser, text: str, scheme: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(_page(text), encoding="utf-8")
    # The checker is put into the page, which its own policy would forbid.
    size = {"width": 390, "height": 900}
    page = browser.new_page(bypass_csp=True, color_scheme=scheme, viewport=size)  # type: ignore[arg-type] # by name
    page.goto(path.as_uri())
    page.evaluate(_OPEN)

    found = Axe().run(page, ".pics").response["violations"]

    assert page.evaluate(_TOO_WIDE) <= 0
    assert min(page.evaluate(_SCALES)) >= 1
    assert page.locator(".pics svg").count() == 4
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.close()


def test_on_a_phone_all_that_is_wide_is_scrolled_by_keys_and_has_a_shadow(
    browser: Browser, tmp_path: Path
) -> None:
    page = _on_a_phone(browser, "sixteen", tmp_path)

    wide = page.evaluate(_SCROLLED)
    page.focus(".pics .scroll")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")

    assert len(wide) >= 5
    assert [each for each in wide if each != [0, "group", True, 4]] == []
    page.close()


def test_on_a_phone_the_agreement_of_few_versions_fills_the_width(
    browser: Browser, tmp_path: Path
) -> None:
    page = _on_a_phone(browser, "telegram", tmp_path)

    room = page.locator("#variants-picture-agreement").bounding_box()
    matrix = page.locator("#variants-picture-agreement svg").bounding_box()

    assert room is not None
    assert matrix is not None
    assert matrix["width"] == pytest.approx(room["width"], abs=1)
    page.close()


def test_on_a_phone_names_of_witnesses_have_room_and_come_before_the_brief(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(_page("telegram"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(path.as_uri())

    brief, table = (page.locator(name).bounding_box() for name in ("#brief", ".who table"))
    counts = page.locator(".who .more td").nth(1).bounding_box()
    page.evaluate(_OPEN_ALL)
    links = page.locator(".roomy").first.bounding_box()

    assert brief is not None
    assert table is not None
    assert counts is not None
    assert table["y"] + table["height"] < brief["y"]
    assert counts["width"] > 0.8 * table["width"]
    assert links is not None
    assert links["width"] >= 190
    page.close()
