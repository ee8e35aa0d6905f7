"""Reader for XLIFF 1.2 and 2, which have a source and a translation of each segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import DamagedFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.limits import refuse_many_divisions
from variants.readers.paired_segments import (
    PairedSegment,
    is_unfinished,
    names_of_two,
    paired_texts,
    place_of,
    tag_of,
    unfinished_notice,
    words_of,
)
from variants.readers.safe_xml import Element, attribute, local_name, parse_document

_WHAT = "an XLIFF file"
_HEADER = "x-gettext-domain-header"  # A unit with the header of a PO file.


def read_xliff(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the source and its translation."""
    root = parse_document(path, data, _WHAT)
    if local_name(root) != "xliff":
        raise DamagedFile(path, _WHAT, reason=f"its first element is {local_name(root)}")
    first = next(root.iter("{*}file"), None)
    of_file = root if first is None else first
    names = names_of_two(
        tag_of(attribute(root, "srcLang") or attribute(of_file, "source-language")),
        tag_of(attribute(root, "trgLang") or attribute(of_file, "target-language")),
    )
    source, target = names
    walk = _XliffWalk(source, target)
    segments = list(walk.segments(root))
    notices = (
        *unfinished_notice(path, walk.unfinished),
        *walk.left_out.notices(path, options.changes),
    )
    return paired_texts(path, segments, names, FileText("", (), notices=notices))


@dataclass(slots=True)
class _XliffWalk:
    """Walk over the units of a file.

    Attributes:
        source: Name of the source.
        target: Name of the translation.
        left_out: Counts of codes.
        unfinished: Number of translations that are not finished.
    """

    source: str
    target: str
    left_out: LeftOut = field(default_factory=LeftOut)
    unfinished: int = 0

    def segments(self, root: Element) -> Iterator[PairedSegment]:
        """Yield the segments of all units, of version 1.2 and of version 2."""
        units = (
            each
            for each in root.iter("{*}trans-unit", "{*}unit")
            if attribute(each, "restype") != _HEADER
        )
        for number, unit in enumerate(units, start=1):
            refuse_many_divisions(number)
            place = place_of(unit, number, "id")
            if local_name(unit) == "unit":
                yield from self._parts(unit, place)
            else:
                yield from self._unit(unit, place)

    def _parts(self, unit: Element, place: str) -> Iterator[PairedSegment]:
        """Yield the segments of a unit of version 2."""
        parts = [each for each in unit if local_name(each) == "segment"]
        for number, part in enumerate(parts, start=1):
            source, target = _child(part, "source"), _child(part, "target")
            state = attribute(part, "state")
            yield self._pair(_numbered(place, number, len(parts)), source, target, state)

    def _unit(self, unit: Element, place: str) -> Iterator[PairedSegment]:
        """Yield a unit of version 1.2, or its marked segments if both texts have some."""
        target = _child(unit, "target")
        state = "" if target is None else attribute(target, "state")
        sources, targets = _marked(_child(unit, "seg-source")), _marked(target)
        if not set(sources) & set(targets):
            yield self._pair(place, _child(unit, "source"), target, state)
            return
        for number, (key, source) in enumerate(sources.items(), start=1):
            yield self._pair(
                _numbered(place, number, len(sources)), source, targets.get(key), state
            )

    def _pair(
        self, place: str, source: Element | None, target: Element | None, state: str
    ) -> PairedSegment:
        given = {self.source: source, self.target: target}
        texts = {
            name: words_of(element, self.left_out)
            for name, element in given.items()
            if element is not None
        }
        self.unfinished += bool(texts.get(self.target)) and is_unfinished(state)
        return PairedSegment(place, texts)


def _child(parent: Element, name: str) -> Element | None:
    return next((each for each in parent if local_name(each) == name), None)


def _marked(text: Element | None) -> dict[str, Element]:
    """Return the marked segments of a text by their identifiers."""
    if text is None:
        return {}
    return {
        attribute(each, "mid"): each
        for each in text.iter("{*}mrk")
        if attribute(each, "mtype") == "seg"
    }


def _numbered(place: str, number: int, count: int) -> str:
    """Return the place of a segment of a unit that may have several."""
    return f"{place}, segment {number}" if count > 1 else place
