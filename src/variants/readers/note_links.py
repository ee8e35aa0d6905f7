"""Links between the marks of notes and the notes in web pages and e-books."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from variants.readers.safe_xml import Element, attribute, local_name, text_in

Page = tuple[str, Element]
"""Name of a file in a book, empty for a web page alone, and its root."""

_MARK = re.compile(r"\W{0,2}(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#‖]{1,4})\W{0,2}", re.IGNORECASE)
_NOTE_TYPES = re.compile(r"\b(?:rear)?notes?\b|footnote|endnote|\bfn", re.IGNORECASE)
_REFERENCE = re.compile(r"\b(?:doc-)?noteref\b")
_BLOCKS = frozenset(("li", "aside", "div", "section", "p", "dd", "tr", "td", "blockquote"))
_WHOLE = frozenset(("aside", "li", "div", "dd"))
_LEVELS = 4  # Elements around a mark that may have the name that its note links back to.


@dataclass(slots=True)
class NoteLinks:
    """Notes of pages.

    Attributes:
        marks: Links that are marks, with the number of their note.
        notes: Elements of notes, by number.
        labels: Text of the first mark of each note.
        blocks: The elements of notes, with their numbers.
        backlinks: Links from the notes back to their marks.
    """

    marks: dict[Element, str] = field(default_factory=dict)
    notes: dict[str, Element] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    blocks: dict[Element, str] = field(default_factory=dict)
    backlinks: set[Element] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Link:
    element: Element
    target: str
    names: frozenset[str]
    order: int


def find_notes(pages: Sequence[Page]) -> NoteLinks:
    """Return the notes of pages.

    A link is the mark of a note if the page states so, or if it is as short as a mark and leads
    forward to a block that links back to it or is named after notes.
    """
    places, order = _places(pages)
    links = list(_links(pages, order))
    back: dict[Element, list[_Link]] = {}
    for link in links:
        for around in _around(link.element):
            back.setdefault(around, []).append(link)
    found = NoteLinks()
    for link in links:
        target = places.get(link.target)
        block = None if target is None else _note_block(target)
        if block is None or order[block] < link.order or link.element in found.backlinks:
            continue
        returns = [one for one in back.get(block, ()) if one.target in link.names]
        if _is_mark(link.element, block, returns):
            number = found.blocks.setdefault(block, str(len(found.blocks) + 1))
            found.notes[number] = block
            found.labels.setdefault(number, text_in(link.element))
            found.marks[link.element] = number
            found.backlinks.update(one.element for one in returns)
    return found


def _places(pages: Sequence[Page]) -> tuple[dict[str, Element], dict[Element, int]]:
    """Return the elements with a name, by their addresses, and the order of all elements."""
    places: dict[str, Element] = {}
    order: dict[Element, int] = {}
    for file, root in pages:
        for element in root.iter("{*}*"):
            order[element] = len(order)
            for name in {attribute(element, "id"), element.get("name") or ""} - {""}:
                places.setdefault(f"{file}#{name}", element)
    return places, order


def _links(pages: Sequence[Page], order: dict[Element, int]) -> Iterator[_Link]:
    """Yield the links within pages, with the addresses by which they can be linked to."""
    for file, root in pages:
        for element in root.iter("{*}a"):
            path, hash_mark, name = (element.get("href") or "").partition("#")
            if hash_mark and "://" not in path:
                folder = posixpath.dirname(file)
                whole = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else file
                names = frozenset(f"{file}#{each}" for each in _names_around(element))
                yield _Link(element, f"{whole}#{unquote(name)}", names, order[element])


def _names_around(element: Element) -> Iterator[str]:
    """Yield the names of a link, of the elements inside it, and of those closely around it."""
    around: Element | None = element
    for inside in element.iter("{*}*"):
        yield attribute(inside, "id") or inside.get("name") or ""
    for _ in range(_LEVELS):
        around = None if around is None else around.getparent()
        if around is not None:
            yield attribute(around, "id") or around.get("name") or ""
    before = element.getprevious()
    if before is not None:
        yield attribute(before, "id") or before.get("name") or ""


def _around(element: Element) -> Iterator[Element]:
    """Yield the blocks around a link, the closest first."""
    for each in element.iterancestors():
        if local_name(each) in _BLOCKS:
            yield each


def _note_block(target: Element) -> Element | None:
    """Return the block of the note that a link leads to; ``None`` if it leads to other things."""
    element: Element | None = target
    while element is not None and local_name(element) not in _BLOCKS:
        element = element.getparent()
    if element is None or local_name(element) != "p":
        return element
    parent = element.getparent()
    # A note of several paragraphs, of which the first has the name.
    alone = parent is not None and local_name(parent) in _WHOLE and parent[0] is element
    if not alone or parent is None:
        return element
    named = sum(1 for each in parent.iter("{*}*") if attribute(each, "id") or each.get("name"))
    return parent if named <= len(_named_inside(element)) + 1 else element


def _named_inside(element: Element) -> list[Element]:
    return [each for each in element.iter("{*}*") if attribute(each, "id") or each.get("name")]


def _is_mark(link: Element, block: Element, returns: Sequence[_Link]) -> bool:
    if link in block.iter("{*}a"):
        return False
    if _REFERENCE.search(types_of(link)):
        return True
    if not _MARK.fullmatch(text_in(link)):
        return False
    return bool(returns) or any(
        _NOTE_TYPES.search(types_of(each)) for each in (block, *block.iterancestors())
    )


def types_of(element: Element) -> str:
    """Return the names of types, roles and classes that an element has."""
    values = (
        value
        for key, value in element.items()
        if str(key).rpartition("}")[2] in {"type", "epub:type", "role", "class"}
    )
    return " ".join(map(str, values))
