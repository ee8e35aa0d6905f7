from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def last_id(folder: Path) -> str:
    return str(json.loads(lines_of_log(folder)[-1])["id"])


@pytest.mark.parametrize("command", [[], ["check"], ["seal"], ["export"], ["withdraw", "x"]])
def test_without_a_decision_there_is_no_log(run: Run, command: list[str]) -> None:
    ran = run("log", *command)

    assert ran.code == ExitCode.USAGE
    assert "This edition has no decisions yet." in ran.err


def test_the_log_lists_everything_oldest_first(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    first = last_id(texts)[-8:]
    run("decide", "ship", "--adopt", "B")

    lines = [line[18:] for line in run("log").out.splitlines()]

    assert [line.partition(",")[0] for line in lines] == [
        "letter: first compared",
        "letter:1 “ship”: keeps the seed’s words",
        "letter:1 “ship”: prints “vessel” with B",
    ]
    assert lines[1].endswith(f"[{first}]  (inactive)")
    assert lines[2].endswith(f"replaces {first}")


def test_a_place_tells_its_history(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep", "--why", "At first.")
    run("decide", "ship", "--adopt", "B", "--why", "On second thoughts.", "--evidence", "person:Li")

    out = run("log", "show", "1.1").out

    assert out.startswith("1.1 “ship”: decided\n  active: prints “vessel” with B, kl, 20")
    assert out.index("On second thoughts.") < out.index("person: Li") < out.index("At first.")
    assert last_id(texts) in out


def test_a_conflict_of_overlapping_decisions_names_the_other_one(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B")
    (path,) = (texts / "decisions").glob("*.jsonl")
    path.rename(texts / "aside")
    run("decide", "ship is", "--emend", "boat was", "--why", "So dated.", "--editor", "mo")
    other = last_id(texts)[-8:]
    (texts / "aside").rename(path)

    out = run("log", "show", "1.1").out
    settled = run("decide", "1.1", "--adopt", "B")

    line = f"  in conflict with: 1 “ship is”: emends to “boat was”, mo [{other}]\n"
    assert out.startswith("1.1 “ship”: conflict\n")
    assert line in out
    assert settled.out.count(other) == 1
    assert run("log", "show", "1.1").out.startswith("1.1 “ship”: decided\n")
    assert "in conflict with" not in run("log", "show", "1.1").out


def test_no_reason_or_comment_commands_the_terminal(run: Run) -> None:
    run("decide", "ship", "--emend", "boat", "--why", "Red\x1b[31m\nin force: mine")
    run("log", "comment", "ship", "a\x1b]0;b\u202e")

    outputs = [
        run("log").out,
        run("log", "show", "ship").out,
        run("status").out,
        run("compare", "--only", "decided").out,
    ]

    assert not any(sign in out for out in outputs for sign in ("\x1b", "\u202e"))
    assert "why: Red␛[31m in force: mine" in outputs[1]


def test_a_place_without_a_decision_is_undecided(run: Run) -> None:
    run("decide", "ship", "--keep")

    assert run("log", "show", "late").out == "1.2 “late”: undecided\n"


def test_what_is_withdrawn_holds_no_more_and_stays_in_the_log(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B")
    before = lines_of_log(texts)

    ran = run("log", "withdraw", last_id(texts)[-8:], "--why", "A slip.")

    assert ran.code == ExitCode.FINE
    assert lines_of_log(texts)[:-1] == before
    assert "The ship is late." in run("text").out
    assert "withdraws" in run("log").out


def test_a_place_names_what_ended_its_earlier_decisions(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    run("decide", "ship", "--adopt", "B")
    newer = last_id(texts)[-8:]
    run("log", "withdraw", newer, "--why", "A slip.", "--editor", "mo")
    withdrawal = json.loads(lines_of_log(texts)[-1])

    first, second = run("log", "show", "ship").out.split("  before: ")[1:]

    at = withdrawal["at"][:16].replace("T", " ")
    assert first.splitlines()[-1] == f"    replaced by {newer}, kl"
    assert second.splitlines()[-1] == (
        f"    withdrawn by mo, {at} [{withdrawal['id'][-8:]}]: A slip."
    )


def test_a_verdict_before_names_what_ended_it(run: Run, texts: Path) -> None:
    run("decide", "ship", "--touches-sense", "yes")
    run("decide", "ship", "--touches-sense", "no")
    newer = last_id(texts)[-8:]

    out = run("log", "show", "ship").out

    assert out.splitlines()[-1] == f"    replaced by {newer}, kl"


def test_what_was_withdrawn_already_is_not_withdrawn_again(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B")
    name = last_id(texts)[-8:]
    run("log", "withdraw", name, "--editor", "mo")
    before = lines_of_log(texts)

    ran = run("log", "withdraw", name)

    assert ran.code == ExitCode.USAGE
    assert f"{name} is no longer active: withdrawn by mo, 20" in ran.err
    assert lines_of_log(texts) == before


@pytest.mark.parametrize(
    ("number", "problem", "hint"),
    [
        (0, "is a record that stays in force", "hint: Name events by their ids"),
        (2, "is a withdrawal, and what it withdrew does not return", "hint: Decide again"),
        (3, "is a record that stays in force", "hint: Name events by their ids"),
    ],
)
def test_an_event_whose_withdrawal_has_no_effect_is_not_withdrawn(
    run: Run, texts: Path, number: int, problem: str, hint: str
) -> None:
    run("decide", "ship", "--adopt", "B")
    run("log", "withdraw", last_id(texts))
    run("log", "seal")
    before = lines_of_log(texts)
    name = json.loads(before[number])["id"]

    ran = run("log", "withdraw", name)

    assert ran.code == ExitCode.USAGE
    assert f"{name[-8:]} {problem}." in ran.err
    assert hint in ran.err
    assert lines_of_log(texts) == before


def test_damage_of_the_log_is_one_note_with_its_remedy(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B")
    (path,) = (texts / "decisions").glob("*.jsonl")
    with path.open("a") as file:
        file.write("<<<<<<< HEAD\n" * 12)

    ran = run("status")

    (note,) = ran.err.splitlines()
    assert ran.code == ExitCode.FINE
    assert note.startswith(f"note: The log is damaged: {path.name}:3 cannot be understood")
    assert note.count("cannot be understood") == 10
    assert "… and 2 more. Restore it from a copy, such as git;" in note


def test_words_that_must_not_be_kept_can_be_erased(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B", "--why", "Anna Winter, Elm Street 4.")
    run("decide", "late", "--keep")
    name = str(json.loads(lines_of_log(texts)[1])["id"])[-8:]

    ran = run("log", "erase", name, "--why", "Personal data.")

    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert ran.out.endswith(f".jsonl:2 [{name}]\n")
    assert not any("Elm Street" in line for line in lines_of_log(texts))
    assert f"a line was erased: Personal data., kl [{name}]" in run("log").out
    assert run("text").out.startswith("The ship is late.")
    assert run("log", "check").code == ExitCode.FINE


def test_nothing_is_erased_without_a_reason_or_on_a_server(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    name = last_id(texts)
    run("log", "push", "sqlite:///team.db")
    assert run("log", "erase", name).code == ExitCode.USAGE
    with (texts / "variants.toml").open("a") as file:
        file.write('\n[log]\nstore = "sqlite:///team.db"\n')

    ran = run("log", "erase", name, "--why", "Personal data.")

    assert ran.code == ExitCode.LOG
    assert "only from a log that is stored in files" in ran.err


@pytest.mark.parametrize(
    ("name", "message"),
    [("zzzzzzzz", "The log has no event 'zzzzzzzz'."), ("", "The id '' matches 2 events: ")],
)
def test_an_id_names_one_event(run: Run, name: str, message: str) -> None:
    run("decide", "ship", "--keep")

    ran = run("log", "withdraw", name)

    assert ran.code == ExitCode.LOG
    assert message in ran.err


def test_a_whole_log_is_said_to_be_whole(run: Run) -> None:
    run("decide", "ship", "--keep")

    ran = run("log", "check")

    assert ran.code == ExitCode.FINE
    assert ran.out.startswith("The log is complete: 2 events; kl-")


@pytest.mark.parametrize("removed", [False, True])
def test_a_log_that_was_emptied_is_not_one_without_decisions(
    run: Run, texts: Path, *, removed: bool
) -> None:
    run("decide", "ship", "--keep")
    (path,) = (texts / "decisions").glob("*.jsonl")
    path.write_bytes(b"")
    if removed:
        path.unlink()

    ran, status = run("log", "check"), run("status")

    assert ran.code == ExitCode.LOG
    assert "The log has no lines" in ran.err
    assert "git" in ran.err
    assert status.code == ExitCode.FINE
    assert status.err.startswith("note: The log has no lines")


def test_a_changed_line_is_found(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep", "--why", "Good.")
    run("decide", "late", "--keep")
    (path,) = (texts / "decisions").glob("*.jsonl")
    path.write_text(path.read_text().replace("Good.", "Bad. "))

    ran = run("log", "check")

    assert ran.code == ExitCode.LOG
    assert f"{path.name}:3" in ran.out


def test_a_seal_notes_where_carried_decisions_stand(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    edit_seed(texts, "until Friday", "till Friday")

    ran = run("log", "seal", "first proofs")

    kinds = [json.loads(line)["type"] for line in lines_of_log(texts)]
    assert ran.code == ExitCode.FINE
    assert kinds == ["open", "decision", "anchor", "seal"]
    assert "seal “first proofs” over 3 events" in run("log").out
    decision = json.loads(lines_of_log(texts)[1])["id"][-8:]
    assert f"letter:3 “must”: new place of {decision}, kl [" in run("log").out
    shutil.rmtree(texts / "decisions" / "texts")
    assert run("log", "show", "must").out.startswith("3.1 “must”: decided\n")


def test_the_csv_has_a_row_for_every_place(run: Run) -> None:
    run("decide", "ship", "--adopt", "B", "--why", "=1+1")
    run("decide", "wait", "--query", "Really?")

    rows = list(csv.DictReader(io.StringIO(run("log", "export").out.removeprefix("\ufeff"))))

    assert [(row["label"], row["seed"], row["state"], row["printed"]) for row in rows] == [
        ("1.1", "ship", "decided", "vessel"),
        ("1.2", "late", "undecided", ""),
        ("2.1", "knows", "undecided", ""),
        ("3.1", "must", "undecided", ""),
        ("", "wait", "query", ""),
    ]
    assert rows[0]["why"] == "'=1+1"


def test_the_lines_are_exported_as_they_stand(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B")

    ran = run("log", "export", "-f", "jsonl", "-o", "log.jsonl")

    assert ran.err == "written: log.jsonl\n"
    assert sorted((texts / "log.jsonl").read_text().splitlines()) == sorted(lines_of_log(texts))


def test_what_is_in_force_is_exported_as_annotations(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    run("decide", "ship", "--emend", "boat", "--why", "It is small.")
    name = last_id(texts)

    page = json.loads(run("log", "export", "-f", "webannotation").out)

    (annotation,) = page["items"]
    assert annotation["id"].endswith(name)
    assert annotation["motivation"] == "editing"
