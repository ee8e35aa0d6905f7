from __future__ import annotations

import numpy as np
import pytest

from variants.classify.sense import sense_examples
from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.sense_evidence import collect_evidence
from variants.classify.sense.sense_examples import Examples, read_examples, write_examples
from variants.classify.sense.sense_model import (
    SenseModel,
    read_model,
    shipped_model,
    write_model,
)
from variants.classify.sense.whole_sentences import sense_of_sentence
from variants.languages import language_of
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation, Reading
from variants.types.sense import MODEL, OPPOSITES, Sense, SenseSort, Tier, heaviest_sense
from variants.types.variant import Kind
from variants.types.witness import Witness

ENGLISH = language_of("en")
_MET = "We met in the old town before noon."
_PARTED = "Nobody saw us when we parted at the harbour."


def _compared(seed: str, *others: str) -> Collation:
    texts = [Witness(siglum, text) for siglum, text in zip("SAB", [seed, *others], strict=False)]
    return collate(texts, Settings())


def _readings(seed: str, *others: str) -> list[Reading]:
    return [one for entry in _compared(seed, *others).entries for one in entry.readings]


def _contrast(seed: str, other: str, mine: range, theirs: range) -> Contrast:
    sides = [SideOfBead(text.split(), ENGLISH) for text in (seed, other)]
    return Contrast(sides[0], sides[1], mine, theirs)


def test_every_reading_has_a_probability_and_a_tier() -> None:
    found = _readings(
        "The colour was grey. We leave at noon. Nobody knew it. They wept.",
        "The color was gray. They wept. We never arrive at noon.",
        "The colour was grey. We leave. Nobody knew it. They wept. Then they slept.",
    )

    assert {Kind.SPELLING, Kind.OMITTED, Kind.ADDED, Kind.MOVED} <= {one.kind for one in found}
    for one in found:
        assert one.sense is not None
        assert 0 <= one.sense.probability <= 1


def test_differences_of_form_are_in_the_tier_form() -> None:
    (spelling,) = _readings("The colour was red.", "The color was red.")

    assert spelling.sense is not None
    assert spelling.sense.tier is Tier.FORM
    assert spelling.sense.probability < 0.05


@pytest.mark.parametrize(
    ("seed", "other", "sort"),
    [
        (f"{_MET} It rained. {_PARTED}", f"{_MET} {_PARTED}", SenseSort.LEFT_OUT),
        (f"{_MET} {_PARTED}", f"{_MET} It rained. {_PARTED}", SenseSort.ADDED),
    ],
)
def test_a_whole_sentence_on_one_side_touches_the_sense(
    seed: str, other: str, sort: SenseSort
) -> None:
    (reading,) = _readings(seed, other)

    assert reading.sense is not None
    assert (reading.sense.tier, reading.sense.sort) == (Tier.SENSE, sort)
    assert (reading.sense.seed, reading.sense.other).count("") == 1


def test_a_moved_sentence_is_other_wording() -> None:
    sense = sense_of_sentence(Kind.MOVED, "We met.", "We met.", 0.9)

    assert (sense.tier, sense.sort) == (Tier.WORDING, SenseSort.MOVED)


def test_words_that_exclude_each_other_are_in_the_first_tier() -> None:
    (guests,) = [
        one.sense
        for one in _readings(
            "The guests were fed provided that they had letters from a bishop.",
            "The guests were fed whether or not they had letters from a bishop.",
        )
        if one.sense is not None
    ]

    assert (guests.tier, guests.sort) == (Tier.SENSE, SenseSort.CONDITION)
    assert guests.by in {MODEL, OPPOSITES}
    assert guests.estimated


@pytest.mark.parametrize(
    ("seed", "other", "excluded"),
    [
        ("then if you came", "but unless you went", True),
        ("then if I came", "but unless you went", False),
        ("then warmly you came", "but gladly you went", False),
        ("an aunt came", "a niece came", True),
        ("an aunt came", "a niece went", False),
    ],
)
def test_words_exclude_each_other_only_beside_an_equal_word(
    seed: str, other: str, *, excluded: bool
) -> None:
    found = collect_evidence(_contrast(seed, other, range(1, 2), range(1, 2)))

    assert found.opposite is excluded


def test_of_several_the_heaviest_tier_comes_before_the_highest_probability() -> None:
    senses = [
        Sense(0.9, Tier.WORDING, None, "a", "b", "rule one"),
        None,
        Sense(0.3, Tier.SENSE, None, "c", "d", "model"),
        Sense(0.4, Tier.SENSE, None, "e", "f", "model"),
    ]

    assert heaviest_sense(senses) == senses[3]
    assert heaviest_sense([None]) is None


def test_words_that_both_sides_share_are_not_compared() -> None:
    contrast = _contrast("the red old house", "a blue old house", range(4), range(4))

    assert contrast.seed.text(contrast.seed_rest) == "the red"
    assert contrast.other.text(contrast.other_rest) == "a blue"


