import random

from hypothesis import given
from hypothesis import strategies as st

from variants.languages import language_of
from variants.words.blocks import cut_blocks
from variants.words.linking import link_pairs
from variants.words.scorer import lexical_model

_sides = st.lists(st.integers(0, 40), max_size=60)


@given(_sides, _sides, st.integers(1, 200))
def test_every_word_of_both_sides_is_in_one_block_of_bounded_size(
    seed: list[int], other: list[int], most: int
) -> None:
    blocks = list(cut_blocks(seed, other, most=most))

    assert [n for i, j, _, _ in blocks for n in range(i, j)] == list(range(len(seed)))
    assert [n for _, _, k, m in blocks for n in range(k, m)] == list(range(len(other)))
    assert all((j - i) * (m - k) <= most or min(j - i, m - k) == 1 for i, j, k, m in blocks)


@given(_sides, _sides)
def test_sentences_of_prose_are_one_block(seed: list[int], other: list[int]) -> None:
    assert list(cut_blocks(seed, other)) == [(0, len(seed), 0, len(other))]


def test_blocks_are_split_before_the_same_words() -> None:
    seed = list(range(1000))
    other = [*range(2000, 2300), *range(1000)]

    blocks = list(cut_blocks(seed, other, most=20_000))

    assert len(blocks) > 5
    inside = sum(i <= n < j and k <= n + 300 < m for i, j, k, m in blocks for n in seed)
    assert inside > 990


def test_a_sentence_of_thousands_of_words_is_linked_as_a_short_one_is() -> None:
    draw = random.Random(5)  # noqa: S311 - it only makes up words
    words = ["".join(draw.choices("abcdefghij", k=6)) for _ in range(3000)]
    seed = [draw.choice(words) for _ in range(6000)]
    other = [word if draw.random() < 0.8 else draw.choice(words) for word in seed]

    (links,) = link_pairs([(seed, other)], language_of("en"), lexical_model())

    assert links == sorted(links)
    on_the_diagonal = sum(i == j and p >= 0.8 for i, j, p in links)
    assert on_the_diagonal > 0.95 * sum(a == b for a, b in zip(seed, other, strict=True))
