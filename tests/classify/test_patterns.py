from collections import Counter
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import editions, telegram
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.pattern import Pattern, Usage
from variants.types.variant import VariantClass
from variants.types.witness import Witness
from variants.types.witness_order import in_witness_order

_SEED = (
    "We must hold the bridge. The armistice is near. You must not sleep. "
    "After the armistice we go home. They must write of an armistice."
)
_YANG = (
    "We should hold the bridge. The truce is near. You should not sleep. "
    "After the truce we go home. They should write of a truce."
)
_LI = (
    "We must hold the bridge. The armistice is near. You must not sleep. "
    "After the armistice we go home. They must write of a ceasefire."
)


def _collate(*texts: str, terms: tuple[str, ...] = ()) -> Collation:
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABCD", texts, strict=False)]
    return collate(witnesses, Settings(terms=terms))


@cache
def _telegram() -> Collation:
    return collate(telegram(), Settings())


def _shown(patterns: tuple[Pattern, ...]) -> dict[tuple[str, str], int]:
    return {(pattern.lemma, pattern.reading): len(pattern.places) for pattern in patterns}


def _renditions(usages: tuple[Usage, ...], word: str) -> dict[str, dict[str, int]]:
    (usage,) = (usage for usage in usages if usage.word == word)
    return {
        siglum: {rendition.wording: rendition.count for rendition in found}
        for siglum, found in usage.renditions
    }


def test_a_difference_that_returns_is_one_pattern_with_its_places() -> None:
    collation = _collate(_SEED, _YANG, _LI)

    (must,) = (one for one in collation.patterns if one.lemma == "must")

    assert (must.reading, must.count_in("A"), must.count_in("B")) == ("should", 3, 0)
    assert must.sigla_among("BA") == ("A",)
    assert must.variant_class is VariantClass.MODALITY
    assert [label.partition(".")[0] for label in must.labels] == ["1", "3", "5"]


def test_words_that_only_serve_do_not_part_a_pattern() -> None:
    collation = _collate(_SEED, _YANG, _LI)

    assert _shown(collation.patterns) == {("must", "should"): 3, ("armistice", "truce"): 3}


@pytest.mark.parametrize(
    ("seed", "other", "shown"),
    [
        ("He recognizes it. They recognized us.", "He admits it. They admitted us.", 1),
        ("The Colour fades. Your colour stays.", "The Color fades. Your color stays.", 1),
        ("One ship came. Two ships left.", "One boat came. Two trains left.", 0),
    ],
)
def test_inflections_and_capitals_do_not_part_a_pattern(seed: str, other: str, shown: int) -> None:
    assert len(_collate(seed, other).patterns) == shown


def test_what_stands_in_one_place_is_no_pattern_however_many_have_it() -> None:
    collation = _collate("The ship is late today.", *["The boat is late today."] * 3)

    assert collation.entries
    assert collation.patterns == ()


def test_words_linked_inside_a_longer_difference_count() -> None:
    labels = {
        (one.lemma, one.reading): one.labels
        for one in _telegram().patterns
        if one.sigla_among("ABC") == ("B",)
    }

    assert labels["armistice", "truce"] == ("6.2", "7.3", "21.11")


def test_a_name_that_returns_is_one_pattern_not_one_a_word() -> None:
    seed = "Gao Gang came at noon. We asked Gao Gang to stay. He left with Gao Gang."

    collation = _collate(seed, seed.replace("Gao Gang", "Kao Kang"))

    assert _shown(collation.patterns) == {("Gao Gang", "Kao Kang"): 3}
    assert collation.patterns[0].variant_class is VariantClass.NAME


def test_a_witness_is_told_to_be_consistent_or_not() -> None:
    usages = _collate(_SEED, _YANG, _LI).usages

    assert _renditions(usages, "armistice") == {
        "A": {"truce": 3},
        "B": {"armistice": 2, "ceasefire": 1},
    }
    assert _renditions(usages, "must") == {"A": {"should": 3}, "B": {"must": 3}}


def test_old_function_words_are_no_frequent_words() -> None:
    seed = "I gave it unto thee. He hath come unto thee. It hath been sent unto thee. He hath it."
    other = "I gave it to you. He has come to you. It has been sent to you. He has it."

    assert _collate(seed, other).usages == ()


