from __future__ import annotations

import pytest

from tests.reports.harbour import HARBOUR
from variants.cli.filters import (
    known_sentences,
    known_witnesses,
    parse_classes,
    parse_kinds,
    parse_sentences,
    parse_states,
)
from variants.errors import InvalidValue, NoSuchSentence, UnknownName
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.status import State
from variants.types.variant import Kind, VariantClass

_EDITION = Edition("harbour", HARBOUR)


def test_lists_have_commas_or_are_repeated() -> None:
    assert parse_classes(["meaning,Modality", "name"]) == {
        VariantClass.MEANING,
        VariantClass.MODALITY,
        VariantClass.NAME,
    }
    assert parse_kinds(["name-form, spelling", "function word"]) == {
        Kind.NAME_FORM,
        Kind.SPELLING,
        Kind.FUNCTION_WORD,
    }
    assert parse_states(["undecided,stale"]) == {State.UNDECIDED, State.STALE}
    assert known_sentences(parse_sentences(["3-5, 8", "1"]), _EDITION) == {1, 3, 4, 5, 8}
    assert known_witnesses(("A", "C"), HARBOUR) == {"A", "C"}


def test_the_tier_of_sense_is_chosen_like_a_class() -> None:
    assert parse_classes(["sense,name"]) == {Tier.SENSE, VariantClass.NAME}
    with pytest.raises(UnknownName, match="Unknown class 'wording-tier'") as raised:
        parse_classes(["wording-tier"])
    assert raised.value.hint.endswith("form, sense.")


@pytest.mark.parametrize("values", [None, [], [""], [" , "]])
def test_an_option_that_is_not_given_filters_nothing(values: list[str] | None) -> None:
    assert parse_classes(values) == frozenset()
    assert known_sentences(parse_sentences(values), _EDITION) == frozenset()


@pytest.mark.parametrize("given", ["0", "5-3", "3-", "a", "-1", "٣", "9" * 99])
def test_sentences_are_numbers_and_ranges(given: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        parse_sentences([given])

    assert str(raised.value) == f"Invalid value for --sentence: {given!r}."
    assert raised.value.hint.endswith("3-5,8")


@pytest.mark.parametrize("given", ["9", "8-9", "1-999999999"])
def test_the_seed_has_the_sentences(given: str) -> None:
    with pytest.raises(NoSuchSentence, match="it has 8 sentences"):
        known_sentences(parse_sentences([given]), _EDITION)


@pytest.mark.parametrize("given", ["menaing", "form,menaing", "menaing,form"])
def test_an_unknown_name_is_reported_with_the_known_ones(given: str) -> None:
    with pytest.raises(UnknownName, match="Unknown class 'menaing'") as raised:
        parse_classes([given])

    assert raised.value.hint.startswith("Did you mean meaning? Choose from meaning, modality, ")


def test_the_seed_is_not_a_witness_to_choose() -> None:
    with pytest.raises(UnknownName, match="Unknown witness 'S'") as raised:
        known_witnesses(("A", "S"), HARBOUR)

    assert raised.value.hint == "Choose from A, B, C."
