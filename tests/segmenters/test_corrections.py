import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.strategies import composed_texts
from variants.segmenters import SEGMENTERS
from variants.types.correction import Correction, Join, Split
from variants.types.segmentation import Segmentation
from variants.types.witness import Witness

_untimed = settings(deadline=None)  # The first call loads a library.

_TEXT = "It was dawn; the ship left. “Go,” he said. Nobody knew\nwhy. The rest is known."
# A bar marks an expected boundary.
_CORRECTED: dict[str, tuple[tuple[Correction, ...], str]] = {
    "inside a sentence": (
        (Split("the ship left"),),
        "It was dawn;| the ship left.| “Go,” he said.| Nobody knew\nwhy.| The rest is known.",
    ),
    "with any white space between the words": (
        (Split("knew \t why"),),
        "It was dawn; the ship left.| “Go,” he said.| Nobody| knew\nwhy.| The rest is known.",
    ),
    "where a sentence begins already": (
        (Split("Nobody knew why"),),
        "It was dawn; the ship left.| “Go,” he said.| Nobody knew\nwhy.| The rest is known.",
    ),
    "before the opening mark of the words": (
        (Split("Go"), Split("he said")),
        "It was dawn; the ship left.| “Go,”| he said.| Nobody knew\nwhy.| The rest is known.",
    ),
    "nowhere between two that are joined": (
        (Join(("It was", "Go")),),
        "It was dawn; the ship left. “Go,” he said.| Nobody knew\nwhy.| The rest is known.",
    ),
    "nowhere between several": (
        (Join(("Go", "Nobody", "The rest")),),
        "It was dawn; the ship left.| “Go,” he said. Nobody knew\nwhy. The rest is known.",
    ),
    "nowhere between several joined two by two": (
        (Join(("Nobody", "The rest")), Join(("Go", "Nobody"))),
        "It was dawn; the ship left.| “Go,” he said. Nobody knew\nwhy. The rest is known.",
    ),
    "where they are split before they are joined": (
        (Join(("the ship", "Go")), Split("the ship")),
        "It was dawn;| the ship left. “Go,” he said.| Nobody knew\nwhy.| The rest is known.",
    ),
    "where the segmenter has joined them itself": (
        (Join(("It was", "the ship")),),
        "It was dawn; the ship left.| “Go,” he said.| Nobody knew\nwhy.| The rest is known.",
    ),
}
_UNDONE: dict[str, tuple[Correction, str]] = {
    "words that do not occur": (Split("the boat left"), "are not in the text"),
    "a part of a word": (Split("obody"), "are not in the text"),
    "words that end inside a word": (Split("Nobody kne"), "are not in the text"),
    "words that occur twice": (Split("Once more"), "occur 2 times"),
    "words that begin no sentence": (
        Join(("Nobody knew", "the ship")),
        "no sentence begins with “the ship”",
    ),
    "words that begin two sentences": (
        Join(("The rest", "Once more")),
        "2 sentences begin with “Once more”",
    ),
    "sentences that are not consecutive": (Join(("It was", "Nobody knew")), "not consecutive"),
    "sentences in the wrong order": (Join(("Nobody", "Go")), "not consecutive"),
}
_MARKS = {
    "dash": ("He left—the others stayed.", "the others", ["He left—", "the others stayed."]),
    "Chinese": ("我们认为停战是有利的。", "停战", ["我们认为", "停战是有利的。"]),
    "Chinese mark": ("他说。“我们认为。”", "我们", ["他说。", "“我们认为。”"]),
    "straight mark after a space": ('He left, "Go now."', "Go", ["He left,", '"Go now."']),
    "straight mark after a dash": ('He left—"Go now."', "Go", ["He left—", '"Go now."']),
    "straight mark without a space": ('He said"Go now."', "Go", ['He said"', 'Go now."']),
    "mark without a space": ("“Go.”“No.”", "No", ["“Go.”", "“No.”"]),
    "combining mark": (
        "le cafe\u0301 e\u0301tait",
        "e\u0301tait",
        ["le cafe\u0301", "e\u0301tait"],
    ),
}


