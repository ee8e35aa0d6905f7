"""Signs in small words of several topics."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("it sank behind us", "it sank before us", "place.opposite", SenseSort.PLACE),
        ("as soon as it sank", "long before it sank", "limit.opposite", SenseSort.TIME),
        ("just as it sank", "before it sank", "limit.opposite", SenseSort.TIME),
    ],
)
def test_a_word_faces_one_of_another_topic(
    seed: str, other: str, name: str, sort: SenseSort | None
) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


def test_when_and_before_are_equal_after_hardly() -> None:
    contrast = contrast_of(
        "hardly had it rained before it sank", "hardly had it rained when it sank"
    )

    assert [sign.name for sign in find_small_word_signs(contrast) if sign.sort is not None] == []


def test_a_language_without_tables_has_no_signs() -> None:
    contrast = contrast_of("alle Schiffe vor Mittag", "einige Schiffe nach Mittag", "de")

    assert list(find_small_word_signs(contrast)) == []
