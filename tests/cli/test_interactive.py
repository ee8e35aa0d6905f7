"""The round through open places, on a real terminal."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode

_PATIENCE = 40  # Seconds; a busy machine is slow, not wrong.


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


class Terminal:
    """A program on a pseudo-terminal: keys go in, and what is shown is waited for."""

    def __init__(self, master: int) -> None:
        self._master = master
        self.shown = ""

    def wait_for(self, words: str) -> str:
        """Return the new output up to these words."""
        until = time.monotonic() + _PATIENCE
        while words not in self.shown:
            ready, _, _ = select.select([self._master], [], [], max(0, until - time.monotonic()))
            assert ready, f"{words!r} never came, only {self.shown!r}"
            try:
                self.shown += os.read(self._master, 65536).decode()
            except OSError:
                break
        before, found, self.shown = self.shown.partition(words)
        assert found, f"{words!r} never came, only {before!r}"
        return before + found

    def press(self, keys: str) -> None:
        """Send keys to the terminal."""
        os.write(self._master, keys.encode())


@contextlib.contextmanager
def terminal(*arguments: str, **environment: str) -> Iterator[Terminal]:
    """Run ``variants`` with these arguments in a pseudo-terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "variants", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "dumb", **environment},
        close_fds=True,
    )
    os.close(slave)
    try:
        yield Terminal(master)
        assert process.wait(_PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
        os.close(master)


def actions(folder: Path) -> list[str]:
    """Return the actions or types of the recorded events, without those for texts."""
    events = [json.loads(line) for line in lines_of_log(folder)]
    return [event.get("action", event["type"]) for event in events if event["type"] != "open"]


def test_a_round_goes_from_place_to_place_and_is_taken_up_again(run: Run, texts: Path) -> None:
    with terminal("decide") as first:
        screen = first.wait_for("q quit")
        assert "1.1   1 of 4" in screen
        assert "The [ship] is late." in screen
        assert " 1 B: vessel   wording" in screen
        first.press("k")
        first.wait_for("1.2   2 of 4")
        first.wait_for("q quit")
        first.press("1")
        first.wait_for("2.1   3 of 4")
        first.wait_for("q quit")
        first.press("s")
        first.wait_for("3.1   4 of 4")
        first.wait_for("q quit")
        first.press("1")
        first.wait_for("modality): ")
        first.press("It is milder.\n")
        first.wait_for("3 decisions recorded.")
    with terminal("decide") as second:
        assert "2.1   1 of 1" in second.wait_for("q quit")
        second.press("q")
        second.wait_for("0 decisions recorded.")

    assert actions(texts) == ["keep", "adopt", "adopt"]
    assert run("text").out.startswith("The ship is delayed. Nobody knows why. We should wait")


def test_what_was_decided_is_taken_back(run: Run, texts: Path) -> None:
    with terminal("decide") as screen:
        screen.wait_for("q quit")
        screen.press("1")
        screen.wait_for("1.2   2 of 4")
        screen.wait_for("q quit")
        screen.press("u")
        screen.wait_for("1.1   1 of 4")
        screen.wait_for("q quit")
        screen.press("e")
        screen.wait_for("Enter cancels): ")
        screen.press("boat\n")
        screen.wait_for("Reason (")
        screen.press("It is small.\n")
        screen.wait_for("1.2   2 of 4")
        screen.wait_for("q quit")
        screen.press("b")
        screen.wait_for("decided: emends to “boat”")
        screen.wait_for("q quit")
        screen.press("k")
        screen.wait_for("1.2   2 of 4")
        screen.wait_for("q quit")
        screen.press("u")
        screen.wait_for("decided: emends to “boat”")
        screen.wait_for("q quit")
        screen.press("q")
        screen.wait_for("1 decision recorded.")

    assert actions(texts) == ["adopt", "withdraw", "emend", "keep", "withdraw", "emend"]
    assert run("text").out.startswith("The boat is late.")


def test_comments_are_shown_and_made(run: Run, texts: Path) -> None:
    run("log", "comment", "ship", "Ask Li.", "--editor", "mo")

    with terminal("decide") as screen:
        assert "mo, comment: Ask Li." in screen.wait_for("q quit")
        screen.press("c")
        screen.wait_for("Comment: ")
        screen.press("Li says yes.\n")
        screen.wait_for("mo, comment: Ask Li.")
        screen.wait_for("kl, comment: Li says yes.")
        screen.wait_for("q quit")
        screen.press("c")
        screen.wait_for("Comment: ")
        screen.press("\n")
        screen.wait_for("1.1   1 of 4")
        screen.wait_for("q quit")
        screen.press("q")
        screen.wait_for("0 decisions recorded.")

    assert actions(texts) == ["comment", "comment"]
    assert run("log", "show", "ship").out.count("comment: ") == 2


def test_a_comment_is_shown_once_after_others_have_decided(run: Run) -> None:
    with terminal("decide") as screen:
        screen.wait_for("q quit")
        screen.press("c")
        screen.wait_for("Comment: ")
        screen.press("Ask Li.\n")
        screen.wait_for("kl, comment: Ask Li.")
        screen.wait_for("q quit")
        run("decide", "ship", "--adopt", "B", "--editor", "mo")
        screen.press("k")
        screen.wait_for("Press Enter to continue. ")
        screen.press("\n")
        screen.wait_for("prints “vessel” with B, mo")
        shown = screen.wait_for("q quit")
        screen.press("q")
        screen.wait_for("0 decisions recorded.")

    assert shown.count("Ask Li.") == 1


def test_a_reason_that_is_not_given_records_nothing(texts: Path) -> None:
    with terminal("decide") as screen:
        for _ in range(3):
            screen.wait_for("q quit")
            screen.press("s")
        screen.wait_for("3.1   4 of 4")
        screen.wait_for("q quit")
        screen.press("k")
        screen.wait_for("Reason (")
        screen.press("\n")
        screen.wait_for("3.1   4 of 4")
        screen.wait_for("q quit")
        screen.press("q")
        screen.wait_for("0 decisions recorded.")

    assert lines_of_log(texts) == []


def test_the_key_is_asked_for_once(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIANTS_EDITOR")

    with terminal("decide", "ship", "--keep") as first:
        first.wait_for("Your key: ")
        first.press("mo\n")
        first.wait_for("keeps the seed’s words, mo")
    with terminal("decide", "late", "--keep") as second:
        shown = second.wait_for("keeps the seed’s words, mo")

    assert "Your key" not in shown
    assert (texts / "config/variants/settings.toml").read_text() == 'editor = "mo"\n'
    assert [path.name[:3] for path in (texts / "decisions").glob("*.jsonl")] == ["mo-"]


_RULES = """
[[classify]]
name = "must"
pairs = [["must", "should"]]
sense = true

[[classify]]
name = "the rest"
seed = ".*"
sense = false
"""


def test_a_round_about_sense_leaves_out_other_places_and_counts_them(texts: Path) -> None:
    with (texts / "variants.toml").open("a") as file:
        file.write(_RULES)

    with terminal("decide", "--sense", VARIANTS_EDITOR="kl") as screen:
        place = screen.wait_for("q quit")
        screen.press("q")
        rest = screen.wait_for("less than 0.1 expected to touch the sense")

    assert "1 of 1" in place
    assert "should   modality, touches the sense (rule must)" in place
    assert "0 decisions recorded." in rest
    assert re.search(r"hidden  [1-9] places? of other wording", rest)


def test_sense_chooses_among_open_places_only(run: Run) -> None:
    ran = run("decide", "3.1", "--keep", "--sense", "--editor", "kl")

    assert ran.code == ExitCode.USAGE
    assert "--sense does not apply to a single place" in ran.err


def test_spaces_at_which_no_line_is_broken_are_shown_as_spaces(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("Où est le bateau\N{NARROW NO-BREAK SPACE}? Il part.\n")
    (tmp_path / "two.txt").write_text("Où est la barque\N{NARROW NO-BREAK SPACE}? Il part.\n")
    assert run("init", "one.txt", "two.txt", "--into", "port").code == ExitCode.FINE
    monkeypatch.chdir(tmp_path / "port")

    with terminal("decide", VARIANTS_EDITOR="kl") as screen:
        shown = screen.wait_for("q quit")
        screen.press("q")

    assert "bateau" in shown
    assert "�" not in shown
