"""Sentences of thousands of words cut into blocks that face each other.

All pairs of words are looked at, so that the room needed grows with the product of both lengths.
No sentence of prose comes near the limit; a text without any full stop does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

MOST_CELLS = 250_000
"""Pairs of words that are looked at together: those of two sentences of 500 words."""
_MIDDLE = 0.4  # How far from the middle of either side a block may be parted, as a share of it.

Block: TypeAlias = tuple[int, int, int, int]
"""Seed words from ``i`` to ``j`` and the other's from ``k`` to ``l``."""


def cut_blocks(
    seed: Sequence[int], other: Sequence[int], *, most: int = MOST_CELLS
) -> Iterator[Block]:
    """The two sides in blocks, in order, of so many cells at most or with one word on a side.

    A block that is too large is parted before a word that stands once on both sides of it, as
    near to its middle as there is one in an order that most such words keep; else in the middle.

    Args:
        seed: Words, as numbers.
        other: The other side's.
        most: Pairs of words in a block.
    """
    waiting: list[Block] = [(0, len(seed), 0, len(other))]
    while waiting:
        i, j, k, last = waiting.pop()
        rows, columns = j - i, last - k
        if rows * columns <= most or min(rows, columns) <= 1:
            yield i, j, k, last
            continue
        row, column = _parting(seed[i:j], other[k:last])
        waiting += [(i + row, j, k + column, last), (i, i + row, k, k + column)]


def _parting(seed: Sequence[int], other: Sequence[int]) -> tuple[int, int]:
    """Where to part two sides: inside both, near the middle."""

    def off(anchor: tuple[int, int]) -> float:
        return max(abs(anchor[0] / len(seed) - 0.5), abs(anchor[1] / len(other) - 0.5))

    nearest = min(_anchors(seed, other), key=off, default=(0, 0))
    return nearest if off(nearest) <= _MIDDLE else (len(seed) // 2, len(other) // 2)


def _anchors(seed: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """The longest order of words that stand once on each side (patience diff, after Cohen)."""
    counts, counts_other = Counter(seed), Counter(other)
    place = {word: k for k, word in enumerate(other) if counts_other[word] == 1}
    pairs = [(i, place[word]) for i, word in enumerate(seed) if counts[word] == 1 and word in place]
    ends: list[int] = []  # Of the best order of each length, its last place on the other side.
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
