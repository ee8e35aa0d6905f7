from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Ran, Run
from variants.cli import main
from variants.cli.exit_codes import ExitCode

_LINES = [
    "The old ferryman did not speak until we had reached the bank.",
    "Barges came down from the mountains in March, and went back in June with cloth.",
    "My grandfather had owned two boats and lost both at cards on a single night.",
    "There is a tax of twelve coppers for a man and six for a woman.",
    "The village lay high above the river, at dawn.",
    "On the other side a tall woman was waiting with her lantern.",
    "Nobody in that country had ever paid the duty on salt.",
]
_FIRST = "\n".join(_LINES) + "\n"
_SECOND = (
    "\n".join(
        [
            _LINES[0],
            _LINES[3],
            _LINES[1].replace("June", "July"),
            _LINES[2],
            _LINES[4].replace(",", ""),
            "He did not smile at the soldiers who came back.",
            *_LINES[5:],
        ]
    )
    + "\n"
)


@pytest.fixture(autouse=True)
def _drafts(run: Run, tmp_path: Path) -> None:  # noqa: ARG001 - it changes the folder
    (tmp_path / "one.txt").write_text(_FIRST)
    (tmp_path / "two.txt").write_text(_SECOND)


def changed(run: Run, *options: str) -> str:
    ran = run("compare", "one.txt", "two.txt", "--siglum", "1,2", "--changed", *options)
    assert ran.code == ExitCode.FINE
    return ran.out


def test_changes_are_counted_and_unchanged_sentences_are_not_shown(run: Run) -> None:
    shown = changed(run)

    assert "2 of 7 sentences changed · 1 added · 1 moved · 4 unchanged" in shown
    assert "ferryman" not in shown
    assert shown.count(" 1 sentence unchanged\n") == 2
    assert shown.count(" 2 sentences unchanged\n") == 1
    assert shown.endswith("--all shows the unchanged sentences\n")


def test_every_change_is_marked_and_that_of_sense_in_words(run: Run) -> None:
    shown = changed(run)

    assert "▲{June}" in shown
    assert "▲{July}" in shown
    assert "▲ date: June → July" in shown
    assert "above the river_,_ at dawn" in shown
    assert "form: punctuation" in shown


def test_a_moved_sentence_names_the_one_that_follows_it(run: Run) -> None:
    shown = changed(run)

    assert "1 There is a tax of twelve coppers for a man and six for a woman.\n" in shown
    assert "⇄ moved: now before 2, words unchanged" in shown
    assert "▲ sentence added" in shown


def test_all_shows_the_unchanged_sentences_too(run: Run) -> None:
    shown = changed(run, "--all")

    assert shown.count("ferryman") == 2
    assert "sentence unchanged\n" not in shown


@pytest.mark.parametrize("width", ["40", "80", "100", "160"])
def test_drafts_are_side_by_side_from_100_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    lines = changed(run).splitlines()

    assert max(map(cell_len, lines)) <= int(width)
    assert any("{June}" in line and "{July}" in line for line in lines) == (int(width) >= 100)


def test_equal_drafts_are_the_same(run: Run) -> None:
    shown = run("compare", "one.txt", "one.txt", "--changed").out

    assert shown.endswith("These texts are the same.\n")


def test_one_of_several_witnesses_has_to_be_chosen(run: Run) -> None:
    files = ("compare", "one.txt", "two.txt", "two.txt", "--changed")

    assert run(*files).code == ExitCode.USAGE
    assert run(*files, "--witness", "B").code == ExitCode.FINE
    assert "Unknown witness 'C'" in run(*files, "--witness", "C").err


def test_the_changes_of_several_drafts_are_refused_with_the_ways_to_see_them(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "three.txt").write_text(_FIRST)

    ran = run("compare", "one.txt", "two.txt", "three.txt", "--changed")

    assert ran.code == ExitCode.USAGE
    assert "--changed needs one witness, and there are 2: A, B." in ran.err
    assert "hint: Choose one: --witness A, or see all of them: --steps\n" in ran.err


