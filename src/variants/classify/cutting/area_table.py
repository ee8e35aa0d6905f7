"""Areas of many beads as flat arrays: tokens, and cells of seed and other token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from variants.classify.cutting.areas import AnchoredWords, Area
from variants.classify.cutting.word_traits import EDGE, WordTraits
from variants.types.words import Link, Token, WordAlignment

Numbers: TypeAlias = npt.NDArray[np.int64]
Doubles: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

WEAK = 0.3
"""Probability below which a word counts as unlinked."""

_FAR = 3  # Distance from the next equal word from which it makes no difference.


_COLUMNS = (
    *("sort", "part", "is_word", "bears_sense", "key", "best", "mass", "behind", "ahead"),
    "moved",
)
_OUTSIDE = (*EDGE, 0, 0, -1, 1.0, 0.0, 0, 0, 0)
_UNLINKED = (0.0, 0.0)

_Strengths: TypeAlias = dict[int, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one side of all areas, each area with the token before and the one after.

    Attributes:
        at: Index of the first token of each area.
        sort: Class of each token, a number of ``word_traits``.
        part: Part of speech, a number of ``word_traits``.
        is_word: 1 for a word, 0 for punctuation.
        bears_sense: 1 if it is a content word or a number.
        key: Number of its key.
        best: Probability of its best link in the bead.
        mass: Sum of the probabilities of its links.
        behind: Tokens since the last one with an equal counterpart, at most 3.
        ahead: Tokens to the next one.
        moved: 1 if its counterpart is elsewhere.
    """

    at: Numbers
    sort: Numbers
    part: Numbers
    is_word: Numbers
    bears_sense: Numbers
    key: Numbers
    best: Doubles
    mass: Doubles
    behind: Numbers
    ahead: Numbers
    moved: Numbers


@dataclass(frozen=True, slots=True)
class AreaTable:
    """Many areas.

    Arrays of cells have for each area its tokens and the two outside as rows (seed) and columns
    (other). Tables of sums have one row and one column less: the sum of the cells before.

    Attributes:
        areas: The areas.
        seed: Tokens of the seed.
        other: Tokens of the other side.
        rows: Number of seed tokens of each area.
        columns: Number of other tokens of each area.
        cells_at: Index of the first cell of each area.
        sums_at: Index of the first sum of each area.
        linked: Probability of the link of each cell, 0 for none.
        equal: True for cells of equal keys.
        in_chain: True for cells of equal keys whose link is in the chain.
        kin: Relation of the words of each cell, from 1 for synonyms down to 0 for none; -1 for
            antonyms.
        crossing: Sum of the probabilities of links that a cut at each place would part.
    """

    areas: list[Area]
    seed: Tokens
    other: Tokens
    rows: Numbers
    columns: Numbers
    cells_at: Numbers
    sums_at: Numbers
    linked: Doubles
    equal: Flags
    in_chain: Flags
    kin: Doubles
    crossing: Doubles

    def sums(self, cells: npt.NDArray[np.generic]) -> Doubles:
        """Return for each place of each area the sum of the cells before it.

        It is the summed-area table of Crow (1984), by which the sum over any rectangle of cells
        takes four lookups.

        Args:
            cells: A value for each cell of all areas, shape (..., cells).

        Returns:
            The sums, shape (..., places).
        """
        others = cells.shape[:-1]
        count = int((self.rows + 1) @ (self.columns + 1)) if len(self.rows) else 0
        sums = np.zeros((*others, count))
        for members, height, width in self.shapes():
            of_cells = self.cells_at[members][:, None] + np.arange((height + 2) * (width + 2))
            shape = *others, len(members), height + 2, width + 2
            values = cells[..., of_cells].reshape(shape)[..., :-1, :-1].astype(np.float64)
            values[..., 0, :] = values[..., 0] = 0.0
            found = values.cumsum(axis=-2).cumsum(axis=-1)
            places = self.sums_at[members][:, None] + np.arange((height + 1) * (width + 1))
            sums[..., places] = found.reshape(*others, len(members), -1)
        return sums

    def places(self) -> tuple[Numbers, Numbers, Numbers]:
        """Return the area of each place, and the tokens before it on each side; shape (places,)."""
        width = self.columns + 1
        counts = (self.rows + 1) * width
        area = np.repeat(np.arange(len(counts)), counts)
        before, before_other = np.divmod(np.arange(len(area)) - self.sums_at[area], width[area])
        return area, before, before_other

    def last_places(self) -> Numbers:
        """Return the last place of each area, shape (areas,)."""
        last: Numbers = self.sums_at + (self.rows + 1) * (self.columns + 1) - 1
        return last

    def shapes(self) -> Iterable[tuple[Numbers, int, int]]:
        """Yield for each size of areas their numbers, and their rows and columns."""
        order = np.lexsort((self.columns, self.rows))
        rows, columns = self.rows[order], self.columns[order]
        new = np.flatnonzero((np.diff(rows) != 0) | (np.diff(columns) != 0)) + 1
        for members in np.split(order, new):
            if len(members):
                yield members, int(self.rows[members[0]]), int(self.columns[members[0]])


