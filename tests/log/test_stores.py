"""Contract of every store, and the effect of pull and push."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError

from tests.log import postgresql
from tests.log.logs import compared, decide, journal_in, judge, only, statuses
from variants.errors import (
    BadStoreAddress,
    ConcurrentDecision,
    DivergedLog,
    LogDamaged,
    LogShortened,
    NoDatabaseLibraries,
    PasswordInSettings,
    StoreRefused,
    StoreUnreachable,
    TextDamaged,
)
from variants.log.journal import Journal, read_history
from variants.log.stores import FILES, copy_missing, open_store
from variants.log.stores.sql_store import SqlStore
from variants.types.decision import Action
from variants.types.status import State

SQLITE = "sqlite:///team.db"
POSTGRESQL = "postgresql"


@pytest.fixture(
    params=[FILES, SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.system)],
    ids=["files", "sqlite", "postgresql"],
)
def address(request: pytest.FixtureRequest) -> str:
    """Return the address of an empty store of each type."""
    return _fresh(request) if request.param == POSTGRESQL else str(request.param)


@pytest.fixture(
    params=[SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.system)],
    ids=["sqlite", "postgresql"],
)
def database(request: pytest.FixtureRequest) -> str:
    """Return the address of an empty database of each type."""
    return _fresh(request) if request.param == POSTGRESQL else str(request.param)


def _fresh(request: pytest.FixtureRequest) -> str:
    """Return the address of an empty database on the server."""
    return str(request.getfixturevalue("server"))


def journal_at(root: Path, address: str, editor: str) -> Journal:
    """Return a journal on a store with the writer EDITOR-1."""
    return Journal(open_store(root, address), lambda: f"{editor}-1", editor)


def test_what_was_recorded_is_there_for_the_next_reader(tmp_path: Path, address: str) -> None:
    journal = journal_at(tmp_path, address, "kl")

    (recorded,) = journal.record([decide("Gao Gang", why="Ein „Grund“ — 理由")], compared())
    (judged,) = journal.judge([judge("an armistice", "a truce", why="理由")], compared())
    journal.seal("first proofs")

    again = read_history(open_store(tmp_path, address))
    assert again.decisions() == [recorded] == journal.history.decisions()
    assert again.verdicts() == [judged] == journal.history.verdicts()
    assert again.heads == journal.history.heads
    assert again.problems() == []
    assert statuses(again) == statuses(journal.history)


def test_news_are_told_once_and_ones_own_lines_are_no_news(tmp_path: Path, address: str) -> None:
    mine, theirs = (journal_at(tmp_path, address, editor) for editor in ("kl", "mo"))
    mine.record([decide("Gao Gang")], compared())
    assert mine.store.read_new() == {}

    first = theirs.store.read_new()

    assert [len(lines) for lines in first.values()] == [2]
    assert theirs.store.read_new() == {}


def test_those_who_write_at_once_lose_nothing(tmp_path: Path, address: str) -> None:
    def write(editor: str) -> None:
        journal = journal_at(tmp_path, address, editor)
        for number in range(4):
            journal.seal(f"{number}")

    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(write, editor) for editor in ("kl", "mo", "kl", "kl")]
    assert [each.exception() for each in done] == [None] * 4

    history = read_history(open_store(tmp_path, address))
    assert history.count == 16
    assert history.problems() == []


def test_what_others_decided_meanwhile_is_not_overwritten(tmp_path: Path, address: str) -> None:
    mine, theirs = (journal_at(tmp_path, address, editor) for editor in ("kl", "mo"))
    theirs.record([decide("an armistice", Action.ADOPT, "a truce", of=["B"])], compared())

    with pytest.raises(ConcurrentDecision, match="by mo"):
        mine.record([decide("an armistice")], compared())

    assert only(statuses(mine.history)).printed == "a truce"
    mine.record([decide("an armistice")], compared())
    assert only(statuses(mine.history)).state is State.CONFLICT


def test_a_store_takes_all_lines_or_none(tmp_path: Path, address: str) -> None:
    store = open_store(tmp_path, address)

    def refuse() -> None:
        with store.appending("kl-1") as pending:
            pending.lines.append(b"{}")
            raise ConcurrentDecision([], by=[])

    with pytest.raises(ConcurrentDecision):
        refuse()

    assert open_store(tmp_path, address).read_new() == {}


def test_texts_are_given_back_as_they_were(tmp_path: Path, address: str) -> None:
    texts = open_store(tmp_path, address).texts
    kept = ["", "a\r\nb\u2028c\x00", "👩‍👩‍👧 هدنة", "long " * 9999]

    digests = [texts.put(text) for text in (*kept, *kept)]

    assert [texts.get(digest) for digest in digests[: len(kept)]] == kept
    assert list(texts.digests()) == sorted(digests[: len(kept)])
    assert texts.get("0" * 64) is None
    assert digests[0] == hashlib.sha256().hexdigest()


def test_a_batch_is_recorded_together(tmp_path: Path, address: str) -> None:
    journal = journal_at(tmp_path, address, "kl")

    recorded = journal.record([decide("Gao Gang"), decide("an armistice")], compared())
    journal.withdraw([each.id for each in recorded], "All wrong.")

    found = statuses(read_history(open_store(tmp_path, address)))
    assert [each.state for each in found.statuses] == [State.UNDECIDED, State.UNDECIDED]


def test_rows_of_a_database_can_only_be_added(tmp_path: Path, database: str) -> None:
    journal = journal_at(tmp_path, database, "kl")
    (first,) = journal.record([decide("Gao Gang")], compared())
    journal.record([decide("Gao Gang", replaces=[first.id])], compared())
    where = f"sqlite:///{tmp_path}/team.db" if database == SQLITE else database

    for change in ("update event set line = 'x'", "delete from replaced", "delete from event"):
        with postgresql.connected(where) as connection, pytest.raises(DBAPIError) as told:
            connection.exec_driver_sql(change)
        assert "append only" in str(told.value)

    assert read_history(open_store(tmp_path, database)).problems() == []


def test_pushing_and_pulling_join_what_two_copies_have(tmp_path: Path, database: str) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    server = str(tmp_path / "team.db")
    address = f"sqlite:///{server}" if database == SQLITE else database
    journal_in(one, "kl").record([decide("an armistice")], compared())
    journal_in(two, "mo").record([decide("Gao Gang", Action.QUERY)], compared())
    journal_in(two, "mo").judge([judge("an armistice", "a truce")], compared())

    for root in (one, two, one):
        copy_missing(open_store(root), open_store(root, address))
        copy_missing(open_store(root, address), open_store(root))

    files = [
        {path.name: path.read_bytes() for path in root.glob("decisions/**/*") if path.is_file()}
        for root in (one, two)
    ]
    assert files[0] == files[1]
    assert len([name for name in files[0] if name.endswith(".jsonl")]) == 2
    again = copy_missing(open_store(one), open_store(one, address))
    assert (again.lines, again.texts) == ({}, ())
    assert read_history(open_store(one)).problems() == []
    assert read_history(open_store(one, address)).heads == read_history(open_store(two)).heads


def test_a_stub_goes_for_the_line_it_stands_for(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, "kl")
    (recorded,) = journal.record([decide("an armistice", why="A name.")], compared())
    copy_missing(open_store(tmp_path), open_store(tmp_path, SQLITE))

    journal.erase(recorded.id, "personal data")
    journal.record([decide("Gao Gang")], compared())
    brought = copy_missing(open_store(tmp_path), open_store(tmp_path, SQLITE))

    assert [len(lines) for lines in brought.lines.values()] == [1]
    assert read_history(open_store(tmp_path, SQLITE)).problems() == []


def test_a_chain_that_goes_on_in_two_ways_is_not_pushed(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    journal_at(one, FILES, "kl").record([decide("an armistice")], compared())
    journal_at(two, FILES, "kl").record([decide("Gao Gang")], compared())
    server = f"sqlite:///{tmp_path}/team.db"
    copy_missing(open_store(one), open_store(one, server))

    with pytest.raises(DivergedLog, match=r"kl-1.jsonl .* line 1"):
        copy_missing(open_store(two), open_store(two, server))


def test_both_sides_of_a_fork_can_be_kept_under_two_names(tmp_path: Path, database: str) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    journal = journal_at(one, FILES, "kl")
    (first,) = journal.record([decide("an armistice")], compared())
    journal.withdraw([first.id])
    shutil.copytree(one, two)
    server = f"sqlite:///{tmp_path}/team.db" if database == SQLITE else database
    for root, words in ((one, "Gao Gang"), (two, "battle pilots")):
        journal_at(root, FILES, "kl").record([decide(words)], compared())
    copy_missing(open_store(one), open_store(one, server))

    (two / "decisions" / "kl-1.jsonl").rename(two / "decisions" / "kl-2.jsonl")
    copy_missing(open_store(two), open_store(two, server))
    copy_missing(open_store(one, server), open_store(one))

    history = read_history(open_store(one))
    assert len(history.decisions()) == 3
    assert history.problems() == []
    assert statuses(read_history(open_store(one, server))) == statuses(history)


def test_a_damaged_log_is_not_pushed(tmp_path: Path) -> None:
    journal_at(tmp_path, FILES, "kl").record([decide("an armistice")], compared())
    path = tmp_path / "decisions" / "kl-1.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"keep"', b'"defer"').replace(b'"S"', b'"T"', 1))

    with pytest.raises(LogDamaged, match="breaks the chain"):
        copy_missing(open_store(tmp_path), open_store(tmp_path, SQLITE))

    assert open_store(tmp_path, SQLITE).read_new() == {}


def test_two_who_push_the_same_at_once_bring_it_once(tmp_path: Path) -> None:
    journal_at(tmp_path, FILES, "kl").record([decide("an armistice")], compared())
    source, late = open_store(tmp_path), open_store(tmp_path, SQLITE)
    lines = source.read_new()["kl-1"]
    late.read_new()
    copy_missing(open_store(tmp_path), open_store(tmp_path, SQLITE))

    with late.appending("kl-1") as pending:
        pending.lines += lines[len(pending.new_lines["kl-1"]) :]

    assert len(open_store(tmp_path, SQLITE).read_new()["kl-1"]) == len(lines)


def test_a_log_that_lost_lines_while_it_was_open_is_told(tmp_path: Path) -> None:
    journal = journal_at(tmp_path, FILES, "kl")
    journal.record([decide("an armistice"), decide("Gao Gang")], compared())
    path = tmp_path / "decisions" / "kl-1.jsonl"
    path.write_bytes(path.read_bytes().partition(b"\n")[0] + b"\n")

    with pytest.raises(LogShortened, match="kl-1"):
        journal.seal()


def test_a_changed_text_is_not_taken_for_the_one_decided_on(tmp_path: Path) -> None:
    texts = open_store(tmp_path).texts
    digest = texts.put("as it was")
    (path,) = (tmp_path / "decisions" / "texts").glob("**/*.txt")
    path.write_bytes(b"as it never was")

    with pytest.raises(TextDamaged):
        texts.get(digest)


def test_a_row_that_somebody_has_changed_is_told(tmp_path: Path) -> None:
    journal_at(tmp_path, SQLITE, "kl").record([decide("an armistice")], compared())
    with sqlite3.connect(tmp_path / "team.db") as connection:
        connection.execute("drop trigger event_no_update")
        connection.execute("""update event set line = replace(line, '"keep"', '"defer"')""")

    (defect,) = open_store(tmp_path, SQLITE).defects()

    assert (defect.writer, defect.line) == ("kl-1", 2)


def test_a_database_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    journal = journal_at(tmp_path, SQLITE, "kl")
    journal.seal()
    with sqlite3.connect(tmp_path / "team.db", isolation_level=None) as connection:
        connection.execute(
            "create trigger full before insert on event begin select raise(fail, 'disk full'); end"
        )

    with pytest.raises(StoreRefused, match="disk full"):
        journal.seal()


def test_nobody_waits_for_ever(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variants.log.stores.sql_store._PATIENCE", 1)
    journal = journal_at(tmp_path, database, "kl")
    journal.seal()
    other = SqlStore(database, tmp_path)

    with other.writing(), pytest.raises(StoreRefused, match="lock") as refused:
        journal.seal()
    assert "another program locks the tables" in refused.value.hint
    journal.seal()

    assert read_history(open_store(tmp_path, database)).count == 2


@pytest.mark.system
def test_a_role_that_may_only_read_gets_a_hint_about_its_rights(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = _fresh(request)
    journal_at(tmp_path, address, "kl").seal()
    engine = sql.create_engine(address)
    with engine.begin() as connection:
        connection.exec_driver_sql("create role reader login")
        connection.exec_driver_sql("grant usage on schema public to reader")
        connection.exec_driver_sql("grant select on all tables in schema public to reader")
    engine.dispose()
    url = sql.make_url(address).set(username="reader")

    with pytest.raises(StoreRefused, match="permission denied") as refused:
        journal_at(tmp_path, url.render_as_string(), "mo").seal()

    assert "Your role needs the right to add rows" in refused.value.hint


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("sqlite:///nowhere/team.db", StoreUnreachable),
        ("postgresql+psycopg://kl@127.0.0.1:1/team", StoreUnreachable),
        ("postgresql+psycopg://kl:secret@127.0.0.1:1/team", PasswordInSettings),
        ("postgresql+psycopg://kl@127.0.0.1:1/team?password=secret", PasswordInSettings),
        ("postgresql+psycopg://kl@127.0.0.1:1/team?sslpassword=secret", PasswordInSettings),
        ("postgresql:///host=db%20password=secret", PasswordInSettings),
        ("kl:secret@127.0.0.1/team", BadStoreAddress),
        ("postgresql://kl:secret@[::bad/team", BadStoreAddress),
        ("postgresql://kl:secret/team", BadStoreAddress),
        ("mysql://kl:secret@127.0.0.1/team", PasswordInSettings),
        ("sqlite:///team.db?timeout=x", BadStoreAddress),
        ("mysql://127.0.0.1/team", BadStoreAddress),
        ("sqlite://", BadStoreAddress),
        ("file", BadStoreAddress),
    ],
)
def test_addresses_that_lead_nowhere_are_told(
    tmp_path: Path, address: str, error: type[Exception]
) -> None:
    with pytest.raises(error) as told:
        open_store(tmp_path, address).read_new()

    assert "secret" not in f"{told.value} {told.value.__dict__}"


def test_without_the_extra_a_database_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.delitem(sys.modules, "variants.log.stores.sql_store")

    with pytest.raises(NoDatabaseLibraries) as told:
        open_store(tmp_path, SQLITE)

    assert told.value.hint.endswith(" sqlalchemy")
