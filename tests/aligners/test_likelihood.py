import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from tests.aligners.texts import (
    FIRST,
    SECOND,
    cut,
    few,
    follows,
    pairs,
    sides_are_runs,
    singles,
    texts,
)
from variants.aligners import align_likelihood
from variants.aligners.order import sort_beads

ROOT = str(Path(__file__).resolve().parents[2])


@given(seed=texts, other=texts)
@few
def test_every_sentence_is_in_one_bead_whatever_the_texts(
    seed: list[str], other: list[str]
) -> None:
    # Alignment refuses anything else.
    alignment = align_likelihood(cut(seed), cut(other, "A"))

    assert sides_are_runs(alignment)
    assert follows(alignment)
    assert sort_beads(alignment.beads) == alignment.beads
    assert 0.0 <= alignment.relatedness <= 1.0


@given(text=texts)
@few
def test_a_text_aligns_with_itself_sentence_by_sentence(text: list[str]) -> None:
    alignment = align_likelihood(cut(text), cut(text, "A"))

    assert pairs(alignment.beads) == singles(len(text))


def test_identical_texts_are_aligned_with_certainty() -> None:
    alignment = align_likelihood(cut(FIRST), cut(FIRST, "A"))

    assert pairs(alignment.beads) == singles(len(FIRST))
    assert min(bead.confidence for bead in alignment.beads) > 0.99
    assert alignment.relatedness == 1.0
    assert not alignment.notices


def test_the_same_texts_give_the_same_alignment() -> None:
    first = align_likelihood(cut(FIRST), cut(SECOND, "A"))

    assert align_likelihood(cut(FIRST), cut(SECOND, "A")) == first


def test_two_translations_of_a_short_letter_are_aligned() -> None:
    alignment = align_likelihood(cut(FIRST), cut(SECOND, "A"))

    assert pairs(alignment.beads) == singles(len(FIRST))


def test_two_joined_sentences_are_one_bead() -> None:
    joined = f"{SECOND[7][:-1]}, and {SECOND[8]}"
    alignment = align_likelihood(cut(FIRST), cut((*SECOND[:7], joined, *SECOND[9:]), "A"))

    assert ((7, 8), (7,)) in pairs(alignment.beads)
    assert {bead.shape for bead in alignment.beads} == {"1:1", "2:1"}


def test_a_sentence_split_in_two_is_one_bead() -> None:
    halves = ("The rye is tall.", "Drought has done the oats no harm.")
    alignment = align_likelihood(cut(FIRST), cut((*SECOND[:14], *halves, *SECOND[15:]), "A"))

    assert ((14,), (14, 15)) in pairs(alignment.beads)
    assert {bead.shape for bead in alignment.beads} == {"1:1", "1:2"}


@pytest.mark.parametrize("left_out", [2, 5, 10, 13, 14, 17, 19, 20])
def test_an_omitted_sentence_is_left_alone(left_out: int) -> None:
    other = (*SECOND[:left_out], *SECOND[left_out + 1 :])
    alignment = align_likelihood(cut(FIRST), cut(other, "A"))

    assert [bead.seed for bead in alignment.beads if not bead.other] == [(left_out,)]
    assert {bead.shape for bead in alignment.beads} == {"1:1", "1:0"}


@pytest.mark.parametrize("left_out", [2, 5, 10, 13, 14, 17, 19, 20])
def test_an_added_sentence_is_left_alone(left_out: int) -> None:
    seed = (*FIRST[:left_out], *FIRST[left_out + 1 :])
    alignment = align_likelihood(cut(seed), cut(SECOND, "A"))

    assert [bead.other for bead in alignment.beads if not bead.seed] == [(left_out,)]
    assert {bead.shape for bead in alignment.beads} == {"1:1", "0:1"}


@pytest.mark.parametrize(("taken", "put"), [(4, 15), (17, 4), (10, 20), (14, 2)])
def test_a_moved_sentence_is_found_and_marked(taken: int, put: int) -> None:
    other = [*SECOND[:taken], *SECOND[taken + 1 :]]
    other.insert(put, SECOND[taken])
    alignment = align_likelihood(cut(FIRST), cut(other, "A"))

    assert follows(alignment)
    assert [(bead.seed, bead.other) for bead in alignment.beads if bead.moved] == [
        ((taken,), (put,))
    ]
    assert {bead.shape for bead in alignment.beads} == {"1:1"}


def test_a_fragment_leaves_the_rest_of_the_text_alone() -> None:
    kept = (10, 12)
    alignment = align_likelihood(cut(FIRST[6:16]), cut([SECOND[number] for number in kept], "A"))

    paired = [(bead.seed, bead.other) for bead in alignment.beads if bead.other]
    assert paired == [((4,), (0,)), ((6,), (1,))]
    assert sum(not bead.other for bead in alignment.beads) == 8


def test_an_abridgement_joins_no_sentence_that_it_lacks() -> None:
    kept = (2, 5, 6, 9, 13, 17, 19)
    alignment = align_likelihood(cut(FIRST[:20]), cut([SECOND[n] for n in kept], "A"))

    paired = [(bead.seed, bead.other) for bead in alignment.beads if bead.other]
    assert paired == [((number,), (place,)) for place, number in enumerate(kept)]


def test_neighbours_that_changed_places_are_two_beads() -> None:
    other = list(SECOND)
    other[9], other[10] = other[10], other[9]
    alignment = align_likelihood(cut(FIRST), cut(other, "A"))

    crossing = [bead for bead in alignment.beads if {9, 10} & set(bead.seed)]
    assert [(bead.seed, bead.other) for bead in crossing] == [((9,), (10,)), ((10,), (9,))]
    assert sum(bead.moved for bead in crossing) == 1


