"""File formats and their readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile, SeveralTexts, UnsupportedFormat
from variants.readers.cleaning import cleaned
from variants.readers.file_bytes import read_bytes
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.limits import ManyDivisions, limits, over_limit
from variants.readers.plain import read_plain
from variants.readers.reader import Reader
from variants.types.notice import Notice
from variants.types.witness import Witness


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


def _begins_xml(root: bytes) -> re.Pattern[bytes]:
    """Return the pattern for XML with a root element of one of these names."""
    before = (
        rb"<\?.{0,500}?\?>",
        rb"<!--.{0,2000}?-->",
        rb"<!DOCTYPE\s[^\[>]{0,500}>",
    )
    return _begins(
        # Atomic, since each of these ends at its first end.
        rb"(?:\xef\xbb\xbf)?\s*(?:(?>%b)\s*){0,20}<(?:[\w.-]+:)?(?:%b)[\s/>]"
        % (b"|".join(before), root)
    )


def _read_docx(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    # Each reader is imported when a file needs it, since most need a library.
    from variants.readers.word_document import read_word_document  # noqa: PLC0415

    return read_word_document(path, data, options)


def _read_odt(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.opendocument import read_opendocument  # noqa: PLC0415

    return read_opendocument(path, data, options)


def _read_fodt(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.opendocument import read_flat_opendocument  # noqa: PLC0415

    return read_flat_opendocument(path, data, options)


def _read_html(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.web_page import read_web_page  # noqa: PLC0415

    return read_web_page(path, data, options)


def _read_epub(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.epub import read_epub  # noqa: PLC0415

    return read_epub(path, data, options)


def _read_markdown(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.markdown_text import read_markdown  # noqa: PLC0415

    return read_markdown(path, data, options)


def _read_through_office(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.office_bridge import read_through_office  # noqa: PLC0415

    return read_through_office(path, data, options)


def _read_pdf(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.pdf_document import read_pdf  # noqa: PLC0415

    return read_pdf(path, data, options)


def _read_csv(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.table_texts import read_delimited  # noqa: PLC0415

    return read_delimited(path, data, options)


def _read_xlsx(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.table_texts import read_workbook  # noqa: PLC0415

    return read_workbook(path, data, options)


def _read_tei(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.tei import read_tei  # noqa: PLC0415

    return read_tei(path, data, options)


def _read_json(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.json_texts import read_json_texts  # noqa: PLC0415

    return read_json_texts(path, data, options)


def _read_usfm(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.usfm import read_usfm  # noqa: PLC0415

    return read_usfm(path, data, options)


def _read_usx(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.usx import read_usx  # noqa: PLC0415

    return read_usx(path, data, options)


def _read_osis(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.osis import read_osis  # noqa: PLC0415

    return read_osis(path, data, options)


def _read_tmx(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.translation_memory import read_tmx  # noqa: PLC0415

    return read_tmx(path, data, options)


def _read_xliff(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.xliff import read_xliff  # noqa: PLC0415

    return read_xliff(path, data, options)


def _read_po(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.po import read_po  # noqa: PLC0415

    return read_po(path, data, options)


def _read_subtitles(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    from variants.readers.subtitles import read_subtitles  # noqa: PLC0415

    return read_subtitles(path, data, options)


_ZIPPED = ("docx", "epub", "odt", "xlsx")
"""Names of formats that consist of a ZIP archive."""
PLAIN = "plain"
"""Name of the format that editions keep, and of files that no other reader takes."""

READERS: dict[str, Reader] = {
    "plain": Reader("plain text", (".txt",), read=read_plain),
    "doc": Reader(
        "an old Word document",
        (".doc",),
        _begins(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        _read_through_office,
        has_encoding=False,
    ),
    "docx": Reader(
        "a Word document",
        (".docx", ".docm"),
        _begins(rb"PK\x03\x04.*?word/document"),
        _read_docx,
        has_encoding=False,
    ),
    "epub": Reader(
        "an EPUB book",
        (".epub",),
        _begins(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip"),
        _read_epub,
        has_elements=True,
        has_encoding=False,
    ),
    "gzip": Reader("a gzip archive", (".gz",), _begins(rb"\x1f\x8b\x08")),
    "html": Reader(
        "a web page",
        (".html", ".htm", ".xhtml"),
        _begins(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
            rb"(?i:<!doctype\s+html|<html[\s>])"
        ),
        _read_html,
        has_elements=True,
    ),
    "markdown": Reader("a Markdown file", (".md", ".markdown"), read=_read_markdown),
    "odt": Reader(
        "an OpenDocument text",
        (".odt",),
        _begins(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text"),
        _read_odt,
        has_encoding=False,
    ),
    "fodt": Reader(
        "a flat OpenDocument text",
        (".fodt",),
        _begins(rb"\s*<\?xml.{0,200}<office:document\s"),
        _read_fodt,
        has_encoding=False,
    ),
    "pages": Reader("a Pages document", (".pages",)),
    "pdf": Reader(
        "a PDF document",
        (".pdf",),
        _begins(rb"%PDF-\d\.\d"),
        _read_pdf,
        has_pages=True,
        has_encoding=False,
    ),
    # A zero byte follows soon in a picture, and never in a text that begins like one.
    "picture": Reader(
        "a picture",
        (".gif", ".jpeg", ".jpg", ".png"),
        _begins(rb"\x89PNG\r\n\x1a\n|(GIF8[79]a|\xff\xd8\xff).{0,255}?\0"),
    ),
    "rtf": Reader(
        "a Rich Text document",
        (".rtf",),
        _begins(rb"\{\\rtf\d"),
        _read_through_office,
        has_encoding=False,
    ),
    "csv": Reader("a table", (".csv", ".tsv"), read=_read_csv),
    "xlsx": Reader(
        "an Excel workbook",
        (".xlsx", ".xlsm"),
        _begins(rb"PK\x03\x04.*?xl/workbook"),
        _read_xlsx,
        has_encoding=False,
    ),
    "tei": Reader(
        "a TEI document",
        (".tei", ".xml"),
        _begins_xml(rb"TEI|teiCorpus|TEI\.2"),
        _read_tei,
        has_encoding=False,
        has_elements=True,
        has_choices=True,
    ),
    "json": Reader("JSON of variants or CollateX", (".json",), read=_read_json),
    "usfm": Reader(
        "a USFM file",
        (".usfm", ".sfm"),
        _begins(rb"(?:\xef\xbb\xbf)?\\id [A-Z0-9]{3}\s"),
        _read_usfm,
    ),
    "usx": Reader("a USX file", (".usx",), _begins_xml(rb"usx"), _read_usx, has_encoding=False),
    "osis": Reader(
        "an OSIS document",
        (".osis",),
        _begins_xml(rb"osis|osisText"),
        _read_osis,
        has_encoding=False,
    ),
    "tmx": Reader("a TMX file", (".tmx",), _begins_xml(rb"tmx"), _read_tmx, has_encoding=False),
    "xliff": Reader(
        "an XLIFF file",
        (".xlf", ".xliff"),
        _begins_xml(rb"xliff"),
        _read_xliff,
        has_encoding=False,
    ),
    "po": Reader(
        "a PO file",
        (".po", ".pot"),
        _begins(rb'(?:\xef\xbb\xbf)?(?:\s|#[^\n]{0,2000}\n){0,500}msg(?:id|ctxt) ?"'),
        _read_po,
    ),
    "srt": Reader(
        "a file of subtitles",
        (".srt",),
        _begins(
            rb"(?:\xef\xbb\xbf)?\s*\d{1,6}[ \t]*\r?\n"
            rb"\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}\s*-->\s"
        ),
        _read_subtitles,
    ),
    "vtt": Reader(
        "a file of subtitles",
        (".vtt",),
        _begins(rb"(?:\xef\xbb\xbf)?WEBVTT[ \t\r\n]"),
        _read_subtitles,
    ),
    # Last, since other formats are ZIP archives too.
    "zip": Reader("a ZIP archive", (".zip",), _begins(rb"PK\x03\x04")),
}
"""All recognised formats, including those that cannot be read yet.

