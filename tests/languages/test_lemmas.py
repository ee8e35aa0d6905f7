import pytest

from variants.languages import language_of


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("went", "go"),
        ("was", "be"),
        ("armies", "army"),
        ("churches", "church"),
        ("lives", "life"),
        ("statesmen", "statesman"),
        ("accepted", "accept"),
        ("planned", "plan"),
        ("agreed", "agree"),
        ("singing", "sing"),
        ("bathing", "bathe"),
        ("dying", "die"),
        ("sayest", "say"),
        ("cometh", "come"),
        ("recognised", "recognise"),
        ("skilful", "skilful"),
    ],
)
def test_an_inflected_form_has_the_lemma_of_its_word(word: str, lemma: str) -> None:
    assert language_of("en").lemma(word) == lemma


_UNCHANGED = """
this his us gas glass means news evening morning seed speed hundred wicked kindred during
troops later stronger quickly wound ground people
"""


@pytest.mark.parametrize("word", _UNCHANGED.split())
def test_a_word_that_only_looks_inflected_is_its_own_lemma(word: str) -> None:
    assert language_of("en").lemma(word) == word


def test_forms_of_an_unknown_word_have_one_lemma() -> None:
    lemma = language_of("en").lemma

    assert lemma("qwyzxed") == lemma("qwyzx")


def test_the_lemma_of_a_lemma_is_itself() -> None:
    lemma = language_of("en").lemma
    words = "went armies churches accepted planned singing dying cometh evenings generals refusals"

    assert [lemma(lemma(word)) for word in words.split()] == [lemma(word) for word in words.split()]
