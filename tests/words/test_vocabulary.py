import pytest

from variants.languages import language_of
from variants.words.vocabulary import build_vocabulary


@pytest.mark.parametrize(("tag", "equal"), [("en", True), ("en-GB", True), ("de", False)])
def test_spellings_of_one_word_are_equal_only_where_they_are_known(tag: str, equal: bool) -> None:  # noqa: FBT001 - a column of the table
    vocabulary = build_vocabulary(("harbour", "harbor"), language_of(tag))

    assert (vocabulary.same[0] == vocabulary.same[1]) == equal


@pytest.mark.parametrize(("tag", "pairs"), [("en", {(0, 1), (1, 0)}), ("fr", set())])
def test_forms_of_a_name_are_paired_only_where_they_are_known(
    tag: str, pairs: set[tuple[int, int]]
) -> None:
    vocabulary = build_vocabulary(("beijing", "peking"), language_of(tag))

    assert vocabulary.names == pairs
    assert vocabulary.named.tolist() == [bool(pairs), bool(pairs), False]


def test_a_function_word_is_not_another_spelling_of_a_content_word() -> None:
    vocabulary = build_vocabulary(("n't", "nt"), language_of("en"))

    assert vocabulary.same[0] != vocabulary.same[1]
