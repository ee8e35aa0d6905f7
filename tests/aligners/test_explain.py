from __future__ import annotations

import pytest
from hypothesis import given

from tests.aligners.texts import FIRST, SECOND, cut, few, force, linked_texts, texts
from variants.aligners import ALIGNERS, EXPLAINERS, explain_length, explain_likelihood
from variants.aligners.constraints import NO_CONSTRAINTS, constraints_of, run_of
from variants.aligners.length import LengthSection, length_texts
from variants.aligners.likelihood.align import find_first_path
from variants.aligners.likelihood.divisions import find_marks
from variants.aligners.likelihood.single_bead import BeadScorer
from variants.types.explanation import Origin
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

Drawn = tuple[Segmentation, Segmentation, tuple[SentenceLink, ...]]
_BASE, _OTHER = cut(FIRST), cut(SECOND, "A")


def test_every_aligner_is_explained() -> None:
    assert list(EXPLAINERS) == list(ALIGNERS)


@pytest.mark.parametrize("name", ALIGNERS)
@given(drawn=linked_texts())
@few
def test_the_bead_that_is_explained_is_the_aligners_own(name: str, drawn: Drawn) -> None:
    seed, other, links = drawn
    alignment = ALIGNERS[name](seed, other, links)

    for side, cut_side in enumerate((seed, other)):
        for sentence in range(min(3, len(cut_side.sentences))):
            found = EXPLAINERS[name](seed, other, links, side, sentence)

            assert found.alignment == alignment
            assert sentence in (found.bead.seed, found.bead.other)[side]
            assert (found.origin is Origin.FORCED) == found.bead.forced
            assert (found.weighing is None) == (not found.bead.seed or not found.bead.other)
            if found.rival is not None:
                assert sentence in (found.rival.seed, found.rival.other)[side]
                assert (found.rival.seed, found.rival.other) != (found.bead.seed, found.bead.other)
                assert found.bead.confidence + found.rival.probability <= 1.001


@given(seed=texts, other=texts)
@few
def test_the_evidence_for_a_bead_adds_up_to_its_score(seed: list[str], other: list[str]) -> None:
    first, second = cut(seed), cut(other, "A")
    for sentence in range(min(4, len(seed))):
        found = explain_likelihood(first, second, (), 0, sentence)
        if found.weighing is None:
            continue
        begun = find_first_path(seed, other, find_marks(first, second), NO_CONSTRAINTS)
        sides = [
            pieces.pieces_of(run_of(side))
            for pieces, side in zip(begun.pieces, (found.bead.seed, found.bead.other), strict=True)
        ]
        model = begun.learned.model

        bead = BeadScorer(model).bead(*sides).score
        alone = model.priors.unmatched * sum(map(len, sides))

        assert found.weighing.total - found.weighing.alone == pytest.approx(bead - alone, abs=1e-4)


@given(seed=texts, other=texts)
@few
def test_words_are_shown_as_their_sentences_write_them(seed: list[str], other: list[str]) -> None:
    first, second = cut(seed), cut(other, "A")
    for sentence in range(min(4, len(seed))):
        found = explain_likelihood(first, second, (), 0, sentence)
        if found.weighing is None:
            continue
        ours = " ".join(seed[n] for n in found.bead.seed)
        theirs = " ".join(other[n] for n in found.bead.other)

        assert all(each.seed and each.other for each in found.weighing.shared)
        for each in (*found.weighing.shared, *found.weighing.missed):
            assert all(word in ours for word in each.seed)
            assert all(word in theirs for word in each.other)


@given(drawn=linked_texts())
@few
def test_the_probabilities_of_a_sentence_sum_to_one(drawn: Drawn) -> None:
    seed, other, links = drawn
    if not seed.sentences or not other.sentences:
        return
    sizes = range(len(seed.sentences)), range(len(other.sentences))
    stretch = LengthSection(
        length_texts(seed, other, constraints_of(links, seed, other)[0]), *sizes
    )

    for side, size in enumerate(sizes):
        chances = [rival.probability for rival in stretch.alternatives(side, size[-1])]
        assert sum(chances) == pytest.approx(1.0, abs=1e-6)


def test_words_with_a_common_beginning_are_shown_in_full() -> None:
    found = explain_likelihood(_BASE, _OTHER, (), 0, 11).weighing

    assert found is not None
    assert [(each.seed, each.other) for each in found.shared] == [
        (("just",), ("justified",)),
        (("complaint",), ("complaint",)),
    ]
    assert found.shared[0].evidence > found.shared[1].evidence > 2
    assert (found.shared[1].seed_count, found.shared[1].other_count) == (2, 1)


def test_a_bead_of_the_path_and_a_moved_one_are_distinguished() -> None:
    other = cut([*SECOND[:4], *SECOND[5:16], SECOND[4], *SECOND[16:]], "A")

    assert explain_likelihood(_BASE, other, (), 0, 10).origin is Origin.WAY
    assert explain_likelihood(_BASE, other, (), 0, 4).origin is Origin.FOUND


def test_the_origin_of_an_extended_bead_is_shown() -> None:
    seed = cut([*FIRST[:4], " ".join(FIRST[4:13]), *FIRST[13:]])

    found = explain_likelihood(seed, _OTHER, (), 0, 4)

    assert (found.origin, found.bead.shape) == (Origin.GROWN, "1:9")


def test_the_origin_of_a_bead_of_pieces_is_shown() -> None:
    found = explain_likelihood(cut([" ".join(FIRST)]), _OTHER, (), 0, 0)

    assert found.origin is Origin.PIECES
    assert found.rival is None


def test_the_origin_of_a_bead_with_a_corrected_border_is_shown() -> None:
    # One word for the aligner: only its order shows the end of a sentence.
    words = [f"word{n}" for n in range(14)]
    seed = cut([*FIRST[:10], " ".join(words), *FIRST[10:]])
    other = cut([*SECOND[:10], *words, *SECOND[10:]], "A")

    assert explain_likelihood(seed, other, (), 0, 10).origin is Origin.SETTLED


def test_a_forced_bead_has_no_alternative() -> None:
    links = [force(_BASE, _OTHER, (4,), (5,))]

    for explain in (explain_likelihood, explain_length):
        found = explain(_BASE, _OTHER, links, 0, 4)

        assert (found.origin, found.rival) == (Origin.FORCED, None)
        assert found.weighing is not None


def test_the_alternative_has_the_next_highest_probability() -> None:
    seed, other = cut(["Yes."] * 3), cut(["Yes.", "Yes."], "A")

    found = explain_length(seed, other, (), 1, 0)

    assert found.rival is not None
    assert 0.05 < found.rival.probability < 0.95
