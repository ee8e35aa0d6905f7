"""``variants.toml``, read and checked: what is wrong is said with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import BadSettingsFile
from variants.languages import is_tag
from variants.project.classify_table import read_names, read_rule
from variants.project.links_table import LinksTable, read_links
from variants.project.log_table import LogTable, read_log_table
from variants.project.segments_table import SegmentsTable, read_segments
from variants.project.toml_tables import Source, Table, read_tables
from variants.settings import ClassificationRule
from variants.types.witness import is_siglum

NAME = "variants.toml"
"""What the file is called; the folder it lies in is the edition."""


@dataclass(frozen=True, slots=True)
class WitnessTable:
    """What ``[documents.NAME.witnesses.SIGLUM]`` says; what it leaves out is empty."""

    siglum: str
    file: str = ""
    title: str = ""
    translator: str = ""
    date: str = ""
    language: str = ""
    encoding: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """What ``[documents.NAME]`` says; what it leaves out is empty."""

    name: str
    title: str = ""
    note: str = ""
    seed: str = ""
    siglum: str = ""
    witnesses: tuple[WitnessTable, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The whole file; what it leaves out is empty.

    Attributes:
        source: Where it lies, and its text.
        title: Of the edition.
        language: BCP 47 tag that holds for all witnesses that name none.
        segmenter: Name of the way to cut sentences.
        aligner: Name of the way to align them.
        linker: Name of the way to link words.
        terms: Words whose rendering matters.
        abbreviations: Words after which a full stop ends no sentence.
        segments: Where texts are cut otherwise.
        names: Lists of forms of one name.
        rules: How differences are classified.
        log: Where decisions are kept.
        documents: In the order of the file.
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
    segments: tuple[SegmentsTable, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    rules: tuple[ClassificationRule, ...] = ()
    log: LogTable = field(default_factory=LogTable)
    documents: tuple[DocumentTable, ...] = ()
    links: tuple[LinksTable, ...] = ()

    def complaint(self, names: tuple[str, ...], *, problem: str, hint: str = "") -> BadSettingsFile:
        """An error at the line where the key that ``names`` lead to is written."""
        return self.source.complaint(names, problem=problem, hint=hint)


def read_settings_file(path: Path) -> SettingsFile:
    """Read ``variants.toml``; every key and every type in it is checked."""
    top = read_tables(path)
    top.allow("title", "language", "settings", "classify", "segments", "log", "documents", "links")
    settings = top.table("settings")
    settings.allow("segmenter", "aligner", "linker", "terms", "names", "abbreviations")
    return SettingsFile(
        top.source,
        title=top.text("title"),
        language=_language(top),
        segmenter=settings.text("segmenter"),
        aligner=settings.text("aligner"),
        linker=settings.text("linker"),
        terms=settings.texts("terms"),
        abbreviations=_abbreviations(settings),
        segments=read_segments(top.table("segments")),
        names=read_names(settings),
        rules=tuple(read_rule(table) for table in top.listed_tables("classify")),
        log=read_log_table(top.table("log")),
        documents=tuple(_document(table) for table in top.table("documents").tables()),
        links=read_links(top.table("links")),
    )


def _abbreviations(table: Table) -> tuple[str, ...]:
    """The edition's own, none of which is a full stop alone."""
    key = "abbreviations"
    found = table.texts(key)
    if not all(word.strip(". ") for word in found):
        raise table.complaint(
            key,
            problem="an abbreviation has to have letters.",
            hint='As in abbreviations = ["Kor.", "Dok."]',
        )
    return found


def _document(table: Table) -> DocumentTable:
    """What one ``[documents.NAME]`` says."""
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
    """What one ``[documents.NAME.witnesses.SIGLUM]`` says."""
    table.allow("file", "title", "translator", "date", "language", "encoding", "note")
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
    )


def _language(table: Table) -> str:
    """The tag of a language; of a name such as "english" no rule would know what it means."""
    key = "language"
    tag = table.text(key)
    if tag and not is_tag(tag):
        problem = f"{tag!r} is no tag of a language."
        raise table.complaint(key, problem=problem, hint="As in en, fr, zh or pt-BR.")
    return tag


def _check_siglum(table: Table, name: str, key: str = "") -> None:
    """Refuse what cannot be a siglum."""
    if not is_siglum(name):
        raise table.complaint(
            key,
            problem=f"{name!r} cannot be a siglum.",
            hint="A siglum is letters and digits, perhaps with . * ' or -, as in A, Yang2, B.1.",
        )
