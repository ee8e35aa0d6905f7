"""Pronouns and owners of both sides."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("we sank it", "they sank it", "person.opposite", SenseSort.WHO_ACTS),
        ("between me and you", "between me and them", "person.opposite", SenseSort.WHO_ACTS),
        ("my ship", "our ship", "owner.opposite", SenseSort.WHOSE),
        ("his ship", "her ship", "owner.opposite", SenseSort.WHOSE),
        ("“ I sank it , ” he said", "you sank it , he said", "person.opposite", SenseSort.WHO_ACTS),
    ],
)
def test_a_person_faces_another(seed: str, other: str, name: str, sort: SenseSort | None) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("he sank it", "they sank it"),
        ("it must sink", "I must sink"),
        ("between me and you", "between you and me"),
        ("his mother's ship", "her ship"),
        ("“ I sank it , ” he said", "he said that he sank it"),
        ("he said , We sank our ship", "he said that they sank their ship"),
    ],
)
def test_equal_persons_have_no_sort(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []
