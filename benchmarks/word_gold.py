"""Pairs of sentences with manual word links, and the scores of found links on them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from gold import data
from variants.languages import fold

SETS = ("mtref-dev", "wiki-dev")
Links = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokenized sentences and their manual links."""

    seed: tuple[str, ...]
    other: tuple[str, ...]
    gold: Links

    @property
    def keys(self) -> tuple[list[str], list[str]]:
        """The folded words of both sentences."""
        return [fold(word) for word in self.seed], [fold(word) for word in self.other]

    def differ(self, link: tuple[int, int]) -> bool:
        """Return True if a link is between different words."""
        return self.seed[link[0]].casefold() != self.other[link[1]].casefold()


class Score(NamedTuple):
    """Scores in per cent.

    Precision and recall are computed for each pair over sure and possible links, and averaged.
    F1 is computed from the two averages. EM is the share of pairs whose links equal the gold
    links (the convention of the data's authors). Spurious is the share of linked words none of
    whose partners is a gold partner. "sub" are links between different words of all pairs.
    """

    precision: float
    recall: float
    f1: float
    exact: float
    spurious: float
    sub_precision: float
    sub_recall: float


def path_of(name: str) -> Path:
    """Return the path of a set."""
    return data().parent / "words" / f"{name}.tsv"


def read_pairs(name: str) -> list[Pair]:
    """Read the pairs of a set."""
    pairs = []
    for line in path_of(name).read_text("utf-8").splitlines():
        fields = line.split("\t")
        links = " ".join(fields[7:9]).split()
        gold = frozenset((int(i), int(j)) for i, _, j in (link.partition("-") for link in links))
        pairs.append(
            Pair(
                tuple(map(sys.intern, fields[1].split())),
                tuple(map(sys.intern, fields[3].split())),
                gold,
            )
        )
    return pairs


def score(pairs: Sequence[Pair], found: Sequence[Links]) -> Score:
    """Score the links of every pair."""
    both = list(zip(pairs, found, strict=True))
    precision = mean(_share(links & pair.gold, links) for pair, links in both)
    recall = mean(_share(links & pair.gold, pair.gold) for pair, links in both)
    found_links = [(pair, link) for pair, links in both for link in links if pair.differ(link)]
    right = sum(link in pair.gold for pair, link in found_links)
    gold = sum(pair.differ(link) for pair, _ in both for link in pair.gold)
    values = (
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        mean(links == pair.gold for pair, links in both),
        _spurious(both),
        right / len(found_links) if found_links else 0.0,
        right / gold,
    )
    return Score(*(100 * value for value in values))


def _spurious(both: Sequence[tuple[Pair, Links]]) -> float:
    shown = wrong = 0
    for pair, links in both:
        for side in (0, 1):
            linked = {link[side] for link in links}
            shown += len(linked)
            wrong += len(linked - {link[side] for link in links & pair.gold})
    return wrong / shown if shown else 0.0


def _share(part: Links, whole: Links) -> float:
    return len(part) / len(whole) if whole else float(not part)
