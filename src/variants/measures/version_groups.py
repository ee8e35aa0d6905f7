"""Dendrogram of versions by average linkage, and the versions that go together.

Average linkage is UPGMA: Sokal and Michener, "A statistical method for evaluating systematic
relationships", University of Kansas Science Bulletin 38, 1958.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

from variants.types.version_measures import Merge

_CLEAR = 0.05  # Least difference of agreement between two steps that separates groups.
_DIGITS = 9  # So that rounding decides no tie.


def merge_versions(
    sigla: Sequence[str], share_of: Callable[[str, str], float | None]
) -> tuple[Merge, ...]:
    """Return the merges of a dendrogram, those of the highest agreement first.

    In each step the two groups with the highest mean agreement become one. Of several equal ones
    the first in the order of the document is taken. Versions without a passage in common agree
    in nothing.

    Args:
        sigla: The versions, in the order of the document.
        share_of: Function that returns the agreement of two versions.
    """
    groups: list[tuple[str, ...]] = [(siglum,) for siglum in sigla]
    mean = {
        frozenset(pair): share_of(pair[0][0], pair[1][0]) or 0.0 for pair in combinations(groups, 2)
    }
    merges = []
    while len(groups) > 1:
        found = {pair: round(mean[frozenset(pair)], _DIGITS) for pair in combinations(groups, 2)}
        left, right = max(found, key=lambda pair: found[pair])
        merge = Merge(left, right, mean[frozenset((left, right))])
        merges.append(merge)
        groups[groups.index(left)] = merge.sigla
        groups.remove(right)
        for other in groups:
            if other != merge.sigla:
                mean[frozenset((merge.sigla, other))] = (
                    len(left) * mean[frozenset((left, other))]
                    + len(right) * mean[frozenset((right, other))]
                ) / len(merge.sigla)
    return tuple(merges)


def clear_groups(merges: Sequence[Merge]) -> tuple[tuple[str, ...], ...]:
    """Return the versions that go together, each group in the order of its leaves.

    The dendrogram is cut at its largest step, if there the agreement falls by five points in a
    hundred or more. Versions that are alone are in no group. Two versions have no step.

    Examples:
        >>> clear_groups([Merge(("S",), ("A",), 0.9), Merge(("S", "A"), ("B",), 0.6)])
        (('S', 'A'),)
        >>> clear_groups([Merge(("S",), ("A",), 0.63), Merge(("S", "A"), ("B",), 0.6)])
        ()
    """
    steps = [one.share - next_one.share for one, next_one in pairwise(merges)]
    if not steps or max(steps) < _CLEAR:
        return ()
    kept = merges[: steps.index(max(steps)) + 1]
    inner = {side for merge in kept for side in (merge.left, merge.right)}
    return tuple(merge.sigla for merge in kept if merge.sigla not in inner)
