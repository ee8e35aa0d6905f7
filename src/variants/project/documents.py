"""What an edition on disk holds: found, read, and handed on as witnesses."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variants.errors import NoSeed, NotAnEdition, NotASiglum, SiglumTwice, UnknownName
from variants.project.links_table import links_of
from variants.project.name_check import check_names
from variants.project.segments_table import corrections_of
from variants.project.settings_file import (
    NAME,
    DocumentTable,
    SettingsFile,
    WitnessTable,
    read_settings_file,
)
from variants.project.toml_tables import Source
from variants.settings import Settings
from variants.types.correction import Correction
from variants.types.notice import Notice
from variants.types.sentence_link import SentenceLink
from variants.types.witness import Witness, is_siglum, natural_sort_key

SEED_SIGLUM = "S"
"""What a seed is called unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class WitnessFile:
    """One text of a document, not yet read.

    Attributes:
        siglum: Its short name.
        path: Where it lies.
        source: The same, as seen from the edition: alike on every machine.
        title: What readers call it; empty when nobody said, as in all that follow.
        translator: Who made it.
        date: When it was made, as stated.
        language: BCP 47 tag of its language; never empty.
        encoding: What to decode it with; empty to find out.
        note: What a reader should know of it.
        abbreviations: Words of the edition's own after which a full stop ends no sentence.
        corrections: Where it is cut otherwise than the segmenter cuts it.
    """

    siglum: str
    path: Path
    source: str
    title: str = ""
    translator: str = ""
    date: str = ""
    language: str = "en"
    encoding: str = ""
    note: str = ""
    abbreviations: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text in its renderings.

    Attributes:
        name: What files and commands call it.
        title: What readers call it; empty when nobody said.
        note: What a reader should know of it; empty for nothing.
        seed: The text that the others are compared with.
        others: In the order of sigla; none where the seed is all there is yet.
        links: Sentences of the seed and of the others that are one bead, or never share one.
    """

    name: str
    title: str
    note: str
    seed: WitnessFile
    others: tuple[WitnessFile, ...]
    links: tuple[SentenceLink, ...] = ()

    def __post_init__(self) -> None:
        stands_for: dict[str, str] = {}
        for file in (self.seed, *self.others):
            if file.siglum in stands_for:
                raise SiglumTwice(file.siglum, stands_for[file.siglum], file.source)
            stands_for[file.siglum] = file.source


@dataclass(frozen=True, slots=True)
class EditionOnDisk:
    """Documents and settings as files say them.

    Attributes:
        root: The folder.
        title: Of the whole; empty when nobody said.
        documents: In the order of their names.
        settings: For all of them.
        notices: What the user of the edition should know.
    """

    root: Path
    title: str
    documents: tuple[Document, ...]
    settings: Settings
    notices: tuple[Notice, ...] = ()


def find_edition(folder: Path) -> Path:
    """The root of the edition that ``folder`` lies in: itself or the nearest folder above it.

    A root has a ``variants.toml``, or the folders ``seeds`` and ``variants``.
    """
    for root in (folder, *folder.absolute().parents):
        if (root / NAME).exists() or ((root / "seeds").is_dir() and (root / "variants").is_dir()):
            return root
    raise NotAnEdition(folder.absolute())


def read_edition(root: Path) -> EditionOnDisk:
    """What the folders under ``root`` hold, and what its ``variants.toml`` says of it, if any.

    ``seeds/NAME.txt`` and ``variants/NAME/SIGLUM.txt`` need no ``variants.toml``; it tells more of
    them, adds files from elsewhere, or calls a file by another siglum.
    """
    path = root / NAME
    file = read_settings_file(path) if path.exists() else SettingsFile(Source(path))
    tables = {table.name: table for table in file.documents}
    names = {*tables, *_names_of_documents(root, file)}
    documents = tuple(
        _document(root, file, tables.get(name, DocumentTable(name)))
        for name in sorted(names, key=natural_sort_key)
    )
    sigla = {each.name: [one.siglum for one in (each.seed, *each.others)] for each in documents}
    others = {name: others for name, (_, *others) in sigla.items()}
    check_names(file.source, "segments", file.segments, sigla)
    check_names(file.source, "links", file.links, others)
    notices = tuple(_link_notices(file))
    return EditionOnDisk(root, file.title, documents, _settings(file), notices)


def log_address(root: Path) -> str:
    """Address of the database that keeps the log of the edition in ``root``; empty for files."""
    path = root / NAME
    return read_settings_file(path).log.store if path.exists() else ""


def has_log(root: Path) -> bool:
    """Whether there may be decisions on the edition in ``root``."""
    return (root / "decisions").is_dir() or bool(log_address(root))


def read_document(document: Document) -> list[Witness]:
    """The witnesses of a document, the seed first; notes about them are among their notices."""
    # Here, since the readers bring libraries that a list of documents does without.
    from variants.readers.formats import read_witness  # noqa: PLC0415

    witnesses = []
    for file in (document.seed, *document.others):
        witness = read_witness(
            file.path,
            siglum=file.siglum,
            encoding=file.encoding or None,
            language=file.language,
            title=file.title,
            translator=file.translator,
            date=file.date,
        )
        notes = [Notice(file.siglum, file.note)] if file.note else []
        if document.note and file is document.seed:
            notes.insert(0, Notice("", document.note))
        notices = (*notes, *witness.notices)
        witnesses.append(
            dataclasses.replace(
                witness,
                source=file.source,
                notices=notices,
                abbreviations=file.abbreviations,
                corrections=file.corrections,
            )
        )
    return witnesses


def _settings(file: SettingsFile) -> Settings:
    """What ``variants.toml`` chooses; the usual where it chooses nothing."""
    # Here, since the ways bring libraries that a list of documents does without.
    from variants.aligners import ALIGNERS  # noqa: PLC0415
    from variants.segmenters import SEGMENTERS  # noqa: PLC0415
    from variants.words import LINKERS  # noqa: PLC0415

    for key, name, known in (
        ("segmenter", file.segmenter, list(SEGMENTERS)),
        ("aligner", file.aligner, list(ALIGNERS)),
        ("linker", file.linker, list(LINKERS)),
    ):
        if name and name not in known:
            unknown = UnknownName(name, known, what=key)
            raise file.complaint(("settings", key), problem=str(unknown), hint=unknown.hint)
    usual = Settings()
    return Settings(
        segmenter=file.segmenter or usual.segmenter,
        aligner=file.aligner or usual.aligner,
        linker=file.linker or usual.linker,
        language=file.language or usual.language,
        terms=file.terms,
        names=file.names,
        rules=file.rules,
    )


def _link_notices(file: SettingsFile) -> Iterator[Notice]:
    """Yield a notice if the file has links, which belong in the log."""
    count = sum(len(table.links) for table in file.links)
    if count:
        links = "1 link" if count == 1 else f"{count} links"
        message = (
            f"{NAME} has {links} between sentences, obeyed as before. "
            "Move all links into the log with variants align --record-links."
        )
        yield Notice("", message)


def _names_of_documents(root: Path, file: SettingsFile) -> set[str]:
    """Names that the folders give: of a seed, or of a folder that holds texts.

    A seed that ``variants.toml`` gives to a document makes no other one.
    """
    told = {os.path.normpath(table.seed) for table in file.documents}
    told |= {os.path.normpath(each.file) for table in file.documents for each in table.witnesses}
    seeds = {
        path.stem
        for path in _texts_in(root / "seeds")
        if os.path.normpath(path.relative_to(root)) not in told
    }
    folder = root / "variants"
    others = [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    return seeds | {path.name for path in others if any(_texts_in(path))}


def _texts_in(folder: Path) -> Iterator[Path]:
    """The text files in a folder; hidden ones are some other program's."""
    if folder.is_dir():
        for path in folder.glob("*.txt"):
            if path.is_file() and not path.name.startswith("."):
                yield path