class TableBuilder:
    """Collects the areas of one bead after another.

    Args:
        traits: Traits of the words.
    """

    def __init__(self, traits: WordTraits) -> None:
        self.traits = traits
        self.areas: list[Area] = []
        self.rows: tuple[list[tuple[float, ...]], list[tuple[float, ...]]] = ([], [])
        self.at: tuple[list[int], list[int]] = ([], [])
        self.cells: list[tuple[int, float, bool]] = []  # Cell, probability, crosses the chain.
        self.chained: list[int] = []
        self.corners: list[int] = []
        self.cell_count = 0
        self.numbers: dict[str, int] = {}

    def add(self, bead: AnchoredWords, equal: Sequence[Link], areas: Sequence[Area]) -> None:
        """Add areas of a bead.

        Args:
            bead: The bead.
            equal: The links of its chain between equal words.
            areas: Some of its areas.
        """
        if not areas:
            return
        strengths = _strengths(bead.words)
        anchors = {link.seed for link in equal}, {link.other for link in equal}
        sides = bead.words.seed, bead.words.other
        chained = {(link.seed, link.other) for link in equal}
        for area in areas:
            i, j, k, last = area
            self.areas.append(area)
            for side, start, stop in ((0, i, j), (1, k, last)):
                rows, tokens = self.rows[side], sides[side]
                rows.append(self._row(tokens, start - 1))
                self.at[side].append(len(rows))
                inside = range(start, stop)
                behind = _distances(inside, anchors[side])
                ahead = _distances(inside[::-1], anchors[side])[::-1]
                moved, strength = bead.moved[side], strengths[side]
                for n, before, after in zip(inside, behind, ahead, strict=True):
                    token = tokens[n]
                    key = self.numbers.setdefault(token.key, len(self.numbers))
                    linked = strength.get(n, _UNLINKED)
                    row = (*self.traits.of(token), key, *linked, before, after, n in moved)
                    rows.append(row)
                rows.append(self._row(tokens, stop))
            self._add_cells(bead, area, chained)

    def _row(self, tokens: Sequence[Token], n: int) -> tuple[float, ...]:
        """Return the row of a token outside of an area, which is equal or does not exist."""
        if not 0 <= n < len(tokens):
            return _OUTSIDE
        return (*self.traits.of(tokens[n]), -1, 1.0, 0.0, 0, 0, 0)

    def _add_cells(self, bead: AnchoredWords, area: Area, chained: set[tuple[int, int]]) -> None:
        i, j, k, last = area
        start, width = self.cell_count, last - k + 2
        self.cell_count += (j - i + 2) * width
        inside = [link for link in bead.chain if i <= link.seed < j and k <= link.other < last]
        for link in bead.words.links:
            if i <= link.seed < j and k <= link.other < last:
                cell = start + (link.seed - i + 1) * width + link.other - k + 1
                unfit = link.seed in bead.moved[0] or link.other in bead.moved[1]
                if not unfit:
                    self.cells.append((cell, link.probability, _crosses(link, inside)))
                if (link.seed, link.other) in chained:
                    self.chained.append(cell)
        if i:
            self.corners.append(start)
        if j < len(bead.words.seed):
            self.corners.append(self.cell_count - 1)

    def table(self) -> AreaTable:
        """Return the areas as arrays."""
        seed, other = (_tokens(rows, at) for rows, at in zip(self.rows, self.at, strict=True))
        rows = np.array([area.j - area.i for area in self.areas], dtype=np.int64)
        columns = np.array([area.l - area.k for area in self.areas], dtype=np.int64)
        linked, fitting = np.zeros(self.cell_count), np.zeros(self.cell_count)
        for cell, probability, crosses in self.cells:
            linked[cell] = probability
            fitting[cell] = 0.0 if crosses else probability
        in_chain = np.zeros(self.cell_count, dtype=np.bool_)
        in_chain[self.chained] = in_chain[self.corners] = True
        linked[self.corners] = 1.0
        table = AreaTable(
            self.areas,
            seed,
            other,
            rows,
            columns,
            _starts((rows + 2) * (columns + 2)),
            _starts((rows + 1) * (columns + 1)),
            linked,
            np.zeros(0, dtype=np.bool_),
            in_chain,
            np.zeros(0),
            np.zeros(0),
        )
        return replace(
            table,
            equal=_equal_cells(table, self.corners),
            kin=self._kin_cells(table),
            crossing=_crossing(table, fitting),
        )

    def _kin_cells(self, table: AreaTable) -> Doubles:
        """Return the relations of the different content words of each area."""
        found = np.zeros(self.cell_count)
        kin = self.traits.kin
        if kin is None:
            return found
        words = list(self.numbers)
        seed, other = _content_words(table.seed, words), _content_words(table.other, words)
        areas = (table.rows, table.columns, table.cells_at, table.seed.at, table.other.at)
        for rows, columns, cells, first, first_other in zip(
            *(numbers.tolist() for numbers in areas), strict=True
        ):
            theirs_here = other[first_other : first_other + columns]
            content = [(k, word) for k, word in enumerate(theirs_here) if word]
            for i, mine in enumerate(seed[first : first + rows]):
                cell = cells + (i + 1) * (columns + 2) + 1
                for k, theirs in content if mine else ():
                    if mine != theirs:
                        found[cell + k] = kin.relation(mine, theirs) or 0.0
        return found


