"""Arguments of verbs, and their exchange."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.verb_arguments import exchanged_arguments
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "shown"),
    [
        ("The cat saw the hen .", "The hen saw the cat .", ("cat … hen", "hen … cat")),
        ("Eva owed Max a coat .", "Max owed Eva a coat .", ("Eva … Max", "Max … Eva")),
        ("Eva began to see Max", "Eva began to be seen by Max", ("Eva … Max", "Eva … Max")),
        ("the cat without a tail bit Max", "Max bit the cat", ("cat … Max", "Max … cat")),
        ("Eva knew that Max sang", "Max knew that Eva sang", ("Eva … Max", "Max … Eva")),
        ("Eva asked whether Max sang", "Max asked if Eva sang", ("Eva … Max", "Max … Eva")),
        ("she praised him", "he praised her", ("she … him", "he … her")),
        ("I saw Mr . Lund", "Mr . Lund saw me", ("I … Lund", "Lund … me")),
        ("the cat whom the hen saw", "the cat who saw the hen", ("whom … hen", "who … hen")),
        (
            "cats whom hens had long seen",
            "cats who had long seen hens",
            ("whom hens", "who … hens"),
        ),
        ("The cat was seen by the hen", "The hen was seen by the cat", ("cat … hen", "hen … cat")),
        ("he painted the hen", "he was painted by the hen", ("he … hen", "he … hen")),
        ("Eva promised Max", "Eva made Max promise", ("Max", "Max")),
        ("Eva made Max weep", "Eva was made by Max to weep", ("Eva … Max", "Eva … Max")),
        ("it was sent to Max by Eva", "it was sent to Eva by Max", ("Max … Eva", "Eva … Max")),
        ("a hat was given to Max by Eva", "Max gave Eva a hat", ("Max … Eva", "Max … Eva")),
    ],
)
def test_agents_and_patients_are_exchanged(seed: str, other: str, shown: tuple[str, str]) -> None:
    contrast = contrast_of(seed, other)

    found = next(exchanged_arguments(contrast.seed, contrast.other))

    assert (found.name, found.sort) == ("arguments", SenseSort.WHO_ACTS)
    assert (contrast.seed.text(found.seed_at), contrast.other.text(found.other_at)) == shown


def test_an_exchange_has_the_places_of_the_verb() -> None:
    contrast = contrast_of("The cat saw the hen", "The hen had seen the cat")

    (found,) = exchanged_arguments(contrast.seed, contrast.other)

    assert (found.seed_verb, found.other_verb) == (range(2, 3), range(2, 4))
