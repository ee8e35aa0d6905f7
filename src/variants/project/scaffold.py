"""Creation of an edition from files."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.errors import BadDocumentName, CannotWrite
from variants.project.name_check import is_document_name
from variants.project.settings_file import NAME
from variants.project.witness_files import SEED_SIGLUM
from variants.readers.file_bytes import read_bytes
from variants.readers.formats import suffix_of
from variants.wording.atomic_files import create_file


@dataclass(frozen=True, slots=True)
class GivenText:
    """A file for a new edition.

    Attributes:
        siglum: Siglum of the witness.
        path: The file to copy.
        encoding: Encoding of the file; empty to detect it.
        language: BCP 47 tag of its language; empty for the default.
    """

    siglum: str
    path: Path
    encoding: str = ""
    language: str = ""


def make_edition(root: Path, *, name: str, title: str, texts: Sequence[GivenText]) -> list[Path]:
    """Make ``root`` an edition with one document, of copies of ``texts``, the seed first.

    The files are copied byte for byte. A text that is already in its place stays there. Either all
    files are created or none.

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
    contents = {root / NAME: _settings(name, title, texts)}
    for number, text in enumerate(texts):
        content = read_bytes(text.path)
        stem = f"variants/{name}/{text.siglum}" if number else f"seeds/{name}"
        place = root / f"{stem}{suffix_of(text.path, content)}"
        if not (place.exists() and place.samefile(text.path)):
            contents[place] = content
    _write_all(contents)
    return list(contents)


def _write_all(contents: dict[Path, bytes]) -> None:
    """Write all files, or none."""
    made: list[Path] = []
    try:
        for path, content in contents.items():
            for folder in _missing_folders(path.parent):
                folder.mkdir()
                made.append(folder)
            create_file(path, content)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            # An error during the cleanup must not hide the first error.
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _missing_folders(folder: Path) -> list[Path]:
    """Return the folders to create for ``folder``, outermost first."""
    return [each for each in (*reversed(folder.parents), folder) if not each.exists()]


def _settings(name: str, title: str, texts: Sequence[GivenText]) -> bytes:
    """Return a ``variants.toml`` with the known details and empty fields for others."""
    import tomlkit  # noqa: PLC0415 - only here, and it takes its time

    document = tomlkit.table()
    document.add("title", title)
    if texts[0].siglum != SEED_SIGLUM:
        document.add("siglum", texts[0].siglum)
    witnesses = tomlkit.table(is_super_table=True)
    for text in texts:
        witness = tomlkit.table()
        # An empty title shows where to write one.
        witness.add("title", "")
        for key, value in (("encoding", text.encoding), ("language", text.language)):
            if value:
                witness.add(key, value)
        witnesses.add(text.siglum, witness)
    document.add("witnesses", witnesses)
    documents = tomlkit.table(is_super_table=True)
    documents.add(name, document)
    file = tomlkit.document()
    for line in _COMMENTS:
        file.add(tomlkit.comment(line))
    file.add("documents", documents)
    # Arguments may contain surrogates, which become question marks.
    return tomlkit.dumps(file).encode("utf-8", "replace")


_COMMENTS = (
    "Details about the texts. The seed is in seeds/, the other texts are in variants/NAME/. Each",
    "witness may have, in quotation marks: title, translator, date, language (such as en),",
    "encoding, note, and file if its file is elsewhere.",
)
