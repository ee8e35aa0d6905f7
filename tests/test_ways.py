from __future__ import annotations

import pytest

from variants.errors import UnknownName
from variants.settings import Settings
from variants.ways import STAGES, check_way, ways_of


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
