from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import make_letter
from variants.cli.exit_codes import ExitCode

pytestmark = pytest.mark.usefixtures("texts")

_FILES = ["seed.txt", "yang.txt", "li.txt"]


def test_each_witness_is_measured_against_the_seed(run: Run) -> None:
    ran = run("measures", *_FILES, "--title", "The ship")

    lines = [line.split() for line in ran.out.splitlines()]
    assert ran.code == ExitCode.FINE
    assert ran.out.startswith("The ship · seed S · 3 sentences\n")
    assert ["A", "sentences", "1", "0", "2", "0", "+0"] in lines
    assert "eddy:euclid_n|viv:mean|seed:with" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_no_figure_is_cut_in_a_narrow_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    wide = run("measures", *_FILES).out.split("Viv: ")[0]
    monkeypatch.setenv("COLUMNS", "20")
    narrow = run("measures", *_FILES).out.split("Viv: ")[0]

    assert narrow.split() == wide.split()


def test_json_holds_the_figures_with_their_signature(run: Run) -> None:
    ran = run("measures", *_FILES, "--json", "--metric", "cosine", "--without-seed")

    found = json.loads(ran.out)
    assert found["schema"] == "variants-measures/1"
    assert found["variation"]["signature"].startswith("eddy:cosine|viv:mean|seed:without")
    assert list(found["variation"]["eddies"]) == ["A", "B"]
    assert [one["siglum"] for one in found["agreements"]] == ["A", "B"]
    assert [siglum for siglum, _ in found["digests"]] == ["S", "A", "B"]


def test_scores_are_given_when_asked_for(run: Run) -> None:
    ran = run("measures", *_FILES, "--with", "ter,chrf")

    assert ["ter", "chrf"] in [line.split() for line in ran.out.splitlines()]
    assert "chrf: nrefs:1|" in ran.out


def test_of_two_versions_it_is_said_that_neither_is_unusual(run: Run) -> None:
    assert "From three versions on" in run("measures", "seed.txt", "yang.txt").out
    assert "From three versions on" not in run("measures", *_FILES).out


def test_a_score_that_there_is_not_is_refused_before_anything_is_read(run: Run) -> None:
    ran = run("measures", "none.txt", "nothing.txt", "--with", "bleu")

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "Choose from ter, chrf." in ran.err


def test_without_the_extra_the_exit_code_is_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == "sacrebleu"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "sacrebleu", None)

    ran = run("measures", *_FILES, "--with", "ter")

    assert (ran.code, ran.out) == (ExitCode.EXTRA, "")
    assert "pip install sacrebleu" in ran.err


def test_markup_in_a_title_is_shown_as_it_stands(run: Run) -> None:
    assert run("measures", *_FILES, "--title", "[bold]x[/bold]").out.startswith("[bold]x[/bold] ·")


def test_a_row_of_the_csv_is_one_figure(run: Run) -> None:
    ran = run("measures", *_FILES, "--format", "csv")

    rows = list(csv.DictReader(ran.out.splitlines()))
    found = json.loads(run("measures", *_FILES, "-f", "json").out)["versions"]
    shares = [(row["witness"], row["other"]) for row in rows if row["measure"] == "agreement"]
    assert list(rows[0]) == ["measure", "witness", "other", "sentences", "value"]
    assert shares == [("S", "A"), ("S", "B"), ("A", "B")]
    for row, pair in zip(rows, [one for one in found["pairs"] for _ in range(4)], strict=False):
        if row["measure"] == "agreement":
            assert float(row["value"]) == pair["agreement"]
    assert {row["measure"] for row in rows} >= {"joined", "words differing", "viv", "mean eddy"}
    assert len({tuple(row.values())[:4] for row in rows}) == len(rows)


