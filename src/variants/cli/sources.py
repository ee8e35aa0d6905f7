"""The texts that a command works on: named files, or the edition in this folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.errors import log_line, print_notices
from variants.errors import (
    InvalidValue,
    OptionNotApplicable,
    OverwritesInput,
    SingleDocumentRequired,
    TooFewFiles,
)
from variants.errors.lists import listed
from variants.languages import is_tag
from variants.project.document_texts import (
    DocumentTexts,
    comparable_documents,
    find_document,
    open_edition,
    read_document_texts,
    with_seed,
)
from variants.project.documents import EditionOnDisk
from variants.project.settings_file import NAME as SETTINGS
from variants.project.witness_files import Document
from variants.readers.file_text import ReadOptions
from variants.readers.read_choices import chosen_options
from variants.settings import Settings
from variants.types.variant import Kind
from variants.types.witness import DivisionKind, Witness
from variants.ways import STAGES, check_way

if TYPE_CHECKING:
    from variants.readers.opened_file import OpenedFile

_UNCHOSEN = ReadOptions(language="")


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Arguments and options that choose texts; empty if not given.

    Attributes:
        files: The seed and the others.
        sigla: Sigla of the files.
        title: Title of the files.
        seed: Siglum of the witness to take as the seed.
        document: Document of the edition.
        ignore: Kinds of readings that make no places.
        segmenter: Name of the segmenter.
        aligner: Name of the sentence aligner.
        linker: Name of the word linker.
        reading: Choices for the readers of the files; without a language that of the settings.
        telegraph: True if each STOP in the files ends a sentence, False if none does; ``None`` to
            judge by rate.
        furniture: False to compare page numbers and marks of editors in the files too; ``None``
            if not given.
    """

    files: tuple[Path, ...] = ()
    sigla: tuple[str, ...] = ()
    title: str = ""
    seed: str = ""
    document: str = ""
    ignore: frozenset[Kind] = frozenset()
    segmenter: str = ""
    aligner: str = ""
    linker: str = ""
    reading: ReadOptions = _UNCHOSEN
    telegraph: bool | None = None
    furniture: bool | None = None


def read_texts(request: SourceOptions) -> list[DocumentTexts]:
    """Read the named files, or without files the documents of the edition here.

    Another witness than the first is the seed if one is named; then there are no decisions.
    """
    documents = _read_documents(request)
    return [with_seed(one, request.seed) for one in documents] if request.seed else documents


def _read_documents(request: SourceOptions) -> list[DocumentTexts]:
    for stage in STAGES:
        check_way(stage, getattr(request, stage))
    _check_language(request.reading.language)
    if request.files:
        return [read_files(request, open_given(request))]
    for option, value in (
        ("--siglum", request.sigla),
        ("--title", request.title),
        ("--language", request.reading.language),
        *((option, True) for option in chosen_options(request.reading)),
        ("--telegraph" if request.telegraph else "--no-telegraph", request.telegraph is not None),
        ("--furniture" if request.furniture else "--no-furniture", request.furniture is not None),
    ):
        if value:
            raise OptionNotApplicable(
                option=option,
                to="an edition",
                hint="Name the files, or set this in variants.toml.",
            )
    edition = edition_here()
    print_notices(edition.notices)
    settings = _settings(request, edition.settings)
    return [
        read_document_texts(edition, document, settings)
        for document in _documents(edition, request.document)
    ]


def edition_here() -> EditionOnDisk:
    """Return the edition of this folder, or of the nearest folder above that has one."""
    return open_edition(Path())


def ensure_not_input(output: Path, files: Iterable[Path]) -> None:
    """Raise an error if a result would overwrite one of its input files."""
    for path in files:
        if output.exists() and path.exists() and output.samefile(path):
            raise OverwritesInput(output)


def require_single_document(documents: Sequence[DocumentTexts], form: str) -> None:
    """Raise an error if there are several documents."""
    if len(documents) > 1:
        names = [texts.name for texts in documents]
        raise SingleDocumentRequired(names, form=form, what="document", option="--doc")


def open_given(request: SourceOptions) -> list[OpenedFile]:
    """Open the named files."""
    from variants.readers.opened_file import open_files  # noqa: PLC0415 - not for --help

    return open_files(request.files, request.reading)


