from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.project.editions import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from versions import (
    CUT_ANEW,
    EDITIONS,
    NAMES,
    PERMITTED,
    SHIPPED,
    SUMS,
    UNSORTED,
    Outcome,
    Permitted,
    compare,
    compare_edition,
    copy_edition,
    documents_of,
    expected_of,
    json_value,
    new_notice,
    outputs_of,
    reworded,
    run,
    sort_witnesses,
    sums,
)

of_each_edition = pytest.mark.parametrize("edition", NAMES)


@dataclass(frozen=True)
class Made:
    """All outputs of an edition, and the folder that has the copy of it they were made in."""

    outputs: dict[str, str]
    folder: Path


Make = Callable[[str], Made]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Make all outputs of an edition, once for all processes that run tests."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    @cache
    def make_once(edition: str) -> Made:
        folder = shared / f"made-of-{edition}"
        recorded = folder / "outputs.json"
        with FileLock(shared / f"{edition}.lock"):
            if not recorded.exists():
                folder.mkdir()
                recorded.write_text(json.dumps(outputs_of(edition, folder)), "utf-8")
        return Made(json.loads(recorded.read_text("utf-8")), folder)

    return make_once


@of_each_edition
def test_every_output_differs_from_that_of_0_1_0_only_as_is_permitted(
    edition: str, make: Make
) -> None:
    outcomes = compare_edition(edition, make(edition).outputs)

    assert not "\n\n".join(each.left for each in outcomes.values() if each.left)


@of_each_edition
def test_no_decision_of_an_edition_of_0_1_0_is_lost(edition: str, make: Make) -> None:
    found = make(edition).outputs
    recorded = expected_of(edition)["log.jsonl"].splitlines()
    events = [json.loads(line) for line in recorded]
    decisions = {event["id"] for event in events if event["type"] == "decision"}

    shown = {
        decision["id"]
        for document in documents_of(edition)
        for standing in _standings(found, document)
        for decision in (*standing["live"], *standing["former"])
    }

    assert decisions
    assert decisions <= shown
    assert set(recorded) <= set(found["log.jsonl"].splitlines())
    assert [event["id"] for event in events if event["id"][-8:] not in found["log.txt"]] == []


@of_each_edition
def test_every_place_of_0_1_0_is_kept_or_shown_as_cut_anew(edition: str, make: Make) -> None:
    for document in documents_of(edition):
        then = [_fixed_fields(each) for each in _standings(expected_of(edition), document)]
        now = [_fixed_fields(each) for each in _standings(make(edition).outputs, document)]

        assert then
        assert [each[:3] + each[4:] for each in now] == [each[:3] + each[4:] for each in then]
        for before, after in zip(then, now, strict=True):
            assert set(before[3]) - {"reshaped"} <= set(after[3])
            assert set(after[3]) - set(before[3]) <= {"reshaped", "new reading"}, after


@of_each_edition
def test_the_established_text_is_that_of_0_1_0_to_the_byte(edition: str, make: Make) -> None:
    names = [
        f"{document}.{sort}.txt"
        for document in documents_of(edition)
        for sort in ("established", "report")
    ]

    assert names
    for name in names:
        assert make(edition).outputs[name].encode() == expected_of(edition)[name].encode()


@of_each_edition
def test_a_decision_of_today_goes_into_a_log_of_0_1_0(edition: str, tmp_path: Path) -> None:
    copy = copy_edition(edition, tmp_path)
    document = documents_of(edition)[0]
    compared = json.loads(run(copy, "compare", "--doc", document, "--json").out)
    entries = compared["passages"][1]["entries"]
    before = expected_of(edition)["log.jsonl"].splitlines()

    decided = run(copy, "decide", entries[0]["place"], "--defer", "--editor", "zz")
    checked = run(copy, "log", "check")
    after = run(copy, "log", "export", "-f", "jsonl").out.splitlines()

    assert decided.code == 0, decided.err
    assert checked.code == 0, checked.out
    assert set(before) < set(after)


@of_each_edition
def test_looking_at_an_edition_of_0_1_0_changes_none_of_its_files(
    edition: str, make: Make, tmp_path: Path
) -> None:
    untouched = copy_edition(edition, tmp_path)

    looked_at = make(edition).folder / "as-it-is" / edition

    assert _contents(looked_at) == _contents(untouched)


def test_the_editions_of_0_1_0_are_as_they_were_made() -> None:
    lines = SUMS.read_text("utf-8").splitlines()

    recorded = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}

    assert {name.partition("/")[0] for name in recorded} == {*NAMES, "expected"} - {SHIPPED}
    assert sums() == recorded


