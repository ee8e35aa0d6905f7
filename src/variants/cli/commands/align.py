"""``variants align``: alignment of sentences, without their words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from variants.cli.bead_explanation import explain_bead, format_explanation
from variants.cli.console import new_console
from variants.cli.errors import log_line, print_notices, print_written, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.link_changes import LinkChanges, change_links, record_all
from variants.cli.link_options import LinkOptions
from variants.cli.name_lists import names_in
from variants.cli.option_conflicts import given_options, refuse_beside
from variants.cli.options import (
    Aligner,
    DocumentName,
    Editor,
    Files,
    Furniture,
    Output,
    Segmenter,
    Sigla,
    Telegraph,
    WitnessNames,
)
from variants.cli.reading_options import with_reading
from variants.cli.sources import (
    SourceOptions,
    ensure_not_input,
    read_texts,
    require_single_document,
)
from variants.errors import OptionNotApplicable, SingleDocumentRequired, UnknownName
from variants.project.document_texts import DocumentTexts, with_log_links
from variants.readers.file_text import ReadOptions

if TYPE_CHECKING:
    from variants.types.alignment import Alignment
    from variants.types.bead import Bead
    from variants.types.sentence_link import SentenceLink

HELP = """Show which sentences of the seed and the others belong together.

Each row is a bead: sentences of the seed, sentences of the other text, and the confidence. Numbers
count from 1 in the table, from 0 in TSV and JSON.

\b
Examples:
  variants align seed.txt yang.txt
  variants align seed.txt yang.txt --below 0.8
  variants align seed.txt yang.txt -f tsv -o beads.tsv
  variants align --witness A        in the folder of an edition, like all that follow
  variants align --force A:3,4=5    sentences 3 and 4 of the seed are one bead with 5 of A
  variants align --forbid A:7=9     7 and 9 are not in one bead
  variants align --unlink A:3       remove the links on 3
  variants align --explain A:12     explain the bead of sentence 12 of the seed
