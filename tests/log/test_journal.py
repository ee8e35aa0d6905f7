from __future__ import annotations

import dataclasses
import datetime as dt
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.log.log_files import problems_in
from tests.log.logs import (
    DOCUMENT,
    SEED,
    A,
    B,
    compared,
    decide,
    journal_in,
    judge,
    only,
    remember,
    statuses,
)
from variants.errors import (
    BadEditorKey,
    CannotWrite,
    ConcurrentDecision,
    UnknownEvent,
    UnpushedLines,
)
from variants.log.events import (
    DocumentOpened,
    LinkAction,
    NewAnchor,
    RecordedLink,
    RecordedSentence,
    TextChange,
)
from variants.log.journal import Journal, open_journal, read_history
from variants.log.places import same_passage
from variants.log.stores import open_store
from variants.log.writer_ids import new_id, writer_of
from variants.types.decision import Action, Anchor
from variants.types.span import Span
from variants.types.status import Rule, State


def two_journals(root: Path) -> tuple[Journal, Journal]:
    """Return journals of two editors who opened the log at the same time."""
    return journal_in(root, "kl"), journal_in(root, "mo")


def test_id_time_editor_and_texts_are_filled_in(tmp_path: Path) -> None:
    now = dt.datetime(2026, 11, 22, 15, 40, 55, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    journal = Journal(open_store(tmp_path), lambda: "kl-1", "kl", clock=lambda: now)

    (recorded,) = journal.record([decide("Gao Gang")], compared())

    assert (recorded.at, recorded.by) == ("2026-11-22T14:40:55Z", "kl")
    assert recorded.witnesses == compared().signature.digests
    assert journal.history.decisions() == [recorded]


def test_a_clock_that_was_set_back_changes_nothing(tmp_path: Path) -> None:
    times = iter(dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (2030, 2030, 1999, 1999))
    journal = Journal(open_store(tmp_path), lambda: "kl-1", "kl", clock=lambda: next(times))
    (first,) = journal.record([decide("Gao Gang")], compared())
    journal.record([decide("Gao Gang", Action.QUERY, replaces=[first.id])], compared())

    again = read_history(open_store(tmp_path))

    assert only(statuses(again)).state is State.QUERY
    assert again.problems() == []


def test_the_log_is_told_of_texts_once_and_of_changes(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.record([decide("Gao Gang")], compared())
    journal.record([decide("an armistice")], compared())
    later = compared(a=A + " Send him my regards.", b="")
    (last,) = journal.record([decide("battle pilots", collation=later)], later)

    told = [
        e.body for e in journal.history.events() if isinstance(e.body, DocumentOpened | TextChange)
    ]

    assert isinstance(told[0], DocumentOpened)
    assert dict(told[0].witnesses) == dict(compared().signature.digests)
    assert [(c.witness, bool(c.after)) for c in told[1:] if isinstance(c, TextChange)] == [
        ("A", True),
        ("B", False),
    ]
    read = read_history(open_store(tmp_path)).event(last.id)
    assert read is not None
    assert read.body == last
    assert dict(last.witnesses) == dict(later.signature.digests)


def test_every_text_that_was_decided_on_is_kept(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)

    journal.record([decide("Gao Gang")], compared())

    texts = open_store(tmp_path).texts
    kept = [texts.get(digest) for _, digest in compared().signature.digests]
    assert kept == [SEED, A, B]


def test_a_decision_on_words_that_another_has_decided_on_meanwhile_is_refused(
    tmp_path: Path,
) -> None:
    mine, theirs = two_journals(tmp_path)
    theirs.record([decide("not paper pilots, but battle")], compared())
    before = (tmp_path / "decisions").stat().st_mtime_ns

    with pytest.raises(ConcurrentDecision, match="by mo"):
        mine.record([decide("Gao Gang"), decide("battle pilots")], compared())

    assert len(mine.history.decisions()) == 1
    assert (tmp_path / "decisions").stat().st_mtime_ns == before


def test_a_batch_with_one_place_that_another_has_decided_on_is_recorded_wholly_or_not(
    tmp_path: Path,
) -> None:
    mine, theirs = journal_in(tmp_path, "kl"), journal_in(tmp_path, "mo")
    (their,) = theirs.record([decide("an armistice")], compared())
    batch = [
        dataclasses.replace(decide(words), batch="b") for words in ("Gao Gang", "an armistice")
    ]

    with pytest.raises(ConcurrentDecision, match="by mo"):
        mine.record(batch, compared())
    assert [each.by for each in journal_in(tmp_path).history.decisions()] == ["mo"]
    batch[1] = dataclasses.replace(batch[1], replaces=(their.id,))
    mine.record(batch, compared())

    history = journal_in(tmp_path).history
    live = [each for each in history.decisions() if history.is_active(each.id)]
    assert [(each.by, each.batch) for each in live] == [("kl", "b")] * 2


def test_a_decision_on_other_words_is_recorded_beside(tmp_path: Path) -> None:
    mine, theirs = two_journals(tmp_path)
    theirs.record([decide("paper pilots")], compared())

    mine.record([decide("battle pilots")], compared())

    assert len(mine.history.decisions()) == 2


def test_replacing_what_another_has_replaced_or_withdrawn_is_refused(tmp_path: Path) -> None:
    journal_in(tmp_path).record([decide("Gao Gang"), decide("an armistice")], compared())
    mine, theirs = two_journals(tmp_path)
    again = journal_in(tmp_path, "kl")
    gao, armistice = (each.id for each in mine.history.decisions())
    theirs.record([decide("Gao Gang", Action.DEFER, replaces=[gao])], compared())
    theirs.withdraw([armistice])

    with pytest.raises(ConcurrentDecision, match="by mo"):
        mine.record([decide("Gao Gang", replaces=[gao])], compared())
    with pytest.raises(ConcurrentDecision, match="by mo"):
        again.record([decide("an armistice", replaces=[armistice])], compared())
    with pytest.raises(ConcurrentDecision):
        mine.withdraw([armistice])


def test_what_the_editor_was_not_shown_is_not_passed_over(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    (first,) = journal.record([decide("Gao Gang")], compared())
    again = decide("Gao Gang", Action.DEFER, replaces=[first.id])

    with pytest.raises(ConcurrentDecision):
        journal.record([decide("Gao Gang", Action.DEFER)], compared(), seen=[])

    journal.record([again], compared(), seen=[first.id])


def test_a_verdict_is_recorded_with_id_editor_and_texts(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)

    (recorded,) = journal.judge([judge("an armistice", "a truce", why="So.")], compared())

    assert recorded.by == "kl"
    assert recorded.witnesses == compared().signature.digests
    assert read_history(open_store(tmp_path)).verdicts() == [recorded]
    assert {*journal.store.texts.digests()} == {text for _, text in recorded.witnesses}


def test_a_verdict_of_the_same_editor_elsewhere_is_not_passed_over(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    (first,) = journal.judge([judge("an armistice", "a truce")], compared())
    elsewhere = journal_in(tmp_path)
    elsewhere.judge(
        [judge("an armistice", "a truce", touches_sense=False, replaces=[first.id])], compared()
    )

    with pytest.raises(ConcurrentDecision):
        journal.judge([judge("an armistice", "a truce", replaces=[first.id])], compared())


def test_a_first_verdict_that_the_editor_gave_elsewhere_is_not_passed_over(tmp_path: Path) -> None:
    journal, elsewhere = journal_in(tmp_path), journal_in(tmp_path)
    elsewhere.judge([judge("an armistice", "a truce")], compared())

    with pytest.raises(ConcurrentDecision):
        journal.judge([judge("an armistice", "a truce")], compared())


def test_editors_may_disagree_about_a_reading(tmp_path: Path) -> None:
    mine, theirs = journal_in(tmp_path, "kl"), journal_in(tmp_path, "mo")
    theirs.judge([judge("an armistice", "a truce", touches_sense=False)], compared())

    mine.judge([judge("an armistice", "a truce")], compared())

    assert len(read_history(open_store(tmp_path)).verdicts()) == 2


def test_a_verdict_replaces_no_decision(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    (decision,) = journal.record([decide("an armistice")], compared())

    journal.judge([judge("an armistice", "a truce", replaces=[decision.id])], compared())

    assert journal.history.is_active(decision.id)
    assert ["which is not a verdict" in str(each) for each in journal.history.problems()] == [True]


def test_an_id_that_the_log_does_not_have_is_refused(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)

    for refused in (
        lambda: journal.record([decide("Gao Gang", replaces=["x"])], compared()),
        lambda: journal.withdraw(["x"]),
        lambda: journal.comment("Look.", on="x"),
        lambda: journal.comment("Look.", on=remember("Gao Gang"), reply="x"),
        lambda: journal.make_rule(Rule("", "R1", "", "", ""), ["x"]),
        lambda: journal.erase("x", ""),
    ):
        with pytest.raises(UnknownEvent, match="x"):
            refused()
    assert not (tmp_path / "decisions" / "kl-1.jsonl").exists()


def test_rules_in_force_are_told_by_key(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    rule = Rule("", "R2", "Names in pinyin", "Search.", "", (("Gao Gang", "Kao Kang"),), "name")
    first = journal.make_rule(rule)
    journal.make_rule(dataclasses.replace(rule, key="R1", only_offered=True))

    changed = journal.make_rule(dataclasses.replace(rule, title="Names as they stand"), [first.id])

    again = read_history(open_store(tmp_path))
    assert [each.key for each in again.rules()] == ["R1", "R2"]
    assert again.rules()[1] == changed
    assert (changed.by, changed.pairs) == ("kl", rule.pairs)
    journal.withdraw([changed.id])
    assert [each.key for each in journal.history.rules()] == ["R1"]


def test_links_of_a_document_hold_until_they_are_replaced(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    mark = RecordedSentence(5, "0" * 16, "Your pilots must be sent to")
    force = RecordedLink(DOCUMENT, LinkAction.FORCE, "A", (mark,), (mark,), why="Freely rendered.")
    split = RecordedLink(DOCUMENT, LinkAction.SPLIT, "S", (mark,), at=12)

    first = journal.link(force)
    journal.link(split)
    journal.link(dataclasses.replace(force, document="other"))

    assert list(journal.history.links(DOCUMENT).values()) == [force, split]
    forbid = dataclasses.replace(force, action=LinkAction.FORBID, replaces=(first.id,))
    journal.link(forbid)
    again = read_history(open_store(tmp_path))
    assert list(again.links(DOCUMENT).values()) == [split, forbid]


def test_a_confirmed_anchor_is_where_the_decision_stands(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    (recorded,) = journal.record([decide("battle pilots")], compared())
    now = compared(seed="They are real battle pilots. " + SEED)
    there = remember("real battle pilots", now)

    journal.confirm([NewAnchor(recorded.id, there, "words", 1.0, confirmed=True)])

    assert only(statuses(journal.history, now)).span == there.position
    assert journal.confirm([]) == []


def test_own_words_are_in_nfc_and_quotations_as_they_stand(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Übersetzt é")
    journal = journal_in(tmp_path)

    (recorded,) = journal.record(
        [decide("Gao Gang", Action.EMEND, decomposed, saw=[decomposed], why=decomposed)],
        compared(),
    )

    assert recorded.wording is not None
    assert recorded.wording.text == recorded.why == "Übersetzt é"
    assert recorded.saw[0].text == decomposed


def test_a_writer_names_what_it_has_seen_of_others_when_that_has_changed(tmp_path: Path) -> None:
    journal_in(tmp_path, "mo").seal()
    journal = journal_in(tmp_path, "kl")

    first, second = journal.seal(), journal.seal()
    journal_in(tmp_path, "mo").seal()
    third = journal_in(tmp_path, "kl").seal()

    assert [len(each.seen) for each in (first, second, third)] == [1, 0, 1]
    assert journal_in(tmp_path).history.problems() == []


def test_a_writer_that_is_refused_stores_no_text(tmp_path: Path) -> None:
    def refuse() -> str:
        raise UnpushedLines(writer="kl-1", count=2)

    with pytest.raises(UnpushedLines):
        Journal(open_store(tmp_path), refuse, "kl").record([decide("Gao Gang")], compared())

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_every_copy_of_an_edition_and_every_editor_has_a_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"

    names = [writer_of(root, editor) for root in (one, other) for editor in ("kl", "mo", "kl")]

    assert len(set(names)) == 4
    assert all(re.fullmatch(r"(kl|mo)-[0-9a-f]{4}", name) for name in names)
    assert (one / ".variants" / ".gitignore").read_text() == "*\n"


def test_a_tag_that_a_file_of_the_log_has_is_not_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "mo-7c2f.jsonl").touch()
    tags = iter(["7c2f", "7c2f", "19aa"])
    monkeypatch.setattr("secrets.token_hex", lambda _count: next(tags))

    assert writer_of(tmp_path, "kl") == "kl-19aa"


def test_a_copied_edition_has_a_writer_of_its_own(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    journal_in(one).record([decide("Gao Gang")], compared())
    shutil.copytree(one, other)

    journal_in(one).record([decide("an armistice")], compared())
    journal_in(other).record([decide("battle pilots")], compared())
    for path in (other / "decisions").glob("*.jsonl"):
        if not (one / "decisions" / path.name).exists():
            shutil.copy(path, one / "decisions")

    assert problems_in(one) == []
    assert len(journal_in(one).history.decisions()) == 3
    assert len(list((one / "decisions").glob("kl-*.jsonl"))) == 2


def test_the_private_folder_of_a_copy_is_not_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / ".variants").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CannotWrite, match="symbolic link"):
        journal_in(tmp_path / "sent").seal()

    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_moved_edition_keeps_its_writer(tmp_path: Path) -> None:
    name = writer_of(tmp_path / "one", "kl")

    (tmp_path / "one").rename(tmp_path / "other")

    assert writer_of(tmp_path / "other", "kl") == name


def test_the_tag_of_an_older_version_may_be_a_copy_and_is_drawn_anew(tmp_path: Path) -> None:
    (tmp_path / ".variants").mkdir()
    (tmp_path / ".variants" / "writer").write_text("7c2f\n")

    name = writer_of(tmp_path, "kl")

    assert name == writer_of(tmp_path, "kl") != "kl-7c2f"


@pytest.mark.parametrize("left", [None, b""])
def test_what_git_needs_is_there_although_a_run_was_killed_in_between(
    tmp_path: Path, left: bytes | None
) -> None:
    for name in (".variants/.gitignore", "decisions/.gitattributes"):
        (tmp_path / name).parent.mkdir()
        if left is not None:
            (tmp_path / name).write_bytes(left)

    journal_in(tmp_path).seal()

    assert (tmp_path / ".variants/.gitignore").read_text() == "*\n"
    assert (tmp_path / "decisions/.gitattributes").read_text().startswith("*.jsonl -text")


def test_a_tag_that_is_no_tag_is_drawn_anew(tmp_path: Path) -> None:
    (tmp_path / ".variants").mkdir()
    (tmp_path / ".variants" / "writer").write_bytes(b"\xff\n")

    assert writer_of(tmp_path, "kl") == writer_of(tmp_path, "kl")


@pytest.mark.parametrize("key", ["", "Karl", "k l", "../x", "1a", "a" * 33, "ключ"])
def test_what_cannot_be_an_editor_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(BadEditorKey):
        open_journal(tmp_path, editor=key)


def test_ids_are_of_version_7_and_begin_with_the_time() -> None:
    ids = [new_id() for _ in range(50)]

    assert len(set(ids)) == 50
    assert ids == sorted(ids)
    assert all(
        re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f-]{16}", i) for i in ids
    )
    milliseconds = int(ids[0].replace("-", "")[:12], 16)
    assert abs(milliseconds / 1000 - dt.datetime.now(dt.UTC).timestamp()) < 60


def _anchor(text: str, position: tuple[int, int], sentence: str = "s") -> Anchor:
    within = Span(*position)
    return dataclasses.replace(
        remember("Gao Gang"), text=text, position=within, within=within, sentence_hash=sentence
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (_anchor("t", (3, 9)), _anchor("t", (8, 12)), True),
        (_anchor("t", (3, 9)), _anchor("t", (9, 12)), False),
        (_anchor("t", (3, 9)), _anchor("t", (9, 9)), False),
        (_anchor("t", (3, 9)), _anchor("t", (5, 5)), True),
        (_anchor("t", (5, 5)), _anchor("t", (5, 5)), True),
        (_anchor("t", (3, 9)), _anchor("u", (3, 9)), True),
        (_anchor("t", (3, 9)), _anchor("u", (3, 9), "other"), False),
        (_anchor("t", (3, 9)), dataclasses.replace(_anchor("t", (3, 9)), document="x"), False),
    ],
)
def test_anchors_share_words_or_not(one: Anchor, other: Anchor, *, same: bool) -> None:
    assert same_passage(one, other) is same
    assert same_passage(other, one) is same


def test_git_is_told_to_leave_the_bytes_alone_unless_it_has_been_told_already(
    tmp_path: Path,
) -> None:
    journal_in(tmp_path / "one").seal()
    other = tmp_path / "two" / "decisions"
    other.mkdir(parents=True)
    (other / ".gitattributes").write_text("mine\n")
    journal_in(tmp_path / "two").seal()

    assert "*.jsonl -text" in (tmp_path / "one/decisions/.gitattributes").read_text()
    assert (other / ".gitattributes").read_text() == "mine\n"


def test_pydantic_and_filelock_wait_until_a_log_is_read_or_written() -> None:
    program = (
        "import sys, variants.log.journal, variants.anchors.status;"
        "print(*{'pydantic', 'filelock', 'sqlalchemy'} & {*sys.modules})"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)  # noqa: S603 - our own program

    assert done.stdout.strip() == b""
