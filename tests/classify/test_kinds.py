from collections.abc import Sequence

import pytest

from variants.classify.bead_context import BeadContext
from variants.classify.config import classification_config
from variants.classify.flags import classify
from variants.languages import language_of
from variants.settings import Settings
from variants.types.variant import Flag, Kind


def _classify(seed: str, other: str) -> tuple[Kind, frozenset[Flag]]:
    """Return kind and flags of two wordings that are all of their bead."""
    mine, theirs = tuple(seed.split()), tuple(other.split())
    return _classify_in(BeadContext(language_of("en"), mine, theirs), mine, theirs)


def _classify_in(
    context: BeadContext, seed: Sequence[str], other: Sequence[str]
) -> tuple[Kind, frozenset[Flag]]:
    """Return kind and flags of wordings that begin where their first words occur in a bead."""
    starts = [
        side.index(words[0]) if words else 0
        for side, words in ((context.seed, seed), (context.other, other))
    ]
    lengths = zip(starts, (seed, other), strict=True)
    ranges = [range(start, start + len(words)) for start, words in lengths]
    return classify(context.contrast(*ranges), context)


@pytest.mark.parametrize(
    ("seed", "other", "kind"),
    [
        ("“ No ”", '" No "', Kind.TYPOGRAPHY),
        ("won’t", "won't", Kind.TYPOGRAPHY),
        ("the ﬁnal vote", "the final vote", Kind.TYPOGRAPHY),
        ("—", "-", Kind.TYPOGRAPHY),
        (",", "", Kind.PUNCTUATION),
        ("", ";", Kind.PUNCTUATION),
        (".", ":", Kind.PUNCTUATION),
        ("possible , so", "possible so", Kind.PUNCTUATION),
        ("Comrade", "comrade", Kind.CASE),
        ("MAO ZEDONG", "Mao Zedong", Kind.CASE),
        ("café", "cafe", Kind.SPELLING),
        ("the Ærø boat", "the Aero boat", Kind.SPELLING),
        ("at Łódź", "at Lodz", Kind.SPELLING),
        ("by Sørensen", "by Soerensen", Kind.SPELLING),
        ("by Soerensen", "by Sørensen", Kind.SPELLING),
        ("the САР", "the CAP", Kind.TYPOGRAPHY),  # Cyrillic against Latin.
        ("the shоp", "the ship", Kind.WORDING),  # With a Cyrillic "о".
        ("rumors", "rumours", Kind.SPELLING),
        ("cease-fire", "ceasefire", Kind.SPELLING),
        ("Today", "To-day", Kind.SPELLING),
        ("I won't go", "I will not go", Kind.SPELLING),
        ("Lieut . Wm", "Lieutenant William", Kind.SPELLING),
        ("High St", "High Street", Kind.SPELLING),
        ("pears , etc", "pears , et cetera", Kind.SPELLING),
        ("e.g. plums", "for instance plums", Kind.SPELLING),
        ("the c.o. came", "the commanding officer came", Kind.SPELLING),
        ("an M.P.", "a Member of Parliament", Kind.WORDING),
        ("The B.B.C.", "The British Broadcasting Corporation", Kind.NAME_FORM),
        ("The BBC", "The British Broadcasting Corporation", Kind.NAME_FORM),
        ("H.M. Govt", "His Majesty's Government", Kind.NAME_FORM),
        ("The BBC", "The Berlin Brass Band", Kind.WORDING),
        ("AM", "at midnight", Kind.WORDING),
        ("St", "Station", Kind.WORDING),
        ("Saint", "Street", Kind.WORDING),
        ("sixteen", "16", Kind.NUMERAL),
        ("two or three", "2 or 3", Kind.NUMERAL),
        ("Gao Gang", "Kao Kang", Kind.NAME_FORM),
        ("Beijing", "Peking", Kind.NAME_FORM),
        ("met Khrushchev", "met Khrushchov", Kind.WORDING),
        ("about", "concerning", Kind.FUNCTION_WORD),
        ("the", "", Kind.FUNCTION_WORD),
        ("corresponds", "correspond", Kind.INFLECTION),
        ("Korea", "Koreans", Kind.WORDING),
        ("armistice", "truce", Kind.WORDING),
        ("tight", "", Kind.OMITTED),
        ("", "right away", Kind.ADDED),
        # Differences that look like form but are not.
        ("1.5 million", "15 million", Kind.WORDING),
        ("10²", "102", Kind.WORDING),
        ("$ 5", "£ 5", Kind.WORDING),
        ("third army", "three army", Kind.WORDING),
        ("may be", "maybe", Kind.WORDING),
        ("now here", "nowhere", Kind.WORDING),
        ("tons", "tonnes", Kind.WORDING),
        ("one hundred and five", "105", Kind.NUMERAL),
        ("thirteenth", "13th", Kind.NUMERAL),
        ("wait …", "wait ...", Kind.TYPOGRAPHY),
        ("half a million", "500,000", Kind.NUMERAL),
        ("half a dozen", "six", Kind.NUMERAL),
        ("half past eight", "8:30", Kind.NUMERAL),
        ("a quarter to one", "12:45", Kind.NUMERAL),
        ("half past eight", "8:20", Kind.WORDING),
        ("half the million", "500,000", Kind.WORDING),
        ("$", "£", Kind.WORDING),
        ("wait --", "wait –", Kind.TYPOGRAPHY),
    ],
)
def test_rules_name_the_kind(seed: str, other: str, kind: Kind) -> None:
    assert _classify(seed, other)[0] is kind


