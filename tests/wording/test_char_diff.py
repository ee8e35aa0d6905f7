import pytest
from hypothesis import given
from hypothesis import strategies as st

from variants.wording import char_diff
from variants.wording.char_diff import CharacterSpans, character_differences


def _without(text: str, letters: CharacterSpans, sign: str = "") -> str:
    """Return the text with brackets around the differences, or without them."""
    for span in reversed(letters):
        shown = f"[{span.of(text)}]" if sign else ""
        text = text[: span.start] + shown + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("lemma", "reading", "marked"),
    [
        ("colour", "color", ("colo[u]r", "color")),
        ("rumors", "rumours", ("rumors", "rumo[u]rs")),
        ("advisers", "advisors", ("advis[e]rs", "advis[o]rs")),
        ("organization", "organisations", ("organi[z]ation", "organi[s]ation[s]")),
        ("Khrushchev", "Khrushchov", ("Khrushch[e]v", "Khrushch[o]v")),
        ("the military advisers", "our advisors", ("the military advis[e]rs", "our advis[o]rs")),
        ("рота", "роту", ("рот[а]", "рот[у]")),
    ],
)
def test_the_letters_of_words_that_are_nearly_the_same_are_marked(
    lemma: str, reading: str, marked: tuple[str, str]
) -> None:
    mine, theirs = character_differences(lemma, reading)

    assert (_without(lemma, mine, "[]"), _without(reading, theirs, "[]")) == marked


_MANY_WORDS = "then all who had come there by ship went home again quite soon"


@pytest.mark.parametrize(
    ("lemma", "reading"),
    [
        ("battle", "combat"),
        ("should", "would"),
        ("1945", "1954"),
        ("MIG-15s", "MIG-25s"),
        ("divisions12", "divisions13"),
        ("Comrade", "COMRADE"),
        ("Gao", "Kao"),
        ("the colour", "the colour and colours"),
        ("if they are necessary", "if you have need of them"),
        ("to-day", "today"),
        ("encyclopaedias", "enciclopedia"),
        ("停战谈判", "停火谈判"),
        (f"{_MANY_WORDS} advisers", "advisors"),
    ],
)
def test_words_that_people_compare_as_wholes_have_no_letter_marked(
    lemma: str, reading: str
) -> None:
    assert character_differences(lemma, reading) == ((), ())


_words = st.text("abcdeßIıéñя停-'1", max_size=9).map(lambda text: f"abcd{text}")


@given(_words, _words)
def test_without_its_marked_letters_a_word_is_the_other(one: str, other: str) -> None:
    mine, theirs = character_differences(one, other)

    assert not mine + theirs or _without(one, mine) == _without(other, theirs)


def test_a_slow_machine_finds_the_same_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = ("criticise", "cretacise")
    usual = character_differences(*pair)
    hours = iter(range(0, 3600 * 1000, 3600))
    monkeypatch.setattr("time.time", lambda: float(next(hours)))
    char_diff._changes.cache_clear()  # noqa: SLF001 - else the spans are remembered

    assert character_differences(*pair) == usual != ((), ())


def test_a_string_of_letters_that_is_no_word_costs_nothing() -> None:
    letters = "abcdefghij" * 500

    assert character_differences(letters, f"{letters}k") == ((), ())
