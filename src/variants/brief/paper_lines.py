"""Brief within a number of printed lines."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import NamedTuple

from variants.brief.brief_text import item_line, title_of
from variants.brief.brief_values import Brief, BriefGroup
from variants.brief.fitted_brief import fit_brief
from variants.wording.text_runs import to_plain

_WIDTH = 78  # Letters in a line of differences.
_TITLE_WIDTH = 18


class PaperBrief(NamedTuple):
    """Groups that fit on paper, and those that do not.

    Attributes:
        shown: Groups with the items that fit.
        left: Groups with the items that do not.
        loose: True if each item can have its own line; else they follow each other.
    """

    shown: tuple[BriefGroup, ...]
    left: tuple[BriefGroup, ...]
    loose: bool


def fit_on_paper(brief: Brief, lines: int) -> PaperBrief:
    """Return the groups of a brief that need at most a number of lines."""
    loose = fit_brief(brief.groups, lines, _loose_height)
    if not loose.left:
        return PaperBrief(loose.shown, (), loose=True)
    # Two lines are for the differences that are not listed.
    dense = fit_brief(brief.groups, lines - 2, _dense_height)
    return PaperBrief(dense.shown, dense.left, loose=False)


def _loose_height(group: BriefGroup) -> int:
    lines = sum(_lines_of(to_plain(item_line(item)), _WIDTH) for item in group.items)
    return max(lines, _lines_of(title_of(group), _TITLE_WIDTH))


def _dense_height(group: BriefGroup) -> int:
    text = " · ".join(to_plain(item_line(item)) for item in group.items)
    return max(_lines_of(text, _WIDTH), _lines_of(title_of(group), _TITLE_WIDTH))


def _lines_of(text: str, width: int) -> int:
    """Return the number of lines that a text needs; Chinese characters are two letters wide."""
    spread = "".join(
        f"{one}x" if unicodedata.east_asian_width(one) in "WF" else one for one in text
    )
    return max(1, len(textwrap.wrap(spread, width)))
