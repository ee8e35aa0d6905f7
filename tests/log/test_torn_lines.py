"""Incomplete lines at the end of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.log.log_files import file_of, lines_of, problems_in
from tests.log.logs import (
    journal_in,
)
from variants.log.journal import Journal, read_history
from variants.log.stores import FileStore, open_store


@pytest.mark.usefixtures("written")
def test_a_file_torn_at_any_byte_is_repaired_by_its_writer_and_keeps_what_was_whole(
    tmp_path: Path,
) -> None:
    path, whole = file_of(tmp_path), file_of(tmp_path).read_bytes()
    *_, last = lines_of(tmp_path)
    start = len(whole) - len(last) - 1
    for end in range(start + 1, len(whole)):
        path.write_bytes(whole[:end])
        store = FileStore(tmp_path)
        written_whole = end == len(whole) - 1
        assert len(read_history(store).heads) == 1
        assert len(store.defects()) == 1

        # The line itself is whole JSON only at its very end.
        with store.appending(path.stem) as pending:
            pending.lines.append(b"{}")

        lines = path.read_bytes().split(b"\n")
        assert lines[:3] == whole.split(b"\n")[:3]
        assert lines[-2:] == [b"{}", b""]
        assert (lines[3] == last) == written_whole
        assert len(store.notices) == 1
        torn = path.with_suffix(".torn")
        assert torn.exists() != written_whole
        if torn.exists():
            assert torn.read_bytes() == whole[start:end] + b"\n"
            torn.unlink()


def test_a_torn_line_is_not_glued_to_the_next(written: Journal, tmp_path: Path) -> None:
    with file_of(tmp_path).open("ab") as file:
        file.write(b'{"v":1,"id":"half a li')

    again = journal_in(tmp_path)
    again.seal()

    assert problems_in(tmp_path) == []
    assert again.history.count == written.history.count + 1
    assert "incomplete. Its 22 bytes were moved to" in again.store.notices[0]


@pytest.mark.usefixtures("written")
def test_files_of_others_are_not_repaired_but_reported(tmp_path: Path) -> None:
    mine = file_of(tmp_path)
    others = mine.with_name("mo-19aa.jsonl")
    others.write_bytes(mine.read_bytes()[:-9])

    journal_in(tmp_path).seal()

    assert others.read_bytes() == mine.read_bytes()[: others.stat().st_size]
    assert any("incomplete line" in each for each in problems_in(tmp_path))


@pytest.mark.usefixtures("written")
def test_a_last_line_without_its_end_counts(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    path.write_bytes(path.read_bytes()[:-1])

    assert read_history(open_store(tmp_path)).count == 4
    assert problems_in(tmp_path) == [" has no line end after its last line"]
    journal = journal_in(tmp_path)
    journal.seal()
    assert journal.history.count == 5
    assert problems_in(tmp_path) == []


def test_a_line_end_that_comes_later_is_no_line(written: Journal, tmp_path: Path) -> None:
    path = file_of(tmp_path)
    path.write_bytes(path.read_bytes()[:-1])
    reader = FileStore(tmp_path)
    history = read_history(reader)

    written.seal()
    history.extend(reader.read_new())

    assert history.count == 5
    assert history.problems() == []
