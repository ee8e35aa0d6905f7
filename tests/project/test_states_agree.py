"""Every view shows a place in one state, whatever was decided, edited and renamed."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.project.edited_editions import EditedEdition, make_edition
from tests.project.views import counts_agree, page_agrees, places_agree, remarks_agree
from variants.types.edition import Edition

SEEDS = range(24)
"""Seeds of the editions; thousands can be tried with ``check``."""


@pytest.mark.parametrize("seed", SEEDS)
def test_all_views_show_each_place_in_one_state(seed: int, tmp_path: Path) -> None:
    check(seed, tmp_path)


def check(seed: int, folder: Path) -> None:
    """Make an edition, work on it, and compare its views after each few steps."""
    draw = Random(seed)  # noqa: S311 - equal editions in every run
    made = make_edition(folder, draw)
    for _ in range(3):
        for _ in range(draw.randint(2, 5)):
            made.step()
        edition = made.load()
        nothing_is_gone(made, edition)
        counts_agree(edition)
        places_agree(edition)
        remarks_agree(edition)
    page_agrees(edition)


def nothing_is_gone(made: EditedEdition, edition: Edition) -> None:
    """Check that each decision of the log is on a place of the document, or without a place."""
    history = made.history()
    live = [each.id for status in edition.decisions.statuses for each in status.live]
    elsewhere = {d.id for d in history.decisions() if d.anchor.document != edition.name}
    active = {d.id for d in history.decisions() if history.is_active(d.id)}

    assert len(live) == len(set(live))
    assert {*live} | (elsewhere & active) == active
