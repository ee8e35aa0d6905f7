"""Vietnamese: titles and references."""

from __future__ import annotations

from variants.languages.language import Language

VIETNAMESE = Language(
    "vi",
    abbreviations=frozenset("BS GS KS LS Mr Mrs PGS TP ThS Tp TS TT TX Tx".split()),
    numbered_abbreviations=frozenset("ch q s số t tập tr".split()),
    ending_abbreviations=("v.v", "vv"),
    page_words=frozenset("tr trang".split()),
)