"""


_Choose: TypeAlias = "Callable[[Bead], bool]"
_NEAR = 2  # Beads shown before and after a sentence whose links were changed.


class AlignFormat(Enum):
    """Output formats of beads."""

    TABLE = "table"
    JSON = "json"
    TSV = "tsv"


@with_reading
def align(  # noqa: PLR0913 - each is an option
    files: Files = None,
    *,
    form: Annotated[
        AlignFormat,
        typer.Option("--format", "-f", help="Output format (default: table).", show_default=False),
    ] = AlignFormat.TABLE,
    output: Output = None,
    below: Annotated[
        float | None,
        typer.Option(
            "--below",
            metavar="0.8",
            min=0.0,
            max=1.0,
            help="List only beads with a lower confidence, from 0 to 1.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        list[str] | None,
        typer.Option(
            "--force",
            metavar="A:3,4=5",
            help="Make these sentences of the seed and of A one bead; with an empty side they "
            "have no counterpart. Recorded in the log. May be repeated.",
            show_default=False,
        ),
    ] = None,
    forbid: Annotated[
        list[str] | None,
        typer.Option(
            "--forbid",
            metavar="A:7=9",
            help="Do not let these share a bead. Recorded in the log. May be repeated.",
            show_default=False,
        ),
    ] = None,
    unlink: Annotated[
        list[str] | None,
        typer.Option(
            "--unlink",
            metavar="A:3",
            help="Remove the links on this sentence of the seed, or of A (A:=5).",
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        str,
        typer.Option(
            "--why",
            metavar="TEXT",
            help="Reason for the links, for the log.",
            show_default=False,
        ),
    ] = "",
    editor: Editor = "",
    record_links: Annotated[
        bool,
        typer.Option("--record-links", help="Move all links of variants.toml into the log."),
    ] = False,
    explain: Annotated[
        str,
        typer.Option(
            "--explain",
            metavar="A:12",
            help="Explain the bead of sentence 12 of the seed in A, or of A's own (A:=12).",
            show_default=False,
        ),
    ] = "",
    witness: WitnessNames = None,
    document: DocumentName = "",
    sigla: Sigla = None,
    reading: ReadOptions,
    telegraph: Telegraph = None,
    furniture: Furniture = None,
    segmenter: Segmenter = "",
    aligner: Aligner = "",
) -> ExitCode:
    """Align the texts, and write the beads or explain one."""
    typed = LinkOptions(tuple(force or ()), tuple(forbid or ()), tuple(unlink or ()), why, editor)
    if record_links:
        beside = {"FILES": files, "--doc": document, "--explain": explain, "A link": typed.any}
        refuse_beside("--record-links", given_options(beside))
        _print_lines(record_all(why=why, editor=editor))
        return ExitCode.FINE
    request = SourceOptions(
        files=tuple(files or ()),
        sigla=names_in(sigla),
        reading=reading,
        telegraph=telegraph,
        furniture=furniture,
        document=document,
        segmenter=segmenter,
        aligner=aligner,
    )
    if explain:
        of_lists = {
            "--below": below is not None,
            "--witness": witness,
            "--format tsv": form is AlignFormat.TSV,
        }
        refuse_beside("--explain", given_options(of_lists))
    documents = read_texts(request)
    is_table = form is AlignFormat.TABLE
    if not is_table:
        require_single_document(documents, form.value.upper())
    documents, changed = _changed(documents, typed, aside=not is_table or output is not None)
    if explain:
        require_single_document(documents, "An explanation")
        explanation = explain_bead(with_log_links(documents[0]), explain)
        alignments = [explanation.alignment]
        text = format_explanation(explanation, as_json=form is AlignFormat.JSON)
    else:
        shown = names_in(witness) or tuple(sorted({link.siglum for link in changed}))
        alignments = [each for texts in documents for each in _align(with_log_links(texts), shown)]
        near = changed if is_table and below is None and not witness else ()
        text = _format_beads(
            alignments, form, lambda alignment: _bead_filter(alignment, below, near)
        )
    _write(text, output, documents)
    _print_notices(alignments)
    return ExitCode.FINE


def _changed(
    documents: list[DocumentTexts], typed: LinkOptions, *, aside: bool
) -> tuple[list[DocumentTexts], tuple[SentenceLink, ...]]:
    """Change the links that were typed; return the texts with them, and the changed links.

    Args:
        documents: The texts; a single document if there are links to change.
        typed: The links.
        aside: True to print the changes on the error stream, beside other output.

    Raises:
        OptionNotApplicable: There is a reason without links.
    """
    if not typed.any:
        if typed.why:
            hint = "Leave it out, or add --force, --forbid or --unlink."
            raise OptionNotApplicable(option="--why", to="a list of beads", hint=hint)
        return documents, ()
    require_single_document(documents, "A link")
    changes = change_links(documents[0], typed)
    _print_changes(changes, aside=aside)
    return [changes.texts], changes.changed


def _print_notices(alignments: Sequence[Alignment]) -> None:
    """Print the notices of the texts, then those of their alignments."""
    cuts = (cut for alignment in alignments for cut in (alignment.seed, alignment.other))
    print_notices(notice for cut in cuts for notice in cut.witness.notices)
    print_notices(notice for alignment in alignments for notice in alignment.notices)


def _write(text: str, output: Path | None, documents: Sequence[DocumentTexts]) -> None:
    """Write the output to the standard output or to a file."""
    if output is None:
        with standard_output():
            sys.stdout.write(text)
        return
    from variants.wording.atomic_files import replace_file  # noqa: PLC0415 - only with -o

    ensure_not_input(output, (path for texts in documents for path in texts.files))
    replace_file(output, text.encode("utf-8", "backslashreplace"))
    print_written(output)


def _print_changes(changes: LinkChanges, *, aside: bool) -> None:
    """Print the changes of links before the table, or on the error stream beside other output."""
    if aside:
        for line in changes.messages:
            log_line("note", line)
    else:
        _print_lines(changes.messages)


def _print_lines(lines: Iterable[str]) -> None:
    with standard_output():
        sys.stdout.write("".join(f"{line}\n" for line in lines))


def _bead_filter(
    alignment: Alignment, below: float | None, changed: Sequence[SentenceLink]
) -> _Choose:
    """Return a filter for beads: below a confidence, or near sentences with changed links."""
    if not changed:
        return lambda bead: below is None or bead.confidence < below
    siglum = alignment.other.witness.siglum
    links = [link for link in changed if link.siglum == siglum]
    seed = {number for link in links for number in link.seed_numbers}
    other = {number for link in links for number in link.other_numbers}
    linked = [
        index
        for index, bead in enumerate(alignment.beads)
        if not (seed.isdisjoint(bead.seed) and other.isdisjoint(bead.other))
    ]
    near = {bead for k in linked for bead in alignment.beads[max(0, k - _NEAR) : k + _NEAR + 1]}
    return near.__contains__


def _align(texts: DocumentTexts, sigla: Sequence[str]) -> list[Alignment]:
    """Align the seed with each of the others, or with the named ones."""
    from variants.aligners import align_all  # noqa: PLC0415 - imports heavy libraries
    from variants.segmenters import segment_all  # noqa: PLC0415 - as above

    seed, *others = texts.witnesses
    known = [other.siglum for other in others]
    for siglum in sigla:
        if siglum not in known:
            raise UnknownName(siglum, known, what="witness")
    chosen = [other for other in others if not sigla or other.siglum in sigla]
    first, *rest = segment_all([seed, *chosen], texts.settings.segmenter)
    return list(align_all(first, rest, texts.settings.aligner, texts.links))


def _format_beads(
    alignments: Sequence[Alignment], form: AlignFormat, choose: Callable[[Alignment], _Choose]
) -> str:
    """Format the beads."""
    from variants.classify.missing_parts import (  # noqa: PLC0415 - ``--help`` does not need it
        find_missing_parts,
    )
    from variants.reports import beads  # noqa: PLC0415
    from variants.terminal.beads import write_beads_table  # noqa: PLC0415

    if form is AlignFormat.JSON:
        return beads.write_beads_json(alignments, choose(alignments[0]))
    if form is AlignFormat.TSV:
        if len(alignments) > 1:
            names = [alignment.other.witness.siglum for alignment in alignments]
            raise SingleDocumentRequired(names, form="TSV", what="witness", option="--witness")
        return beads.write_beads_tsv(alignments[0], choose(alignments[0]))
    width = new_console().width
    return "\n".join(
        write_beads_table(alignment, choose(alignment), width, find_missing_parts(alignment))
        for alignment in alignments
    )
