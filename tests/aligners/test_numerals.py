"""Numbers in words align with figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from variants.aligners.likelihood.align import align_likelihood
from variants.aligners.likelihood.features import figures_of
from variants.aligners.likelihood.sentence_texts import numerals_of, texts_of, texts_of_both
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness

_WORDS = ("eleven", "thirteen", "seventeen", "twenty", "fifty", "seventy", "eighty", "ninety")
_FIGURES = (11, 13, 17, 20, 50, 70, 80, 90)


def _segmentation(siglum: str, sentences: list[str], language: str = "en") -> Segmentation:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence}\n"
    return Segmentation(Witness(siglum, text, language=language), tuple(spans))


def test_a_list_of_values_is_aligned_by_the_values_alone() -> None:
    seed = _segmentation(
        "S", [f"Lot {n}: {value} crates sold." for n, value in enumerate(_FIGURES)]
    )
    other = _segmentation("A", [f"On this day {word} boxes went." for word in _WORDS[1:]])

    beads = align_likelihood(seed, other, ()).beads

    together = [(bead.seed, bead.other) for bead in beads if bead.seed and bead.other]
    assert together[-6:] == [((n,), (n - 1,)) for n in range(2, 8)]


def _items(words: Sequence[str]) -> list[str]:
    return [f"On this day {word} boxes went." for word in words]


def _lots(values: Sequence[object]) -> list[str]:
    return [f"{value} crates of tea were sold." for value in values]


@pytest.mark.parametrize("exchanged", [False, True])
@pytest.mark.parametrize("missing", range(1, 7))
def test_an_item_whose_number_is_missing_is_not_joined_with_the_next(
    missing: int, *, exchanged: bool
) -> None:
    lots = _segmentation("S", _lots(_FIGURES))
    items = _segmentation("A", _items([*_WORDS[:missing], *_WORDS[missing + 1 :]]))
    sides = (items, lots) if exchanged else (lots, items)

    beads = align_likelihood(*sides, ()).beads

    paired = [(bead.other, bead.seed) if exchanged else (bead.seed, bead.other) for bead in beads]
    assert paired == [
        ((n,), () if n == missing else (n - (n > missing),)) for n in range(len(_FIGURES))
    ]


def test_a_number_of_two_words_is_in_figures_if_the_other_text_has_them() -> None:
    words = _segmentation("S", ["Twenty-two men and thirty one women came in sixty-five carts."])
    figures = _segmentation("A", ["22 men", "31 women", "165 carts"])

    assert texts_of_both(words, figures)[0] == ["22 men and 31 women came in sixty-five carts."]
    assert texts_of_both(words, words)[0] == texts_of(words)


@pytest.mark.parametrize("number", ["ſixty-two", "SİXTY-TWO", "sıxty two"])
def test_old_and_foreign_letters_in_a_number_of_two_words_are_read(number: str) -> None:
    words, figures = _segmentation("S", [f"He had {number} men."]), _segmentation("A", ["62 men"])

    assert texts_of_both(words, figures)[0] == ["He had 62 men."]


def test_the_end_of_a_longer_number_is_not_read_alone() -> None:
    words = _segmentation("S", ["Il a quatre-vingt-deux ans."], "fr")

    assert texts_of_both(words, _segmentation("A", ["22 ans"], "fr"))[0] == texts_of(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Vierunddreißig"),
        ("es", "Treinta y cuatro"),
        ("fr", "trente-quatre"),
        ("it", "Trentaquattro"),
        ("ru", "тридцать четыре"),
        ("zh", "三十四"),
    ],
)
def test_numbers_above_twenty_are_known_in_several_languages(language: str, words: str) -> None:
    one, other = _segmentation("S", [words], language), _segmentation("A", ["34人"], "en")
    numerals = numerals_of(one, other)

    (text,), _ = texts_of_both(one, other)

    assert figures_of(text, numerals) == {"34"}


def test_accents_of_numbers_in_words_do_not_matter() -> None:
    assert figures_of("fünf", {"funf": "5"}) == {"5"}


def test_a_list_of_numbers_of_two_words_is_aligned_by_their_values() -> None:
    values = {"nine": 9, "forty-two": 42, "thirty-one": 31, "sixty-four": 64, "fifty-two": 52}
    lots = _segmentation("S", _lots([*values.values()]))
    items = _segmentation("A", _items([word for word, value in values.items() if value != 31]))

    beads = align_likelihood(lots, items, ()).beads

    assert [(bead.seed, bead.other) for bead in beads][1:] == [
        ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)),
    ]  # fmt: skip


def test_an_item_is_joined_if_its_number_is_opposite() -> None:
    lots = _lots(_FIGURES)
    both = "On this day thirteen boxes and seventeen boxes went."
    items = _items(_WORDS)

    seed, other = _segmentation("S", lots), _segmentation("A", [items[0], both, *items[3:]])

    assert ((1, 2), (1,)) in [
        (bead.seed, bead.other) for bead in align_likelihood(seed, other, ()).beads
    ]


def test_figures_of_other_scripts_are_equal() -> None:
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    seed = _segmentation("S", _lots(_FIGURES))
    other = _segmentation("A", [f"En ce jour {n} caisses".translate(arabic) for n in _FIGURES[1:]])

    beads = align_likelihood(seed, other, ()).beads

    together = [(bead.seed, bead.other) for bead in beads if bead.seed and bead.other]
    assert together[-6:] == [((n,), (n - 1,)) for n in range(2, 8)]


def test_numbers_in_words_are_those_of_the_languages_of_both_sides() -> None:
    english, german = _segmentation("S", ["Ten."]), _segmentation("A", ["Zehn."], "de")

    assert numerals_of(english, german)["ten"] == "10"
    assert numerals_of(german, german)["zehn"] == "10"
    assert "ten" not in numerals_of(german, german)


def _with_headings(siglum: str, parts: list[tuple[str, str]]) -> Segmentation:
    cut = _segmentation(siglum, [line for part in parts for line in part])
    kinds = (DivisionKind.HEADING, DivisionKind.PARAGRAPH) * len(parts)
    divisions = tuple(map(Division, kinds, cut.sentences))
    return Segmentation(replace(cut.witness, divisions=divisions), cut.sentences)


def test_roman_numerals_of_headings_are_figures() -> None:
    seed = _with_headings(
        "S",
        [
            ("PART I", "We left the harbour at dawn."),
            ("PART II", "The storm broke on the third day."),
            ("PART III", "We came to the island at noon."),
        ],
    )
    other = _with_headings(
        "A",
        [
            ("1. Departure", "At dawn we sailed out of the harbour."),
            ("3. The Island", "We reached the island at noon."),
        ],
    )

    beads = align_likelihood(seed, other, ()).beads

    assert [bead.seed for bead in beads if not bead.other] == [(2,), (3,)]
    assert texts_of(seed)[::2] == ["PART 1", "PART 2", "PART 3"]


def test_roman_numerals_in_the_text_stay() -> None:
    assert texts_of(_segmentation("S", ["I saw Henry VIII."])) == ["I saw Henry VIII."]
