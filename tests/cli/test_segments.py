"""Corrections in ``[segments]`` apply to every command that splits a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, make_letter
from variants.cli.exit_codes import ExitCode
from variants.reports.json.edition import read_json


@pytest.fixture(autouse=True)
def _edition(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make_letter(run, monkeypatch, tmp_path)


def _lay_down(folder: Path, lines: str) -> None:
    with (folder / "variants.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{lines}\n")


def test_seed_and_witness_are_cut_as_laid_down_in_every_command(run: Run, tmp_path: Path) -> None:
    _lay_down(tmp_path, '[segments.letter.S]\njoin = [["The ship", "Nobody"]]')
    _lay_down(tmp_path, '[segments.letter.A]\nsplit = ["until"]')

    aligned = json.loads(run("align", "-f", "json", "--witness", "A").out)
    compared = read_json(run("compare", "--json").out).collation

    cut = [sentence["text"] for sentence in aligned["seed"]["sentences"]]
    assert cut == ["The ship is late. Nobody knows why.", "We must wait until Friday."]
    assert [sentence["text"] for sentence in aligned["others"][0]["sentences"]][2:] == [
        "We should wait",
        "until Friday.",
    ]
    assert [len(each.sentences) for each in (compared.seed, *compared.others)] == [2, 4, 3]
    assert compared.signature.choices == (
        ("furniture", "set aside"),
        ("segments", "S: join “The ship” “Nobody”; A: split before “until”"),
    )


@pytest.mark.parametrize("command", ["align", "compare"])
def test_a_correction_that_fits_nowhere_is_told(run: Run, tmp_path: Path, command: str) -> None:
    _lay_down(tmp_path, '[segments.letter.S]\nsplit = ["until Monday"]')

    ran = run(command)

    assert ran.code == ExitCode.FINE
    assert ran.err == (
        "note: S: the split before “until Monday” is not made: these words are not in the text. "
        "Copy them from the text into [segments] of variants.toml.\n"
    )


def test_abbreviations_of_the_edition_end_no_sentence(run: Run, tmp_path: Path) -> None:
    edit_seed(tmp_path, "Nobody knows why.", "Nobody asked Kap. Knut.")
    _lay_down(tmp_path, '[settings]\nabbreviations = ["Kap."]')

    read = read_json(run("compare", "--json").out).collation

    assert len(read.seed.sentences) == 3
    assert read.signature.choices[0] == ("abbreviations", "Kap.")


def test_the_edition_decides_whether_stop_ends_sentences(run: Run, tmp_path: Path) -> None:
    edit_seed(tmp_path, "Nobody knows why.", "SEND OIL STOP DUNN")
    _lay_down(tmp_path, "[settings]\ntelegraph = true")

    read = read_json(run("compare", "--json").out).collation

    assert read.seed.witness.telegraph is True
    assert "DUNN" in [read.seed.text_of(n)[:4] for n in range(len(read.seed.sentences))]
    assert read.signature.choices[0] == ("telegraph", "true")


def test_a_decision_outlives_a_correction_and_a_change_of_the_text(
    run: Run, tmp_path: Path
) -> None:
    run("decide", "2.1", "--keep", "--why", "Both are common.")
    _lay_down(tmp_path, '[segments.letter.S]\njoin = [["The ship", "Nobody", "At last"]]')
    edit_seed(tmp_path, "We must", "At last we must")

    ran = run("status")

    assert "1 decided" in ran.out
    assert ran.err == ""
