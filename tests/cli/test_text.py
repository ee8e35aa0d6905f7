from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import SEED, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def test_without_decisions_the_text_is_the_seed(run: Run, texts: Path) -> None:
    written = run("text", "-o", "established.txt")

    assert (written.out, written.err) == ("", "written: established.txt\n")
    assert run("text").out == run("text", "-o", "-").out == SEED
    assert (texts / "established.txt").read_text() == SEED


def test_words_that_are_left_out_take_one_blank_along(run: Run) -> None:
    run("decide", "late", "--emend", "", "--why", "Cut.")
    run("decide", "until Friday", "--emend", "", "--why", "Cut.")

    assert run("text").out == "The ship is. Nobody knows why. We must wait.\n"


def test_marks_tell_whose_words_are_not_the_seeds(run: Run) -> None:
    run("decide", "ship", "--adopt", "B")
    run("decide", "late", "--keep")

    text, notes = run("text", "--marks").out.split("\n\n")

    assert text == "The [ship → vessel] is late. Nobody knows why. We must wait until Friday."
    assert notes.startswith("1.1 “ship”: prints “vessel” with B, kl [")
    assert notes.count("\n") == 1


def test_the_brackets_of_words_left_out_or_inserted_are_between_spaces(
    run: Run, texts: Path
) -> None:
    (texts / "variants/letter/A.txt").write_text(
        "The ship is very late. Nobody knows why. We must wait until Friday.\n"
    )
    run("decide", "until Friday", "--emend", "", "--why", "Cut.")
    run("decide", "1.2", "--adopt", "A", "--why", "Fuller.")
    run("decide", "1:The", "--emend", "", "--why", "Cut.")

    text = run("text", "--marks").out

    assert text.startswith("[The → ] ship is [ → very] late.")
    assert "We must wait [until Friday → ]." in text


def test_one_document_is_written_at_a_time(run: Run, texts: Path) -> None:
    (texts / "seeds" / "memo.txt").write_text("One.")
    (texts / "variants" / "memo").mkdir()
    (texts / "variants" / "memo" / "A.txt").write_text("Two.")

    assert run("text").code == ExitCode.USAGE
    assert run("text", "--doc", "memo").out == "One.\n"
    assert run("decide", "memo:One", "--keep", "--why", "So.").code == ExitCode.FINE