def _content_words(tokens: Tokens, words: Sequence[str]) -> list[str]:
    """Return the key of each token that bears sense; "" for others."""
    pairs = zip(tokens.bears_sense.tolist(), tokens.key.tolist(), strict=True)
    return [words[key] if bears else "" for bears, key in pairs]


def _strengths(words: WordAlignment) -> tuple[_Strengths, _Strengths]:
    """Return for each linked token of each side its best link and the sum of its links."""
    found: tuple[_Strengths, _Strengths] = ({}, {})
    seed, other = found
    for link in words.links:
        i, k, probability = link.seed, link.other, link.probability
        known = seed.get(i)
        seed[i] = (probability, probability) if known is None else _stronger(known, probability)
        known = other.get(k)
        other[k] = (probability, probability) if known is None else _stronger(known, probability)
    return found


def _stronger(known: tuple[float, float], probability: float) -> tuple[float, float]:
    best, mass = known
    return max(best, probability), mass + probability


def _distances(order: Iterable[int], anchors: set[int]) -> list[int]:
    """Return for each token its distance from the last anchor in this order, at most 3."""
    found = []
    distance = 0
    for n in order:
        distance = 0 if n in anchors else min(distance + 1, _FAR)
        found.append(distance)
    return found


def _crosses(link: Link, chained: Iterable[Link]) -> bool:
    return any((one.seed - link.seed) * (one.other - link.other) < 0 for one in chained)


def _starts(sizes: Numbers) -> Numbers:
    """Return the sum of the sizes before each."""
    return np.concatenate([[0], np.cumsum(sizes)])[:-1].astype(np.int64)


def _tokens(rows: Sequence[tuple[float, ...]], at: Sequence[int]) -> Tokens:
    values = np.array(rows, dtype=np.float64).reshape(-1, len(_COLUMNS))
    columns = dict(zip(_COLUMNS, values.T, strict=True))
    best, mass = columns.pop("best"), columns.pop("mass")
    whole = {name: column.astype(np.int64) for name, column in columns.items()}
    return Tokens(at=np.array(at, dtype=np.int64), best=best, mass=mass, **whole)


def _equal_cells(table: AreaTable, corners: Sequence[int]) -> Flags:
    """Return True for cells of equal keys, and for the equal words around an area."""
    equal = np.zeros(len(table.linked), dtype=np.bool_)
    for members, height, width in table.shapes():
        seed = table.seed.key[table.seed.at[members][:, None] + np.arange(height)]
        other = table.other.key[table.other.at[members][:, None] + np.arange(width)]
        cells = np.zeros((len(members), height + 2, width + 2), dtype=np.bool_)
        cells[:, 1:-1, 1:-1] = seed[:, :, None] == other[:, None]
        places = table.cells_at[members][:, None] + np.arange((height + 2) * (width + 2))
        equal[places] = cells.reshape(len(members), -1)
    equal[list(corners)] = True
    return equal


def _crossing(table: AreaTable, fitting: Doubles) -> Doubles:
    """Return for each place the sum of the links that a cut there would part."""
    before = table.sums(fitting)
    found = np.zeros(len(before))
    for members, height, width in table.shapes():
        places = table.sums_at[members][:, None] + np.arange((height + 1) * (width + 1))
        sums = before[places].reshape(-1, height + 1, width + 1)
        parted = sums[:, :, -1:] + sums[:, -1:, :] - 2 * sums
        found[places] = parted.reshape(len(members), -1)
    return found
