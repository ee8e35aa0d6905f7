from collections import Counter
from math import dist, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variants.measures.variation import eddies_of, measure_variation
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.measure import Metric, Variation
from variants.types.witness import Witness
from variants.words.tokenize import word_counts_of

_BAGS = st.lists(st.text("abcde", min_size=1, max_size=8).map(Counter), min_size=2, max_size=6)
_SHIPS = (
    "The convoy left at dawn.\nSixteen ships carried no flag.\nNobody waved to them.\n"
    "The ice was late that year.\nThe old admiral slept well.\nRain fell on the harbour."
)
_METRICS = st.sampled_from(Metric)


def _vary(*texts: str, metric: Metric = Metric.EUCLID, with_seed: bool = True) -> Variation:
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABC", texts, strict=False)]
    collation = collate(witnesses, Settings(segmenter="lines"))
    return measure_variation(
        collation.seed,
        collation.others,
        collation.passages,
        word_counts_of,
        metric=metric,
        with_seed=with_seed,
    )


def _by_hand(bags: list[Counter[str]], metric: Metric) -> list[float]:
    """Compute the definition literally."""
    words = sorted(set().union(*bags))
    vectors = [[bag[word] for word in words] for bag in bags]
    middle = [sum(column) / len(bags) for column in zip(*vectors, strict=True)]
    if metric is Metric.COSINE:
        lengths = [dist(vector, [0] * len(words)) for vector in (*vectors, middle)]
        dots = [sum(x * c for x, c in zip(vector, middle, strict=True)) for vector in vectors]
        return [1 - dot / (one * lengths[-1]) for dot, one in zip(dots, lengths, strict=False)]
    eddies = [dist(vector, middle) for vector in vectors]
    mean = sum(map(sum, vectors)) / len(vectors)
    return eddies if metric is Metric.EUCLID else [eddy / mean for eddy in eddies]


@given(_BAGS, _METRICS)
def test_eddy_is_what_its_definition_says(bags: list[Counter[str]], metric: Metric) -> None:
    assert eddies_of(bags, metric) == pytest.approx(_by_hand(bags, metric), abs=2e-6)


@given(_BAGS, _METRICS, st.randoms(use_true_random=False))
def test_the_order_of_versions_changes_no_digit(
    bags: list[Counter[str]], metric: Metric, random: object
) -> None:
    order = list(range(len(bags)))
    random.shuffle(order)  # type: ignore[attr-defined] # Hypothesis's own kind of Random.

    eddies = eddies_of(bags, metric)

    assert eddies_of([bags[at] for at in order], metric) == [eddies[at] for at in order]


@given(st.text("abc", min_size=1, max_size=9).map(Counter), st.integers(2, 5), _METRICS)
def test_versions_that_are_the_same_have_no_distance(
    bag: Counter[str], times: int, metric: Metric
) -> None:
    assert eddies_of([bag] * times, metric) == [0.0] * times


@given(_BAGS.filter(lambda bags: len(bags) == 2))
def test_two_versions_are_both_half_their_distance_from_the_middle(
    bags: list[Counter[str]],
) -> None:
    one, other = bags
    half = sqrt(sum((one[word] - other[word]) ** 2 for word in one | other)) / 2

    assert eddies_of(bags, Metric.EUCLID) == pytest.approx([half, half], abs=1e-6)


def test_viv_is_the_mean_of_the_eddies() -> None:
    (passage,) = _vary("red wall", "red wall", "red house").passages

    assert passage.eddies == (("S", 0.471405), ("A", 0.471405), ("B", 0.942809))
    assert passage.viv == 0.628539
    assert passage.deviation == 0.222222


def test_capitals_and_marks_are_not_counted() -> None:
    (passage,) = _vary("The red wall.", "the RED wall!", "The red, wall").passages

    assert passage.viv == 0.0


def test_a_version_that_omits_a_passage_has_no_eddy_there_and_no_part_in_the_middle() -> None:
    cut = _SHIPS.replace("Sixteen ships carried no flag.\n", "")

    passage = _vary(_SHIPS, _SHIPS, cut).passages[1]

    assert passage.eddies == (("S", 0.0), ("A", 0.0), ("B", None))
    assert passage.viv == 0.0


def test_what_one_version_has_alone_has_neither_eddy_nor_viv() -> None:
    seed = _SHIPS.replace("Sixteen ships carried no flag.\n", "")

    variation = _vary(seed, _SHIPS)
    added = next(one for one in variation.passages if "+" in one.label)

    assert (added.viv, added.deviation) == (None, None)
    assert added.eddies == (("S", None), ("A", None))
    assert dict(variation.eddies) == {"S": 0.0, "A": 0.0}


def test_without_the_seed_the_others_are_measured_among_themselves() -> None:
    variation = _vary("red wall", "red house", "red house", with_seed=False)

    assert variation.eddies == (("A", 0.0), ("B", 0.0))
    assert variation.passages[0].viv == 0.0
    assert "seed:without" in variation.signature


def test_one_version_alone_has_no_viv() -> None:
    variation = _vary("red wall", "red house", with_seed=False)

    assert variation.passages[0].viv is None
    assert variation.eddies == (("A", None),)


def test_a_passage_of_marks_alone_is_not_divided_by_nothing() -> None:
    variation = _vary(
        "Red wall.\n…\nGreen door.", "Red wall.\n…\nGreen door.", metric=Metric.COSINE
    )

    assert [one.viv for one in variation.passages if one.viv] == []


@pytest.mark.parametrize("metric", Metric)
def test_the_signature_names_the_distance(metric: Metric) -> None:
    assert f"eddy:{metric.value}|viv:mean|seed:with" in _vary("a", "b", metric=metric).signature
