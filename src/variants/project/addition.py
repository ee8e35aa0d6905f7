"""Addition of documents and witnesses to an edition that exists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors import AlreadyThere, BadDocumentName, CannotWrite, UnknownName
from variants.project.complete_edition import ADDED, write_together
from variants.project.documents import EditionOnDisk
from variants.project.name_check import is_document_name
from variants.project.scaffold import GivenText, files_of, witness_table
from variants.project.settings_file import NAME
from variants.project.witness_files import SEED_SIGLUM


def document_to_extend(edition: EditionOnDisk, name: str) -> str:
    """Return the name of the document that gets witnesses: the given one, or the only one.

    Raises:
        UnknownName: There is none of this name, or several and none is given.
    """
    names = [document.name for document in edition.documents]
    if name in names:
        return name
    if not name and len(names) == 1:
        return names[0]
    raise UnknownName(name, names, what="document")


def add_witnesses(edition: EditionOnDisk, name: str, texts: Sequence[GivenText]) -> list[Path]:
    """Add texts to a document, and return the files that were created.

    Raises:
        AlreadyThere: There is a file in the place of a new one.
        CannotWrite: A file cannot be written; then none is left.
    """
    return _add(edition.root, name, [(f"variants/{name}/{one.siglum}", one) for one in texts], "")


def add_document(
    edition: EditionOnDisk, name: str, title: str, texts: Sequence[GivenText]
) -> list[Path]:
    """Add a document of texts, the seed first, and return the files that were created.

    Raises:
        BadDocumentName: The name cannot be that of a file.
        AlreadyThere: There is such a document, or a file in the place of a new one.
        CannotWrite: A file cannot be written; then none is left.
    """
    if not is_document_name(name):
        raise BadDocumentName(name)
    if name in [document.name for document in edition.documents]:
        raise AlreadyThere(edition.root / "variants" / name)
    seed, *others = texts
    stems = [(f"seeds/{name}", seed), *((f"variants/{name}/{one.siglum}", one) for one in others)]
    return _add(edition.root, name, stems, title)


def _add(root: Path, name: str, stems: Sequence[tuple[str, GivenText]], title: str) -> list[Path]:
    contents = {place: data for stem, one in stems for place, data in files_of(one, stem, name)}
    tables = {Path(NAME): _tables(name, stems, title)}
    try:
        write_together(root, contents | tables, ADDED)
    except OSError as error:
        raise CannotWrite(error.filename or root, error.strerror or str(error)) from error
    return [root / place for place in contents]


def _tables(name: str, stems: Sequence[tuple[str, GivenText]], title: str) -> bytes:
    """Return the tables of ``variants.toml`` for the new texts."""
    import tomlkit  # noqa: PLC0415 - it takes its time

    document = tomlkit.table(is_super_table=not title)
    if title:
        document.add("title", title)
    witnesses = tomlkit.table(is_super_table=True)
    for stem, one in stems:
        if stem.startswith("seeds/") and one.siglum != SEED_SIGLUM:
            document.add("siglum", one.siglum)
        witnesses.add(one.siglum, witness_table(one, name))
    document.add("witnesses", witnesses)
    documents = tomlkit.table(is_super_table=True)
    documents.add(name, document)
    file = tomlkit.document()
    file.add("documents", documents)
    return tomlkit.dumps(file).encode("utf-8", "replace")
