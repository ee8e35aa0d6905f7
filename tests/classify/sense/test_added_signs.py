"""Tests of signs in words that only one side has."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.added_signs import find_added_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name"),
    [
        ("The hens , except one , slept .", "The hens slept .", "exception"),
        ("A shed , built by the monks , fell .", "A shed fell .", "agent"),
        ("He sold it to feed his mother .", "He sold it .", "purpose"),
        ("They reached the mill and burned it .", "They reached the mill .", "act"),
        ("They had salt , butter and fish .", "They had salt and fish .", "item"),
        ("They met secretly at the well .", "They met at the well .", "manner"),
    ],
)
def test_what_is_added_to_an_equal_sentence_is_a_sign(seed: str, other: str, name: str) -> None:
    lost = list(find_added_signs(contrast_of(seed, other)))
    added = list(find_added_signs(contrast_of(other, seed)))

    assert [(one.name, one.sort) for one in lost] == [(f"added.{name}", SenseSort.LEFT_OUT)]
    assert [(one.name, one.sort) for one in added] == [(f"added.{name}", SenseSort.ADDED)]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("A fire broke out and burned there .", "A fire broke out there ."),
        ("The men of the town slept .", "The men slept ."),
        ("They met together at the well .", "They met at the well ."),
        ("He spoke partly of this .", "He spoke of this in part ."),
        ("They met secretly at the well .", "Both hosts gathered by a spring ."),
        ("They met at the well .", "They met at the mill ."),
        ("The town , taken by storm , fell .", "The town fell ."),
    ],
)
def test_restatements_and_free_renderings_are_no_sign(seed: str, other: str) -> None:
    assert list(find_added_signs(contrast_of(seed, other))) == []


def test_languages_without_tables_have_no_such_signs() -> None:
    seed, other = "Sie trafen sich heimlich dort .", "Sie trafen sich dort ."

    assert list(find_added_signs(contrast_of(seed, other, "de"))) == []
