"""Read thousands of damaged and hostile files of each format, and check time, memory and errors.

    python benchmarks/fuzz_readers.py [COUNT] [SEED] [FORMAT ...]

Each input is a small sound file with a few changes: bytes are replaced, removed or repeated, or,
in an archive, the same happens to a part of it, with the archive sound. Half of the inputs are read
with other options than the default. Input N of a format depends
on the seed and on N only. An error for the user is right; any other exception is a failure, as are
2 CPU seconds or 300 MB for an input, or words of a file of this computer. Exit code 1 if an input
fails.
"""

from __future__ import annotations

import contextlib
import copy
import gc
import io
import random
import resource
import sys
import time
import traceback
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from variants.errors import VariantsError
from variants.readers.file_text import NotesUse, ReadOptions, TrackedChanges
from variants.readers.formats import READERS, read_content

COUNT = 10_000
SEED = 12
SECONDS = 2.0
MEGABYTES = 300
MOST_CHANGES = 6
LEAK = "root:x:0:0"  # Begins /etc/passwd.
HOSTILE = (
    *(b"<", b">", b"&", b"&a;", b"]]>", b"<!--", b"<![CDATA[", b"\0", b"\xff", b"\xef\xbb\xbf"),
    *(b"<w:p>" * 500, b"<div>" * 3_000, b"</w:p>", b"<w:del>", b"</text:p>", b"<text:p>", b"[^1]"),
    *(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', b"'", b'"', b"=", b"9" * 400),
    *(b'<w:footnoteReference w:id="1"/>', b'w:val="', b"-1", b"99999999999999999999", b"../" * 9),
    *(b'<text:s text:c="999999999"/>', b'<w:gridSpan w:val="999999"/>', b"endobj", b"stream"),
    *(
        b'table:number-columns-repeated="99999999"',
        b"/Kids[4 0 R]",
        b"/Length 9999999",
        b"> " * 300,
    ),
    *(b'<c r="ZZZZZ1"><v>1</v></c>', b"[" * 500, b"| " * 500, b"* " * 500, b"`" * 500, b"\n" * 500),
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_O = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
_TABLE = "| a | b |\n|---|---|\n| c | d |\n"
_IN_PARTS, _AS_XML, _WITHOUT_PART = 0.8, 0.6, 0.1  # Shares of the inputs with such changes.
_USUAL = 0.5
_SELECTIONS = (
    "",
    "p",
    "body > *",
    "//p",
    "//*[2]",
    "[id]",
    "*",
    "h1, td",
    "//text()",
    "(//*)[last()]",
)
_WORDS = "We must go now, since it is late. He won’t come."


def sound_files() -> dict[str, bytes]:
    """Return a small file of each format that is read without another program."""
    odt = (
        f"<office:document-content {_O}><office:body><office:text><text:tracked-changes>"
        '<text:changed-region text:id="c"><text:deletion><text:p>old</text:p></text:deletion>'
        f"</text:changed-region></text:tracked-changes><text:h>Head</text:h><text:p>{_WORDS}"
        '<text:change text:change-id="c"/><text:note text:note-class="footnote"><text:note-body>'
        "<text:p>On foot.</text:p></text:note-body></text:note></text:p><table:table>"
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>"
    )
    docx = (
        f"<w:document {_W}><w:body><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{_WORDS}"
        '</w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/>'
        '</w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:tbl><w:tr><w:tc>'
        "<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    notes = (
        f'<w:footnotes {_W}><w:footnote w:id="1"><w:p><w:r><w:t>On foot.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    html = (
        f'<!DOCTYPE html><html><body><h1>Head</h1><p>{_WORDS}<a href="#n" id="r"><sup>1</sup></a>'
        '<table><tr><td>a</table><ol><li id="n">On foot.<a href="#r">x</a></ol></body></html>'
    )
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    sheet = (
        '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>B'
        '</t></is></c></row><row><c r="A2"><v>1</v></c><c r="B2" t="str"><v>b</v></c></row>'
        "</sheetData></worksheet>"
    )
    return {
        "docx": _zip({"word/document.xml": docx, "word/footnotes.xml": notes}),
        "odt": _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": odt}),
        "fodt": odt.replace("document-content", "document").encode(),
        "html": html.encode(),
        "epub": _zip(
            {
                "mimetype": "application/epub+zip",
                "META-INF/container.xml": container,
                "a.opf": package,
                "a.xhtml": html,
            }
        ),
        "markdown": f"# Head\n\n{_WORDS}[^1]\n\n{_TABLE}\n[^1]: Foot.\n".encode(),
        "csv": f'no,S,A\n1,"{_WORDS}",We go.\n2,,"He\nwill."\n'.encode(),
        "xlsx": _zip(
            {
                "xl/workbook.xml": "<workbook/>",
                "xl/sharedStrings.xml": "<sst><si><t>S</t></si></sst>",
                "xl/worksheets/sheet1.xml": sheet,
            }
        ),
        "tei": (
            f"<TEI><text><body><head>Head</head><p>{_WORDS}<note>On foot.</note><app><lem>a</lem>"
            '<rdg wit="#A">b</rdg></app><choice><sic>c</sic><corr>d</corr></choice><lb/></p>'
            '<div n="1"><p>a.<milestone unit="verse" n="2"/>b</p></div>'
            '<p><anchor xml:id="a"/>x<del>y</del><anchor xml:id="b"/> z</p></body></text><standOff>'
            '<listApp><app from="#a" to="#b"><rdg wit="#A">w</rdg></app></listApp></standOff></TEI>'
        ).encode(),
        "json": b'{"witnesses":["S","A"],"table":[[[{"t":"We"}],[{"t":"He"}]],[[{"t":"go"}],[]]]}',
        "usfm": (
            f"\\id RUT\n\\h Ruth\n\\c 1\n\\p\n\\v 1 {_WORDS}\\f + \\fr 1:1 \\ft Foot.\\f*\n"
            '\\q1 \\w x|lemma="x"\\w* \\zaln-s |x="y"\\*y\\zaln-e\\*\n\\v 2 z\n'
        ).encode(),
        "usx": (
            f'<usx><book code="RUT"/><para style="h">Ruth</para><chapter number="1"/><para style='
            f'"p"><verse number="1"/>{_WORDS}<note style="f"><char style="fr">1:1</char><char '
            'style="ft">Foot.</char></note></para><para style="q1">x<verse number="2"/>y</para>'
            '<table><row><cell style="tc1">z</cell></row></table><figure/></usx>'
        ).encode(),
        "osis": (
            '<osis><osisText><header><work><title>T</title></work></header><div type="book"><title>'
            'Ruth</title><chapter osisID="Ruth.1"><p><verse osisID="Ruth.1.1">'
            f'{_WORDS}<note>Foot.</note></verse></p><lg><l><verse sID="a" osisID="Ruth.1.2 Ruth.1.3'
            '"/>x <q marker="“">y</q><verse eID="a"/></l></lg></chapter></div></osisText></osis>'
        ).encode(),
        "tmx": (
            f'<tmx><header srclang="en"/><body><tu tuid="a"><tuv xml:lang="en"><seg>{_WORDS}<ph '
            'type="lb">b</ph>x</seg></tuv><tuv xml:lang="fr"><seg>y</seg></tuv></tu></body></tmx>'
        ).encode(),
        "xliff": (
            '<xliff><file source-language="en" target-language="fr"><body><trans-unit id="1">'
            f'<source>{_WORDS} x</source><seg-source><mrk mtype="seg" mid="1">{_WORDS}</mrk><mrk '
            'mtype="seg" mid="2">x</mrk></seg-source><target state="new"><mrk mtype="seg" mid="1">'
            'y</mrk></target></trans-unit></body></file><unit id="2"><segment state="final">'
            "<source>a<pc>b</pc></source><target>c</target></segment></unit></xliff>"
        ).encode(),
        "po": (
            'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
            f'#, fuzzy\nmsgctxt "a"\nmsgid "{_WORDS}"\nmsgid_plural "b"\nmsgstr[0] "\\x41"\n'
            'msgstr[1] "c\\n"\n"d"\n#~ msgid "e"\n'
        ).encode(),
        "srt": (
            f"1\n00:00:01,000 --> 00:00:02,500\n<i>{_WORDS}</i>\n\n2\n00:00:03,000 --> 00:00:04,5\n"
            "- We must\n- go\n\n3\n00:00:05,000 --> 00:00:06,000\n{\\an8}now.\n"
        ).encode(),
        "vtt": (
            f"WEBVTT\nLanguage: en\n\nNOTE a\n\na\n00:01.000 --> 00:02.500\n<v Ann>{_WORDS}</v>\n\n"
            "01:00:03.000 --> 01:00:04.000 align:start\n<c.x>go</c> &amp; <00:03.100>now\n"
        ).encode(),
        "pdf": _pdf(),
        "plain": f"Head\n\n{_WORDS}\n".encode(),
    }


def _zip(parts: Mapping[str, str | bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for number, (name, content) in enumerate(parts.items()):
            method = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            file.writestr(name, content, compress_type=method)
    return archive.getvalue()


def _pdf() -> bytes:
    """Return a page of three lines; PDFium does without the table of objects."""
    lines = "".join(f"BT /F 12 Tf 40 {500 - 14 * n} Td ({_WORDS[:40]}) Tj ET\n" for n in range(3))
    fonts = "<</Font<</F 3 0 R>>>>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources{fonts}/Contents 5 0 R>>",
        f"<</Length {len(lines)}>>stream\n{lines}\nendstream",
    )
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Size 6/Root 1 0 R>>\n%%EOF".encode("cp1252")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with a few changes, in an archive sometimes to its parts."""
    if data.startswith(b"PK") and chance.random() < _IN_PARTS:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice([*parts])
        parts[name] = _changed_part(parts[name], chance)
        if chance.random() < _WITHOUT_PART:
            parts.pop(chance.choice([*parts]))
        return _zip(parts)
    return _changed_part(data, chance)


def _changed_part(data: bytes, chance: random.Random) -> bytes:
    """Return a part with changes, which keep it well-formed XML in most cases."""
    if data.startswith(b"<") and chance.random() < _AS_XML:
        with contextlib.suppress(etree.XMLSyntaxError):
            root = etree.fromstring(data, etree.XMLParser(recover=True))
            for _ in range(chance.randint(1, MOST_CHANGES)):
                _change_element(root, chance)
            return etree.tostring(root)
    return _changed(data, chance)


def _change_element(root: etree._Element, chance: random.Random) -> None:
    """Change a tree: remove, repeat, move or rename an element, or change its text."""
    first, second = chance.choices([*root.iter("{*}*")], k=2)
    parent = first.getparent()
    action = chance.choice(["remove", "copy", "move", "attribute", "text", "name"])
    inside = second in [*first.iter()]
    if action == "remove" and parent is not None:
        parent.remove(first)
    elif action == "copy":
        second.append(copy.deepcopy(first))
    elif action == "move" and parent is not None and not inside:
        second.insert(0, first)
    elif action == "attribute" and first.attrib:
        first.attrib[chance.choice([*first.attrib])] = chance.choice(["", "-1", "9" * 30, "x", "1"])
    elif action == "text":
        first.text = chance.choice([None, "", " ", "x y", "1", "TOC", "\u2028"])
    else:
        first.tag = second.tag


def _changed(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, MOST_CHANGES)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice([0, 1, 1, 4, 20, 200]))
        piece = chance.choice(
            [b"", bytes([chance.randrange(256)]), chance.choice(HOSTILE), data[start:end] * 3]
        )
        data = data[:start] + piece + data[end:]
    return data


def chosen(name: str, chance: random.Random) -> ReadOptions:
    """Return options of the reader, in half of the inputs the default."""
    if chance.random() < _USUAL:
        return ReadOptions()
    return ReadOptions(
        changes=chance.choice([*TrackedChanges]),
        notes=chance.choice([*NotesUse]),
        select=chance.choice(_SELECTIONS) if READERS[name].has_elements else "",
        join_hyphens=chance.random() < _USUAL,
        drop_headings=chance.random() < _USUAL,
        realign=chance.random() < _USUAL,
    )


def main() -> int:
    """Print the figures, and return 1 if an input failed."""
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    count, seed = [*numbers, *(COUNT, SEED)[len(numbers) :]]
    chosen = [each for each in sys.argv[1:] if not each.isdigit()]
    failures: list[str] = []
    print("| format | inputs | refused | longest, CPU s | most memory, MB |\n|---|---|---|---|---|")
    for name, data in sound_files().items():
        if not chosen or name in chosen:
            failures += measure(name, data, count, seed)
    print(*(f"\nFAILED: {each}" for each in failures), sep="")
    return 1 if failures else 0


def measure(name: str, data: bytes, count: int, seed: int) -> list[str]:
    """Print the row of a format, and return the failures."""
    path = Path(f"a{READERS[name].suffixes[0]}")
    assert read_content(path, data, ReadOptions())[0].text, name  # noqa: S101 - of this program
    failures = []
    refused = 0
    longest = largest = (0.0, -1)
    for number in range(count):
        chance = random.Random(f"{name} {seed} {number}")  # noqa: S311 - no secrets
        given = damaged(data, chance)
        gc.collect(0)
        before, begun = _reset_peak(), time.process_time()
        trouble = ""
        try:
            texts = read_content(path, given, chosen(name, chance))
            if any(LEAK in text.text or not text.text.strip() for text in texts):
                trouble = "has no text, or that of another file"
        except VariantsError as error:
            refused += 1
            trouble = "" if str(error) else "has an error without a message"
        except Exception:  # noqa: BLE001 - each is a finding
            trouble = traceback.format_exc(limit=-4)
        seconds, megabytes = time.process_time() - begun, _peak() - before
        longest = max(longest, (seconds, number))
        largest = max(largest, (megabytes, number))
        if trouble or seconds > SECONDS or megabytes > MEGABYTES:
            failures.append(f"{name} {number}: {seconds:.1f} s, {megabytes:.0f} MB {trouble}")
    print(
        f"| {name} | {count} | {refused} | {longest[0]:.2f} (input {longest[1]}) "
        f"| {largest[0]:.0f} (input {largest[1]}) |",
        flush=True,
    )
    return failures


def _reset_peak() -> float:
    """Forget the peak of the memory, where the system can, and return the memory in use."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _peak()


def _peak() -> float:
    """Return the most memory that the process has had since, in megabytes."""
    with contextlib.suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
        return int(next(each for each in lines if each.startswith("VmHWM")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
