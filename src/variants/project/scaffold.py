"""Creation of an edition from files."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variants.errors import BadDocumentName, CannotWrite
from variants.project.complete_edition import (
    READY,
    complete_edition,
    missing_folders,
    write_together,
)
from variants.project.name_check import is_document_name
from variants.project.read_places import places_file, write_places
from variants.project.settings_file import NAME
from variants.project.witness_files import SEED_SIGLUM
from variants.readers.opened_file import OpenedFile
from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line

if TYPE_CHECKING:
    from tomlkit.items import Table


@dataclass(frozen=True, slots=True)
class GivenText:
    """A file for a new edition.

    Attributes:
        siglum: Siglum of the witness.
        file: The file to copy.
        encoding: Encoding of the file; empty to detect it.
        language: BCP 47 tag of its language; empty for the default.
        read: The witness that was read from it, if it is not plain text.
        part: Name of the text in a file that has several; empty in others.
        kept_as: Name of the original in the edition, without suffix; empty for the siglum. Texts of
            one file have the same.
        choices: Options of the reader that are not the default: ``"--changes reject"``.
    """

    siglum: str
    file: OpenedFile
    encoding: str = ""
    language: str = ""
    read: Witness | None = None
    part: str = ""
    kept_as: str = ""
    choices: str = ""


def make_edition(root: Path, *, name: str, title: str, texts: Sequence[GivenText]) -> list[Path]:
    """Make ``root`` an edition with one document, of copies of ``texts``, the seed first.

    Plain text is copied byte for byte. Of other files the text that was read becomes the witness,
    since decisions refer to it, and the file is copied to ``originals/``. A text that is already in
    its place stays there. Either all files are created or none: what a killed run has begun, the
    next run in the folder completes.

    Returns:
        The files that were created, ``variants.toml`` first.

    Raises:
        AlreadyThere: Another file would be overwritten.
    """
    if not is_document_name(name):
        raise BadDocumentName(name)
    try:
        return _make(root, name, title, texts)
    except OSError as error:
        raise CannotWrite(error.filename or root, error.strerror or str(error)) from error


def _make(root: Path, name: str, title: str, texts: Sequence[GivenText]) -> list[Path]:
    contents = {Path(NAME): _settings(name, title, texts)}
    for number, text in enumerate(texts):
        stem = f"variants/{name}/{text.siglum}" if number else f"seeds/{name}"
        contents |= {
            place: content
            for place, content in files_of(text, stem, name)
            if not _is_there(root / place, text.file.path)
        }
    missing = missing_folders(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        complete_edition(root)
        write_together(root, contents, READY)
    except BaseException:
        # An error during the cleanup must not hide the first error.
        with contextlib.suppress(OSError):
            for folder in reversed(missing):
                folder.rmdir()
        raise
    return [root / place for place in contents]


def _is_there(place: Path, path: Path) -> bool:
    """Return True if a file is in its place already."""
    return place.exists() and path.exists() and place.samefile(path)


def files_of(text: GivenText, stem: str, name: str) -> Iterator[tuple[Path, bytes]]:
    """Yield the places and contents of the files for a text: alone, or with its original."""
    content = text.file.data
    if text.read is None:
        yield Path(f"{stem}{text.file.suffix}"), content
        return
    original = _original_of(text, name)
    yield Path(f"{stem}.txt"), text.read.text.encode("utf-8", "replace")
    yield Path(original), content
    yield Path(places_file(original, text.siglum)), write_places(text.read)


def _original_of(text: GivenText, name: str) -> str:
    """Return the place of the original of a text, as seen from the edition."""
    return f"originals/{name}/{text.kept_as or text.siglum}{text.file.suffix}"


def _settings(name: str, title: str, texts: Sequence[GivenText]) -> bytes:
    """Return a ``variants.toml`` with the known details and empty fields for others."""
    import tomlkit  # noqa: PLC0415 - only here, and it takes its time

    document = tomlkit.table()
    document.add("title", title)
    if texts[0].siglum != SEED_SIGLUM:
        document.add("siglum", texts[0].siglum)
    witnesses = tomlkit.table(is_super_table=True)
    for text in texts:
        witnesses.add(text.siglum, witness_table(text, name))
    document.add("witnesses", witnesses)
    documents = tomlkit.table(is_super_table=True)
    documents.add(name, document)
    file = tomlkit.document()
    for line in _COMMENTS:
        file.add(tomlkit.comment(line))
    file.add("furniture", tomlkit.item(True).comment(_FURNITURE))  # noqa: FBT003 - a value
    file.add("documents", documents)
    # Arguments may contain surrogates, which become question marks.
    return tomlkit.dumps(file).encode("utf-8", "replace")


def witness_table(text: GivenText, name: str) -> Table:
    """Return the table of a witness in ``variants.toml``."""
    import tomlkit  # noqa: PLC0415 - it takes its time

    table = tomlkit.table()
    table.add("title", _title_of(text))
    for key, value in _details_of(text, name):
        if value:
            table.add(key, value)
    return table


def _title_of(text: GivenText) -> str:
    """Return the name of the file, often the only clue to the text, and that inside the file."""
    inside = sanitize_line(text.read.title).strip() if text.read is not None else ""
    file = sanitize_line(text.file.path.stem).strip()
    if text.kept_as not in {"", text.siglum}:
        return inside or file
    return f"{file}, {inside}" if inside else file


def _details_of(text: GivenText, name: str) -> tuple[tuple[str, str], ...]:
    """Return the known keys and values of the table of a witness; some are empty."""
    details = (("encoding", text.encoding), ("language", text.language))
    if text.read is None:
        return details
    return (
        *details,
        ("original", _original_of(text, name) + (f"::{text.part}" if text.part else "")),
        ("reader", f"{text.file.form} {text.file.reader.version} {text.choices}".rstrip()),
    )


_FURNITURE = "page numbers, and marks of notes and editors, are set aside"
_COMMENTS = (
    "Details about the texts. The seed is in seeds/, the other texts are in variants/NAME/. Each",
    "witness may have, in quotation marks: title, translator, date, language (such as en),",
    "encoding, note, and file if its file is in another folder of the edition.",
)