def test_two_sentences_that_are_the_same_have_no_order_to_exchange() -> None:
    seed = [*FIRST[:8], FIRST[4], FIRST[4], *FIRST[8:]]
    other = [*SECOND[:8], SECOND[4], SECOND[4], *SECOND[8:]]
    alignment = align_likelihood(cut(seed), cut(other, "A"))

    assert not any(bead.moved for bead in alignment.beads)


def test_a_formula_whose_copies_are_elsewhere_has_not_moved() -> None:
    """Each side lacks another copy of a sentence that returns in the text."""
    formula = "And these were the words that the elder spoke to the men of the ferry."
    seed, other = list(FIRST), list(SECOND)
    for place in (21, 17, 13, 9, 5, 2):
        seed.insert(place, formula)
        other.insert(place, formula)
    del seed[2], other[26]
    alignment = align_likelihood(cut(seed), cut(other, "A"))

    assert not any(bead.moved for bead in alignment.beads)


def test_a_signature_that_occurs_twice_is_paired_in_order() -> None:
    seed = ("To Roshchin.", "Deliver at once.", "FILIPPOV", "For the envoy.", "FILIPPOV")
    alignment = align_likelihood(cut(seed), cut([s.title() for s in seed], "A"))

    assert pairs(alignment.beads) == singles(5)


def test_an_empty_side_leaves_the_other_alone() -> None:
    additions = align_likelihood(cut(()), cut(SECOND[:2], "A"))
    omissions = align_likelihood(cut(FIRST[:2]), cut((), "A"))

    assert pairs(additions.beads) == [((), (0,)), ((), (1,))]
    assert pairs(omissions.beads) == [((0,), ()), ((1,), ())]
    assert align_likelihood(cut(()), cut((), "A")).beads == ()


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        (("He came home.", "She left."), ("Он пришёл домой.", "Она ушла.")),
        (("He came home late.",), ("Beat four eggs with sugar.",)),
    ],
)
def test_short_texts_without_a_common_word_have_a_notice(
    seed: tuple[str, ...], other: tuple[str, ...]
) -> None:
    alignment = align_likelihood(cut(seed), cut(other, "A"))

    (notice,) = alignment.notices
    assert "order and length alone" in notice.message
    assert alignment.relatedness == 0


@pytest.mark.parametrize(("start", "end"), [(5, 15), (10, 18), (2, 24)])
def test_a_part_of_a_text_leaves_the_rest_of_it_alone(start: int, end: int) -> None:
    alignment = align_likelihood(cut(FIRST), cut(SECOND[start:end], "A"))

    paired = [(bead.seed, bead.other) for bead in alignment.beads if bead.other]
    assert paired == [((i,), (i - start,)) for i in range(start, end)]
    assert alignment.relatedness > 0.8
    assert not alignment.notices


def test_a_text_of_one_refrain_is_aligned_with_another_wording_of_it() -> None:
    seed, other = ("Lord, have mercy upon us.",), ("O Lord, have mercy on us.",)

    alignment = align_likelihood(cut(seed * 12), cut(other * 12, "A"))

    assert pairs(alignment.beads) == singles(12)
    assert not alignment.notices


def test_unrelated_texts_are_unmatched_and_have_a_notice() -> None:
    strangers = (
        "Heat the oven and butter a dish.",
        "Beat four eggs with sugar until pale.",
        "Fold in flour, then melted chocolate.",
        "Bake until a knife comes out clean.",
        "Let everything cool.",
        "Whip cream stiffly.",
        "Spread over cake.",
        "Decorate with cherries, almonds or grated peel.",
        "Serve cold.",
    )
    alignment = align_likelihood(cut(FIRST), cut(strangers, "A"))

    assert not [bead for bead in alignment.beads if bead.seed and bead.other]
    assert [notice.siglum for notice in alignment.notices] == ["A"]
    assert alignment.relatedness < 0.2


def test_the_same_beads_come_out_whatever_the_seed_of_hashes() -> None:
    program = (
        "from tests.aligners.texts import FIRST, SECOND, cut\n"
        "from variants.aligners import align_likelihood\n"
        "print(align_likelihood(cut(FIRST[3:]), cut(SECOND[:20], 'A')).beads)"
    )

    def answer(seed: str) -> str:
        path = os.pathsep.join([ROOT, *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        words = [sys.executable, "-c", program]
        found = subprocess.run(  # noqa: S603 - Our own words.
            words, check=True, capture_output=True, text=True, env=environment
        )
        return found.stdout

    assert answer("1") == answer("2")


def test_a_text_without_one_of_three_chapters_keeps_the_pairs_of_the_others() -> None:
    seed = (
        "PART I",
        "We crossed the river at night.",
        "The water was cold.",
        "PART II",
        "The mill burned on the second day.",
        "Two men fled.",
        "PART III",
        "We came to the town.",
        "Nobody opened the gates.",
    )
    other = (
        "1. The River",
        "At night we went over the river.",
        "We had cold water.",
        "3. The Town",
        "We reached the town.",
        "It was shut.",
    )

    alignment = align_likelihood(cut(seed), cut(other, "A"))

    paired = [(bead.seed[0], bead.other[0]) for bead in alignment.beads if bead.other]
    assert paired == [(0, 0), (1, 1), (2, 2), (6, 3), (7, 4), (8, 5)]
