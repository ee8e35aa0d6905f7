"""Brief within a number of lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from variants.brief.brief_values import BriefGroup

_ROUNDS = (1, 4)
"""Items of each group that are chosen before any of the next round."""


@dataclass(frozen=True, slots=True)
class FittedBrief:
    """Groups that fit, and those that do not.

    Attributes:
        shown: Groups with the items that fit.
        left: Groups with the items that do not.
    """

    shown: tuple[BriefGroup, ...]
    left: tuple[BriefGroup, ...]


def fit_brief(
    groups: Sequence[BriefGroup], lines: int, height: Callable[[BriefGroup], int]
) -> FittedBrief:
    """Return the heaviest items of groups that need at most a number of lines.

    Each group gets its heaviest item first. Then come others of the first four of each group, and
    last the rest, heaviest first, so that a long group leaves room for those of other sorts.

    Args:
        groups: The groups.
        lines: Number of lines.
        height: Number of lines that a group with some of its items needs.
    """
    numbered = [
        (bisect_right(_ROUNDS, index), -item.probability, number, index)
        for number, group in enumerate(groups)
        for index, item in enumerate(group.items)
    ]
    taken: list[list[int]] = [[] for _ in groups]
    heights = [0] * len(groups)
    for _, _, number, index in sorted(numbered):
        tried = _with_items(groups[number], [*taken[number], index])
        needed = height(tried)
        if sum(heights) - heights[number] + needed <= lines:
            taken[number].append(index)
            heights[number] = needed
    shown = [_with_items(group, some) for group, some in zip(groups, taken, strict=True) if some]
    left = [
        _with_items(group, [n for n in range(len(group.items)) if n not in some])
        for group, some in zip(groups, taken, strict=True)
        if len(some) < len(group.items)
    ]
    return FittedBrief(tuple(shown), tuple(left))


def _with_items(group: BriefGroup, some: Sequence[int]) -> BriefGroup:
    return replace(group, items=tuple(group.items[index] for index in sorted(some)))
