from __future__ import annotations

import fcntl
import json
import os
import re
import struct
import termios
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode
from variants.reports.json.edition import read_json

pytestmark = pytest.mark.usefixtures("texts")


def test_files_are_compared(run: Run) -> None:
    ran = run("compare", "seed.txt", "yang.txt", "li.txt", "--title", "The ship")

    assert ran.code == ExitCode.FINE
    assert ran.out.startswith("The ship\n")
    assert "_vessel_" in ran.out
    assert "\x1b" not in ran.out


def test_a_pipe_is_80_columns_wide_unless_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["compare", "seed.txt", "yang.txt", "--layout", "stacked"]
    (Path("seed.txt")).write_text("word " * 200)

    usual = run(*arguments).out
    monkeypatch.setenv("COLUMNS", "120")
    wide = run(*arguments).out

    assert max(map(len, usual.splitlines())) <= 80
    assert 80 < max(map(len, wide.splitlines())) <= 120


def test_a_file_is_as_wide_from_any_terminal(command: Run, texts: Path) -> None:
    (texts / "seed.txt").write_text("word " * 200)
    here, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 132, 0, 0))

    with os.fdopen(here, "rb"), os.fdopen(terminal, "wb") as errors:
        ran = command("compare", "seed.txt", "yang.txt", env={"TERM": "xterm"}, stderr=errors)

    assert max(map(len, ran.out.splitlines())) <= 80


def test_json_holds_every_text(run: Run, texts: Path) -> None:
    ran = run(
        "compare", "seed.txt", "yang.txt", "li.txt", "--json", "--siglum", "X,Y", "--siglum=Z"
    )

    collation = read_json(ran.out).collation
    assert [
        (cut.witness.siglum, cut.witness.text) for cut in (collation.seed, *collation.others)
    ] == [
        (siglum, (texts / name).read_text())
        for siglum, name in (("X", "seed.txt"), ("Y", "yang.txt"), ("Z", "li.txt"))
    ]


def test_the_same_texts_give_the_same_bytes(command: Run) -> None:
    arguments = ["compare", "seed.txt", "yang.txt", "li.txt", "--json"]

    runs = {command(*arguments, env={"PYTHONHASHSEED": seed}).out for seed in ("0", "1", "2")}

    assert len(runs) == 1


def test_the_encoding_of_the_terminal_changes_no_byte(command: Run) -> None:
    arguments = ["compare", "seed.txt", "yang.txt"]

    runs = {
        command(*arguments, env={"PYTHONIOENCODING": name}).out for name in ("utf-8", "latin-1")
    }

    assert len(runs) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["seed.txt", "yang.txt"], ExitCode.DIFFERENT),
        (["seed.txt", "yang.txt", "--json"], ExitCode.DIFFERENT),
        (["seed.txt", "yang.txt", "--class", "modality"], ExitCode.DIFFERENT),
        (["seed.txt", "yang.txt", "--class", "name"], ExitCode.FINE),
        (["seed.txt", "yang.txt", "--sense", "--class", "name"], ExitCode.FINE),
        (["seed.txt", "yang.txt", "--sentence", "1"], ExitCode.FINE),
        (["seed.txt", "seed.txt"], ExitCode.FINE),
        (["seed.txt", "seed.txt", "--json"], ExitCode.FINE),
    ],
)
def test_the_exit_code_tells_whether_a_difference_is_shown(
    run: Run, arguments: list[str], code: ExitCode
) -> None:
    assert run("compare", *arguments).code == ExitCode.FINE
    assert run("compare", *arguments, "--exit-code").code == code


@pytest.mark.parametrize(
    "arguments",
    [
        ["--patterns", "--json"],
        ["--sort", "weight", "--json"],
        ["--sense", "--json"],
        ["--patterns", "--layout", "two"],
        ["--patterns", "--sort", "weight"],
        ["--patterns", "--kind", "added"],
        ["--patterns", "--sentence", "1"],
        ["--sort", "weight", "--layout", "columns"],
    ],
)
def test_options_that_would_say_nothing_beside_a_list_are_refused(
    run: Run, arguments: list[str]
) -> None:
    ran = run("compare", "seed.txt", "yang.txt", *arguments)

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "hint: Leave it out" in ran.err


def test_the_class_of_sense_is_another_name_of_the_option(run: Run, texts: Path) -> None:
    # A spelling differs, and a whole sentence is added, which is in the first tier.
    (texts / "seed.txt").write_text("The harbour is closed.\nWe wait for the ship.\n")
    (texts / "yang.txt").write_text(
        "The harbor is closed.\nWe wait for the ship.\nThe mutineers shot every hostage at dawn.\n"
    )
    files = ("compare", "seed.txt", "yang.txt", "--segmenter", "lines")

    by_option, by_class = run(*files, "--sense"), run(*files, "--class", "sense")

    assert "mutineers" in by_option.out
    assert "harbor" not in by_option.out
    assert _passages(by_option.out) == _passages(by_class.out)
    assert "hidden  no other wording" in by_option.out
    assert "--sense" not in by_class.out
    assert run(*files, "--sense", "--exit-code").code == ExitCode.DIFFERENT


