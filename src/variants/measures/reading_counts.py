"""Numbers of readings of each witness, by tier and class."""

from __future__ import annotations

from collections import Counter

from variants.types.collation import Collation
from variants.types.sense import Tier
from variants.types.variant import HEAVIEST_FIRST
from variants.types.version_measures import ReadingCounts


def count_readings(collation: Collation) -> tuple[ReadingCounts, ...]:
    """Return the counts of each witness except the seed, in the order of the document."""
    readings = [
        (place.siglum, reading)
        for entry in collation.entries
        for reading in entry.readings
        for place in reading.attestations
        if not place.missing
    ]
    tiers = Counter((siglum, one.tier) for siglum, one in readings)
    classes = Counter((siglum, one.variant_class) for siglum, one in readings)
    judged = any(one.tier is not None for _, one in readings)
    return tuple(
        ReadingCounts(
            siglum,
            tuple((tier, tiers[siglum, tier]) for tier in Tier) if judged else (),
            tuple((name, classes[siglum, name]) for name in HEAVIEST_FIRST),
        )
        for siglum in (cut.witness.siglum for cut in collation.others)
    )
