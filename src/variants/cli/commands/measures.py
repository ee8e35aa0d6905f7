"""``variants measures``: agreement of the renderings with the seed, and their variation."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import new_console
from variants.cli.edition_access import edition_of
from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.measure_files import MeasuresFormat, write_pictures
from variants.cli.name_lists import names_in
from variants.cli.options import (
    Aligner,
    DocumentName,
    Files,
    Linker,
    Segmenter,
    Sigla,
    Title,
)
from variants.cli.reading_options import with_reading
from variants.cli.sources import SourceOptions, read_texts, require_single_document
from variants.errors import UnknownName
from variants.readers.file_text import ReadOptions
from variants.types.measure import Measures, Metric

if TYPE_CHECKING:
    from variants.types.collation import Collation
    from variants.types.measure import Score
    from variants.types.version_measures import VersionMeasures

HELP = """Measure agreement, variation, and which versions go together.

For each witness: how its sentences and words correspond to the seed's. For every two versions: the
share of their words that are equal. For each passage: Eddy and Viv after Cheesman et al., that is,
how unusual each version is and how much they all differ. A signature with the figures records how
they were computed.

\b
Examples:
  variants measures seed.txt yang.txt li.txt
  variants measures seed.txt yang.txt li.txt --svg pictures
  variants measures --with ter,chrf     in the folder of an edition
  variants measures --metric cosine --without-seed -f json
"""


_NAMES = {
    MeasuresFormat.JSON: "JSON",
    MeasuresFormat.CSV: "CSV",
    MeasuresFormat.MARKDOWN: "Markdown",
}


@with_reading
def measures(  # noqa: PLR0913 - each is an option
    files: Files = None,
    *,
    metric: Annotated[
        Metric,
        typer.Option(
            "--metric",
            help="Distance for Eddy; euclid_n is length-normalised (default: euclid_n).",
            show_default=False,
        ),
    ] = Metric.EUCLID_N,
    without_seed: Annotated[
        bool, typer.Option("--without-seed", help="Compute Eddy and Viv without the seed.")
    ] = False,
    with_scores: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="ter,chrf",
            help="Add machine translation scores; needs variants[measures].",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        MeasuresFormat,
        typer.Option(
            "--format",
            "-f",
            help="Format; csv has a row for each figure (default: table).",
            show_default=False,
        ),
    ] = MeasuresFormat.TABLE,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    pictures: Annotated[
        Path | None,
        typer.Option(
            "--svg",
            metavar="FOLDER",
            help="Write pictures as SVG too, each with its table as CSV.",
            show_default=False,
        ),
    ] = None,
    document: DocumentName = "",
    title: Title = "",
    sigla: Sigla = None,
    reading: ReadOptions,
    segmenter: Segmenter = "",
    aligner: Aligner = "",
    linker: Linker = "",
) -> ExitCode:
    """Compare the texts and write their measures."""
    from variants.measures.versions import measure_versions  # noqa: PLC0415 - not for ``--help``
    from variants.words.tokenize import word_counts_of  # noqa: PLC0415 - as above

    form = MeasuresFormat.JSON if json else form
    names = _checked(names_in(with_scores))
    request = SourceOptions(
        files=tuple(files or ()),
        sigla=names_in(sigla),
        reading=reading,
        title=title,
        document=document,
        segmenter=segmenter,
        aligner=aligner,
        linker=linker,
    )
    documents = read_texts(request)
    if form is not MeasuresFormat.TABLE:
        require_single_document(documents, _NAMES[form])
    for place, texts in enumerate(documents):
        edition = edition_of(texts)
        collation = edition.collation
        found = _measured(collation, metric, with_seed=not without_seed)
        scores = _scores(collation, names)
        versions = measure_versions(collation, word_counts_of)
        written = _written(form, collation, found, versions, scores)
        if pictures is not None:
            write_pictures(versions, pictures, texts.name, texts.files)
        with standard_output():
            sys.stdout.write(("\n" if place else "") + written)
        print_notices((*collation.notices, *edition.decisions.notices))
    return ExitCode.FINE


def _written(
    form: MeasuresFormat,
    collation: Collation,
    found: Measures,
    versions: VersionMeasures,
    scores: dict[str, tuple[Score, ...]],
) -> str:
    """Return the measures in a format."""
    from variants.reports import measure_tables, measures  # noqa: PLC0415 - not for ``--help``
    from variants.terminal.measures import write_measures_table  # noqa: PLC0415 - as above

    match form:
        case MeasuresFormat.JSON:
            return measures.write_measures_json(collation, found, versions, scores)
        case MeasuresFormat.CSV:
            return measure_tables.write_measures_csv(collation, found, versions, scores)
        case MeasuresFormat.MARKDOWN:
            return measure_tables.write_measures_markdown(collation, found, versions, scores)
    return write_measures_table(collation, found, versions, scores, new_console().width)


def _checked(names: Sequence[str]) -> Sequence[str]:
    """Return the names of scores, or raise an error for an unknown one."""
    from variants.measures.scores import SCORES  # noqa: PLC0415 - ``--help`` does not need it

    for name in names:
        if name not in SCORES:
            raise UnknownName(name, list(SCORES), what="score")
    return names


def _measured(collation: Collation, metric: Metric, *, with_seed: bool) -> Measures:
    """Return the measures of a collation, with the variation by the given metric."""
    from variants.measures.variation import measure_variation  # noqa: PLC0415
    from variants.words.tokenize import word_counts_of  # noqa: PLC0415

    variation = measure_variation(
        collation.seed,
        collation.others,
        collation.passages,
        word_counts_of,
        metric=metric,
        with_seed=with_seed,
    )
    agreements = collation.measures.agreements if collation.measures else ()
    return Measures(agreements, variation)


def _scores(collation: Collation, names: Sequence[str]) -> dict[str, tuple[Score, ...]]:
    from variants.measures.scores import measure_scores  # noqa: PLC0415

    return {
        other.witness.siglum: measure_scores(collation.seed, other, collation.passages, names)
        for other in collation.others
    }