@pytest.mark.parametrize(
    ("seed", "other", "flags"),
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
        ("the G.P.O.", "the General Post Office", set()),
        ("the G.P.O.", "the Great Western Hotel", {Flag.NAME}),
        ("in North Korea", "in South Korea", {Flag.NAME}),
        ("This ends", "Thus ends", set()),
        ("met Stalin", "MET FILIPPOV", set()),
        ("left Korea", "left Koreans", {Flag.NAME}),
        ("in May", "in June", {Flag.DATE}),
        ("on Monday", "on Tuesday", {Flag.DATE}),
        ("in May", "then", {Flag.DATE}),
        ("5 million tons", "6 million tons", {Flag.NUMBER}),
        ("168.6 million", "168.6 billion", {Flag.NUMBER}),
        ("two hundred men", "three hundred men", {Flag.NUMBER}),
        ("at 9:40", "at 9:50", {Flag.NUMBER}),
        ("12.6.1951", "13.6.1951", {Flag.DATE}),
        ("Chapter IV", "Chapter VI", {Flag.NUMBER}),
        ("the year", "the 1951 year", {Flag.DATE}),
        ("[ 12 ]", "", set()),
        ("", "¹²", set()),
        ("[ 12 ]", "[ 13 ]", {Flag.NUMBER}),
        ("[ 12 divisions ]", "", {Flag.NUMBER}),
        ("12", "", {Flag.NUMBER}),
        ("no more war", "more war", {Flag.NEGATION}),
        ("no more than eight", "at most eight", set()),
        ("No. 302", "number 302", set()),
        ("the needs", "the demands", set()),
        ("You need not come", "You must not come", {Flag.MODALITY}),
        ("it is impossible", "it is possible", {Flag.NEGATION}),
        ("but a child", "only a child", set()),
    ],
)
def test_flags_say_what_a_difference_touches(seed: str, other: str, flags: set[Flag]) -> None:
    assert _classify(seed, other)[1] == flags


@pytest.mark.parametrize(
    ("seed", "other", "flags"),
    [
        ("an armistice", "a truce", {Flag.TERM}),
        ("the armistices", "the armistice", set()),
        ("a cease-fire", "a truce", set()),
    ],
)
def test_words_of_the_list_are_terms(seed: str, other: str, flags: set[Flag]) -> None:
    english = language_of("en")
    mine, theirs = tuple(seed.split()), tuple(other.split())
    config = classification_config(Settings(terms=("armistice",)), english)

    assert _classify_in(BeadContext(english, mine, theirs, config), mine, theirs)[1] == flags


_NAMES = (("Ho Chi Minh", "Nguyễn Ái Quốc"), ("Molotov", "Skriabin"), ("Skriabin", "Scriabin"))


@pytest.mark.parametrize(
    ("seed", "other", "kind", "flags"),
    [
        ("Ho Chi Minh", "Nguyen Ai Quoc", Kind.NAME_FORM, set()),
        ("HO CHI MINH's", "Nguyen Ai Quoc's", Kind.NAME_FORM, set()),
        ("molotov", "skriabin", Kind.NAME_FORM, set()),
        ("the old Molotov", "the young Skriabin", Kind.WORDING, set()),
        ("saw Ho Chi Minh there", "met Nguyen Ai Quoc here", Kind.WORDING, set()),
        # Forms joined only by another list are not one name.
        ("Molotov", "Scriabin", Kind.WORDING, {Flag.NAME}),
        ("saw Molotov there", "met Stalin here", Kind.WORDING, {Flag.NAME}),
        ("Molotov's", "Skriabin", Kind.WORDING, set()),
    ],
)
def test_what_the_edition_lists_is_one_name(
    seed: str, other: str, kind: Kind, flags: set[Flag]
) -> None:
    english = language_of("en")
    mine, theirs = tuple(seed.split()), tuple(other.split())
    config = classification_config(Settings(names=_NAMES), english)
    context = BeadContext(english, ("and", *mine), ("and", *theirs), config)

    assert _classify_in(context, mine, theirs) == (kind, frozenset(flags))


