"""Texts from Python as witnesses, and their comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, Unpack

from variants.api.comparison import Comparison
from variants.api.reading_choices import ReadingChoices, with_choices
from variants.errors import EmptyText, InvalidValue, NotASiglum, TooFewWitnesses, UnknownName
from variants.gc_pause import gc_paused
from variants.languages import is_tag
from variants.project.document_texts import DocumentTexts, compare_texts
from variants.project.sigla import default_sigla, sigla_for
from variants.project.texts_of_files import (
    OpenedText,
    require_one,
    sigla_of,
    texts_of_files,
    witnesses_of,
)
from variants.project.witness_files import SEED_SIGLUM
from variants.readers.file_text import ReadOptions
from variants.readers.opened_file import open_files
from variants.readers.plain import read_text
from variants.readers.read_choices import checked_choices
from variants.settings import Settings
from variants.types.notice import Notice
from variants.types.witness import Witness, is_siglum

Text: TypeAlias = str | Path | Witness
"""A text: its words, the path of its file, or a witness that was read already."""

_LONGEST_NAME = 255  # Most characters of a file name.


@with_choices
def read(  # noqa: PLR0913 - a keyword for each property of a text
    path: str | Path,
    *,
    siglum: str,
    language: str = "",
    encoding: str = "",
    title: str = "",
    translator: str = "",
    date: str = "",
    furniture: bool = True,
    telegraph: bool | None = None,
    **choices: Unpack[ReadingChoices],
) -> Witness:
    """Read a file.

    Args:
        path: The file, or FILE::NAME for one of several texts in it.
        siglum: Short name of the witness, for example ``"A"``.
        language: BCP 47 tag of the text (default: that of the file, else ``"en"``).
        encoding: Encoding of the file; detected if empty.
        title: Title of the witness for readers.
        translator: Its translator.
        date: Its date.
        furniture: False to compare page numbers, running heads, and marks of notes and editors.
        telegraph: True if each STOP ends a sentence, False if none does; ``None`` to judge by
            their rate.
        **choices: Choices of the reader, such as ``changes="reject"``, ``notes="leave-out"``,
            ``from_page=3`` or ``select="main p"``.

    Raises:
        InputError: The file cannot be read.
        SettingsError: The siglum, the language, the encoding or a choice is invalid, or does not
            apply to the file.
    """
    if not is_siglum(siglum):
        raise NotASiglum(siglum, where="siglum")
    reading = _reading(language, encoding, choices)
    files = open_files([Path(path)], reading)
    texts = texts_of_files(files, reading, Settings())
    require_one(texts)
    (witness,) = witnesses_of(texts, [siglum], reading, Settings())
    return replace(
        witness,
        title=title or witness.title,
        translator=translator,
        date=date,
        furniture=furniture,
        telegraph=telegraph,
    )


@with_choices
def compare(  # noqa: PLR0913 - a keyword for each property of the texts
    seed: Text,
    *others: Text,
    sigla: Sequence[str] = (),
    titles: Mapping[str, str] | None = None,
    title: str = "",
    language: str = "",
    encoding: str = "",
    furniture: bool = True,
    telegraph: bool | None = None,
    settings: Settings | None = None,
    **choices: Unpack[ReadingChoices],
) -> Comparison:
    """Compare a seed with other renderings of it.

    A ``str`` is the text itself and a ``Path`` is a file. A ``Witness`` keeps its siglum, title
    and language. One ``Path`` is enough for a file with several texts, of which the first is the
    seed.

    Args:
        seed: The text that the others are compared with.
        others: The other renderings, in the order of all lists of witnesses.
        sigla: Short names, one for each text (default: S for the seed, then A, B and so on; in a
            file with several texts their names).
        titles: Titles of witnesses for readers, by siglum.
        title: Title of the document.
        language: BCP 47 tag of the texts (default: that of a file, else that of the settings,
            which is ``"en"``).
        encoding: Encoding of the files (default: detected).
        furniture: False to compare page numbers and marks of editors too. A ``Witness`` has its
            own value.
        telegraph: True if each STOP ends a sentence, False if none does (default: by their rate).
            A ``Witness`` has its own value.
        settings: Method of each stage, and terms, names and rules of the edition.
        **choices: Choices of the readers of the files, as for ``read``.

    Raises:
        InputError: A file cannot be read, or a text has no words.
        SettingsError: There is one text only, or an argument is invalid.

    Examples:
        >>> found = compare("We must go.", "We should go.", "We must leave.", sigla=["S", "Y", "L"])
        >>> [(row.lemma, row.reading, row.sigla) for row in found.places]
        [('must', 'should', ('Y',)), ('go', 'leave', ('L',))]
    """
    settings = settings or Settings()
    settings = replace(settings, language=language or settings.language)
    _check_language(settings.language)
    reading = _reading(language, encoding, choices)
    _check_texts((seed, *others))
    witnesses = [
        one if isinstance(text, Witness) else replace(one, furniture=furniture, telegraph=telegraph)
        for text, one in _read_texts((seed, *others), sigla, reading, settings)
    ]
    witnesses = _with_titles(witnesses, titles or {})
    with gc_paused():
        return Comparison(compare_texts(DocumentTexts("", title, tuple(witnesses), settings)))


def _reading(language: str, encoding: str, choices: ReadingChoices) -> ReadOptions:
    """Return the choices of the readers of the files."""
    if language:
        _check_language(language)
    reading = checked_choices(choices)
    return replace(reading, language=language, encoding=encoding or None)


def _check_texts(texts: Sequence[object]) -> None:
    """Refuse other values than texts, such as the ``nan`` of an empty cell of a data frame."""
    for number, text in enumerate(texts, 1):
        if not isinstance(text, str | Path | Witness):
            given = "None" if text is None else f"a value of the type {type(text).__name__}"
            hint = "Give each text as a str, a pathlib.Path or a Witness: compare(*texts)"
            raise InvalidValue(given, option=f"text {number}", hint=hint)


def _open_texts(
    texts: Sequence[Text], reading: ReadOptions, settings: Settings
) -> list[OpenedText]:
    """Return the texts of the files; only a single file may have several."""
    files = open_files([text for text in texts if isinstance(text, Path)], reading)
    opened = texts_of_files(files, reading, settings)
    if len(texts) > 1 and len(files) == 1:
        require_one(opened)
    return opened


def _read_texts(
    texts: Sequence[Text], sigla: Sequence[str], reading: ReadOptions, settings: Settings
) -> Iterator[tuple[Text, Witness]]:
    """Yield each text with its witness; a single file may have several."""
    opened = _open_texts(texts, reading, settings)
    is_alone = len(texts) == 1
    texts = [*texts] * len(opened) if is_alone else texts
    if len(texts) <= 1:
        raise TooFewWitnesses(1)
    names = sigla_of(opened, sigla) if is_alone else _sigla(texts, sigla)
    of_files = [name for text, name in zip(texts, names, strict=True) if isinstance(text, Path)]
    from_files = iter(witnesses_of(opened, of_files, reading, settings))
    for text, siglum in zip(texts, names, strict=True):
        if isinstance(text, Witness):
            yield text, replace(text, siglum=siglum)
        elif isinstance(text, Path):
            yield text, next(from_files)
        else:
            yield text, _of_string(text, siglum, settings)


def _sigla(texts: Sequence[Text], sigla: Sequence[str]) -> Sequence[str]:
    """Return a siglum for each text; witnesses keep their own unless ``sigla`` has others."""
    if sigla:
        return sigla_for([_name(text, n) for n, text in enumerate(texts, 1)], sigla)
    own = [text.siglum if isinstance(text, Witness) else "" for text in texts]
    free = default_sigla(own)
    return [own[0] or SEED_SIGLUM, *(siglum or next(free) for siglum in own[1:])]


def _name(text: Text, number: int) -> str:
    return str(text) if isinstance(text, Path) else f"text {number}"


def _of_string(text: str, siglum: str, settings: Settings) -> Witness:
    if not text.strip():
        raise EmptyText(siglum)
    notices = (_path_notice(text, siglum),) if _names_a_file(text) else ()
    return read_text(text, Witness(siglum, "", language=settings.language, notices=notices))


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
