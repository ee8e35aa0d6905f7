from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variants.languages import language_of
from variants.words.linking import KeyPair, common_shares, link_pairs, number_pairs
from variants.words.phrase_models import PHRASE_MODELS
from variants.words.scorer import ScorerModel, ScorerWeights, lexical_model, semantic_model

_ENGLISH = language_of("en")
_WORDS = (
    *("the", "of", "and", "to", "must", "not", ",", ".", "(", "'s"),
    *("pilot", "pilots", "battle", "combat", "soon", "sooner", "harbor", "harbour"),
    *("12", "twelve", "7th", "beijing", "peking", "gao", "kao", "mig-15", "well-known", "known"),
)
_sentences = st.lists(st.sampled_from(_WORDS), max_size=24)
_revised = st.tuples(_sentences, st.integers(0, 30), st.sampled_from(_WORDS)).map(
    lambda drawn: (drawn[0], [*drawn[0][: drawn[1]], drawn[2], *drawn[0][drawn[1] :]])
)
_pairs = st.one_of(st.tuples(_sentences, _sentences), _revised)
_SINGLE_WORDS = {"lexical": lexical_model, "semantic": semantic_model}
_MODELS = _SINGLE_WORDS | {f"{name}, phrases": model for name, model in PHRASE_MODELS.items()}


def words(text: str) -> list[str]:
    """Split a sentence into words at spaces."""
    return text.split()


@pytest.mark.parametrize("model", _MODELS)
@given(pairs=st.lists(_pairs, max_size=6))
def test_links_stay_inside_their_pair(model: str, pairs: list[KeyPair]) -> None:
    found = link_pairs(pairs, _ENGLISH, _MODELS[model]())

    for (seed, other), links in zip(pairs, found, strict=True):
        assert links == sorted(set(links))
        assert all(0 <= i < len(seed) and 0 <= j < len(other) for i, j, _ in links)
        assert all(0.0 < p <= 1.0 for _, _, p in links)


@pytest.mark.parametrize("model", _MODELS)
@given(pairs=st.lists(_pairs, min_size=1, max_size=6))
def test_links_do_not_depend_on_what_is_linked_beside_them(
    model: str, pairs: list[KeyPair]
) -> None:
    together = link_pairs(pairs, _ENGLISH, _MODELS[model]())

    alone = [link_pairs([pair], _ENGLISH, _MODELS[model]())[0] for pair in pairs]

    for one, two in zip(together, alone, strict=True):
        assert [link[:2] for link in one] == [link[:2] for link in two]
        assert [p for *_, p in one] == pytest.approx([p for *_, p in two], abs=2e-4)


@given(pairs=st.lists(_pairs, max_size=6))
def test_the_common_share_counts_repeated_words(pairs: list[KeyPair]) -> None:
    _, numbered = number_pairs(pairs, _ENGLISH)

    shares = common_shares(numbered).tolist()

    assert shares == pytest.approx(
        [
            2 * (Counter(seed) & Counter(other)).total() / max(1, len(seed) + len(other))
            for seed, other in pairs
        ]
    )


def test_only_pairs_that_differ_much_are_scored() -> None:
    text = words("the great sea which is to the west of us is not ours .")
    revised = [*text[:-1], "at", "."]
    free = words("that ocean in the west belongs to others .")
    no_model = ScorerModel(
        ScorerWeights(np.full(3, -99.0, np.float32), np.zeros((3, 52), np.float32), 0.5)
    )

    same, near, far = link_pairs([(text, text), (text, revised), (text, free)], _ENGLISH, no_model)

    assert (len(same), len(near), len(far)) == (14, 14, 0)


@pytest.mark.parametrize("other", [[], ["the", "sea"]])
def test_a_side_without_words_has_no_links(other: list[str]) -> None:
    assert link_pairs([([], other), (["sea"], [])], _ENGLISH, lexical_model()) == [[], []]


def test_vectors_link_words_of_similar_meaning() -> None:
    pair = (words("they must go into battle soon ."), words("now they fight in combat ."))

    lexical, semantic = (
        {(i, j): p for i, j, p in link_pairs([pair], _ENGLISH, model())[0]}
        for model in _SINGLE_WORDS.values()
    )

    battle = (pair[0].index("battle"), pair[1].index("combat"))
    assert semantic.get(battle, 0.0) > lexical.get(battle, 0.0)
    assert semantic[battle] >= 0.8
