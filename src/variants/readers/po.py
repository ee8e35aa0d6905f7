"""Reader for PO files of gettext, which have a message and its translation in each entry."""

from __future__ import annotations

import codecs
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

import polib

from variants.errors import DamagedFile
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.limits import limits, over_limit
from variants.readers.paired_segments import (
    PairedSegment,
    names_of_two,
    paired_texts,
    tag_of,
    unfinished_notice,
)

_WHAT = "a PO file"
_STRING = re.compile(
    r'(#~)?\s*(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)?\s*("(?:[^"\\]|\\.)*+")'
)
_BEGINS = frozenset(("#,", "msgctxt", "msgid"))
_CHARSET = re.compile(rb"charset=([\w.:-]{1,40})")
_LINE_OF_ERROR = re.compile(r"line (\d+)")
_METADATA = {"Project-Id-Version": "title", "Last-Translator": "translator"}
_TEMPLATE = frozenset(("PACKAGE VERSION", "FULL NAME <EMAIL@ADDRESS>"))
_HEAD = 10_000  # Bytes in which the encoding is stated.
_BEFORE = 'msgid ""\nmsgstr ""\n'  # A text that is the name of a file would be opened.
_PART = 1_000  # Lines that polib gets at once, since its entries need much memory.
_LONGEST = 10_000  # Lines of a message.
# polib ends lines at these characters; those in their place are in no text.
_SEPARATORS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PROTECTED = {ord(each): 0xFDD0 + n for n, each in enumerate(_SEPARATORS)}
_RESTORED = {0xFDD0 + n: each for n, each in enumerate(_SEPARATORS)}


def read_po(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the messages and their translation."""
    encoding = options.encoding or _stated_encoding(data)
    decoded = decode(path, data, encoding=encoding, language=options.language)
    left_out = LeftOut()
    header: dict[str, str] = {}
    pairs: list[tuple[str, str, str]] = []
    unfinished = 0
    for part in _parsed(path, decoded.text):
        header = header or part.metadata
        for entry in part:
            left_out.count("obsolete message", entry.obsolete)
            if entry.msgid and not entry.obsolete:
                unfinished += entry.fuzzy
                pairs += _pairs(entry, left_out)
    names = names_of_two("", tag_of(header.get("Language", "")))
    source, target = names
    segments = [PairedSegment(place, {source: one, target: other}) for place, one, other in pairs]
    notices = (
        *unfinished_notice(path, unfinished),
        *left_out.notices(path, options.changes),
        *decoded.notices(path),
    )
    metadata = tuple(
        (_METADATA[name], header[name])
        for name in _METADATA
        if header.get(name) and header[name] not in _TEMPLATE
    )
    common = FileText("", (), encoding=decoded.encoding, metadata=metadata, notices=notices)
    return paired_texts(path, segments, names, common)


def _stated_encoding(data: bytes) -> str | None:
    """Return the encoding that the header states, if it is another than UTF-8."""
    found = _CHARSET.search(data[:_HEAD])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else "utf-8"
    except LookupError:
        return None
    return None if name in {"utf-8", "ascii"} else name


def _parsed(path: Path, text: str) -> Iterator[polib.POFile]:
    """Yield the entries in parts, with their lines in the file."""
    seconds = limits().seconds
    end = time.monotonic() + seconds
    for lines in _parts(path, text):
        if time.monotonic() > end:
            raise over_limit(path, f"takes over {seconds} seconds", "seconds")
        numbers = [*([1] * _BEFORE.count("\n")), *lines]
        try:
            part = polib.pofile(_BEFORE + "\n".join(lines.values()))
        except OSError as error:
            found = _LINE_OF_ERROR.search(str(error))
            raise _not_part(path, numbers[int(found[1]) - 1 if found else 0]) from error
        for entry in part:
            entry.linenum = numbers[(entry.linenum or 1) - 1]
        yield part


def _parts(path: Path, text: str) -> Iterator[dict[int, str]]:
    """Yield the lines that matter by their numbers, in parts of whole entries."""
    lines: dict[int, str] = {}
    is_translated = False
    for number, whole in enumerate(io.StringIO(text, newline=None), start=1):
        line = _line_for_polib(path, number, whole.strip("\ufeff \t\n\f\v"))
        if not line:
            continue
        keyword = line.removeprefix("#~ ").partition(" ")[0]
        if is_translated and len(lines) >= _PART and keyword in _BEGINS:
            yield lines
            lines = {}
        if len(lines) > _LONGEST:
            raise DamagedFile(path, _WHAT, reason=f"a message has over {_LONGEST:,} lines")
        if keyword.startswith(("#", "msg")):
            is_translated = keyword.startswith("msgstr")
        elif not lines:
            raise _not_part(path, number)
        lines[number] = line
    yield lines


def _line_for_polib(path: Path, number: int, line: str) -> str:
    """Return a line, empty for a comment other than flags, with protected characters.

    polib drops the last character of a string that has no end, and refuses comments without a space
    after their mark.
    """
    if line.startswith("#,"):
        return f"#, {line[2:]}".translate(_PROTECTED)
    found = _STRING.fullmatch(line)
    if found:
        return " ".join(filter(None, found.groups())).translate(_PROTECTED)
    if line and not line.startswith("#"):
        raise _not_part(path, number)
    return ""


def _not_part(path: Path, number: int) -> DamagedFile:
    return DamagedFile(path, _WHAT, reason=f"line {number} is not part of an entry")


def _pairs(entry: polib.POEntry, left_out: LeftOut) -> Iterator[tuple[str, str, str]]:
    """Yield the place of an entry, its message and the translation, and those of its plural."""
    place = f"line {entry.linenum}"
    forms = entry.msgstr_plural
    found = [(entry.msgid, entry.msgstr or forms.get(0, ""))]
    if entry.msgid_plural:
        found.append((entry.msgid_plural, forms.get(1, "")))
    for one, other in found:
        yield place, one.translate(_RESTORED), other.translate(_RESTORED)
    left_out.count("plural form", sum(number > 1 for number in forms))
