"""What was measured, as tables for people and as JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from variants.reports.json.collation import write_signature
from variants.reports.json.summaries import measures_as_fields
from variants.types.collation import Collation
from variants.types.measure import Measures, PassageVariation, Score, Shares
from variants.wording.sanitize import sanitize_line

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod
    from rich.table import Table

SCHEMA = "variants-measures/1"
"""The number rises when a reader of the old schema would misunderstand the new one."""

Scores: TypeAlias = Mapping[str, Sequence[Score]]
"""By siglum, what other measures give."""

_MOST_PASSAGES = 10
_LONGEST = 400  # Characters of a passage that a table can have room for.
_WIDEST = 1000  # Columns that no table of figures fills.
_PAIR = 2
_DIGITS = 12  # Of the digest of settings: enough to show that they differ.
_OF_TWO = (
    "Of two versions both are as far from their middle: from three on Eddy tells which is unusual."
)


def write_measures_json(collation: Collation, measures: Measures, scores: Scores) -> str:
    """One JSON object, ending in a newline; ``docs/reference/measures.md`` tells of each field."""
    fields: dict[str, Any] = {
        "schema": SCHEMA,
        "title": collation.title,
        "seed": collation.seed.witness.siglum,
        **write_signature(collation.signature),
        **measures_as_fields(measures),
        "scores": {
            siglum: [
                {"name": one.name, "value": one.value, "signature": one.signature} for one in found
            ]
            for siglum, found in scores.items()
        },
    }
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A title may hold a lone surrogate, which UTF-8 cannot.
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def write_measures_table(
    collation: Collation, measures: Measures, scores: Scores, width: int
) -> str:
    """For people: agreement, classes, how unusual each version is, and what varies most."""
    from rich.console import Console  # noqa: PLC0415 - JSON does without it

    page = io.StringIO()
    console = Console(file=page, width=width, color_system=None, legacy_windows=False)
    sentences = f"{len(collation.seed.sentences)} sentences"
    heading = (collation.title, f"seed {collation.seed.witness.siglum}", sentences)
    _say(console, [" · ".join(part for part in heading if part)])
    _say(console, ["", "Agreement with the seed: what becomes of its sentences and its words"])
    _show(console, _agreement(measures))
    _say(console, ["", "Places of the apparatus by class"])
    _show(console, _classes(measures))
    _say(console, ["", "Eddy: how far a version is from the middle of all, on average"])
    _show(console, _eddies(measures))
    shown, total = _varied(measures), len(measures.variation.passages)
    _say(console, ["", f"Viv: the passages that vary most ({len(shown)} of {total})"])
    _show(console, _passages(collation, measures))
    if any(scores.values()):
        _say(console, ["", "Scores of machine translation, the seed as the reference"])
        _show(console, _scores(scores))
    if len(measures.variation.eddies) == _PAIR:
        _say(console, ["", _OF_TWO])
    _say(console, ["", *_signatures(collation, measures, scores)])
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def _say(console: Console, lines: Iterable[str]) -> None:
    """Lines of text, wrapped, and never read as markup."""
    from rich.text import Text  # noqa: PLC0415

    for line in lines:
        console.print(Text(sanitize_line(line)), highlight=False)


def _show(console: Console, table: Table) -> None:
    """A table, wider than the terminal where its figures have no room in that."""
    from rich.measure import Measurement  # noqa: PLC0415

    usual = console.width
    needed = Measurement.get(console, console.options.update(width=_WIDEST), table).minimum
    console.width = max(usual, needed)
    console.print(table)
    console.width = usual


def _table(text: Sequence[str], figures: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table of columns of text, then of figures, then of one that gets the room left over.

    The last is there where the rows have a cell more than there are heads. It alone is cut: a
    table whose figures have no room in a narrow terminal is wider than that.
    """
    from rich.cells import cell_len  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    found = list(rows)
    room = any(len(row) > len(text) + len(figures) for row in found)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=room)
    for place, head in enumerate((*text, *figures)):
        needed = max(map(cell_len, (head, *(sanitize_line(row[place]) for row in found))))
        justify: JustifyMethod = "left" if place < len(text) else "right"
        table.add_column(Text(head), justify=justify, no_wrap=True, min_width=needed)
    if room:
        table.add_column("", no_wrap=True, ratio=1)
    for row in found:
        table.add_row(*(Text(sanitize_line(cell)) for cell in row))
    return table


