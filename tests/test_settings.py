"""Settings from Python code that no type checker has seen."""

from typing import Any

import pytest

import variants
from variants.errors import InvalidValue
from variants.settings import ClassificationRule, Settings


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"terms": "armistice"}, "terms"),
        ({"names": ("Gao Gang", "Kao Kang")}, "names"),
        ({"ignore": ("spelling",)}, "ignore"),
    ],
)
def test_settings_of_another_type_are_refused(given: dict[str, Any], option: str) -> None:
    with pytest.raises(InvalidValue, match=f"for {option}: ") as caught:
        Settings(**given)

    assert caught.value.hint


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"kind": "spelling"}, "kind"),
        ({"variant_class": "form"}, "variant_class"),
        ({"pairs": ("okay", "OK")}, "pairs"),
    ],
)
def test_rules_of_another_type_are_refused(given: dict[str, Any], option: str) -> None:
    with pytest.raises(InvalidValue, match=f"for {option}: ") as caught:
        ClassificationRule("okay", **given)

    assert caught.value.hint


def test_the_hint_on_a_kind_can_be_typed() -> None:
    with pytest.raises(InvalidValue) as caught:
        ClassificationRule("okay", kind="spelling")  # type: ignore[arg-type]

    assert "variants.Kind(…) with one of typography, punctuation" in caught.value.hint
    assert ClassificationRule("okay", kind=variants.Kind("spelling")).kind is variants.Kind.SPELLING
