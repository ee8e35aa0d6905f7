from __future__ import annotations

import pytest

from variants.classify.sense.contrast import SideOfBead
from variants.languages import language_of

WORDS = ["We", "hold", "it", ",", "friends", "—", "now", "“", "go", "”", "at", "16", ":", "30"]
SPACED = [n not in {3, 5, 6, 8, 9, 12, 13} for n in range(len(WORDS))]


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ([0, 1], "We hold"),
        ([0, 2], "We … it"),
        ([2, 4], "it, friends"),
        ([4, 6], "friends—now"),
        ([0, 8], "We … go"),
        ([6, 8], "now “go"),
        ([11, 12, 13], "16:30"),
        ([11, 13], "16:30"),
        ([], ""),
    ],
)
def test_words_are_shown_as_they_are_written(at: list[int], shown: str) -> None:
    assert SideOfBead(WORDS, language_of("en"), SPACED).text(at) == shown


def test_words_without_known_spaces_have_one_before_each() -> None:
    assert SideOfBead(WORDS, language_of("en")).text([2, 4]) == "it , friends"
