from __future__ import annotations

import pytest

from variants.aligners.likelihood.features import encode, words_of


def test_marks_on_letters_are_not_part_of_a_feature() -> None:
    bare, marked = encode(["молоко école كتاب"], ["мо́локо́ ÉCOLE كِتَاب"])

    assert bare.features.tolist() == marked.features.tolist()


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    seed, other = encode(["渡船每天往返"], ["每天有渡船"])

    assert len(seed.features) == 6
    assert len(set(seed.features.tolist()) & set(other.features.tolist())) == 4


def test_a_word_is_compared_by_its_beginning() -> None:
    seed, other = encode(["He repaired bridges."], ["he is repairing the bridge"])

    assert set(seed.features.tolist()) < set(other.features.tolist())


def test_numbers_in_words_are_compared_by_their_figures() -> None:
    numerals = {"fourteen": "14", "forty": "40"}
    seed, other = encode(["fourteen", "forty"], ["40", "14"], numerals=numerals)

    assert other.features.tolist() == seed.features.tolist()[::-1]
    assert len(set(seed.features.tolist())) == 2


@pytest.mark.parametrize(
    ("latin", "other"),
    [("Zhukov Krasovskaya Mao", "Жукова Красовский Мао"), ("Athina Perikles", "Ἀθῆνα Περικλῆς")],
)
def test_names_in_two_scripts_are_compared_in_latin_letters(latin: str, other: str) -> None:
    seed, transliterated = encode([latin], [other])

    assert seed.features.tolist() == transliterated.features.tolist()


def test_words_of_one_script_are_not_transliterated() -> None:
    seed, other = encode(["Щедрый Щедрин и Shchedrin"], ["Щёголь и щи"])

    assert len(set(seed.features.tolist()) & set(other.features.tolist())) == 1


def test_words_of_two_scripts_are_shown_as_written() -> None:
    words = words_of(["Zhukov", "Жуков"], (["Zhukov"], ["Жуков"]))

    assert words == {0: ["Zhukov", "Жуков"]}