def read_files(request: SourceOptions, files: Sequence[OpenedFile]) -> DocumentTexts:
    """Read the texts of the named files.

    Raises:
        OptionNotApplicable: A document is named, beside the files.
        TooFewFiles: There is only one text.
    """
    if request.document:
        raise OptionNotApplicable(
            option="--doc",
            to="files",
            hint="Leave out the files, or leave out --doc.",
        )
    settings = _settings(request, Settings())
    witnesses = read_given(request, files, settings)
    if len(witnesses) == 1:
        raise TooFewFiles(request.files[0])
    _note_languages(witnesses)
    _note_footnotes(witnesses)
    if all(map(_is_in_edition, request.files)):
        log_line(
            "note",
            "These are files of an edition, compared without its settings. With them, in its "
            "folder: variants compare --seed A --witness B",
        )
    read = tuple(file.path for file in files)
    return DocumentTexts("", request.title, witnesses, settings, read)


def _note_languages(witnesses: Sequence[Witness]) -> None:
    """Print a note if the texts are in several languages."""
    tags = dict.fromkeys(witness.language.partition("-")[0].lower() for witness in witnesses)
    if len(tags) > 1:
        log_line(
            "note",
            f"The texts are in several languages: {listed([*tags])}. All words are compared by the "
            "rules of that of the seed.",
        )


def _note_footnotes(witnesses: Sequence[Witness]) -> None:
    """Print a note if some texts have notes and others have none."""
    noted = [
        witness.siglum
        for witness in witnesses
        if any(division.kind is DivisionKind.NOTE for division in witness.divisions)
    ]
    if noted and len(noted) < len(witnesses):
        log_line(
            "note",
            f"Only {listed(noted)} {'has' if len(noted) == 1 else 'have'} footnotes or endnotes; "
            "they count as added or omitted sentences. To compare without them: --notes leave-out",
        )


def _is_in_edition(path: Path) -> bool:
    """Return True if a file is a text of an edition that has settings."""
    place = path.absolute()
    return any(
        (root / SETTINGS).is_file() and place.relative_to(root).parts[0] in {"seeds", "variants"}
        for root in place.parents
    )


def read_given(
    request: SourceOptions,
    files: Sequence[OpenedFile],
    settings: Settings,
    sigla: Sequence[str] = (),
) -> tuple[Witness, ...]:
    """Read the named files; ``sigla`` are those for files without other names.

    Raises:
        SeveralTexts: One of several files has several texts.
    """
    from variants.project.texts_of_files import (  # noqa: PLC0415 - not for --help
        sigla_of,
        texts_of_files,
        witnesses_of,
    )

    _check_language(request.reading.language)
    texts = texts_of_files(files, request.reading, settings)
    names = sigla_of(texts, request.sigla, sigla)
    return tuple(
        dataclasses.replace(
            witness, telegraph=request.telegraph, furniture=request.furniture is not False
        )
        for witness in witnesses_of(texts, names, request.reading, settings)
    )


def _documents(edition: EditionOnDisk, name: str) -> list[Document]:
    """Return the document with a name, or without a name all that can be compared."""
    if name:
        return [find_document(edition, name)]
    found = comparable_documents(edition)
    skipped = [document.name for document in edition.documents if not document.others]
    if skipped:
        log_line("note", f"Skipped documents with only a seed: {listed(skipped)}.")
    return found


def _settings(request: SourceOptions, default: Settings) -> Settings:
    """Return the settings, overridden by the options that were given."""
    return dataclasses.replace(
        default,
        segmenter=request.segmenter or default.segmenter,
        aligner=request.aligner or default.aligner,
        linker=request.linker or default.linker,
        language=request.reading.language or default.language,
        ignore=tuple(kind for kind in Kind if kind in request.ignore) or default.ignore,
    )


def _check_language(tag: str) -> None:
    """Raise an error for an invalid tag, which would silently select no language's rules."""
    if tag and not is_tag(tag):
        hint = "Use a language tag, such as en, fr, zh or pt-BR."
        raise InvalidValue(tag, option="--language", hint=hint)
