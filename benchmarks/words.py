"""Measures word linking on pairs of sentences that people have linked.

    python benchmarks/words.py

Precision and recall are taken per pair of sentences over sure and possible links and averaged;
F1 is of the two averages; EM is the share of pairs with exactly the gold links (the convention of
the data's authors, Lan, Jiang and Xu, ACL 2021). "sub" are links between different words. The
shipped weights were fitted on mtref-dev, so its row checks the implementation and promises nothing.
"""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from gold import data
from variants.classify.differences import SHOWN_FROM
from variants.languages import language_of
from variants.types import Span, Token
from variants.words.evidence import weigh_pairs
from variants.words.scorer import lexical_weights, score_pairs
from variants.words.tokenize import tokenize

SETS = ("mtref-dev", "wiki-dev")
Links = frozenset[tuple[int, int]]
Linker = Callable[[Sequence["Pair"]], list[Links]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, already cut into words, and the links that people drew."""

    base: tuple[str, ...]
    other: tuple[str, ...]
    gold: Links


def main() -> None:
    """Print one table."""
    linkers: dict[str, Linker] = {
        "variants": lambda pairs: _ours(pairs, lexical_weights().threshold),
        f"variants, shown (p ≥ {SHOWN_FROM})": lambda pairs: _ours(pairs, SHOWN_FROM),
        "difflib, equal words": lambda pairs: [_difflib(pair) for pair in pairs],
    }
    print("| set | linker | P | R | F1 | EM | sub P | sub R | pairs per CPU s |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in SETS:
        pairs = _pairs(data().parent / "words" / f"{name}.tsv")
        for linker, link in linkers.items():
            start = time.process_time()
            found = link(pairs)
            speed = len(pairs) / (time.process_time() - start)
            cells = [f"{value:.1f}" for value in _scores(pairs, found)]
            print(f"| {name} | {linker} | {' | '.join(cells)} | {speed:,.0f} |")


def _pairs(path: Path) -> list[Pair]:
    pairs = []
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        links = " ".join(fields[7:9]).split()
        gold = frozenset((int(i), int(j)) for i, _, j in (link.partition("-") for link in links))
        pairs.append(Pair(tuple(fields[1].split()), tuple(fields[3].split()), gold))
    return pairs


def _ours(pairs: Sequence[Pair], threshold: float) -> list[Links]:
    english = language_of("en")
    evidence = [weigh_pairs(_tokens(pair.base), _tokens(pair.other), english) for pair in pairs]
    return [
        frozenset(zip(*(cells.tolist() for cells in (p > threshold).nonzero()), strict=True))
        for p in score_pairs(evidence, lexical_weights())
    ]


def _tokens(words: Sequence[str]) -> tuple[Token, ...]:
    """The gold's words as tokens, each taken whole."""
    english = language_of("en")
    found = []
    for at, word in enumerate(words):
        first = tokenize(word, Span(0, len(word)), english)[0]
        found.append(Token(Span(at, at + 1), word.casefold(), first.kind))
    return tuple(found)


def _difflib(pair: Pair) -> Links:
    matcher = difflib.SequenceMatcher(None, pair.base, pair.other, autojunk=False)
    return frozenset(
        (i + step, j + step) for i, j, size in matcher.get_matching_blocks() for step in range(size)
    )


def _scores(pairs: Sequence[Pair], found: Sequence[Links]) -> list[float]:
    """P, R, F1, EM, and P and R of links between different words; per cent."""
    both = list(zip(pairs, found, strict=True))
    precision = mean(_share(links & pair.gold, links) for pair, links in both)
    recall = mean(_share(links & pair.gold, pair.gold) for pair, links in both)
    f1 = 2 * precision * recall / (precision + recall)
    exact = mean(links == pair.gold for pair, links in both)
    said = [(pair, link) for pair, links in both for link in links if _differ(pair, link)]
    right = sum(link in pair.gold for pair, link in said)
    gold = sum(_differ(pair, link) for pair, _ in both for link in pair.gold)
    sub = (right / len(said) if said else 0.0, right / gold)
    return [100 * value for value in (precision, recall, f1, exact, *sub)]


def _share(part: Links, whole: Links) -> float:
    return len(part) / len(whole) if whole else float(not part)


def _differ(pair: Pair, link: tuple[int, int]) -> bool:
    return pair.base[link[0]].casefold() != pair.other[link[1]].casefold()


if __name__ == "__main__":
    main()
