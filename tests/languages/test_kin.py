import sys
from subprocess import run

import pytest

from tests.project.editions import ROOT
from variants.languages import language_of
from variants.languages.english.lemmas import english_index
from variants.languages.kin import TOPICS, Kin, kin_of, nearness

_ENGLISH = ROOT / "src" / "variants" / "languages" / "english"


@pytest.fixture
def kin() -> Kin:
    found = kin_of("en-GB")
    assert found is not None
    return found


@pytest.mark.parametrize("tag", ["de", "fr", "ru", "tlh"])
def test_other_languages_have_no_kin(tag: str) -> None:
    assert kin_of(tag) is None


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("harbour", "harbour", 1),
        ("big", "large", 1),
        ("wept", "cried", 1),
        ("refused", "refusal", 0.85),
        ("swift", "fast", 0.75),
        ("oak", "tree", 0.7),
        ("oak", "elm", 0.45),
        ("sailor", "harvest", 0),
        ("accepted", "refused", -1),
        ("later", "earlier", -1),
        ("left", "right", -1),
        ("rose", "fell", -1),
        ("slowly", "quickly", -1),
        ("harbour", "qwyzx", None),
    ],
)
def test_a_relation_is_graded(kin: Kin, one: str, other: str, relation: float | None) -> None:
    assert kin.relation(one, other) == kin.relation(other, one) == relation


def test_cousins_are_nearer_than_strangers(kin: Kin) -> None:
    near, far = kin.relation("army", "troops"), kin.relation("army", "harvest")

    assert near is not None
    assert far is not None
    assert near > far


@pytest.mark.parametrize(
    ("word", "parts"), [("said", "vn"), ("village", "n"), ("slowly", "r"), ("qwyzx", "")]
)
def test_parts_of_speech_are_ordered_by_how_common_they_are(
    kin: Kin, word: str, parts: str
) -> None:
    assert kin.parts_of_speech(word) == parts


@pytest.mark.parametrize(
    ("word", "as_noun", "as_verb"),
    [
        ("sailors", "person", ""),
        ("eaten", "", "consumption"),
        ("village", "group", ""),
        ("winter", "time", "stative"),
        ("harbour", "place", "stative"),
        ("qwyzx", "", ""),
    ],
)
def test_topics_are_of_the_first_meaning(kin: Kin, word: str, as_noun: str, as_verb: str) -> None:
    assert (kin.topic(word), kin.topic(word, verb=True)) == (as_noun, as_verb)


def test_a_word_is_known_in_any_of_its_forms(kin: Kin) -> None:
    assert kin.known("armies")
    assert not kin.known("qwyzxes")


def test_all_words_of_the_index_are_found() -> None:
    index = english_index()
    known = ["a", "harbour", "well-being", "zymotic", "zyrian"]

    numbers = [index.number_of(word) for word in known]

    assert numbers == sorted(number for number in numbers if number is not None)
    assert all(index.number_of(word) is None for word in ("", "zzzzz", "aa0", "Ärger", "\ud800"))


def test_a_topic_has_a_name_for_each_file_of_the_lexicographers() -> None:
    assert (len(TOPICS), TOPICS[18], TOPICS[28], TOPICS[32]) == (
        45,
        "person",
        "time",
        "communication",
    )


def test_the_index_is_read_only_when_it_is_needed() -> None:
    code = (
        "import variants.languages.kin\n"
        "from variants.languages import language_of\n"
        "from variants.languages.english.lemmas import english_index\n"
        "language_of('en').stem('harbours')\n"
        "assert english_index.cache_info().currsize == 0\n"
        "language_of('en').lemma('harbours')\n"
        "assert english_index.cache_info().currsize == 1\n"
    )

    assert run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own program


def test_the_licence_of_the_index_is_beside_it() -> None:
    licence = (_ENGLISH / "WORDNET-LICENSE.txt").read_text("utf-8")

    assert "WordNet 3.1 Copyright 2011 by Princeton University" in licence
    assert (_ENGLISH / "kin.bin").stat().st_size < 4_000_000


def test_lemmas_of_languages_without_an_index_are_stems() -> None:
    german = language_of("de")

    assert german.lemma("häuser") == german.stem("häuser")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("refused", "refusal", 0.85),
        ("love", "hate", -0.2),
        ("qwyzkhoff", "qwyzkoff", 0.9),
        ("qwyz", "harbour", 0),
    ],
)
def test_nearness_is_by_kin_or_by_letters(one: str, other: str, near: float) -> None:
    assert nearness(one, other, "en") == nearness(other, one, "en")
    assert nearness(one, other, "en") == pytest.approx(near, abs=0.1)