def _passages(screen: str) -> str:
    """Return a screen without its head."""
    return screen.partition("hidden  no")[2]


def test_a_class_like_meaning_names_the_option_for_sense(run: Run) -> None:
    ran = run("compare", "seed.txt", "yang.txt", "--class", "meaning,modality")

    assert "likely to touch the sense, use --sense." in ran.out
    assert re.search(r"^hidden  \d+ places? of other wording", ran.out, re.MULTILINE)


def test_lists_have_their_own_exit_codes(run: Run) -> None:
    by_weight = run("compare", "seed.txt", "yang.txt", "--sort", "weight", "--exit-code")
    patterns = run("compare", "seed.txt", "yang.txt", "--patterns", "--exit-code")

    assert (by_weight.code, patterns.code) == (ExitCode.DIFFERENT, ExitCode.FINE)
    assert "No difference occurs in several places." in patterns.out


def test_an_edition_that_was_made_is_compared_from_any_folder_in_it(
    run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run("init", "seed.txt", "yang.txt", "li.txt", "--name", "ship", "--title", "The ship")
    root = run("compare").out
    monkeypatch.chdir(texts / "variants" / "ship")
    inside = run("compare").out

    assert made.out.splitlines() == [
        "Made variants.toml",
        "Made seeds/ship.txt",
        "Made variants/ship/A.txt",
        "Made variants/ship/B.txt",
        "Next: variants compare",
    ]
    assert root == inside
    assert root.startswith("The ship\n")


def two_documents(run: Run, texts: Path) -> None:
    """Make an edition with the documents "boat", "ship" and "wreck"; the last is only a seed."""
    run("init", "seed.txt", "yang.txt", "--name", "ship")
    (texts / "variants" / "boat").mkdir()
    (texts / "variants" / "boat" / "A.txt").write_bytes((texts / "li.txt").read_bytes())
    (texts / "seeds" / "boat.txt").write_bytes((texts / "seed.txt").read_bytes())
    (texts / "seeds" / "wreck.txt").write_bytes((texts / "seed.txt").read_bytes())


def test_all_documents_of_an_edition_are_shown_one_after_another(run: Run, texts: Path) -> None:
    two_documents(run, texts)
    (texts / "variants.toml").write_text('title = "All letters"')

    ran = run("compare")

    assert [line for line in ran.out.splitlines() if line in {"boat", "ship"}] == ["boat", "ship"]
    assert ran.out.count("  S  seeds/") == 2
    assert ran.err.splitlines()[0] == "note: Skipped documents with only a seed: wreck."


def test_at_most_ten_skipped_documents_are_listed(run: Run, texts: Path) -> None:
    two_documents(run, texts)
    for number in range(12):
        (texts / "seeds" / f"wreck{number}.txt").write_bytes((texts / "seed.txt").read_bytes())

    ran = run("compare")

    assert "only a seed: wreck, wreck0, " in ran.err
    assert "wreck8 … and 3 more.\n" in ran.err


def test_a_difference_in_any_document_is_told_by_the_exit_code(run: Run, texts: Path) -> None:
    two_documents(run, texts)
    (texts / "variants" / "ship" / "A.txt").write_bytes((texts / "seed.txt").read_bytes())

    assert run("compare", "--doc", "ship", "--exit-code").code == ExitCode.FINE
    assert run("compare", "--exit-code").code == ExitCode.DIFFERENT


def test_one_document_of_an_edition_is_chosen_by_name(run: Run, texts: Path) -> None:
    two_documents(run, texts)

    ran = run("compare", "--doc", "ship", "--json")

    assert json.loads(ran.out)["title"] == "ship"


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--json"], "JSON needs one document, and there are 2: boat, ship.", "--doc boat"),
        (["--sentence", "1"], "--sentence needs one document", "--doc boat"),
        (["--doc", "shop"], "Unknown document 'shop'", "Did you mean ship?"),
        (["--doc", "wreck"], "wreck has a seed and no other text", "variants/wreck/A.txt"),
        (["--siglum", "S,A"], "--siglum does not apply to an edition", "variants.toml"),
    ],
)
def test_what_an_edition_cannot_do_is_refused(
    run: Run, texts: Path, arguments: list[str], message: str, hint: str
) -> None:
    two_documents(run, texts)

    ran = run("compare", *arguments)

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    *_, error, advice = ran.err.splitlines()
    assert message in error
    assert hint in advice


def test_an_edition_of_seeds_alone_is_refused(run: Run, texts: Path) -> None:
    (texts / "variants").mkdir()
    (texts / "seeds").mkdir()
    (texts / "seeds" / "a.txt").write_text("x")

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert "no document with a seed and another text" in ran.err


def test_markup_and_commands_in_a_text_are_shown_as_they_stand(run: Run, texts: Path) -> None:
    (texts / "seed.txt").write_text("A [bold]ship[/bold] is late. \x1b[31mRed.")

    ran = run("compare", "seed.txt", "yang.txt", "--marks", "none")

    assert "A [bold]ship[/bold] is late." in ran.out
    assert "␛[31mRed." in ran.out
    assert "\x1b" not in ran.out
