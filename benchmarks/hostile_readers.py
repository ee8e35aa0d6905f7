"""Read hostile files of each format, each in a process of its own, and check time and memory.

    python benchmarks/hostile_readers.py [FORMAT ...]

For each format: a part of a gigabyte, 20 million empty paragraphs, 2 million empty elements in a
part that is not packed, just under the limit of tags, as many tags with a letter in each element,
entities that grow to a billion, 100,000 levels of elements, and an entity from a file of this
computer. Each has to end in an error
for the user, within 2 CPU seconds and 300 MB more than the program has at its start, and never with
words of that file. Only Markdown, in which entities are text, is read. Exit code 1 if one fails.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Collection, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from variants.errors import VariantsError
from variants.readers.file_text import ReadOptions
from variants.readers.formats import READERS, read_file

SECONDS, MEGABYTES = 2.0, 300
LEAK = "root:x:0:0"  # Begins /etc/passwd.
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
_OUTSIDE = '<!ENTITY a11 SYSTEM "file:///etc/passwd">'
SORTS = ("gigabyte", "paragraphs", "elements", "letters", "entities", "levels", "file")
_LEVELS = 100_000
_PARAGRAPHS = 20_000_000
_ELEMENTS = 1_999_900
_GIGABYTE = 1 << 30
# Beginning, element of a paragraph and end of the main part, and the other parts of an archive.
_CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
_PACKAGE = (
    '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="a"/></spine></package>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_O = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
ARCHIVES = {
    "docx": (
        f'<w:document xmlns:w="{_W}"><w:body>',
        "w:p",
        "</w:body></w:document>",
        "word/document.xml",
        {},
    ),
    "odt": (
        f"<office:document-content {_O}><office:body><office:text>",
        "text:p",
        "</office:text></office:body></office:document-content>",
        "content.xml",
        {"mimetype": "application/vnd.oasis.opendocument.text"},
    ),
    "epub": (
        "<html><body>",
        "div",
        "</body></html>",
        "a.xhtml",
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "a.opf": _PACKAGE,
        },
    ),
    "xlsx": (
        "<worksheet><sheetData>",
        "row",
        "</sheetData></worksheet>",
        "xl/worksheets/sheet1.xml",
        {"xl/workbook.xml": "<workbook/>"},
    ),
}
SINGLE = {
    "fodt": (
        f"<office:document {_O}><office:body><office:text>",
        "text:p",
        "</office:text></office:body></office:document>",
    ),
    "html": ("<html><body>", "div", "</body></html>"),
    "tei": ("<TEI><text><body>", "p", "</body></text></TEI>"),
    "usx": ('<usx version="3.0">', "para", "</usx>"),
    "osis": ("<osis><osisText>", "p", "</osisText></osis>"),
    "tmx": ('<tmx><header srclang="en"/><body>', "tu", "</body></tmx>"),
    "xliff": ('<xliff version="1.2"><file><body>', "trans-unit", "</body></file></xliff>"),
    "markdown": ("", "div", ""),
}


def hostile(start: str, name: str, end: str) -> dict[str, Callable[[], Iterator[bytes]]]:
    """Return the hostile contents of a part, each as a function that yields its pieces."""
    kind = start.partition("<")[2].partition(" ")[0].partition(">")[0] or "x"

    def of_entities(declared: str) -> Iterator[bytes]:
        yield f"<!DOCTYPE {kind} [{declared}]>{start}<{name}>&a11;</{name}>{end}".encode()

    def of_levels() -> Iterator[bytes]:
        inside = f"<{name}>" * _LEVELS + "AFTER" + f"</{name}>" * _LEVELS
        yield f"{start}{inside}{end}".encode()

    def of_paragraphs() -> Iterator[bytes]:
        yield start.encode()
        piece = f"<{name}/>".encode() * 1000
        for _ in range(_PARAGRAPHS // 1000):
            yield piece
        yield end.encode()

    def of_elements() -> Iterator[bytes]:
        yield start.encode()
        yield f"<{name}/>".encode() * _ELEMENTS
        yield end.encode()

    def of_letters() -> Iterator[bytes]:
        yield start.encode()
        yield f"<{name}>a</{name}>".encode() * (_ELEMENTS // 2)
        yield end.encode()

    def of_bytes() -> Iterator[bytes]:
        yield start.encode()
        for _ in range(_GIGABYTE >> 20):
            yield b" " * (1 << 20)
        yield end.encode()

    return {
        "gigabyte": of_bytes,
        "paragraphs": of_paragraphs,
        "elements": of_elements,
        "letters": of_letters,
        "entities": lambda: of_entities(_LAUGHS),
        "levels": of_levels,
        "file": lambda: of_entities(_OUTSIDE),
    }


def files(
    folder: Path, forms: Collection[str], sorts: Collection[str] = SORTS
) -> Iterator[tuple[str, str, Path]]:
    """Yield format, sort and path of each hostile file."""
    for form, (start, name, end, part, others) in ARCHIVES.items():
        for sort, pieces in hostile(start, name, end).items():
            if form not in forms or sort not in sorts:
                continue
            path = folder / f"{sort}{READERS[form].suffixes[0]}"
            method = zipfile.ZIP_STORED if sort in {"elements", "letters"} else zipfile.ZIP_DEFLATED
            with zipfile.ZipFile(path, "w", method) as archive:
                for other, content in others.items():
                    archive.writestr(other, content, compress_type=zipfile.ZIP_STORED)
                with archive.open(part, "w", force_zip64=True) as file:
                    for piece in pieces():
                        file.write(piece)
            yield form, sort, path
    for form, shape in SINGLE.items():
        for sort, pieces in hostile(*shape).items():
            if form not in forms or sort not in sorts:
                continue
            path = folder / f"{sort}{READERS[form].suffixes[0]}"
            with path.open("wb") as file:
                for piece in pieces():
                    file.write(piece)
            yield form, sort, path


def read(path: Path, answer: Connection) -> None:
    """Read a file in a process of its own, and send the result."""
    before, begun = _peak(), time.process_time()
    try:
        texts = read_file(path, ReadOptions())
        leaked = any(LEAK in text.text for text in texts)
        result = "LEAKED" if leaked else "read"
    except VariantsError as error:
        result = f"refused: {str(error).replace(str(path.parent) + '/', '')[:60]}"
    except BaseException as error:  # noqa: BLE001 - each is a finding
        result = f"FAILED: {error!r}"[:90]
    answer.send((result, time.process_time() - begun, _peak() - before))


def _peak() -> float:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print a row for each file, and return 1 if one is not refused in time and memory."""
    context = multiprocessing.get_context("spawn")
    bad = 0
    print("| format | file | result | CPU s | MB |\n|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for form, sort, path in files(Path(folder), sys.argv[1:] or [*ARCHIVES, *SINGLE]):
            here, there = context.Pipe()
            child = context.Process(target=read, args=(path, there))
            child.start()
            there.close()
            try:
                result, seconds, megabytes = here.recv()
            except EOFError:
                result, seconds, megabytes = "FAILED: it was killed", 0.0, 0.0
            child.join()
            wrong = (
                seconds > SECONDS
                or megabytes > MEGABYTES
                or not result.startswith("refused" if form != "markdown" else ("refused", "read"))
            )
            bad += wrong
            print(f"| {form} | {sort} | {result} | {seconds:.2f} | {megabytes:.0f} |", flush=True)
            path.unlink()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
