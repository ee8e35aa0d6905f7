"""Common words of texts: they also occur without a capital, as names do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from variants.languages.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.2  # A name such as "Grant" may be a common word here and there.


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words of which a fifth or more have no capital.

    Examples:
        >>> found = common_words(["And he said, Go. They go. Lot went; the lot fell."])
        >>> sorted(found & {"go", "lot", "said"})
        ['go', 'lot', 'said']
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(text))
    everywhere: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for word, count in counts.items():
        key = fold(word)
        everywhere[key] += count
        if word.islower():
            small[key] += count
    return frozenset(word for word, count in small.items() if count >= _SHARE * everywhere[word])


def are_common(words: str, common: frozenset[str]) -> bool:
    """Return True if all words are common; also if there are none."""
    return all(fold(word) in common for word in _WORD.findall(words))
