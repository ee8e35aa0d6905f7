from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def add(run: Run, *more: str) -> None:
    ran = run("rules", "add", "R1", "Ships are ships", "--pair", "vessel=ship", *more)
    assert ran.code == ExitCode.FINE


def test_a_rule_decides_nothing_by_itself(run: Run) -> None:
    add(run)

    lines = run("rules").out.splitlines()

    assert lines[0].startswith("R1: Ships are ships, kl [")
    assert lines[1:] == ["  vessel = ship: keep", "  letter: 0 decided; undecided: 1.1"]
    assert "4 undecided" in run("status").out


def test_an_edition_without_rules_states_that_it_has_none(run: Run) -> None:
    assert run("rules").out == "no rules: make a house rule with variants rules add\n"


_SETTINGS = """
[[classify]]
name = "ships"
pairs = [["ship", "vessel"]]
class = "term"

[[classify]]
name = "ways to wait"
pairs = [["must", "should"]]
sense = false

[[ignore]]
name = "days"
pattern = "Friday"

[[ignore]]
name = "delays"
pattern = "late"
"""
_IDLE = """
[[classify]]
name = "planes"
pairs = [["plane", "aircraft"]]
class = "form"

[[ignore]]
name = "stamps"
pattern = "Registry"
"""


def test_the_rules_of_the_settings_are_counted(run: Run, texts: Path) -> None:
    add(run)
    with (texts / "variants.toml").open("a") as file:
        file.write(_SETTINGS)

    ran = run("rules")

    assert ran.out.splitlines()[-8:] == [
        *("classify “ships”", "  letter: 1 reading"),
        *("classify “ways to wait”", "  letter: 1 reading"),
        *("ignore “days”", "  letter: 3 passages"),
        *("ignore “delays”", "  letter: 2 passages"),
    ]
    assert ran.err == ""


def test_a_rule_of_the_settings_that_applies_to_nothing_is_noted(run: Run, texts: Path) -> None:
    with (texts / "variants.toml").open("a") as file:
        file.write(_IDLE)

    ran = run("rules")

    assert ran.out.splitlines() == [
        *("classify “planes”", "  letter: 0 readings"),
        *("ignore “stamps”", "  letter: 0 passages"),
    ]
    assert "note: The rule “planes” of variants.toml classifies no reading." in ran.err
    assert "note: The rule “stamps” of variants.toml sets nothing aside." in ran.err


def test_an_applied_rule_is_an_ordinary_decision_for_each_place(run: Run) -> None:
    add(run, "--adopt", "--why", "House style.")

    ran = run("rules", "apply", "R1", "--yes")

    assert ran.code == ExitCode.FINE
    assert "recorded: 1 decision, batch" in ran.out
    assert run("text").out.startswith("The vessel is late.")
    assert "letter: 1 decided" in run("rules").out
    assert "House style." in run("log", "show", "1.1").out


