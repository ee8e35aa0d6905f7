"""Numbers in words align with figures."""

from __future__ import annotations

from dataclasses import replace

from variants.aligners.likelihood.align import align_likelihood, numerals_of, texts_of
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


def test_numbers_in_words_are_those_of_the_languages_of_both_sides() -> None:
    english, german = _segmentation("S", ["Ten."]), _segmentation("A", ["Zehn."], "de")

    assert numerals_of(english, german)["ten"] == "10"
    assert numerals_of(german, german) == {}


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
