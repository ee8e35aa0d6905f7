"""Files that become texts of an edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from variants.project.scaffold import GivenText
from variants.readers.file_text import ReadOptions
from variants.readers.formats import PLAIN
from variants.readers.opened_file import OpenedFile
from variants.readers.read_choices import chosen_options, written_choices
from variants.types.witness import Witness

_USUAL = frozenset({"", "ascii", "utf-8", "utf-8-sig"})
"""Encodings that need no mention in the settings."""


def given_texts(
    witnesses: Sequence[Witness],
    files: Sequence[OpenedFile],
    reading: ReadOptions,
    default: str,
    *,
    is_new: bool = True,
) -> list[GivenText]:
    """Return the texts for an edition, each with its file; a single file may have several.

    A language is kept if it was given, or if the file states another than ``default``. A file with
    all texts of a new document is kept as ``"texts"``, and others by the first siglum.
    """
    paired = list(files) if len(files) == len(witnesses) else [*files] * len(witnesses)
    is_only = is_new and len(paired) > 1 and len({file.path for file in paired}) == 1
    names: dict[Path, str] = {}
    for witness, file in zip(witnesses, paired, strict=True):
        names.setdefault(file.path, "texts" if is_only else witness.siglum)
    return [
        _given(witness, file, reading, default, names[file.path])
        for witness, file in zip(witnesses, paired, strict=True)
    ]


def _given(
    witness: Witness, file: OpenedFile, reading: ReadOptions, default: str, kept_as: str
) -> GivenText:
    # The settings have the format already.
    reading = replace(file.effective(reading), input_format="")
    if file.form == PLAIN and not chosen_options(replace(reading, encoding=None)):
        own = reading.encoding or ("" if witness.encoding in _USUAL else witness.encoding)
        return GivenText(witness.siglum, file, own, reading.language)
    source = witness.source.removeprefix(file.path.as_posix())
    return GivenText(
        witness.siglum,
        file,
        language=reading.language or ("" if witness.language == default else witness.language),
        read=witness,
        part=source.removeprefix("::"),
        kept_as=kept_as if source else "",
        choices=written_choices(reading),
    )
