"""The log in files keeps what is written and reports damage."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.log.logs import (
    compared,
    decide,
    journal_in,
    only,
    remember,
    statuses,
    write_lines,
)
from tests.project.editions import ROOT
from variants.errors import CannotWrite, UnreadableLog
from variants.log.chain import hash_of
from variants.log.check import check_log
from variants.log.events import Event, Foreign
from variants.log.history import History
from variants.log.journal import Journal, read_history
from variants.log.stores import FileStore, open_store
from variants.types.decision import Action
from variants.types.status import Rule, State

NOBODY = 65534


def file_of(root: Path) -> Path:
    """Return the only file of the log."""
    (path,) = (root / "decisions").glob("*.jsonl")
    return path


def lines_of(root: Path) -> list[bytes]:
    """Return the lines of the log."""
    return file_of(root).read_bytes().splitlines()


def problems_in(root: Path) -> list[str]:
    """Return the problems that a check finds, without the file name."""
    store = open_store(root)
    return [str(each).partition(".jsonl")[2] for each in check_log(read_history(store), store)]


@pytest.fixture
def written(tmp_path: Path) -> Journal:
    """Return a journal with four lines: open, two decisions, a comment."""
    journal = journal_in(tmp_path)
    first, _ = journal.record([decide("Gao Gang"), decide("an armistice")], compared())
    journal.comment("Sure?", on=first.id)
    return journal


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
@given(st.lists(st.sampled_from(["decide", "comment", "withdraw", "seal", "again"]), max_size=8))
def test_earlier_bytes_never_change(tmp_path: Path, doings: list[str]) -> None:
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    journal = journal_in(root)
    before = b""
    for doing in ["decide", *doings]:
        live = [each for each in journal.history.decisions() if journal.history.is_active(each.id)]
        match doing:
            case "decide":
                journal.record([decide("Gao Gang")], compared())
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
    history.take(reader.news())

    assert history.count == 5
    assert history.problems() == []


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.usefixtures("written")
def test_a_changed_line_breaks_the_chain_behind_it(tmp_path: Path, number: int) -> None:
    path = file_of(tmp_path)
    lines = lines_of(tmp_path)
    lines[number - 1] = lines[number - 1].replace(b'"kl"', b'"mo"')
    path.write_bytes(b"\n".join(lines) + b"\n")

    found = problems_in(tmp_path)

    # Nothing follows the last line; a seal or a commit would hold it.
    assert found == ([] if number == 4 else [found[0]])
    assert all(each.startswith(f":{number + 1} breaks the chain") for each in found)


@pytest.mark.parametrize("number", range(1, 4))
@pytest.mark.usefixtures("written")
def test_a_missing_line_breaks_the_chain(tmp_path: Path, number: int) -> None:
    lines = lines_of(tmp_path)
    del lines[number - 1]
    file_of(tmp_path).write_bytes(b"\n".join(lines) + b"\n")

    assert any(each.startswith(f":{number} breaks the chain") for each in problems_in(tmp_path))


@pytest.mark.usefixtures("written")
def test_a_seal_and_another_writer_hold_the_end_of_a_chain(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    whole = path.read_bytes()
    journal_in(tmp_path, "mo").seal("first proofs")

    path.write_bytes(b"\n".join(whole.split(b"\n")[:3]) + b"\n")

    assert any("lacks the line" in each for each in problems_in(tmp_path))
    path.write_bytes(whole)
    assert problems_in(tmp_path) == []
    path.unlink()
    assert any("lacks the line" in each for each in problems_in(tmp_path))


def test_line_ends_that_a_program_has_changed_are_told_once_and_lose_nothing(
    written: Journal, tmp_path: Path
) -> None:
    path = file_of(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    found = problems_in(tmp_path)

    assert found == [
        ":1 begins with a byte order mark that a text editor has added",
        ":1 ends in CR LF: a text editor or git has changed the line ends",
    ]
    assert read_history(open_store(tmp_path)).decisions() == written.history.decisions()
    journal_in(tmp_path).seal()
    assert problems_in(tmp_path) == found


@pytest.mark.usefixtures("written")
def test_empty_lines_are_told_and_break_nothing(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    path.write_bytes(path.read_bytes() + b"\n")
    journal_in(tmp_path).seal()

    assert problems_in(tmp_path) == [":5 is empty"]


def test_a_line_that_is_no_json_is_told_and_the_others_count(
    written: Journal, tmp_path: Path
) -> None:
    lines = lines_of(tmp_path)
    lines[1] = b"<<<<<<< HEAD"
    file_of(tmp_path).write_bytes(b"\n".join(lines) + b"\n")

    found = problems_in(tmp_path)

    assert found[0] == ":2 cannot be understood: it is not JSON"
    assert len(read_history(open_store(tmp_path)).decisions()) == 1
    assert len(written.history.decisions()) == 2


def test_the_same_line_in_two_files_is_one_event(written: Journal, tmp_path: Path) -> None:
    shutil.copy(file_of(tmp_path), tmp_path / "decisions" / "kl-copy.jsonl")

    history = read_history(open_store(tmp_path))

    assert history.decisions() == written.history.decisions()
    assert history.problems() == []


@pytest.mark.usefixtures("written")
def test_two_lines_with_one_id_are_told_and_neither_counts(tmp_path: Path) -> None:
    lines = lines_of(tmp_path)
    other = lines[1].replace(b'"keep"', b'"defer"')
    write_lines(tmp_path, "mo-1", [lines[0], other])

    found = problems_in(tmp_path)

    assert len([each for each in found if "has the id of another line" in each]) == 1
    assert len(read_history(open_store(tmp_path)).decisions()) == 1


@pytest.mark.usefixtures("written")
def test_what_a_later_version_wrote_is_kept_and_told(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    last = hash_of(lines_of(tmp_path)[-1])
    with path.open("ab") as file:
        file.write(f'{{"v":2,"id":"new","type":"decision","prev":"{last}"}}\n'.encode())
    before = path.read_bytes()

    journal = journal_in(tmp_path)
    journal.seal()

    (problem,) = journal.history.problems()
    assert not problem.grave
    assert "version 2" in problem.message
    assert path.read_bytes().startswith(before)
    event = journal.history.event("new")
    assert event is not None
    assert event.body == Foreign("decision", 2)


def test_naming_what_is_not_there_is_told_and_ignored(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.record([decide("Gao Gang")], compared())
    lines = lines_of(tmp_path)
    lines[1] = lines[1].replace(b'"replaces":[]', b'"replaces":["nobody"]')
    file_of(tmp_path).write_bytes(b"\n".join(lines) + b"\n")

    assert problems_in(tmp_path) == [":2 names an event that is not in the log (nobody)"]
    assert only(statuses(read_history(open_store(tmp_path)))).state is State.DECIDED


def test_a_check_compares_decisions_with_the_texts_they_were_made_on(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.record(
        [decide("Gao Gang", Action.ADOPT, "Kao Kang", of=["A"], saw=["Gao Gang", "Kao Kang"])],
        compared(),
    )
    line = lines_of(tmp_path)[1]
    seen = line.replace(
        b'"saw":[{"text":"Gao Gang","of":[]}', b'"saw":[{"text":"Gao Gong","of":["S"]}'
    )
    quoted = line.replace(b'"exact":"Gao Gang"', b'"exact":"Gao Gong"')
    stored = next(
        path
        for path in (tmp_path / "decisions").glob("texts/**/*.txt")
        if "Gao" in path.read_text()
    )

    def found(changed: bytes) -> list[str]:
        file_of(tmp_path).write_bytes(lines_of(tmp_path)[0] + b"\n" + changed + b"\n")
        return problems_in(tmp_path)

    assert found(line) == []
    assert found(seen) == [":2 saw “Gao Gong” in S, which does not have it"]
    assert found(quoted) == [":2 quotes “Gao Gong”, which its text does not have there"]
    for path in stored.parent.parent.glob("*/*.txt"):
        path.write_text("other")
    assert any("has been changed" in each for each in found(line))
    shutil.rmtree(tmp_path / "decisions" / "texts")
    assert any("was not kept" in each for each in found(line))


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


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    """Limit the size of files, like a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 1, 100, 700, 1200])
def test_a_full_disk_is_told_and_loses_nothing(written: Journal, tmp_path: Path, room: int) -> None:
    path = file_of(tmp_path)
    whole = path.read_bytes()

    with _files_no_longer_than(len(whole) + room), pytest.raises(CannotWrite, match="too large"):
        written.record([decide("Gao Gang", why="x" * 500), decide("an armistice")], compared())

    assert path.read_bytes() == whole
    written.seal()
    assert problems_in(tmp_path) == []


