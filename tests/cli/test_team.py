"""An edition whose log a server keeps, and what goes between a server and files."""

from __future__ import annotations

import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import lines_of_log, make_letter
from tests.cli.test_interactive import terminal
from tests.log import postgresql
from variants.cli.exit_codes import ExitCode
from variants.log.check import check_log
from variants.project.load import read_log

SQLITE = "sqlite:///team.db"


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


@pytest.fixture(
    params=[SQLITE, pytest.param("postgresql", marks=pytest.mark.system)],
    ids=["sqlite", "postgresql"],
)
def address(request: pytest.FixtureRequest) -> str:
    """Return the address of an empty server of each type."""
    if request.param == SQLITE:
        return SQLITE
    return str(request.getfixturevalue("server"))


def keep_on(address: str, folder: Path) -> None:
    """Let a server keep the log of an edition."""
    with (folder / "variants.toml").open("a") as file:
        file.write(f'\n[log]\nstore = "{address}"\n')


def test_every_command_works_on_the_server(run: Run, texts: Path, address: str) -> None:
    keep_on(address, texts)
    nothing = run("log")
    assert run("status").out.startswith("letter: 4 places where the texts differ: 4 undecided")
    assert sorted(path.name for path in texts.glob("*.db")) == []

    outcomes = [
        run("decide", "ship", "--adopt", "B"),
        run("rules", "add", "R1", "Lateness", "--pair", "late=delayed"),
        run("rules", "apply", "R1", "--yes"),
        run("log", "comment", "must", "Ask Li."),
        run("log", "seal", "proofs"),
        run("log", "check"),
        run("rules"),
    ]

    assert nothing.code == ExitCode.USAGE
    assert [(ran.code, ran.err) for ran in outcomes] == [(ExitCode.FINE, "")] * len(outcomes)
    assert outcomes[-2].out.startswith("The log is complete: 6 events;")
    assert run("text").out.startswith("The vessel is late.")
    assert "2 decided" in run("status").out
    assert "Ask Li." in run("log", "show", "must").out
    assert "delayed" in run("compare", "--only", "decided", "--layout", "readings").out
    assert run("log", "export", "-f", "jsonl").out.count("\n") == 6
    assert "vessel" in run("report", "-f", "text").out
    assert not (texts / "decisions").exists()


def test_a_round_is_recorded_on_the_server_and_sees_what_others_decide(
    run: Run, texts: Path, address: str
) -> None:
    keep_on(address, texts)

    with terminal("decide", "--editor", "mo") as screen:
        screen.wait_for("q quit")
        run("decide", "ship", "--adopt", "B")
        screen.press("k")
        screen.wait_for("changed in the meantime (by kl)")
        screen.wait_for("Press Enter to continue. ")
        screen.press("\n")
        screen.wait_for("prints “vessel” with B, kl")
        screen.wait_for("q quit")
        screen.press("k")
        screen.wait_for("1.2   2 of 4")
        screen.wait_for("q quit")
        screen.press("k")
        screen.wait_for("2.1   3 of 4")
        screen.wait_for("q quit")
        run("decide", "late", "--adopt", "B")
        screen.press("b")
        screen.wait_for("decided: keeps the seed’s words")
        screen.wait_for("q quit")
        screen.press("x")
        screen.wait_for("changed in the meantime (by kl)")
        screen.wait_for("Press Enter to continue. ")
        screen.press("\n")
        screen.wait_for("prints “delayed” with B, kl")
        screen.wait_for("q quit")
        screen.press("q")
        screen.wait_for("1 decision recorded.")

    shown = run("log", "show", "ship").out
    assert "active: keeps the seed’s words, mo" in shown
    assert "before: prints “vessel” with B, kl" in shown
    assert run("status", "--check").code == ExitCode.FINE


def test_editors_who_decide_at_once_lose_nothing(command: Run, texts: Path, address: str) -> None:
    keep_on(address, texts)
    tasks = [
        ("ship", "--adopt", "B", "--editor", "kl"),
        ("ship", "--keep", "--editor", "mo"),
        ("late", "--keep", "--editor", "kl"),
        ("knows", "--keep", "--editor", "mo"),
    ]

    with ThreadPoolExecutor(len(tasks)) as pool:
        outcomes = list(pool.map(lambda task: command("decide", *task), tasks))

    history, store = read_log(texts)
    recorded = [one for one in outcomes if one.code == ExitCode.FINE]
    refused = [one for one in outcomes if one.code == ExitCode.LOG]
    assert len(recorded) + len(refused) == len(tasks)
    assert all("in the meantime" in one.err for one in refused)
    assert len(history.decisions()) == len(recorded) >= len(tasks) - 1
    assert check_log(history, store) == []


