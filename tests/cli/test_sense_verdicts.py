"""``variants decide --touches-sense``, and the commands that show verdicts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def recorded(folder: Path) -> list[dict[str, Any]]:
    """Return the verdicts in the log."""
    events: list[dict[str, Any]] = [json.loads(line) for line in lines_of_log(folder)]
    return [event for event in events if event["type"] == "sense"]


def sense_of(run: Run, label: str, siglum: str) -> dict[str, Any]:
    """Return the sense of a reading in the JSON of the comparison."""
    data = json.loads(run("compare", "--json").out)
    (found,) = (
        reading["sense"]
        for passage in data["passages"]
        for entry in passage["entries"]
        for reading in entry["readings"]
        if entry["label"] == label and siglum in str(reading["attestations"])
    )
    assert isinstance(found, dict)
    return found


def test_a_verdict_is_recorded_without_a_reason(run: Run, texts: Path) -> None:
    ran = run("decide", "must", "--touches-sense", "yes")

    (event,) = recorded(texts)
    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert "“must”: “should” A touches the sense, kl" in ran.out
    assert (event["v"], event["by"], event["touches_sense"]) == (1, "kl", True)
    assert event["reading"] == {"text": "should", "of": ["A"], "class": "modality"}
    assert event["target"]["quote"]["exact"] == "must"
    assert event["replaces"] == []
    assert "why" not in event


def test_a_verdict_may_have_a_reason_and_evidence(run: Run, texts: Path) -> None:
    run(
        *("decide", "ship", "--touches-sense", "no", "--why", "Both are the same boat."),
        *("--evidence", "dictionary: OED | a ship (en)"),
    )

    (event,) = recorded(texts)
    assert event["touches_sense"] is False
    assert event["why"] == "Both are the same boat."
    assert event["evidence"] == [
        {"kind": "dictionary", "ref": "OED", "quote": "a ship", "lang": "en"}
    ]


@pytest.mark.parametrize(
    ("given", "probability", "tier"), [("yes", 1, "sense"), ("no", 0, "wording")]
)
def test_the_reading_carries_the_verdict(
    run: Run, given: str, probability: float, tier: str
) -> None:
    run("decide", "ship", "--touches-sense", given)

    found = sense_of(run, "1.1", "B")

    assert (found["probability"], found["tier"], found["by"]) == (probability, tier, "editor kl")


def test_a_later_verdict_of_the_same_editor_replaces_the_earlier(run: Run, texts: Path) -> None:
    run("decide", "ship", "--touches-sense", "yes")
    ran = run("decide", "ship", "--touches-sense", "no")

    first, second = recorded(texts)
    assert second["replaces"] == [first["id"]]
    assert f"replaces {first['id'][-8:]}" in ran.out
    assert sense_of(run, "1.1", "B")["probability"] == 0


def test_two_editors_who_disagree_are_shown_and_the_model_holds(run: Run) -> None:
    model = sense_of(run, "1.1", "B")
    run("decide", "ship", "--touches-sense", "yes")
    run("decide", "ship", "--touches-sense", "no", "--editor", "mo")

    assert sense_of(run, "1.1", "B") == model | {"disputed_by": ["kl", "mo"]}
    status = run("status", "--check")
    assert status.code == ExitCode.DIFFERENT
    assert "2 verdicts on the sense: 2 disputed" in status.out
    assert status.out.count("“vessel” B: disputed: kl yes, mo no; the estimate holds") == 1
    shown = run("log", "show", "ship").out
    assert "touches the sense, kl" in shown
    assert "does not touch the sense, mo" in shown


def test_a_verdict_can_be_withdrawn(run: Run, texts: Path) -> None:
    model = sense_of(run, "1.1", "B")
    run("decide", "ship", "--touches-sense", "yes")
    (event,) = recorded(texts)

    ran = run("log", "withdraw", event["id"][-8:])

    assert ran.code == ExitCode.FINE
    assert sense_of(run, "1.1", "B") == model
    assert "sense before: “vessel” B touches the sense, kl" in run("log", "show", "ship").out
    assert "(inactive)" in run("log").out


def test_only_the_reading_of_a_witness_can_be_judged(run: Run, texts: Path) -> None:
    (texts / "variants" / "letter" / "C.txt").write_text(
        "The barge is late. Nobody knows why. We must wait until Friday.\n"
    )

    run("decide", "ship", "--touches-sense", "yes", "--reading", "C")

    assert [event["reading"]["text"] for event in recorded(texts)] == ["barge"]
    run("decide", "ship", "--touches-sense", "no")
    again = recorded(texts)[1:]
    assert {event["reading"]["text"] for event in again} == {"barge", "vessel"}
    assert len({event["batch"] for event in again}) == 1
    assert [len(event["replaces"]) for event in again if event["reading"]["text"] == "barge"] == [1]


def test_a_verdict_decides_nothing(run: Run) -> None:
    before = run("text").out
    run("decide", "ship", "--touches-sense", "yes")

    assert run("text").out == before
    assert "4 places where the texts differ: 4 undecided" in run("status").out
    assert run("status", "--check").code == ExitCode.FINE
    assert run("log", "check").code == ExitCode.FINE


def test_a_verdict_is_carried_and_becomes_stale(run: Run, texts: Path) -> None:
    run("decide", "ship", "--touches-sense", "yes")

    edit_seed(texts, "ship is late", "ship is now late")
    assert "state: carried" in run("log", "show", "ship").out
    run("log", "seal")
    assert "carried" not in run("log", "show", "ship").out

    edit_seed(texts, "The ship", "The boat")
    status = run("status", "--check")
    assert status.code == ExitCode.DIFFERENT
    assert "(stale, judged on “ship”)" in status.out
    assert sense_of(run, "1.1", "B")["by"] == "model"

    run("decide", "1.1", "--touches-sense", "yes")
    assert "stale" not in run("status").out


def test_a_changed_witness_makes_a_verdict_stale(run: Run, texts: Path) -> None:
    run("decide", "ship", "--touches-sense", "yes")
    path = texts / "variants" / "letter" / "B.txt"
    path.write_text(path.read_text().replace("vessel", "barge"))

    assert "(stale (witness changed))" in run("status").out
    run("decide", "ship", "--touches-sense", "no")
    assert "1 verdict on the sense: 1 in force" in run("status").out


def test_a_verdict_on_omitted_words_states_the_omission(run: Run, texts: Path) -> None:
    path = texts / "variants/letter/B.txt"
    path.write_text(path.read_text().replace(" vessel", ""))

    ran = run("decide", "ship", "--touches-sense", "yes", "--reading", "B")

    assert "the omission in B touches the sense, kl" in ran.out


def test_what_would_be_recorded_is_shown_and_not_recorded(run: Run, texts: Path) -> None:
    ran = run("decide", "ship", "--touches-sense", "yes", "--dry-run")

    assert ran.out == "would record: 1.1 “ship”: “vessel” B touches the sense\n"
    assert not (texts / "decisions").exists()


def test_verdicts_are_exported(run: Run, texts: Path) -> None:
    run("decide", "ship", "--touches-sense", "no", "--why", "A boat is a boat.")
    (event,) = recorded(texts)

    lines = run("log", "export", "-f", "jsonl").out.splitlines()
    page = json.loads(run("log", "export", "-f", "webannotation").out)

    assert event in [json.loads(line) for line in lines]
    (annotation,) = page["items"]
    assert annotation["motivation"] == "assessing"
    assert [body["value"] for body in annotation["body"]] == [
        *("does not touch the sense", "vessel", "A boat is a boat."),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ship", "--touches-sense", "maybe"], "--touches-sense"),
        (["ship", "--touches-sense", "yes", "--keep"], "--keep and --touches-sense cannot be"),
        (["ship", "--touches-sense", "yes", "--everywhere"], "--everywhere does not apply to"),
        (["ship", "--touches-sense", "yes", "--category", "sense"], "--category does not apply"),
        (["ship", "--touches-sense", "yes", "--reading", "A"], "A does not differ from the seed"),
        (["ship", "--touches-sense", "yes", "--reading", "Z"], "Unknown witness 'Z'."),
        (["wait", "--touches-sense", "yes"], "No witness has a reading of just “wait”."),
        (["ship", "--keep", "--reading", "B"], "--reading does not apply to decisions."),
        (["--touches-sense", "yes"], "--touches-sense does not apply to the interactive round."),
    ],
)
def test_a_verdict_that_cannot_be_recorded_says_why(
    run: Run, texts: Path, arguments: list[str], message: str
) -> None:
    ran = run("decide", *arguments)

    assert ran.code == ExitCode.USAGE
    assert message in ran.err
    assert not (texts / "decisions").exists()


def test_a_verdict_overrules_a_rule_of_the_edition(run: Run, texts: Path) -> None:
    with (texts / "variants.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[classify]]\nname = "boats"\npairs = [["ship", "vessel"]]\nsense = false\n')
    assert sense_of(run, "1.1", "B")["by"] == "rule boats"

    run("decide", "ship", "--touches-sense", "yes")

    found = sense_of(run, "1.1", "B")
    assert (found["by"], found["tier"], found["probability"]) == ("editor kl", "sense", 1)


def test_the_filter_by_sense_obeys_verdicts(run: Run) -> None:
    run("decide", "ship", "--touches-sense", "yes")
    run("decide", "must", "--touches-sense", "no")

    shown = run("compare", "--sense", "--plain").out

    assert "vessel" in shown
    assert "{should}" not in shown


@pytest.mark.parametrize("suffix", ["html", "md", "xml", "tex", "docx", "csv", "xlsx", "json"])
def test_every_report_can_be_written_with_verdicts(run: Run, texts: Path, suffix: str) -> None:
    run("decide", "ship", "--touches-sense", "yes")
    run("decide", "ship", "--touches-sense", "no", "--editor", "mo")

    ran = run("report", "-o", f"report.{suffix}", "--anonymous", "--no-reasons")

    assert ran.code == ExitCode.FINE
    assert (texts / f"report.{suffix}").stat().st_size > 0


def test_the_brief_and_the_measures_count_verdicts(run: Run) -> None:
    before = run("brief").out
    counted = json.loads(run("measures", "--json").out)

    run("decide", "ship", "--touches-sense", "yes")

    assert "ship" not in before
    assert "ship" in run("brief").out
    assert json.loads(run("measures", "--json").out) != counted
