"""Japanese: words behind a quotation."""

from __future__ import annotations

from variants.languages.language import Language
from variants.languages.value_table import ValueWords

JAPANESE = Language(
    "ja",
    # Each letter is a word, until the number and its sign are one.
    value_words=ValueWords(percent=(("%",), tuple("パーセント"), ("パーセント",))),
    # Before a verb of speech or its subject ("to iu", "to kare wa"); not "tokoro", "totemo".
    quotation_leads=r"と(?=[、いおかさつよ\u3400-\u9fff])|って|とか|との|の(?=[\u3400-\u9fff])|など",
)
