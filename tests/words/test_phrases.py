"""The stage of phrases."""

import numpy as np
import pytest

from variants.languages import language_of
from variants.words.batches import cut_batches
from variants.words.cells import Cells, probable_cells
from variants.words.evidence import PairType, collect_evidence
from variants.words.linking import KeyPair, link_pairs, number_pairs
from variants.words.phrase_cells import CELL_FEATURES, LEAST, MEANING_FEATURES
from variants.words.phrase_models import lexical_phrase_model
from variants.words.phrase_weights import read_phrase_weights
from variants.words.phrases import judge_phrases, phrase_model
from variants.words.scorer import lexical_model, score_pairs

_ENGLISH = language_of("en")


def words(text: str) -> list[str]:
    """Split a sentence into words at spaces."""
    return text.split()


_PAIR = (
    words("he has been seen at the harbour , the envoy said ."),
    words("the diplomat said he was seen in the port ."),
)


def linked(seed: str, other: str) -> set[tuple[str, str]]:
    """Return the linked words of two sentences."""
    pair = (words(seed), words(other))
    links = link_pairs([pair], _ENGLISH, lexical_phrase_model())[0]
    return {(pair[0][i], pair[1][j]) for i, j, _ in links}


@pytest.mark.parametrize(
    ("seed", "other", "links"),
    [
        ("the ship has been lost at sea .", "the ship was lost .", "has:was been:was"),
        (
            "we are going to send the telegram .",
            "we will send a cable .",
            "are:will going:will to:will telegram:cable",
        ),
        (
            "in spite of the rain they left .",
            "despite the rain they departed .",
            "in:despite spite:despite of:despite",
        ),
    ],
)
def test_words_of_a_phrase_are_linked_to_the_word_that_renders_it(
    seed: str, other: str, links: str
) -> None:
    found = linked(seed, other)

    assert {tuple(link.split(":")) for link in links.split()} <= found


def judged(pair: KeyPair) -> tuple[Cells, Cells]:
    """Return the cells of a pair after the stage and before it."""
    vocabulary, numbered = number_pairs([pair], _ENGLISH)
    (batch,) = cut_batches(numbered, [0], len(vocabulary.words))
    evidence = collect_evidence(batch, vocabulary)
    p = score_pairs(evidence, lexical_model().weights)
    model = phrase_model(read_phrase_weights("lexical"), vocabulary, _ENGLISH)
    assert model is not None
    return judge_phrases(evidence, p, model), probable_cells(p, LEAST)


def test_improbable_pairs_of_the_passes_are_no_links() -> None:
    after, before = judged(_PAIR)

    assert np.array_equal(after[:3], before[:3])
    assert len(after.p) < len(_PAIR[0]) * len(_PAIR[1])
    assert not np.isclose(after.p, before.p).all()


@pytest.mark.parametrize("tag", ["de", "fr", "ru", "und"])
def test_a_language_without_phrase_words_has_the_links_of_the_passes(tag: str) -> None:
    language = language_of(tag)

    assert link_pairs([_PAIR], language, lexical_phrase_model()) == link_pairs(
        [_PAIR], language, lexical_model()
    )


def test_links_of_nearly_equal_pairs_have_the_mean_of_the_fast_tier_and_the_stage() -> None:
    seed = words("the envoy said that he was seen at the harbour on monday , with two men .")
    near = (seed, [*seed[:9], "old", "port", *seed[10:]])
    after, _ = judged(near)
    stage = dict(zip(zip(after.seed, after.other, strict=True), after.p, strict=True))
    (of_fast_tier,) = link_pairs([near], _ENGLISH, lexical_model())
    fast = {(i, j): p for i, j, p in of_fast_tier}

    (links,) = link_pairs([near], _ENGLISH, lexical_phrase_model())

    means = {cell: (stage.get(cell, 0) + fast.get(cell, 0)) / 2 for cell in {**stage, **fast}}
    threshold = read_phrase_weights("lexical").threshold
    linked = {cell: p for cell, p in means.items() if p > threshold}
    assert {(i, j): p for i, j, p in links} == pytest.approx(linked, abs=2e-4)
    assert links == sorted(links)
    assert linked != pytest.approx(fast, abs=2e-4)


@pytest.mark.parametrize(
    ("name", "features"),
    [("lexical", CELL_FEATURES), ("semantic", (*CELL_FEATURES, *MEANING_FEATURES))],
)
def test_the_shipped_weights_are_those_of_the_features(
    name: str, features: tuple[str, ...]
) -> None:
    weights = read_phrase_weights(name)

    hidden = len(weights.out)
    assert weights.cells.shape == (len(features), hidden + 1)
    assert weights.types.shape == (len(PairType), hidden + 1)
    assert weights.words.shape == (6, len(weights.sorts) + 1, hidden + 1)
    assert not weights.words[:, 0].any()


def test_english_sorts_of_phrase_words_have_weights() -> None:
    missing = set(_ENGLISH.phrase_words.values()) - {
        name.removeprefix("as ") for name in read_phrase_weights("lexical").sorts
    }

    assert len(missing) <= 5, missing