@pytest.mark.parametrize(
    ("seed", "day", "other", "other_day", "kind"),
    [
        ("by November 7", "7", "by the 7th of November", "the 7th of", Kind.NUMERAL),
        ("on the 7 of Nov .", "on the 7 of", "on Nov . 7th", "7th", Kind.NUMERAL),
        ("by November 7", "7", "by the 8th of November", "the 8th of", Kind.WORDING),
        ("in November the 3 armies", "3", "in November the 3rd army", "3rd", Kind.WORDING),
        ("they may 7 times", "7", "they may the 7th time", "the 7th", Kind.WORDING),
        ("by November 32", "32", "by the 32nd of November", "the 32nd of", Kind.WORDING),
    ],
)
def test_a_day_of_the_month_is_one_however_it_is_written(
    seed: str, day: str, other: str, other_day: str, kind: Kind
) -> None:
    context = BeadContext(language_of("en"), tuple(seed.split()), tuple(other.split()))

    assert _classify_in(context, day.split(), other_day.split())[0] is kind


@pytest.mark.parametrize(
    ("seed", "other", "kind"),
    [
        ("see no . 7", "see number 7", Kind.SPELLING),
        ("see No 7", "see Number 7", Kind.SPELLING),
        ("see no men", "see number men", Kind.WORDING),
        ("see not . 7", "see number 7", Kind.WORDING),
    ],
)
def test_no_before_a_figure_or_a_full_stop_is_number(seed: str, other: str, kind: Kind) -> None:
    mine, theirs = tuple(seed.split()), tuple(other.split())

    context = BeadContext(language_of("en"), mine, theirs)

    assert _classify_in(context, mine[1:2], theirs[1:2])[0] is kind


def test_a_negation_that_only_changed_its_place_is_no_alarm() -> None:
    context = BeadContext(
        language_of("en"),
        ("They", "did", "not", "go", "and", "we", "stayed"),
        ("We", "stayed", "and", "go", "they", "did", "not"),
    )

    _, flags = _classify_in(context, ("did", "not"), ())

    assert flags == frozenset()


@pytest.mark.parametrize(
    ("tag", "seed", "other"),
    [
        ("de", "er kann", "er muss"),
        ("de", "der Hund", "der Katze"),
        ("fr", "en 12 ans", "en douze ans"),
        ("nl", "ten eerste", "toch eerste"),
    ],
)
def test_rules_of_english_are_silent_for_other_languages(tag: str, seed: str, other: str) -> None:
    mine, theirs = tuple(seed.split()), tuple(other.split())

    assert _classify_in(BeadContext(language_of(tag), mine, theirs), mine, theirs)[1] == frozenset()


def test_figures_are_compared_in_every_language() -> None:
    mine, theirs = ("en", "1951"), ("en", "1952")
    context = BeadContext(language_of("fr"), mine, theirs)

    assert _classify_in(context, mine, theirs)[1] == {Flag.NUMBER}


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name() -> None:
    mine = ("Perhaps", "so", ".", "Afterwards", "he", "left", "Seoul", ".")
    theirs = ("Maybe", "so", ".", "Thereupon", "he", "left", "Seoul", ".")
    context = BeadContext(language_of("en"), mine, theirs)

    assert Flag.NAME not in _classify_in(context, ("Perhaps",), ("Maybe",))[1]
    assert Flag.NAME not in _classify_in(context, ("Afterwards",), ("Thereupon",))[1]


def test_names_spelled_alike_are_forms_of_one_name() -> None:
    mine = ("met", "Khrushchev", "in", "Austria")
    theirs = ("met", "Khrushchov", "in", "Australia")
    context = BeadContext(language_of("en"), mine, theirs)

    assert _classify_in(context, ("Khrushchev",), ("Khrushchov",))[0] is Kind.NAME_FORM
    assert _classify_in(context, ("Austria",), ("Australia",))[0] is Kind.WORDING
