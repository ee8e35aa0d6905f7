"""``variants align``: which sentences belong together, without the words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.exit_codes import ExitCode
from variants.cli.failures import standard_output, tell
from variants.cli.options import (
    Aligner,
    DocumentName,
    Encoding,
    Files,
    Language,
    Segmenter,
    Sigla,
    WitnessNames,
    names_in,
)
from variants.cli.screen import new_console
from variants.cli.texts import Request, Texts, read_texts, refuse_several, spare_inputs
from variants.errors import OneOnly, UnknownName

if TYPE_CHECKING:
    from variants.types import Alignment
    from variants.writers.beads import Choose

HELP = """Show which sentences of the seed and of another text belong together.

A bead is a row: sentences of the seed, those of the other text, and how sure it is. Numbers in the
table count from 1; in TSV and JSON from 0.

\b
Examples:
  variants align seed.txt yang.txt
  variants align seed.txt yang.txt --below 0.8
  variants align seed.txt yang.txt -f tsv -o beads.tsv
  variants align --witness A        in the folder of an edition
"""


class Form(Enum):
    """What beads are written as."""

    TABLE = "table"
    JSON = "json"
    TSV = "tsv"


def align(  # noqa: PLR0913 - each is an option
    files: Files = None,
    *,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="For people, or for programs.")
    ] = Form.TABLE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
    below: Annotated[
        float | None,
        typer.Option(
            "--below",
            metavar="0.8",
            min=0.0,
            max=1.0,
            help="List only beads that are less sure than this, 0 to 1.",
            show_default=False,
        ),
    ] = None,
    witness: WitnessNames = None,
    document: DocumentName = "",
    sigla: Sigla = None,
    encoding: Encoding = "",
    language: Language = "",
    segmenter: Segmenter = "",
    aligner: Aligner = "",
) -> ExitCode:
    """Align the texts and write the beads."""
    request = Request(
        files=tuple(files or ()),
        sigla=names_in(sigla),
        encoding=encoding,
        language=language,
        document=document,
        segmenter=segmenter,
        aligner=aligner,
    )
    documents = read_texts(request)
    if form is not Form.TABLE:
        refuse_several(documents, form.value.upper())
    alignments = [each for texts in documents for each in _align(texts, names_in(witness))]
    written = _written(alignments, form, lambda bead: below is None or bead.confidence < below)
    if output is None:
        with standard_output():
            sys.stdout.write(written)
    else:
        from variants.writers.files import replace_file  # noqa: PLC0415 - only with -o

        spare_inputs(output, (path for texts in documents for path in texts.files))
        replace_file(output, written.encode("utf-8", "backslashreplace"))
    cuts = (cut for alignment in alignments for cut in (alignment.base, alignment.other))
    tell(notice for cut in cuts for notice in cut.witness.notices)
    tell(notice for alignment in alignments for notice in alignment.notices)
    return ExitCode.FINE


def _align(texts: Texts, sigla: Sequence[str]) -> list[Alignment]:
    """The seed with each of the others, or with those of them that are named."""
    from variants.aligners import ALIGNERS  # noqa: PLC0415 - they bring heavy libraries
    from variants.segmenters import SEGMENTERS  # noqa: PLC0415

    seed, *others = texts.witnesses
    known = [other.siglum for other in others]
    for siglum in sigla:
        if siglum not in known:
            raise UnknownName(siglum, known, what="witness")
    cut, align_sentences = SEGMENTERS[texts.settings.segmenter], ALIGNERS[texts.settings.aligner]
    base = cut(seed)
    chosen = [other for other in others if not sigla or other.siglum in sigla]
    return [align_sentences(base, cut(other)) for other in chosen]


def _written(alignments: Sequence[Alignment], form: Form, choose: Choose) -> str:
    """The beads in the form that was asked for."""
    from variants.writers import beads  # noqa: PLC0415 - ``--help`` does without it

    if form is Form.JSON:
        return beads.write_beads_json(alignments, choose)
    if form is Form.TSV:
        if len(alignments) > 1:
            names = [alignment.other.witness.siglum for alignment in alignments]
            raise OneOnly(names, form="TSV", what="witness", option="--witness")
        return beads.write_beads_tsv(alignments[0], choose)
    width = new_console().width
    tables = (beads.write_beads_table(alignment, choose, width) for alignment in alignments)
    return "\n".join(tables)
