"""Originals of an edition's texts, read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from variants.project.documents import EditionOnDisk
from variants.project.witness_files import WitnessFile
from variants.readers.read_choices import read_choices
from variants.types.witness import Witness


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """A text of an edition, and its original as it is read today.

    Attributes:
        document: Name of the document.
        file: The text of the edition.
        kept: The text that the edition has.
        now: The text that the original gives now, by the same choices.
    """

    document: str
    file: WitnessFile
    kept: Witness
    now: Witness

    @property
    def differs(self) -> bool:
        """True if the original gives another text than the edition has."""
        return self.kept.text != self.now.text


def read_originals(edition: EditionOnDisk) -> Iterator[ReadAgain]:
    """Yield the texts that were read from originals, each with its original read again.

    Raises:
        InputError: An original cannot be read.
    """
    from variants.readers.formats import (  # noqa: PLC0415 - imports libraries
        read_witness,
        witness_of,
    )
    from variants.readers.opened_file import open_file, texts_of  # noqa: PLC0415

    for document in edition.documents:
        for file in (document.seed, *document.others):
            if not file.original:
                continue
            kept = read_witness(
                file.path, siglum="S", encoding=file.encoding or None, language=file.language
            )
            options = replace(
                read_choices(file.reader, file.language), input_format=_form(file.reader)
            )
            opened = open_file(edition.root / file.original, options)
            ((source, text),) = texts_of(opened, options)
            blank = Witness("A", "", language=file.language)
            now = witness_of(text, Path(source).name, blank)
            yield ReadAgain(document.name, file, kept, now)


def _form(reader: str) -> str:
    """Return the format that settings name; empty if this version does not read it."""
    from variants.readers.formats import readable  # noqa: PLC0415 - imports libraries

    name = reader.partition(" ")[0]
    return name if name in readable() else ""
