"""Shares of the sentences that turn the sense, and of harmless ones, in the first tier."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

import pytest

from tests.project.editions import ROOT
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.sense import SenseSort, Tier
from variants.types.witness import Witness

_TABLE = ROOT / "tests" / "data" / "sense" / "turns.tsv"


@cache
def _rows() -> list[Mapping[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _in_first_tier() -> Mapping[str, frozenset[int]]:
    """Return the rows with a reading in the first tier: of the turns "T", of the twins "W"."""
    texts = [
        Witness(siglum, "".join(row[column] + "\n" for row in _rows()))
        for siglum, column in (("S", "seed"), ("T", "turn"), ("W", "twin"))
    ]
    found = collate(texts, Settings(segmenter="lines"))
    first = [
        (siglum, found.seed.sentence_at(entry.lemma.start))
        for entry in found.entries
        for reading in entry.readings
        if reading.tier is Tier.SENSE
        for siglum in reading.sigla
    ]
    return {
        siglum: frozenset(sentence for each, sentence in first if each == siglum) for siglum in "TW"
    }


def test_most_turns_are_in_the_first_tier() -> None:
    assert len(_in_first_tier()["T"]) / len(_rows()) >= 0.60


def test_few_harmless_twins_are_in_the_first_tier() -> None:
    assert len(_in_first_tier()["W"]) / len(_rows()) <= 0.18


@pytest.mark.parametrize("sort", SenseSort)
def test_every_sort_has_eight_sentences(sort: SenseSort) -> None:
    assert [row["sort"] for row in _rows()].count(sort.value) == 8
