from __future__ import annotations

from itertools import product

import pytest

from tests.aligners.models import make_model
from tests.aligners.texts import FIRST, SECOND
from tests.conftest import GoldenValues
from variants.aligners.likelihood.align import narrow_wide_band
from variants.aligners.likelihood.band import whole


@pytest.mark.parametrize("step", [1, 2])
def test_a_wide_band_is_narrowed_exactly_so(step: int, golden_values: GoldenValues) -> None:
    found = {}
    for start, shift in product((0, 3, 6), (0, 4, 7)):
        seed, other = FIRST[start::step], (*SECOND[shift:], *SECOND[:shift])[::step]
        model = make_model(list(seed), list(other))
        band, shapes = narrow_wide_band(model, whole(len(seed), len(other)))
        found[f"{start} {shift}"] = [band.low.tolist(), band.high.tolist(), list(shapes)]

    golden_values(f"aligners/narrowed-{step}.json", found)
