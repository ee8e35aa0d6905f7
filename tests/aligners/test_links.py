from __future__ import annotations

import pytest

from tests.aligners.texts import (
    FIRST,
    SECOND,
    cut,
    follows,
    forbid,
    force,
    obeys,
    pairs,
    singles,
)
from variants.aligners import ALIGNERS, align_length, align_likelihood
from variants.types.bead import Bead
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark

_BASE, _OTHER = cut(FIRST), cut(SECOND, "A")


def test_a_forced_bead_is_an_anchor_for_its_neighbours() -> None:
    seed, other = cut(["Amen."] * 5), cut(["Amen."] * 6, "A")

    alignment = align_likelihood(seed, other, [force(seed, other, (2,), (3,))])

    assert pairs(alignment.beads)[-2:] == [((3,), (4,)), ((4,), (5,))]


def test_a_forced_bead_far_away_is_moved_and_leaves_the_others_as_they_were() -> None:
    links = [force(_BASE, _OTHER, (4,), (16,)), force(_BASE, _OTHER, (16,), (4,))]

    alignment = align_likelihood(_BASE, _OTHER, links)

    assert obeys(alignment, links)
    assert follows(alignment)
    assert [bead.seed for bead in alignment.beads if bead.moved] == [(4,), (16,)]
    kept = [pair for pair in singles(len(FIRST)) if pair[0] not in {(4,), (16,)}]
    assert [pair for pair in pairs(alignment.beads) if pair in kept] == kept


def test_a_forced_bead_that_crosses_little_is_on_the_path() -> None:
    links = [force(_BASE, _OTHER, (4,), (5, 6))]

    alignment = align_likelihood(_BASE, _OTHER, links)

    assert [bead for bead in alignment.beads if bead.forced] == [
        Bead((4,), (5, 6), 1.0, forced=True)
    ]
    assert pairs(alignment.beads)[-18:] == singles(len(FIRST))[-18:]


@pytest.mark.parametrize("name", ALIGNERS)
def test_a_sentence_forced_to_have_no_counterpart_has_none(name: str) -> None:
    links = [force(_BASE, _OTHER, (9,), ()), force(_BASE, _OTHER, (), (3,))]

    alignment = ALIGNERS[name](_BASE, _OTHER, links)

    assert obeys(alignment, links)
    assert Bead((9,), (), 1.0, forced=True) in alignment.beads


def test_forbidden_sentences_are_aligned_otherwise_or_unmatched() -> None:
    links = [forbid(_BASE, _OTHER, (4, 5), (4, 5))]

    alignment = align_likelihood(_BASE, _OTHER, links)

    assert obeys(alignment, links)
    assert not any(bead.forced for bead in alignment.beads)
    assert [pair for pair in pairs(alignment.beads) if pair[0] and pair[0][0] > 6] == singles(
        len(FIRST)
    )[7:]


def test_a_moved_passage_obeys_links() -> None:
    # Sentences 5 to 8 follow 21.
    other = cut([*FIRST[:4], *FIRST[8:21], *FIRST[4:8], *FIRST[21:]], "A")
    moved = [((4,), (17,)), ((5,), (18,)), ((6,), (19,)), ((7,), (20,))]
    found = align_likelihood(_BASE, other)
    assert [pair for pair in pairs(found.beads) if pair in moved] == moved

    links = [forbid(_BASE, other, (5,), (18,)), force(_BASE, other, (6,), ())]
    alignment = align_likelihood(_BASE, other, links)

    assert obeys(alignment, links)
    assert follows(alignment)
    assert moved[0] in pairs(alignment.beads)
    assert moved[3] in pairs(alignment.beads)


def test_a_sentence_cut_into_pieces_obeys_a_forced_bead_inside_it() -> None:
    seed = cut([" ".join(FIRST[:12]), *FIRST[12:]])
    links = [force(seed, _OTHER, (), (8,))]

    alignment = align_likelihood(seed, _OTHER, links)

    assert obeys(alignment, links)
    assert pairs(alignment.beads)[0] == ((0,), tuple(range(8)))
    assert {bead.shape for bead in alignment.beads[1:]} == {"0:1", "1:1"}


@pytest.mark.parametrize("name", ALIGNERS)
@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (SentenceMark(4, "Her letter"), "should begin “Her letter”, but begins “The bridge over"),
        (SentenceMark(40, "The bridge"), "should begin “The bridge”, but S has 25 sentences"),
    ],
)
def test_a_link_that_no_longer_fits_is_noticed_and_not_obeyed(
    name: str, mark: SentenceMark, said: str
) -> None:
    link = SentenceLink(LinkKind.FORCED, "A", (mark,), (SentenceMark(9, ""),))

    alignment = ALIGNERS[name](_BASE, _OTHER, [link])

    assert alignment.beads == ALIGNERS[name](_BASE, _OTHER).beads
    (notice,) = alignment.notices
    assert notice.siglum == "A"
    assert said in notice.message
    assert f"variants align --unlink A:{link.label}" in notice.message


def test_links_of_other_witnesses_are_ignored() -> None:
    link = force(_BASE, cut(SECOND, "B"), (4,), (16,))

    assert align_likelihood(_BASE, _OTHER, [link]) == align_likelihood(_BASE, _OTHER)


def test_alignment_by_lengths_continues_from_a_forced_bead() -> None:
    seed, other = cut(["Yes."] * 6), cut(["Yes."] * 8, "A")

    alignment = align_length(seed, other, [force(seed, other, (2,), (4,))])

    assert pairs(alignment.beads)[-3:] == [((3,), (5,)), ((4,), (6,)), ((5,), (7,))]
