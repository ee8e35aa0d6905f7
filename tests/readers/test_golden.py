# ruff: noqa: E501 - sample texts read better on one line
"""Exact divisions and encodings of difficult texts, so that a changed constant is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.conftest import Golden
from variants.errors import VariantsError
from variants.readers.encoding import decode
from variants.readers.numbering import label_numbers
from variants.readers.paragraphs import find_paragraphs

_WRAPPED = (
    "The ferry left the pier at seven in the morning, and nobody knew\n"
    "whether it would come back before the ice closed the harbour for\n"
    "the winter. The master said that it would; the clerk did not.\n"
    "    A second paragraph begins with an indent, as it does in books,\n"
    "and it goes on for another line, which is nearly as long as that.\n"
    "It ends here.\n"
    "A third one follows a short line that ends in a full stop, so it\n"
    "is a paragraph of its own, and the last of this block of lines.\n"
)
_TEXTS = (
    _WRAPPED,
    f"{_WRAPPED}\nTo the harbour master\nPier Street 5\nNorth Quay\n\nFILIPPOV\n",
    "A HEADING\n\nA paragraph on one line, which is long enough to be one and ends in a mark.\nAnother.\n",
    "A heading of more than a hundred columns has no mark at its end but is much too long to be one of these\n\nx",
    "- first item of a list which is as wide as a wrapped line could be here\n- second item of the list, of a similar width as the first of them all\nand its second line\n1) third\n(iv) fourth\n* * *\nafter the stars, small letters go on, but stars stand alone\n* * *\nEnd",
    "one line\nthat goes on small\nBut Capital\n“and a quotation\nwith small letters”\n",
    "停战是有利的停战是有利的停战是有利的停战是有利的停战是有利的停战是有\n利的停战是有利的停战是有利的停战是有利的停战是有利的停战是有利的停战\n是有利的。\n",
    "short\nlines\nof\nverse\n\nTwo lines only of forty columns, and more\nthan forty columns again, twice over now.\n",
    "The first line is forty-one columns wide.\nIt is followed by one of the same width.\nAnd a short.\nThe next line is forty-one columns again.\nhttp://example.org/a/very/long/address/that/runs/over/the/width/of/all/other/lines/of/it\nAnd it is followed by another line of it.\n",
    "\n\n  leading space\n\ttab\n \n\nlast",
)
_NUMBERED = (
    "1 One.\n\n2 Two.\n\n3 Three.\n\n5 Five.\n\n9 Nine.\n\n10 Ten.\n",
    "3:14 A.\n\n3:15 B.\n\n3:16 C.\n\n4:1 D.\n\n4:2 E.\n\n6:3 F.\n",
    "§ 1. A.\n\n§ 2. B.\n\n[3] C.\n\n1950 was cold.\n\n16 ships.\n",
    "11. A.\n\n12. B.\n\n1. C.\n\n2. D.\n\n0. E.\n\n1. F.\n",
    "1.1 A.\n\n1.2 B.\n\n1.5 C.\n\n2.0 D.\n\n2.1.1 E.\n\n2.1.2 F.\n\n2.1.3 G.\n\n2.2.1 H.\n",
    "1 A.\n\n2 B.\n\nx\n\n12345 C.\n",
)
_WORDS = "“Größe” – the naïve café’s £5… "
_ENCODED: tuple[tuple[str, str, str], ...] = (
    *((_WORDS * 3, encoding, "en") for encoding in ("utf-8", "utf-8-sig", "cp1252", "mac_roman")),
    *((_WORDS * 3, encoding, "en") for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    *(
        ("Товарищ Сталин, мы просим вас ответить на письмо. " * 4, one, "ru")
        for one in ("cp1251", "koi8_r", "cp866", "utf-8")
    ),
    ("Dzień dobry, zażółć gęślą jaźń. " * 6, "cp1250", "pl"),
    ("停战是有利的，我们同意。" * 8, "gb18030", "zh"),
    ("Grüße aus der Stadt über die Brücke. " * 4, "cp850", "de"),
)
_RAW = (
    b"\x00\x01\x02\x03",
    b"text \x01\x02\x03\x04 text",
    b"plain\r\nlines\r",
    b"a" * 200 + b"\x01\x02\x03",
    b"",
)


def _divisions(text: str) -> Iterator[str]:
    yield repr(text[:40])
    for division in label_numbers(text, find_paragraphs(text)):
        words = division.span.of(text)
        yield f"  {division.kind.value} {division.label!r} {division.span.start}-{division.span.end} {words[:20]!r}"


def _decoded(data: bytes, encoding: str | None, language: str) -> str:
    try:
        found = decode(Path("letter.txt"), data, encoding=encoding, language=language)
    except VariantsError as error:
        facts = {key: value for key, value in vars(error).items() if key not in {"path", "what"}}
        return f"{type(error).__name__} {facts}"
    return f"{found.encoding} guessed={found.guessed} {found.text[:40]!r}"


def test_divisions_are_exactly_these(golden: Golden) -> None:
    lines = [line for text in (*_TEXTS, *_NUMBERED) for line in _divisions(text)]

    golden("readers/divisions.txt", "".join(f"{line}\n" for line in lines))


def test_encodings_are_exactly_these(golden: Golden) -> None:
    lines = [
        f"{encoding} {language}: {_decoded(text.encode(encoding), None, language)}"
        for text, encoding, language in _ENCODED
    ]
    lines += [f"{data[:12]!r}: {_decoded(data, None, 'en')}" for data in _RAW]
    lines += [
        f"as {encoding}: {_decoded(_WORDS.encode('cp1252'), encoding, 'en')}"
        for encoding in ("latin-1", "utf-8", "hex", "nonsense", "ascii", "utf-7")
    ]
    lines.append(_decoded(b"\n\r\n\xff", "utf-8", "en"))
    lines.append(_decoded(b"\r\r\xff", "utf-8", "en"))

    golden("readers/encodings.txt", "".join(f"{line}\n" for line in lines))
