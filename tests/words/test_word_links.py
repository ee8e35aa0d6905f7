import pytest
from hypothesis import assume, given

from tests.strategies import texts
from tests.words.pairs import one_bead
from variants.types.words import Link, WordAlignment
from variants.words.word_links import link_words


def _link(seed: str, other: str) -> WordAlignment:
    (words,) = link_words(one_bead(seed, other))
    return words


def _linked(seed: str, other: str) -> dict[str, str]:
    """Return each word of the seed with its most probable counterpart."""
    words = _link(seed, other)
    best: dict[int, Link] = {}
    for link in words.links:
        if link.seed not in best or best[link.seed].probability < link.probability:
            best[link.seed] = link
    return {
        words.seed[i].span.of(seed): words.other[link.other].span.of(other)
        for i, link in best.items()
        if link.probability >= 0.8
    }


@given(texts, texts)
def test_links_are_in_order_and_have_probabilities(seed: str, other: str) -> None:
    assume(seed.strip() and other.strip())

    links = _link(seed, other).links

    assert list(links) == sorted(set(links))
    assert all(0.0 <= link.probability <= 1.0 for link in links)


@given(texts)
def test_a_sentence_is_linked_with_itself_word_by_word(text: str) -> None:
    assume(text.strip())

    words = _link(text, text)

    assert words.links == tuple(Link(i, i, 1.0) for i in range(len(words.seed)))


@pytest.mark.parametrize(
    ("seed", "other", "pairs"),
    [
        (
            "The rumors about Gao Gang were false.",
            "Rumours about Kao Kang were false.",
            {"rumors": "Rumours", "Gao": "Kao", "Gang": "Kang"},
        ),
        ("They left in 12 days.", "They left in twelve days.", {"12": "twelve"}),
        ("We left Beijing at night.", "At night we left Peking.", {"Beijing": "Peking"}),
        ("the harbor is theirs", "theirs is the harbour", {"harbor": "harbour"}),
    ],
)
def test_forms_of_one_word_are_linked(seed: str, other: str, pairs: dict[str, str]) -> None:
    linked = _linked(seed, other)

    assert {word: linked.get(word) for word in pairs} == pairs


def test_the_first_the_is_not_linked_across_the_sentence() -> None:
    words = _link(
        "The envoy left and we, after a long talk with all of his aides, closed a door.",
        "Envoys went away while somebody shut the door.",
    )

    assert not [link for link in words.links if link.seed == 0 and link.probability >= 0.8]
