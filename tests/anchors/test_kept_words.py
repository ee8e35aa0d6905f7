from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from variants.anchors.kept_words import find_kept_words

_stretches = st.lists(st.sampled_from("abcd"), max_size=6)


@given(_stretches, _stretches)
def test_possible_is_what_some_longest_common_part_says_and_sure_what_all_say(
    old: list[str], new: list[str]
) -> None:
    parts = _longest_common_parts(old, new)

    kept = find_kept_words(old, new)

    said = [dict(part) for part in parts]
    assert kept.possible == {
        i: tuple(sorted({part[i] for part in said if i in part}))
        for i in range(len(old))
        if any(i in part for part in said)
    }
    assert kept.sure == {i: j for i, j in said[0].items() if all(part.get(i) == j for part in said)}


def test_one_word_over_and_over_is_not_followed() -> None:
    kept = find_kept_words(["ha"] * 1100, ["ha"] * 1000)

    assert (kept.sure, kept.possible) == ({}, {})


def _longest_common_parts(old: list[str], new: list[str]) -> list[tuple[tuple[int, int], ...]]:
    """Return all longest common subsequences by exhaustive search."""
    parts: set[tuple[tuple[int, int], ...]] = {()}
    for i, j in product(range(len(old)), range(len(new))):
        if old[i] == new[j]:
            parts |= {(*p, (i, j)) for p in parts if not p or (p[-1][0] < i and p[-1][1] < j)}
    longest = max(len(part) for part in parts)
    return [part for part in parts if len(part) == longest]
