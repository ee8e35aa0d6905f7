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
    """Return the rows with a reading in the first tier: of the turns "T", of the twins "W".

    Each is compared alone: witnesses with the same words share a reading, whose sense is that of
    the heaviest.
    """
    return {"T": _in_first_tier_of("turn"), "W": _in_first_tier_of("twin")}


def _in_first_tier_of(column: str) -> frozenset[int]:
    texts = [
        Witness(siglum, "".join(row[each] + "\n" for row in _rows()))
        for siglum, each in (("S", "seed"), ("T", column))
    ]
    found = collate(texts, Settings(segmenter="lines"))
    return frozenset(
        found.seed.sentence_at(entry.lemma.start)
        for entry in found.entries
        for reading in entry.readings
        if reading.tier is Tier.SENSE
    )


def test_most_turns_are_in_the_first_tier() -> None:
    assert len(_in_first_tier()["T"]) / len(_rows()) >= 0.90


def test_few_harmless_twins_are_in_the_first_tier() -> None:
    assert len(_in_first_tier()["W"]) / len(_rows()) <= 0.06


@pytest.mark.parametrize("sort", SenseSort)
def test_every_sort_has_eight_sentences(sort: SenseSort) -> None:
    assert [row["sort"] for row in _rows()].count(sort.value) == 8