@pytest.mark.parametrize(
    ("seed", "other", "mine", "theirs", "framed"),
    [
        ("we saw it", "we met it", range(1, 2), range(1, 2), (True, True)),
        ("we saw it", "they met it", range(1, 2), range(1, 2), (False, True)),
        ("saw it", "met him", range(1), range(1), (True, False)),
        ("we saw it", "we it", range(1, 2), range(1, 1), (True, True)),
    ],
)
def test_the_words_around_a_difference_are_equal_or_not(
    seed: str, other: str, mine: range, theirs: range, framed: tuple[bool, bool]
) -> None:
    assert _contrast(seed, other, mine, theirs).framed == framed


def test_an_old_form_equals_the_modern_one() -> None:
    contrast = _contrast("thou hast it", "you have it", range(2), range(2))

    assert not contrast.seed_rest


def test_evidence_has_the_size_of_a_difference() -> None:
    one, longer = (
        collect_evidence(_contrast("a red house", other, range(1, 2), theirs)).features
        for other, theirs in (("a blue house", range(1, 2)), ("a dark blue house", range(1, 3)))
    )

    assert one["size.content"] < longer["size.content"]
    assert one["frame.both"] == longer["frame.both"] == 1


@pytest.mark.parametrize(
    ("other", "opposite"),
    [
        ("The widow of the young merchant sold the house.", True),
        ("The young widow of the merchant has sold the house.", False),
    ],
)
def test_a_modifier_of_another_word_is_an_opposite(other: str, *, opposite: bool) -> None:
    seed = "The young widow of the merchant sold the house."

    origins = {each.sense.by for each in _readings(seed, other) if each.sense is not None}

    assert (OPPOSITES in origins) is opposite


def test_a_model_adds_a_line_and_trees() -> None:
    tree = [1, 0.5, -1.0, [0, 2.0, 10.0, 20.0]]
    model = SenseModel(("a", "b"), 0.5, np.array([1.0, 0.0]), (tree,), (1.0, 0.0), 0.5)

    scores = model.scores(np.array([[1.0, 0.0], [1.0, 1.0], [3.0, 1.0]]))

    assert scores.tolist() == [0.5, 11.5, 23.5]
    assert not model.row({"unknown": 9.0}).any()
    assert model.probabilities(np.array([-0.5]))[0] == pytest.approx(1 / (1 + np.exp(0.5)))


def test_words_of_one_side_have_weights_in_their_language() -> None:
    words = {"en": {"purse": 0.5, "own": -0.25}}
    model = SenseModel(("a",), 0.0, np.array([1.0]), (), (1.0, 0.0), 0.5, words=words)

    assert model.score_of_words(("own", "purse", "ship"), "en") == 0.25
    assert model.score_of_words(("own", "purse"), "de") == 0


def test_evidence_has_the_words_of_one_side() -> None:
    seed, other = "out of his own purse", "out of the purses of ships"

    found = collect_evidence(_contrast(seed, other, range(2, 5), range(2, 6)))

    assert found.words == ("his", "of", "own", "ship", "the")


def test_examples_weigh_less_with_distance() -> None:
    one = np.array([[1.0, 0.0]], np.float32)
    scale = np.array([0.5, 1.0], np.float32)
    examples = Examples.of(one, np.array([2.0], np.float32), scale)

    scores = examples.scores(np.array([[1.0, 0.0], [3.0, 0.0], [9.0, 9.0]]))

    assert scores == pytest.approx([2.0, 2 / np.e, 0.0])


def test_few_examples_at_a_time_add_the_same_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.array([[1, 0], [0, 0], [2, 1], [0, 3], [1, 1]], np.float32)
    weights = np.array([2.0, 1.0, -1.0, 0.5, 1.5], np.float32)
    examples = Examples.of(values, weights, np.ones(2, np.float32))
    rows = np.array([[1.0, 1.0], [0.0, 2.0]])
    many = examples.scores(rows)

    monkeypatch.setattr(sense_examples, "_AT_A_TIME", 2)

    distances = ((rows[:, None] - values) ** 2).sum(2)
    assert examples.scores(rows) == pytest.approx(many)
    assert many == pytest.approx(np.exp(-distances) @ weights)


def test_a_model_adds_the_scores_of_its_examples() -> None:
    one = np.array([[1.0]], np.float32)
    examples = Examples.of(one, np.array([2.0], np.float32), np.ones(1, np.float32))
    model = SenseModel(("a",), 0.5, np.array([1.0]), (0.25,), (1.0, 0.0), 0.5, examples)

    assert model.scores(np.array([[1.0]])).tolist() == [3.75]


def test_weights_that_are_written_are_read() -> None:
    written = write_model(shipped_model(), {"fitted by": "a test"})

    assert write_model(read_model(written), {"fitted by": "a test"}) == written


def test_examples_that_are_written_are_read() -> None:
    shipped = shipped_model().examples

    read = read_examples(write_examples(shipped))

    assert len(read.weights) > 0
    for name in ("row", "column", "cells", "weights", "scale"):
        assert (getattr(read, name) == getattr(shipped, name)).all()
