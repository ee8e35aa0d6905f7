import pytest

from variants.classify.core import content_core, is_content_word
from variants.languages import language_of
from variants.types.span import Span
from variants.words.tokenize import tokenize

_ENGLISH = language_of("en")


def _core(seed: str, other: str) -> tuple[str, str]:
    """Return the core of two wordings as text."""
    first, second = (tokenize(text, Span(0, len(text)), _ENGLISH) for text in (seed, other))
    mine, theirs = content_core(first, second, _ENGLISH)
    return " ".join(t.span.of(seed) for t in mine), " ".join(t.span.of(other) for t in theirs)


@pytest.mark.parametrize(
    ("seed", "other", "core"),
    [
        ("old iron ships", "old wooden ships", ("iron", "wooden")),
        ("iron ships of war", "iron boats of war", ("ships", "boats")),
        ("an armistice", "a truce", ("armistice", "truce")),
        ("the ships", "ships", ("ships", "ships")),
        ("ships", "ships of war", ("ships", "ships of war")),
        ("of the", "in a", ("of the", "in a")),
        ("must not", "should", ("must not", "should")),
        ("in 5 days", "at 6", ("5 days", "6")),
        ("the", "the", ("the", "the")),
    ],
)
def test_equal_words_and_function_words_at_the_ends_are_cut(
    seed: str, other: str, core: tuple[str, str]
) -> None:
    assert _core(seed, other) == core


@pytest.mark.parametrize(
    ("word", "content"),
    [("ship", True), ("5", True), ("must", True), ("not", True), ("the", False), (",", False)],
)
def test_numbers_modal_words_and_negations_are_content_words(word: str, *, content: bool) -> None:
    (token,) = tokenize(word, Span(0, len(word)), _ENGLISH)

    assert is_content_word(token, _ENGLISH) is content
