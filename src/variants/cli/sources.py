"""The texts that a command works on: files that were named, or the edition in this folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.cli.errors import log_line, print_notices
from variants.errors import (
    InvalidValue,
    OptionNotApplicable,
    OverwritesInput,
    SingleDocumentRequired,
    TooFewFiles,
)
from variants.languages import is_tag
from variants.project.document_texts import (
    DocumentTexts,
    comparable_documents,
    find_document,
    open_edition,
    read_document_texts,
)
from variants.project.documents import EditionOnDisk
from variants.project.sigla import sigla_for
from variants.project.witness_files import Document
from variants.settings import Settings
from variants.ways import STAGES, check_way


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What was asked for, as typed; what was not typed is empty.

    Attributes:
        files: The seed and the others.
        sigla: Their short names.
        title: Of the document that they make.
        encoding: Of the files.
        language: Of the files.
        document: A document of the edition.
        segmenter: A way to cut sentences.
        aligner: A way to align them.
        linker: A way to link their words.
    """

    files: tuple[Path, ...] = ()
    sigla: tuple[str, ...] = ()
    title: str = ""
    encoding: str = ""
    language: str = ""
    document: str = ""
    segmenter: str = ""
    aligner: str = ""
    linker: str = ""


def read_texts(request: SourceOptions) -> list[DocumentTexts]:
    """Read what was asked for: the files that were named, or documents of the edition here."""
    for stage in STAGES:
        check_way(stage, getattr(request, stage))
    _check_language(request.language)
    if request.files:
        return [_named_files(request)]
    for option, value in (
        ("--siglum", request.sigla),
        ("--title", request.title),
        ("--encoding", request.encoding),
        ("--language", request.language),
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
    """Refuse to write a result over one of the files that it was made from."""
    for path in files:
        if output.exists() and path.exists() and output.samefile(path):
            raise OverwritesInput(output)


def require_single_document(documents: Sequence[DocumentTexts], form: str) -> None:
    """Refuse documents in a form that holds one."""
    if len(documents) > 1:
        names = [texts.name for texts in documents]
        raise SingleDocumentRequired(names, form=form, what="document", option="--doc")


def _named_files(request: SourceOptions) -> DocumentTexts:
    """The files that were named."""
    # Here, since the readers bring libraries that ``--help`` does without.
    from variants.readers.formats import read_witness  # noqa: PLC0415

    if request.document:
        raise OptionNotApplicable(
            option="--doc",
            to="files",
            hint="Leave out the files, or leave out --doc.",
        )
    if len(request.files) == 1:
        raise TooFewFiles(request.files[0])
    settings = _settings(request, Settings())
    sigla = sigla_for([str(path) for path in request.files], request.sigla)
    witnesses = tuple(
        read_witness(
            path, siglum=siglum, encoding=request.encoding or None, language=settings.language
        )
        for path, siglum in zip(request.files, sigla, strict=True)
    )
    return DocumentTexts("", request.title, witnesses, settings, request.files)


def _documents(edition: EditionOnDisk, name: str) -> list[Document]:
    """Return the document with a name, or without a name all that can be compared."""
    if name:
        return [find_document(edition, name)]
    found = comparable_documents(edition)
    for document in edition.documents:
        if not document.others:
            log_line("note", f"{document.name} is left out: it has a seed and nothing to compare.")
    return found


def _settings(request: SourceOptions, usual: Settings) -> Settings:
    """The usual settings, with what was typed instead."""
    return dataclasses.replace(
        usual,
        segmenter=request.segmenter or usual.segmenter,
        aligner=request.aligner or usual.aligner,
        linker=request.linker or usual.linker,
        language=request.language or usual.language,
    )


def _check_language(tag: str) -> None:
    """Refuse what is no tag: its rules would be those of no language, and nobody would know."""
    if tag and not is_tag(tag):
        hint = "Use a language tag, such as en, fr, zh or pt-BR."
        raise InvalidValue(tag, option="--language", hint=hint)
