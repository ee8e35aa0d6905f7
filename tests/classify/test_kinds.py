import pytest

from variants.classify.kinds import Scene, classify
from variants.languages import language_of
from variants.types import Flag, Kind


def _classify(base: str, other: str) -> tuple[Kind, frozenset[Flag]]:
    """The difference of two wordings that are all of their bead."""
    mine, theirs = tuple(base.split()), tuple(other.split())
    return classify(mine, theirs, Scene(language_of("en"), mine, theirs))


@pytest.mark.parametrize(
    ("base", "other", "kind"),
    [
        ("“ No ”", '" No "', Kind.TYPOGRAPHY),
        ("won’t", "won't", Kind.TYPOGRAPHY),
        ("—", "-", Kind.TYPOGRAPHY),
        (",", "", Kind.PUNCTUATION),
        ("", ";", Kind.PUNCTUATION),
        (".", ":", Kind.PUNCTUATION),
        ("possible , so", "possible so", Kind.PUNCTUATION),
        ("Comrade", "comrade", Kind.CASE),
        ("MAO ZEDONG", "Mao Zedong", Kind.CASE),
        ("café", "cafe", Kind.SPELLING),
        ("rumors", "rumours", Kind.SPELLING),
        ("cease-fire", "ceasefire", Kind.SPELLING),
        ("Today", "To-day", Kind.SPELLING),
        ("I won't go", "I will not go", Kind.SPELLING),
        ("sixteen", "16", Kind.NUMERAL),
        ("two or three", "2 or 3", Kind.NUMERAL),
        ("Gao Gang", "Kao Kang", Kind.NAME_FORM),
        ("Beijing", "Peking", Kind.NAME_FORM),
        ("Khrushchev", "Khrushchov", Kind.NAME_FORM),
        ("about", "concerning", Kind.FUNCTION_WORD),
        ("the", "", Kind.FUNCTION_WORD),
        ("corresponds", "correspond", Kind.INFLECTION),
        ("Korea", "Koreans", Kind.WORDING),
        ("armistice", "truce", Kind.WORDING),
        ("tight", "", Kind.OMITTED),
        ("", "right away", Kind.ADDED),
    ],
)
def test_rules_name_the_kind(base: str, other: str, kind: Kind) -> None:
    assert _classify(base, other)[0] is kind


@pytest.mark.parametrize(
    ("base", "other", "flags"),
    [
        ("sixteen divisions", "sixty divisions", {Flag.NUMBER}),
        ("sixteen divisions", "16 divisions", set()),
        ("five or six", "six or five", set()),
        ("eight divisions", "divisions", {Flag.NUMBER}),
        ("one of them", "a man of them", set()),
        ("in June", "in July", {Flag.DATE}),
        ("must go", "should go", {Flag.MODALITY}),
        ("It is necessary to go", "We must go", set()),
        ("could take", "might take", {Flag.MODALITY}),
        ("will go", "went", set()),
        ("merely rumors", "rumors", {Flag.MODALITY}),
        ("merely rumors", "only rumors", set()),
        ("have to go", "must go", set()),
        ("does not agree", "agrees", {Flag.NEGATION}),
        ("I won't agree", "I shall not agree", set()),
        ("at least eight", "not fewer than eight", set()),
        ("met Roshchin", "met Krasovsky", {Flag.NAME}),
        ("met Gao Gang", "met Kao Kang", set()),
    ],
)
def test_flags_say_what_a_difference_touches(base: str, other: str, flags: set[Flag]) -> None:
    assert _classify(base, other)[1] == flags


@pytest.mark.parametrize(
    ("base", "other", "flags"),
    [
        ("an armistice", "a truce", {Flag.TERM}),
        ("the armistices", "the armistice", set()),
        ("a cease-fire", "a truce", set()),
    ],
)
def test_words_of_the_list_are_terms(base: str, other: str, flags: set[Flag]) -> None:
    english = language_of("en")
    mine, theirs = tuple(base.split()), tuple(other.split())
    terms = frozenset({english.stem("armistice")})

    assert classify(mine, theirs, Scene(english, mine, theirs, terms))[1] == flags


def test_a_negation_that_only_changed_its_place_is_no_alarm() -> None:
    scene = Scene(
        language_of("en"),
        ("They", "did", "not", "go", "and", "we", "stayed"),
        ("We", "stayed", "and", "go", "they", "did", "not"),
    )

    _, flags = classify(("did", "not"), (), scene)

    assert flags == frozenset()


def test_rules_of_english_are_silent_for_other_languages() -> None:
    mine, theirs = ("kan",), ("muss",)

    assert classify(mine, theirs, Scene(language_of("de"), mine, theirs)) == (
        Kind.WORDING,
        frozenset(),
    )
