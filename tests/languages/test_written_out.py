import pytest

from variants.languages.written_out import has_written_out_initials, same_words


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Asst Sec", "Assistant Secretary"),
        ("St Mary's Rd", "Saint Mary's Road"),
        ("Oak St", "Oak Street"),
        ("i.e.", "that is"),
        ("isn't", "is not"),
        ("Hon", "Honorable"),
    ],
)
def test_an_abbreviation_is_the_words_that_it_stands_for(short: str, long: str) -> None:
    assert same_words(short.split(), long.split(), "en")
    assert same_words(long.split(), short.split(), "en")


@pytest.mark.parametrize(
    ("tag", "short", "long"),
    [
        ("de", "Gen", "Genosse"),
        ("es", "Cía", "Compañía"),
        ("fr", "MM", "messieurs"),
        ("it", "Sig", "Signor"),
        ("pl", "br", "bieżącego roku"),
        ("ru", "тов", "товарищем"),
    ],
)
def test_languages_have_abbreviations_of_their_own(tag: str, short: str, long: str) -> None:
    assert same_words(short.split(), long.split(), tag)
    assert same_words(long.split(), short.split(), tag)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Saint", "Street"), ("Col", "Captain"), ("i.e.", "for example"), ("Brig", "Brigade")],
)
def test_other_words_are_not_the_same(one: str, other: str) -> None:
    assert not same_words(one.split(), other.split(), "en")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("G.P.O.", "General Post Office"),
        ("M.P.", "Member of Parliament"),
        ("p.o.w.", "prisoner of war"),
        ("the YMCA", "the Young Men's Christian Association"),
        ("H.M. Govt", "Her Majesty's Government"),
    ],
)
def test_initials_stand_for_the_words_that_begin_with_them(short: str, long: str) -> None:
    assert has_written_out_initials(short.split(), long.split(), "en")
    assert has_written_out_initials(long.split(), short.split(), "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("G.P.O.", "General Post"),
        ("G.P.O.", "General Post Office Clerk"),
        ("VIP", "very important person"),
        ("Office", "Office"),
        ("of M.P.", "Member of Parliament"),
    ],
)
def test_other_letters_or_words_are_no_initials(one: str, other: str) -> None:
    assert not has_written_out_initials(one.split(), other.split(), "en")
