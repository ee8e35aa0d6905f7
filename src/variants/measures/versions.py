"""Measures of all versions of a document, the seed among them."""

from __future__ import annotations

from dataclasses import replace

from variants.measures.pair_agreement import measure_pairs
from variants.measures.passage_words import words_by_passage
from variants.measures.reading_counts import count_readings
from variants.measures.text_parts import measure_parts
from variants.measures.version_groups import clear_groups, merge_versions
from variants.types.collation import Collation
from variants.types.version_measures import VersionMeasures
from variants.types.words import WordCounter


def measure_versions(collation: Collation, count: WordCounter) -> VersionMeasures:
    """Return the agreement of all versions with each other, their groups, and the text in parts.

    Args:
        collation: The collation.
        count: Counter for words.
    """
    sigla = tuple(cut.witness.siglum for cut in (collation.seed, *collation.others))
    passages = list(words_by_passage(collation, count))
    found = VersionMeasures(
        sigla=sigla,
        pairs=measure_pairs(sigla, (bags for _, bags in passages)),
        merges=(),
        groups=(),
        parts=measure_parts(collation, passages),
        counts=count_readings(collation),
    )
    shares = {
        key: pair.share
        for pair in found.pairs
        for key in ((pair.one, pair.other), (pair.other, pair.one))
    }
    merges = merge_versions(sigla, lambda one, other: shares[one, other])
    groups = sorted(clear_groups(merges), key=lambda group: min(map(sigla.index, group)))
    ordered = tuple(tuple(sorted(group, key=sigla.index)) for group in groups)
    return replace(found, merges=merges, groups=ordered)