def test_a_full_disk_keeps_no_half_of_a_text(tmp_path: Path) -> None:
    texts = FileStore(tmp_path).texts

    with _files_no_longer_than(100), pytest.raises(CannotWrite):
        texts.put("x" * 1000)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Yield a folder that all users can access, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="variants-log-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def _as_somebody_without_rights() -> Iterator[None]:
    """Drop the rights of root, for whom file permissions do not apply."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


def test_a_folder_that_may_not_be_written_is_told_and_can_be_read(shared_folder: Path) -> None:
    journal_in(shared_folder).record([decide("Gao Gang")], compared())
    places = [shared_folder, *shared_folder.rglob("*")]
    before = file_of(shared_folder).read_bytes()
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    try:
        with _as_somebody_without_rights():
            journal = journal_in(shared_folder)
            with pytest.raises(CannotWrite, match="ermission"):
                journal.seal()
            assert len(journal.history.decisions()) == 1
    finally:
        for place in places:
            place.chmod(0o755 if place.is_dir() else 0o644)
    assert file_of(shared_folder).read_bytes() == before


@pytest.mark.parametrize("hidden", ["decisions", "file"])
def test_a_log_that_may_not_be_read_is_not_taken_for_an_empty_one(
    shared_folder: Path, hidden: str
) -> None:
    journal_in(shared_folder).seal()
    place = file_of(shared_folder) if hidden == "file" else shared_folder / "decisions"
    place.chmod(0)
    try:
        with _as_somebody_without_rights(), pytest.raises(UnreadableLog):
            journal_in(shared_folder)
    finally:
        place.chmod(0o755)


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder in memory if possible: processes are killed, not the machine."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="variants-log-", dir=memory) as folder:
        yield Path(folder)


def test_a_killed_process_loses_nothing_that_it_acknowledged(quick_folder: Path) -> None:
    done = _processes("kill", quick_folder, 200)

    assert int(done) > 100


def test_processes_that_write_at_once_lose_nothing_and_one_is_the_first(
    quick_folder: Path,
) -> None:
    _processes("race", quick_folder, 4, 10)


def _processes(what: str, root: Path, *numbers: int) -> str:
    """Run the program that forks; it complains by its exit code."""
    program = [sys.executable, "-m", "tests.log.processes"]
    done = subprocess.run(  # noqa: S603 - our own program
        [*program, what, str(root), *map(str, numbers)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


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


def test_a_fork_of_a_chain_is_told_and_keeps_both_sides(written: Journal, tmp_path: Path) -> None:
    path = file_of(tmp_path)
    seed = path.read_bytes()
    written.seal("one")
    one = path.read_bytes()
    path.write_bytes(seed)
    journal_in(tmp_path).seal("other")
    path.write_bytes(path.read_bytes() + one[len(seed) :])

    assert [each.partition(":")[2][:22] for each in problems_in(tmp_path)] == [
        "6 breaks the chain: sh"
    ]
    assert read_history(open_store(tmp_path)).count == 6


def test_what_is_read_in_pieces_is_the_same(written: Journal, tmp_path: Path) -> None:
    history = History()
    events: list[Event] = []
    for line in lines_of(tmp_path):
        events += history.take({file_of(tmp_path).stem: [line]})

    assert history.heads == written.history.heads
    assert events == list(written.history.events())
