from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode
from variants.reports.formats import WRITERS


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def comment(run: Run, texts: Path, *arguments: str) -> str:
    """Record a comment; the last letters of its id are given."""
    ran = run("log", "comment", *arguments)
    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    return str(json.loads(lines_of_log(texts)[-1])["id"])[-8:]


@pytest.mark.parametrize("place", ["3.1", "must", "letter:3.1", "3:must"])
def test_a_comment_stands_with_its_place_and_decides_nothing(
    run: Run, texts: Path, place: str
) -> None:
    name = comment(run, texts, place, "Ask Li.")

    shown = run("log", "show", "3.1").out
    assert shown.startswith("3.1 “must”: undecided\n  comment: Ask Li. — kl, 20")
    assert shown.endswith(f"[{name}]\n")
    assert f"letter:3 “must”: comment: Ask Li., kl [{name}]" in run("log").out
    assert run("status").out.startswith("letter: 4 places where the texts differ: 4 undecided\n")


def test_a_comment_answers_another(run: Run, texts: Path) -> None:
    first = comment(run, texts, "must", "Ask Li.")
    second = comment(run, texts, "must", "Li says no.", "--reply", first, "--editor", "mo")

    shown = run("log", "show", "must").out.splitlines()

    assert [line.partition(" — ")[0] for line in shown[1:]] == [
        "  comment: Ask Li.",
        "  comment: Li says no.",
    ]
    assert shown[-1].endswith(f", answers {first} [{second}]")


def test_a_comment_is_carried_along_and_can_be_withdrawn(run: Run, texts: Path) -> None:
    name = comment(run, texts, "must", "Ask Li.")
    edit_seed(texts, "until Friday", "till Friday")
    carried = run("log", "show", "must").out
    edit_seed(texts, "must wait", "shall wait")
    stale = run("log", "show", "shall").out
    run("log", "withdraw", name)

    assert "Ask Li." in carried
    assert "Ask Li." in stale
    assert "Ask Li." not in run("log", "show", "shall").out


def test_a_comment_on_words_that_are_gone_is_not_lost(run: Run, texts: Path) -> None:
    comment(run, texts, "ship", "Ask Li.")
    edit_seed(texts, "The ship is late. ", "")

    assert "Ask Li." in run("log").out
    assert run("status", "--check").code == ExitCode.FINE
    assert run("compare").code == ExitCode.FINE


@pytest.mark.parametrize("gone", [False, True], ids=["on words", "on words that are gone"])
def test_every_report_can_be_made_where_somebody_has_only_spoken(
    run: Run,
    texts: Path,
    gone: bool,  # noqa: FBT001 - a case
) -> None:
    comment(run, texts, "ship", "Ask Li.")
    comment(run, texts, "is", "Or Yang.")
    if gone:
        edit_seed(texts, "The ship is late. ", "")
    names = [name for name in WRITERS if not name.endswith("pdf")]

    ran = run("report", "-f", ",".join(names), "-o", "out/")

    assert ran.code == ExitCode.FINE
    assert ran.err.startswith("written: out/letter.html, ")
    assert "1.*1" not in (texts / "out" / "letter.md").read_text()
    assert (texts / "out" / "letter.csv").read_text().count("undecided") == 4
    if not gone:
        assert "Ask Li." in (texts / "out" / "letter.html").read_text()
        assert "Ask Li." in (texts / "out" / "letter.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["must", " "], ExitCode.USAGE, "The comment is empty"),
        (["mast", "Ask Li."], ExitCode.USAGE, "There is no place 'mast'"),
        (
            ["must", "Ask Li.", "--reply", "zzzzzzzz"],
            ExitCode.LOG,
            "The log has no event 'zzzzzzzz'",
        ),
    ],
)
def test_what_is_no_comment_is_refused(
    run: Run, texts: Path, arguments: list[str], code: ExitCode, message: str
) -> None:
    ran = run("log", "comment", *arguments)

    assert ran.code == code
    assert message in ran.err
    assert lines_of_log(texts) == []


def test_only_a_comment_can_be_answered(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    name = str(json.loads(lines_of_log(texts)[-1])["id"])[-8:]

    ran = run("log", "comment", "ship", "Why?", "--reply", name)

    assert ran.code == ExitCode.LOG
    assert "The log has no comment" in ran.err


def test_the_words_that_a_comment_is_on_are_found_again_by_the_text_it_was_made_on(
    run: Run, texts: Path
) -> None:
    comment(run, texts, "must", "Ask Li.")

    kept = [path.read_text() for path in (texts / "decisions" / "texts").glob("**/*.txt")]

    assert kept == [(texts / "seeds" / "letter.txt").read_text()]
    shutil.rmtree(texts / "decisions" / "texts")
    assert "Ask Li." in run("log", "show", "must").out
