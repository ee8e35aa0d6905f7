"""``variants.toml``, read and checked; errors have the line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import BadDocumentName, BadSettingsFile, NotASiglum
from variants.languages import is_tag
from variants.project.classify_table import read_ignored_kinds, read_names, read_rule
from variants.project.ignored_words_table import read_ignored_words
from variants.project.links_table import LinksTable, read_links
from variants.project.log_table import LogTable, read_log_table
from variants.project.name_check import is_document_name
from variants.project.segments_table import SegmentsTable, read_segments
from variants.project.toml_tables import Source, Table, read_tables
from variants.settings import ClassificationRule
from variants.types.ignored_words import IgnoredWords
from variants.types.variant import Kind
from variants.types.witness import is_siglum

NAME = "variants.toml"
"""Name of the file, which is in the root of an edition."""


@dataclass(frozen=True, slots=True)
class WitnessTable:
    """Table ``[documents.NAME.witnesses.SIGLUM]``; missing values are empty."""

    siglum: str
    file: str = ""
    title: str = ""
    translator: str = ""
    date: str = ""
    language: str = ""
    encoding: str = ""
    note: str = ""
    original: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """Table ``[documents.NAME]``; missing values are empty."""

    name: str
    title: str = ""
    note: str = ""
    seed: str = ""
    siglum: str = ""
    witnesses: tuple[WitnessTable, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The whole file; missing values are empty.

    Attributes:
        source: The file and its text.
        title: Title of the edition.
        language: BCP 47 tag for all witnesses without a language of their own.
        segmenter: Name of the segmenter.
        aligner: Name of the aligner.
        linker: Name of the linker.
        terms: Words whose rendering matters.
        abbreviations: Words after which a full stop does not end a sentence.
        telegraph: True if each STOP ends a sentence, False if none does; ``None`` if not set.
        furniture: True to set aside page numbers, running heads, and marks of notes and editors;
            ``None`` if not set.
        ignored_words: Rules for words of the texts that are not compared.
        segments: Corrections of the segmentation.
        names: Lists of forms of one name.
        rules: Classification rules.
        ignore: Kinds of readings that make no places.
        log: Store of the log.
        documents: Documents in file order.
        links: Sentences that are one bead, or never share one.
    """

    source: Source
    title: str = ""
    language: str = ""
    segmenter: str = ""
    aligner: str = ""
    linker: str = ""
    terms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    telegraph: bool | None = None
    furniture: bool | None = None
    ignored_words: tuple[IgnoredWords, ...] = ()
    segments: tuple[SegmentsTable, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    rules: tuple[ClassificationRule, ...] = ()
    ignore: tuple[Kind, ...] = ()
    log: LogTable = field(default_factory=LogTable)
    documents: tuple[DocumentTable, ...] = ()
    links: tuple[LinksTable, ...] = ()

    def error(self, names: tuple[str, ...], *, problem: str, hint: str = "") -> BadSettingsFile:
        """Return an error at the line of the key that ``names`` lead to."""
        return self.source.error(names, problem=problem, hint=hint)


def read_settings_file(path: Path) -> SettingsFile:
    """Return the contents of ``variants.toml``, with all keys and types checked."""
    top = read_tables(path)
    top.allow(
        *("title", "language", "furniture", "settings", "classify", "ignore", "segments", "log"),
        *("documents", "links"),
    )
    settings = top.table("settings")
    methods = ("segmenter", "aligner", "linker")
    settings.allow(*methods, "terms", "names", "abbreviations", "ignore", "telegraph", "furniture")
    return SettingsFile(
        top.source,
        title=top.text("title"),
        language=_language(top),
        segmenter=settings.text("segmenter"),
        aligner=settings.text("aligner"),
        linker=settings.text("linker"),
        terms=settings.texts("terms"),
        abbreviations=_abbreviations(settings),
        telegraph=settings.flag("telegraph"),
        furniture=_furniture(top, settings),
        ignored_words=tuple(read_ignored_words(table) for table in top.listed_tables("ignore")),
        segments=read_segments(top.table("segments")),
        names=read_names(settings),
        ignore=read_ignored_kinds(settings),
        rules=tuple(read_rule(table) for table in top.listed_tables("classify")),
        log=read_log_table(top.table("log")),
        documents=tuple(_document(table) for table in top.table("documents").tables()),
        links=read_links(top.table("links")),
    )


def _furniture(top: Table, settings: Table) -> bool | None:
    """Return the setting, which an editor may write under ``[settings]`` like others."""
    key = "furniture"
    own, under_settings = top.flag(key), settings.flag(key)
    return under_settings if own is None else own


def _abbreviations(table: Table) -> tuple[str, ...]:
    """Return the edition's abbreviations; each must have letters."""
    key = "abbreviations"
    found = table.texts(key)
    if not all(word.strip(". ") for word in found):
        raise table.error(
            key,
            problem="an abbreviation must have letters.",
            hint='Example: abbreviations = ["Kor.", "Dok."]',
        )
    return found


def _document(table: Table) -> DocumentTable:
    """Return a table ``[documents.NAME]``."""
    if not is_document_name(table.names[-1]):
        raise table.source.error(
            table.names,
            problem=str(BadDocumentName(table.names[-1])),
            hint="Choose a short one without / \\ : and without a full stop at its beginning.",
        )
    table.allow("title", "note", "seed", "siglum", "witnesses")
    siglum = table.text("siglum")
    if siglum:
        _check_siglum(table, siglum, "siglum")
    return DocumentTable(
        name=table.names[-1],
        title=table.text("title"),
        note=table.text("note"),
        seed=table.text("seed"),
        siglum=siglum,
        witnesses=tuple(_witness(each) for each in table.table("witnesses").tables()),
    )


def _witness(table: Table) -> WitnessTable:
    """Return a table ``[documents.NAME.witnesses.SIGLUM]``."""
    table.allow(
        *("file", "title", "translator", "date", "language", "encoding", "note"),
        *("original", "reader"),
    )
    _check_siglum(table, table.names[-1])
    return WitnessTable(
        siglum=table.names[-1],
        file=table.text("file"),
        title=table.text("title"),
        translator=table.text("translator"),
        date=table.date("date"),
        language=_language(table),
        encoding=table.text("encoding"),
        note=table.text("note"),
        original=table.text("original"),
        reader=table.text("reader"),
    )


def _language(table: Table) -> str:
    """Return the language tag in a table; names such as "english" are errors."""
    key = "language"
    tag = table.text(key)
    if tag and not is_tag(tag):
        problem = f"{tag!r} is not a language tag."
        raise table.error(key, problem=problem, hint="Use a tag such as en, fr, zh or pt-BR.")
    return tag


def _check_siglum(table: Table, name: str, key: str = "") -> None:
    """Raise an error for an invalid siglum."""
    if not is_siglum(name):
        raise table.error(
            key,
            problem=f"{name!r} cannot be a siglum.",
            hint=NotASiglum.hint,
        )
