"""Pictures in a browser: every text is inside, and none covers another."""

from functools import cache
from itertools import combinations
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.project.editions import telegram
from variants.pipeline import collate
from variants.reports.pictures import Picture, pictures_of
from variants.settings import Settings
from variants.types.witness import Witness

pytestmark = pytest.mark.system
_BOXES = """() => [...document.querySelectorAll("svg text")].map((text) => {
  const box = text.getBoundingClientRect();
  return [text.textContent, box.left, box.top, box.right, box.bottom];
})"""
_TURNED = """() => [...document.querySelectorAll("svg text[transform]")]
  .map((text) => text.textContent)"""


class _Box(NamedTuple):
    """A text and the edges of its box."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


@cache
def _pictures(name: str) -> tuple[Picture, ...]:
    if name == "telegram":
        return pictures_of(collate(telegram(), Settings()))
    sigla = [f"MMMM{at}" for at in range(9)] if name == "nine" else ["S", "London-Manuscript-1"]
    sentence = "We saw flag {} on ship {}, and it must have rained that day."
    texts = [
        "\n\n".join(sentence.format(7 if line % (at + 2) else line, line) for line in range(90))
        for at in range(len(sigla))
    ]
    witnesses = [Witness(siglum, text) for siglum, text in zip(sigla, texts, strict=True)]
    return pictures_of(collate(witnesses, Settings()))


@pytest.mark.parametrize("texts", ["telegram", "nine", "two"])
def test_texts_of_a_picture_are_inside_and_cover_no_others(browser: Browser, texts: str) -> None:
    page = browser.new_page()
    for picture in _pictures(texts):
        page.set_content(f"<body style='margin:0'>{picture.svg}")
        turned = set(page.evaluate(_TURNED))
        found = [_Box(*each) for each in page.evaluate(_BOXES)]
        drawing = page.locator("svg").bounding_box()
        assert drawing is not None
        assert found
        for box in found:
            assert box.left >= -0.5, (picture.name, box)
            assert box.top >= -0.5, (picture.name, box)
            assert box.right <= drawing["width"] + 0.5, (picture.name, box)
            assert box.bottom <= drawing["height"] + 0.5, (picture.name, box)
        level = [box for box in found if box.words not in turned]
        covering = [(one, other) for one, other in combinations(level, 2) if _meet(one, other)]
        assert covering == [], picture.name
    page.close()


def _meet(one: _Box, other: _Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > 1 and high > 3  # Boxes of text have room above and below.
