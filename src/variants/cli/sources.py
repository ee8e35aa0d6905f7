"""The texts that a command works on: files that were named, or the edition in this folder."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.cli.errors import log_line, print_notices
from variants.errors import (
    CannotReadEdition,
    EmptyEdition,
    InvalidValue,
    NoOtherWitness,
    NotASiglum,
    OptionNotApplicable,
    OverwritesInput,
    SiglaDoNotMatch,
    SiglumTwice,
    SingleDocumentRequired,
    TooFewFiles,
    UnknownName,
)
from variants.languages import is_tag
from variants.project.documents import EditionOnDisk, find_edition, read_document, read_edition
from variants.project.settings_file import NAME
from variants.project.witness_files import Document
from variants.settings import Settings
from variants.types.sentence_link import SentenceLink
from variants.types.witness import Witness, is_siglum
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


@dataclass(frozen=True, slots=True)
class DocumentTexts:
    """The texts of one document, read.

    Attributes:
        name: Of the document; empty for files that were named.
        title: What readers call it; empty when nobody said.
        witnesses: The seed first.
        settings: How they are to be worked on.
        files: What was read, which no result may replace.
        root: The folder of the edition; ``None`` for files that were named.
        links: Sentences that are one bead, or never share one.
    """

    name: str
    title: str
    witnesses: tuple[Witness, ...]
    settings: Settings
    files: tuple[Path, ...]
    root: Path | None = None
    links: tuple[SentenceLink, ...] = ()


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
    of_all = edition.title if len(edition.documents) == 1 else ""
    return [
        DocumentTexts(
            name=document.name,
            title=document.title or of_all or document.name,
            witnesses=tuple(read_document(document)),
            settings=settings,
            files=(
                edition.root / NAME,
                *(each.path for each in (document.seed, *document.others)),
            ),
            root=edition.root,
            links=document.links,
        )
        for document in _documents(edition, request.document)
    ]


def edition_here() -> EditionOnDisk:
    """The edition of this folder, or of the nearest above it that is one."""
    try:
        return read_edition(find_edition(Path()))
    except OSError as error:
        where = Path(error.filename or ".")
        raise CannotReadEdition(where, error.strerror or str(error)) from error


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


def sigla_for(files: Sequence[Path], sigla: Sequence[str]) -> tuple[str, ...]:
    """A siglum for each file: those that were typed, or S, A, B … Z, A2, B2 and so on.

    S is the seed's, so no other file gets it.
    """
    if not sigla:
        letters = [letter for letter in string.ascii_uppercase if letter != "S"]
        rounds = range(1, len(files) // len(letters) + 2)
        others = [f"{letter}{turn if turn > 1 else ''}" for turn in rounds for letter in letters]
        return ("S", *others)[: len(files)]
    if len(sigla) != len(files):
        raise SiglaDoNotMatch(len(sigla), len(files))
    for place, siglum in enumerate(sigla):
        if not is_siglum(siglum):
            raise NotASiglum(siglum, where="--siglum")
        if siglum in sigla[:place]:
            raise SiglumTwice(siglum, str(files[sigla.index(siglum)]), str(files[place]))
    return tuple(sigla)


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
    sigla = sigla_for(request.files, request.sigla)
    witnesses = tuple(
        read_witness(
            path, siglum=siglum, encoding=request.encoding or None, language=settings.language
        )
        for path, siglum in zip(request.files, sigla, strict=True)
    )
    return DocumentTexts("", request.title, witnesses, settings, request.files)


def _documents(edition: EditionOnDisk, name: str) -> list[Document]:
    """The document of this name, or without one all that have something to compare."""
    if name:
        chosen = [document for document in edition.documents if document.name == name]
        if not chosen:
            names = [document.name for document in edition.documents]
            raise UnknownName(name, names, what="document")
        if not chosen[0].others:
            raise NoOtherWitness(name)
        return chosen
    full = [document for document in edition.documents if document.others]
    if not full:
        raise EmptyEdition(edition.root.absolute())
    for document in edition.documents:
        if not document.others:
            log_line("note", f"{document.name} is left out: it has a seed and nothing to compare.")
    return full


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
