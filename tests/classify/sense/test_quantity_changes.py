"""Numbers and quantities that differ enough for a flag."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.quantity_changes import changes_quantity


@pytest.mark.parametrize(
    ("seed", "other", "flagged"),
    [
        ("few of them", "a few of them", True),
        ("each man", "hardly any man", True),
        ("each man", "every man", False),
        ("everybody sang", "somebody sang", True),
        ("something sank", "everything sank", True),
        ("all men sang", "almost all men sang", True),
        ("nearly all men sang", "almost every man sang", False),
        ("lots of men", "few men", True),
        ("lots of men", "plenty of men", False),
        ("the majority of men", "the minority of men", True),
        ("no man sang", "not every man sang", True),
        ("not all men sang", "no men sang", True),
        ("not all men sang", "not every man sang", False),
        ("to spare both towns", "sparing the two towns", False),
        ("all men", "men", False),
        ("all men of this old town sang", "some few did well by it", False),
    ],
)
def test_a_quantifier_against_another_in_a_short_difference_is_flagged(
    seed: str, other: str, *, flagged: bool
) -> None:
    assert changes_quantity(contrast_of(seed, other)) is flagged
