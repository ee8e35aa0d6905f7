"""Notices on the letters and languages of texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from variants.languages.likely_language import language_notices
from variants.languages.look_alikes import LATIN, OTHER, in_one_script
from variants.types.notice import Notice
from variants.types.witness import Witness

_MIXED: Final = re.compile(f"[{LATIN}][{OTHER}]|[{OTHER}][{LATIN}]")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")  # Shorter ones may be symbols: "ΔT".
_MOST_SHOWN: Final = 3


def text_notices(witnesses: Sequence[Witness]) -> Iterator[Notice]:
    """Yield notices on other languages and scripts, and on words in two scripts.

    Args:
        witnesses: The seed first.
    """
    yield from language_notices(witnesses)
    yield from script_notices(witnesses)
    yield from chinese_notices(witnesses)


def script_notices(witnesses: Iterable[Witness]) -> Iterator[Notice]:
    """Yield a notice on each text in which words mix the letters of two scripts."""
    for witness in witnesses:
        if not _MIXED.search(witness.compared):
            continue  # The common case.
        words = [word for word in _WORD.findall(witness.compared) if in_one_script(word) != word]
        if words:
            several = f"{len(words)} words mix" if len(words) > 1 else "1 word mixes"
            shown = ", ".join(f"“{word}”" for word in dict.fromkeys(words[:_MOST_SHOWN]))
            yield Notice(
                witness.siglum,
                f"{several} letters of two scripts that look the same ({shown}), probably by OCR "
                "or the keyboard. They are compared as if they were in one script.",
            )


def chinese_notices(witnesses: Sequence[Witness]) -> Iterator[Notice]:
    """Yield a notice on each Chinese text in the other script than the seed."""
    if not all(_is_chinese(witness) for witness in witnesses):
        return
    # Imported here because the tables are needed for Chinese only.
    from variants.languages.chinese import SIMPLIFIED, TRADITIONAL  # noqa: PLC0415

    # Letters that one script alone has: 后 is simplified for 後, but traditional too.
    tables = (
        {letter for letter in TRADITIONAL if not _is_encoded(letter, "gb2312")},
        {letter for letter in SIMPLIFIED if not _is_encoded(letter, "big5")},
    )

    def script_of(witness: Witness) -> str:
        letters = Counter(witness.compared)
        traditional, simplified = (sum(map(letters.__getitem__, table)) for table in tables)
        return "traditional" if traditional > simplified else "simplified"

    seed, *others = witnesses
    for witness in others:
        if script_of(witness) != script_of(seed):
            yield Notice(
                witness.siglum,
                f"the text is in {script_of(witness)} characters and the seed in "
                f"{script_of(seed)} ones. The two forms of a character differ in spelling only.",
            )


def _is_encoded(letter: str, encoding: str) -> bool:
    return bool(letter.encode(encoding, "ignore"))


def _is_chinese(witness: Witness) -> bool:
    return witness.language.partition("-")[0].lower() == "zh"