def _document(root: Path, file: SettingsFile, table: DocumentTable) -> Document:
    """One document: what the folders hold, told of and added to by its table."""
    siglum = table.siglum or SEED_SIGLUM
    told = next((each for each in table.witnesses if each.siglum == siglum), None)
    seed = _seed(root, file, table, told or WitnessTable(siglum))
    named = [_other(root, file, table, each) for each in table.witnesses if each is not told]
    known = {os.path.normpath(each.source) for each in (seed, *named)}
    found = [
        _with_details(path, path.relative_to(root), WitnessTable(path.stem), file)
        for path in _texts_in(root / "variants" / table.name)
        if os.path.normpath(path.relative_to(root)) not in known
    ]
    for each in found:
        if not is_siglum(each.siglum):
            raise NotASiglum(each.siglum, where=str(each.path))
    others = sorted((*named, *found), key=lambda each: natural_sort_key(each.siglum))
    return Document(
        name=table.name,
        title=table.title,
        note=table.note,
        seed=_as_cut(seed, file, table.name),
        others=tuple(_as_cut(each, file, table.name) for each in others),
        links=links_of(file.links, table.name),
    )


def _as_cut(witness: WitnessFile, file: SettingsFile, document: str) -> WitnessFile:
    """A file with all that ``variants.toml`` tells of how it is cut."""
    return dataclasses.replace(
        witness,
        abbreviations=file.abbreviations,
        corrections=corrections_of(file.segments, document, witness.siglum),
    )


