"""Texts of files that were opened, as witnesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from variants.errors import SeveralTexts
from variants.project.sigla import sigla_for
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import witness_of
from variants.readers.opened_file import OpenedFile, texts_of
from variants.readers.read_choices import written_choices
from variants.settings import Settings
from variants.types.witness import Witness, is_siglum

_LONGEST_SIGLUM = 12  # Characters of a name in a file that is taken as a siglum.


@dataclass(frozen=True, slots=True)
class OpenedText:
    """One text of a file.

    Attributes:
        file: The file.
        source: Its name in messages and results, such as ``table.xlsx::Yang``.
        text: The text.
    """

    file: OpenedFile
    source: str
    text: FileText


def texts_of_files(
    files: Sequence[OpenedFile], reading: ReadOptions, settings: Settings
) -> list[OpenedText]:
    """Return the texts of one file, or the text of each of several files.

    Raises:
        SeveralTexts: One of several files has several texts.
    """
    options = replace(reading, language=reading.language or settings.language)
    found = [
        [OpenedText(file, source, text) for source, text in texts_of(file, options)]
        for file in files
    ]
    if len(found) > 1:
        for texts in found:
            require_one(texts)
    return [text for texts in found for text in texts]


def require_one(texts: Sequence[OpenedText]) -> None:
    """Raise an error if a file has several texts, of which one must be named."""
    if len(texts) > 1:
        raise SeveralTexts(texts[0].file.path, [each.text.name for each in texts])


def witnesses_of(
    texts: Sequence[OpenedText], sigla: Sequence[str], reading: ReadOptions, settings: Settings
) -> list[Witness]:
    """Return a witness for each text.

    Args:
        texts: The texts.
        sigla: A siglum for each of them.
        reading: Choices of the reader; without a language that of the file, or of the settings.
        settings: Settings of the comparison.
    """
    counts = Counter(each.text.name for each in texts)
    several = [name for name, count in counts.items() if count > 1]
    return [
        _witness(each, siglum, reading, settings, several)
        for each, siglum in zip(texts, sigla, strict=True)
    ]


def _witness(
    one: OpenedText,
    siglum: str,
    reading: ReadOptions,
    settings: Settings,
    ambiguous: Collection[str],
) -> Witness:
    """Return a text as a witness; an ambiguous name in a file is not its title."""
    text = one.text
    blank = Witness(
        siglum,
        "",
        language=reading.language or text.language or settings.language,
        title=text.name if text.name not in {siglum, *ambiguous} else "",
        reading=written_choices(one.file.effective(reading)),
    )
    return witness_of(text, one.source, blank)


def sigla_of(
    texts: Sequence[OpenedText], given: Sequence[str], default: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return a siglum for each text.

    Args:
        texts: The texts.
        given: Sigla that the user gave for all of them, or none.
        default: Sigla if neither the user nor the file has one for each text.
    """
    named = given or _sigla_in_file([each.text.name for each in texts])
    if not named and len(default) == len(texts):
        named = tuple(default)
    return sigla_for([each.source for each in texts], named)


def _sigla_in_file(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the texts in a file if all can be sigla; otherwise none."""
    short = all(len(name) <= _LONGEST_SIGLUM and is_siglum(name) for name in names)
    return tuple(names) if names and short and len(set(names)) == len(names) else ()
