from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def recorded(folder: Path) -> dict[str, object]:
    """Return the last decision in the log."""
    events: list[dict[str, object]] = [json.loads(line) for line in lines_of_log(folder)]
    return [event for event in events if event["type"] == "decision"][-1]


@pytest.mark.parametrize(
    ("choice", "fields"),
    [
        (["--keep"], {"action": "keep"}),
        (
            ["--adopt", "B"],
            {
                "action": "adopt",
                "reading": {"text": "vessel", "of": ["B"], "class": "wording"},
            },
        ),
        (["--emend", "boat", "--why", "So."], {"action": "emend", "emendation": "boat"}),
        (["--emend", "", "--why", "So."], {"action": "emend", "emendation": ""}),
        (
            ["--alternates", "B"],
            {
                "action": "alternates",
                "also": [{"text": "vessel", "of": ["B"], "class": "wording"}],
            },
        ),
        (["--reject"], {"action": "reject"}),
        (["--query", "Which?"], {"action": "query", "ask": {"text": "Which?"}}),
        (["--defer"], {"action": "defer"}),
    ],
)
def test_each_choice_is_recorded(
    run: Run, texts: Path, choice: list[str], fields: dict[str, object]
) -> None:
    ran = run("decide", "1.1", *choice)

    event = recorded(texts)
    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert {name: event[name] for name in fields} == fields
    assert event["by"] == "kl"
    assert event["saw"] == [
        {"text": "ship", "of": ["S", "A"]},
        {"text": "vessel", "of": ["B"], "class": "wording"},
    ]


def test_an_adopted_reading_is_printed_beside_others(run: Run, texts: Path) -> None:
    seed = (texts / "seeds" / "letter.txt").read_text()
    (texts / "variants" / "letter" / "C.txt").write_text(seed.replace("ship", "boat"))

    run("decide", "1.1", "--adopt", "B", "--alternates", "C")

    assert recorded(texts)["action"] == "alternates"
    assert "The vessel is late." in run("text").out


def test_equal_words_are_not_printed_beside_each_other(run: Run, texts: Path) -> None:
    ran = run("decide", "1.1", "--adopt", "B", "--alternates", "B")

    assert ran.code == ExitCode.USAGE
    assert "B has the words that are printed at 1.1" in ran.err
    assert lines_of_log(texts) == []


@pytest.mark.parametrize("name", ["1.1", "letter:1.1", "ship", "vessel", "1:ship"])
def test_a_place_has_many_names(run: Run, texts: Path, name: str) -> None:
    assert run("decide", name, "--keep").code == ExitCode.FINE

    target = recorded(texts)["target"]
    assert isinstance(target, dict)
    assert target["quote"]["exact"] == "ship"


def test_a_place_is_known_by_its_id(run: Run, texts: Path) -> None:
    ids = re.findall(r'"place": ?"(\w+)"', run("compare", "--json").out)

    assert run("decide", ids[0], "--keep").code == ExitCode.FINE
    assert recorded(texts)["action"] == "keep"


def test_words_that_are_no_place_can_be_emended(run: Run) -> None:
    run("decide", "wait until", "--emend", "stay till", "--why", "So.")

    assert "We must stay till Friday." in run("text").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["9.9", "--keep"], "There is no place '9.9'."),
        (["nowhere", "--keep"], "There is no place 'nowhere'."),
        (["memo:1.1", "--keep"], "Unknown document 'memo'."),
        (["1.1"], "No decision was given"),
        (["1.1", "--keep", "--defer"], "--keep and --defer cannot be combined."),
        (["1.1", "--adopt", "A"], "A does not differ from the seed at 1.1."),
        (["1.1", "--adopt", "Z"], "Unknown witness 'Z'."),
        (["wait", "--adopt", "A"], "A has no reading of just “wait”."),
        (["1.1", "--emend", "boat"], "A reason is needed: the words are the editor's own"),
        (["must", "--keep"], "A reason is needed: the place is one of modality."),
        (["1.1", "--keep", "--category", "taste"], "Unknown category 'taste'."),
        (["1.1", "--keep", "--evidence", "hearsay"], "Invalid value for --evidence: 'hearsay'."),
        (["--keep"], "--keep does not apply to the interactive round."),
        ([], "asks about each open place and needs a terminal."),
        (["1.1", "--keep", "--editor", "K.L."], "Invalid editor key 'K.L.'."),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_recorded(
    run: Run, texts: Path, arguments: list[str], message: str
) -> None:
    ran = run("decide", *arguments)

    assert ran.code == ExitCode.USAGE
    assert message in ran.err
    assert lines_of_log(texts) == []


def test_words_in_several_places_are_listed(run: Run, texts: Path) -> None:
    edit_seed(texts, "late.", "late. The ship is old.")

    ran = run("decide", "The ship is", "--keep")

    assert ran.code == ExitCode.USAGE
    assert "matches 2 places: 1:The ship is (…The ship is late." in ran.err
    assert run("decide", "2:The ship is", "--keep", "--why", "So.").code == ExitCode.FINE


