"""Joining of differences that are one."""

from __future__ import annotations

import json
from importlib.resources import files
from operator import attrgetter

import pytest

from variants.classify import bead_places
from variants.classify.cutting.join_model import JoinModel
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.variant import Flag
from variants.types.witness import Witness

_probability = attrgetter("probability")


def _of(seed: str, other: str) -> list[tuple[str, str]]:
    """Return the places of a pair of sentences."""
    witnesses = Witness("S", seed, language="en"), Witness("A", other, language="en")
    return [
        (entry.lemma.of(seed), reading.wording)
        for entry in collate(witnesses, Settings(segmenter="lines")).entries
        for reading in entry.readings
    ]


def test_neighbours_that_are_one_phrase_are_one_place() -> None:
    found = _of(
        "The captain is said to have sold the guns in the spring.",
        "The captain, it is said, had sold the guns in the spring.",
    )

    assert ("is said to have", ", it is said, had") in found


@pytest.mark.parametrize(
    ("seed", "other", "places"),
    [
        ("two or three men", "2 or 3 men", [("two or three", "2 or 3")]),
        ("five to six hundred men", "500 to 600 men", [("five to six hundred", "500 to 600")]),
        ("two or three men", "four or five men", [("two or three", "four or five")]),
        ("two or three men", "two or five men", [("three", "five")]),
        ("two men or three women", "2 men or 3 women", [("two", "2"), ("three", "3")]),
    ],
)
def test_both_ends_of_a_range_are_one_place(
    seed: str, other: str, places: list[tuple[str, str]]
) -> None:
    assert _of(f"They sent {seed} there.", f"They sent {other} there.") == places


@pytest.mark.parametrize(
    ("seed", "other", "place"),
    [
        (
            "In spring they closed the customs house beside the river for good.",
            "In spring they closed the house of customs beside the river for good.",
            ("customs house", "house of customs"),
        ),
        (
            "The delegation asked the questions of Virginia in the long debate of the day.",
            "The delegation asked Virginia questions in the long debate of the day.",
            ("the questions of Virginia", "Virginia questions"),
        ),
    ],
)
def test_words_exchanged_inside_of_a_phrase_are_one_place(
    seed: str, other: str, place: tuple[str, str]
) -> None:
    assert _of(seed, other) == [place]


def test_a_word_that_moved_far_is_a_place_of_its_own() -> None:
    found = _of(
        "Yesterday the old captain left the harbour of the town with his ship.",
        "The old captain left the harbour of the town with his ship yesterday.",
    )

    assert ("Yesterday", "yesterday") in found


def test_neighbours_that_are_two_differences_stay_two_places() -> None:
    found = _of(
        "The old king rode to the town in the spring.",
        "The aged king rode to the city in the spring.",
    )

    assert found == [("old", "aged"), ("town", "city")]


def test_a_word_that_one_side_lacks_is_no_phrase_with_a_capital_beside_it() -> None:
    found = _of("There is one wardrobe for the whole family.", "For the whole family there is one.")

    assert ("wardrobe", "") in found


def test_a_joined_place_has_the_flags_of_its_parts_and_the_sense_of_the_heaviest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = (
        "The captain is said to have sold the guns in the spring.",
        "The captain, it is said, had sold the guns in the spring.",
    )
    witnesses = [Witness(siglum, text) for siglum, text in zip("SA", texts, strict=True)]

    (entry,) = collate(witnesses, Settings(segmenter="lines")).entries
    monkeypatch.setattr(bead_places, "join_differences", lambda pieces, *_: pieces)
    parts = [
        reading
        for each in collate(witnesses, Settings(segmenter="lines")).entries
        for reading in each.readings
    ]

    (joined,) = entry.readings
    assert len(parts) == 2
    assert joined.sense == max((part.sense for part in parts if part.sense), key=_probability)
    assert joined.flags == {flag for part in parts for flag in part.flags} == {Flag.MODALITY}


def test_a_score_decides_whether_neighbours_are_one() -> None:
    model = JoinModel({"share": -2.0, "gap 1 0 0": 1.0}, bias=0.5, join_from=1.0)

    assert model.joins({"gap 1 0 0": 1.0, "share": 0.25, "unknown": 5.0})
    assert not model.joins({"gap 1 0 0": 1.0, "share": 0.3})


def test_the_weights_name_the_script_that_fitted_them() -> None:
    text = files("variants.classify.cutting").joinpath("joins.json").read_text("utf-8")

    assert "benchmarks/fit_joins.py" in json.loads(text)["provenance"]
