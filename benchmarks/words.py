"""Measure our word linkers and diff libraries on pairs of sentences with manual links.

    python benchmarks/words.py

``word_gold.Score`` defines the columns. The shipped weights were fitted on mtref-dev, so its rows
check the implementation and not the quality; ``fit_phrases.py`` prints the scores of two folds.
Speed is measured in a second run, when all facts about a word are cached, and without tokenizing.
Libraries that are not installed are skipped.
"""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import importlib
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

import diff_match_patch
from rapidfuzz.distance import Levenshtein

from variants.errors import MissingExtra
from variants.languages import language_of
from variants.types.words import SHOWN_FROM
from variants.version import VERSION
from variants.words.batches import cut_batches
from variants.words.evidence import collect_evidence
from variants.words.linking import link_pairs, number_pairs
from variants.words.nearly_same import link_nearly_same
from variants.words.phrase_models import PHRASE_MODELS
from variants.words.scorer import ScorerModel, lexical_model, semantic_model
from word_gold import SETS, Links, Pair, path_of, read_pairs, score

Linker = Callable[[Sequence[Pair]], list[Links]]

COLUMNS = ("P", "R", "F1", "EM", "spurious", "sub P", "sub R")
_FIRST_PRIVATE = 0xE000  # Words become single characters for a diff of characters.


def main() -> None:
    """Print the signature of the run and one table."""
    print(signature(), end="\n\n")
    print("| set | linker |", " | ".join(COLUMNS), "| pairs per CPU s |")
    print("|---" * (len(COLUMNS) + 3), end="|\n")
    for name in SETS:
        pairs = read_pairs(name)
        for linker, link in linkers().items():
            link(pairs)
            start = time.process_time()
            found = link(pairs)
            speed = len(pairs) / (time.process_time() - start)
            cells = [f"{value:.1f}" for value in score(pairs, found)]
            print(f"| {name} | {linker} | {' | '.join(cells)} | {speed:,.0f} |")


def signature() -> str:
    """Return the versions of all programs and the digests of the texts."""
    libraries = ("numpy", "rapidfuzz", "diff-match-patch")
    digests = (
        f"{name} {hashlib.sha256(path_of(name).read_bytes()).hexdigest()[:12]}" for name in SETS
    )
    parts = (
        f"variants {VERSION}",
        f"Python {platform.python_version()}",
        *(f"{library} {version(library)}" for library in libraries),
        *digests,
    )
    return f"`{'; '.join(parts)}`"


def linkers() -> dict[str, Linker]:
    """Return all linkers that are installed, by name."""
    found: dict[str, Linker] = {"variants, fast tier alone": fast}
    for name, model in models().items():
        with contextlib.suppress(MissingExtra):
            found[name] = partial(ours, model=model())
            found[f"{name}, shown (p ≥ {SHOWN_FROM})"] = partial(ours, model=model(), shown=True)
    found |= {
        "difflib, equal words": lambda pairs: [equal_words(difflib_blocks(p)) for p in pairs],
        "difflib, words by position": lambda pairs: [by_position(difflib_blocks(p)) for p in pairs],
        "diff-match-patch, words": lambda pairs: [equal_words(word_diff(p)) for p in pairs],
        "diff-match-patch, words by position": lambda pairs: [
            by_position(word_diff(p)) for p in pairs
        ],
        "diff-match-patch, characters": lambda pairs: [character_diff(p) for p in pairs],
        "rapidfuzz, equal words": lambda pairs: [equal_words(rapidfuzz_blocks(p)) for p in pairs],
        "rapidfuzz, words by position": lambda pairs: [
            by_position(rapidfuzz_blocks(p)) for p in pairs
        ],
    }
    with contextlib.suppress(ImportError):
        library: Any = importlib.import_module("collatex")
        found["CollateX, same column"] = lambda pairs: [collatex(pair, library) for pair in pairs]
    return found


def models() -> dict[str, Callable[[], ScorerModel]]:
    """Return our models by name: those of ``link_words``, and those that differences are cut by."""
    return {f"variants, {name}": model for name, model in PHRASE_MODELS.items()} | {
        "variants, lexical, single words": lexical_model,
        "variants, semantic, single words": semantic_model,
    }


