"""Measure how often words that are shown as omitted or added really have no counterpart.

    python benchmarks/absence.py

The data are differences of the kinds omitted and added in pairs of sentences with manual links.
"Right" is the share of their content words without a manual link. In rows "all found", every
content word of the other side has a counterpart with a high probability, so that none is left for
the omitted word. In rows "some left over", it is reported as "no counterpart found".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import mean

from variants.classify.differences import find_differences
from variants.languages import language_of
from variants.types.alignment import Alignment
from variants.types.bead import DOUBTFUL_BELOW, Bead
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import Kind
from variants.types.witness import Witness
from variants.types.words import Link, Token, TokenKind, WordAlignment
from variants.words.linking import link_pairs
from variants.words.scorer import lexical_model
from variants.words.tokenize import kind_of
from word_gold import SETS, Pair, read_pairs
from words import signature

_BEAD = Bead((0,), (0,), 1.0)
_SENSE = (TokenKind.CONTENT, TokenKind.NUMBER)


def main() -> None:
    """Print the signature of the run and one table."""
    print(signature(), end="\n\n")
    print("| set | differences | right, % |\n|---|---|---|")
    of_all: dict[bool, list[float]] = defaultdict(list)
    for name in SETS:
        found: dict[bool, list[float]] = defaultdict(list)
        for sure, share in shares_right(read_pairs(name)):
            found[sure].append(share)
            of_all[sure].append(share)
        _show(name, found)
    _show("both", of_all)


def shares_right(pairs: Sequence[Pair]) -> Iterator[tuple[bool, float]]:
    """Yield for each difference whether its confidence is high, and the share of right words."""
    english = language_of("en")
    for pair, links in zip(
        pairs, link_pairs([pair.keys for pair in pairs], english, lexical_model()), strict=True
    ):
        seed, other = _witness("S", pair.seed), _witness("A", pair.other)
        tokens = [
            _tokens(words, keys)
            for words, keys in zip((pair.seed, pair.other), pair.keys, strict=True)
        ]
        words = WordAlignment(_BEAD, tokens[0], tokens[1], tuple(Link(*link) for link in links))
        gold = {i for i, _ in pair.gold}, {j for _, j in pair.gold}
        for variant in find_differences(words, Alignment(seed, other, (_BEAD,))).variants:
            if variant.kind not in {Kind.OMITTED, Kind.ADDED}:
                continue
            side = int(variant.kind is Kind.ADDED)
            span = variant.other if side else variant.seed
            content_words = [
                n
                for n, token in enumerate(tokens[side])
                if token.kind in _SENSE and span.covers(token.span)
            ]
            if content_words:
                right = mean(n not in gold[side] for n in content_words)
                yield variant.confidence >= DOUBTFUL_BELOW, right


def _show(name: str, found: dict[bool, list[float]]) -> None:
    for sure, label in ((True, "all found"), (False, "some left over")):
        shares = found[sure]
        print(f"| {name}, {label} | {len(shares)} | {100 * mean(shares):.1f} |")


def _witness(siglum: str, words: Sequence[str]) -> Segmentation:
    text = " ".join(words)
    return Segmentation(Witness(siglum, text), (Span(0, len(text)),))


def _tokens(words: Sequence[str], keys: Sequence[str]) -> tuple[Token, ...]:
    function_words = language_of("en").function_words
    tokens, at = [], 0
    for word, key in zip(words, keys, strict=True):
        tokens.append(Token(Span(at, at + len(word)), key, kind_of(key, function_words)))
        at += len(word) + 1
    return tuple(tokens)


if __name__ == "__main__":
    main()
