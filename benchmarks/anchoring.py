"""Measure whether passages are found again after their text was edited.

    python benchmarks/anchoring.py
    python benchmarks/anchoring.py --forgotten

Spans of one to five words of Matthew are recorded as anchors. Then a share of the sentences is
edited: a quarter of these is deleted, and in the others one to three words are replaced, deleted or
inserted. For every ten edited sentences, a copy of another sentence is inserted somewhere and two
neighbours are swapped. The new position of each word is known. With --forgotten the old text is
missing, so that only the quotation is available.

Passages whose words are still together are right (found at the right place), wrong (found at
another) or not found. Passages whose words were changed or deleted are found although they should
not be; of these, some are at an inserted copy, which has equal words in an equal sentence.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from gold import data
from variants.anchors.anchoring import Resolver, describe
from variants.anchors.carry import words_of
from variants.anchors.resolution import Found
from variants.segmenters import cut_sentences
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

TEXT = "verse-dev/Matthew-KJV-Weymouth/base.txt"
SPANS = 2500
SHARES = (0.05, 0.2, 0.5)
SEED = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the white space before it, and its index in the old text, if any."""

    space: str
    text: str
    origin: int | None = None


Sentence = list[Word]


@dataclass(slots=True)
class Tally:
    """Numbers of passages by outcome."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    changed: int = 0
    invented: int = 0
    copied: int = 0
    seconds: float = field(default=0.0)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--forgotten", action="store_true", help="measure without the old text")
    forgotten = parser.parse_args().forgotten
    text = (data() / TEXT).read_text("utf-8")
    print(
        f"variants {version('variants')}, rapidfuzz {version('rapidfuzz')}, "
        f"Python {platform.python_version()}; {TEXT}, {len(text):,} characters, "
        f"{hashlib.sha256(text.encode()).hexdigest()[:12]}; seed {SEED}\n"
    )
    print(
        "| edited | still there | right % | wrong % | not found % | changed | found | copies | s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for share in SHARES:
        tally = _measure(cut_sentences(Witness("S", text)), share, forgotten=forgotten)
        there = tally.right + tally.wrong + tally.missed
        shares = (f"{100 * n / there:.2f}" for n in (tally.right, tally.wrong, tally.missed))
        counts = (tally.changed, tally.invented, tally.copied)
        print(
            f"| {share:.0%} | {there} | {' | '.join(shares)} | "
            f"{' | '.join(map(str, counts))} | {tally.seconds:.2f} |"
        )


def _measure(old: Segmentation, share: float, *, forgotten: bool) -> Tally:
    draw = random.Random(SEED)  # noqa: S311 - equal edits in every run
    words = words_of(old)
    sentences, copies = _edited(_sentences(old, words), share, draw)
    new_text, places, planted = _written(sentences, copies)
    new = cut_sentences(Witness("S", new_text))
    tally = Tally()
    spans = [_drawn(words, draw) for _ in range(SPANS)]
    anchors = [describe("matthew", old, Span(words[a].start, words[b].end)) for a, b in spans]
    start = time.process_time()
    resolver = Resolver(new, lambda _digest: None if forgotten else old)
    found = [resolver.resolve(anchor) for anchor in anchors]
    tally.seconds = time.process_time() - start
    for (first, last), anchor, outcome in zip(spans, anchors, found, strict=True):
        truth = _truth(range(first, last + 1), places, new_text, anchor.quote.exact)
        there = outcome.span if isinstance(outcome, Found) else None
        if truth is None:
            tally.changed += 1
            tally.invented += there is not None
            tally.copied += there is not None and any(copy.covers(there) for copy in planted)
        elif there is None:
            tally.missed += 1
        else:
            tally.right += there == truth
            tally.wrong += there != truth
    return tally


def _sentences(cut: Segmentation, words: Sequence[Span]) -> list[Sentence]:
    """Return the words of each sentence."""
    text, at, number = cut.witness.text, 0, 0
    sentences = []
    for sentence in cut.sentences:
        pieces = []
        while number < len(words) and words[number].start < sentence.end:
            word = words[number]
            pieces.append(Word(text[at : word.start], word.of(text), number))
            at, number = word.end, number + 1
        sentences.append(pieces)
    return sentences


def _edited(
    sentences: list[Sentence], share: float, draw: random.Random
) -> tuple[list[Sentence], set[int]]:
    """Return the sentences after editing, and the numbers of the inserted copies."""
    touched = draw.sample(range(len(sentences)), round(share * len(sentences)))
    vocabulary = [word.text for sentence in sentences for word in sentence if word.text.isalpha()]
    edited = dict(enumerate(sentences))
    for place, number in enumerate(touched):
        if place % 4 == 0:
            del edited[number]
        else:
            edited[number] = _reworded(edited[number], vocabulary, draw)
    order = [*edited.values()]
    for _ in range(len(touched) // 10):
        at = draw.randrange(len(order) - 1)
        order[at : at + 2] = reversed(order[at : at + 2])
    copies = [
        (
            draw.randrange(len(order)),
            [Word(word.space, word.text) for word in draw.choice(sentences)],
        )
        for _ in range(len(touched) // 10)
    ]
    for at, copy in copies:
        order.insert(at, copy)
    return order, {number for number, each in enumerate(order) if any(each is c for _, c in copies)}


def _reworded(sentence: Sentence, vocabulary: Sequence[str], draw: random.Random) -> Sentence:
    """Return a sentence in which one to three words are replaced, deleted or inserted."""
    words = list(sentence)
    for _ in range(draw.randint(1, 3)):
        at = draw.randrange(len(words))
        other = Word(words[at].space or " ", draw.choice(vocabulary))
        action = draw.choice(("replace", "replace", "insert", "delete"))
        if action == "replace" and words[at].text != other.text:
            words[at] = other
        elif action == "insert":
            words.insert(at, other)
        elif action == "delete" and len(words) > 1:
            del words[at]
    return words


def _written(
    sentences: Sequence[Sentence], copies: set[int]
) -> tuple[str, dict[int, tuple[int, Span]], list[Span]]:
    """Return the new text, the index and span of each old word in it, and the copies."""
    parts: list[str] = []
    places: dict[int, tuple[int, Span]] = {}
    planted = []
    at = running = 0
    for number, sentence in enumerate(sentences):
        opening = at
        for word in sentence:
            # The first sentence has no white space before it, wherever it was moved.
            space = word.space or ("\n" if word is sentence[0] and at else "")
            start = at + len(space)
            if word.origin is not None:
                places[word.origin] = (running, Span(start, start + len(word.text)))
            parts += (space, word.text)
            at, running = start + len(word.text), running + 1
        if number in copies:
            planted.append(Span(opening, at))
    return "".join(parts), places, planted


def _drawn(words: Sequence[Span], draw: random.Random) -> tuple[int, int]:
    first = draw.randrange(len(words) - 5)
    return first, first + draw.randrange(5)


def _truth(
    words: Sequence[int], places: dict[int, tuple[int, Span]], text: str, exact: str
) -> Span | None:
    """Return the span of old words in the new text, if they are still together."""
    if any(word not in places for word in words):
        return None
    running = [places[word][0] for word in words]
    if running != list(range(running[0], running[0] + len(words))):
        return None
    span = Span(places[words[0]][1].start, places[words[-1]][1].end)
    return span if span.of(text).split() == exact.split() else None


if __name__ == "__main__":
    main()
