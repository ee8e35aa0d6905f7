"""Segmenter for sentences, based on sentencex.

sentencex knows the abbreviations of many languages and returns offsets, but it never splits a
quotation. Therefore it gets a text in which punctuation is masked. Each boundary that it returns is
moved behind the closing marks, or rejected.
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

_EMPTY_LINE = re.compile(rf"{NEWLINE}(?:[^\S\n\v\r\x85\u2028\u2029]*{NEWLINE})+")
_SPACES = re.compile(r"\s*")
# Dots after a space ("wait . . .") and French closing marks after a space belong to the sentence
# that they close. If a word follows such a mark directly, the mark opens a quotation (»so«).
_CLOSERS = re.compile(
    rf"(?:[{CLOSING}{TERMINAL}]|{NOTE}|[^\S\n\r][{TERMINAL}]+(?![\w{TERMINAL}]))*"
    rf"(?:[^\S\n\r][»›][{CLOSING}]*(?!\w))?"
)
_FULL_WIDTH_CLOSERS = re.compile(rf"[{FULL_WIDTH_CLOSING}{TERMINAL}]*")
_LEAD_TO = 12  # Characters; longer sequences are ornaments, and a limit bounds the cost.
_LEAD = re.compile(rf"[\s{OPENING}…—–―.-]{{0,{_LEAD_TO}}}")
_ITEM = re.compile(r"\(?[a-z]\)")
_NO_SENTENCE = re.compile(
    r"[\W_]{1,12}|(?:[(\[]|[¶§]\s?)?(?:\d{1,3}|[ivxlcIVXLC]{1,6}|[A-Za-z])[.)\]]+"
)


def cut_sentences(witness: Witness) -> Segmentation:
    """Split a witness into sentences, inside its divisions.

    The end of a division and an empty line always end a sentence; any other newline counts as a
    space. Quotations are split where their sentences end.
    """
    language = witness.language.replace("_", "-").partition("-")[0].lower()
    sentences = (
        sentence
        for block in _find_blocks(witness)
        for sentence in _split_block(language, witness.abbreviations, witness.text, block)
    )
    return Segmentation(witness, tuple(sentences))


def _find_blocks(witness: Witness) -> Iterator[Span]:
    """Yield the spans whose ends no sentence crosses; some are empty."""
    text = witness.text
    for division in [each.span for each in witness.divisions] or [Span(0, len(text))]:
        start = division.start
        for empty in _EMPTY_LINE.finditer(text, division.start, division.end):
            yield trimmed(text, Span(start, empty.start()))
            start = empty.end()
        yield trimmed(text, Span(start, division.end))


def _split_block(language: str, own: Sequence[str], text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a block; an enumerator ("1.") or a mark ("[…]") is not one."""
    inside = block.of(text)
    start = 0
    for end, following in _find_cuts(language, own, inside):
        if _NO_SENTENCE.fullmatch(inside, start, end) is None:
            yield Span(block.start + start, block.start + end)
            start = following
    if start < len(inside):
        yield Span(block.start + start, block.end)


def _find_cuts(language: str, own: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the end of each sentence and the start of the next one, in order.

    No sentence ends in one of the edition's ``own`` abbreviations.
    """
    masked = mask(text)
    seen = end = 0
    for boundary in find_boundaries(language, masked):
        core = seen + len(masked[seen:boundary].rstrip())
        seen = boundary
        if core <= end:
            continue  # Inside the marks behind which the previous boundary was moved.
        closers = _FULL_WIDTH_CLOSERS if text[core - 1] in FULL_WIDTH else _CLOSERS
        end = _end_of(closers, text, core)
        following = _end_of(_SPACES, text, end)
        if following == len(text) or ends_in_own_abbreviation(own, text, core):
            continue
        if _may_cut(language, text, core, following):
            yield end, following


def _may_cut(language: str, text: str, core: int, following: int) -> bool:
    """Return True if a sentence may end at ``core``, and the next begin at ``following``."""
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
    """Return the end of a pattern's match at ``start``; ``start`` if it does not match."""
    found = pattern.match(text, start)
    return start if found is None else found.end()
