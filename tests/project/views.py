"""Checks that every view of an edition shows a place in one state."""

from __future__ import annotations

import io
import re
from collections import Counter

from variants.anchors.drafting import DecisionTarget
from variants.brief.selection import Selection
from variants.cli.commands.log_show import lines_of_place
from variants.cli.commands.status import summary
from variants.reports.html import write_html
from variants.reports.html.status_text import StatusText
from variants.reports.json.decisions import write_decisions
from variants.reports.printed.printed_places import places_of
from variants.reports.reading_rows import reading_rows
from variants.reports.table_rows import PLACE_COLUMNS, place_rows
from variants.reports.writer import ReportOptions
from variants.terminal.state_lines import States
from variants.types.edition import Edition
from variants.types.status import Remark, State
from variants.wording.states import within_words


def views_agree(edition: Edition) -> None:
    """Check the states in ``status``, ``compare``, ``log show``, the tables, JSON and the page."""
    counts_agree(edition)
    places_agree(edition)
    remarks_agree(edition)
    page_agrees(edition)


def counts_agree(edition: Edition) -> None:
    """Check the numbers of places in each state."""
    counts = {state.value: n for state, n in edition.state_counts().items() if n}
    lines = list(summary(edition))
    first = re.fullmatch(r"\w+: (\d+|no) places? where the texts differ(?:: (.*))?", lines[0])
    assert first is not None
    told = _counted(first[2] or "")
    assert told.total() == int(first[1].replace("no", "0"))
    for line in lines:
        if line.startswith(("  on other words", "  on words that")):
            told += _counted(line.partition(": ")[2])

    assert told == Counter(counts)
    assert {k: v for k, v in write_decisions(edition)["counts"].items() if v} == counts
    states = States(edition, Selection())
    shown = "".join(piece.text for piece in states.counts())
    if states.shown:
        assert {name: int(n) for n, name in re.findall(r"(\d+) ([a-z]+)", shown)} == counts


def _counted(words: str) -> Counter[str]:
    """Return the numbers in "3 undecided, 1 decided" by state."""
    return Counter({name: int(n) for n, name in re.findall(r"(\d+) ([a-z]+)", words)})


def places_agree(edition: Edition) -> None:
    """Check the state of each entry in each view."""
    states = edition.states()
    expected = {place: state.value for place, state in states.items()}
    terminal = States(edition, Selection())
    page = StatusText(edition, ReportOptions())
    column = PLACE_COLUMNS.index("state")
    table = {row.cells[0]: row.cells[column] for row in place_rows(edition)}
    printed = {p.entry.place: p.state.value for p in places_of(edition) if p.entry is not None}
    readings = {row.place: row.state for row in reading_rows(edition)}

    assert {place: table[place] for place in expected} == expected
    to_decide = {entry.place for entry in edition.places_to_decide}
    assert printed == {place: expected[place] for place in expected if place in to_decide}
    assert readings == expected
    for entry in edition.collation.entries:
        state = expected[entry.place]
        assert page.entry(entry, "1").state.value == state
        heading = _heading(DecisionTarget(edition, entry.lemma, entry))
        assert heading.rpartition("”: " if "”: " in heading else ": ")[2].startswith(state)
        if terminal.shown:
            assert terminal.named(entry)[0].text.endswith(f" {state}")
    for status in edition.places_without_entry():
        assert table[status.place] == status.state.value


def _heading(target: DecisionTarget) -> str:
    """Return the first line about a place; what ended its earlier decisions is not asked."""
    return lines_of_place(target, lambda _: ())[0]


def remarks_agree(edition: Edition) -> None:
    """Check that each view names decided words around an entry, and new readings."""
    within = within_words(edition)
    terminal = States(edition, Selection())
    page = StatusText(edition, ReportOptions())
    column = PLACE_COLUMNS.index("remarks")
    table = {row.cells[0]: row.cells[column] for row in place_rows(edition)}
    listed = "\n".join(summary(edition))
    entries = {entry.place: entry for entry in edition.collation.entries}

    for place, words in within.items():
        entry = entries[place]
        heading = _heading(DecisionTarget(edition, entry.lemma, entry))
        assert words in table[place]
        assert words in heading
        assert words in "".join(piece.text for piece in terminal.within(entry))
        assert words in "".join(run.text for run in page.entry(entry, "1").decisions)
    assert ("inside decided words: " in listed) == bool(within)
    new = [status for status in edition.decisions.statuses if Remark.NEW_READING in status.remarks]
    for status in new:
        assert "new reading" in table[status.place]
    decided = [status for status in new if status.state is State.DECIDED]
    assert listed.count("  new reading: ") == len(decided)


def page_agrees(edition: Edition) -> None:
    """Check the state of each place in the written page."""
    file = io.BytesIO()
    write_html(edition, ReportOptions(), file)
    page = file.getvalue().decode()
    shown = dict(re.findall(r'id="a-[^"]*" data-v="([^"]*)" data-s="([a-z]+)"', page))

    assert shown == {place: state.value for place, state in edition.states().items()}
