"""The paragraphs of a text as a file of each format, as programs write them."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TypeAlias

import openpyxl

from tests.readers.documents import docx, odt, with_types, zip_of
from tests.readers.pdf_files import HEIGHT, Line, pdf

Paragraphs: TypeAlias = Sequence[str]

_WIDTH, _PITCH, _GAP, _MARGIN = 48, 14, 12, 60  # For a PDF, in characters and points.
_CUE, _PAUSE = 42, 3  # Characters of a line of subtitles, and seconds between paragraphs.
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'


def _elements(start: str, paragraphs: Paragraphs, end: str) -> str:
    """Return an element for each paragraph; ``{}`` in its start is the number."""
    return "".join(
        f"{start.format(number)}{escape(each, quote=False)}{end}"
        for number, each in enumerate(paragraphs, start=1)
    )


def _docx(paragraphs: Paragraphs) -> bytes:
    body = _elements("<w:p><w:r><w:t>", paragraphs, "</w:t></w:r></w:p>")
    return with_types(docx(body, footnotes=""))


def _fodt(paragraphs: Paragraphs) -> bytes:
    text = _elements("<text:p>", paragraphs, "</text:p>")
    return (
        f'<?xml version="1.0"?><office:document {_NAMESPACES}><office:body><office:text>{text}'
        "</office:text></office:body></office:document>"
    ).encode()


def _html(paragraphs: Paragraphs) -> bytes:
    return f"<!DOCTYPE html><html><body>{_elements('<p>', paragraphs, '</p>')}".encode()


def _epub(paragraphs: Paragraphs) -> bytes:
    return zip_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="a.opf"/></container>',
            "a.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="text/html"/>'
            '</manifest><spine><itemref idref="a"/></spine></package>',
            "a.xhtml": _html(paragraphs),
        }
    )


def _pdf(paragraphs: Paragraphs) -> bytes:
    pages: list[list[Line]] = [[]]
    y = HEIGHT - _MARGIN
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, _WIDTH):
            if y < _MARGIN:
                pages.append([])
                y = HEIGHT - _MARGIN
            pages[-1].append(Line(25, y, line))
            y -= _PITCH
        y -= _GAP
    return pdf(*pages)


def _rtf(paragraphs: Paragraphs) -> bytes:
    def coded(text: str) -> str:
        return "".join(each if each.isascii() else f"\\u{ord(each)}?" for each in text)

    return (
        "{\\rtf1\\ansi " + "".join(f"{coded(each)}\\par\n" for each in paragraphs) + "}"
    ).encode()


def _csv(paragraphs: Paragraphs) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["S", "A"], *([each, each] for each in paragraphs)])
    return file.getvalue().encode("utf-8-sig")


def _xlsx(paragraphs: Paragraphs) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["S", "A"], *([each, each] for each in paragraphs)):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _tei(paragraphs: Paragraphs) -> bytes:
    text = _elements("<p>", paragraphs, "</p>")
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{text}</body></text></TEI>'.encode()
    )


def _json(paragraphs: Paragraphs) -> bytes:
    content = "\n\n".join(paragraphs)
    witnesses = [{"id": name, "content": content} for name in ("S", "A")]
    return json.dumps({"witnesses": witnesses}).encode()


def _usfm(paragraphs: Paragraphs) -> bytes:
    verses = "".join(f"\\p\n\\v {n} {each}\n" for n, each in enumerate(paragraphs, start=1))
    return f"\\id TEL A telegram\n\\c 1\n{verses}".encode()


def _usx(paragraphs: Paragraphs) -> bytes:
    verses = _elements('<para style="p">\n<verse number="{}"/>', paragraphs, "</para>\n")
    return f'<usx version="3.0"><chapter number="1"/>\n{verses}</usx>'.encode()


def _osis(paragraphs: Paragraphs) -> bytes:
    verses = _elements('<verse osisID="Tel.1.{}">', paragraphs, "</verse>\n")
    return f"<osis><osisText><div><p>\n{verses}</p></div></osisText></osis>".encode()


def _tmx(paragraphs: Paragraphs) -> bytes:
    units = "".join(
        "<tu>{}</tu>\n".format(_elements('<tuv xml:lang="en"><seg>', [each] * 2, "</seg></tuv>"))
        for each in paragraphs
    )
    return f'<tmx version="1.4"><header srclang="en"/><body>{units}</body></tmx>'.encode()


def _xliff(paragraphs: Paragraphs) -> bytes:
    units = "".join(
        f"<trans-unit><source>{escape(each)}</source><target>{escape(each)}</target></trans-unit>\n"
        for each in paragraphs
    )
    return f'<xliff version="1.2"><file><body>{units}</body></file></xliff>'.encode()


def _po(paragraphs: Paragraphs) -> bytes:
    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    return "".join(
        f"msgid {quoted(each)}\nmsgstr {quoted(each)}\n\n" for each in paragraphs
    ).encode()


def _cues(paragraphs: Paragraphs, mark: str) -> str:
    """Return cues of at most two lines, a second each, with a pause between paragraphs."""
    cues: list[str] = []
    second = 0
    for paragraph in paragraphs:
        lines = textwrap.wrap(paragraph, _CUE)
        for first in range(0, len(lines), 2):
            times = [f"00:{at // 60:02}:{at % 60:02}{mark}000" for at in (second, second + 1)]
            text = "\n".join(lines[first : first + 2])
            cues.append(f"{len(cues) + 1}\n{' --> '.join(times)}\n{text}\n")
            second += 1
        second += _PAUSE
    return "\n".join(cues)


WRITTEN: Mapping[str, Callable[[Paragraphs], bytes]] = {
    "plain": lambda paragraphs: "\n\n".join(paragraphs).encode(),
    "docx": _docx,
    "odt": lambda paragraphs: odt(_elements("<text:p>", paragraphs, "</text:p>")),
    "fodt": _fodt,
    "html": _html,
    "epub": _epub,
    "markdown": lambda paragraphs: "\n\n".join(paragraphs).encode(),
    "pdf": _pdf,
    "rtf": _rtf,
    "csv": _csv,
    "xlsx": _xlsx,
    "tei": _tei,
    "json": _json,
    "usfm": _usfm,
    "usx": _usx,
    "osis": _osis,
    "tmx": _tmx,
    "xliff": _xliff,
    "po": _po,
    "srt": lambda paragraphs: _cues(paragraphs, ",").encode(),
    "vtt": lambda paragraphs: f"WEBVTT\n\n{_cues(paragraphs, '.')}".encode(),
}
"""A function for each format that this program reads, without those that only a program writes."""
