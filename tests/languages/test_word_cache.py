import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import variants.classify
import variants.languages
import variants.words
from variants.classify import kinds
from variants.classify.bead_context import BeadContext
from variants.languages import language_of
from variants.languages.names import wade_giles
from variants.languages.word_cache import WORD_CACHE_SIZE

_FEW_KEYS = {
    *(
        "kin_of",
        "substitutes_of",
        "language_of",
        "read_weights",
        "read_phrase_weights",
        "_reader_of",
    ),
    *("_by_first_word", "word_traits"),
    *("_hint_reader", "_beginnings_reader", "_date_reader"),
}
"""Their keys are tags, names of files, and words or phrases of a language."""


def _caches() -> Iterator[Any]:
    """Yield all cached functions with parameters in the packages that process words."""
    for package in (variants.classify, variants.languages, variants.words):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(module.name)).values():
                if hasattr(value, "cache_parameters") and inspect.signature(value).parameters:
                    yield value
    yield language_of("en").stem


_CACHES = {f"{each.__module__}.{each.__name__}": each for each in _caches()}


@pytest.mark.parametrize("name", _CACHES)
def test_a_cache_of_words_is_bounded(name: str) -> None:
    cached = _CACHES[name]

    bound = cached.cache_parameters()["maxsize"]
    if cached.__name__ in _FEW_KEYS:
        assert bound is None
    else:
        assert 0 < bound <= WORD_CACHE_SIZE


def test_caches_are_found_in_all_packages() -> None:
    assert {name.split(".")[1] for name in _CACHES} == {"classify", "languages", "words"}


@pytest.mark.parametrize(("syllables", "forms"), [(7, 128), (8, 0)])
def test_a_name_of_many_syllables_has_no_forms(syllables: int, forms: int) -> None:
    assert len(wade_giles("xian" * syllables)) == forms


@pytest.mark.parametrize(("words", "remembered"), [(6, 1), (7, 0)])
def test_long_differences_are_not_remembered(words: int, remembered: int) -> None:
    cached = _CACHES[f"{kinds.__name__}._cached_kind"]
    cached.cache_clear()

    context = BeadContext(language_of("en"), ("of",) * words, ())
    kinds.kind_of(context.contrast(range(words), range(0)), context)

    assert cached.cache_info().currsize == remembered