def test_a_word_in_a_sentence_that_is_left_out_has_no_counterpart() -> None:
    cut = _YANG.replace("After the truce we go home. ", "")

    usages = _collate(_SEED, cut).usages

    assert _renditions(usages, "armistice")["A"] == {"truce": 2, "": 1}


def test_weak_links_count_and_are_marked() -> None:
    (armistice,) = (one for one in _telegram().usages if one.word == "armistice")

    (ceasefire,) = dict(armistice.renditions)["C"]

    assert (ceasefire.wording, ceasefire.count) == ("ceasefire", 3)
    assert 0 < ceasefire.uncertain < 3


def test_a_pattern_has_a_certain_place_and_counts_the_others() -> None:
    for pattern in _telegram().patterns:
        certain = {one.place for one in pattern.occurrences if not one.uncertain}
        assert certain
        assert pattern.uncertain == len(pattern.places) - len(certain)


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("He went to war. They want to go.", "He went, war. They want go."),
        ("He saw the ship. She saw the boat.", "He saw ship. She saw boat."),
        ("He saw ship. She saw boat.", "He saw the ship. She saw the boat."),
    ],
)
def test_function_words_alone_are_no_pattern(seed: str, other: str) -> None:
    shown = _shown(_collate(seed, other).patterns)

    assert [pair for pair in shown if "" in pair and {*pair} & {"to", "the"}] == []


def test_a_denial_without_a_counterpart_is_a_pattern() -> None:
    shown = _shown(_collate("We do not go. You do not go.", "We do go. You do go.").patterns)

    assert shown == {("not", ""): 2}


def test_words_that_all_render_alike_have_no_usage() -> None:
    assert _collate(_SEED, _SEED).usages == ()


def test_a_word_of_the_list_of_terms_makes_a_pattern_of_terms() -> None:
    patterns = _collate(_SEED, _YANG, terms=("armistice",)).patterns

    classes = {one.lemma: one.variant_class for one in patterns}
    assert classes["armistice"] is VariantClass.TERM


@given(editions)
def test_every_occurrence_stands_in_its_entry_and_reads_as_its_witness(
    edition: tuple[Witness, ...],
) -> None:
    collation = collate(edition, Settings())

    entries = {entry.place: entry for entry in collation.entries}
    for pattern in collation.patterns:
        assert pattern.lemma != pattern.reading
        for one in pattern.occurrences:
            entry = entries[one.place]
            assert entry.label == one.label
            assert entry.lemma.covers(one.lemma)
            assert one.siglum in {s for reading in entry.readings for s in reading.sigla}


@given(editions)
def test_what_stands_in_most_places_comes_first(edition: tuple[Witness, ...]) -> None:
    patterns = collate(edition, Settings()).patterns

    keys = [(-len(one.places), one.lemma, one.reading) for one in patterns]
    assert keys == sorted(keys)


@given(editions)
def test_a_word_is_counted_once_for_every_time_it_stands(edition: tuple[Witness, ...]) -> None:
    collation = collate(edition, Settings())

    for usage in collation.usages:
        assert [siglum for siglum, _ in usage.renditions] == [
            other.witness.siglum for other in collation.others
        ]
        assert usage.count >= 3


@given(st.permutations([_YANG, _LI, _SEED]), st.randoms(use_true_random=False))
def test_the_order_of_witnesses_changes_no_pattern(texts: list[str], random: Random) -> None:
    others = [Witness(siglum, text) for siglum, text in zip("ABC", texts, strict=True)]
    shuffled = random.sample(others, len(others))

    one = collate([Witness("S", _SEED), *others], Settings())
    two = in_witness_order(collate([Witness("S", _SEED), *shuffled], Settings()), "ABC")

    assert (one.patterns, one.usages) == (two.patterns, two.usages)


def test_the_places_of_the_telegram_that_return_are_found() -> None:
    found = Counter(_shown(_telegram().patterns))

    assert found["pilots", "airmen"] == 4
    assert found["sixteen", "16"] == 3
    assert found["could", "might"] == 2
