"""Every view prints the same sentence for a decision."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable

import pytest

from tests.reports.statuses import DECIDED_HARBOUR
from tests.terminal.screens import plain
from variants.cli.event_text import decision_summary
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.terminal import Layout, View
from variants.wording.decision_text import decision_runs
from variants.wording.text_runs import to_plain

_DECISIONS = [one for status in DECIDED_HARBOUR.decisions.statuses for one in status.live]


def _written(name: str) -> str:
    file = io.BytesIO()
    WRITERS[name].write(DECIDED_HARBOUR, ReportOptions(), file)
    if name != "docx":
        return file.getvalue().decode()
    with zipfile.ZipFile(file) as archive:
        parts = [archive.read(part).decode() for part in archive.namelist()]
    return "\n".join(parts)


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def _without_macros(text: str) -> str:
    return re.sub(r"\\v[A-Z][a-z]+\{|[{}]|\\allowbreak", "", text)


_VIEWS: dict[str, Callable[[], str]] = {
    **{
        layout.value: lambda layout=layout: plain(DECIDED_HARBOUR, 900, View(layout))  # type: ignore[misc] # bound early
        for layout in Layout
        if layout is not Layout.COLUMNS and layout is not Layout.TWO  # A narrow column wraps.
    },
    "html": lambda: _without_tags(_written("html")),
    "tei": lambda: _without_tags(_written("tei")),
    "docx": lambda: _without_tags(_written("docx")),
    "markdown": lambda: _written("markdown"),
    "latex": lambda: _without_macros(_written("latex")),
    "log": lambda: "\n".join(map(decision_summary, _DECISIONS)),
}


_SCREENS = {"stacked", "inline", "readings"}


def _sentences(view: str) -> set[str]:
    """Return the sentences that a view prints; screens only count lost decisions."""
    return {
        to_plain(decision_runs(one))
        for status in DECIDED_HARBOUR.decisions.statuses
        for one in status.live
        if status.span is not None or view not in _SCREENS
    }


@pytest.mark.parametrize("view", _VIEWS)
def test_a_view_prints_the_sentence_of_every_decision(view: str) -> None:
    text = " ".join(_VIEWS[view]().split())

    assert {sentence for sentence in _sentences(view) if sentence not in text} == set()
