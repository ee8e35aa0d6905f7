from variants.languages.text_notices import chinese_notices, script_notices, text_notices
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


def test_a_chinese_text_in_the_other_script_is_noted() -> None:
    texts = {"S": "中国军队不会撤退。", "A": "中國軍隊不會撤退。", "B": "中国军队不会来。"}
    witnesses = [Witness(siglum, text, language="zh-CN") for siglum, text in texts.items()]

    (notice,) = chinese_notices(witnesses)

    assert notice.siglum == "A"
    assert "in traditional characters and the seed in simplified ones" in notice.message


def test_texts_in_one_chinese_script_or_another_language_are_not_noted() -> None:
    chinese = [Witness(siglum, "中國軍隊。", language="zh") for siglum in "SA"]
    japanese = [Witness("S", "中国軍隊。", language="ja"), Witness("A", "国", language="ja")]

    assert not [*chinese_notices(chinese), *chinese_notices(japanese)]


def test_the_notice_on_scripts_is_among_all() -> None:
    witnesses = [Witness("S", "国军队", language="zh"), Witness("A", "國軍隊", language="zh")]

    assert any("characters" in notice.message for notice in text_notices(witnesses))