def test_what_is_pushed_can_be_pulled_elsewhere_and_stands_alike(
    run: Run, texts: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = texts / "here", texts / "there"
    for copy in (here, there):
        for name in ("seeds", "variants"):
            shutil.copytree(texts / name, copy / name)
    server = "sqlite:///../team.db" if address == SQLITE else address
    monkeypatch.chdir(here)
    run("decide", "ship", "--adopt", "B")
    run("log", "comment", "ship", "Ask Li.")
    assert "would push" in run("log", "push", server, "--dry-run").out
    assert not list(texts.glob("*.db"))
    pushed = run("log", "push", server)
    monkeypatch.chdir(there)
    run("decide", "ship", "--keep", "--editor", "mo")
    run("decide", "late", "--keep", "--editor", "mo")

    dry = run("log", "pull", server, "--dry-run")
    assert len(lines_of_log(there)) == 3
    pulled, again = (run("log", "pull", server) for _ in range(2))
    run("log", "push", server)
    monkeypatch.chdir(here)
    run("log", "pull", server)
    states = run("status").out

    monkeypatch.chdir(there)
    assert pushed.out.startswith(f"pushed to {server}: 3 lines, 3 texts\n  kl-")
    assert dry.out.startswith(f"would pull from {server}: 3 lines\n  kl-")
    assert pulled.out.startswith(f"pulled from {server}: 3 lines\n  kl-")
    assert again.out == f"nothing to pull from {server}\n"
    assert "conflict: 1.1 “ship”" in states
    assert run("status").out == states
    assert lines_of_log(here) == lines_of_log(there)
    assert run("log", "check").code == ExitCode.FINE


def test_what_lies_in_files_only_is_told_and_never_forked(
    run: Run, texts: Path, address: str
) -> None:
    run("decide", "ship", "--adopt", "B")
    keep_on(address, texts)

    told = run("status")
    nothing = run("log")
    refused = run("decide", "late", "--keep")
    other = run("decide", "late", "--keep", "--editor", "mo")
    listed = run("log")
    run("log", "push")
    after = run("status")

    assert "note: decisions/ has 2 lines that the server lacks (kl-" in told.err
    assert "4 undecided" in told.out
    assert (nothing.code, nothing.err.count("log push")) == (ExitCode.USAGE, 1)
    assert listed.err.count("log push") == 1
    assert refused.code == ExitCode.LOG
    assert "variants log push" in refused.err
    assert other.code == ExitCode.FINE
    assert after.err == ""
    assert "2 decided" in after.out


def test_a_chain_that_goes_on_in_two_ways_is_not_brought(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    run("log", "push", SQLITE)
    run("decide", "late", "--keep")
    run("log", "push", SQLITE)
    (path,) = (texts / "decisions").glob("*.jsonl")
    first, second, _ = path.read_text().splitlines(keepends=True)
    path.write_text(first + second)
    run("decide", "late", "--adopt", "B")
    before = lines_of_log(texts)

    outcomes = [run("log", way, SQLITE) for way in ("pull", "push")]

    assert [ran.code for ran in outcomes] == [ExitCode.LOG] * 2
    assert all("differs from the server's copy from line 3 on" in ran.err for ran in outcomes)
    assert lines_of_log(texts) == before


@pytest.mark.parametrize(
    ("store", "code", "message"),
    [
        ("postgresql://kl@127.0.0.1:1/team", ExitCode.LOG, "Cannot use the store"),
        ("postgresql://kl:secret@127.0.0.1:1/team", ExitCode.USAGE, "contains a password"),
        ("mysql://127.0.0.1/team", ExitCode.USAGE, "Invalid store address"),
    ],
)
@pytest.mark.parametrize(
    "arguments",
    [
        ["status"],
        ["compare"],
        ["decide", "ship", "--keep"],
        ["log", "pull"],
        ["rules", "add", "R1", "Late", "--pair", "late=delayed"],
    ],
    ids=" ".join,
)
def test_a_server_that_cannot_be_used_is_told_and_nothing_is_done(  # noqa: PLR0913, PLR0917 - message and code for each command
    run: Run, texts: Path, arguments: list[str], store: str, code: ExitCode, message: str
) -> None:
    keep_on(store, texts)

    ran = run(*arguments)

    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert "secret" not in ran.err
    assert not (texts / "decisions").exists()


@pytest.mark.system
def test_a_password_comes_from_the_environment_or_the_password_file(
    run: Run, texts: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_on(re.sub(r"//\w+@", f"//{postgresql.GUARDED}@", server), texts)
    passwords = texts / "passwords"
    passwords.write_text(f"*:*:*:{postgresql.GUARDED}:{postgresql.PASSWORD}\n")
    passwords.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(texts / "none"))

    without = run("decide", "ship", "--keep")
    monkeypatch.setenv("PGPASSWORD", "shut")
    wrong = run("decide", "ship", "--keep")
    monkeypatch.setenv("PGPASSWORD", postgresql.PASSWORD)
    by_variable = run("decide", "ship", "--keep")
    monkeypatch.delenv("PGPASSWORD")
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    by_file = run("decide", "late", "--keep")

    assert [ran.code for ran in (without, wrong)] == [ExitCode.LOG] * 2
    assert [ran.code for ran in (by_variable, by_file)] == [ExitCode.FINE] * 2
    assert postgresql.PASSWORD not in without.err + wrong.err
    assert "shut" not in wrong.err


@pytest.mark.parametrize("way", ["pull", "push"])
@pytest.mark.parametrize("server", [[], ["files"]])
def test_without_a_server_nothing_goes_anywhere(run: Run, way: str, server: list[str]) -> None:
    run("decide", "ship", "--keep")

    assert run("log", way, *server).code == ExitCode.USAGE


def test_without_its_libraries_a_server_is_asked_for_in_vain(
    run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_on(SQLITE, texts)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.delitem(sys.modules, "variants.log.stores.sql_store", raising=False)

    ran = run("status")

    assert ran.code == ExitCode.EXTRA
    assert "pip install 'psycopg[binary]' sqlalchemy" in ran.err


def test_what_variants_toml_says_of_the_log_is_checked(run: Run, texts: Path) -> None:
    with (texts / "variants.toml").open("a") as file:
        file.write('\n[log]\nstores = "sqlite:///team.db"\n')

    ran = run("status")

    assert ran.code == ExitCode.USAGE
    assert "Did you mean store?" in ran.err
