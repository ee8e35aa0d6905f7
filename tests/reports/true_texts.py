"""Three editions whose pages and prints are compared with their texts, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tests.project.editions import ROOT, telegram
from tests.reports.statuses import DECIDED_HARBOUR, bare
from variants.pipeline import collate
from variants.readers.formats import read_witness
from variants.settings import Settings
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.wording.sanitize import sanitize_line

_CHAPTER = ROOT / "tests" / "data" / "chapter"
_LAM_ALEF = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER ALEF}"
_EITHER_WAY = f"(?:{_LAM_ALEF}|{_LAM_ALEF[::-1]})"
VERSIONS = ("KJV", "YLT", "ASV", "BBE", "BSB")
NAMES = ("telegram", "harbour", "chapter")


@cache
def edition_of(name: str) -> Edition:
    """Return the telegram, a small edition with decisions, or a chapter in five versions."""
    if name == "harbour":
        return DECIDED_HARBOUR
    if name == "telegram":
        return bare(collate(telegram(), Settings()))
    files = [read_witness(_CHAPTER / f"{one}.txt", siglum=one) for one in VERSIONS]
    return bare(collate(files, Settings()))


def lines_of(collation: Collation) -> Iterator[tuple[Passage, Segmentation, tuple[int, ...]]]:
    """Yield each passage with each text that has sentences in it, and these sentences."""
    cuts = {cut.witness.siglum: cut for cut in collation.others}
    for passage in collation.passages:
        if passage.sentences:
            yield passage, collation.seed, passage.sentences
        for one in passage.renderings:
            if one.sentences:
                yield passage, cuts[one.siglum], one.sentences


def shown(cut: Segmentation, sentence: int) -> str:
    """Return a sentence as views show it, with one space for all white space."""
    return " ".join(sanitize_line(cut.text_of(sentence)).split())


def pattern_of(sentence: str) -> re.Pattern[str]:
    """Return a pattern of a sentence in the text of a PDF, where lines can end at each dash.

    The program that extracts the text leaves a hyphen out at the end of a line, and exchanges the
    two letters of the Arabic ligature of lam and alef.
    """
    words = r"\s".join(map(re.escape, sentence.split())).replace(_LAM_ALEF, _EITHER_WAY)
    return re.compile(words.replace(r"\-", r"-?\s?").replace("—", r"—\s?").replace("–", r"–\s?"))
