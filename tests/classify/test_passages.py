from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.variant import Kind
from variants.types.witness import Witness
from variants.types.witness_order import in_witness_order

_BEFORE = (
    "The convoy left at dawn.\nSixteen ships carried no flag.\n"
    "The old admiral slept well.\nRain fell on the harbour.\n"
)
_AFTER = "Nobody waved to them.\nThe ice was late that year.\nThe bells rang until noon.\n"
_SEED = _BEFORE + _AFTER
_GULLS = "White gulls circled over the empty pier all morning long.\n"
_GULLS_TOO = "White gulls were circling over the empty pier all morning.\n"
_GULLS_AGAIN = "White gulls circled over the empty pier all morning long!\n"
_BREAD = "Somewhere a baker sold his last two loaves of bread.\n"


def _collate(*between: str) -> Collation:
    """Return alignments of a seed with witnesses that add text after its fourth sentence."""
    texts = [_SEED, *(_BEFORE + each + _AFTER for each in between)]
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABC", texts, strict=False)]
    return collate(witnesses, Settings(segmenter="lines"))


def _added(collation: Collation) -> dict[str, list[tuple[str, str]]]:
    """Return the added passages: label to the readings' sigla and first words."""
    return {
        passage.label: [
            (" ".join(reading.sigla), reading.wording.split()[0])
            for entry in passage.entries
            for reading in entry.readings
        ]
        for passage in collation.passages
        if not passage.sentences
    }


def test_versions_of_one_addition_are_readings_of_one_place() -> None:
    collation = _collate(_GULLS, _GULLS_TOO)

    (passage,) = (one for one in collation.passages if not one.sentences)
    (entry,) = passage.entries

    assert (passage.label, entry.label) == ("4+1", "4+1.1")
    assert [rendering.siglum for rendering in passage.renderings] == ["A", "B"]
    assert [(one.kind, one.sigla) for one in entry.readings] == [
        (Kind.ADDED, ("A",)),
        (Kind.ADDED, ("B",)),
    ]
    assert entry.lemma.length == 0


def test_the_same_addition_is_one_reading() -> None:
    assert _added(_collate(_GULLS, _GULLS)) == {"4+1": [("A B", "White")]}


@pytest.mark.parametrize("blank", ["  ", " \t "])
def test_white_space_does_not_part_the_same_addition(blank: str) -> None:
    assert _added(_collate(_GULLS, _GULLS.replace(" ", blank))) == {"4+1": [("A B", "White")]}


def test_additions_of_other_words_stand_apart() -> None:
    assert _added(_collate(_GULLS, _BREAD)) == {
        "4+1": [("A", "White")],
        "4+2": [("B", "Somewhere")],
    }


def test_additions_that_share_fewer_than_half_of_their_words_stand_apart() -> None:
    boats = "White boats circled under a full moon all night long.\n"

    assert _added(_collate(_GULLS, boats)) == {"4+1": [("A", "White")], "4+2": [("B", "White")]}


def test_additions_keep_their_order_in_each_witness() -> None:
    found = _added(_collate(_GULLS + _BREAD, _BREAD + _GULLS))

    assert found == {
        "4+1": [("A", "White")],
        "4+2": [("A B", "Somewhere")],
        "4+3": [("B", "White")],
    }


def test_what_one_witness_has_between_stands_between() -> None:
    found = _added(_collate(_GULLS, _BREAD + _GULLS_AGAIN))

    assert found == {"4+1": [("B", "Somewhere")], "4+2": [("A", "White"), ("B", "White")]}


def test_a_third_witness_joins_whichever_version_is_likest() -> None:
    found = _added(_collate(_GULLS + _BREAD, _BREAD, _BREAD))

    assert found == {"4+1": [("A", "White")], "4+2": [("A B C", "Somewhere")]}


def test_a_shared_addition_keeps_the_name_it_has_in_the_first_witness_alone() -> None:
    alone = {entry.place for entry in _collate(_GULLS).entries}
    together = {entry.place for entry in _collate(_GULLS, _GULLS_TOO).entries}

    assert alone == together


@given(
    st.lists(
        st.lists(st.sampled_from([_GULLS, _GULLS_TOO, _BREAD, _GULLS_AGAIN]), max_size=3).map(
            "".join
        ),
        min_size=2,
        max_size=3,
    ),
    st.randoms(use_true_random=False),
)
def test_every_addition_is_in_one_passage_whatever_the_order_of_witnesses(
    between: list[str], random: Random
) -> None:
    collation = _collate(*between)
    seed, *others = [collation.seed.witness, *(cut.witness for cut in collation.others)]
    random.shuffle(others)

    again = collate([seed, *others], Settings(segmenter="lines"))

    in_order = [cut.witness.siglum for cut in collation.others]
    assert in_witness_order(again, in_order) == collation
    for other in collation.others:
        held = [
            sentence
            for passage in collation.passages
            for rendering in passage.renderings
            if rendering.siglum == other.witness.siglum
            for sentence in rendering.sentences
        ]
        assert sorted(held) == list(range(len(other.sentences)))
        added = [
            rendering.sentences
            for passage in collation.passages
            if not passage.sentences
            for rendering in passage.renderings
            if rendering.siglum == other.witness.siglum
        ]
        assert added == sorted(added)