def test_a_place_that_somebody_decided_on_is_not_touched(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    add(run, "--adopt")
    before = lines_of_log(texts)

    run("rules", "apply", "R1", "--yes")

    assert lines_of_log(texts) == before


@pytest.mark.parametrize(("name", "count"), [("wording", 1), ("name", 0)])
def test_a_rule_may_be_about_one_class(run: Run, name: str, count: int) -> None:
    add(run, "--class", name)

    assert run("rules", "apply", "R1", "--dry-run").out.count("would record") == count


def test_a_changed_rule_takes_the_place_of_the_old_one(run: Run) -> None:
    add(run)
    run("rules", "apply", "R1", "--yes")

    add(run, "--adopt")

    assert run("rules").out.count("R1: ") == 1
    assert "rule changed" in run("log", "show", "1.1").out


def test_a_rule_is_applied_only_after_a_yes(run: Run, texts: Path) -> None:
    add(run)
    before = lines_of_log(texts)

    ran = run("rules", "apply", "R1")

    assert ran.code == ExitCode.USAGE
    assert "no terminal to ask on" in ran.err
    assert lines_of_log(texts) == before


@pytest.mark.parametrize("pair", ["ship", "=ship", "ship="])
def test_a_pair_names_two_wordings(run: Run, pair: str) -> None:
    ran = run("rules", "add", "R1", "Ships", "--pair", pair)

    assert ran.code == ExitCode.USAGE
    assert "does not have two wordings" in ran.err


def test_a_rule_that_is_not_there_is_told(run: Run) -> None:
    add(run)

    ran = run("rules", "apply", "R2")

    assert ran.code == ExitCode.USAGE
    assert "Unknown rule 'R2'." in ran.err


def test_a_place_with_more_than_the_words_of_a_rule_is_named(run: Run, texts: Path) -> None:
    seed = "The quay is long. The guard walked along the quay himself. Go to the quay.\n"
    (texts / "seeds" / "letter.txt").write_text(seed)
    other = "The embankment is long. The guard walked along the embankment. Go to the embankment.\n"
    for siglum in "AB":
        (texts / "variants" / "letter" / f"{siglum}.txt").write_text(other)
    run("rules", "add", "R2", "Quays", "--pair", "quay=embankment", "--keep")

    listed = run("rules").out
    applied = run("rules", "apply", "R2", "--yes").out

    assert "  letter: 0 decided; undecided: 1.1, 3.1\n" in listed
    assert "  not taken: 2.1 “quay himself” → “embankment” A B\n" in listed
    assert "\nnot taken: 2.1 “quay himself” → “embankment” A B\n" in applied
    assert "recorded: 2 decisions" in applied


def test_a_place_that_was_decided_without_the_rule_is_named(run: Run) -> None:
    run("decide", "ship", "--keep")
    add(run, "--adopt")

    listed = run("rules").out
    applied = run("rules", "apply", "R1", "--yes").out

    line = "not taken: 1.1 “ship” → “vessel” B (decided without the rule)\n"
    assert f"  {line}" in listed
    assert applied.startswith(line)


def test_a_rule_without_places_reports_that_it_records_nothing(run: Run) -> None:
    run("rules", "add", "R3", "Trains", "--pair", "train=railway", "--keep")

    ran = run("rules", "apply", "R3", "--yes")

    assert ran.code == ExitCode.FINE
    assert ran.out == "nothing to record: letter has no undecided places of R3\n"


def test_a_rule_of_a_class_keeps_the_seed_where_all_readings_are_of_it(
    run: Run, texts: Path
) -> None:
    (texts / "seeds").mkdir(exist_ok=True)
    for name, line in (
        ("seeds/note.txt", "We honour the treaty, and we wait.\nHe took a train.\n"),
        ("variants/note/A.txt", "We honor the treaty and we wait.\nHe took a ship.\n"),
        ("variants/note/B.txt", "We keep the treaty and we wait.\nHe took a train.\n"),
    ):
        (texts / name).parent.mkdir(parents=True, exist_ok=True)
        (texts / name).write_text(line)

    added = run("rules", "add", "forms", "Form", "--class", "form", "--keep")
    listed = run("rules", "--doc", "note").out
    applied = run("rules", "apply", "forms", "--yes", "--doc", "note")

    assert added.code == applied.code == ExitCode.FINE
    assert "  class form: keep\n  note: 0 decided; undecided: 1.2\n" in listed
    assert "recorded: 1 decision" in applied.out
    assert "not taken: 1.1 “honour” → “honor” A" in applied.out
    assert run("status", "--doc", "note").out.startswith(
        "note: 3 places where the texts differ: 2 undecided, 1 decided\n"
    )


@pytest.mark.parametrize("options", [(), ("--class", "form", "--adopt"), ("--adopt",)])
def test_a_rule_needs_pairs_or_a_class_to_keep(run: Run, options: tuple[str, ...]) -> None:
    ran = run("rules", "add", "R9", "Nothing", *options)

    assert ran.code == ExitCode.USAGE
    assert "--class form --keep" in ran.err
