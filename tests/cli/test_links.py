from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture
def letter(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An edition of one document with the witnesses A and B."""
    make_letter(run, monkeypatch, tmp_path)
    return tmp_path


def beads(run: Run, *arguments: str) -> list[dict[str, Any]]:
    ran = run("align", "--witness", "A", "-f", "json", *arguments)
    found: list[dict[str, Any]] = json.loads(ran.out)["others"][0]["beads"]
    return found


def forced(found: list[dict[str, Any]]) -> list[tuple[list[int], list[int]]]:
    return [(bead["seed"], bead["other"]) for bead in found if bead["forced"]]


def test_what_is_forced_is_kept_shown_and_obeyed_by_every_command(run: Run, letter: Path) -> None:
    ran = run("align", "--force", "A:2=3")

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines()[0] == "laid down in variants.toml: A:2=3 forced"
    assert "forced" in ran.out.splitlines()[6]
    assert ran.err == ""
    assert 'seed = ["Nobody knows why."]' in (letter / "variants.toml").read_text()
    assert forced(beads(run)) == [([1], [2])]
    compared = json.loads(run("compare", "--json").out)
    assert [b["other"] for b in compared["witnesses"][1]["beads"] if b["forced"]] == [[2]]
    assert compared["signature"]["choices"]["links"] == "A 2=3"
    assert "laid down by the editor" in run("compare", "--plain").out
    assert "laid down by the editor" in run("report", "-f", "html").out


def test_what_is_forbidden_is_obeyed(run: Run, letter: Path) -> None:
    assert (letter / "variants.toml").exists()

    ran = run("align", "--forbid", "A:2=2")

    assert ran.out.splitlines()[0] == "laid down in variants.toml: A:2=2 forbidden"
    assert not any(1 in bead["seed"] and 1 in bead["other"] for bead in beads(run))


def test_sentences_forced_to_stand_alone_are_each_a_link(run: Run, letter: Path) -> None:
    assert (letter / "variants.toml").exists()

    ran = run("align", "--force", "A:1-2=", "--force", "A:=3")

    assert ran.code == ExitCode.FINE
    assert forced(beads(run)) == [([], [2]), ([0], []), ([1], [])]


def test_a_new_link_takes_the_place_of_one_on_the_same_sentence(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=3", "--forbid", "B:1=3")

    ran = run("align", "--force", "A:2=2")

    assert ran.out.splitlines()[0] == (
        "laid down in variants.toml: A:2=2 forced, in the place of A:2=3 forced"
    )
    assert forced(beads(run)) == [([1], [1])]
    assert 'forbid = "1=3"' in (letter / "variants.toml").read_text()


@pytest.mark.parametrize("given", ["A:2", "A:=3", "A:2=3"])
def test_a_link_that_is_taken_away_leaves_no_trace(run: Run, letter: Path, given: str) -> None:
    before = (letter / "variants.toml").read_bytes()
    run("align", "--force", "A:2=3")

    ran = run("align", "--unlink", given)

    assert ran.out.splitlines()[0] == "taken away in variants.toml: A:2=3 forced"
    assert (letter / "variants.toml").read_bytes() == before
    assert forced(beads(run)) == []


def test_a_link_whose_sentence_was_changed_is_noticed(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=3")
    edit_seed(letter, "Nobody knows", "No one knows")

    ran = run("compare")

    assert ran.err == (
        "note: A: The forced link 2=3 is not obeyed: sentence 2 of S should begin “Nobody knows "
        "why.”, but begins “No one knows why.”. Lay it down anew, or take it away with variants "
        "align --unlink A:2=3.\n"
    )
    assert run("align", "--unlink", "A:2=3").err == ""


@pytest.mark.usefixtures("texts")
def test_for_files_that_are_named_a_link_holds_this_once(run: Run, tmp_path: Path) -> None:
    files = ("seed.txt", "yang.txt")

    ran = run("align", *files, "--force", "2=3", "-f", "tsv")

    assert "1\t2\t1.0000\tforced" in ran.out.splitlines()
    assert ran.err == "note: laid down for this run only: A:2=3 forced\n"
    assert "forced" not in run("align", *files).out
    assert not (tmp_path / "variants.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--force", "A:9=1"], "S has 3 sentences, and no sentence 9"),
        (["--force", "A:1=4,5"], "A has 3 sentences, and no sentence 4"),
        (["--force", "C:1=1"], "no witness 'C'"),
        (["--force", "1=1"], "name the one that is meant, A:1=1"),
        (["--force", "A:1"], "on a side of ="),
        (["--force", "A:1,3=1"], "follow one another"),
        (["--force", "A:one=1"], "'one' is no sentence"),
        (["--force", "A:2-1=1"], "'2-1' is no sentence"),
        (["--forbid", "A:1="], "two sides"),
        (["--unlink", "A:1"], "No link is laid down on A:1"),
        (["--force", "A:1=1", "--force", "A:2=1"], "contradicts"),
        (["--force", "A:1=1", "--forbid", "A:1,2=1"], "contradicts"),
    ],
)
def test_a_link_that_cannot_be_meant_is_refused_and_nothing_kept(
    run: Run, letter: Path, arguments: list[str], said: str
) -> None:
    before = (letter / "variants.toml").read_bytes()

    ran = run("align", *arguments)

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert said in ran.err
    assert "hint: " in ran.err
    assert (letter / "variants.toml").read_bytes() == before


def test_of_several_documents_one_has_to_be_named(run: Run, letter: Path) -> None:
    (letter / "seeds" / "other.txt").write_text("One.")
    (letter / "variants" / "other").mkdir()
    (letter / "variants" / "other" / "A.txt").write_text("Uno.")

    assert "A link is for one document" in run("align", "--force", "A:1=1").err
    assert run("align", "--doc", "other", "--force", "1=1").code == ExitCode.FINE
    assert "[[links.other.A]]" in (letter / "variants.toml").read_text()
