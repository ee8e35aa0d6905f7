"""Apparatus of a TEI document, inside its text or outside of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.errors import ApparatusNotRead
from variants.readers.safe_xml import Element, attribute, local_name, text_in
from variants.readers.tei_locations import NotLocated, TeiLocations

_OUTSIDE = frozenset(("listApp", "standOff"))
_READINGS = frozenset(("lem", "rdg"))


@dataclass(frozen=True, slots=True)
class DistantEntry:
    """An entry that is not around its words.

    Attributes:
        app: The entry.
        end: The element at which its words end; they begin at another, or at the same.
    """

    app: Element
    end: Element

    def reading_of(self, witness: str) -> Element | None:
        """Return the reading that names a witness; ``None`` if it has the words of the text."""
        found = next((each for each in readings_in(self.app) if names(each, witness)), None)
        return None if found is None or local_name(found) == "lem" else found


@dataclass(frozen=True, slots=True)
class TeiApparatus:
    """Witnesses and entries of a document.

    Attributes:
        witnesses: Names of the witnesses by their pointers.
        entries: Entries that are not around their words, by the element at which these begin.
        distant: All these entries.
    """

    witnesses: Mapping[str, str]
    entries: Mapping[Element, Sequence[DistantEntry]]
    distant: frozenset[Element]


def find_apparatus(path: Path, root: Element) -> TeiApparatus:
    """Return the apparatus of a document.

    Raises:
        ApparatusNotRead: Its entries do not state the elements at which their words begin and end.
    """
    apps = [each for each in root.iter("{*}app") if not _is_described(each)]
    distant = [each for each in apps if attribute(each, "from") or _is_outside(each)]
    entries: dict[Element, list[DistantEntry]] = defaultdict(list)
    places = _places(root) if distant else {}
    order = {element: number for number, element in enumerate(places.values())}
    located = _located(path, root, distant)
    for app in distant:
        if not any(attribute(each, "wit") for each in readings_in(app)):
            continue
        if app in located:
            first, end = located[app]
            entries[first].append(DistantEntry(app, end))
            continue
        first, end = _ends(path, app, places)
        if end is not app and order[end] < order[first] and end not in first.iterancestors():
            raise ApparatusNotRead(path, _name(app), "ends before it begins")
        entries[first].append(DistantEntry(app, end))
    for first, found in entries.items():
        # Words that are inserted come before those that are replaced.
        points = [each for each in found if each.end is first]
        entries[first] = points + [each for each in found if each.end is not first]
    return TeiApparatus(_witnesses(root, apps), entries, frozenset(distant))


def _ends(path: Path, app: Element, places: Mapping[str, Element]) -> tuple[Element, Element]:
    """Return the elements at which the words of an entry begin and end."""
    first, last = (_target(path, app, name, places) for name in ("from", "to"))
    if first is None:
        problem = "has no from and to, with the places at which its words begin and end, nor a loc"
        raise ApparatusNotRead(path, _name(app), problem)
    if last is not None:
        return first, last
    # Without its own end, an entry in the text ends its words.
    if not _is_outside(app) and first.getparent() in [*app.iterancestors()]:
        return first, app
    if not text_in(first):
        problem = "has no to, with the place at which its words end"
        raise ApparatusNotRead(path, _name(app), problem)
    return first, first


def _located(
    path: Path, root: Element, distant: Sequence[Element]
) -> dict[Element, tuple[Element, Element]]:
    """Return the anchors of entries that state a location and a lemma."""
    found = [
        (app, next((each for each in readings_in(app) if local_name(each) == "lem"), None))
        for app in distant
        if attribute(app, "loc")
        and not attribute(app, "from")
        and any(attribute(each, "wit") for each in readings_in(app))
    ]
    if not found:
        return {}
    try:
        return TeiLocations(root).anchors(found)
    except NotLocated as problem:
        raise ApparatusNotRead(path, _name(problem.app), str(problem)) from problem


def readings_in(app: Element) -> Iterator[Element]:
    """Yield the lemma and the readings of an entry, also those in groups."""
    for each in app:
        if local_name(each) == "rdgGrp":
            yield from readings_in(each)
        elif local_name(each) in _READINGS:
            yield each


def names(reading: Element, witness: str) -> bool:
    """Return True if a reading is that of a witness."""
    return witness in attribute(reading, "wit").split()


def _is_described(app: Element) -> bool:
    return any(local_name(each) == "teiHeader" for each in app.iterancestors())


def _is_outside(app: Element) -> bool:
    return any(local_name(each) in _OUTSIDE for each in app.iterancestors())


def _places(root: Element) -> dict[str, Element]:
    """Return the elements of the text by their identifiers, in their order."""
    return {
        attribute(each, "id"): each
        for text in root.iter("{*}text")
        for each in text.iter("{*}*")
        if attribute(each, "id")
    }


def _target(path: Path, app: Element, name: str, places: Mapping[str, Element]) -> Element | None:
    """Return the element to which an attribute points; ``None`` without the attribute."""
    pointer = attribute(app, name).strip()
    if not pointer:
        return None
    found = places.get(pointer.removeprefix("#"))
    if found is None:
        raise ApparatusNotRead(path, _name(app), f"points to {pointer}, which is not in the text")
    return found


def _name(app: Element) -> str:
    """Return the name of an entry for messages."""
    given = (attribute(app, name) for name in ("id", "n", "loc", "from"))
    return next(filter(None, given), "") or f"in line {app.sourceline}"


def _witnesses(root: Element, apps: Sequence[Element]) -> dict[str, str]:
    """Return the witnesses that entries name; none without an apparatus."""
    used = {
        key
        for app in apps
        for reading in readings_in(app)
        for key in attribute(reading, "wit").split()
    }
    if not used:
        return {}
    named = {
        f"#{attribute(each, 'id')}": attribute(each, "n") or attribute(each, "id")
        for each in root.iter("{*}witness")
        if attribute(each, "id")
    }
    return named | {key: key.lstrip("#") for key in sorted(used - set(named))}
