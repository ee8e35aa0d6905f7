"""The letters in which two spellings or forms of a word differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, TypeAlias

from variants.types.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE_A_WORD = frozenset("-'’0123456789")
_ALONE, _IN_PHRASES = (4, 0.75), (6, 0.8)
"""Letters and likeness from which two words are nearly the same: below, people compare words
and not letters (battle, combat). In longer readings nothing else says that they are
counterparts (they, them)."""
_MOST_CHANGES = 2  # More in one word are confetti.
_MOST_WORDS = 12  # In longer readings words that are alike need not be counterparts.

Characters: TypeAlias = tuple[Span, ...]
"""Stretches of a text, in order; none of them is a point."""


@lru_cache(maxsize=20_000)
def character_differences(lemma: str, reading: str) -> tuple[Characters, Characters]:
    """Where words of a lemma and of a reading differ that are nearly the same, on each side.

    Looked at are words of letters that have capitals: in figures another sign is another
    number, and other scripts join their letters. Of words that differ in capitals alone
    nothing is told: everybody sees it.

    Examples:
        >>> character_differences("colour", "color")
        ((Span(start=4, end=5),), ())
        >>> character_differences("the advisers", "his advisors")
        ((Span(start=9, end=10),), (Span(start=9, end=10),))
        >>> character_differences("battle", "combat"), character_differences("1945", "1954")
        (((), ()), ((), ()))
    """
    mine, theirs = _words(lemma), _words(reading)
    both = {word for word, _ in mine} & {word for word, _ in theirs}
    mine = [one for one in mine if one[0] not in both]
    theirs = [one for one in theirs if one[0] not in both]
    found: list[tuple[Span, Span]] = []
    if max(len(mine), len(theirs)) <= _MOST_WORDS:
        least = _ALONE if len(lemma.split()) == len(reading.split()) == 1 else _IN_PHRASES
        for (one, at), (other, there) in _alike(mine, theirs, least):
            changes = list(_changes(one, other))
            if len(changes) <= _MOST_CHANGES:
                found += [(_moved(a, at), _moved(b, there)) for a, b in changes]
    return (
        tuple(sorted(span for span, _ in found if span.length)),
        tuple(sorted(span for _, span in found if span.length)),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


_Word: TypeAlias = tuple[str, int]
"""A word and where it begins."""


def _words(text: str) -> list[_Word]:
    """The words that may be looked at; parts of designations and of hyphened words may not."""
    return [
        (found.group(), found.start())
        for found in _WORD.finditer(text)
        if all(letter.upper() != letter.lower() for letter in found.group())
        and _BESIDE_A_WORD.isdisjoint(text[max(0, found.start() - 1) : found.start()])
        and _BESIDE_A_WORD.isdisjoint(text[found.end() : found.end() + 1])
    ]


def _alike(
    mine: Sequence[_Word], theirs: Sequence[_Word], least: tuple[int, float]
) -> Iterator[tuple[_Word, _Word]]:
    """Pairs of words that are nearly the same, each the likest to the other."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - ``--help`` does without it

    letters, alike = least
    mine = [one for one in mine if len(one[0]) >= letters]
    theirs = [one for one in theirs if len(one[0]) >= letters]
    likeness = [
        [Levenshtein.normalized_similarity(one, other) for other, _ in theirs] for one, _ in mine
    ]
    for i, row in enumerate(likeness):
        best = max(row, default=0.0)
        if best < alike:
            continue
        j = row.index(best)
        the_likest = max(line[j] for line in likeness) == best
        if the_likest and mine[i][0].casefold() != theirs[j][0].casefold():
            yield mine[i], theirs[j]


def _changes(one: str, other: str) -> Iterator[tuple[Span, Span]]:
    """What is changed, left out and put in, as stretches that face each other."""
    i = k = j = m = 0
    steps: list[tuple[int, str]] = [*_diff().diff_main(one, other, checklines=False), (0, "")]
    for sort, text in steps:
        if sort < 0:
            j += len(text)
        elif sort > 0:
            m += len(text)
        else:
            if (i, k) != (j, m):
                yield Span(i, j), Span(k, m)
            i, k = j + len(text), m + len(text)
            j, m = i, k


@cache
def _diff() -> Any:  # noqa: ANN401 - it carries no types
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - ``--help`` does without it

    return diff_match_patch()
