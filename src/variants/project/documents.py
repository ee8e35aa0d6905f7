"""An edition on disk: its folder, its documents and their texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variants.errors import NotAnEdition, NotPlainText, UnknownName
from variants.project.complete_edition import complete_edition
from variants.project.name_check import check_names
from variants.project.read_places import places_file, with_places
from variants.project.settings_file import NAME, SettingsFile, read_settings_file
from variants.project.toml_tables import Source
from variants.project.witness_files import Document, WitnessFile, find_documents, unread_notices
from variants.readers.read_choices import read_choices, written_choices
from variants.settings import Settings
from variants.types.notice import Notice
from variants.types.witness import Witness
from variants.ways import STAGES, check_way


@dataclass(frozen=True, slots=True)
class EditionOnDisk:
    """Documents and settings of an edition, as its files have them.

    Attributes:
        root: The folder.
        title: Title of the whole; empty if there is none.
        documents: Its documents, by name.
        settings: Settings for all of them.
        notices: Remarks about its files for the person who works on it.
    """

    root: Path
    title: str
    documents: tuple[Document, ...]
    settings: Settings
    notices: tuple[Notice, ...]


def find_edition(folder: Path) -> Path:
    """Return the root of an edition: ``folder``, or the nearest folder above that is one.

    A root has a ``variants.toml``, or the folders ``seeds`` and ``variants``. If the making of one
    was interrupted, it is completed first.

    Raises:
        NotAnEdition: No folder up to the root is an edition.
    """
    for root in (folder, *folder.absolute().parents):
        complete_edition(root)
        if (root / NAME).exists() or ((root / "seeds").is_dir() and (root / "variants").is_dir()):
            return root
    raise NotAnEdition(folder.absolute())


def read_edition(root: Path) -> EditionOnDisk:
    """Return the edition in a folder, with the details in its ``variants.toml``, if any.

    Files such as ``seeds/NAME.txt`` and ``variants/NAME/SIGLUM.txt`` need no ``variants.toml``. It
    adds details, files in other folders of the edition, and other sigla.
    """
    path = root / NAME
    file = read_settings_file(path) if path.exists() else SettingsFile(Source(path))
    documents = find_documents(root, file)
    sigla = {each.name: [one.siglum for one in (each.seed, *each.others)] for each in documents}
    others = {name: others for name, (_, *others) in sigla.items()}
    check_names(file.source, "segments", file.segments, sigla)
    check_names(file.source, "links", file.links, others)
    notices = (*unread_notices(root, root / "seeds", file), *_link_notices(file))
    return EditionOnDisk(root, file.title, documents, _settings(file), notices)


def log_address(root: Path) -> str:
    """Return the address of the edition's database for its log; empty if the log is in files."""
    path = root / NAME
    return read_settings_file(path).log.store if path.exists() else ""


def has_log(root: Path) -> bool:
    """Return True if the edition in ``root`` may have a log."""
    return (root / "decisions").is_dir() or bool(log_address(root))


def read_document(document: Document) -> list[Witness]:
    """Return the witnesses of a document, the seed first; remarks about them are notices."""
    # Inside, since a list of documents does without it.
    from variants.segmenters.furniture.finder import unset_line  # noqa: PLC0415

    witnesses = []
    for file in (document.seed, *document.others):
        witness = _read_witness(file)
        notices = [Notice(file.siglum, file.note)] if file.note else []
        if file is document.seed:
            about_all = [Notice("", document.note)] if document.note else []
            notices = [*about_all, *document.notices, *notices]
        if file.furniture is None:
            line = unset_line(witness.text, witness.language)
            notices += [Notice(file.siglum, line)] if line else []
        witnesses.append(
            dataclasses.replace(
                witness,
                source=file.source,
                notices=(*notices, *witness.notices),
                abbreviations=file.abbreviations,
                telegraph=file.telegraph,
                furniture=file.furniture is True,
                ignored_words=file.ignored_words,
                corrections=file.corrections,
            )
        )
    return witnesses


def _read_witness(file: WitnessFile) -> Witness:
    """Return the witness in a text file, with its places in the file that it was read from.

    Raises:
        NotPlainText: The file has another format, from which a later version might read another
            text under the decisions.
    """
    # Inside, since the readers import libraries that a list of documents does without.
    from variants.readers.file_bytes import read_bytes  # noqa: PLC0415
    from variants.readers.formats import PLAIN, READERS, read_witness, reader_of  # noqa: PLC0415

    reader = reader_of(file.path, read_bytes(file.path))
    if reader.read is not None and reader is not READERS[PLAIN]:
        raise NotPlainText(file.path, reader.what)
    witness = read_witness(
        file.path,
        siglum=file.siglum,
        encoding=file.encoding or None,
        language=file.language,
        title=file.title,
        translator=file.translator,
        date=file.date,
    )
    if not file.original:
        return witness
    root = file.path.parents[len(Path(file.source).parts) - 1]
    witness = dataclasses.replace(witness, reading=written_choices(read_choices(file.reader, "")))
    placed = with_places(witness, root / places_file(file.original, file.siglum))
    if placed is not None:
        return placed
    message = (
        f"{file.source} was changed after it was read from {file.original}. "
        "Its notes are compared as paragraphs, without their places in that file."
    )
    return dataclasses.replace(witness, notices=(*witness.notices, Notice(file.siglum, message)))


def _settings(file: SettingsFile) -> Settings:
    """Return the settings in ``variants.toml``, with defaults for the rest."""
    for stage in STAGES:
        try:
            check_way(stage, getattr(file, stage))
        except UnknownName as error:
            names = ("settings", stage)
            raise file.error(names, problem=str(error), hint=error.hint) from error
    default = Settings()
    return Settings(
        segmenter=file.segmenter or default.segmenter,
        aligner=file.aligner or default.aligner,
        linker=file.linker or default.linker,
        language=file.language or default.language,
        terms=file.terms,
        ignore=file.ignore,
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
