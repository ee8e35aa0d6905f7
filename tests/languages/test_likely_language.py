import pytest

from variants.languages.likely_language import language_notices, likely_language
from variants.types.witness import Witness

_TEXTS = {
    "en": "He said that the ship was late and that it had not been seen by the pilot of the port.",
    "de": "Er sagte, daß das Schiff nicht im Hafen ist und die Mannschaft auf dem Land sich freut.",
    "fr": "Il dit que le navire est dans le port et que les hommes de la ville ne sont pas là.",
    "la": "Dixit navem non esse in portu et milites ex urbe ad eum venisse, sed eius rei oblitum.",
    "pl": "Powiedział, że statek jest w porcie i że nie był na nim nikt i jego nie ma.",
    "ru": "Он сказал, что мы не можем ждать.",
    "uk": "Він сказав, що корабель ще не прибув і що всі чекають.",
    "bg": "Той каза, че корабът още не е дошъл и хората чакат.",
    "el": "Είπε ότι το πλοίο δεν ήρθε.",
    "grc": "Ὁ δὲ εἶπεν ὅτι οὐδὲν ἔχει λέγειν.",
    "zh": "我们认为停战是有利的。",
    "ja": "大臣は何も付け加えることはないと答えた。",
    "ar": "أجاب الوزير بأنه ليس لديه ما يضيفه.",
    "fa": "چرا پادشاه می‌گوید که چیزی نمی‌داند؟",
    "he": "המלך לא הסכים להצעה זו.",
}


@pytest.mark.parametrize("tag", _TEXTS)
def test_the_language_of_a_text_is_recognised(tag: str) -> None:
    assert likely_language(_TEXTS[tag]) == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Agreed.",
        "ATTACK BEGAN DAWN STOP ENEMY RETREATS STOP GENERAL DE GAULLE EN ROUTE A PARIS",
        "In loco parentis, et cetera, et alii, ad hoc",
        "1951 1952 1953",
    ],
)
def test_no_language_is_guessed_without_evidence(text: str) -> None:
    assert likely_language(text) == ""


def test_texts_that_are_compared_as_english_are_noted() -> None:
    witnesses = [Witness("S", _TEXTS["ru"]), Witness("A", _TEXTS["ru"])]

    notices = list(language_notices(witnesses))

    assert [notice.siglum for notice in notices] == ["S", "A"]
    assert all("--language ru" in notice.message for notice in notices)


def test_a_text_in_another_language_than_the_seed_is_noted() -> None:
    witnesses = [Witness("S", _TEXTS["en"]), Witness("A", _TEXTS["en"]), Witness("B", _TEXTS["de"])]

    (notice,) = language_notices(witnesses)

    assert notice.siglum == "B"
    assert "(de) than the seed (en)" in notice.message


def test_a_comparison_without_rules_for_the_sense_is_noted() -> None:
    witnesses = [Witness(siglum, _TEXTS["ru"], language="ru") for siglum in "SA"]

    (notice,) = language_notices(witnesses)

    assert "English only" in notice.message


def test_english_texts_have_no_notice() -> None:
    assert not list(language_notices([Witness(siglum, _TEXTS["en"]) for siglum in "SA"]))