The first whose ``content`` matches wins.
"""


def readable() -> Mapping[str, Reader]:
    """Return the formats that are read."""
    return {name: reader for name, reader in READERS.items() if reader.read is not None}


def text_suffixes() -> tuple[str, ...]:
    """Return the suffixes of plain text, which editions keep, in lower case."""
    return READERS[PLAIN].suffixes


def reader_of(path: Path, data: bytes) -> Reader:
    """Return the format of a file: by its content, else by its suffix, else plain text.

    A suffix that is not in the table, as in ``letter.final``, counts as part of the name. A ZIP
    archive with the suffix of a format that consists of one is a damaged file of that format.
    """
    by_content = (each for each in READERS.values() if each.content and each.content.match(data))
    by_suffix = (each for each in READERS.values() if path.suffix.lower() in each.suffixes)
    found, named = next(by_content, None), next(by_suffix, READERS[PLAIN])
    if found is READERS["zip"] and named in (READERS[name] for name in _ZIPPED):
        return named
    return found or named


def read_file(path: Path, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the texts of a file, with the reader for its format.

    Raises:
        InputError: The file does not exist, or no text can be read from it.
        SettingsError: The encoding that the user named is not an encoding.
    """
    return read_content(path, read_bytes(path), options)


def read_content(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the texts in the bytes of a file; the path is for its suffix and for messages.

    Raises:
        EmptyFile: There are no bytes.
        InputError: No text can be read from them.
    """
    if not data:
        raise EmptyFile(path)
    reader = READERS[options.input_format] if options.input_format else reader_of(path, data)
    if reader.read is None:
        known = [f"{each.what} ({', '.join(each.suffixes)})" for each in readable().values()]
        raise UnsupportedFormat(path, reader.what, readable=known)
    try:
        texts = reader.read(path, data, options)
    except RecursionError as error:
        raise DamagedFile(path, reader.what, reason="it is nested too deeply") from error
    except ManyDivisions as error:
        problem = f"has more than {limits().divisions:,} paragraphs, notes, segments or rows"
        raise over_limit(path, problem, "divisions") from error
    return tuple(cleaned(path, text, options) for text in texts)


def read_witness(  # noqa: PLR0913 - a keyword for each property of a text
    path: Path,
    *,
    siglum: str,
    encoding: str | None = None,
    language: str = "en",
    title: str = "",
    translator: str = "",
    date: str = "",
) -> Witness:
    """Read a file that has one text, with the reader for its format.

    Raises:
        InputError: The file does not exist, or no text can be read from it, or it has several.
        SettingsError: ``encoding`` is not an encoding.
    """
    texts = read_file(path, ReadOptions(encoding, language))
    if len(texts) > 1:
        raise SeveralTexts(path, [text.name for text in texts])
    blank = Witness(siglum, "", language=language, title=title, translator=translator, date=date)
    return witness_of(texts[0], path.as_posix(), blank)


def witness_of(text: FileText, source: str, blank: Witness) -> Witness:
    """Return the witness with a text of a file, and other properties from ``blank``."""
    return replace(
        blank,
        text=text.text,
        divisions=text.divisions,
        source=source,
        encoding=text.encoding,
        notices=tuple(Notice(blank.siglum, message) for message in text.notices),
        units=text.units,
        set_aside=text.set_aside,
    )
