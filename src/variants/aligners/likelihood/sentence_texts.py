"""The characters of the sentences that are aligned, and figures for numbers in words."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial

from variants.aligners.likelihood.features import Numerals
from variants.languages import language_of
from variants.languages.chinese_numerals import CHINESE_NUMERALS, chinese_number
from variants.languages.figures import roman
from variants.languages.folding import fold
from variants.types.segmentation import Segmentation
from variants.types.witness import DivisionKind

_CAPITALS = re.compile(r"\b[IVXLCDM]+\b")
_TWO_DIGITS = re.compile(r"(?<!\d)\d{2}(?!\d)")
_CHINESE = re.compile(f"[{CHINESE_NUMERALS}]{{2,}}")
_TENS = range(20, 100, 10)


def numerals_of(seed: Segmentation, other: Segmentation) -> Numerals:
    """Return figures for the numbers in words of both languages."""
    return {
        word: str(value)
        for side in (seed, other)
        for word, value in language_of(side.witness.language).value_words.cardinals.items()
        if value > 1  # "One" is also a pronoun.
    }


def texts_of_both(seed: Segmentation, other: Segmentation) -> tuple[list[str], list[str]]:
    """Return the sentences of both witnesses.

    A number of two words ("twenty-two") and one in Chinese numerals has figures if the other text
    has them somewhere.
    """
    texts = texts_of(seed), texts_of(other)
    figures = [set(_TWO_DIGITS.findall("\n".join(each))) for each in texts]
    return (
        _with_figures(texts[0], seed.witness.language, figures[1]),
        _with_figures(texts[1], other.witness.language, figures[0]),
    )


def _with_figures(texts: list[str], language: str, figures: Collection[str]) -> list[str]:
    """Return texts with figures for such numbers, if they are in ``figures``."""
    if not figures:
        return texts
    texts = [_CHINESE.sub(partial(_chinese_figure, figures), text) for text in texts]
    cardinals = language_of(language).value_words.cardinals
    tens = {word: value for word, value in cardinals.items() if value in _TENS}
    units = {word: value for word, value in cardinals.items() if 0 < value < _TENS.step}
    if not (tens and units):
        return texts
    one, other = ("|".join(sorted(words)) for words in (tens, units))
    pattern = re.compile(rf"(?<![\w\-‐‑])({one})(?:[-‐‑ ]| y )({other})\b", re.IGNORECASE)

    def figure(found: re.Match[str]) -> str:
        ten, unit = tens.get(fold(found[1])), units.get(fold(found[2]))
        value = "" if ten is None or unit is None else str(ten + unit)
        return value if value in figures else found[0]

    return [pattern.sub(figure, text) for text in texts]


def _chinese_figure(figures: Collection[str], numeral: re.Match[str]) -> str:
    value = str(chinese_number(numeral[0]))
    return value if value in figures else numeral[0]


def texts_of(segmentation: Segmentation) -> list[str]:
    """Return the sentences of a witness, without characters that are set aside.

    Headings have figures for Roman numerals, so that "CHAPTER III" and "3. The Island" have a
    word in common.
    """
    witness = segmentation.witness
    texts = [witness.wording(sentence) for sentence in segmentation.sentences]
    for division in witness.divisions:
        if division.kind is DivisionKind.HEADING:
            for number in segmentation.sentences_of(division.span):
                texts[number] = _CAPITALS.sub(_figure, texts[number])
    return texts


def _figure(numeral: re.Match[str]) -> str:
    value = roman(numeral[0])
    return numeral[0] if value is None else str(value)
