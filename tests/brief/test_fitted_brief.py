from __future__ import annotations

import pytest

from variants.brief import BriefGroup, BriefItem, BriefShare, Change, fit_brief
from variants.brief.leftover_text import leftover_lines
from variants.types.sense import SenseSort


def _group(sort: SenseSort, *probabilities: float) -> BriefGroup:
    return BriefGroup(
        sort,
        whole=False,
        items=tuple(
            BriefItem(
                Change.REPLACED,
                f"seed {p}",
                "other",
                (BriefShare(("A",), (f"{int(100 * p)}",)),),
                p,
            )
            for p in probabilities
        ),
    )


_NUMBERS = _group(SenseSort.NUMBER, 0.9, 0.8, 0.3)
_NAMES = _group(SenseSort.NAME, 0.7, 0.2)


def _kept(groups: tuple[BriefGroup, ...]) -> list[list[float]]:
    return [[item.probability for item in group.items] for group in groups]


@pytest.mark.parametrize(
    ("lines", "shown", "left"),
    [
        (9, [[0.9, 0.8, 0.3], [0.7, 0.2]], []),
        (3, [[0.9, 0.8], [0.7]], [[0.3], [0.2]]),
        (1, [[0.9]], [[0.8, 0.3], [0.7, 0.2]]),
        (0, [], [[0.9, 0.8, 0.3], [0.7, 0.2]]),
    ],
)
def test_each_group_has_its_heaviest_item_before_any_has_a_second(
    lines: int, shown: list[list[float]], left: list[list[float]]
) -> None:
    fitted = fit_brief([_NUMBERS, _NAMES], lines, lambda group: len(group.items))

    assert (_kept(fitted.shown), _kept(fitted.left)) == (shown, left)


def test_what_does_not_fit_is_counted_by_sort_and_by_part_of_the_text() -> None:
    assert leftover_lines([_NUMBERS, _NAMES], 100, "variants compare --sense") == [
        "not listed  5 differences: Numbers 3 · Names 2",
        "in sentences  1–20: 1 · 21–40: 1 · 61–80: 2 · 81–100: 1",
        "all of them  variants compare --sense",
    ]


def test_nothing_is_said_if_everything_is_listed() -> None:
    assert leftover_lines([], 100) == []


def test_a_long_group_leaves_room_for_others() -> None:
    heavy = _group(SenseSort.LEFT_OUT, *(0.99 - n / 100 for n in range(20)))
    light = _group(SenseSort.NUMBER, 0.3, 0.3, 0.3, 0.3, 0.3)

    fitted = fit_brief([heavy, light], 9, lambda group: len(group.items))

    assert [len(group.items) for group in fitted.shown] == [5, 4]
