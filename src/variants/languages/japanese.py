"""Japanese: words of values, and words behind a quotation."""

from __future__ import annotations

from variants.languages.language import Language
from variants.languages.value_table import Bound, ValueWords

JAPANESE = Language(
    "ja",
    value_words=ValueWords(
        # Each letter is a word, until the number and its sign are one.
        percent=(("%",), tuple("パーセント"), ("パーセント",)),
        after_values={
            tuple("まで"): Bound.UNTIL,
            tuple("以前"): Bound.BEFORE,
            tuple("以後"): Bound.AFTER,
            tuple("以降"): Bound.SINCE,
        },
    ),
    # Before a verb of speech or its subject ("to iu", "to kare wa"); not "tokoro", "totemo".
    quotation_leads=r"と(?=[、いおかさつよ\u3400-\u9fff])|って|とか|との|の(?=[\u3400-\u9fff])|など",
)
