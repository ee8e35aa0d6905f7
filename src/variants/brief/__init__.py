"""The brief of a document: what is likely to touch the sense, in sentences, on one page."""

from variants.brief.brief_values import (
    Brief,
    BriefGroup,
    BriefItem,
    BriefShare,
    Change,
    WitnessCounts,
)
from variants.brief.fitted_brief import FittedBrief, fit_brief
from variants.brief.make_brief import count_tiers, make_brief

__all__ = [
    "Brief",
    "BriefGroup",
    "BriefItem",
    "BriefShare",
    "Change",
    "FittedBrief",
    "WitnessCounts",
    "count_tiers",
    "fit_brief",
    "make_brief",
]
