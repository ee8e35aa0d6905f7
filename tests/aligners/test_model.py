from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.aligners.models import make_model
from tests.aligners.texts import FIRST, SECOND
from variants.aligners.likelihood.band import whole
from variants.aligners.likelihood.bead_scores import find_beads
from variants.aligners.likelihood.features import encode
from variants.aligners.likelihood.model import Lengths, Priors, measure_lengths, weigh
from variants.aligners.likelihood.pair_scores import pair_scores
from variants.aligners.likelihood.rates import first_rates
from variants.aligners.likelihood.single_bead import BeadScorer


def test_a_rarer_word_weighs_more() -> None:
    seed, other = encode(["the Oka", "the bridge", "the ice"], ["the Oka", "the bridge", "the ice"])
    gain = weigh(seed, other, first_rates(seed, other)).seed.gain

    the, oka = seed.features[:2].tolist()
    assert gain[oka] > gain[the]


def test_the_frequency_of_a_word_seen_once_is_discounted() -> None:
    short, _ = encode([f"{k} days" for k in range(9)], [])
    gain = weigh(short, short, first_rates(short, short)).seed.gain

    rate = float(first_rates(short, short).seed[0])
    assert float(gain[short.features[0]]) > np.log(rate * 18) + 1


def test_partners_of_similar_length_score_more_than_others() -> None:
    lengths = [20, 200, 60, 120, 35, 90] * 5
    seed, other = encode(["a" * size for size in lengths], ["b" * (size // 2) for size in lengths])
    measured = measure_lengths(seed, other, (np.arange(30), np.arange(30)))

    usual, unusual = measured.scores(np.array([100.0, 100.0]), np.array([50.0, 200.0]))

    assert measured.centre == pytest.approx(np.log(2), abs=0.1)
    assert usual > 1
    assert unusual < 0


def test_long_partners_have_more_similar_lengths_than_short_ones() -> None:
    lengths = Lengths(centre=0.0, spread=0.2, random=0.8)

    short, long = lengths.scores(np.array([40.0, 400.0]), np.array([60.0, 600.0]))
    longest = lengths.scores(np.array([400.0, 9e6]), np.array([410.0, 9.1e6]))

    assert short > long + 1
    assert longest[1] < longest[0] + 1


@pytest.mark.parametrize("pair", [(5.0, 9.0), (40.0, 60.0), (400.0, 380.0), (9000.0, 7000.0)])
def test_lengths_of_one_bead_score_as_those_of_many(pair: tuple[float, float]) -> None:
    lengths = Lengths(centre=0.1, spread=0.2, random=0.8)

    many = lengths.scores(np.array([pair[0]]), np.array([pair[1]]))

    assert lengths.score(*pair) == pytest.approx(many[0])


def test_several_sentences_on_both_sides_are_less_probable_than_as_many_on_one() -> None:
    priors = Priors(extra=-1.0, unmatched=-3.0)

    assert priors.joined(1, 1) == 0
    assert priors.joined(1, 3) == -2
    assert priors.joined(2, 2) < priors.joined(1, 3)
    assert priors.joined(3, 2) == priors.joined(2, 3)


def test_a_price_of_staying_alone_changes_beads_by_what_their_sentences_would_add() -> None:
    plain = Priors(extra=-1.0, unmatched=-3.0)
    priced = replace(plain, more=(2.0, -0.5))

    for height, width in ((1, 1), (1, 3), (2, 2)):
        gain = plain.joined(height, width) - priced.alone(height, width)
        assert priced.bead(height, width) - -3.0 * (height + width) == pytest.approx(gain)
        assert plain.bead(height, width) == plain.joined(height, width)


def test_all_scores_of_a_bead_have_the_price_of_staying_alone() -> None:
    model = make_model(list(FIRST[:4]), list(SECOND[:4]))
    model = replace(model, priors=replace(model.priors, more=(0.75, -1.25)))
    band, ones = whole(4, 4), np.arange(4)
    beads = find_beads(model, band, (2, 1), slack=1e6)
    scorer = BeadScorer(model)

    for number, score in enumerate(beads.scores.tolist()):
        rows = range(beads.top[number], beads.top[number] + beads.height[number])
        columns = range(beads.left[number], beads.left[number] + beads.width[number])
        assert score == pytest.approx(scorer.bead(rows, columns).score, abs=1e-4)
    one = scorer.bead(range(1), range(1)).score
    assert pair_scores(model, (ones, ones))[0] == pytest.approx(one, abs=1e-4)


def test_without_sure_pairs_a_fragment_has_the_usual_length_of_a_sentence() -> None:
    """The whole length of the other text shows how much it lacks, not how it is translated."""
    seed = ["Ships left Odessa.", "Harvests failed.", "Peter wrote home.", "Nobody answered."]
    first, second = encode(seed, seed[1:2])
    none = np.zeros(0, np.int64)

    assert abs(measure_lengths(first, second, (none, none)).centre) < 0.1


def test_without_sure_pairs_lengths_tell_a_heading_from_a_sentence() -> None:
    first, second = encode(["One."], ["Two."])
    none = np.zeros(0, np.int64)
    lengths = measure_lengths(first, second, (none, none))

    assert lengths.score(11, 13) > 0.85
    assert lengths.score(33, 13) < -0.1
