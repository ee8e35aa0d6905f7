"""Sentences, found by sentencex behind a mask that keeps every offset.

sentencex knows the abbreviations of many languages and gives offsets, but it keeps a
quotation in one piece however many sentences it holds. So it is shown a masked text; each
cut it proposes is then carried to the blank after the closing marks, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variants.segmenters.abbreviations import (
    ends_in_abbreviation,
    ends_in_own_abbreviation,
)
from variants.segmenters.boundaries import find_boundaries
from variants.segmenters.lines import NEWLINE, trimmed
from variants.segmenters.punctuation import (
    CLOSING,
    FULL_WIDTH,
    FULL_WIDTH_CLOSING,
    NOTE,
    OPENING,
    TERMINAL,
    mask,
)
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

_BLANK_LINE = re.compile(rf"{NEWLINE}(?:[^\S\n\v\r\x85\u2028\u2029]*{NEWLINE})+")
_BLANKS = re.compile(r"\s*")
# Dots that stand off ("wait . . .") and French closing marks that stand off belong to what
# they close; a word right after such a mark says that it opens something (»so«).
_CLOSERS = re.compile(
    rf"(?:[{CLOSING}{TERMINAL}]|{NOTE}|[^\S\n\r][{TERMINAL}]+(?![\w{TERMINAL}]))*"
    rf"(?:[^\S\n\r][»›][{CLOSING}]*(?!\w))?"
)
_FULL_WIDTH_CLOSERS = re.compile(rf"[{FULL_WIDTH_CLOSING}{TERMINAL}]*")
_LEAD_TO = 12  # Characters; more is an ornament, and a bound keeps the cost in step.
_LEAD = re.compile(rf"[\s{OPENING}…—–―.-]{{0,{_LEAD_TO}}}")
_ITEM = re.compile(r"\(?[a-z]\)")
_NO_SENTENCE = re.compile(
    r"[\W_]{1,12}|(?:[(\[]|[¶§]\s?)?(?:\d{1,3}|[ivxlcIVXLC]{1,6}|[A-Za-z])[.)\]]+"
)


def cut_sentences(witness: Witness) -> Segmentation:
    """Cut a witness into sentences, inside its divisions.

    The end of a division and a blank line always end a sentence; any other newline counts
    as a blank. Quotations are cut where their sentences end.
    """
    language = witness.language.replace("_", "-").partition("-")[0].lower()
    sentences = (
        sentence
        for stretch in _find_stretches(witness)
        for sentence in _cut_stretch(language, witness.abbreviations, witness.text, stretch)
    )
    return Segmentation(witness, tuple(sentences))


def _find_stretches(witness: Witness) -> Iterator[Span]:
    """Give the stretches whose borders no sentence crosses; some hold white space only."""
    text = witness.text
    for division in [each.span for each in witness.divisions] or [Span(0, len(text))]:
        start = division.start
        for blank in _BLANK_LINE.finditer(text, division.start, division.end):
            yield trimmed(text, Span(start, blank.start()))
            start = blank.end()
        yield trimmed(text, Span(start, division.end))


def _cut_stretch(language: str, own: Sequence[str], text: str, stretch: Span) -> Iterator[Span]:
    """Cut a trimmed stretch; an enumerator ("1.") or a mark ("[…]") stays with what follows."""
    inside = stretch.of(text)
    start = 0
    for end, following in _find_cuts(language, own, inside):
        if _NO_SENTENCE.fullmatch(inside, start, end) is None:
            yield Span(stretch.start + start, stretch.start + end)
            start = following
    if start < len(inside):
        yield Span(stretch.start + start, stretch.end)


def _find_cuts(language: str, own: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Give where a sentence ends and where the next one begins, in order.

    No sentence ends in one of the edition's ``own`` abbreviations.
    """
    masked = mask(text)
    seen = end = 0
    for boundary in find_boundaries(language, masked):
        core = seen + len(masked[seen:boundary].rstrip())
        seen = boundary
        if core <= end:
            continue  # Inside the marks that the boundary before was carried over.
        closers = _FULL_WIDTH_CLOSERS if text[core - 1] in FULL_WIDTH else _CLOSERS
        end = _end_of(closers, text, core)
        following = _end_of(_BLANKS, text, end)
        if following == len(text) or ends_in_own_abbreviation(own, text, core):
            continue
        if _may_cut(language, text, core, following):
            yield end, following


def _may_cut(language: str, text: str, core: int, following: int) -> bool:
    """Whether a sentence may end at ``core`` (and the marks after it) before ``following``."""
    if not text[following - 1].isspace() and text[core - 1] not in FULL_WIDTH:
        return False
    if text[following] in ",;:":
        return False
    lead = _end_of(_LEAD, text, following)
    if text[lead : lead + 1].islower() and _ITEM.match(text, following) is None:
        return False
    glued = core if text[core].isdigit() else following
    return not ends_in_abbreviation(language, text[max(0, core - 16) : core], text[glued])


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a pattern that may match nothing ends when it begins at ``start``."""
    found = pattern.match(text, start)
    return start if found is None else found.end()
