"""Fixtures of the tests of the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.log.logs import (
    compared,
    decide,
    journal_in,
)
from variants.log.journal import Journal


@pytest.fixture
def written(tmp_path: Path) -> Journal:
    """Return a journal with four lines: open, two decisions, a comment."""
    journal = journal_in(tmp_path)
    first, _ = journal.record([decide("Gao Gang"), decide("an armistice")], compared())
    journal.comment("Sure?", on=first.id)
    return journal
