"""Which words of changed sentences were kept, and where they stand now.

A longest common part of two stretches is seldom the only one: of "the cat and the dog" and "the
dog", either "the" may have been kept. A diff shows one of them. Here all are followed, so that
what is sure can be told from what only may be (after Hunt and Szymanski 1977).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variants.types.span import Span

_MATCHES = 1_000_000
"""More pairs of equal words than this are not followed: the stretch is one word, over and over."""


@dataclass(frozen=True, slots=True)
class KeptWords:
    """What the words of an old stretch are in the new one.

    Attributes:
        sure: Old word to new word, where every longest common part says so.
        possible: Old word to new words, where some longest common part does.
    """

    sure: dict[int, int]
    possible: dict[int, tuple[int, ...]]


def forms_of(text: str, words: Sequence[Span]) -> list[str]:
    """The words as they are compared: letter by letter, however accents are encoded."""
    return [unicodedata.normalize("NFC", word.of(text)) for word in words]


def find_kept_words(old: Sequence[str], new: Sequence[str]) -> KeptWords:
    """Bring the words of a stretch together with the equal words of its later state.

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
    """Every pair of equal words, by old word, then by new word from the back."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        places[new[j]].append(j)
    if sum(len(places.get(word, ())) for word in old) > _MATCHES:
        return []
    return [(i, j) for i, word in enumerate(old) for j in places.get(word, ())]


def _ranks(matches: Sequence[tuple[int, int]]) -> list[int]:
    """For each match, how many can come before it in one common part."""
    lowest: list[int] = []  # For each rank, the first new word at which a match of it stands.
    ranks = []
    for _, j in matches:
        rank = bisect_left(lowest, j)
        lowest[rank : rank + 1] = [j]
        ranks.append(rank)
    return ranks
