"""Signs in roles: exchanged arguments, owners and places."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from tests.words.pairs import one_bead
from variants.classify.config import classification_config
from variants.classify.differences import find_differences
from variants.classify.exchanged_roles import ROLES_EXCHANGED
from variants.classify.sense.role_signs import find_role_signs
from variants.languages import language_of
from variants.settings import ClassificationRule, Settings
from variants.types.sense import SenseSort, Tier
from variants.types.variant import Kind, VariantClass
from variants.words import LINKERS


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("The cat saw the hen .", "The hen saw the cat .", "arguments", SenseSort.WHO_ACTS),
        ("Eva lent Max a coat .", "Max lent Eva a coat .", "arguments", SenseSort.WHO_ACTS),
        ("the son of the miller", "the miller of the son", "owners", SenseSort.WHOSE),
        ("the son of the miller's wife", "the wife of the miller's son", "owners", SenseSort.WHOSE),
        ("the cats' fear of the hen", "the hen's fear of the cats", "owners", SenseSort.WHOSE),
        ("sent from Ufa to Perm", "sent from Perm to Ufa", "places", SenseSort.PLACE),
        (
            "“ Complaints by Max against the hens",
            "“ The hens' complaints against Max",
            "arguments",
            SenseSort.WHO_ACTS,
        ),
        ("Eva is older than Max", "Max is older than Eva", "arguments", SenseSort.WHO_ACTS),
        ("the inn is above the mill", "the mill is above the inn", "arguments", SenseSort.WHO_ACTS),
        ("he painted well", "he was painted by the hen", "voice", SenseSort.WHO_ACTS),
        ("Eva was seen by the hen", "Max saw the hen", "voice", SenseSort.WHO_ACTS),
    ],
)
def test_exchanged_roles_have_a_sign(seed: str, other: str, name: str, sort: SenseSort) -> None:
    found = {sign.name: sign.sort for sign in find_role_signs(contrast_of(seed, other))}

    assert found == {f"role.{name}": sort}


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("The cat saw the hen .", "The hen was seen by the cat ."),
        ("I owed Max a coat", "A coat was owed to Max by me"),
        ("Eva lent Max a coat .", "A coat is what Eva lent Max ."),
        ("On feast days the monks ate eggs .", "The monks ate eggs on feast days ."),
        ("sent from Ufa to Perm", "sent to Perm from Ufa"),
        ("the miller's son", "the son of the miller"),
        ("Eva knew that she sang", "she knew that Eva sang"),
        ("Eva knew that Max sang", "that Max sang Eva knew"),
        ("Eva rented it from Max", "Max rented it to Eva"),
        ("Eva promised Max", "Eva gave Max a promise"),
        ("before the court the cat saw the hen", "before the court the hen was seen by the cat"),
        ("the king of Spain's ship", "the ship of the king of Spain"),
        ("The cat robbed the hen of the eggs", "The hen was robbed by the cat of the eggs"),
        ("cats whom Max saw left", "cats who were seen by Max left"),
        ("cats who saw Max", "cats by whom Max was seen"),
        ("cats seem to have seen hens", "hens seem to have been seen by cats"),
        ("Complaints by Max against the hens", "Complaints against the hens by Max"),
        ("Towards the cat ran the hen .", "The hen ran towards the cat ."),
        ("To her the cat gave the hen .", "The cat gave the hen to her ."),
        ("The cat is the hen .", "The hen is the cat ."),
        ("every bird of every sort", "every sort of bird"),
        ("The crowd began to hurl stones .", "Stones began to be hurled by the crowd ."),
        ("The mast hung with linen .", "Linen hung along the mast ."),
        ("ten days' hard work", "ten days of hard work"),
        ("Eva is older than Max", "older than Max is Eva"),
        ("Eva is as old as Max", "Max is as old as Eva"),
        ("the inn is above the mill", "above the mill is the inn"),
        ("Eva danced with Max", "Max danced with Eva"),
        ("a hat was given to Max by Eva", "Eva gave Max a hat"),
        ("he gave a hat to Max", "to Max he gave a hat"),
    ],
)
def test_other_order_with_equal_roles_has_none(seed: str, other: str) -> None:
    assert list(find_role_signs(contrast_of(seed, other))) == []


def test_a_language_without_tables_has_no_roles() -> None:
    contrast = contrast_of("der Hund biss den Wolf", "der Wolf biss den Hund", "de")

    assert list(find_role_signs(contrast)) == []


def _variants(seed: str, other: str, settings: Settings) -> list[tuple[Kind, VariantClass]]:
    alignment = one_bead(seed, other)
    config = classification_config(settings, language_of("en"))
    (words,) = LINKERS["lexical"](alignment)
    found = find_differences(words, alignment, config).variants
    senses = [one.sense for one in found if one.ruling == ROLES_EXCHANGED]
    assert all(sense is not None and sense.tier is Tier.SENSE for sense in senses)
    return [(one.kind, one.variant_class) for one in found]


def test_moved_words_with_exchanged_roles_have_the_class_meaning() -> None:
    exchanged = _variants("The cat saw the hen.", "The hen saw the cat.", Settings())
    passive = _variants("The cat saw the hen.", "The hen was seen by the cat.", Settings())

    assert (Kind.MOVED, VariantClass.MEANING) in exchanged
    assert passive == [(Kind.WORDING, VariantClass.WORDING)]


def test_a_rule_of_the_edition_goes_before_exchanged_roles() -> None:
    rule = ClassificationRule("cats", seed=".*", other=".*", variant_class=VariantClass.WORDING)

    found = _variants("The cat saw the hen.", "The hen saw the cat.", Settings(rules=(rule,)))

    assert {variant_class for _, variant_class in found} == {VariantClass.WORDING}