def test_added_sentences_and_words_are_counted_in_every_table(run: Run) -> None:
    Path("more.txt").write_text("Rain fell.\nThe ship is late.\nNobody waved.\n", "utf-8")
    Path("less.txt").write_text("The ship is late.\n", "utf-8")
    files = ("less.txt", "more.txt", "--segmenter", "lines")

    shown = [line.split() for line in run("measures", *files).out.splitlines()]
    rows = [line.split(" | ") for line in run("measures", *files, "-f", "md").out.splitlines()]
    figures = csv.DictReader(run("measures", *files, "-f", "csv").out.splitlines())

    assert [line[-1] for line in shown if line[:2] == ["A", "sentences"]] == ["+2"]
    assert [line[-1] for line in shown if line[:1] == ["words"]] == ["+4"]
    assert [row[-1] for row in rows if row[1:2] in (["sentences"], ["words"])] == ["2 |", "4 |"]
    values = {row["measure"]: row["value"] for row in figures}
    assert (values["sentences added"], values["words added"]) == ("2", "4")


def test_json_has_the_measures_of_all_versions(run: Run) -> None:
    found = json.loads(run("measures", *_FILES, "--json").out)["versions"]

    assert found["sigla"] == ["S", "A", "B"]
    assert [pair["sigla"] for pair in found["pairs"]] == [["S", "A"], ["S", "B"], ["A", "B"]]
    assert [(part["first"], part["last"]) for part in found["parts"]] == [(1, 1), (2, 2), (3, 3)]
    assert set(found["parts"][0]["differing"]) == {"A", "B"}
    assert run("measures", *_FILES, "--json").out == run("measures", *_FILES, "-f", "json").out


def test_markdown_has_a_table_for_each_picture(run: Run) -> None:
    out = run("measures", *_FILES, "--format", "md", "--title", "The *ship*").out

    heads = [line for line in out.splitlines() if line.startswith("#")]
    assert heads[0] == r"# The \*ship\*"
    assert "## Versions that go together" in heads
    assert "|  | S | A | B |" in out
    assert "| A |" in out


def test_the_table_compares_every_version_with_every_other(run: Run) -> None:
    out = run("measures", *_FILES).out
    matrix = out.partition("every other")[2].splitlines()[1:5]
    found = json.loads(run("measures", *_FILES, "--json").out)["versions"]["pairs"]

    shares = [f"{round(100 * pair['agreement'])}" for pair in found]
    assert matrix[0].split() == ["S", "A", "B"]
    assert [matrix[1].split()[2], matrix[1].split()[4], matrix[2].split()[4]] == shares


def test_pictures_are_files_with_their_tables(run: Run, tmp_path: Path) -> None:
    ran = run("measures", *_FILES, "--svg", "pictures/of/ships")

    folder = tmp_path / "pictures" / "of" / "ships"
    names = ["agreement", "along-the-text", "dendrogram", "readings"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{name}.{suffix}" for name in names for suffix in ("csv", "svg")
    )
    assert ran.out == run("measures", *_FILES).out
    assert "pictures/of/ships/agreement.svg, pictures/of/ships/agreement.csv, " in ran.err
    before = {path: path.read_bytes() for path in folder.iterdir()}
    run("measures", *_FILES, "--svg", "pictures/of/ships")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_pictures_do_not_replace_a_text(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "readings.csv"
    table.write_text("S,A\nWe must go.,We should go.\nThe ship is late.,The boat is late.\n")
    before = table.read_bytes()

    ran = run("measures", "readings.csv", "--svg", ".")

    assert ran.code != ExitCode.FINE
    assert "readings.csv is one of the input files" in ran.err
    assert table.read_bytes() == before


def test_pictures_of_an_edition_have_the_name_of_their_document(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_letter(run, monkeypatch, tmp_path)

    run("measures", "--svg", "out")

    assert sorted(path.name for path in (tmp_path / "out").glob("*.svg")) == [
        "letter.agreement.svg",
        "letter.along-the-text.svg",
        "letter.dendrogram.svg",
        "letter.readings.svg",
    ]
