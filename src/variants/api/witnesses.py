"""Texts from Python as witnesses, and their comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from variants.api.comparison import Comparison
from variants.errors import (
    EmptyText,
    InvalidValue,
    NotASiglum,
    SeveralTexts,
    TooFewWitnesses,
    UnknownName,
)
from variants.gc_pause import gc_paused
from variants.languages import is_tag
from variants.project.document_texts import DocumentTexts, compare_texts
from variants.project.sigla import default_sigla, sigla_for
from variants.project.witness_files import SEED_SIGLUM
from variants.readers.file_text import ReadOptions
from variants.readers.formats import witness_of
from variants.readers.opened_file import open_file, texts_of
from variants.readers.plain import read_text
from variants.settings import Settings
from variants.types.notice import Notice
from variants.types.witness import Witness, is_siglum

Text: TypeAlias = str | Path | Witness
"""A text: its words, the path of its file, or a witness that was read already."""

_LONGEST_NAME = 255  # Most characters of a file name.


def read(  # noqa: PLR0913 - a keyword for each property of a text
    path: str | Path,
    *,
    siglum: str,
    language: str = "en",
    encoding: str = "",
    title: str = "",
    translator: str = "",
    date: str = "",
    furniture: bool = True,
) -> Witness:
    """Read a file.

    Args:
        path: The file, or FILE::NAME for one of several texts in it.
        siglum: Short name of the witness, for example ``"A"``.
        language: BCP 47 tag of the text.
        encoding: Encoding of the file; detected if empty.
        title: Title of the witness for readers.
        translator: Its translator.
        date: Its date.
        furniture: False to compare page numbers, running heads, and marks of notes and editors.

    Raises:
        InputError: The file cannot be read.
        SettingsError: The siglum, the language or the encoding is invalid.
    """
    if not is_siglum(siglum):
        raise NotASiglum(siglum, where="siglum")
    _check_language(language)
    options = ReadOptions(encoding or None, language)
    file = open_file(Path(path), options)
    texts = texts_of(file, options)
    if len(texts) > 1:
        raise SeveralTexts(file.path, [text.name for _, text in texts])
    ((source, text),) = texts
    blank = Witness(
        siglum,
        "",
        language=language,
        title=title,
        translator=translator,
        date=date,
        furniture=furniture,
    )
    return witness_of(text, source, blank)


def compare(  # noqa: PLR0913 - a keyword for each property of the texts
    seed: Text,
    *others: Text,
    sigla: Sequence[str] = (),
    titles: Mapping[str, str] | None = None,
    title: str = "",
    language: str = "",
    encoding: str = "",
    furniture: bool = True,
    settings: Settings | None = None,
) -> Comparison:
    """Compare a seed with other renderings of it.

    A ``str`` is the text itself and a ``Path`` is a file. A ``Witness`` keeps its siglum, title
    and language.

    Args:
        seed: The text that the others are compared with.
        others: The other renderings, in the order of all lists of witnesses.
        sigla: Short names, one for each text (default: S for the seed, then A, B and so on).
        titles: Titles of witnesses for readers, by siglum.
        title: Title of the document.
        language: BCP 47 tag of the texts (default: that of the settings, which is ``"en"``).
        encoding: Encoding of the files (default: detected).
        furniture: False to compare page numbers and marks of editors too. A ``Witness`` has its
            own value.
        settings: Method of each stage, and terms, names and rules of the edition.

    Raises:
        InputError: A file cannot be read, or a text has no words.
        SettingsError: There is one text only, or an argument is invalid.

    Examples:
        >>> found = compare("We must go.", "We should go.", "We must leave.", sigla=["S", "Y", "L"])
        >>> [(row.lemma, row.reading, row.sigla) for row in found.places]
        [('must', 'should', ('Y',)), ('go', 'leave', ('L',))]
    """
    texts = (seed, *others)
    if not others:
        raise TooFewWitnesses(len(texts))
    settings = settings or Settings()
    settings = replace(settings, language=language or settings.language)
    _check_language(settings.language)
    witnesses = [
        _witness(text, siglum, settings.language, encoding, furniture=furniture)
        for text, siglum in zip(texts, _sigla(texts, sigla), strict=True)
    ]
    witnesses = _with_titles(witnesses, titles or {})
    with gc_paused():
        return Comparison(compare_texts(DocumentTexts("", title, tuple(witnesses), settings)))


def _sigla(texts: Sequence[Text], sigla: Sequence[str]) -> list[str]:
    """Return a siglum for each text; witnesses keep their own unless ``sigla`` has others."""
    if sigla:
        return list(sigla_for([_name(text, n) for n, text in enumerate(texts, 1)], sigla))
    own = [text.siglum if isinstance(text, Witness) else "" for text in texts]
    free = default_sigla(own)
    return [own[0] or SEED_SIGLUM, *(siglum or next(free) for siglum in own[1:])]


def _name(text: Text, number: int) -> str:
    return str(text) if isinstance(text, Path) else f"text {number}"


def _witness(text: Text, siglum: str, language: str, encoding: str, *, furniture: bool) -> Witness:
    if isinstance(text, Witness):
        return replace(text, siglum=siglum)
    if isinstance(text, Path):
        return read(text, siglum=siglum, language=language, encoding=encoding, furniture=furniture)
    if not text.strip():
        raise EmptyText(siglum)
    notices = (_path_notice(text, siglum),) if _names_a_file(text) else ()
    blank = Witness(siglum, "", language=language, notices=notices, furniture=furniture)
    return read_text(text, blank)


def _names_a_file(text: str) -> bool:
    """Return True if a text is the name of a file, which was probably meant."""
    try:
        return len(text) <= _LONGEST_NAME and "\n" not in text and Path(text).is_file()
    except ValueError:  # For example a null character.
        return False


def _path_notice(text: str, siglum: str) -> Notice:
    message = f"The string {text!r} was compared as a text. For the file give Path({text!r})."
    return Notice(siglum, message)


def _with_titles(witnesses: Sequence[Witness], titles: Mapping[str, str]) -> list[Witness]:
    sigla = [witness.siglum for witness in witnesses]
    for siglum in titles:
        if siglum not in sigla:
            raise UnknownName(siglum, sigla, what="witness")
    return [replace(one, title=titles.get(one.siglum, one.title)) for one in witnesses]


def _check_language(tag: str) -> None:
    if not is_tag(tag):
        hint = "Use a language tag, such as en, fr, zh or pt-BR."
        raise InvalidValue(tag, option="language", hint=hint)
