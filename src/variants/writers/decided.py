"""How every place stands, as a table for spreadsheets: a row a place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from variants.types import Edition, Entry, Evidence, Span, Standing, State, Wording

COLUMNS = (
    *("place", "label", "sentence", "seed", "state", "action", "printed", "readings", "class"),
    *("editor", "date", "confidence", "category", "why", "evidence", "rule", "batch"),
    *("decision_id", "stale", "agreed_by"),
)
"""In this order; a later one is put at the end."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def write_decided(edition: Edition) -> str:
    """The table as CSV, with every entry and every other place that somebody decided on.

    A cell that a spreadsheet would compute gets an apostrophe before it.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(edition):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return file.getvalue()


def _rows(edition: Edition) -> Iterator[list[str]]:
    states = edition.states()
    standings = edition.standings()
    for entry in edition.collation.entries:
        standing = standings.pop(entry.place, None)
        yield _row(edition, entry.lemma, entry, standing, states[entry.place])
    for standing in standings.values():
        yield _row(edition, standing.span, None, standing, standing.state)


def _row(
    edition: Edition,
    span: Span | None,
    entry: Entry | None,
    standing: Standing | None,
    state: State,
) -> list[str]:
    live = standing.live if standing is not None else ()
    one = live[0] if live else None
    seed = " ".join(span.of(edition.collation.base.witness.text).split()) if span else ""
    if entry is not None:
        readings = tuple(Wording(r.wording, r.sigla, r.variant_class.value) for r in entry.readings)
    else:
        readings = one.saw[1:] if one is not None else ()
    place = entry.place if entry is not None else standing.place if standing is not None else ""
    label = entry.label if entry is not None else ""
    sentence = label.partition(".")[0] or (str(one.anchor.sentence) if one is not None else "")
    printed = standing.printed if standing is not None else None
    return [
        place,
        label,
        sentence,
        seed,
        state.value,
        one.action.value if one is not None else "",
        seed if printed is None else printed,
        "; ".join(f"{each.text or '(nothing)'} {{{' '.join(each.sigla)}}}" for each in readings),
        entry.variant_class.value if entry is not None else "",
        one.by if one is not None else "",
        one.at[:10] if one is not None else "",
        one.confidence.value if one is not None and one.confidence is not None else "",
        one.category if one is not None else "",
        "; ".join(each.why for each in live if each.why),
        "; ".join(_proof(proof) for each in live for proof in each.evidence),
        one.rule if one is not None else "",
        one.batch if one is not None else "",
        " ".join(each.id for each in live),
        standing.was if standing is not None else "",
        " ".join(each.by for each in live[1:]) if state is State.DECIDED else "",
    ]


def _proof(evidence: Evidence) -> str:
    parts = (f"{evidence.kind}: {evidence.reference}", evidence.quote, evidence.url)
    return " | ".join(part for part in parts if part)