def test_without_an_editor_nothing_is_recorded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIANTS_EDITOR")

    ran = run("decide", "1.1", "--keep")

    assert ran.code == ExitCode.USAGE
    assert "no key is set" in ran.err


def test_the_editor_is_remembered_for_all_editions(
    run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIANTS_EDITOR")
    settings = texts / "config" / "variants" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('editor = "mo"\n')

    run("decide", "1.1", "--keep")

    assert recorded(texts)["by"] == "mo"


def test_what_is_said_about_a_decision_is_recorded(run: Run, texts: Path) -> None:
    run(
        *("decide", "1.1", "--keep", "--why", "It is no vessel.", "--category", "sense"),
        *("--confidence", "low", "--evidence", "person: Li, by letter | корабль (ru)"),
        *("--evidence", "other: a page | https://example.org/a"),
    )

    event = recorded(texts)
    assert (event["why"], event["category"], event["confidence"]) == (
        "It is no vessel.",
        "sense",
        "low",
    )
    assert event["evidence"] == [
        {"kind": "person", "ref": "Li, by letter", "quote": "корабль", "lang": "ru"},
        {"kind": "other", "ref": "a page", "url": "https://example.org/a"},
    ]


def test_a_dry_run_records_nothing(run: Run, texts: Path) -> None:
    ran = run("decide", "1.1", "--adopt", "B", "--dry-run")

    assert ran.out == "would record: 1.1 “ship”: prints “vessel” with B\n"
    assert lines_of_log(texts) == []
    assert not (texts / "decisions").exists()


def test_a_dry_run_rejects_an_invalid_key_too(run: Run) -> None:
    ran = run("decide", "1.1", "--adopt", "B", "--editor", "K.L.", "--dry-run")

    assert ran.code == ExitCode.USAGE
    assert "Invalid editor key 'K.L.'" in ran.err


def test_a_decision_takes_the_place_of_the_one_before(run: Run, texts: Path) -> None:
    run("decide", "1.1", "--keep")
    first = recorded(texts)["id"]

    run("decide", "1.1", "--adopt", "B")

    assert recorded(texts)["replaces"] == [first]
    assert "The vessel is late." in run("text").out


def test_a_decision_on_more_words_takes_the_place_of_those_inside(run: Run) -> None:
    run("decide", "1.1", "--adopt", "B")

    run("decide", "ship is", "--emend", "ships are", "--why", "There are two.")

    assert "The ships are late." in run("text").out
    assert "conflict" not in run("status").out


def test_keeping_a_whole_sentence_leaves_what_was_decided_inside(run: Run) -> None:
    run("decide", "1.1", "--adopt", "B")

    run("decide", "The ship is late.", "--keep")

    assert "The vessel is late." in run("text").out


@pytest.fixture
def refrain(texts: Path) -> None:
    """Change the edition so that it has similar places."""
    (texts / "seeds" / "letter.txt").write_text("The ship left. We saw the ship. A ship is late.")
    other = "The vessel left. We saw the vessel. A vessel is late."
    for siglum in "AB":
        (texts / "variants" / "letter" / f"{siglum}.txt").write_text(other)


@pytest.mark.usefixtures("refrain")
def test_similar_places_are_decided_together_and_remain_apart(run: Run, texts: Path) -> None:
    run("decide", "2.1", "--keep")

    ran = run("decide", "1.1", "--adopt", "A", "--everywhere", "--yes")

    assert [line[:13] for line in ran.out.splitlines()] == ["recorded: 1.1", "recorded: 3.1"]
    assert run("text").out == "The vessel left. We saw the ship. A vessel is late.\n"
    batches = [json.loads(line).get("batch") for line in lines_of_log(texts)[-2:]]
    assert batches[0]
    assert batches[0] == batches[1]


@pytest.mark.usefixtures("refrain")
def test_several_decisions_are_recorded_only_after_a_yes(run: Run, texts: Path) -> None:
    ran = run("decide", "1.1", "--adopt", "A", "--everywhere")

    assert ran.code == ExitCode.USAGE
    assert ran.out.count("would record:") == 3
    assert "Recording 3 decisions needs confirmation" in ran.err
    assert lines_of_log(texts) == []


def test_a_folder_that_cannot_be_written_to_is_told(run: Run, texts: Path) -> None:
    (texts / "decisions").write_text("no folder")

    ran = run("decide", "1.1", "--keep")

    assert ran.code in (ExitCode.OUTPUT, ExitCode.LOG)
    assert "decisions" in ran.err
    assert "Traceback" not in ran.err


def test_words_that_a_witness_has_not_are_told_as_left_out(run: Run, texts: Path) -> None:
    (texts / "variants/letter/B.txt").write_text("The is late.\n", encoding="utf-8")

    ran = run("decide", "1.1", "--adopt", "B", "--dry-run")

    assert ran.out == "would record: 1.1 “ship”: leaves the words out with B\n", ran.err
