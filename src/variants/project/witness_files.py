"""Documents of an edition, from its folders and ``variants.toml``."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variants.errors import NoSeed, NotASiglum, OutsideEdition, SeveralSeeds, SiglumTwice
from variants.errors.lists import listed
from variants.project.links_table import links_of
from variants.project.segments_table import corrections_of
from variants.project.settings_file import DocumentTable, SettingsFile, WitnessTable
from variants.settings import Settings
from variants.types.correction import Correction
from variants.types.ignored_words import IgnoredWords
from variants.types.notice import Notice
from variants.types.sentence_link import SentenceLink
from variants.types.witness import is_siglum, natural_sort_key

SEED_SIGLUM = "S"
"""Default siglum of the seed."""


@dataclass(frozen=True, slots=True)
class WitnessFile:
    """One text of a document, not yet read.

    Attributes:
        siglum: Its short name.
        path: Its file.
        source: The file as seen from the edition, which is equal on every machine.
        title: Title for readers; empty if unknown, like all that follow.
        translator: Name of the translator.
        date: Date of the text, as stated.
        language: BCP 47 tag of its language; never empty.
        encoding: Encoding of the file; empty to detect it.
        note: Remark for readers.
        abbreviations: Words of the edition's own after which a full stop ends no sentence.
        telegraph: True if each STOP ends a sentence, False if none does; ``None`` if not set.
        furniture: True to set aside page numbers, running heads, and marks of notes and editors;
            ``None`` if not set.
        ignored_words: Rules for further words that are not compared.
        corrections: Corrections of its segmentation.
        original: The file that the text was read from, as seen from the edition; empty if the text
            is the original.
        reader: Name and version of its reader.
    """

    siglum: str
    path: Path
    source: str
    title: str
    translator: str
    date: str
    language: str
    encoding: str
    note: str
    abbreviations: tuple[str, ...] = ()
    telegraph: bool | None = None
    furniture: bool | None = None
    ignored_words: tuple[IgnoredWords, ...] = ()
    corrections: tuple[Correction, ...] = ()
    original: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text in its renderings.

    Attributes:
        name: Its name in files and commands.
        title: Title for readers; empty if there is none.
        note: Remark for readers; empty if there is none.
        seed: The text that the others are compared with.
        others: The other texts: first in the order of ``variants.toml``, then those that only the
            folder has, in natural order of their sigla.
        links: Sentences of the seed and of the others that are one bead, or never share one.
        notices: Remarks about the files in its folder.
    """

    name: str
    title: str
    note: str
    seed: WitnessFile
    others: tuple[WitnessFile, ...]
    links: tuple[SentenceLink, ...]
    notices: tuple[Notice, ...]

    def __post_init__(self) -> None:
        sources: dict[str, str] = {}
        for file in (self.seed, *self.others):
            if file.siglum in sources:
                raise SiglumTwice(file.siglum, sources[file.siglum], file.source)
            sources[file.siglum] = file.source


def find_documents(root: Path, file: SettingsFile) -> tuple[Document, ...]:
    """Return the documents that the folders under ``root`` and ``variants.toml`` name, by name."""
    tables = {table.name: table for table in file.documents}
    names = {*tables, *_names_in_folders(root, file)}
    return tuple(
        _document(root, file, tables.get(name, DocumentTable(name)))
        for name in sorted(names, key=natural_sort_key)
    )


def unread_notices(root: Path, folder: Path, file: SettingsFile) -> Iterator[Notice]:
    """Yield a notice if a folder of texts has files that are not read."""
    from variants.readers.formats import text_suffixes  # noqa: PLC0415 - see _is_text

    named = _named_in(file)
    names = [
        path.name
        for path in _files_in(folder)
        if not _is_text(path) and _source(root, path) not in named and not _is_readme(path)
    ]
    if names:
        where = folder.relative_to(root).as_posix()
        yield Notice(
            "",
            f"Not read in {where}: {listed(names)}. "
            f"Names of texts end in {' or '.join(text_suffixes())}.",
        )


