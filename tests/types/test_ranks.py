from dataclasses import replace

import pytest
from hypothesis import given

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR, SEED
from tests.reports.weighed import weighed
from variants.types.collation import Collation
from variants.types.ranks import Ranks, rank_readings, share_differing
from variants.types.sense import Tier

_LETTERS_OF_7 = sum(map(str.isalnum, SEED.text_of(6)))


def _passage(collation: Collation, label: str) -> float:
    (passage,) = (one for one in collation.passages if one.label == label)
    return share_differing(passage, collation)


@given(collations())
def test_ranks_go_from_one_and_follow_tier_probability_and_text(collation: Collation) -> None:
    ranked = rank_readings(collation)

    at = {entry.place: n for n, entry in enumerate(collation.entries)}
    keys = [
        (list(Tier).index(sense.tier), -sense.probability, at[one.entry.place])
        for one in ranked
        if (sense := one.reading.sense) is not None
    ]
    assert [one.rank for one in ranked] == list(range(1, len(ranked) + 1))
    assert keys == sorted(keys)
    assert len(keys) == sum(
        one.sense is not None for entry in collation.entries for one in entry.readings
    )


def test_the_heaviest_readings_come_first() -> None:
    ranked = rank_readings(weighed())
    ranks = Ranks(weighed())

    assert [one.reading.wording for one in ranked[:2]] == [
        "sixty",
        "not dreamers, but hardened sailors",
    ]
    assert {one.reading.tier for one in ranked[2:]} == {Tier.WORDING, Tier.FORM}
    assert ranked[-1].reading.tier is Tier.FORM
    assert [ranks.of(one.entry, one.reading) for one in ranked] == [one.rank for one in ranked]


def test_a_reading_without_a_sense_has_no_rank() -> None:
    entry = HARBOUR.entries[0]

    assert rank_readings(HARBOUR) == ()
    assert Ranks(HARBOUR).of(entry, entry.readings[0]) is None


def test_a_passage_counts_its_readings_in_the_first_tier() -> None:
    counts = {passage.label: passage.sense_readings for passage in weighed().passages}

    assert {label: count for label, count in counts.items() if count} == {"3–4": 2}


@pytest.mark.parametrize(
    ("label", "share"),
    [
        # Words are moved in B, and brackets differ in A.
        ("1", 0.0),
        # C omits the whole sentence.
        ("8", 1 / 3),
        # C alone has it.
        ("4+1", 1 / 3),
        # The sentence is recast in C and moved in B.
        ("5", 1 / 3),
        # A differs in the last of these words, C in the others.
        ("7", (len("The") + len("willbring") + len("שלום")) / (3 * _LETTERS_OF_7)),
    ],
)
def test_the_share_of_words_that_differ_is_the_mean_over_the_witnesses(
    label: str, share: float
) -> None:
    assert _passage(HARBOUR, label) == pytest.approx(share)


def test_without_other_witnesses_nothing_differs() -> None:
    alone = replace(HARBOUR, others=())

    assert [share_differing(passage, alone) for passage in alone.passages] == [0.0] * len(
        alone.passages
    )


@given(collations())
def test_a_share_is_between_nothing_and_everything(collation: Collation) -> None:
    for passage in collation.passages:
        assert 0 <= share_differing(passage, collation) <= 1
