"""Segmenter for sentences, based on sentencex.

sentencex knows the abbreviations of many languages and returns offsets, but it never splits a
quotation. Therefore it gets a text in which punctuation is masked. Each boundary that it returns is
moved behind the closing marks, or rejected.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.languages import language_of
from variants.segmenters.abbreviations import (
    ends_in_abbreviation,
    ends_in_own_abbreviation,
)
from variants.segmenters.additions import find_added_ends
from variants.segmenters.boundaries import find_boundaries
from variants.segmenters.lines import NEWLINE, segmentation_of, trimmed
from variants.segmenters.punctuation import (
    CLOSING,
    FULL_WIDTH,
    FULL_WIDTH_CLOSING,
    NOTE,
    OPENING,
    TERMINAL,
    mask,
)
from variants.segmenters.telegraph import find_telegraph_ends
from variants.segmenters.text_habits import TextHabits, ends_in_habit, learn_habits
from variants.types.notice import Notice
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
_LOOK_BACK = 24  # Characters on each side that show an abbreviation.
_LEAD_TO = 12  # Characters; longer sequences are ornaments, and a limit bounds the cost.
_LEAD = re.compile(rf"[\s{OPENING}…—–―.-]{{0,{_LEAD_TO}}}")
_ITEM = re.compile(r"\(?[a-z]\)")
_NO_SENTENCE = re.compile(
    r"[\W_]{1,12}|(?:[(\[]|[¶§]\s?)?(?:\d{1,3}|[ivxlcIVXLC]{1,6}|[A-Za-z])[.)\]]+"
)

# "Chapter IV." before the title of the chapter.
_NUMBERED = re.compile(r"[^\W\d_]+\s(?:\d{1,3}|[IVXLC]{1,7})\.")


def cut_sentences(witness: Witness) -> Segmentation:
    """Split a witness into sentences, inside its divisions.

    The end of a division and an empty line always end a sentence; any other newline counts as a
    space. Quotations are split where their sentences end.
    """
    language = witness.language.replace("_", "-").partition("-")[0].lower()
    text = witness.compared
    habits = learn_habits(language, text)
    blocks = list(_find_blocks(witness))
    stops = find_telegraph_ends(language, text, blocks, telegraph=witness.telegraph)
    rules = _Rules(language, witness.abbreviations, habits, stops)
    sentences = (sentence for block in blocks for sentence in _split_block(rules, text, block))
    return segmentation_of(_noticed(witness, stops), sentences)


def _noticed(witness: Witness, stops: frozenset[int]) -> Witness:
    """Return the witness, with a notice if it was recognised as a telegram."""
    if not stops or witness.telegraph is not None:
        return witness
    message = (
        f"a spoken STOP ends {len(stops)} sentences, as in a telegram. If this is wrong, give "
        "--no-telegraph, or in an edition set telegraph = false under [settings] in variants.toml."
    )
    notices = (*witness.notices, Notice(witness.siglum, message))
    return dataclasses.replace(witness, notices=notices)


@dataclass(frozen=True, slots=True)
class _Rules:
    """Knowledge about one witness.

    Attributes:
        language: ISO 639 code.
        own: Abbreviations of the edition.
        habits: Abbreviations and labels of the text.
        stops: Offsets in the text behind each STOP that ends a sentence.
    """

    language: str
    own: Sequence[str]
    habits: TextHabits
    stops: frozenset[int]

    @property
    def quotation_leads(self) -> str:
        """Pattern of words that go on with a sentence behind its quotation."""
        return language_of(self.language).quotation_leads

    @property
    def small_letters_open(self) -> bool:
        """True if a sentence may begin with a small letter."""
        return language_of(self.language).small_letters_open


def _find_blocks(witness: Witness) -> Iterator[Span]:
    """Yield the spans whose ends no sentence crosses; some are empty."""
    text = witness.compared
    for division in [each.span for each in witness.divisions] or [Span(0, len(text))]:
        start = division.start
        for empty in _EMPTY_LINE.finditer(text, division.start, division.end):
            yield trimmed(text, Span(start, empty.start()))
            start = empty.end()
        yield trimmed(text, Span(start, division.end))


def _split_block(rules: _Rules, text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a block; an enumerator ("1.") or a mark ("[…]") is not one.

    In a line without an end, neither is the number of a chapter before its title.
    """
    inside = block.of(text)
    start = 0
    is_title = "\n" not in inside and not inside.rstrip(CLOSING).endswith(tuple(TERMINAL))
    stops = {stop - block.start for stop in rules.stops if block.start < stop <= block.end}
    for end, following in _find_cuts(rules, inside, stops):
        if is_title and start == 0 and _NUMBERED.fullmatch(inside, 0, end):
            continue
        if _NO_SENTENCE.fullmatch(inside, start, end) is None:
            yield Span(block.start + start, block.start + end)
            start = following
    if start < len(inside):
        yield Span(block.start + start, block.end)


def _find_cuts(rules: _Rules, text: str, stops: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the end of each sentence and the start of the next one, in order.

    No sentence ends in one of the text's own abbreviations or labels.
    """
    masked = mask(text)
    added = stops.union(find_added_ends(rules.language, rules.habits, masked))
    end = 0
    for core in sorted(added.union(_offered(rules.language, masked))):
        if core <= end:
            continue  # Inside the marks behind which the previous boundary was moved.
        full_width = masked[core - 1] in FULL_WIDTH
        end = _end_of(_FULL_WIDTH_CLOSERS if full_width else _CLOSERS, text, core)
        following = _end_of(_SPACES, text, end)
        if following == len(text) or ends_in_own_abbreviation(rules.own, text, core):
            continue
        if text[core - 1] == "." and ends_in_habit(rules.habits, text, core - 1):
            continue
        if core in added or _may_cut(rules, text, core, following, full_width=full_width):
            yield end, following


def _offered(language: str, masked: str) -> Iterator[int]:
    """Yield the ends that sentencex offers, without the white space behind them."""
    seen = 0
    for boundary in find_boundaries(language, masked):
        yield seen + len(masked[seen:boundary].rstrip())
        seen = boundary


def _may_cut(rules: _Rules, text: str, core: int, following: int, *, full_width: bool) -> bool:
    """Return True if a sentence may end at ``core``, and the next begin at ``following``."""
    if not text[following - 1].isspace() and not full_width:
        return False
    if text[following] in ",;:":
        return False
    leads = rules.quotation_leads
    if leads and text[following - 1] in CLOSING and re.compile(leads).match(text, following):
        return False
    lead = _end_of(_LEAD, text, following)
    may_be_small = rules.small_letters_open and text[core].isspace()
    if (
        text[lead : lead + 1].islower()
        and not may_be_small
        and _ITEM.match(text, following) is None
    ):
        return False
    glued = core if text[core].isdigit() else following
    before = text[max(0, core - _LOOK_BACK) : core]
    return not ends_in_abbreviation(rules.language, before, text[glued : glued + _LOOK_BACK])


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return the end of a pattern's match at ``start``; ``start`` if it does not match."""
    found = pattern.match(text, start)
    return start if found is None else found.end()
