from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.editions import ROOT, telegram
from variants.errors import BadSettingsFile
from variants.log.check import check_log
from variants.pipeline import collate
from variants.project.editors import read_editors
from variants.project.load import load_edition, read_log
from variants.settings import Settings
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.status import State


@pytest.fixture(scope="module")
def shipped() -> Edition:
    """Return the shipped edition."""
    return load_edition("telegram-302sh", collate(telegram(), Settings()), ROOT, read_log(ROOT))


def test_the_log_of_the_shipped_edition_is_whole() -> None:
    assert check_log(*read_log(ROOT)) == []


def test_the_shipped_edition_shows_every_sort_of_state_that_needs_one_editor(
    shipped: Edition,
) -> None:
    states = {status.state for status in shipped.decisions.statuses}

    assert {State.DECIDED, State.QUERY, State.DEFERRED} <= states
    assert states <= {State.DECIDED, State.QUERY, State.DEFERRED}


def test_what_the_shipped_edition_prints_is_traced_to_its_decisions(shipped: Edition) -> None:
    printed = {
        run.text: run.status.live[0].action for run in shipped.runs() if run.status is not None
    }

    assert printed == {"combat pilots": Action.EMEND, "sooner": Action.ADOPT}


def test_editors_have_the_names_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "editors.toml").write_text('kl = "Klara Lind"\n[mo]\nname = "M. O."\n[xy]\n')

    assert read_editors(tmp_path) == {"kl": "Klara Lind", "mo": "M. O."}


def test_a_byte_order_mark_before_the_editors_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "editors.toml").write_text('kl = "Klara Lind"\n', encoding="utf-8-sig")

    assert read_editors(tmp_path) == {"kl": "Klara Lind"}


def test_without_a_list_of_editors_there_are_no_names(tmp_path: Path) -> None:
    assert read_editors(tmp_path) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("kl = ", "line 1: this is not TOML"),
        ('mo = "M. O."\nkl = 3', "line 2: the name of kl is not a text"),
        ("\n[kl]\nname = []", "line 2: the name of kl is not a text"),
    ],
)
def test_an_invalid_list_of_editors_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "editors.toml").write_text(content)

    with pytest.raises(BadSettingsFile, match=message) as caught:
        read_editors(tmp_path)

    assert caught.value.hint
