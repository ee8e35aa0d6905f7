"""Signs from the gap in meaning between the words of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.denials import is_denied
from variants.classify.sense.kin_signs import WordPair, pairs_of
from variants.classify.sense.meaning_gaps import meaning_gap
from variants.classify.sense.side_small_words import marks_at
from variants.classify.sense.signs import Sign
from variants.classify.sense.value_signs import may_change_values, value_pairs
from variants.languages.substitutes import substitutes_of

_OPPOSED = 2.5
"""Gap from which one word denies the other."""
_REWORDED = 1.0
"""Gap of two such words of which one is denied."""


def find_gap_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of the content words that face each other, as evidence for others.

    Words of values that are equal on both sides are left out: "knots", "miles an hour".
    """
    gaps = _gaps(contrast)
    if not gaps:
        return
    yield Sign("gap.most", max(gaps))
    yield Sign("gap.mean", sum(gaps) / len(gaps))
    if len(gaps) > 1:
        yield Sign("gap.sum", sum(gaps))
    if len(contrast.seed_content) == len(contrast.other_content) == 1:
        yield Sign("gap.single", gaps[0])


def _gaps(contrast: Contrast) -> list[float]:
    """Return the gap of each pair of content words; none for a language without a list."""
    tag = contrast.seed.language.tag
    seed, other = contrast.seed.keys, contrast.other.keys
    if not (contrast.seed_content and contrast.other_content) or substitutes_of(tag) is None:
        return []
    in_values, in_other_values = _equal_values(contrast)
    return [
        _REWORDED if gap > _OPPOSED and _is_denied_once(contrast, pair) else gap
        for pair in contrast.compare(pairs_of)
        if pair.seed not in in_values and pair.other not in in_other_values
        if not _are_in_one_phrase(contrast, pair)
        if (gap := meaning_gap(seed[pair.seed], other[pair.other], tag)) is not None
    ]


def _are_in_one_phrase(contrast: Contrast, pair: WordPair) -> bool:
    """Return True if two words are in phrases of one meaning: "provided that", "so long as"."""
    mine, theirs = (
        {mark.meaning for mark in marks_at(side, frozenset({n}))}
        for side, n in ((contrast.seed, pair.seed), (contrast.other, pair.other))
    )
    return not mine.isdisjoint(theirs)


def _is_denied_once(contrast: Contrast, pair: WordPair) -> bool:
    """Return True if one of two opposed words is denied: "forbidden", "never permitted"."""
    return is_denied(contrast.seed, pair.seed) != is_denied(contrast.other, pair.other)


def _equal_values(contrast: Contrast) -> tuple[set[int], set[int]]:
    """Return the indices of the words of equal values, of the seed and of the other side."""
    equal = value_pairs(contrast).equal if may_change_values(contrast) else ()
    mine, theirs = ({n for pair in equal for n in pair[side].core} for side in (0, 1))
    return mine, theirs
