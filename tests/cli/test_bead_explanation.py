from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode

pytestmark = pytest.mark.usefixtures("texts")
FILES = ("seed.txt", "yang.txt")


def test_a_bead_is_explained_for_people(run: Run) -> None:
    ran = run("align", *FILES, "--explain", "A:3")

    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert ran.out.startswith("S 3 = A 3 · confidence 1.00")
    assert "S 3  We must wait until Friday.\nA 3  We should wait until Friday.\n" in ran.out
    assert "best path through both texts" in ran.out
    for_it, _, against_it = ran.out.partition("Against it")
    assert "  wait (in 1 of S, 1 of A)" in for_it
    assert "only in S: must" in against_it
    assert "Together ×" in against_it


def test_a_bead_is_explained_to_programs(run: Run) -> None:
    ran = run("align", *FILES, "--explain", "3", "-f", "json")

    found = json.loads(ran.out)
    assert found["schema"] == "variants-explanation/1"
    assert (found["seed"], found["other"]) == ("S", "A")
    assert (found["bead"]["seed"], found["bead"]["other"]) == ([2], [2])
    words = [(each["seed"], each["other"]) for each in found["weighing"]["shared"]]
    assert (["wait"], ["wait"]) in words
    parts = ("words", "length", "joined", "divisions")
    total = sum(found["weighing"][part] for part in parts)
    assert total == pytest.approx(found["weighing"]["total"], abs=1e-3)


def test_a_sentence_of_the_other_text_is_asked_about_behind_the_sign(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text("The ship is late. A gull cries.  We should wait.\n")

    ran = run("align", "seed.txt", "more.txt", "--explain", "A:=2", "--force", "A:=2")

    assert "A 2 added · confidence 1.00\nA 2  A gull cries.\n" in ran.out
    assert "An editor forced it." in ran.out


def test_lengths_are_explained_too(run: Run) -> None:
    ran = run("align", *FILES, "--explain", "A:2", "--aligner", "length")

    assert "length: 17 and 24 characters" in ran.out


@pytest.mark.parametrize("width", [40, 80, 160])
def test_an_explanation_is_as_wide_as_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    lines = run("align", *FILES, "--explain", "A:1").out.splitlines()

    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["A:9"], "S has no sentence 9: it has 3 sentences."),
        (["A:=9"], "A has no sentence 9: it has 3 sentences."),
        (["B:1"], "Unknown witness 'B'"),
        (["A:1,2"], "Name one sentence: A:12"),
        (["A:1=1"], "Name one sentence: A:12"),
        (["A"], "Invalid value for --explain: 'A'."),
        (["A:x"], "Name one sentence: A:12"),
        (["A:1", "-f", "tsv"], "--format tsv does not apply to --explain"),
        (["A:1", "--below", "0.5"], "--below does not apply to --explain"),
    ],
)
def test_what_cannot_be_explained_is_refused(run: Run, arguments: list[str], said: str) -> None:
    ran = run("align", *FILES, "--explain", *arguments)

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert said in ran.err
    assert "hint: " in ran.err