def _names_in_folders(root: Path, file: SettingsFile) -> set[str]:
    """Return the names of seeds, and of folders that contain texts.

    A seed that ``variants.toml`` assigns to a document is not a document of its own.
    """
    named = _named_in(file)
    seeds = {path.stem for path in _texts_in(root / "seeds") if _source(root, path) not in named}
    folder = root / "variants"
    others = [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    return seeds | {path.name for path in others if _texts_in(path)}


def _named_in(file: SettingsFile) -> set[str]:
    """Return the files that ``variants.toml`` names, as seen from its folder."""
    seeds = [table.seed for table in file.documents]
    others = [each.file for table in file.documents for each in table.witnesses]
    return {os.path.normpath(name) for name in (*seeds, *others) if name}


def _source(root: Path, path: Path) -> str:
    return os.path.normpath(path.relative_to(root))


def _texts_in(folder: Path) -> list[Path]:
    """Return the files in a folder that a reader takes, by name."""
    return [path for path in _files_in(folder) if _is_text(path)]


def _files_in(folder: Path) -> list[Path]:
    """Return the files in a folder by name, without hidden ones and backups of editors."""
    if not folder.is_dir():
        return []
    paths = sorted(folder.iterdir(), key=lambda path: natural_sort_key(path.name))
    return [
        path for path in paths if path.is_file() and path.name[0] != "." and path.name[-1] != "~"
    ]


def _is_text(path: Path) -> bool:
    """Return True if a file has the suffix of texts that editions keep."""
    # Inside, since the readers import libraries that a list of documents does without.
    from variants.readers.formats import text_suffixes  # noqa: PLC0415

    return path.suffix.lower() in text_suffixes()


def _is_readme(path: Path) -> bool:
    return path.stem.casefold() == "readme"


def _document(root: Path, file: SettingsFile, table: DocumentTable) -> Document:
    """Return one document: the files in its folder, with the details in its table."""
    siglum = table.siglum or SEED_SIGLUM
    details = next((each for each in table.witnesses if each.siglum == siglum), None)
    seed = _seed(root, file, table, details or WitnessTable(siglum))
    named = [_other(root, file, table, each) for each in table.witnesses if each is not details]
    known = {os.path.normpath(each.source) for each in (seed, *named)}
    folder = root / "variants" / table.name
    found = [
        _found(root, path, WitnessTable(path.stem), file)
        for path in _texts_in(folder)
        if _source(root, path) not in known
    ]
    for each in found:
        if not is_siglum(each.siglum):
            raise NotASiglum(each.siglum, where=str(each.path))
    found.sort(key=lambda each: natural_sort_key(each.siglum))
    return Document(
        name=table.name,
        title=table.title,
        note=table.note,
        seed=_with_corrections(seed, file, table.name),
        others=tuple(_with_corrections(each, file, table.name) for each in (*named, *found)),
        links=links_of(file.links, table.name),
        notices=tuple(unread_notices(root, folder, file)),
    )


def _with_corrections(witness: WitnessFile, file: SettingsFile, document: str) -> WitnessFile:
    """Return a file with the abbreviations and corrections for its segmentation."""
    return dataclasses.replace(
        witness,
        abbreviations=file.abbreviations,
        telegraph=file.telegraph,
        furniture=file.furniture,
        ignored_words=file.ignored_words,
        corrections=corrections_of(file.segments, document, witness.siglum),
    )


def _seed(
    root: Path, file: SettingsFile, table: DocumentTable, details: WitnessTable
) -> WitnessFile:
    """Return the seed: the file that ``variants.toml`` names, or the one in ``seeds/``."""
    key = ("documents", table.name)
    if table.seed and details.file:
        raise file.error(
            (*key, "witnesses", details.siglum, "file"),
            problem=f"the file of the seed {details.siglum} is named twice.",
            hint=f"Name it once: seed = … under [documents.{table.name}], or file = … here.",
        )
    if table.seed:
        return _named(root, table.seed, details, file, (*key, "seed"))
    if details.file:
        return _named(
            root, details.file, details, file, (*key, "witnesses", details.siglum, "file")
        )
    found = [path for path in _texts_in(root / "seeds") if path.stem == table.name]
    if len(found) > 1:
        raise SeveralSeeds(table.name, [path.relative_to(root).as_posix() for path in found])
    if not found and table in file.documents:
        raise file.error(
            key,
            problem=f"{table.name} has no seed, and seeds/{table.name}.txt does not exist.",
            hint='Name its file in this table: seed = "…".',
        )
    if not found:
        unread = [path.name for path in _files_in(root / "seeds") if path.stem == table.name]
        raise NoSeed(table.name, unread=f"seeds/{unread[0]}" if unread else "")
    return _found(root, found[0], details, file)


def _other(
    root: Path, file: SettingsFile, table: DocumentTable, details: WitnessTable
) -> WitnessFile:
    """Return a witness in ``variants.toml``: the file it names, or the one with its siglum."""
    key = ("documents", table.name, "witnesses", details.siglum)
    if details.file:
        return _named(root, details.file, details, file, (*key, "file"))
    folder = root / "variants" / table.name
    found = next((path for path in _texts_in(folder) if path.stem == details.siglum), None)
    if found is None:
        raise file.error(
            key,
            problem=f"variants/{table.name}/{details.siglum}.txt does not exist.",
            hint="If the file has a new name, give it to this table too, or write it into the "
            'table: file = "…". If you have removed the file, remove the table.',
        )
    return _named(root, f"variants/{table.name}/{found.name}", details, file, key)


def _named(
    root: Path, source: str, details: WitnessTable, file: SettingsFile, key: tuple[str, ...]
) -> WitnessFile:
    """Return the file ``source``, seen from ``root``, that ``variants.toml`` names at ``key``."""
    path = root / source
    if not _is_inside(root, path):
        raise file.error(
            key,
            problem=f"{source} is outside the folder of the edition.",
            hint="Copy the file into the edition, such as to variants/NAME/A.txt.",
        )
    if not _is_file(path):
        problem = "is a folder, not a file" if _is_folder(path) else "does not exist"
        raise file.error(
            key,
            problem=f"{source} {problem}.",
            hint="Write the path as seen from the folder of variants.toml.",
        )
    return _with_details(root, path, Path(source), details, file)


def _found(root: Path, path: Path, details: WitnessTable, file: SettingsFile) -> WitnessFile:
    """Return a file that is in the folder for it.

    Raises:
        OutsideEdition: It is a symbolic link to a file outside the edition.
    """
    if not _is_inside(root, path):
        raise OutsideEdition(path)
    return _with_details(root, path, path.relative_to(root), details, file)


def _is_file(path: Path) -> bool:
    """Return True if there is a file; False also for a name that is too long for one."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_inside(root: Path, path: Path) -> bool:
    """Return True if a file is in the folder of the edition, also if it is a symbolic link.

    An edition may come from another person, and must not print other files of this computer.
    """
    # A circle of links, or a name that no file can have; reading it reports that.
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        return path.resolve().is_relative_to(root.resolve())
    return True


def _with_details(
    root: Path, path: Path, source: Path, details: WitnessTable, file: SettingsFile
) -> WitnessFile:
    """Return a file with the details that ``variants.toml`` has for it."""
    return WitnessFile(
        siglum=details.siglum,
        path=path,
        source=source.as_posix(),
        title=details.title,
        translator=details.translator,
        date=details.date,
        language=details.language or file.language or Settings().language,
        encoding=details.encoding,
        note=details.note,
        original=_original(root, details, file) if details.original else "",
        reader=details.reader,
    )


def _original(root: Path, details: WitnessTable, file: SettingsFile) -> str:
    """Return the original that a table names, which must be in the edition."""
    if not _is_inside(root, root / details.original.partition("::")[0]):
        where = next(
            ("documents", document.name, "witnesses", details.siglum, "original")
            for document in file.documents
            if details in document.witnesses
        )
        raise file.error(
            where,
            problem=f"{details.original} is outside the folder of the edition.",
            hint="Copy the file into the edition, such as to originals/NAME/A.docx.",
        )
    return details.original
