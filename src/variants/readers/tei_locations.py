"""Entries of an apparatus in TEI that state a location and a lemma instead of anchors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from variants.errors.lists import counted
from variants.readers.safe_xml import Element, attribute, local_name, text_in

_LOCATED = frozenset(
    (
        "div",
        "div1",
        "div2",
        "div3",
        "div4",
        "div5",
        "div6",
        "div7",
        "p",
        "ab",
        "lg",
        "l",
        "s",
        "seg",
    )
)
_NOT_TEXT = frozenset(
    ("note", "app", "listApp", "standOff", "fw", "figDesc", "sic", "orig", "abbr")
)
_SHOWN = 40
_MOST_NUMBERS = 8
"""Numbers around each other that a location has at most."""


class NotLocated(Exception):
    """An entry does not state its words without ambiguity; the message is about the entry."""


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

    def anchors(self, app: Element, lemma: Element | None) -> tuple[Element, Element]:
        """Return new anchors at which the words of an entry begin and end.

        Raises:
            NotLocated: There is no lemma, no such location or several, or the words of the lemma
                do not occur there exactly once.
        """
        location = attribute(app, "loc").strip()
        words = text_in(lemma).split() if lemma is not None else []
        if not words:
            msg = "has a loc, but no lemma with the words of the text"
            raise NotLocated(msg)
        found = self._at(location)
        if len(found) != 1:
            number = counted(len(found), "place") if found else "no place"
            msg = f"has the loc {location}, which names {number} of the text"
            raise NotLocated(msg)
        slots = list(_slots(found[0]))
        characters = "".join(slot.characters for slot in slots)
        matches = list(re.finditer(_pattern(words), characters))
        if len(matches) != 1:
            shown = " ".join(words)
            shown = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
            msg = f"has the lemma “{shown}”, which is {counted(len(matches), 'time')} in {location}"
            raise NotLocated(msg)
        end = _insert(slots, matches[0].end(), is_end=True)
        return _insert(slots, matches[0].start(), is_end=False), end


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
    first = r"(?<!\w)" if words[0][0].isalnum() else ""
    last = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return f"{first}{pattern}{last}"


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


def _insert(slots: Sequence[_Slot], at: int, *, is_end: bool) -> Element:
    """Insert an anchor at a character; one at an end is before what follows its slot."""
    inside = [slot for slot in slots if slot.start < at or (slot.start == at and not is_end)]
    slot = inside[-1]
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
