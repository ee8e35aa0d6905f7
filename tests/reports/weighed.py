"""The collation made by hand, with senses set by hand."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING

from tests.reports.harbour import HARBOUR
from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.sense import Sense, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBABILITIES: Mapping[str, float] = MappingProxyType(
    {"sixty": 0.9, "not dreamers, but hardened sailors": 0.6}
)
"""Readings that are likely to touch the sense: at 4.1 beside one of form, at 3.1 beside others."""
OTHER_WORDING = 0.1
"""Probability of the other readings, unless they are only of form."""


def weighed(probabilities: Mapping[str, float] = PROBABILITIES) -> Collation:
    """Return the collation with senses; the given readings are in the first tier."""

    def passage(one: Passage) -> Passage:
        return dataclasses.replace(one, entries=tuple(entry(each) for each in one.entries))

    def entry(one: Entry) -> Entry:
        return dataclasses.replace(one, readings=tuple(reading(each) for each in one.readings))

    def reading(one: Reading) -> Reading:
        return dataclasses.replace(one, sense=sense(one))

    def sense(one: Reading) -> Sense:
        probability, tier = OTHER_WORDING, Tier.WORDING
        if one.wording in probabilities:
            probability, tier = probabilities[one.wording], Tier.SENSE
        elif not one.substantive:
            probability, tier = 0.01, Tier.FORM
        return Sense(probability, tier, None, "", one.wording, "model")

    return dataclasses.replace(HARBOUR, passages=tuple(map(passage, HARBOUR.passages)))
