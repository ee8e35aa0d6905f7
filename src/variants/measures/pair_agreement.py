"""Agreement of every version with every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from variants.types.version_measures import PairAgreement

_Bags = Mapping[str, Counter[str]]


def measure_pairs(sigla: Sequence[str], passages: Iterable[_Bags]) -> tuple[PairAgreement, ...]:
    """Return the agreement of every version with every later one.

    The words of two versions are compared directly, in the passages in which both have words. In
    each, an equal word is as often shared as both have it. The order of words does not count. The
    cost grows with the number of passages and the square of the number of versions.

    Args:
        sigla: The versions, in the order of the document.
        passages: For each passage, the counted words of each version.
    """
    size = len(sigla)
    shared = np.zeros((size, size), np.int64)
    words, both = shared.copy(), shared.copy()
    for bags in passages:
        counts = _counts([bags[siglum] for siglum in sigla])
        totals = counts.sum(axis=1)
        present = totals > 0
        together = np.outer(present, present)
        both += together
        words += together * totals[:, None]
        # A row at a time: a cube of versions, versions and words could be large.
        for at in range(size):
            shared[at] += np.minimum(counts[at], counts).sum(axis=1)
    return tuple(
        PairAgreement(
            sigla[i],
            sigla[j],
            int(both[i, j]),
            int(shared[i, j]),
            int(words[i, j]),
            int(words[j, i]),
        )
        for i, j in combinations(range(size), 2)
    )


def _counts(bags: Sequence[Counter[str]]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return a row for each version, with the count of each word of the passage."""
    columns = {word: at for at, word in enumerate(dict.fromkeys(w for bag in bags for w in bag))}
    counts = np.zeros((len(bags), len(columns)), np.int64)
    for row, bag in zip(counts, bags, strict=True):
        for word, number in bag.items():
            row[columns[word]] = number
    return counts
