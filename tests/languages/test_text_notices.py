from variants.languages.text_notices import script_notices, text_notices
from variants.types.witness import Witness


def test_words_that_mix_two_scripts_are_noted() -> None:
    witnesses = [
        Witness("S", "The captain saw Moscow – and left."),
        Witness("A", "The сaptain saw Mosсow – and left."),  # Each with a Cyrillic "с".
        Witness("B", "The captain saw Mosсow – and left."),
    ]

    notices = list(script_notices(witnesses))

    assert [notice.siglum for notice in notices] == ["A", "B"]
    assert "2 words mix letters of two scripts" in notices[0].message
    assert "(“сaptain”, “Mosсow”)" in notices[0].message
    assert "1 word mixes letters" in notices[1].message


def test_words_of_two_scripts_side_by_side_are_not_noted() -> None:
    witnesses = [Witness("S", "Он видел Moscow и μm, ΔT."), Witness("A", "КГБ-agent СССР")]

    assert not list(script_notices(witnesses))


def test_other_languages_and_words_in_two_scripts_are_noted() -> None:
    text = "Он сказал, что мы не можем ждать, и вышел oткyдa пришёл."

    notices = list(text_notices([Witness(siglum, text, language="ru") for siglum in "SA"]))

    assert [notice.siglum for notice in notices] == ["", "S", "A"]
