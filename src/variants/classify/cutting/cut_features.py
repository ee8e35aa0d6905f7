"""Features of candidates and of equal words, as codes: small numbers with a weight each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from variants.classify.cutting.area_table import (
    WEAK,
    AreaTable,
    Doubles,
    Flags,
    Numbers,
    Tokens,
)
from variants.classify.cutting.phrase_pairs import PhrasePairs, outside
from variants.classify.cutting.word_traits import PARTS, SORT, SORTS

_SORTS = len(SORTS)
_NONE = SORT["none"]
_EDGE = SORT["edge"]
_GROUPS = 5
_GROUP = np.array(
    [
        1
        if name in {"content word", "number", "-ly", "-ed", "-ing"}
        else 2
        if name in {"mark", "comma"}
        else 3 + (name == "none")
        if name in {"edge", "none"}
        else 0
        for name in SORTS
    ]
)
"""Coarse class: function word, content word, punctuation, edge, none."""

_COUNTED = (
    *("determiner", "preposition", "auxiliary", "conjunction", "pronoun", "negation"),
    *("modal", "to", "possessive", "adverb", "-ly", "number"),
)
_NEAR, _AKIN = 0.7, 0.45  # Relations of words that count as near and as akin.


class Code(NamedTuple):
    """Codes of one feature.

    Attributes:
        name: The feature; two sides or ends of a candidate can share one.
        size: Number of codes.
        codes: One for each candidate, from 0 to below ``size``, shape (candidates,).
    """

    name: str
    size: int
    codes: Numbers


class LinkSums(NamedTuple):
    """Sums over the cells of an area, from ``AreaTable.sums``.

    Attributes:
        linked: Probabilities of links.
        near: Number of cells with nearly synonymous words.
        akin: Number of cells with words of similar meaning, those nearly synonymous included.
        opposed: Number of cells with antonyms.
    """

    linked: Doubles
    near: Doubles
    akin: Doubles
    opposed: Doubles


def link_sums(table: AreaTable) -> LinkSums:
    """Return the sums that the features need."""
    kin = table.kin
    return LinkSums(*table.sums(np.stack((table.linked, kin >= _NEAR, kin >= _AKIN, kin < 0))))


def candidate_codes(found: PhrasePairs, sums: LinkSums) -> Iterator[Code]:
    """Yield the features of candidates."""
    facts = _Facts(found, sums)
    yield from _sizes(facts)
    yield from _borders(facts)
    yield from _links(facts)
    yield from _ends(facts)
    yield from _neighbours(facts)
    yield from _context(facts)
    yield from _counts(facts)
    yield from _kin(facts)
    yield from _parts(facts)


class _Side:
    """One side of candidates.

    Attributes:
        tokens: The tokens of the table.
        first: Index of the first token of each candidate.
        after: Index of the token after the last.
        filled: True if there is a token.
    """

    def __init__(self, tokens: Tokens, first: Numbers, after: Numbers) -> None:
        self.tokens, self.first, self.after = tokens, first, after
        self.last = after - 1
        self.filled: Flags = after > first
        self.words = self.count(tokens.is_word)
        self.content = self.count(tokens.bears_sense)

    def count(self, column: Numbers) -> Numbers:
        """Return the sum of a column over each candidate."""
        sums = np.concatenate([[0], np.cumsum(column)])
        counted: Numbers = sums[self.after] - sums[self.first]
        return counted

    def at_first(self, column: Numbers, none: int) -> Numbers:
        """Return the value at the first token."""
        return np.where(self.filled, column[self.first], none)

    def at_last(self, column: Numbers, none: int) -> Numbers:
        """Return the value at the last token."""
        return np.where(self.filled, column[self.last], none)


class _Facts:
    """Values that several features need."""

    def __init__(self, found: PhrasePairs, sums: LinkSums) -> None:
        self.found, self.sums, self.table = found, sums, found.table
        self.seed = _Side(found.table.seed, *found.seed_places())
        self.other = _Side(found.table.other, *found.other_places())
        self.sides = (self.seed, self.other)
        self.both = self.seed.filled & self.other.filled
        self.most = np.maximum(self.seed.words, self.other.words)
        self.least = np.minimum(self.seed.words, self.other.words)
        single = self.most == 1
        some = np.where(self.least == 1, 1, 2)
        alone = np.where(single, 3, 4)
        self.shape = np.where(self.both, np.where(single, 0, some), alone)
        self.size = np.where(self.both, np.where(single, 1, 2), 0)
        self.left = self._context(found.cell(found.i - 1, found.k - 1), self.before())
        self.right = self._context(found.cell(found.j, found.l), self.after())

    def before(self) -> tuple[Numbers, Numbers]:
        """Return the classes of the words before the candidate."""
        mine, theirs = (side.tokens.sort[side.first - 1] for side in self.sides)
        return mine, theirs

    def after(self) -> tuple[Numbers, Numbers]:
        """Return the classes of the words after the candidate."""
        mine, theirs = (side.tokens.sort[side.after] for side in self.sides)
        return mine, theirs

    def _context(self, cells: Numbers, sorts: tuple[Numbers, Numbers]) -> Numbers:
        """Return the relation of two words beside the candidate.

        4 for an end of the bead, 3 for linked equal words, 2 for equal ones, 1 for another link.
        """
        linked = self.table.linked[cells]
        equal = np.where(linked >= _SURE, 3, 2)
        context = np.where(self.table.equal[cells], equal, linked > _LIKELY)
        found: Numbers = np.where((sorts[0] == _EDGE) & (sorts[1] == _EDGE), 4, context)
        return found

    def cells(self, values: Doubles, *, last: bool) -> Doubles:
        """Return the values of the cell of both first words, or of both last words."""
        found = self.found
        cell = found.cell(found.j - 1, found.l - 1) if last else found.cell(found.i, found.k)
        return np.where(self.both, values[cell], 0.0)


def _sizes(facts: _Facts) -> Iterator[Code]:
    mine, theirs = facts.sides
    yield Code("words", 49, np.minimum(mine.words, 6) * 7 + np.minimum(theirs.words, 6))
    content = np.minimum(mine.content, 4) * 5 + np.minimum(theirs.content, 4)
    yield Code("content", 25, content)
    words = np.minimum(mine.words, 3) * 4 + np.minimum(theirs.words, 3)
    content = np.minimum(mine.content, 2) * 3 + np.minimum(theirs.content, 2)
    yield Code("words, content", 144, words * 9 + content)


def _borders(facts: _Facts) -> Iterator[Code]:
    """Yield the classes of the words on either side of each border."""
    pairs = _SORTS * _SORTS
    ends = []
    for side in facts.sides:
        sort = side.tokens.sort
        first, last = side.at_first(sort, _NONE), side.at_last(sort, _NONE)
        yield Code("start", pairs, sort[side.first - 1] * _SORTS + first)
        yield Code("end", pairs, last * _SORTS + sort[side.after])
        ends.append((first, last))
    (first, last), (first_other, last_other) = ends
    yield Code("first words", pairs, _unordered(first, first_other, _SORTS))
    yield Code("last words", pairs, _unordered(last, last_other, _SORTS))
    one_sided = np.minimum(first, first_other) * _SORTS + np.minimum(last, last_other)
    yield Code("one-sided", pairs + 1, np.where(facts.both, pairs, one_sided))


def _unordered(one: Numbers, other: Numbers, size: int) -> Numbers:
    pair: Numbers = np.minimum(one, other) * size + np.maximum(one, other)
    return pair


def _links(facts: _Facts) -> Iterator[Code]:
    """Yield how many links are inside, and how many lead outside."""
    found, sums, shape = facts.found, facts.sums, facts.shape
    inside = _bins(found.inside(sums.linked), (0.01, 0.55, 0.8, 1.2, 1.8, 2.5, 3.5))
    yield Code("links inside", 48, inside * 6 + np.minimum(facts.least, 5))
    mine, theirs = (_bins(links, _FEW) for links in outside(found, sums.linked))
    yield Code("links outside", 125, (mine * 5 + theirs) * 5 + shape)


_FEW = (0.01, 0.55, 0.8, 1.3)
_SOME = (0.01, 0.7)
_SURE, _LIKELY = 0.8, 0.6


def _bins(values: Doubles, limits: tuple[float, ...]) -> Numbers:
    """Return for each value the number of limits below it."""
    found: Numbers = np.searchsorted(np.array(limits), values, side="left")
    return found


def _ends(facts: _Facts) -> Iterator[Code]:
    """Yield how surely the words at both ends are linked."""
    table, found, sums = facts.table, facts.found, facts.sums.linked
    starts, stops = (
        _bins(facts.cells(table.linked, last=last), (0.01, 0.6, 0.8, 0.92))
        for last in (False, True)
    )
    yield Code("links at the ends", 125, (starts * 5 + stops) * 5 + facts.shape)
    for name, links, ends in (
        ("link of first", starts, [side.at_first for side in facts.sides]),
        ("link of last", stops, [side.at_last for side in facts.sides]),
    ):
        groups = [
            _GROUP[at(side.tokens.sort, _NONE)] for at, side in zip(ends, facts.sides, strict=True)
        ]
        coarse = np.where(facts.both, groups[0] * 2 + groups[1], 4)
        yield Code(name, 25, links * 5 + coarse)
    i, j, k, last = found.i, found.j, found.k, found.l
    mine, theirs = facts.sides
    rows = (
        ("first", mine, mine.first, (i, np.minimum(i + 1, j), k, last)),
        ("last", mine, mine.last, (np.maximum(j - 1, i), j, k, last)),
        ("first", theirs, theirs.first, (i, j, k, np.minimum(k + 1, last))),
        ("last", theirs, theirs.last, (i, j, np.maximum(last - 1, k), last)),
    )
    for name, side, at, cells in rows:
        here = found.between(sums, *cells)
        elsewhere = np.where(side.filled, side.tokens.mass[at] - here, 0.0)
        sort = np.where(side.filled, side.tokens.sort[at], _NONE)
        links = _bins(here, _SOME) * 3 + _bins(elsewhere, _SOME)
        yield Code(f"{name} word", 9 * _SORTS * 3, (links * _SORTS + sort) * 3 + facts.size)


def _neighbours(facts: _Facts) -> Iterator[Code]:
    """Yield whether the words before and after are linked to words inside."""
    found, sums = facts.found, facts.sums.linked
    i, j, k, last = found.i, found.j, found.k, found.l
    mine, theirs = facts.sides
    rows, columns = facts.table.rows[found.area], facts.table.columns[found.area]
    places = (
        ("before", mine, mine.first - 1, (np.maximum(i - 1, 0), i, k, last)),
        ("after", mine, mine.after, (j, np.minimum(j + 1, rows), k, last)),
        ("before", theirs, theirs.first - 1, (i, j, np.maximum(k - 1, 0), k)),
        ("after", theirs, theirs.after, (i, j, last, np.minimum(last + 1, columns))),
    )
    free = []
    for name, side, at, cells in places:
        best, sort = side.tokens.best[at], side.tokens.sort[at]
        links = _bins(found.between(sums, *cells), _SOME) * 3 + _bins(best, (0.3, 0.8))
        yield Code(f"word {name}", 9 * _SORTS * 3, (links * _SORTS + sort) * 3 + facts.size)
        free.append((best < WEAK).astype(np.int64))
    left = (free[0] * 2 + free[2]) * 5 + facts.shape
    right = (free[1] * 2 + free[3]) * 5 + facts.shape
    yield Code("free before", 100, left * 5 + facts.left)
    yield Code("free after", 100, right * 5 + facts.right)


def _context(facts: _Facts) -> Iterator[Code]:
    """Yield what is around a candidate: equal words, other links, an end of the bead."""
    left, right, shape = facts.left, facts.right, facts.shape
    yield Code("context", 125, (left * 5 + right) * 5 + shape)
    for name, context, sorts in (
        ("left", left, facts.before()),
        ("right", right, facts.after()),
    ):
        groups = _GROUP[sorts[0]] * _GROUPS + _GROUP[sorts[1]]
        yield Code(name, 125, context * 25 + groups)
    behind = [side.tokens.behind[side.first - 1] for side in facts.sides]
    ahead = [side.tokens.ahead[side.after] for side in facts.sides]
    yield Code("words since equal", 80, (behind[0] * 4 + behind[1]) * 5 + shape)
    yield Code("words to equal", 80, (ahead[0] * 4 + ahead[1]) * 5 + shape)


def _counts(facts: _Facts) -> Iterator[Code]:
    """Yield how many words of a class are on each side."""
    comma, mark = SORT["comma"], SORT["mark"]
    few = np.where(facts.both, np.where(facts.most <= _SHORT, 1, 2), 0)
    for name, sorts in (("comma", (comma,)), *((one, (SORT[one],)) for one in _COUNTED)):
        yield Code(f"number of {name}", 27, _pair_of_counts(facts, sorts) * 3 + few)
    yield Code("number of marks", 9, _pair_of_counts(facts, (comma, mark)))


_SHORT = 2


@cache
def _is_any_of(sorts: tuple[int, ...]) -> Numbers:
    """Return 1 at the numbers of some classes of words, 0 at the others."""
    found: Numbers = np.isin(np.arange(_SORTS), sorts).astype(np.int64)
    return found


def _pair_of_counts(facts: _Facts, sorts: tuple[int, ...]) -> Numbers:
    mine, theirs = (
        np.minimum(side.count(_is_any_of(sorts)[side.tokens.sort]), 2) for side in facts.sides
    )
    pair: Numbers = mine * 3 + theirs
    return pair


def _kin(facts: _Facts) -> Iterator[Code]:
    """Yield how near in meaning the words are."""
    found, sums, kin = facts.found, facts.sums, facts.table.kin
    near, akin, opposed = (
        np.rint(found.inside(one)).astype(np.int64) for one in (sums.near, sums.akin, sums.opposed)
    )
    counts = np.minimum(near, 2) * 3 + np.minimum(akin - near, 2)
    yield Code("kin inside", 90, (counts * 2 + np.minimum(opposed, 1)) * 5 + facts.shape)
    starts, stops = (
        _bins(facts.cells(kin, last=last), (-0.1, 0.2, 0.44, 0.69)) for last in (False, True)
    )
    yield Code("kin at the ends", 75, (starts * 5 + stops) * 3 + facts.size)
    zero = np.zeros_like(found.i)
    rows, columns = facts.table.rows[found.area], facts.table.columns[found.area]
    mine = found.between(sums.akin, found.i, found.j, zero, columns) - akin
    theirs = found.between(sums.akin, zero, rows, found.k, found.l) - akin
    pair = np.minimum(np.rint(mine), 2) * 3 + np.minimum(np.rint(theirs), 2)
    yield Code("kin outside", 45, pair.astype(np.int64) * 5 + facts.shape)


def _parts(facts: _Facts) -> Iterator[Code]:
    """Yield the parts of speech of the words at the borders."""
    pairs = PARTS * PARTS
    ends = []
    for side in facts.sides:
        part = side.tokens.part
        first, last = side.at_first(part, PARTS - 1), side.at_last(part, PARTS - 1)
        before, after = part[side.first - 1], part[side.after]
        yield Code("part at start", 3 * pairs, (before * PARTS + first) * 3 + facts.size)
        yield Code("part at end", 3 * pairs, (last * PARTS + after) * 3 + facts.size)
        ends.append((first, last))
    for name, n in (("parts of first", 0), ("parts of last", 1)):
        pair = _unordered(ends[0][n], ends[1][n], PARTS)
        yield Code(name, 3 * pairs, pair * 3 + facts.size)


def equal_words(table: AreaTable) -> PhrasePairs:
    """Return all pairs of equal words of each area that did not move, in order."""
    cells = np.flatnonzero(table.equal)
    area = np.searchsorted(table.cells_at, cells, side="right") - 1
    i, k = np.divmod(cells - table.cells_at[area], table.columns[area] + 2)
    kept = (i > 0) & (i <= table.rows[area]) & (k > 0) & (k <= table.columns[area])
    area, i, k = area[kept], i[kept] - 1, k[kept] - 1
    seed, other = table.seed.at[area] + i, table.other.at[area] + k
    word = table.seed.is_word[seed] * (1 - table.seed.moved[seed]) * (1 - table.other.moved[other])
    found = PhrasePairs(table, area, i, i + 1, k, k + 1)
    return found.where(word > 0)


def equal_codes(words: PhrasePairs) -> Iterator[Code]:
    """Yield the features of equal words."""
    table = words.table
    width = table.columns[words.area] + 2
    cell = words.cell(words.i, words.k)
    seed, other = words.seed_places()[0], words.other_places()[0]
    state = np.where(table.in_chain[cell], 2, np.where(table.linked[cell] > 0, 1, 0))
    before, after = cell - width - 1, cell + width + 1
    chained = table.in_chain[before] * 2 + table.in_chain[after]
    sort, content = table.seed.sort[seed], table.seed.bears_sense[seed]
    yield Code("equal word", 12 * _SORTS, (state * _SORTS + sort) * 4 + chained)
    first = (table.seed.sort[seed - 1] == _EDGE) & (table.other.sort[other - 1] == _EDGE)
    last = (table.seed.sort[seed + 1] == _EDGE) & (table.other.sort[other + 1] == _EDGE)
    left, right = table.equal[before] + 2 * first, table.equal[after] + 2 * last
    yield Code("equal word and neighbours", 54, ((state * 2 + content) * 3 + left) * 3 + right)
    sure = _bins(table.linked[cell], (0.01, 0.8, 0.95))
    yield Code("link of equal word", 8, sure * 2 + content)
