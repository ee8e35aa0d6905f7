"""Words of every version in each passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from variants.types.collation import Collation, Passage
from variants.types.words import WordCounter

PassageWords: TypeAlias = tuple[Passage, Mapping[str, Counter[str]]]
"""A passage, and the words of each version with their counts by siglum, the seed first."""


def words_by_passage(collation: Collation, count: WordCounter) -> Iterator[PassageWords]:
    """Yield each passage with the words of every version; a version may have none there."""
    seed = collation.seed
    cuts = {cut.witness.siglum: cut for cut in (seed, *collation.others)}
    for passage in collation.passages:
        sentences = {one.siglum: one.sentences for one in passage.renderings}
        sentences[seed.witness.siglum] = passage.sentences
        bags = {siglum: Counter[str]() for siglum in cuts}
        for siglum, numbers in sentences.items():
            for number in numbers:
                bags[siglum].update(count(cuts[siglum], cuts[siglum].sentences[number]))
        yield passage, bags
