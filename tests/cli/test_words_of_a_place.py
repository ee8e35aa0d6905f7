"""Words that are a part of a place: the place is named, and it is not decided for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import lines_of_log
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _haste(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make an edition with the place 1.1 “in great haste”, for which A has “quickly”."""
    (tmp_path / "seed.txt").write_text("They left in great haste before night. It rained.\n")
    (tmp_path / "other.txt").write_text("They left quickly before night. It rained.\n")
    monkeypatch.setenv("VARIANTS_EDITOR", "kl")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    run("init", "seed.txt", "other.txt", "--name", "haste")


@pytest.mark.parametrize("choice", [("--adopt", "A"), ("--alternates", "A")])
def test_a_word_cannot_take_the_reading_of_its_place(
    run: Run, tmp_path: Path, choice: tuple[str, str]
) -> None:
    ran = run("decide", "haste", *choice)

    assert ran.code == ExitCode.USAGE
    assert "A has no reading of just “haste”: it is inside place 1.1" in ran.err
    assert "“in great haste”, for which A has “quickly”" in ran.err
    assert "give 1.1 as PLACE" in ran.err
    assert not any('"decision"' in line for line in lines_of_log(tmp_path))
    assert run("decide", "1.1", *choice).code == ExitCode.FINE


def test_a_verdict_on_a_word_names_its_place(run: Run) -> None:
    ran = run("decide", "haste", "--touches-sense", "no")

    assert ran.code == ExitCode.USAGE
    assert "it is inside place 1.1." in ran.err
    assert "give 1.1 as PLACE" in ran.err


def test_the_history_of_a_word_names_its_place(run: Run) -> None:
    assert (
        "1 “haste”: undecided, inside place 1.1 “in great haste”" in run("log", "show", "haste").out
    )
    assert "inside" not in run("log", "show", "night").out


def test_a_word_outside_all_places_has_no_place_to_name(run: Run) -> None:
    ran = run("decide", "night", "--adopt", "A")

    assert "A has no reading of just “night”." in ran.err
    assert "inside" not in ran.err
