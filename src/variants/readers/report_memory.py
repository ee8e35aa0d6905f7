"""Texts of a TMX that this program wrote, with all sentences of each witness in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variants.readers.left_out import LeftOut
from variants.readers.memory_names import OTHER_NUMBERS, PROGRAM, SEED_NUMBERS, SIGLUM
from variants.readers.paired_segments import PairedSegment, tag_of, words_of
from variants.readers.safe_xml import Element, attribute, local_name

_PRIVATE = "-x-"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit with the numbers and the words of its sentences in the seed and in one witness."""

    siglum: str
    seed: tuple[int, ...]
    other: tuple[int, ...]
    seed_words: str
    other_words: str
    language: str


_Row = dict[str, list[tuple[tuple[int, ...], str]]]
"""Sentences of each text that belong together: their numbers and words."""


def read_report(
    root: Element, left_out: LeftOut
) -> tuple[list[PairedSegment], dict[str, str]] | None:
    """Return the segments of a report of this program, and the names of its texts with languages.

    It has a unit for each bead of each witness. Sentences that are together in a unit of any of
    them are one segment here, unless other sentences of a text are between them: then each text
    has its own segments. The result is ``None`` for another TMX.
    """
    header = next(root.iter("{*}header"), None)
    if header is None or attribute(header, "creationtool") != PROGRAM:
        return None
    seed = _properties(header).get(SIGLUM, "")
    units = []
    for element in root.iter("{*}tu"):
        unit = _unit(element, left_out)
        if unit is None or unit.siglum == seed:
            return None
        units.append(unit)
    if not seed or not units:
        return None
    languages = {seed: tag_of(attribute(header, "srclang")).partition(_PRIVATE)[0]}
    for unit in units:
        languages[unit.siglum] = languages.get(unit.siglum) or unit.language
    return [*_segments([*_rows(units, seed)])], languages


def _unit(element: Element, left_out: LeftOut) -> _Unit | None:
    """Return a unit; ``None`` if it lacks the properties of this program."""
    known = _properties(element)
    try:
        seed, other = (
            tuple(int(number) for number in known[name].split())
            for name in (SEED_NUMBERS, OTHER_NUMBERS)
        )
    except (KeyError, ValueError):
        return None
    variants = [each for each in element if local_name(each) == "tuv"]
    words = [
        words_of(segment, left_out)
        for variant in variants
        for segment in variant
        if local_name(segment) == "seg"
    ]
    if len(words) != bool(seed) + bool(other) or not words or not known.get(SIGLUM):
        return None
    language = tag_of(attribute(variants[-1], "lang")).partition(_PRIVATE)[0] if other else ""
    return _Unit(
        *(known[SIGLUM], seed, other, words[0] if seed else "", words[-1] if other else ""),
        language,
    )


def _properties(element: Element) -> dict[str, str]:
    return {
        attribute(each, "type"): each.text or "" for each in element if local_name(each) == "prop"
    }


def _rows(units: Sequence[_Unit], seed: str) -> Iterator[_Row]:
    """Yield rows in the order of the seed; sentences that it lacks come last."""
    joined = _joined(units)
    rows: dict[object, _Row] = defaultdict(lambda: defaultdict(list))
    first = units[0].siglum
    for number, unit in enumerate(units):
        key: object = joined[unit.seed[0]] if unit.seed else ("", number)
        if unit.seed and unit.siglum == first:
            rows[key][seed].append((unit.seed, unit.seed_words))
        if unit.other:
            rows[key][unit.siglum].append((unit.other, unit.other_words))
    yield from sorted(rows.values(), key=lambda row: (not row[seed], row[seed][:1]))


def _joined(units: Sequence[_Unit]) -> dict[int, int]:
    """Return for each sentence of the seed the first of those that units join with it."""
    top: dict[int, int] = {}

    def find(number: int) -> int:
        while top.setdefault(number, number) != number:
            number = top[number]
        return number

    for unit in units:
        for number in unit.seed:
            ends = sorted((find(unit.seed[0]), find(number)))
            top[ends[1]] = ends[0]
    return {number: find(number) for number in list(top)}


def _segments(rows: Sequence[_Row]) -> Iterator[PairedSegment]:
    """Yield a segment for each row, or without rows one for each unit of each text."""
    together = all(_is_together(found) for row in rows for found in row.values())
    for number, row in enumerate(rows, start=1):
        parts = {name: sorted(found) for name, found in row.items() if found}
        if together:
            texts = {name: " ".join(words for _, words in found) for name, found in parts.items()}
            order = {name: found[0][0][0] for name, found in parts.items()}
            yield PairedSegment(f"unit {number}", texts, order)
            continue
        for name, found in parts.items():
            for numbers, words in found:
                yield PairedSegment(f"unit {number}", {name: words}, {name: numbers[0]})


def _is_together(found: Sequence[tuple[tuple[int, ...], str]]) -> bool:
    """Return True if sentences follow each other in their text."""
    numbers = sorted(number for each, _ in found for number in each)
    return all(after - before == 1 for before, after in pairwise(numbers))