def ours(pairs: Sequence[Pair], model: ScorerModel, *, shown: bool = False) -> list[Links]:
    """Link with ``variants``: all links, or only those that it displays."""
    found = link_pairs([pair.keys for pair in pairs], language_of("en"), model)
    least = SHOWN_FROM if shown else 0.0
    return [frozenset((i, j) for i, j, p in links if p >= least) for links in found]


def fast(pairs: Sequence[Pair]) -> list[Links]:
    """Link every pair with the fast tier, even dissimilar ones."""
    vocabulary, numbered = number_pairs([pair.keys for pair in pairs], language_of("en"))
    found: list[Links] = [frozenset()] * len(pairs)
    for batch in cut_batches(numbered, range(len(numbered)), len(vocabulary.words)):
        links = link_nearly_same(collect_evidence(batch, vocabulary))
        for k, of_pair in zip(batch.members, links, strict=True):
            found[k] = frozenset((i, j) for i, j, *_ in of_pair)
    return found


Block = tuple[bool, range, range]
"""True for equal words, and the ranges on both sides."""


def difflib_blocks(pair: Pair) -> Iterator[Block]:
    """Yield the blocks of Python's difflib."""
    matcher = difflib.SequenceMatcher(None, pair.seed, pair.other, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag == "equal", range(i, j), range(k, m)


def rapidfuzz_blocks(pair: Pair) -> Iterator[Block]:
    """Yield the steps of the edit distance."""
    for step in Levenshtein.opcodes(pair.seed, pair.other):
        left, right = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        yield step.tag == "equal", left, right


def word_diff(pair: Pair) -> Iterator[Block]:
    """Yield the blocks of diff-match-patch, with each word as one character."""
    letters: dict[str, str] = {}
    one, other = (
        "".join(letters.setdefault(word, chr(_FIRST_PRIVATE + len(letters))) for word in side)
        for side in (pair.seed, pair.other)
    )
    yield from _dmp_blocks(one, other)


def _dmp_blocks(one: str, other: str) -> Iterator[Block]:
    """Yield blocks of characters; a deletion and an insertion at one position are one block."""
    i = k = j = m = 0
    diffs: list[tuple[int, str]] = diff_match_patch.diff_match_patch().diff_main(
        one, other, checklines=False
    )
    for sort, text in diffs:
        if sort:
            j, m = (j + len(text), m) if sort < 0 else (j, m + len(text))
            continue
        yield False, range(i, j), range(k, m)
        i, k = j + len(text), m + len(text)
        yield True, range(j, i), range(m, k)
        j, m = i, k
    yield False, range(i, j), range(k, m)


def character_diff(pair: Pair) -> Links:
    """Link words that share a character in the diff of diff-match-patch."""
    one, other = " ".join(pair.seed), " ".join(pair.other)
    mine, theirs = _word_of_character(pair.seed), _word_of_character(pair.other)
    return frozenset(
        (mine[a], theirs[b])
        for same, left, right in _dmp_blocks(one, other)
        if same
        for a, b in zip(left, right, strict=True)
        if one[a] != " "
    )


def _word_of_character(words: Sequence[str]) -> list[int]:
    return [n for n, word in enumerate(words) for _ in range(len(word) + 1)]


def equal_words(blocks: Iterator[Block]) -> Links:
    """Link the words of equal blocks."""
    return frozenset(
        pair for same, left, right in blocks if same for pair in zip(left, right, strict=True)
    )


def by_position(blocks: Iterator[Block]) -> Links:
    """Link the words of all blocks by position, including those of replaced blocks."""
    return frozenset(pair for _, left, right in blocks for pair in zip(left, right, strict=False))


def collatex(pair: Pair, library: Any) -> Links:  # noqa: ANN401 - the library has no types
    """Link words that CollateX places in one column."""
    witnesses = [
        {"id": name, "tokens": [{"t": word, "n": word, "at": n} for n, word in enumerate(side)]}
        for name, side in (("A", pair.seed), ("B", pair.other))
    ]
    table = library.collate({"witnesses": witnesses}, segmentation=False)
    return frozenset(
        (
            column.tokens_per_witness["A"][0].token_data["at"],
            column.tokens_per_witness["B"][0].token_data["at"],
        )
        for column in table.columns
        if column.tokens_per_witness.keys() >= {"A", "B"}
    )


if __name__ == "__main__":
    main()
