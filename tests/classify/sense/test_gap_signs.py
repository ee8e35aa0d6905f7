"""Signs from the gap in meaning between words of both sides."""

from __future__ import annotations

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.gap_signs import find_gap_signs


def _most(seed: str, other: str) -> float:
    return next(s.value for s in find_gap_signs(contrast_of(seed, other)) if s.name == "gap.most")


def test_opposed_words_of_which_one_is_denied_have_a_small_gap() -> None:
    opposed = _most("singing had been forbidden", "singing had been permitted")
    reworded = _most("singing had been forbidden", "singing was never permitted")

    assert opposed > 2.5
    assert reworded <= 1.0


def test_words_of_phrases_with_one_meaning_have_no_gap() -> None:
    assert list(find_gap_signs(contrast_of("provided that it rains", "so long as it rains"))) == []
    assert _most("it provided much rain", "it made long rain") > 0.0


def test_a_language_without_a_list_has_no_gaps() -> None:
    assert list(find_gap_signs(contrast_of("das alte Haus", "das neue Haus", "de"))) == []
