"""Words of changed sentences that were kept, and their current positions.

The longest common subsequence is seldom unique: of "the cat and the dog" and "the dog", either
"the" may have been kept. A diff selects one. This module follows all of them, to distinguish
certain from possible correspondences (after Hunt and Szymanski 1977).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variants.types.span import Span

_MATCHES = 1_000_000
"""Most pairs of equal words; with more, the text is one word over and over and is skipped."""


@dataclass(frozen=True, slots=True)
class KeptWords:
    """Correspondence of old words to new words, by index.

    Attributes:
        sure: Old word to new word, equal in every longest common subsequence.
        possible: Old word to new words, in at least one of them.
    """

    sure: dict[int, int]
    possible: dict[int, tuple[int, ...]]


def forms_of(text: str, words: Sequence[Span]) -> list[str]:
    """Return the words in NFC, for comparison."""
    return [unicodedata.normalize("NFC", word.of(text)) for word in words]


def find_kept_words(old: Sequence[str], new: Sequence[str]) -> KeptWords:
    """Find the words of a text that were kept in its later state.

    Examples:
        >>> find_kept_words("not paper pilots but pilots".split(), "no pilots but pilots".split())
        KeptWords(sure={2: 1, 3: 2, 4: 3}, possible={2: (1,), 3: (2,), 4: (3,)})
        >>> find_kept_words("the cat the dog".split(), "the dog".split())
        KeptWords(sure={3: 1}, possible={0: (0,), 2: (0,), 3: (1,)})
    """
    matches = _matches(old, new)
    ranks = _ranks(matches)
    turned = [(len(old) - 1 - i, len(new) - 1 - j) for i, j in reversed(matches)]
    after = _ranks(turned)[::-1]
    longest = max(ranks, default=-1)
    by_rank: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for match, rank, rest in zip(matches, ranks, after, strict=True):
        if rank + rest == longest:
            by_rank[rank].append(match)
    possible: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(match for same in by_rank.values() for match in same):
        possible[i].append(j)
    return KeptWords(
        dict(sorted(same[0] for same in by_rank.values() if len(same) == 1)),
        {i: tuple(places) for i, places in possible.items()},
    )


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return every pair of equal words, by old word, then by new word descending."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        places[new[j]].append(j)
    if sum(len(places.get(word, ())) for word in old) > _MATCHES:
        return []
    return [(i, j) for i, word in enumerate(old) for j in places.get(word, ())]


def _ranks(matches: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each match the number that can precede it in a common subsequence."""
    lowest: list[int] = []  # For each rank, the first new word of a match with that rank.
    ranks = []
    for _, j in matches:
        rank = bisect_left(lowest, j)
        lowest[rank : rank + 1] = [j]
        ranks.append(rank)
    return ranks
