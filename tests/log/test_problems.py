"""Problems of lines, chains and references that a check reports."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from tests.log.log_files import file_of, lines_of, problems_in
from tests.log.logs import (
    compared,
    decide,
    journal_in,
    judge,
    only,
    statuses,
    write_lines,
)
from variants.log.chain import hash_of
from variants.log.events import Foreign
from variants.log.journal import Journal, read_history
from variants.log.stores import FileStore, copy_missing, open_store
from variants.types.decision import Action, Wording
from variants.types.status import State


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


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b'"exact":"an armistice"', b'"exact":"a peace"', "quotes “a peace”"),
        (b'"text":"a truce"', b'"text":"a peace"', "saw “a peace” in B"),
    ],
)
def test_a_verdict_that_quotes_other_words_is_reported(
    tmp_path: Path, old: bytes, new: bytes, problem: str
) -> None:
    journal_in(tmp_path).judge([judge("an armistice", "a truce")], compared())
    path = file_of(tmp_path)
    path.write_bytes(path.read_bytes().replace(old, new))

    assert any(problem in each for each in problems_in(tmp_path))


@pytest.mark.parametrize("number", range(1, 4))
@pytest.mark.usefixtures("written")
def test_a_missing_line_breaks_the_chain(tmp_path: Path, number: int) -> None:
    lines = lines_of(tmp_path)
    del lines[number - 1]
    file_of(tmp_path).write_bytes(b"\n".join(lines) + b"\n")

    assert any(each.startswith(f":{number} breaks the chain") for each in problems_in(tmp_path))


def test_a_changed_text_of_a_witness_is_reported_once(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.record([decide("an armistice"), decide("Gao Gang")], compared())
    digest = compared().others[1].witness.digest
    path = tmp_path / "decisions/texts/sha256" / digest[:2] / f"{digest[2:]}.txt"
    path.write_bytes(path.read_bytes() + b"!")

    assert problems_in(tmp_path) == [
        f":2 compared a text of B that has been changed ({digest[:12]})"
    ]


@pytest.mark.usefixtures("written")
def test_an_emptied_file_is_reported_and_filled_again_from_a_copy(tmp_path: Path) -> None:
    path, copy = file_of(tmp_path), tmp_path / "copy"
    shutil.copytree(tmp_path / "decisions", copy / "decisions")
    whole = path.read_bytes()

    path.write_bytes(b"")

    assert problems_in(tmp_path) == [" has no lines: they were removed"]
    copy_missing(FileStore(copy), FileStore(tmp_path))
    assert path.read_bytes() == whole
    assert problems_in(tmp_path) == []


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


@pytest.mark.parametrize(
    ("seen", "problems"),
    [
        ("They … pilots", []),
        ("will be pilots", []),  # As version 0.1.0 joined the pieces.
        ("fighting … be", [":2 saw “fighting … be” in B, which does not have it"]),
        ("They … bombers", [":2 saw “They … bombers” in B, which does not have it"]),
    ],
)
def test_a_reading_of_several_pieces_is_looked_for_piece_by_piece(
    tmp_path: Path, seen: str, problems: list[str]
) -> None:
    decision = dataclasses.replace(decide("battle pilots"), saw=(Wording(seen, ("B",)),))
    journal_in(tmp_path).record([decision], compared())

    assert problems_in(tmp_path) == problems
