"""Very long sentences, cut into blocks that correspond to each other.

All pairs of words are considered, so memory grows with the product of both lengths. Sentences of
prose are far below the limit; a text without any full stop is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

MAX_CELLS = 250_000
"""Word pairs in a block: those of two sentences of 500 words."""
_MIDDLE = 0.4  # Distance from the middle of either side to a split, at most, as a share of it.

Block: TypeAlias = tuple[int, int, int, int]
"""Half-open ranges of words: ``i`` to ``j`` of the seed and ``k`` to ``l`` of the other side."""


def cut_blocks(
    seed: Sequence[int], other: Sequence[int], *, most: int = MAX_CELLS
) -> Iterator[Block]:
    """Split two word sequences into blocks of at most ``most`` word pairs, in order.

    A block is larger only if one side is a single word. It is split before a word that is unique
    on both sides, the nearest to the middle in an order that most of these words keep. Without
    such a word near the middle it is split in the middle.

    Args:
        seed: Words of the seed, as numbers.
        other: Words of the other side.
        most: Word pairs in a block.
    """
    waiting: list[Block] = [(0, len(seed), 0, len(other))]
    while waiting:
        i, j, k, last = waiting.pop()
        rows, columns = j - i, last - k
        if rows * columns <= most or min(rows, columns) <= 1:
            yield i, j, k, last
            continue
        row, column = _split_point(seed[i:j], other[k:last])
        waiting += [(i + row, j, k + column, last), (i, i + row, k, k + column)]


def _split_point(seed: Sequence[int], other: Sequence[int]) -> tuple[int, int]:
    """Return the place to split two sides at: inside both, near the middle."""

    def off(anchor: tuple[int, int]) -> float:
        return max(abs(anchor[0] / len(seed) - 0.5), abs(anchor[1] / len(other) - 0.5))

    nearest = min(_anchors(seed, other), key=off, default=(0, 0))
    return nearest if off(nearest) <= _MIDDLE else (len(seed) // 2, len(other) // 2)


def _anchors(seed: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """Return the longest common subsequence of words unique on both sides, as pairs of indices.

    This is patience diff, after Cohen.
    """
    counts, counts_other = Counter(seed), Counter(other)
    place = {word: k for k, word in enumerate(other) if counts_other[word] == 1}
    pairs = [(i, place[word]) for i, word in enumerate(seed) if counts[word] == 1 and word in place]
    ends: list[int] = []  # Last index on the other side of the best subsequence of each length.
    best: list[int] = []
    before: list[int] = []
    for n, (_, k) in enumerate(pairs):
        at = bisect_left(ends, k)
        before.append(best[at - 1] if at else -1)
        ends[at : at + 1], best[at : at + 1] = [k], [n]
    order = []
    n = best[-1] if best else -1
    while n >= 0:
        order.append(pairs[n])
        n = before[n]
    return order[::-1]
