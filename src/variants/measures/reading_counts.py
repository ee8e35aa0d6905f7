"""Numbers of readings of each witness, by tier and class."""

from __future__ import annotations

from collections import Counter

from variants.types.collation import Collation
from variants.types.sense import Tier
from variants.types.variant import HEAVIEST_FIRST
from variants.types.version_measures import ReadingCounts


def count_readings(collation: Collation) -> tuple[ReadingCounts, ...]:
    """Return the counts of each witness except the seed, in the order of the document."""
    readings = [reading for entry in collation.entries for reading in entry.readings]
    tiers = Counter((siglum, one.tier) for one in readings for siglum in one.sigla)
    classes = Counter((siglum, one.variant_class) for one in readings for siglum in one.sigla)
    judged = any(one.tier is not None for one in readings)
    return tuple(
        ReadingCounts(
            siglum,
            tuple((tier, tiers[siglum, tier]) for tier in Tier) if judged else (),
            tuple((name, classes[siglum, name]) for name in HEAVIEST_FIRST),
        )
        for siglum in (cut.witness.siglum for cut in collation.others)
    )
