"""Small words for places and directions."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("sailed from Cadiz", "sailed to Cadiz", "place.opposite", SenseSort.PLACE),
        ("at 14 ° S", "at 14 ° N", "place.opposite", SenseSort.PLACE),
        ("beyond the wall", "near the wall", "place.opposite", SenseSort.PLACE),
        ("a north-easterly gale", "a south-easterly gale", "place.opposite", SenseSort.PLACE),
        ("they steered north-west", "they steered west", "place.opposite", SenseSort.PLACE),
        ("the upper gate", "the lower gate", "place.opposite", SenseSort.PLACE),
        ("a brig bound for Cadiz", "a brig from Cadiz", "place.opposite", SenseSort.PLACE),
        ("on her way to Cadiz", "arriving from Cadiz", "place.opposite", SenseSort.PLACE),
        ("beside the wall", "behind the wall", "place.opposite", SenseSort.PLACE),
        ("on this side of it", "on the farther side of it", "place.opposite", SenseSort.PLACE),
        ("upstream of Cadiz", "down the river from Cadiz", "place.opposite", SenseSort.PLACE),
        ("downstream of the mill", "above the mill", "place.opposite", SenseSort.PLACE),
        ("ships moving north", "ships coming from the north", "place.opposite", SenseSort.PLACE),
        ("they lodge directly over it", "rooms far below it", "place.opposite", SenseSort.PLACE),
        (
            "a mill sank beside it",
            "they had sunk a mill behind it",
            "place.opposite",
            SenseSort.PLACE,
        ),
        ("men landed above it", "they sank downstream of it", "place.opposite", SenseSort.PLACE),
        ("follow the left bank", "go along the right bank", "place.opposite", SenseSort.PLACE),
        ("we kept it on our left hand", "it lay to the right", "place.opposite", SenseSort.PLACE),
        (
            "the port whence they sail",
            "the port whither they sail",
            "place.opposite",
            SenseSort.PLACE,
        ),
        ("on the nearer bank", "on the farther bank", "place.opposite", SenseSort.PLACE),
        ("on the hither side", "on the farther side", "place.opposite", SenseSort.PLACE),
    ],
)
def test_a_place_faces_another(seed: str, other: str, name: str, sort: SenseSort | None) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("within the wall", "in the wall"),
        ("the north-eastern wall", "the northeast wall"),
        ("the town of S .", "the town of N ."),
        ("the port whither they sailed", "the port where they sailed to"),
        ("they sailed thither", "they sailed there"),
        ("the men went aboard from fear of gales", "the crew came to safety with the ship"),
        ("they put off the day", "they postponed the day to it"),
        ("a brig bound for Cadiz", "a brig heading for Cadiz"),
        ("they sailed for Cadiz", "they set out for Cadiz"),
        ("beside the wall", "next to the wall"),
        ("beside the wall", "near the wall"),
        ("close behind the wall", "near the wall"),
        ("across the river", "on the other side of the river"),
        ("upstream of the mill", "above the mill"),
        ("he left for the wall at once", "he went right away to the wall"),
        ("a wall a mile north of the mill", "a mill a mile to the south of the wall"),
        ("he stayed behind with it", "he remained beside it"),
        ("under the wall", "underneath the wall"),
        (
            "at the gate to Cadiz Ann rented it from Max",
            "at the gate to Cadiz Max rented it to Ann",
        ),
        ("a lamp over the table", "a table under the lamp"),
        ("a strong north wind", "a strong wind from the north"),
        ("men of the far north", "men from the north"),
        ("a man in their rear", "a man behind them"),
        ("on the opposite bank of it", "on the farther shore of it"),
    ],
)
def test_equal_places_have_no_sort(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("/ The left / bank was held", "/ / bank was held on the right", ["place.opposite"]),
        ("/ The left / bank was held", "/ / bank was held on the left", []),
        ("/ The left / bank was held", "/ / bank was held", []),
        (
            "/ North / of it the left was held",
            "/ / of it the left was held south",
            ["place.opposite"],
        ),
        ("/ North / of the wall lay a mill", "/ / a wall lay south of the mill", []),
    ],
)
def test_a_side_or_a_direction_may_face_one_elsewhere(
    seed: str, other: str, names: list[str]
) -> None:
    found = [sign.name for sign in find_small_word_signs(marked_contrast(seed, other))]

    assert found == names
