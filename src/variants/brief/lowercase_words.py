"""Words that a text also writes in lower case, so that they are not names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from variants.languages.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.2  # A name such as "Grant" may be a verb here and there.


def find_lowercase_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, folded, that are in lower case at a fifth of their places or more.

    Examples:
        >>> found = find_lowercase_words(["And he said, Go. They go. Lot went; the lot fell."])
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


def are_lowercase_words(words: str, lowercase: frozenset[str]) -> bool:
    """Return True if all words are among those in lower case; also if there are none."""
    return all(fold(word) in lowercase for word in _WORD.findall(words))
