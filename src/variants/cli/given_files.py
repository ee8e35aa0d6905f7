"""Files that become texts of an edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from variants.cli.sources import SourceOptions
from variants.project.scaffold import GivenText
from variants.readers.file_bytes import read_bytes
from variants.readers.formats import PLAIN, READERS, file_of, reader_of
from variants.readers.read_choices import written_choices
from variants.types.witness import Witness

_USUAL = frozenset({"", "ascii", "utf-8", "utf-8-sig"})
"""Encodings that need no mention in the settings."""


def given_texts(
    witnesses: Sequence[Witness], files: Sequence[Path], request: SourceOptions, default: str
) -> list[GivenText]:
    """Return the texts for an edition, each with its file; a single file may have several.

    A language is kept if it was given, or if the file states another than ``default``.
    """
    paths = list(files) if len(files) == len(witnesses) else [*files] * len(witnesses)
    return [
        _given(witness, path, request, default)
        for witness, path in zip(witnesses, paths, strict=True)
    ]


def _given(witness: Witness, path: Path, request: SourceOptions, default: str) -> GivenText:
    file, _ = file_of(path)
    reading = request.reading
    reader = reader_of(file, read_bytes(file))
    if reader is READERS[PLAIN]:
        own = reading.encoding or ("" if witness.encoding in _USUAL else witness.encoding)
        return GivenText(witness.siglum, file, own, reading.language)
    encoding = reading.encoding if reader.has_encoding else None
    return GivenText(
        witness.siglum,
        file,
        language=reading.language or ("" if witness.language == default else witness.language),
        read=witness,
        part=witness.source.removeprefix(file.as_posix()).removeprefix("::"),
        choices=written_choices(replace(reading, encoding=encoding)),
    )
