"""Exact measures of the telegram, so that a changed constant or branch is noticed."""

from __future__ import annotations

from tests.conftest import Golden
from tests.project.editions import telegram
from variants.measures.variation import measure_variation
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.measure import Metric
from variants.words.tokenize import word_counts_of


def test_the_measures_of_the_telegram_are_exactly_these(golden: Golden) -> None:
    collation = collate(telegram(), Settings())
    assert collation.measures is not None
    lines = [repr(agreement) for agreement in collation.measures.agreements]
    for metric in Metric:
        for with_seed in (True, False):
            found = measure_variation(
                collation.seed,
                collation.others,
                collation.passages,
                word_counts_of,
                metric=metric,
                with_seed=with_seed,
            )
            lines += [f"{metric.value} {with_seed}", *repr(found).split("PassageVariation")]

    golden("measures/telegram.txt", "".join(f"{line}\n" for line in lines))
