from __future__ import annotations

import pytest

from variants.classify.sense.contrast import SideOfBead
from variants.languages import language_of


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ([0, 1], "We hold"),
        ([0, 2], "We … it"),
        ([2, 4], "it, friends"),
        ([4, 6], "friends—now"),
        ([0, 8], "We … go"),
        ([6, 8], "now “go"),
    ],
)
def test_words_that_are_no_neighbours_are_separated(at: list[int], shown: str) -> None:
    words = ["We", "hold", "it", ",", "friends", "—", "now", "“", "go”"]

    assert SideOfBead(words, language_of("en")).text(at).rstrip("”") == shown
