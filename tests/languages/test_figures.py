import pytest

from variants.languages import is_number, language_of
from variants.languages.chinese_numerals import chinese_number
from variants.languages.value_reader import value_key


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        ("de", "1.200", "1200"),
        ("es", "1.250,5", "1250,5"),
        ("ar", "١٬٢٠٠", "1200"),
        ("ar", "١٦٫٥", "16.5"),
        ("zh", "一九五一", "１９５１"),
        ("ja", "千二百", "1,200"),
        ("zh", "两百零五", "205"),
        ("zh", "三万五千", "35000"),
        ("de", "zwölf", "12"),
        ("fr", "seize", "16"),
        ("es", "dieciséis", "16"),
        ("it", "tre", "3"),
        ("pl", "pięciu", "5"),
        ("ru", "тремя", "трёх"),
        ("de", "9 Uhr", "9.00 Uhr"),
        ("fr", "9 h 30", "9h30"),
        ("es", "9.30 h", "9:30 horas"),
        ("ru", "9 ч. 30", "9 часов 30"),
        ("de", "12,5 %", "12,5 Prozent"),
        ("es", "7 %", "siete por ciento"),
        ("fr", "3 %", "trois pour cent"),
        ("it", "7%", "sette per cento"),
        ("ja", "12.5%", "１２．５パーセント"),
        ("pl", "7%", "siedem procent"),
        ("ru", "7 %", "семь процентов"),
    ],
)
def test_a_number_has_one_value_in_each_writing(tag: str, one: str, other: str) -> None:
    language = language_of(tag)

    assert value_key(one, language) == value_key(other, language) != one


@pytest.mark.parametrize(
    ("tag", "one", "other"), [("en", "1.200", "1200"), ("de", "1,2", "12"), ("de", "7.30", "730")]
)
def test_a_decimal_mark_makes_another_number(tag: str, one: str, other: str) -> None:
    language = language_of(tag)

    assert value_key(one, language) != value_key(other, language)


@pytest.mark.parametrize(("tag", "word"), [("fr", "un"), ("es", "uno"), ("it", "una")])
def test_articles_are_no_numbers(tag: str, word: str) -> None:
    assert value_key(word, language_of(tag)) == word


@pytest.mark.parametrize("word", ["六", "三四", "万一", "千万", "十分", "一一", "十十", "一百二"])
def test_chinese_numerals_without_a_clear_value_are_words(word: str) -> None:
    assert chinese_number(word) is None
    assert not is_number(word)