@pytest.mark.parametrize("name", _CORRECTED)
def test_sentences_begin_as_the_edition_says(name: str) -> None:
    corrections, expected = _CORRECTED[name]

    cut = SEGMENTERS["sentences"](Witness("S", _TEXT, corrections=corrections))

    assert _sentences(cut) == [part.strip() for part in expected.split("|")]
    assert cut.witness.notices == ()


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 59 + "…")])
def test_long_words_are_truncated_in_a_notice(length: int, shown: str) -> None:
    witness = Witness("S", _TEXT, corrections=(Split("x" * length),))

    (notice,) = SEGMENTERS["sentences"](witness).witness.notices

    assert f"“{shown}”" in notice.message


@pytest.mark.parametrize("name", _UNDONE)
def test_an_ambiguous_correction_is_not_applied_and_reported(name: str) -> None:
    correction, reason = _UNDONE[name]
    text = f"{_TEXT} Once more. Once more."
    cut = SEGMENTERS["sentences"]

    found = cut(Witness("A", text, corrections=(correction,)))

    (notice,) = found.witness.notices
    assert found.sentences == cut(Witness("A", text)).sentences
    assert notice.siglum == "A"
    assert reason in notice.message
    assert "variants.toml" in notice.message


def test_what_is_split_is_not_joined() -> None:
    corrections = (Split("the ship"), Join(("It was", "the ship")))

    found = SEGMENTERS["sentences"](Witness("S", _TEXT, corrections=corrections))

    (notice,) = found.witness.notices
    assert _sentences(found)[:2] == ["It was dawn;", "the ship left."]
    assert "also has a split" in notice.message


@pytest.mark.parametrize("name", _MARKS)
def test_a_split_knows_where_words_and_marks_begin(name: str) -> None:
    text, words, expected = _MARKS[name]

    found = SEGMENTERS["lines"](Witness("S", text, corrections=(Split(words),)))

    assert _sentences(found) == expected


@pytest.mark.parametrize("name", SEGMENTERS)
@_untimed
@given(text=composed_texts, place=st.integers(0))
def test_a_sentence_begins_at_every_word_that_stands_once(name: str, text: str, place: int) -> None:
    words = text.split()
    word = words[place % len(words)] if words else "none"
    assume(text.count(word) == 1)
    start = text.index(word)

    found = SEGMENTERS[name](Witness("S", text, corrections=(Split(word),)))

    if not found.witness.notices:
        # Only marks that open the sentence may precede the word.
        before = max(span.start for span in found.sentences if span.start <= start)
        assert not any(mark.isalnum() or mark.isspace() for mark in text[before:start])


@pytest.mark.parametrize("name", SEGMENTERS)
@_untimed
@given(
    sentences=st.permutations([f"{n}th ship left." for n in range(5)]),
    first=st.integers(0, 3),
    count=st.integers(2, 5),
)
def test_neighbours_are_one_where_the_edition_joins_them(
    name: str, sentences: list[str], first: int, count: int
) -> None:
    beginnings = tuple(sentences[first : first + count])
    witness = Witness("S", "\n\n".join(sentences), corrections=(Join(beginnings),))

    found = _sentences(SEGMENTERS[name](witness))

    joined = "\n\n".join(beginnings)
    assert found == [*sentences[:first], joined, *sentences[first + count :]]


def test_no_sentence_ends_in_an_abbreviation_of_the_edition() -> None:
    text = "He saw Sov. Dok. It was there. Then Dok. Nine came.\n\nThe Dok.\n\nIt ends."
    witness = Witness("S", text, abbreviations=("Dok", "Sov."))

    found = SEGMENTERS["sentences"](witness)

    assert _sentences(found) == [
        "He saw Sov. Dok. It was there.",
        "Then Dok. Nine came.",
        "The Dok.",
        "It ends.",
    ]


@pytest.mark.parametrize("words", [Split, lambda blank: Join(("one", blank))])
def test_a_place_is_named_by_words(words: type[Split]) -> None:
    with pytest.raises(ValueError, match="white space"):
        words(" \n")


def test_one_sentence_alone_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="two sentences or more"):
        Join(("one",))


def _sentences(cut: Segmentation) -> list[str]:
    return [cut.text_of(number) for number in range(len(cut.sentences))]