def test_every_permitted_difference_says_why() -> None:
    names = [row.name for row in (*PERMITTED, *CUT_ANEW)]

    assert len(set(names)) == len(names)
    assert all(row.reason.endswith(".") and row.outputs for row in (*PERMITTED, *CUT_ANEW))


def test_what_no_row_permits_is_a_difference() -> None:
    row = reworded("undecided", "open", reason="Shorter.")
    old, new = "3 places undecided\n", "3 places open\n"

    assert _left(UNSORTED, "status.txt", old, new, []) != ""
    assert _left(UNSORTED, "status.txt", old, new, [row]) == ""
    assert _left(UNSORTED, "status.txt", old, new.replace("3", "4"), [row]) != ""
    assert compare(f"{UNSORTED}/status.txt", old, new, [row]) == Outcome((row.name,), "")
    assert compare(f"{UNSORTED}/status.txt", old, old, [row]) == Outcome((), "")


def test_a_phrase_that_is_reworded_may_break_lines_elsewhere() -> None:
    row = reworded("no counterpart found", "not found", reason="Shorter.")

    assert (
        _left(UNSORTED, "a.txt", "A no counterpart\n  found here\n", "A not found here\n", [row])
        == ""
    )
    assert _left(UNSORTED, "a.txt", "A  here\n", "A here\n", [row]) != ""


def test_the_established_text_and_the_log_may_never_differ() -> None:
    row = reworded("one", "two", reason="Any.", outputs=("*",))

    for name in ("a.established.txt", "a.report.txt", "log.jsonl"):
        assert _left(UNSORTED, name, "one\n", "two\n", [row]) != ""


def test_the_json_may_have_a_higher_schema_and_other_names() -> None:
    bead = {"other": [1], "confidence": 1.0}
    old = {"schema": "variants/1", "witnesses": [{"beads": [{"base": [0]} | bead]}]}
    new = {"schema": "variants/2", "witnesses": [{"beads": [{"seed": [0]} | bead]}]}
    other = {"schema": "variants/3", "witnesses": [{"beads": [{"seed": [1]} | bead]}]}

    assert _left(UNSORTED, "a.compare.json", json.dumps(old), json.dumps(new), PERMITTED) == ""
    assert _left(UNSORTED, "a.compare.json", json.dumps(old), json.dumps(other), PERMITTED) != ""
    row = json_value("schema", ["variants/1", "variants/2"], reason="Any.")
    assert _left(UNSORTED, "a.compare.json", json.dumps(old), json.dumps(new), [row]) != ""


@pytest.mark.parametrize(
    ("name", "old", "new", "other"),
    [
        (
            "log.txt",
            "1 “a”: adopts “b” A, kl [1]",
            "1 “a”: prints “b” with A, kl [1]",
            "1 “a”: prints “b” with B, kl [1]",
        ),
        (
            "status.txt",
            "1 “a”: prints the seed or “c”, kl",
            "1 “a”: prints the seed’s words or “c” with B, kl",
            "1 “a”: prints “b” with A or “c” with B, kl",
        ),
        (
            "a.xml",
            "</date> kept by rule R1: Ours.</note>",
            "</date> keeps the seed’s words (rule R1): Ours.</note>",
            "</date> keeps the seed’s words (rule R2): Ours.</note>",
        ),
        (
            "a.xml",
            "</date> alternatives “b” or “c”</note>",
            "</date> prints “b” with A or “c” with B</note>",
            "</date> prints “a” with A or “c” with B</note>",
        ),
        (
            "compare-80.txt",
            "✓ decided ¹ “b” A, kl (rule changed)",
            "✓ decided ¹ prints “b” with A, kl (rule R1) (rule changed)",
            "✓ decided ¹ prints “b” with A, kl (rule R1)",
        ),
        (
            "compare-120.txt",
            "1 S {a}¹  A {b}¹  ✓ decided ¹ kept, kl",
            "1 S {a}¹  A {b}¹  ✓ decided ¹ keeps the\n                   seed’s words, kl",
            "1 S {a}¹  A {b}¹  ✓ decided ¹ emends to\n                   “a”, kl",
        ),
        (
            "align-120.txt",
            "9 beads, 1 forced, 2 without counterpart",
            "9 beads, 1 forced, 1 omitted, 1 added",
            "9 beads, 1 forced, 1 omitted",
        ),
    ],
)
def test_a_decision_in_other_words_must_be_the_same_decision(
    name: str, old: str, new: str, other: str
) -> None:
    assert _left(UNSORTED, name, old, new, PERMITTED) == ""
    assert _left(UNSORTED, name, old, other, PERMITTED) != ""


