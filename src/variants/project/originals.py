"""Originals of an edition's texts, read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from variants.project.documents import EditionOnDisk
from variants.project.witness_files import WitnessFile
from variants.readers.file_text import NotesUse, ReadOptions, TrackedChanges
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
        read_named,
        read_witness,
        witness_of,
    )

    for document in edition.documents:
        for file in (document.seed, *document.others):
            if not file.original:
                continue
            kept = read_witness(
                file.path, siglum="S", encoding=file.encoding or None, language=file.language
            )
            options = _options(file)
            ((source, text),) = read_named(edition.root / file.original, options)
            blank = Witness("A", "", language=file.language)
            now = witness_of(text, Path(source).name, blank)
            yield ReadAgain(document.name, file, kept, now)


def _options(file: WitnessFile) -> ReadOptions:
    """Return the choices that the text was read with, which are beside the reader's name."""
    words = file.reader.split()
    chosen = dict(pairwise(words))
    changes, notes = chosen.get("--changes", ""), chosen.get("--notes", "")
    return ReadOptions(
        encoding=None,
        language=file.language,
        changes=TrackedChanges(changes)
        if changes in {each.value for each in TrackedChanges}
        else TrackedChanges.ACCEPT,
        from_page=_number(chosen.get("--from-page", ""), 1),
        to_page=_number(chosen.get("--to-page", ""), 0),
        notes=NotesUse(notes) if notes in {each.value for each in NotesUse} else NotesUse.APART,
    )


def _number(word: str, default: int) -> int:
    return int(word[:9]) if word.isascii() and word.isdigit() else default
