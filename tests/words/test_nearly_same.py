import pytest

from variants.languages import language_of
from variants.words.batches import cut_batches
from variants.words.evidence import collect_evidence
from variants.words.linking import number_pairs
from variants.words.nearly_same import MatchReason, link_nearly_same, precision_table


def _links(seed: str, other: str) -> dict[tuple[str, str], MatchReason]:
    mine, theirs = seed.split(), other.split()
    vocabulary, numbered = number_pairs([(mine, theirs)], language_of("en"))
    (batch,) = cut_batches(numbered, [0], len(vocabulary.words))
    (links,) = link_nearly_same(collect_evidence(batch, vocabulary))
    return {(f"{i} {mine[i]}", f"{j} {theirs[j]}"): reason for i, j, reason, _ in links}


@pytest.mark.parametrize(
    ("seed", "other", "link", "reason"),
    [
        ("the pilots won", "the pilots won .", ("1 pilots", "1 pilots"), MatchReason.SAME),
        ("the pilots won", "a pilot won", ("1 pilots", "1 pilot"), MatchReason.ALIKE),
        ("to the harbor", "to the harbour", ("2 harbor", "2 harbour"), MatchReason.SAME),
        ("the pilots won", "the pilots won .", ("0 the", "0 the"), MatchReason.GRAMMAR),
        ("they won , we lost", "they won , you lost", ("2 ,", "2 ,"), MatchReason.MARK),
        ("we saw them near it", "we met them near it", ("1 saw", "1 met"), MatchReason.GAP_OF_ONE),
        ("we put off sailing", "we delayed sailing", ("2 off", "1 delayed"), MatchReason.SMALL_GAP),
        ("ships set out soon", "ships went away soon", ("1 set", "1 went"), MatchReason.LONG_GAP),
        ("so we saw", "so we met", ("2 saw", "2 met"), MatchReason.GAP_OF_ONE),
        ("saw we again", "met we again", ("0 saw", "0 met"), MatchReason.GAP_OF_ONE),
    ],
)
def test_a_link_has_its_reason(
    seed: str, other: str, link: tuple[str, str], reason: MatchReason
) -> None:
    assert _links(seed, other).get(link) is reason


def test_a_gap_of_unlike_lengths_stays_open() -> None:
    links = _links("ships left soon", "ships went out of the harbour again soon")

    assert {seed for seed, _ in links} == {"0 ships", "2 soon"}


def test_a_mark_is_not_the_counterpart_of_a_word() -> None:
    assert ("1 ,", "1 and") not in _links("ships , planes", "ships and planes")


def test_a_word_repeated_goes_to_its_own_place() -> None:
    links = _links("the sea and the land", "the sea and so the land")

    assert ("3 the", "4 the") in links
    assert ("3 the", "0 the") not in links


def test_every_reason_has_a_share_for_every_number_of_neighbours() -> None:
    assert len(precision_table()) == len(MatchReason)
    assert all(len(row) == 3 and all(0 < p < 1.0001 for p in row) for row in precision_table())
