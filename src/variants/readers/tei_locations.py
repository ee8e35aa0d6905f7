"""Entries of an apparatus in TEI that state a location and a lemma instead of anchors."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from variants.errors.lists import counted
from variants.readers.safe_xml import Element, attribute, local_name, text_in

DIVISIONS = ("div", *(f"div{level}" for level in range(1, 8)))
"""Elements with a part of a text, by their levels if they are numbered."""
_LOCATED = frozenset((*DIVISIONS, "p", "ab", "lg", "l", "s", "seg"))
_NOT_TEXT = frozenset(
    ("note", "app", "listApp", "standOff", "fw", "figDesc", "sic", "orig", "abbr")
)
_SHOWN = 40
_UNSPACED = "\u2e80"
"""First character of the scripts of East Asia, which have no spaces between words."""
_MOST_NUMBERS = 8
"""Numbers around each other that a location has at most."""


class NotLocated(Exception):
    """An entry does not state its words without ambiguity; the message is about the entry."""

    def __init__(self, app: Element, problem: str) -> None:
        super().__init__(problem)
        self.app = app


@dataclass(frozen=True, slots=True)
class _Slot:
    """Characters directly in an element, or after it."""

    element: Element
    is_tail: bool
    start: int
    characters: str


class TeiLocations:
    """Finds the words of entries by the location and the lemma that these state."""

    def __init__(self, root: Element) -> None:
        self._exact: dict[str, list[Element]] = defaultdict(list)
        self._short: dict[str, list[Element]] = defaultdict(list)
        for text in root.iter("{*}text"):
            if not any(local_name(each) == "text" for each in text.iterancestors()):
                for element in text.iter("{*}*"):
                    self._add(element)

    def _add(self, element: Element) -> None:
        """Remember an element by its identifier and its numbers with those around it."""
        if attribute(element, "id"):
            self._exact[_normal(attribute(element, "id"))].append(element)
        if local_name(element) not in _LOCATED or not attribute(element, "n"):
            return
        inside = (element, *element.iterancestors("{*}*"))
        found = (number for each in inside if (number := attribute(each, "n")))
        numbers = [*islice(found, _MOST_NUMBERS)][::-1]
        self._exact[_normal(" ".join(numbers))].append(element)
        for at in range(1, len(numbers)):
            self._short[_normal(" ".join(numbers[at:]))].append(element)

    def _at(self, location: str) -> list[Element]:
        """Return the elements at a location; one with all numbers comes before those with some."""
        name = _normal(location)
        return list(dict.fromkeys(self._exact.get(name) or self._short.get(name, [])))

    def anchors(
        self, entries: Iterable[tuple[Element, Element | None]]
    ) -> dict[Element, tuple[Element, Element]]:
        """Return for each entry new anchors at which its words begin and end.

        Args:
            entries: The entries, each with its lemma.

        Raises:
            NotLocated: There is no lemma, no such location or several, or the words of the lemma
                do not occur there exactly once.
        """
        places: dict[Element, list[tuple[Element, Sequence[str]]]] = defaultdict(list)
        for app, lemma in entries:
            words = text_in(lemma).split() if lemma is not None else []
            places[self._place_of(app, words)].append((app, words))
        found = {}
        for place, inside in places.items():
            found.update(_anchored(place, inside))
        return found

    def _place_of(self, app: Element, words: Sequence[str]) -> Element:
        """Return the only element at the location of an entry."""
        location = attribute(app, "loc").strip()
        if not words:
            raise NotLocated(app, "has a loc, but no lemma with the words of the text")
        found = self._at(location)
        if len(found) != 1:
            number = counted(len(found), "place") if found else "no place"
            raise NotLocated(app, f"has the loc {location}, which names {number} of the text")
        return found[0]


def _anchored(
    place: Element, entries: Sequence[tuple[Element, Sequence[str]]]
) -> dict[Element, tuple[Element, Element]]:
    """Insert anchors around the words of entries at one place, the last first."""
    slots = list(_slots(place))
    characters = "".join(slot.characters for slot in slots)
    points = []
    for app, words in entries:
        matches = list(re.finditer(_pattern(words), characters))
        if len(matches) != 1:
            shown = " ".join(words)
            shown = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
            times = f"{counted(len(matches), 'time')} in {attribute(app, 'loc').strip()}"
            raise NotLocated(app, f"has the lemma “{shown}”, which is {times}")
        points += [(matches[0].start(), True, app), (matches[0].end(), False, app)]
    # Where words touch, those before end before the others begin.
    points.sort(key=lambda point: point[:2], reverse=True)
    starts: dict[Element, Element] = {}
    ends: dict[Element, Element] = {}
    for at, is_start, app in points:
        (starts if is_start else ends)[app] = _insert(slots, at, is_start=is_start)
    return {app: (starts[app], ends[app]) for app in starts}


def _normal(name: str) -> str:
    """Return a name in the form in which locations are compared.

    Examples:
        >>> _normal("#p3"), _normal("1.3"), _normal("1,3")
        ('p3', '1 3', '1 3')
    """
    return " ".join(re.split(r"[\s.,:]+", name.strip().removeprefix("#"))).strip()


def _pattern(words: Sequence[str]) -> str:
    """Return the pattern for whole words with any white space between them."""
    pattern = r"\s+".join(map(re.escape, words))
    first = r"(?<!\w)" if _is_in_words(words[0][0]) else ""
    last = r"(?!\w)" if _is_in_words(words[-1][-1]) else ""
    return f"{first}{pattern}{last}"


def _is_in_words(character: str) -> bool:
    """Return True if a character is a letter or digit of a script with spaces between words."""
    return character.isalnum() and character < _UNSPACED


def _slots(root: Element) -> Iterator[_Slot]:
    """Yield the characters of the text below an element, without notes and entries."""
    at = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_tail = event == "end"
        if element is root and is_tail:
            continue
        inside = element.iterancestors() if is_tail else (element, *element.iterancestors())
        if any(local_name(each) in _NOT_TEXT for each in inside) or not local_name(element):
            continue
        characters = (element.tail if is_tail else element.text) or ""
        if characters:
            yield _Slot(element, is_tail, at, characters)
            at += len(characters)


def _insert(slots: Sequence[_Slot], at: int, *, is_start: bool) -> Element:
    """Insert an anchor at a character; one at an end is before what follows its slot."""
    find = bisect_right if is_start else bisect_left
    slot = slots[max(0, find(slots, at, key=lambda slot: slot.start) - 1)]
    offset = at - slot.start
    anchor = etree.Element("anchor")
    element = slot.element
    parent = element.getparent()
    if slot.is_tail and parent is not None:
        before, after = slot.characters[:offset], (element.tail or "")[offset:]
        element.tail, anchor.tail = before, after
        parent.insert(parent.index(element) + 1, anchor)
    else:
        element.text, anchor.tail = slot.characters[:offset], (element.text or "")[offset:]
        element.insert(0, anchor)
    return anchor
