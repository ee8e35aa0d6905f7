"""Numbers in words align with figures."""

from __future__ import annotations

from variants.aligners.likelihood.align import align_likelihood, numerals_of
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

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
