"""Opened pictures of the page in a browser."""

from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.project.editions import telegram
from tests.reports.html.pages import page_of
from tests.reports.statuses import bare
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.witness import Witness

pytestmark = pytest.mark.system
_OPEN = "() => document.querySelectorAll('.pics details').forEach((each) => { each.open = true; })"
_TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def _page(name: str) -> str:
    if name == "telegram":
        return page_of(bare(collate(telegram(), Settings())))
    texts = [f"The ship is late. We saw {at} flags. It rained." for at in range(16)]
    witnesses = [Witness(f"Version-{at}", text) for at, text in enumerate(texts)]
    return page_of(bare(collate(witnesses, Settings())))


@pytest.mark.parametrize("text", ["telegram", "sixteen"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_and_tables_are_open_to_everybody_on_a_narrow_screen(
    browser: Browser, text: str, scheme: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(_page(text), encoding="utf-8")
    # The checker is put into the page, which its own policy would forbid.
    size = {"width": 500, "height": 900}
    page = browser.new_page(bypass_csp=True, color_scheme=scheme, viewport=size)  # type: ignore[arg-type] # by name
    page.goto(path.as_uri())
    page.evaluate(_OPEN)

    found = Axe().run(page, ".pics").response["violations"]

    assert page.evaluate(_TOO_WIDE) <= 0
    assert page.locator(".pics svg").count() == 4
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.close()
