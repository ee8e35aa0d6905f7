"""Signs in small words that are compared by grade: quantity, frequency, duration, degree."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.denials import compare_denials, count_denials
from variants.classify.sense.lost_small_words import is_lost
from variants.classify.sense.scales import LEAST_GAP, SCALES, scale_gap
from variants.classify.sense.side_small_words import hints_small_word
from variants.classify.sense.signs import Sign
from variants.classify.sense.small_change import SmallChange

_FEW = 0.7
"""Grade below which a quantity is none, or almost none."""
_WIDE = {"quantity": 0.85, "frequency": 0.85, "duration": 2.5}
"""Distance beyond which words of a scale exclude each other: "few", "a few"."""
_SELDOM = 1.0
"""Highest grade of a frequency that denies."""


def scale_signs(aspect: str, change: SmallChange, contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of the words of one scale: the distance of both sides, or a loss."""
    words, sort = (change.seed_words, change.other_words), SCALES[aspect]
    if change.seed and change.other:
        gap = scale_gap(change.seed, change.other)
        if gap > LEAST_GAP and not (
            _is_neither(change, contrast) or _is_denied_twice(change, contrast)
        ):
            yield Sign(f"{aspect}.gap", gap, sort, *words)
            if gap > _WIDE.get(aspect, gap) and _exclude(change, contrast):
                yield Sign(f"{aspect}.opposite", 1.0, sort, *words)
    elif is_lost(aspect, change, contrast):
        alone = any(one.alone for one in (*change.seed, *change.other))
        yield Sign(f"{aspect}.one" if alone else f"{aspect}.one faint", 1.0, sort, *words)


def _is_neither(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if "neither" faces "not … either"."""
    grades = [{one.grade for one in side} for side in (change.seed, change.other)]
    is_pair = {0.0} in grades and any(len(side) > 1 for side in grades)
    return is_pair and count_denials(contrast.seed) == count_denials(contrast.other)


def _is_denied_twice(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if a word for none is denied besides: "none of them failed", "all came".

    The other side can have an affix instead: "none was harmed", "all were unharmed".
    """
    denials = compare_denials(contrast.seed, contrast.other)
    return any(
        max(one.grade for one in words) < _FEW
        and any(
            each.start in at
            for each in (
                *side.cancelled,
                *(one for one, partner in side.partners.items() if partner.base),
            )
        )
        for words, at, side in (
            (change.seed, contrast.seed_range, denials[0]),
            (change.other, contrast.other_range, denials[1]),
        )
    )


def _exclude(change: SmallChange, contrast: Contrast) -> bool:
    """Return True if only small words differ, and neither side denies more than the other.

    "None of them failed" is "all of them came", while "never" and "seldom" both deny.
    """
    seed, other = contrast.seed, contrast.other
    keys = [
        *(seed.keys[n] for n in contrast.seed_content),
        *(other.keys[m] for m in contrast.other_content),
    ]
    both_deny = all(one.grade <= _SELDOM for one in (*change.seed, *change.other))
    return (both_deny or count_denials(seed) == count_denials(other)) and all(
        hints_small_word(key, seed.language.tag) for key in keys
    )
