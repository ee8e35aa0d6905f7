"""Signs in names, and likeness of names."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.name_signs import find_name_signs
from variants.languages.name_likeness import alike_names
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhukov", "Schukow"),
        ("Zhukov", "Joukov"),
        ("Żukow", "Žukov"),
        ("Trotsky", "Trockij"),
        ("Yeltsin", "Jelzin"),
        ("Eltsine", "El'cin’s"),
        ("Chostakovitch", "Szostakowicz"),
        ("Soljenitsyne", "Solženicyn"),
        ("Yury", "Iouri"),
        ("Jeremiah", "Jeremias"),
        ("Philippus", "Philippos"),
        ("Marta", "Martha"),
        ("Velten", "Welten"),
        ("Mizraim", "Mitzraim"),
        ("Zeus", "Jupiter"),
        ("Beijing", "Peking"),
        ("Ada", "Ida"),
    ],
)
def test_transcriptions_of_a_name_are_alike(one: str, other: str) -> None:
    assert alike_names(one, other)
    assert alike_names(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhukov", "Zhurov"),
        ("Zhdanov", "Zhukov"),
        ("Michal", "Mishal"),
        ("Canaan", "Zaanan"),
        ("Lena", "Luna"),
        ("Deng", "Ding"),
        ("Petrov", "Petrovsky"),
        ("Mirra", "Mara"),
        ("Wien", "Bonn"),
        ("Жуков", "Жуковский"),
        ("", "A"),
    ],
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    assert not alike_names(one, other)
    assert not alike_names(other, one)


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("we saw Zhukov there", "we saw Karpov there", ["name.other"]),
        ("we saw Zhukov there", "we saw Schukow there", ["name.form"]),
        ("we saw Zhukov there", "we saw them there", ["name.one", "name.pronoun"]),
        ("we saw Zhukov there", "we saw ships there", ["name.one"]),
        ("we saw Quintus there", "we saw Q . there", []),
        ("we saw Mr . Zhukov there", "we saw Mr . Karpov there", ["name.other"]),
        ("Mrs . Lund was there", "Mrs . Hald was there", ["name.other"]),
        ("we left . Ships came", "we left . Boats came", []),
        ("he said , Behold the land", "he said , See the land", []),
        ("he saw Luke , Mark and me", "he saw Luke , Peter and me", ["name.other"]),
        ("we left Korea then", "we left Koreans then", []),
        ("we saw a General there", "we saw an Admiral there", []),
        ("we asked the Committee there", "we asked the Commission there", []),
        ("we asked Paris there", "we asked Rome there", ["name.other"]),
        ("it is the Prussian army", "it is the Persian army", ["name.other"]),
        ("it was Chernov there", "it was Chernin there", ["name.other"]),
        ("we saw Athens there", "we saw Athenians there", []),
        ("Then he left", "Thereupon he left", []),
        ("then Zhukov left them", "Zhurov left them then", ["name.other"]),
        ("The Netherlands refused", "Belgium refused", ["name.other"]),
        ("Villagers saw Zhukov there", "Oarsmen saw them there", ["name.one"]),
        ("Nobody in Ufa saw it", "Everybody in Ufa saw it", []),
        ("WE SAW ZHUKOV", "WE SAW KARPOV", []),
        ("The U.S.S.R. agreed", "The Soviet Union agreed", []),
        ("the Soviet party agreed", "the party of the U.S.S.R. agreed", []),
        ("The American party left", "The party of the United States left", []),
        ("The United States agreed", "The United Nations agreed", ["name.other"]),
        ("Soviet ships arrived", "American ships arrived", ["name.other"]),
        ("it told us now", "it told them now", []),
        ("we don't go", "we Don't go", []),
    ],
)
def test_a_name_is_another_or_another_form(seed: str, other: str, names: list[str]) -> None:
    assert [sign.name for sign in find_name_signs(contrast_of(seed, other))] == names


def test_a_name_that_is_elsewhere_in_the_other_side_is_not_lost() -> None:
    found = find_name_signs(contrast_of("then Zhukov met them at Ufa", "at Ufa they met Zhukov"))

    assert list(found) == []


def test_a_name_a_letter_apart_is_found_elsewhere_in_the_bead() -> None:
    contrast = contrast_of("then Zhukov slept ; and we left them", "then we left Zhurov alone")
    (sign,) = find_name_signs(contrast)

    assert (sign.name, sign.sort, sign.seed) == ("name.other", SenseSort.NAME, "Zhukov")


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("Philip is / painted / here", "here is / a painting / of James", []),
        (" / Philip / is painted here", "here is a painting of James / / ", ["name.other"]),
        ("/ from Riga / it was brought", "it was brought from Torun / / ", ["name.other"]),
        ("it was brought from Riga / / ", "/ from Torun / it was brought", ["name.other"]),
        ("/ from Riga / Karpov brought it", "Zhukov brought it from Torun / / ", ["name.one"]),
        ("/ from Peking / it was brought", "it was brought from Beijing / / ", []),
        ("/ from Rome / it came", "it came from the Eternal City / / ", ["name.one"]),
        ("/ from Athens / it came", "it came from the Greek capital / / ", ["name.one"]),
        ("it ended by then / at Whitsun / ", "at Pentecost it ended by then / / ", ["name.one"]),
    ],
)
def test_the_only_names_that_differ_face_each_other(
    seed: str, other: str, names: list[str]
) -> None:
    assert [sign.name for sign in find_name_signs(marked_contrast(seed, other))] == names


@pytest.mark.parametrize(
    ("seed", "other", "tag"),
    [
        ("que el / Gobierno / compró", "que el / Estado / compró", "es"),
        ("que la / République / vit", "que la / Chambre / vit", "fr"),
        ("że nasz / Rząd / kupił", "że nasz / Sejm / kupił", "pl"),
        ("перед / Моим / лицом", "перед / Отца / лицом", "ru"),
    ],
)
def test_a_common_noun_with_a_capital_is_no_name(seed: str, other: str, tag: str) -> None:
    assert list(find_name_signs(marked_contrast(seed, other, tag))) == []