def _seed(root: Path, file: SettingsFile, table: DocumentTable, told: WitnessTable) -> WitnessFile:
    """The seed: the file that is named as such, or ``seeds/NAME.txt``."""
    here = ("documents", table.name)
    if table.seed and told.file:
        raise file.complaint(
            (*here, "witnesses", told.siglum, "file"),
            problem=f"the file of the seed {told.siglum} is named twice.",
            hint=f"Name it once: seed = … under [documents.{table.name}], or file = … here.",
        )
    if table.seed:
        return _named(root, table.seed, told, file, (*here, "seed"))
    if told.file:
        return _named(root, told.file, told, file, (*here, "witnesses", told.siglum, "file"))
    source = Path("seeds", f"{table.name}.txt")
    if not (root / source).is_file():
        if table in file.documents:
            raise file.complaint(
                here,
                problem=f"{table.name} has no seed, and {source} is not there.",
                hint='Name its file in this table: seed = "…".',
            )
        raise NoSeed(table.name)
    return _with_details(root / source, source, told, file)


def _other(root: Path, file: SettingsFile, table: DocumentTable, told: WitnessTable) -> WitnessFile:
    """A witness that ``variants.toml`` tells of: the file it names, or the one called so."""
    here = ("documents", table.name, "witnesses", told.siglum)
    if told.file:
        return _named(root, told.file, told, file, (*here, "file"))
    return _named(root, f"variants/{table.name}/{told.siglum}.txt", told, file, here)


def _named(
    root: Path, source: str, told: WitnessTable, file: SettingsFile, here: tuple[str, ...]
) -> WitnessFile:
    """A file that ``variants.toml`` names at the key ``here``, as seen from ``root``."""
    path = root / source
    if not path.is_file():
        lacks = "is a folder, not a file" if path.is_dir() else "is not there"
        raise file.complaint(
            here,
            problem=f"{source} {lacks}.",
            hint="A file is named as seen from the folder of variants.toml.",
        )
    return _with_details(path, Path(source), told, file)


def _with_details(path: Path, source: Path, told: WitnessTable, file: SettingsFile) -> WitnessFile:
    """A file with all that ``variants.toml`` tells of it."""
    return WitnessFile(
        siglum=told.siglum,
        path=path,
        source=source.as_posix(),
        title=told.title,
        translator=told.translator,
        date=told.date,
        language=told.language or file.language or Settings().language,
        encoding=told.encoding,
        note=told.note,
    )
