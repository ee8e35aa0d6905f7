"""Differing characters of two words that are spellings or forms of one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, TypeAlias

from variants.types.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE_A_WORD = frozenset("-'’0123456789")
_ALONE, _IN_PHRASES = (4, 0.75), (6, 0.8)
"""Least length and least similarity of two words that are compared by characters.

Readers compare less similar words as wholes (battle, combat). In readings of several words, short
similar words need not correspond (they, them)."""
_LONGEST = 40
"""Characters of the longest word compared; no word of a language that has capitals is longer."""
_MOST_CHANGES = 2  # More changes in one word would be hard to see.
_MOST_WORDS = 12  # In longer readings similar words need not correspond.

CharacterSpans: TypeAlias = tuple[Span, ...]
"""Spans of a text in order, none of them empty."""


def character_differences(lemma: str, reading: str) -> tuple[CharacterSpans, CharacterSpans]:
    """Return the spans in which similar words of a lemma and a reading differ, on each side.

    Only words in scripts with upper and lower case are compared: a different digit means a
    different number, and letters of other scripts are joined. Differences in capitals alone are
    not returned, because they are easy to see.

    Examples:
        >>> character_differences("colour", "color")
        ((Span(start=4, end=5),), ())
        >>> character_differences("the advisers", "his advisors")
        ((Span(start=9, end=10),), (Span(start=9, end=10),))
        >>> character_differences("battle", "combat"), character_differences("1945", "1954")
        (((), ()), ((), ()))
    """
    seed, other = _words(lemma), _words(reading)
    both = {word for word, _ in seed} & {word for word, _ in other}
    seed = [word for word in seed if word[0] not in both]
    other = [word for word in other if word[0] not in both]
    found: list[tuple[Span, Span]] = []
    if max(len(seed), len(other)) <= _MOST_WORDS:
        least = _ALONE if len(lemma.split()) == len(reading.split()) == 1 else _IN_PHRASES
        for (one, start), (two, other_start) in _similar_pairs(seed, other, least):
            changes = _changes(one, two)
            if len(changes) <= _MOST_CHANGES:
                found += [(_shifted(a, start), _shifted(b, other_start)) for a, b in changes]
    return (
        tuple(sorted(span for span, _ in found if span.length)),
        tuple(sorted(span for _, span in found if span.length)),
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


_Word: TypeAlias = tuple[str, int]
"""A word and its start."""


def _words(text: str) -> list[_Word]:
    """Return the words that are compared, without parts of hyphened words and designations."""
    return [
        (found.group(), found.start())
        for found in _WORD.finditer(text)
        if len(found.group()) <= _LONGEST
        and all(letter.upper() != letter.lower() for letter in found.group())
        and _BESIDE_A_WORD.isdisjoint(text[max(0, found.start() - 1) : found.start()])
        and _BESIDE_A_WORD.isdisjoint(text[found.end() : found.end() + 1])
    ]


def _similar_pairs(
    seed: Sequence[_Word], other: Sequence[_Word], least: tuple[int, float]
) -> Iterator[tuple[_Word, _Word]]:
    """Yield pairs of words of which each is the most similar to the other."""
    length, similarity = least
    seed = [word for word in seed if len(word[0]) >= length]
    other = [word for word in other if len(word[0]) >= length]
    table = [[_similarity(one, two) for two, _ in other] for one, _ in seed]
    for i, row in enumerate(table):
        best = max(row, default=0.0)
        if best < similarity:
            continue
        k = row.index(best)
        mutual = max(line[k] for line in table) == best
        if mutual and seed[i][0].casefold() != other[k][0].casefold():
            yield seed[i], other[k]


_LEAST_SIMILAR = min(similarity for _, similarity in (_ALONE, _IN_PHRASES))


def _similarity(one: str, other: str) -> float:
    """Return 1 minus the share of characters to edit, or 0.0 if it is below every limit."""
    longest = max(len(one), len(other))
    # Most pairs differ by far: no diff is needed to see that.
    common = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    if common < _LEAST_SIMILAR * longest:
        return 0.0
    edits = sum(max(a.length, b.length) for a, b in _changes(one, other))
    return 1.0 - edits / longest


# Bounded in characters too, since words have at most _LONGEST of them.
@lru_cache(maxsize=4_096)
def _changes(one: str, other: str) -> tuple[tuple[Span, Span], ...]:
    """Return the changed, removed and inserted characters, as spans that correspond."""
    changes = []
    i = k = j = m = 0
    for operation, text in (*_differ().diff_main(one, other, checklines=False), (0, "")):
        if operation < 0:
            j += len(text)
        elif operation > 0:
            m += len(text)
        else:
            if (i, k) != (j, m):
                changes.append((Span(i, j), Span(k, m)))
            i, k = j + len(text), m + len(text)
            j, m = i, k
    return tuple(changes)


@cache
def _differ() -> Any:  # noqa: ANN401 - the library has no types
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - ``--help`` does not need it

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # Else a slow machine would get other spans than a fast one.
    return differ
