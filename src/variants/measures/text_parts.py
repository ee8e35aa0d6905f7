"""Differences of wording and of sense along the text, for each witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from variants.measures.passage_words import PassageWords
from variants.types.collation import Collation, Passage
from variants.types.sense import Tier
from variants.types.version_measures import PartFigures, TextPart

MOST_PARTS = 48
"""Most parts that a text is divided into."""


def measure_parts(
    collation: Collation, passages: Iterable[PassageWords], *, most: int = MOST_PARTS
) -> tuple[TextPart, ...]:
    """Return the figures of each witness in parts of the text with equally many passages.

    An added passage belongs to the part of the passage before it. Passages where a witness has no
    text, because a part of it is missing, do not count.

    Args:
        collation: The collation.
        passages: Its passages, with the words of each version.
        most: Most parts.
    """
    seed = collation.seed.witness.siglum
    number = sum(1 for passage in collation.passages if passage.sentences)
    step = max(1, -(-number // most))
    sigla = [cut.witness.siglum for cut in collation.others]
    sums: list[_Sums] = []
    before, seen = _Sums(), 0  # ``before`` holds what is added before the first sentence.
    for passage, bags in passages:
        if passage.sentences:
            if seen % step == 0:
                sums.append(_Sums())
            seen += 1
        (sums[-1] if sums else before).add(passage, bags[seed], [(s, bags[s]) for s in sigla])
    if sums:
        sums[0].include(before)
    judged = any(entry.sense is not None for entry in collation.entries)
    return tuple(one.part(sigla, judged=judged) for one in sums)


@dataclass(slots=True)
class _Sums:
    """Sums over the passages of a part.

    Attributes:
        sentences: Sentences of the seed, counted from 0.
        passages: Number of passages, added ones too.
        seed: Number of words of the seed.
        words: Number of words of each witness.
        shared: Number of words that it shares with the seed.
        missing: Number of words of the seed in passages where it has no text.
        sense: Sum of the probabilities of its readings.
    """

    sentences: list[int] = field(default_factory=list)
    passages: int = 0
    seed: int = 0
    words: Counter[str] = field(default_factory=Counter)
    shared: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    sense: dict[str, float] = field(default_factory=dict)

    def add(
        self, passage: Passage, seed: Counter[str], others: Iterable[tuple[str, Counter[str]]]
    ) -> None:
        self.sentences += passage.sentences
        self.passages += 1
        self.seed += seed.total()
        for siglum in passage.missing:
            self.missing[siglum] += seed.total()
        for siglum, bag in others:
            self.words[siglum] += bag.total()
            self.shared[siglum] += (bag & seed).total()
        for entry in passage.entries:
            for reading in entry.readings:
                if reading.sense is not None and reading.tier is not Tier.FORM:
                    for siglum in reading.sigla:
                        known = self.sense.get(siglum, 0.0)
                        self.sense[siglum] = known + reading.sense.probability

    def include(self, other: _Sums) -> None:
        """Add the sums of text that the seed does not have."""
        self.passages += other.passages
        self.words.update(other.words)
        for siglum, value in other.sense.items():
            self.sense[siglum] = self.sense.get(siglum, 0.0) + value

    def part(self, sigla: Sequence[str], *, judged: bool) -> TextPart:
        figures = []
        for siglum in sigla:
            total = self.seed - self.missing[siglum] + self.words[siglum]
            differing = 1 - 2 * self.shared[siglum] / total if total else None
            sense = self.sense.get(siglum, 0.0) / self.passages if judged else None
            figures.append(PartFigures(siglum, differing, sense))
        return TextPart(self.sentences[0] + 1, self.sentences[-1] + 1, tuple(figures))
