from __future__ import annotations

import pytest

from variants.errors import InvalidValue, UnknownName
from variants.settings import ClassificationRule, Settings
from variants.ways import STAGES, check_settings, check_way, ways_of


@pytest.mark.parametrize("stage", STAGES)
def test_the_default_way_of_a_stage_is_known(stage: str) -> None:
    check_way(stage, getattr(Settings(), stage))
    check_way(stage, "")


@pytest.mark.parametrize("stage", STAGES)
def test_an_unknown_way_is_an_error_with_the_known_ones(stage: str) -> None:
    with pytest.raises(UnknownName, match=stage) as caught:
        check_way(stage, "absent")

    assert all(name in caught.value.hint for name in ways_of(stage))


def test_the_ways_of_an_unknown_stage_are_not_listed() -> None:
    with pytest.raises(ValueError, match="reader"):
        ways_of("reader")


@pytest.mark.parametrize(
    ("seed", "other", "option"), [("(", None, "seed"), ("a", r"\9", "other"), (None, "(", "other")]
)
def test_a_pattern_that_is_no_regular_expression_is_an_error(
    seed: str | None, other: str | None, option: str
) -> None:
    settings = Settings(rules=(ClassificationRule("ships", seed=seed, other=other),))

    with pytest.raises(InvalidValue, match=f"for {option}: ") as caught:
        check_settings(settings)

    assert "'ships'" in caught.value.hint
