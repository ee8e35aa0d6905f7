"""Words exchanged in adjuncts, and on both sides of "against" and "than"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.adjuncts import (
    exchanged_in_comparison,
    exchanged_opponents,
    exchanged_places,
    exchanged_with_adjunct,
)
from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.role_exchange import Exchange
from variants.types.sense import SenseSort

Finder = Callable[[SideOfBead, SideOfBead], Iterator[Exchange]]


@pytest.mark.parametrize(
    ("seed", "other", "sort", "shown"),
    [
        (
            "sent from Ufa to Perm",
            "sent from Perm to Ufa",
            SenseSort.PLACE,
            ("Ufa … Perm", "Perm … Ufa"),
        ),
        (
            "he fought with Max against Eva",
            "he fought with Eva against Max",
            SenseSort.WHO_ACTS,
            ("Max … Eva", "Eva … Max"),
        ),
    ],
)
def test_places_and_sides_are_exchanged(
    seed: str, other: str, sort: SenseSort, shown: tuple[str, str]
) -> None:
    contrast = contrast_of(seed, other)

    (found,) = exchanged_places(contrast.seed, contrast.other)

    assert (found.name, found.sort) == ("places", sort)
    assert (contrast.seed.text(found.seed_at), contrast.other.text(found.other_at)) == shown


@pytest.mark.parametrize(
    ("find", "seed", "other", "shown"),
    [
        (
            exchanged_opponents,
            "“ Complaints by Max against the hens",
            "“ The hens' complaints against Max",
            ("Max … hens", "hens' … Max"),
        ),
        (
            exchanged_in_comparison,
            "Eva is older than Max",
            "Max is older than Eva",
            ("Eva … Max", "Max … Eva"),
        ),
        (
            exchanged_in_comparison,
            "Eva has more cats than Max",
            "Max has more cats than Eva",
            ("Eva … Max", "Max … Eva"),
        ),
        (
            exchanged_with_adjunct,
            "the inn is above the mill",
            "the mill is above the inn",
            ("inn … mill", "mill … inn"),
        ),
        (
            exchanged_with_adjunct,
            "Eva laughed at Max",
            "Max laughed at Eva",
            ("Eva … Max", "Max … Eva"),
        ),
        (
            exchanged_with_adjunct,
            "he tied the cat to the hen",
            "he tied the hen to the cat",
            ("cat … hen", "hen … cat"),
        ),
    ],
)
def test_words_around_a_marker_are_exchanged(
    find: Finder, seed: str, other: str, shown: tuple[str, str]
) -> None:
    contrast = contrast_of(seed, other)

    (found,) = find(contrast.seed, contrast.other)

    assert (found.name, found.sort) == ("arguments", SenseSort.WHO_ACTS)
    assert (contrast.seed.text(found.seed_at), contrast.other.text(found.other_at)) == shown


def test_another_comparative_compares_otherwise() -> None:
    contrast = contrast_of("Eva is older than Max", "Max is younger than Eva")

    assert list(exchanged_in_comparison(contrast.seed, contrast.other)) == []
