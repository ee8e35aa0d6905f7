"""Reader for PO files of gettext, which have a message and its translation in each entry."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import DamagedFile
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.paired_segments import (
    PairedSegment,
    names_of_two,
    paired_texts,
    tag_of,
    unfinished_notice,
)

_WHAT = "a PO file"
_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?\s*)?"(.*)"')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "f": "\n", "v": "\n"}
_CHARSET = re.compile(rb"charset=([\w.:-]{1,40})")
_FIELD = re.compile(r"(?:^|\n)(Language|Project-Id-Version|Last-Translator):[ \t]*([^\n]*)")
_METADATA = {"Project-Id-Version": "title", "Last-Translator": "translator"}
_TEMPLATE = frozenset(("PACKAGE VERSION", "FULL NAME <EMAIL@ADDRESS>"))
_READ_FORMS = frozenset(("msgstr[0]", "msgstr[1]"))
_HEAD = 10_000  # Bytes in which the encoding is stated.


@dataclass(slots=True)
class _Entry:
    """An entry; ``texts`` has its strings by their keywords, such as ``msgstr[0]``."""

    line: int
    is_fuzzy: bool = False
    texts: dict[str, list[str]] = field(default_factory=dict)

    def text(self, *names: str) -> str:
        """Return the first string with one of these keywords."""
        return next(("".join(self.texts[name]) for name in names if name in self.texts), "")


def read_po(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the messages and their translation."""
    encoding = options.encoding or _stated_encoding(data)
    decoded = decode(path, data, encoding=encoding, language=options.language)
    left_out = LeftOut()
    entries = list(_entries(path, decoded.text, left_out))
    header = next((each.text("msgstr") for each in entries if not each.text("msgid")), "")
    fields = {name: value.strip() for name, value in _FIELD.findall(header)}
    names = names_of_two("", tag_of(fields.get("Language", "")))
    source, target = names
    segments = [
        PairedSegment(f"line {entry.line}", {source: one, target: other})
        for entry in entries
        for one, other in _pairs(entry, left_out)
    ]
    unfinished = sum(entry.is_fuzzy for entry in entries if entry.text("msgid"))
    notices = (
        *unfinished_notice(path, unfinished),
        *left_out.notices(path, options.changes),
        *decoded.notices(path),
    )
    metadata = tuple(
        (_METADATA[name], fields[name])
        for name in _METADATA
        if fields.get(name) and fields[name] not in _TEMPLATE
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


def _entries(path: Path, text: str, left_out: LeftOut) -> Iterator[_Entry]:
    """Yield the entries in order, the header among them."""
    entry = _Entry(1)
    keyword = ""
    for number, whole in enumerate(text.split("\n"), start=1):
        line = whole.strip("\ufeff \t\r\f\v")
        begins = line.startswith(("#", "msgctxt", "msgid ", 'msgid"'))
        if begins and any(name.startswith("msgstr") for name in entry.texts):
            yield entry
            entry = _Entry(number)
        if not line:
            continue
        if line.startswith("#"):
            left_out.count("obsolete message", line.startswith("#~ msgid "))
            entry.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        found = _LINE.fullmatch(line)
        if found is None or not (found[1] or keyword):
            raise DamagedFile(path, _WHAT, reason=f"line {number} is not part of an entry")
        if found[1]:
            keyword = found[1] + (f"[{int(found[2])}]" if found[2] else "")
            if keyword in entry.texts:
                raise DamagedFile(path, _WHAT, reason=f"line {number} repeats {keyword}")
            entry.line = number if keyword == "msgid" else entry.line
        entry.texts.setdefault(keyword, []).append(_ESCAPE.sub(_unescaped, found[3]))
    if entry.texts:
        yield entry


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return chr(int(code, 8)) if code.isdigit() and code < "8" else _ESCAPED.get(code, code)


def _pairs(entry: _Entry, left_out: LeftOut) -> Iterator[tuple[str, str]]:
    """Yield the message of an entry and its plural, each with its translation."""
    if not entry.text("msgid"):
        return
    yield entry.text("msgid"), entry.text("msgstr", "msgstr[0]")
    if "msgid_plural" in entry.texts:
        yield entry.text("msgid_plural"), entry.text("msgstr[1]")
    left_out.count(
        "plural form", sum(name not in _READ_FORMS for name in entry.texts if "[" in name)
    )
