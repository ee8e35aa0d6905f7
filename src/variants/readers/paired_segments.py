"""Texts of a file that pairs their segments, as translation programs write them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from variants.errors import EmptyFile
from variants.errors.lists import counted
from variants.languages.language import is_tag
from variants.readers.file_text import FileText
from variants.readers.left_out import LeftOut
from variants.readers.safe_xml import Element, attribute, local_name
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

SOURCE, TARGET = "source", "target"
"""Names of texts without a language, or in one language."""

_SPACES = re.compile(r"[ \t\r\n]+")
_CODES = frozenset(
    ("bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "cp", "sc", "ec", "sm", "em", "bin-unit")
)
_BREAK = "\x0b"  # XML never contains it.
_BREAKS = frozenset(("lb", "br", "x-html-br", "xlf:lb", "fmt:lb", "LINE_BREAK"))
_BREAK_TAG = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_LONGEST_ID = 40
_UNFINISHED = re.compile(r"new|initial|needs-.*")


_Numbered: TypeAlias = tuple[int, int, str, str]
"""Position of a segment in its text, its number, its place and its words."""


@dataclass(frozen=True, slots=True)
class PairedSegment:
    """A segment of each text.

    Attributes:
        source: Its place in the file.
        texts: Its text by the names of the texts; a text without it is missing.
        order: Its position in each text by the names of the texts; empty if all have the order of
            the file.
    """

    source: str
    texts: Mapping[str, str]
    order: Mapping[str, int] = field(default_factory=dict)


def paired_texts(
    path: Path, segments: Sequence[PairedSegment], languages: Mapping[str, str], common: FileText
) -> tuple[FileText, ...]:
    """Return the texts with these names and languages, the seed first.

    Their segments are paired with each other, and with those of other files that have the same
    segments of the seed.

    Args:
        path: The file, for messages.
        segments: The segments in order.
        languages: The names of the texts in order, and the language of each; it may be empty.
        common: Encoding, metadata and notices of all texts.
    """
    seed = next(iter(languages), "")
    units = hashlib.sha256()
    by_name: dict[str, list[_Numbered]] = {name: [] for name in languages}
    for number, segment in enumerate(segments, start=1):
        words = segment.texts.get(seed, "").encode("utf-8", "surrogatepass")
        units.update(b"%d %b" % (len(words), words))
        for name, text in segment.texts.items():
            if text.strip():
                at = segment.order.get(name, number)
                by_name[name].append((at, number, segment.source, text.strip()))
    texts = []
    for name, language in languages.items():
        text, divisions = _text_of(by_name[name])
        stated = (("language", language),) if language else ()
        if text:
            texts.append(
                replace(
                    common,
                    text=text,
                    divisions=divisions,
                    name=name,
                    metadata=(*common.metadata, *stated),
                    language=language if is_tag(language) else "",
                    units=units.hexdigest(),
                )
            )
    if not texts:
        raise EmptyFile(path, common.notices)
    # A single text has no name, and no other to be paired with.
    return tuple(texts) if len(texts) > 1 else (replace(texts[0], name="", units=""),)


def _text_of(segments: Sequence[_Numbered]) -> tuple[str, tuple[Division, ...]]:
    """Return a text and a division for each of its segments, with the number of the segment."""
    parts: list[str] = []
    divisions: list[Division] = []
    at = 0
    for _, number, source, text in sorted(segments):
        span = Span(at, at + len(text))
        divisions.append(Division(DivisionKind.PARAGRAPH, span, str(number), source))
        parts += [text, "\n\n"]
        at = span.end + 2
    return "".join(parts).removesuffix("\n"), tuple(divisions)


def names_of_two(source: str, target: str) -> dict[str, str]:
    """Return the names of a source and its translation, and their languages.

    Examples:
        >>> names_of_two("en", "fr"), names_of_two("en", "en")
        ({'en': 'en', 'fr': 'fr'}, {'source': 'en', 'target': 'en'})
    """
    if source == target:
        return {SOURCE: source, TARGET: target}
    return {source or SOURCE: source, target or TARGET: target}


def tag_of(language: str) -> str:
    """Return the tag of a language that a file names.

    Examples:
        >>> tag_of(" en_GB ")
        'en-GB'
    """
    return language.strip().replace("_", "-")


def place_of(element: Element, number: int, name: str) -> str:
    """Return the place of a unit: its identifier in an attribute, else its number."""
    words = " ".join(attribute(element, name).split())
    return f"unit {words if 0 < len(words) <= _LONGEST_ID else number}"


def words_of(segment: Element, left_out: LeftOut) -> str:
    """Return the text of a segment without codes for its format, which are counted."""
    text = "".join(_pieces(segment, left_out))
    inside = (segment, *segment.iterancestors())
    if not any(attribute(each, "space") == "preserve" for each in inside):
        text = _SPACES.sub(" ", text)
    lines = text.replace(_BREAK, "\n").split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip()


def _pieces(parent: Element, left_out: LeftOut) -> Iterator[str]:
    yield parent.text or ""
    for element in parent:
        name = local_name(element)
        if name in _CODES:
            left_out.count("inline code")
            if _is_break(element):
                yield _BREAK
        elif name:
            yield from _pieces(element, left_out)
        yield element.tail or ""


def _is_break(code: Element) -> bool:
    """Return True if a code is a line break, by its type or by what it has or shows."""
    types = {attribute(code, key) for key in ("ctype", "type", "subType", "equiv")}
    shown = (code.text or "", attribute(code, "disp"), attribute(code, "equiv-text"))
    return bool(types & _BREAKS) or any(_BREAK_TAG.fullmatch(each) for each in shown)


def is_unfinished(state: str) -> bool:
    """Return True if the state of a translation means that it is not finished.

    Examples:
        >>> is_unfinished("needs-review-translation"), is_unfinished("final")
        (True, False)
    """
    return _UNFINISHED.fullmatch(state) is not None


def unfinished_notice(path: Path, number: int) -> tuple[str, ...]:
    """Return the notice for translations that are not finished; none if there are none."""
    return (f"{path.name}: {counted(number, 'unfinished translation')} read.",) if number else ()
