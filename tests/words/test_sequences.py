import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import variants
from tests.strategies import texts
from tests.words.pairs import one_bead
from variants.errors import InvalidValue, UnknownName
from variants.words import LINKERS
from variants.words.phrase_models import PHRASE_MODELS

_sequences = texts.map(str.split)


@given(st.lists(st.tuples(_sequences, _sequences), max_size=4))
def test_many_pairs_are_linked_as_one_by_one(pairs: list[tuple[list[str], list[str]]]) -> None:
    together = variants.link_many(pairs)

    for (seed, other), links in zip(pairs, together, strict=True):
        alone = variants.link_words(seed, other)
        assert [link[:2] for link in links] == [link[:2] for link in alone]
        assert [p for *_, p in links] == pytest.approx([p for *_, p in alone], abs=2e-4)


@given(_sequences, _sequences)
def test_links_point_at_words(seed: list[str], other: list[str]) -> None:
    for i, j, probability in variants.link_words(seed, other):
        assert seed[i]
        assert other[j]
        assert 0.0 < probability <= 1.0


def test_an_unknown_language_has_links_by_its_words() -> None:
    links = variants.link_words(["qaStaH", "nuq", "7"], ["nuq", "qaStaH", "7"], language="tlh")

    assert {(i, j) for i, j, p in links if p >= 0.8} >= {(2, 2)}


def test_half_a_character_is_a_word_like_any() -> None:
    assert [link[:2] for link in variants.link_words(["a", "\ud800"], ["a", "\ud800"])] == [
        (0, 0),
        (1, 1),
    ]


_SEED, _OTHER = "In spite of the rain they left .", "Despite the rain they departed ."


@pytest.mark.parametrize("linker", LINKERS)
def test_words_of_phrases_are_linked_that_differences_are_not_cut_from(linker: str) -> None:
    asked = variants.link_words(_SEED.split(), _OTHER.split(), linker=linker)
    (compared,) = LINKERS[linker](one_bead(_SEED, _OTHER))

    in_spite_of = {(0, 0), (1, 0), (2, 0)}
    assert in_spite_of <= {(i, j) for i, j, _ in asked}
    assert not in_spite_of <= {(link.seed, link.other) for link in compared.links}


def test_every_linker_has_a_model_of_phrases() -> None:
    assert list(PHRASE_MODELS) == list(LINKERS)


def test_an_unknown_linker_is_refused_by_name() -> None:
    with pytest.raises(UnknownName, match="Unknown linker 'sense'"):
        variants.link_many([], linker="sense")


def test_comparing_loads_nothing_of_the_stage_of_phrases() -> None:
    compare = "variants.compare('It has been lost.', 'It was lost.')"
    code = f"import sys, variants; {compare}; print(*sys.modules)"
    loaded = subprocess.run(  # noqa: S603 - code of this file
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert "variants.words.linking" in loaded
    assert not {name for name in loaded if name.startswith("variants.words.phrase")}
    assert "variants.words.word_sorts" not in loaded


def test_the_package_alone_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, variants, variants.words; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert not {"numpy", "regex", "rapidfuzz", "Stemmer", "tokenizers"} & set(loaded)


@pytest.mark.parametrize("pair", [("the ice", ["ice"]), (["ice"], "the ice")])
def test_a_text_instead_of_its_words_is_refused(pair: tuple[list[str], list[str]]) -> None:
    with pytest.raises(InvalidValue, match="words: 'the ice'") as caught:
        variants.link_many([pair])

    assert "text.split()" in caught.value.hint
