"""Readings that cannot be adopted alone, in the commands that show or adopt them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import lines_of_log
from variants.cli.exit_codes import ExitCode

_NOTE = "not adoptable alone"


@pytest.fixture(autouse=True)
def _shore(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make an edition in which a sentence turns its words round."""
    (tmp_path / "seed.txt").write_text("We cannot see the shore. It rained.\n")
    (tmp_path / "other.txt").write_text("The shore cannot be seen. It snowed.\n")
    monkeypatch.setenv("VARIANTS_EDITOR", "kl")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    run("init", "seed.txt", "other.txt", "--name", "shore")


def test_it_is_not_adopted_and_the_message_explains_what_to_do(run: Run, tmp_path: Path) -> None:
    ran = run("decide", "1.1", "--adopt", "A", "--why", "It is shorter.")

    assert ran.code == ExitCode.USAGE
    assert "A has words at 1.1 that cannot be adopted alone" in ran.err
    assert "Adopt the whole sentence" in ran.err
    assert not any('"decision"' in line for line in lines_of_log(tmp_path))


def test_the_sentence_can_be_adopted_instead(run: Run) -> None:
    words = ("We cannot see the shore", "--emend", "The shore cannot be seen", "--why", "So.")

    assert run("decide", *words).code == ExitCode.FINE
    assert "The shore cannot be seen. It rained." in run("text").out


def test_the_list_of_readings_and_the_history_of_the_place_name_it(run: Run) -> None:
    assert f"A “The”: {_NOTE}" in run("log", "show", "1.1").out
    assert _NOTE not in run("log", "show", "2.1").out
    listed = run("compare", "--layout", "readings", "--sentence", "1").out
    assert _NOTE in " ".join(listed.split())
    assert _NOTE not in run("compare", "--layout", "readings", "--sentence", "2").out
