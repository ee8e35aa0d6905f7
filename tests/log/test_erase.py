"""Erasing a line: the right one, under the lock, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.log.log_files import file_of, problems_in
from tests.log.logs import compared, decide, journal_in, judge
from variants.errors import LogChanged, OnlyInFiles
from variants.log.check import check_log
from variants.log.events import Erasure
from variants.log.history import History
from variants.log.journal import Journal, read_history
from variants.log.stores import open_store
from variants.types.decision import Action

DATABASE = "sqlite:///team.db"


def rewrite(path: Path, change: Callable[[list[bytes]], Sequence[bytes]]) -> None:
    """Change the lines of a file as another program would, without the lock."""
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Return a journal with the comments ``alpha`` and ``beta`` in its last two lines."""
    journal = journal_in(tmp_path)
    (decision,) = journal.record([decide("Gao Gang", Action.DEFER)], compared())
    for words in ("alpha", "beta"):
        journal.comment(words, on=decision.id)
    return journal


def id_of(journal: Journal, words: str) -> str:
    """Return the id of the comment with these words."""
    return next(e.id for e in journal.history.events() if words in str(e.body))


@pytest.mark.usefixtures("journal")
def test_a_line_that_changed_places_is_not_erased_and_neither_is_the_other(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    stale = journal_in(tmp_path)
    rewrite(path, lambda lines: [*lines[:-2], lines[-1], lines[-2]])
    before = path.read_bytes()

    with pytest.raises(LogChanged, match="has changed since it was read") as refused:
        stale.erase(id_of(stale, "alpha"), "a name")

    assert path.read_bytes() == before
    assert b"alpha" in before
    assert b"beta" in before
    assert "variants log check" in refused.value.hint


def test_an_erased_verdict_counts_no_longer_and_the_one_it_replaced_stays_former(
    tmp_path: Path,
) -> None:
    journal = journal_in(tmp_path)
    (first,) = journal.judge([judge("an armistice", "a truce")], compared())
    again = judge("an armistice", "a truce", replaces=[first.id], why="private")
    (second,) = journal.judge([again], compared())

    journal.erase(second.id, "personal data")

    assert b"private" not in file_of(tmp_path).read_bytes()
    assert [each.id for each in journal.history.verdicts()] == [first.id]
    assert not journal.history.is_active(first.id)
    assert problems_in(tmp_path) == []


@pytest.mark.usefixtures("journal")
def test_after_reading_again_the_line_is_erased_where_it_is_now(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    rewrite(path, lambda lines: [*lines[:-2], lines[-1], lines[-2]])

    fresh = journal_in(tmp_path)
    fresh.erase(id_of(fresh, "alpha"), "a name")

    assert b"alpha" not in path.read_bytes()
    assert b"beta" in path.read_bytes()


def test_a_line_that_is_gone_is_not_erased(journal: Journal, tmp_path: Path) -> None:
    path = file_of(tmp_path)
    rewrite(path, lambda lines: lines[:-1])
    before = path.read_bytes()

    with pytest.raises(LogChanged):
        journal.erase(id_of(journal, "beta"), "a name")

    assert path.read_bytes() == before


def test_copies_of_a_line_are_erased_with_it(journal: Journal, tmp_path: Path) -> None:
    path = file_of(tmp_path)
    rewrite(path, lambda lines: [*lines, lines[-1]])
    fork = path.with_name("kl-2.jsonl")
    fork.write_bytes(path.read_bytes())

    journal.erase(id_of(journal, "beta"), "a name")

    for each in (path, fork):
        assert b"beta" not in each.read_bytes()
        assert b"alpha" in each.read_bytes()


@pytest.mark.parametrize("added", [b"\r", "\ufeff".encode()], ids=["CR", "byte order mark"])
def test_bytes_added_by_an_editor_do_not_keep_a_line_from_being_erased(
    journal: Journal, tmp_path: Path, added: bytes
) -> None:
    path = file_of(tmp_path)
    mark = added if added != b"\r" else b""
    end = added if added == b"\r" else b""
    rewrite(path, lambda lines: [mark + line[:-1] + end + b"\n" for line in lines])

    fresh = journal_in(tmp_path)
    fresh.erase(id_of(fresh, "alpha"), "a name")

    assert b"alpha" not in path.read_bytes()
    assert read_history(open_store(tmp_path)).heads == journal.history.heads


def test_a_line_that_was_erased_meanwhile_may_be_erased_again(
    journal: Journal, tmp_path: Path
) -> None:
    name = id_of(journal, "alpha")
    journal_in(tmp_path).erase(name, "first")

    journal.erase(name, "second")

    assert b"alpha" not in file_of(tmp_path).read_bytes()
    assert read_history(open_store(tmp_path)).heads == journal.history.heads


def test_a_stub_replaces_copies_of_its_line_wherever_it_is_read(
    journal: Journal, tmp_path: Path
) -> None:
    path, name = file_of(tmp_path), id_of(journal, "beta")
    before = path.read_bytes().splitlines()
    journal.erase(name, "a name")
    after = path.read_bytes().splitlines()

    for first, second in ((before, after), (after, before)):
        history = History()
        history.extend({"kl-1": first, "kl-2": second})
        event = history.event(name)
        assert event is not None
        assert isinstance(event.body, Erasure)
        assert history.problems() == []


def test_a_journal_can_go_on_after_erasing_although_others_have_written(
    journal: Journal, tmp_path: Path
) -> None:
    journal_in(tmp_path, "mo").seal("first proofs")

    journal.erase(id_of(journal, "alpha"), "a name")
    journal.seal("second proofs")

    store = open_store(tmp_path)
    history = read_history(store)
    assert check_log(history, store) == []
    assert journal.history.problems() == []
    assert journal.history.count == history.count


def test_a_line_of_a_database_is_not_erased(tmp_path: Path) -> None:
    journal = Journal(open_store(tmp_path, DATABASE), lambda: "kl-1", "kl")
    event = journal.seal()

    with pytest.raises(OnlyInFiles):
        journal.erase(event.id, "a name")

    assert read_history(open_store(tmp_path, DATABASE)).event(event.id) == event


def test_an_erased_line_leaves_a_stub_and_the_chain_whole(written: Journal, tmp_path: Path) -> None:
    heads = written.history.heads
    secret = list(written.history.events())[-1]

    written.erase(secret.id, "a person asked for it")

    assert written.history.heads == heads
    assert problems_in(tmp_path) == []
    assert b"Sure?" not in file_of(tmp_path).read_bytes()
    assert b"a person asked for it" in file_of(tmp_path).read_bytes()
    written.seal()
    assert problems_in(tmp_path) == []


def test_an_erased_decision_counts_no_more_and_brings_nothing_back(written: Journal) -> None:
    first, second = written.history.decisions()

    (third,) = written.record([decide("Gao Gang", replaces=[first.id])], compared())

    written.erase(third.id, "a name")

    assert written.history.decisions() == [first, second]
    assert [written.history.is_active(each.id) for each in (first, second)] == [False, True]
