"""Gap between the meanings of two words, without their sentences: 0 the same, 4 opposed.

A small model reads what the list of substitutes has for both words, and their kin. It is fitted by
``benchmarks/fit_meaning_gaps.py`` on pairs of words that were graded by hand.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from variants.classify.sense.sense_model import Tree
from variants.languages.kin import nearness
from variants.languages.substitutes import Substitutes, listed_grades, substitutes_of
from variants.languages.word_cache import WORD_CACHE_SIZE

_UNLISTED: Final = 1.7
"""Grade of a pair that no entry lists, between a nuance (1) and another fact (2)."""

PAIR_FEATURES: Final = (
    *("entries", "same", "near", "other", "mean grade", "shared same", "shared near"),
    *("shared other", "fewer words", "more words", "lower weight", "higher weight"),
    *("nearness", "letters"),
)


class GapModel(NamedTuple):
    """Fitted trees over the features of a pair of words.

    Attributes:
        start: Gap before any tree is read.
        trees: The trees, whose leaves are added.
    """

    start: float
    trees: tuple[Tree, ...]

    def gap(self, row: tuple[float, ...]) -> float:
        """Return the gap of a pair of words, from its values of ``PAIR_FEATURES``."""
        return self.start + sum([_leaf(tree, row) for tree in self.trees])


def _leaf(tree: Tree, row: tuple[float, ...]) -> float:
    while isinstance(tree, list):
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    return tree


def meaning_gap(one: str, other: str, tag: str) -> float | None:
    """Return the gap between two folded words; ``None`` for a language without a list."""
    return _gap(one, other, tag) if one <= other else _gap(other, one, tag)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _gap(one: str, other: str, tag: str) -> float | None:
    known = substitutes_of(tag)
    if known is None:
        return None
    row = pair_row(known.of(one), known.of(other), nearness(one, other, tag))
    return shipped_gaps().gap(row)


def pair_row(mine: Substitutes, theirs: Substitutes, near: float) -> tuple[float, ...]:
    """Return the values of ``PAIR_FEATURES`` of two words, in either order the same.

    Args:
        mine: The entry of one word.
        theirs: The entry of the other.
        near: Their nearness by the index.
    """
    listed = listed_grades(mine, theirs)
    around, around_other = mine.same | mine.near, theirs.same | theirs.near
    sizes = sorted((len(around), len(around_other)))
    weights = sorted((mine.weight, theirs.weight))
    return (
        mine.is_listed + theirs.is_listed,
        listed.count(0),
        listed.count(1),
        listed.count(2),
        sum(listed) / len(listed) if listed else _UNLISTED,
        _shared(mine.same, mine, theirs.same, theirs),
        _shared(around, mine, around_other, theirs),
        len(mine.other & around_other) + len(theirs.other & around),
        *sizes,
        *weights,
        near,
        Indel.normalized_similarity(mine.forms[0], theirs.forms[0]),
    )


def _shared(
    words: frozenset[str], mine: Substitutes, other_words: frozenset[str], theirs: Substitutes
) -> int:
    """Return the number of words that can stand for both; each stands for itself too."""
    return len(words.union(mine.forms) & other_words.union(theirs.forms))


@cache
def shipped_gaps() -> GapModel:
    """Return the model with the shipped weights."""
    text = files("variants.classify.sense").joinpath("meaning_gaps.json").read_text("utf-8")
    return read_gaps(text)


def read_gaps(text: str) -> GapModel:
    """Return the model in a file of weights."""
    fitted = json.loads(text)
    return GapModel(float(fitted["start"]), tuple(fitted["trees"]))