def _agreement(measures: Measures) -> Table:
    heads = ("same", "form", "differ", "missing")
    rows = []
    for one in measures.agreements:
        counts = (one.sentences.same, one.sentences.form, one.sentences.different)
        sentences = [str(count) for count in (*counts, one.sentences.missing)]
        rows.append((one.siglum, "sentences", *sentences, ""))
        rows.append(("", "words", *_percentages(one.words), f"+{one.added}"))
    return _table(("", " "), (*heads, "added"), rows)


def _percentages(shares: Shares) -> list[str]:
    counts = (shares.same, shares.form, shares.different, shares.missing)
    found = (shares.share(count) for count in counts)
    return ["–" if share is None else f"{100 * share:.1f} %" for share in found]


def _classes(measures: Measures) -> Table:
    names = [name.value for name, _ in measures.agreements[0].classes]
    rows = [(one.siglum, *(str(count) for _, count in one.classes)) for one in measures.agreements]
    return _table(("",), names, rows)


def _eddies(measures: Measures) -> Table:
    """The most unusual version first; equal ones in the order of witnesses."""
    found = sorted(measures.variation.eddies, key=lambda one: -(one[1] or 0.0))
    rows = [(siglum, _figure(eddy)) for siglum, eddy in found]
    return _table(("",), ("mean Eddy",), rows)


def _varied(measures: Measures) -> list[tuple[float, int]]:
    """The passages that vary most: Viv and index; equal ones in the order of the text."""
    found = [(one.viv or 0.0, at) for at, one in enumerate(measures.variation.passages)]
    return sorted((one for one in found if one[0]), key=lambda one: (-one[0], one[1]))[
        :_MOST_PASSAGES
    ]


def _passages(collation: Collation, measures: Measures) -> Table:
    rows = []
    for _, at in _varied(measures):
        one, passage = measures.variation.passages[at], collation.passages[at]
        words = " ".join(collation.seed.text_of(sentence) for sentence in passage.sentences)
        shown = words[:_LONGEST] or "not in the seed"
        rows.append((one.label, _figure(one.viv), _most_unusual(one), shown))
    return _table((), ("passage", "Viv", "highest Eddy"), rows)


def _most_unusual(passage: PassageVariation) -> str:
    """The versions with the highest Eddy; none where all have the same."""
    known = [eddy for _, eddy in passage.eddies if eddy is not None]
    sigla = [siglum for siglum, eddy in passage.eddies if eddy == max(known)]
    return f"{' '.join(sigla)} {max(known):.3f}" if len(sigla) < len(known) else "–"


def _scores(scores: Scores) -> Table:
    names = [one.name for one in next(iter(scores.values()))]
    rows = [(siglum, *(f"{one.value:.1f}" for one in found)) for siglum, found in scores.items()]
    return _table(("",), names, rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _signatures(collation: Collation, measures: Measures, scores: Scores) -> list[str]:
    """Return the signature of the comparison and of each measure, one per line."""
    made = collation.signature
    methods = f"segmenter:{made.segmenter}|aligner:{made.aligner}|linker:{made.linker}"
    choices = "".join(f"|{name}:{value}" for name, value in made.choices)
    languages = ",".join(f"{siglum}={tag}" for siglum, tag in made.languages)
    settings = made.settings_digest[:_DIGITS]
    return [
        f"variants {made.version}|{methods}{choices}|languages:{languages}|settings:{settings}",
        measures.variation.signature,
        *(f"{one.name}: {one.signature}" for one in next(iter(scores.values()), ())),
    ]