@pytest.mark.parametrize("option", ["--sense", "--places", "--layout=inline", "--form"])
@pytest.mark.parametrize("mode", ["--changed", "--steps"])
def test_other_views_are_refused(run: Run, mode: str, option: str) -> None:
    ran = run("compare", "one.txt", "two.txt", mode, option)

    assert ran.code == ExitCode.USAGE
    assert f"{option.partition('=')[0]} does not apply to {mode}." in ran.err


def test_the_exit_code_tells_that_drafts_differ(run: Run) -> None:
    code = run("compare", "one.txt", "two.txt", "--changed", "--exit-code").code

    assert code == ExitCode.DIFFERENT


def test_steps_show_the_changes_from_each_draft_to_the_next(run: Run, tmp_path: Path) -> None:
    seed = "The road was long and we were tired.\nThe river was cold.\n"
    (tmp_path / "a.txt").write_text(seed)
    (tmp_path / "b.txt").write_text(seed.replace("road", "way").replace("tired", "weary"))
    (tmp_path / "c.txt").write_text(seed.replace("tired", "weary").replace("cold", "icy"))

    shown = run("compare", "a.txt", "b.txt", "c.txt", "--siglum", "1,2,3", "--steps").out

    first, second = shown.split("2 → 3   b.txt → c.txt\n")
    assert "1 → 2   a.txt → b.txt\n1 of 2 sentences changed · 1 unchanged\n" in first
    assert "road → way\n" in first
    assert "tired → weary\n" in first
    assert "2 of 2 sentences changed\n" in second
    assert "way → road (taken back, as in 1)\n" in second
    assert "cold → icy\n" in second
    assert "weary →" not in second


def test_any_witness_can_be_the_seed(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "three.txt").write_text(_FIRST.replace("June", "May"))
    run("init", "one.txt", "two.txt", "three.txt", "--into", "e", "--name", "ferry")
    monkeypatch.chdir(tmp_path / "e")

    def run_here(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["variants", *arguments])
        code = main()
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    shown = run_here("compare", "--seed", "B", "--witness", "A").out

    assert "  B  three   the seed, 7 sentences" in shown
    assert "date: May → July" in shown
    assert "June" not in shown
    assert "Unknown witness 'X'" in run_here("compare", "--seed", "X").err


def test_files_of_an_edition_are_noted_to_be_compared_without_its_settings(run: Run) -> None:
    run("init", "one.txt", "two.txt", "--name", "ferry")

    assert "variants compare --seed A" in run("seeds/ferry.txt", "variants/ferry/A.txt").err
    assert run("one.txt", "variants/ferry/A.txt").err == ""


def test_steps_name_words_that_were_moved_added_or_left_out(run: Run) -> None:
    drafts = {
        "one.txt": "In spring we ask you to show this old letter to the bishop.\n",
        "two.txt": "We ask you to show this very old letter to the bishop in spring.\n",
        "three.txt": "We kindly ask you to show this letter to the bishop in spring.\n",
        "four.txt": "We kindly ask you to show this letter to the bishop.\n",
    }
    for name, text in drafts.items():
        Path(name).write_text(text, "utf-8")

    shown = run("compare", *drafts, "--siglum", "1,2,3,4", "--steps").out

    assert "“in spring” moved" in shown
    assert "“kindly” added" in shown
    assert "“very old”: no counterpart found" in shown
    assert "“in spring” omitted" in shown
    assert "‸ →" not in shown


@pytest.mark.parametrize(
    ("options", "explained"),
    [
        ([], True),
        (["--all"], True),
        (["--changed"], False),
        (["--steps"], False),
        (["--patterns"], False),
        (["--sort", "weight"], False),
        (["--marks", "none"], False),
    ],
)
def test_only_a_view_of_passages_is_explained(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], *, explained: bool
) -> None:
    calls: list[object] = []
    monkeypatch.setattr("variants.cli.commands.compare.explain_once", calls.append)
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(f"They left {name[:3]} ship.\n", "utf-8")

    ran = run("compare", "one.txt", "two.txt", *options)

    assert ran.code == 0, ran.err
    assert bool(calls) == explained
