import numpy as np
import pytest

from tests.aligners.test_programme import make_model
from tests.aligners.texts import FIRST, SECOND
from variants.aligners.likelihood.candidates import drop_isolated
from variants.aligners.likelihood.dynamic_programming import NOT_A_BEAD, Path
from variants.aligners.likelihood.features import encode
from variants.aligners.likelihood.learning import learn
from variants.aligners.likelihood.model import measure_lengths, weigh
from variants.aligners.likelihood.rates import CLASSES, first_rates
from variants.aligners.likelihood.unmatched import extend_beads

BATTER = "Beat butter with sugar until pale, then eggs, flour, almonds, milk and grated chocolate."


def straight(count: int, score: float = 9.0) -> Path:
    """Return a path of 1:1 beads."""
    bounds = np.stack([np.arange(count), np.arange(count) + 1], axis=1)
    return Path(bounds, bounds.copy(), np.full(count, score), np.arange(count))


def test_marks_on_letters_are_no_part_of_a_feature() -> None:
    bare, marked = encode(["молоко école كتاب"], ["мо́локо́ ÉCOLE كِتَاب"])

    assert bare.features.tolist() == marked.features.tolist()


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    seed, other = encode(["渡船每天往返"], ["每天有渡船"])

    assert len(seed.features) == 6
    assert len(set(seed.features.tolist()) & set(other.features.tolist())) == 4


def test_a_word_is_compared_by_its_beginning() -> None:
    seed, other = encode(["He repaired bridges."], ["he is repairing the bridge"])

    assert set(seed.features.tolist()) < set(other.features.tolist())


def test_the_rarer_a_word_the_more_it_says() -> None:
    seed, other = encode(["the Oka", "the bridge", "the ice"], ["the Oka", "the bridge", "the ice"])
    gain = weigh(seed, other, first_rates(seed, other)).seed.gain

    the, oka = seed.features[:2].tolist()
    assert gain[oka] > gain[the]


def test_a_word_seen_once_is_taken_for_rarer_than_it_seems() -> None:
    short, _ = encode([f"{k} days" for k in range(9)], [])
    gain = weigh(short, short, first_rates(short, short)).seed.gain

    rate = float(first_rates(short, short).seed[0])
    assert float(gain[short.features[0]]) > np.log(rate * 18) + 1


def test_words_that_return_are_learned_to_return() -> None:
    model = make_model(list(FIRST), list(FIRST))
    rates = first_rates(model.seed, model.other)
    learned = learn(model, straight(len(FIRST)), rates).model.weights.seed.miss
    strangers = make_model(list(FIRST), [f"{k}other {k}words" for k in range(len(FIRST))])
    unlearned = learn(strangers, straight(len(FIRST)), rates).model.weights.seed.miss

    assert np.all(learned[:20] < model.weights.seed.miss[:20])
    assert np.all(unlearned[:20] > strangers.weights.seed.miss[:20])
    assert len(rates.seed) == CLASSES


def test_sentences_left_alone_are_expected_where_there_are_many() -> None:
    model = make_model(list(FIRST), list(SECOND))
    rates = first_rates(model.seed, model.other)
    count = len(FIRST)
    half = straight(count).only(np.arange(count) < count // 2)
    alone = [(i, i + 1, count // 2, count // 2) for i in range(count // 2, count)]
    alone += [(count, count, j, j + 1) for j in range(count // 2, count)]
    bounds = np.array(alone)
    path = Path(
        np.concatenate([half.seed, bounds[:, :2]]),
        np.concatenate([half.other, bounds[:, 2:]]),
        np.concatenate([half.scores, np.full(len(alone), -3.0)]),
        np.concatenate([half.beads, np.full(len(alone), NOT_A_BEAD)]),
    )

    many = learn(model, path, rates).model.priors
    none = learn(model, straight(count), rates).model.priors

    assert many.unmatched > none.unmatched + 1


def test_anchors_far_from_all_others_are_dropped() -> None:
    seed, other = np.array([0, 1, 2, 20, 40, 41]), np.array([0, 1, 2, 300, 400, 401])

    kept = drop_isolated((seed, other))

    assert kept[0].tolist() == [0, 1, 2, 40, 41]


def test_partners_of_like_length_score_more_than_strangers() -> None:
    lengths = [20, 200, 60, 120, 35, 90] * 5
    seed, other = encode(["a" * size for size in lengths], ["b" * (size // 2) for size in lengths])
    measured = measure_lengths(seed, other, (np.arange(30), np.arange(30)))

    usual, unusual = measured.scores(np.array([100.0, 100.0]), np.array([50.0, 200.0]))

    assert measured.centre == pytest.approx(np.log(2), abs=0.1)
    assert usual > 1
    assert unusual < 0


def test_a_bead_absorbs_what_it_explains_and_nothing_else() -> None:
    """One sentence of the seed against ten, of which the first is paired with it."""
    other = [*SECOND[2:12], BATTER]
    model = make_model([" ".join(FIRST[2:12])], other)
    steps = [(0, 1, 0, 1), *((1, 1, j, j + 1) for j in range(1, 11))]
    bounds = np.array(steps)
    scores = np.array([-9.0, *[-3.0] * 10])
    path = Path(bounds[:, :2], bounds[:, 2:], scores, np.array([0, *[NOT_A_BEAD] * 10]))

    grown, kept = extend_beads(model, path)

    assert grown.other.tolist() == [[0, 10], [10, 11]]
    assert kept.tolist() == [True, *[False] * 9, True]