def test_the_signature_must_name_the_same_texts_and_settings() -> None:
    then = {"version": "0.1.0", "digests": [["S", "12"]], "choices": {"terms": "dike"}}
    now = {**then, "version": "0.2.0", "languages": [["S", "en"]]}
    old, new = json.dumps({"signature": then}), json.dumps({"signature": now})

    assert _left(UNSORTED, "a.compare.json", old, new, PERMITTED) == ""
    assert _left(UNSORTED, "a.compare.json", old, new.replace("dike", "sea"), PERMITTED) != ""
    assert _left(UNSORTED, "a.compare.json", old, new.replace("12", "13"), PERMITTED) != ""


def test_the_order_of_witnesses_may_differ_only_where_variants_toml_has_another() -> None:
    old = json.dumps({"witnesses": [{"siglum": "S"}, {"siglum": "A"}, {"siglum": "B"}]})
    new = json.dumps({"witnesses": [{"siglum": "S"}, {"siglum": "B"}, {"siglum": "A"}]})

    assert _left(UNSORTED, "a.compare.json", old, new, PERMITTED) == ""
    assert _left("another", "a.compare.json", old, new, PERMITTED) != ""


def test_a_new_notice_is_left_aside_wherever_it_is_told() -> None:
    row = new_notice("--record-links", reason="Any.")
    message = "Move it with variants align --record-links."
    notices = [{"siglum": "A", "message": message}]

    assert _left(UNSORTED, "notices.txt", "", f"note: A: {message}\n", [row]) == ""
    assert _left(UNSORTED, "notices.txt", "note: B: gone\n", f"note: A: {message}\n", [row]) != ""
    pair = (json.dumps({"notices": []}), json.dumps({"notices": notices}))
    assert _left(UNSORTED, "a.compare.json", *pair, [row]) == ""
    tei = f"<TEI><notesStmt><note>{message}</note></notesStmt></TEI>"
    assert _left(UNSORTED, "a.xml", "<TEI></TEI>", tei, [row]) == ""


def test_witnesses_are_put_in_the_order_of_their_sigla() -> None:
    settings = (EDITIONS / UNSORTED / "variants.toml").read_text("utf-8")

    sorted_settings = sort_witnesses(settings)

    places = [sorted_settings.index(f"[documents.survey.witnesses.{each}]") for each in _SIGLA]
    assert places == sorted(places)
    assert sorted(sorted_settings) == sorted(settings)
    assert sort_witnesses(sorted_settings) == sorted_settings


_SIGLA = ("Ames", "Berg", "Crane", "Olm", "Tarn")


def _left(edition: str, name: str, old: str, new: str, permitted: Sequence[Permitted]) -> str:
    return compare(f"{edition}/{name}", old, new, permitted).left


def _standings(found: dict[str, str], document: str) -> list[dict[str, Any]]:
    data = json.loads(found[f"{document}.report.json"])
    standings: list[dict[str, Any]] = data["decisions"]["standings"]
    return standings


def _fixed_fields(standing: dict[str, Any]) -> tuple[Any, ...]:
    """Return the fields that must not change: the place, its state, and the events behind it."""
    ids = tuple(
        tuple(decision["id"] for decision in standing[key])
        for key in ("live", "former", "comments")
    )
    fields = ("place", "state", "remarks", "printed", "was", "span")
    return (ids, *(standing[each] for each in fields))


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".variants" not in path.parts
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "other"),
    [
        (
            "a.csv",
            "place,class\r\np1,form\r\n",
            "place,class,tier,sense_probability\r\np1,form,form,0.01\r\n",
            "place,class,tier,sense_probability\r\np1,name,form,0.01\r\n",
        ),
        (
            "compare-80.txt",
            "1 place, 1 reading:  form 1\nvariation  1▁\n",
            "1 place, 1 reading:  form 1\nother wording 2 · form 1\nvariation  1▁\n",
            "1 place, 1 reading:  form 2\nother wording 2 · form 1\nvariation  1▁\n",
        ),
        (
            "status.txt",
            "  next: 1.1 …\n",
            "  next: 1.1 …\n  hidden wording  1 place · expected to touch the sense  0.1\n",
            "  next: 1.2 …\n  hidden wording  1 place · expected to touch the sense  0.1\n",
        ),
        (
            "a.report.json",
            '{"counts": {"readings": 1}}',
            '{"counts": {"readings": 1, "tiers": {"form": 1}}}',
            '{"counts": {"readings": 2, "tiers": {"form": 1}}}',
        ),
    ],
)
def test_senses_are_added_and_nothing_else_differs(
    name: str, old: str, new: str, other: str
) -> None:
    assert _left(UNSORTED, name, old, new, PERMITTED) == ""
    assert _left(UNSORTED, name, old, other, PERMITTED) != ""
