"""The log in files keeps what is written and reports damage."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.log.log_files import file_of, lines_of, problems_in
from tests.log.logs import (
    compared,
    decide,
    journal_in,
    judge,
    remember,
    statuses,
)
from variants.log.events import Event
from variants.log.history import History
from variants.log.journal import Journal, read_history
from variants.log.stores import open_store
from variants.types.decision import Action, Decision
from variants.types.status import Rule, State, VerdictState
from variants.types.verdict import SenseVerdict


def test_a_log_that_nobody_has_touched_checks(written: Journal, tmp_path: Path) -> None:
    assert problems_in(tmp_path) == []
    assert len(lines_of(tmp_path)) == written.history.count == 4


def test_hidden_files_are_no_part_of_the_log(written: Journal, tmp_path: Path) -> None:
    (tmp_path / "decisions" / "._kl-1.jsonl").write_bytes(b"\x00\x05\x16\x07")

    assert problems_in(tmp_path) == []
    assert read_history(open_store(tmp_path)).heads == written.history.heads


def test_reading_makes_nothing(tmp_path: Path) -> None:
    journal_in(tmp_path)

    assert list(tmp_path.iterdir()) == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["decide", "judge", "comment", "withdraw", "seal", "again"]), max_size=8
    )
)
def test_earlier_bytes_never_change(tmp_path: Path, doings: list[str]) -> None:
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    journal = journal_in(root)
    before = b""
    for doing in ["decide", *doings]:
        history = journal.history
        judged: list[Decision | SenseVerdict] = [*history.decisions(), *history.verdicts()]
        live = [each for each in judged if history.is_active(each.id)]
        match doing:
            case "decide":
                journal.record([decide("Gao Gang")], compared())
            case "judge":
                journal.judge([judge("an armistice", "a truce")], compared())
            case "comment":
                journal.comment("Look.", on=remember("an armistice"))
            case "withdraw" if live:
                journal.withdraw([live[0].id])
            case "seal":
                journal.seal()
            case _:
                journal = journal_in(root)

        after = file_of(root).read_bytes()
        assert after.startswith(before)
        before = after
    assert problems_in(root) == []


@pytest.mark.system
def test_git_merges_what_two_clones_recorded_alike_in_both_orders(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.email=e@x", "-c", "user.name=x", *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)  # noqa: S603 - our own command

    git("init", "-q", "-b", "main")
    (tmp_path / ".gitignore").write_text(".variants/\n")
    (begun,) = journal_in(tmp_path, "xy").record([decide("Inform us")], compared())
    git("add", "-A")
    git("commit", "-qm", "begun")
    for editor, decision in (
        ("kl", decide("an armistice")),
        ("mo", decide("an armistice", Action.ADOPT, "a truce", of=["B"])),
    ):
        git("checkout", "-q", "-b", editor, "main")
        journal = journal_in(tmp_path, editor)
        (gone, _) = journal.record([decide("Gao Gang", why="A name."), decision], compared())
        journal.withdraw([begun.id], "All of it.")
        journal.judge([judge("an armistice", "a truce", touches_sense=editor == "kl")], compared())
        journal.comment("Look.", on=gone.id)
        journal.make_rule(Rule("", f"R-{editor}", "Names", "", ""))
        journal.erase(gone.id, "personal data")
        journal.seal("proofs")
        git("add", "-A")
        git("commit", "-qm", editor)

    merged = []
    for first, second in (("kl", "mo"), ("mo", "kl")):
        git("checkout", "-q", "-b", f"{first}-first", first)
        git("merge", "-q", "-m", "join", second)
        merged.append(read_history(open_store(tmp_path)))
        assert problems_in(tmp_path) == []

    one, other = (statuses(history) for history in merged)
    assert one == other
    assert merged[0].heads == merged[1].heads
    states = {each.state for each in one.statuses}
    assert states == {State.CONFLICT, State.UNDECIDED}
    assert {each.state for each in one.verdicts} == {VerdictState.DISPUTED}


def test_what_is_read_in_pieces_is_the_same(written: Journal, tmp_path: Path) -> None:
    history = History()
    events: list[Event] = []
    for line in lines_of(tmp_path):
        events += history.extend({file_of(tmp_path).stem: [line]})

    assert history.heads == written.history.heads
    assert events == list(written.history.events())
