"""Addition of documents and witnesses to an edition that exists."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variants.errors import AlreadyThere, BadDocumentName, CannotWrite, UnknownName
from variants.project.documents import EditionOnDisk
from variants.project.name_check import is_document_name
from variants.project.scaffold import GivenText, files_of, witness_table
from variants.project.settings_file import NAME
from variants.project.witness_files import SEED_SIGLUM
from variants.wording.atomic_files import create_file, replace_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table


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
    for place in contents:
        if (root / place).exists():
            raise AlreadyThere(root / place)
    settings = _settings(root, name, stems, title)
    made: list[Path] = []
    try:
        for place, content in contents.items():
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            create_file(root / place, content)
            made.append(root / place)
        # Last, since a table must not name a file that does not exist.
        replace_file(root / NAME, settings)
    except BaseException as error:
        for path in made:
            with contextlib.suppress(OSError):
                path.unlink()
        if isinstance(error, OSError):
            raise CannotWrite(error.filename or root, error.strerror or str(error)) from error
        raise
    return made


def _settings(root: Path, name: str, stems: Sequence[tuple[str, GivenText]], title: str) -> bytes:
    """Return ``variants.toml`` with tables for the new texts; everything else stays as it is."""
    import tomlkit  # noqa: PLC0415 - it takes its time

    path = root / NAME
    file = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    document = _table(_table(file, "documents", is_super=True), name)
    if title:
        document["title"] = title
    witnesses = _table(document, "witnesses", is_super=True)
    for stem, one in stems:
        if stem.startswith("seeds/") and one.siglum != SEED_SIGLUM:
            document["siglum"] = one.siglum
        witnesses[one.siglum] = witness_table(one, name)
    return tomlkit.dumps(file).encode("utf-8", "replace")


def _table(parent: TOMLDocument | Table, name: str, *, is_super: bool = False) -> Table:
    """Return a table in another, made if it does not exist."""
    import tomlkit  # noqa: PLC0415 - it takes its time

    if name not in parent:
        parent[name] = tomlkit.table(is_super_table=is_super)
    found: Table = parent[name]
    return found
