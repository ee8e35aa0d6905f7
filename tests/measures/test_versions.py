"""Agreement of all versions with each other, their groups, and the text in parts."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise, permutations, product
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import telegram
from tests.reports.harbour import HARBOUR
from tests.reports.weighed import weighed
from variants.measures.pair_agreement import measure_pairs
from variants.measures.passage_words import words_by_passage
from variants.measures.text_parts import MOST_PARTS, measure_parts
from variants.measures.version_groups import clear_groups, merge_versions
from variants.measures.versions import measure_versions
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.segmentation import Segmentation
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.variant import VariantClass
from variants.types.version_measures import Merge, VersionMeasures
from variants.types.witness import Witness
from variants.types.words import TokenKind
from variants.words.tokenize import tokens_of, word_counts_of

_LINES = (
    "The convoy left at dawn.\nSixteen ships carried no flag.\nNobody waved to them.\n"
    "The ice was late that year.\nThe old admiral slept well.\nRain fell on the harbour."
)


def _collate(*texts: str) -> Collation:
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABCDE", texts, strict=False)]
    return collate(witnesses, Settings(segmenter="lines"))


def _measured(collation: Collation) -> VersionMeasures:
    return measure_versions(collation, word_counts_of)


def _words(cut: Segmentation, sentences: tuple[int, ...]) -> list[str]:
    return [
        token.key
        for sentence in sentences
        for token in tokens_of(cut, cut.sentences[sentence])
        if token.kind is not TokenKind.PUNCTUATION
    ]


def _recounted(collation: Collation, one: Segmentation, other: Segmentation) -> tuple[int, ...]:
    """Count passages, equal words and words of two versions, word by word."""
    passages = shared = one_words = other_words = 0
    for passage in collation.passages:
        sentences = {rendering.siglum: rendering.sentences for rendering in passage.renderings}
        sentences[collation.seed.witness.siglum] = passage.sentences
        mine = _words(one, sentences.get(one.witness.siglum, ()))
        theirs = _words(other, sentences.get(other.witness.siglum, ()))
        if not mine or not theirs:
            continue
        passages += 1
        one_words += len(mine)
        other_words += len(theirs)
        for word in mine:
            if word in theirs:
                theirs.remove(word)
                shared += 1
    return passages, shared, one_words, other_words


def test_the_matrix_is_that_of_a_plain_recount() -> None:
    collation = collate(telegram(), Settings())
    cuts = (collation.seed, *collation.others)
    found = _measured(collation)

    assert [(pair.one, pair.other) for pair in found.pairs] == [
        ("S", "A"),
        ("S", "B"),
        ("S", "C"),
        ("A", "B"),
        ("A", "C"),
        ("B", "C"),
    ]
    for pair, (one, other) in zip(found.pairs, combinations(cuts, 2), strict=True):
        passages, shared, one_words, other_words = _recounted(collation, one, other)
        assert (pair.passages, pair.shared) == (passages, shared)
        assert (pair.one_words, pair.other_words) == (one_words, other_words)
        assert pair.share == 2 * shared / (one_words + other_words)


def test_two_witnesses_are_compared_with_each_other_and_not_over_the_seed() -> None:
    seed = "We must ask the master about the ferry."
    same = "They had better inquire of him concerning that boat."

    found = _measured(_collate(seed, same, same))

    assert found.share_of("A", "B") == found.share_of("B", "A") == 1.0
    assert (found.share_of("S", "A") or 0) < 0.1
    assert found.share_of("A", "A") == 1.0


def test_a_passage_that_one_version_lacks_does_not_count_for_it() -> None:
    lines = _LINES.splitlines()

    found = _measured(_collate(_LINES, "\n".join(lines[:2] + lines[3:]), _LINES))

    assert [(pair.passages, pair.share) for pair in found.pairs] == [(5, 1.0), (6, 1.0), (5, 1.0)]


def test_order_case_and_punctuation_do_not_count() -> None:
    found = _measured(_collate("The old admiral slept well.", "Well, slept; the OLD admiral!"))

    assert found.share_of("S", "A") == 1.0


def test_versions_without_a_passage_in_common_have_no_agreement() -> None:
    pairs = measure_pairs("SA", [{"S": Counter("ab"), "A": Counter()}])

    assert [(pair.passages, pair.share) for pair in pairs] == [(0, None)]


_SHARES = st.lists(st.integers(0, 100), min_size=10, max_size=10)


@given(_SHARES)
def test_a_merge_is_at_the_mean_agreement_of_its_two_sides(shares: list[int]) -> None:
    known = {
        frozenset(pair): share / 100
        for pair, share in zip(combinations("SABCD", 2), shares, strict=True)
    }

    merges = merge_versions("SABCD", lambda one, other: known[frozenset((one, other))])

    assert len(merges) == 4
    assert sorted(merges[-1].sigla) == sorted("SABCD")
    for merge in merges:
        mean = fmean(known[frozenset(pair)] for pair in product(merge.left, merge.right))
        assert merge.share == pytest.approx(mean, abs=1e-9)
    for before, after in pairwise(merges):
        assert before.share >= after.share - 1e-9


@given(_SHARES, st.sampled_from(list(permutations("SABCD"))))
def test_merges_depend_on_the_order_of_versions_only_if_shares_are_equal(
    shares: list[int], order: tuple[str, ...]
) -> None:
    known = {
        frozenset(pair): (share + at / 100) / 101
        for at, (pair, share) in enumerate(zip(combinations("SABCD", 2), shares, strict=True))
    }
    one, other = (
        merge_versions(sigla, lambda mine, their: known[frozenset((mine, their))])
        for sigla in ("SABCD", order)
    )

    if len({round(merge.share, 6) for merge in one}) == len(one):
        assert [frozenset(merge.sigla) for merge in one] == [
            frozenset(merge.sigla) for merge in other
        ]


def test_versions_go_together_that_are_joined_before_the_largest_step() -> None:
    steps = [("S", "A", 0.95), ("B", "C", 0.9), ("SA", "BC", 0.6)]
    merges = [Merge(tuple(left), tuple(right), share) for left, right, share in steps]

    assert clear_groups(merges) == (("S", "A"), ("B", "C"))
    assert clear_groups(merges[:1]) == ()
    assert clear_groups([*merges[:2], Merge(("S", "A"), ("B", "C"), 0.86)]) == ()


def test_groups_have_the_order_of_the_document() -> None:
    other = "At daybreak a fleet sailed off. It flew nothing. Everyone kept still over there."
    copy = _LINES.replace("convoy", "fleet")

    found = _measured(_collate(_LINES, other, copy))

    assert found.groups == (("S", "B"),)
    assert found.merges[0].sigla == ("S", "B")


def test_a_part_has_the_share_of_words_that_are_not_equal() -> None:
    text = _LINES.replace("Nobody waved to them.", "Nobody sang for them.")
    lacking = "\n".join(_LINES.splitlines()[1:])

    found = _measured(_collate(_LINES, text, lacking))

    assert [part.label for part in found.parts] == ["1", "2", "3", "4", "5", "6"]
    assert [part.figures[0].differing for part in found.parts] == [0, 0, 0.5, 0, 0, 0]
    assert [part.figures[1].differing for part in found.parts] == [1, 0, 0, 0, 0, 0]


def test_the_parts_add_up_to_the_words_of_the_text() -> None:
    collation = collate(telegram(), Settings())
    passages = list(words_by_passage(collation, word_counts_of))

    (whole,) = measure_parts(collation, passages, most=1)

    for at, other in enumerate(collation.others):
        siglum = other.witness.siglum
        total = sum(bags["S"].total() + bags[siglum].total() for _, bags in passages)
        shared = sum((bags["S"] & bags[siglum]).total() for _, bags in passages)
        assert whole.figures[at].differing == pytest.approx(1 - 2 * shared / total)
    assert (whole.first, whole.last) == (1, len(collation.seed.sentences))


def test_added_text_belongs_to_the_part_before_it_and_at_the_beginning_to_the_first() -> None:
    lines = _LINES.splitlines()
    bread, walls = "Fresh bread was sold in the market.", "Green paint covers every wall here."

    found = _measured(_collate(_LINES, "\n".join([bread, *lines[:3], walls, *lines[3:]])))
    values = [part.figures[0].differing for part in found.parts]

    assert [at for at, value in enumerate(values) if value] == [0, 2]


def test_sense_is_the_mean_of_the_sums_of_probabilities_in_passages() -> None:
    collation = weighed()
    readings = [reading for entry in collation.entries for reading in entry.readings]
    expected = sum(
        reading.sense.probability
        for reading in readings
        if "A" in reading.sigla and reading.sense and reading.tier is not Tier.FORM
    )

    passages = list(words_by_passage(collation, word_counts_of))
    (whole,) = measure_parts(collation, passages, most=1)

    assert whole.figures[0].sense == pytest.approx(expected / len(collation.passages))
    assert expected > 0.3
    assert {one.sense for part in _measured(HARBOUR).parts for one in part.figures} == {None}


def test_a_long_text_has_a_fixed_number_of_parts() -> None:
    text = "\n".join(f"Ship number {at} left the harbour." for at in range(700))

    parts = _measured(_collate(text, text)).parts

    assert len(parts) <= MOST_PARTS
    assert (parts[0].first, parts[-1].last) == (1, 700)
    assert all(one.last + 1 == other.first for one, other in pairwise(parts))


def test_readings_are_counted_by_tier_and_class() -> None:
    collation = weighed()

    found = _measured(collation).counts

    for counts in found:
        mine = [
            reading
            for entry in collation.entries
            for reading in entry.readings
            if counts.siglum in reading.sigla
        ]
        assert dict(counts.tiers) == {tier: sum(r.tier is tier for r in mine) for tier in Tier}
        assert dict(counts.classes) == {
            name: sum(r.variant_class is name for r in mine) for name in VariantClass
        }
    assert all(counts.tiers == () for counts in _measured(HARBOUR).counts)


def test_every_sentence_is_counted_once() -> None:
    collation = collate(telegram(), Settings())
    counted: Counter[tuple[str, Span]] = Counter()

    def count(cut: Segmentation, span: Span) -> Counter[str]:
        counted[cut.witness.siglum, span] += 1
        return word_counts_of(cut, span)

    measure_versions(collation, count)

    cuts = (collation.seed, *collation.others)
    assert counted == Counter((cut.witness.siglum, span) for cut in cuts for span in cut.sentences)
