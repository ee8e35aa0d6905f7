"""A second editor agrees with a decision."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from tests.cli.test_interactive import actions, terminal
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def row_of(run: Run, label: str) -> dict[str, str]:
    """Return the row of a place in the table."""
    table = csv.DictReader(io.StringIO(run("report", "-f", "csv").out.removeprefix("\ufeff")))
    return next(row for row in table if row["label"] == label)


def test_an_agreement_is_recorded_beside_the_decision(run: Run) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")

    ran = run("decide", "must", "--agree", "--editor", "mo")

    assert re.fullmatch(
        r"recorded: 3\.1 “must”: prints “should” with A, mo \[\w{8}\], agrees with kl\n", ran.out
    )
    shown = run("log", "show", "must").out.splitlines()
    assert shown[0] == "3.1 “must”: decided by kl, agreed by mo"
    assert [line[:10] for line in shown if line[2] != " "] == [
        "3.1 “must”",
        "  active: ",
        "  agreed: ",
    ]
    assert "prints “should” with A, kl, agreed by mo" in run("compare").out
    row = row_of(run, "3.1")
    assert (row["state"], row["editor"], row["agreed_by"]) == ("decided", "kl", "mo")
    assert "We should wait" in run("text").out


@pytest.mark.parametrize(
    "choice",
    [
        ("--keep",),
        ("--adopt", "A"),
        ("--emend", "ought to"),
        ("--alternates", "A"),
        ("--reject",),
        ("--query", "Is it an order?"),
        ("--defer",),
    ],
)
def test_the_same_decision_by_another_editor_is_an_agreement(
    run: Run, choice: tuple[str, ...]
) -> None:
    run("decide", "must", *choice, "--why", "So.")

    ran = run("decide", "must", *choice, "--why", "Checked.", "--editor", "mo")

    assert ran.out.endswith("], agrees with kl\n")
    shown = run("log", "show", "must").out
    assert ("why: So." in shown, "why: Checked." in shown) == (True, True)
    assert "before: " not in shown
    assert " by kl, agreed by mo" in shown


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("--keep",), ("--adopt", "A")),
        (("--emend", "ought to"), ("--emend", "has to")),
        (("--query", "Is it an order?"), ("--query", "Who is it that must?")),
    ],
)
def test_another_decision_replaces_the_first(
    run: Run, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    run("decide", "must", *first, "--why", "So.")

    ran = run("decide", "must", *second, "--why", "No.", "--editor", "mo")

    assert ", replaces " in ran.out
    assert "agree" not in ran.out + run("log", "show", "must").out


def test_the_same_decision_by_the_same_editor_replaces_only_that(run: Run) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    run("decide", "must", "--agree", "--editor", "mo")

    ran = run("decide", "must", "--keep", "--why", "So, I think.")

    assert ran.out.count("replaces") == 1
    assert run("log", "show", "must").out.splitlines()[0].endswith("decided by mo, agreed by kl")


def test_an_agreement_that_is_withdrawn_leaves_the_decision(run: Run) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    ran = run("decide", "must", "--agree", "--editor", "mo")

    run("log", "withdraw", ran.out.partition("[")[2].partition("]")[0], "--editor", "mo")

    assert run("log", "show", "must").out.startswith("3.1 “must”: decided\n  active: keeps")


def test_there_is_nothing_to_agree_with(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    run("decide", "ship", "--keep")
    edit_seed(texts, "ship", "boat")
    before = lines_of_log(texts)

    for place, editor, problem in (
        ("late", "mo", "1.2 has no decision"),
        ("must", "kl", "3.1 was decided by kl already"),
        ("boat", "mo", "1.1 has the state stale"),
    ):
        ran = run("decide", place, "--agree", "--editor", editor)
        assert ran.code == ExitCode.USAGE
        assert problem in ran.err
    assert lines_of_log(texts) == before


def test_an_agreement_is_with_one_place(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    before = lines_of_log(texts)

    ran = run("decide", "must", "--agree", "--everywhere", "--editor", "mo")

    assert ran.code == ExitCode.USAGE
    assert "--everywhere does not apply to --agree" in ran.err
    assert lines_of_log(texts) == before


def test_an_agreement_is_made_in_a_table(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    run("decide", "ship", "--keep")
    table = run("report", "-f", "csv").out
    filled = table.replace(",decided,adopt,", ",decided,agree,")
    (texts / "filled.csv").write_text(filled, "utf-8")

    shown = run("log", "import", "filled.csv", "--editor", "mo", "--dry-run")
    run("log", "import", "filled.csv", "--editor", "mo", "--yes")
    again = run("log", "import", "filled.csv", "--editor", "mo", "--yes")

    assert "would record: 3.1 “must”: prints “should” with A, mo" in shown.out
    assert "decided by kl, agreed by mo" in run("log", "show", "must").out
    assert again.out.startswith("nothing to record")


def test_an_agreement_in_a_table_is_with_the_decision_in_its_row(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    table = run("report", "-f", "csv").out
    (texts / "filled.csv").write_text(table.replace(",adopt,", ",agree,"), "utf-8")
    run("decide", "must", "--keep", "--why", "After all.")

    ran = run("log", "import", "filled.csv", "--editor", "mo", "--yes")

    assert ran.code != ExitCode.FINE
    assert "the decision to agree with is no longer active" in ran.err


def test_a_round_asks_for_agreement_with_each_decision_of_others(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.", "--editor", "mo")
    run("decide", "late", "--keep", "--editor", "kl")
    run("decide", "ship", "--keep", "--editor", "mo")

    with terminal("decide", "--agree") as screen:
        assert "1.1   1 of 2" in screen.wait_for("q quit")
        screen.press("a")
        assert "3.1   2 of 2" in screen.wait_for("q quit")
        screen.press("k")
        screen.wait_for("modality): ")
        screen.press("No, it is an order.\n")
        screen.wait_for("2 decisions recorded.")

    assert sorted(actions(texts)) == ["adopt", "keep", "keep", "keep", "keep"]
    assert "decided by mo, agreed by kl" in run("log", "show", "ship").out
    assert "before: prints “should”" in run("log", "show", "must").out
