"""Running heads and page numbers of a PDF."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from variants.readers.pdf_lines import PdfLine

_NUMBER = re.compile(r"\d+")
_NOTE = re.compile(r"\d++(?! ?(?:/|of) ?\d)")  # "3 See", not "3 of 7".
_ROMAN = re.compile(r"\W*[ivxlc]+\W*", re.IGNORECASE)
_SLOTS = 2  # Highest and lowest lines of a page that may be heads.
_PAGES_SHARE = 0.5  # Share of the pages of one parity on which a head is at one height.
_ALIKE_SHARE = 0.8  # Share of the lines at this height that repeat others, or count pages.
_FAR_SHARE = 0.6  # Share that is far from the text; a full page may come close.
_FEWEST = 2
_GAP = 1.15  # Distance from the text, in the usual distance of lines.
_OTHER_SIZE = 0.07  # Share by which the size of a head differs from that of the text.
_HEIGHT = 3.0  # Points within which heights are equal.
_LOWEST = 110.0  # Points above the lower edge of a page, below which its number is.
_PAGE_NUMBER = re.compile(r"\W*(?:page )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?\W*", re.IGNORECASE)
# A browser prints the address, the time or "1/1" in small type at the edges of a page.
_PRINTED = re.compile(
    r"\w{2,}://\S|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d\b|\b1 ?(?:/|of) ?1\Z"
)


def find_heads(pages: Sequence[Sequence[PdfLine]], pitch: float) -> frozenset[PdfLine]:
    """Return the running heads and page numbers.

    A head is at the same height on most pages of one parity and is the first or last line of the
    page. It is further from the text than lines are from one another, and repeats others or has the
    number of the page; or it has another size than the text, and is equal on these pages except for
    numbers. Notes with a similar beginning are not heads. A single page repeats nothing:
    its heads are its number, and what a browser prints.
    """
    heads: set[PdfLine] = set()
    usual = median([line.size for lines in pages for line in lines] or [1.0])
    # Left pages, right pages, and all pages of a short document.
    for sides in (pages[0::2], pages[1::2], pages):
        groups: dict[int, list[tuple[PdfLine, bool]]] = defaultdict(list)
        for lines in sides:
            for line, is_far in _outer_lines(lines, pitch):
                groups[round(line.middle / _HEIGHT)].append((line, is_far))
        needed = max(_FEWEST, _PAGES_SHARE * sum(bool(lines) for lines in sides))
        for group in groups.values():
            count = len({line.page for line, _ in group})
            if count >= needed and _are_heads(group, usual):
                heads.update(line for line, _ in group)
    filled = [lines for lines in pages if lines]
    if len(filled) == 1:
        heads.update(_heads_of_single_page(filled[0], pitch, usual))
    return frozenset(heads)


def _heads_of_single_page(
    lines: Sequence[PdfLine], pitch: float, usual: float
) -> Iterator[PdfLine]:
    heights = [line.middle for line in lines]
    for line, is_far in _outer_lines(lines, pitch):
        lowest = line.middle - min(heights) <= _HEIGHT
        if lowest and is_far and line.middle < _LOWEST and _PAGE_NUMBER.fullmatch(line.text):
            yield line
        outermost = lowest or max(heights) - line.middle <= _HEIGHT
        if outermost and _has_other_size(line, usual) and _PRINTED.search(line.text):
            yield line


def _outer_lines(lines: Sequence[PdfLine], pitch: float) -> Iterator[tuple[PdfLine, bool]]:
    """Yield the highest and lowest lines of a page, and if they are far from the others."""
    heights = sorted({round(line.middle) for line in lines})
    outer = {*heights[:_SLOTS], *heights[-_SLOTS:]}
    notes = _lines_of_notes(lines, pitch)
    for line in lines:
        if round(line.middle) in outer and line not in notes:
            distances = [abs(each - line.middle) for each in heights]
            inner = [each for each in distances if each > _HEIGHT]
            yield line, not inner or min(inner) > _GAP * pitch


def _lines_of_notes(lines: Sequence[PdfLine], pitch: float) -> frozenset[PdfLine]:
    """Return the lines that begin with a raised mark, and those close below them."""
    notes: list[PdfLine] = []
    for line in lines:
        follows = bool(notes) and 0 <= notes[-1].middle - line.middle < _GAP * pitch
        if follows or (line.marks and line.marks[0].start == 0):
            notes.append(line)
    return frozenset(notes)


def _are_heads(group: Sequence[tuple[PdfLine, bool]], usual: float) -> bool:
    """Return True if the lines at one height are heads; ``usual`` is the size of most lines."""
    lines = [line for line, _ in group]
    needed = _ALIKE_SHARE * len(lines)
    equal = _repeated(line.text for line in lines) >= needed
    alike = _repeated(_NUMBER.sub("#", line.text) for line in lines) >= needed
    if sum(is_far for _, is_far in group) < _FAR_SHARE * len(group):
        # Notes may be similar too, but a note begins with its number.
        numbered = alike and not any(_NOTE.match(line.text) for line in lines)
        other = sum(_has_other_size(line, usual) for line in lines)
        return (equal or numbered) and other >= needed
    return equal or alike or _counting(lines) >= needed


def _has_other_size(line: PdfLine, usual: float) -> bool:
    return abs(line.size - usual) > _OTHER_SIZE * usual


def _repeated(texts: Iterable[str]) -> int:
    """Return the number of texts that occur at least twice."""
    return sum(count for count in Counter(texts).values() if count >= _FEWEST)


def _counting(lines: Sequence[PdfLine]) -> int:
    """Return the number of lines with a number that counts the pages."""
    offsets = Counter(
        int(number) - line.page for line in lines for number in set(_NUMBER.findall(line.text)[:9])
    )
    roman = sum(bool(_ROMAN.fullmatch(line.text)) for line in lines)
    return max(offsets.values(), default=0) + roman


def usual_pitch(pages: Iterable[Sequence[PdfLine]]) -> float:
    """Return the median distance of consecutive lines."""
    distances = [
        before.middle - line.middle
        for lines in pages
        for before, line in pairwise(lines)
        if 1 < before.middle - line.middle < 5 * line.size
    ]
    return median(distances) if distances else 1.0
