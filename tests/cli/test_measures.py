from __future__ import annotations

import json
import sys

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode

pytestmark = pytest.mark.usefixtures("texts")

_FILES = ["seed.txt", "yang.txt", "li.txt"]


def test_each_witness_is_measured_against_the_seed(run: Run) -> None:
    ran = run("measures", *_FILES, "--title", "The ship")

    lines = [line.split() for line in ran.out.splitlines()]
    assert ran.code == ExitCode.FINE
    assert ran.out.startswith("The ship · seed S · 3 sentences\n")
    assert ["A", "sentences", "1", "0", "2", "0"] in lines
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
    assert "variants[measures]" in ran.err


def test_markup_in_a_title_is_shown_as_it_stands(run: Run) -> None:
    assert run("measures", *_FILES, "--title", "[bold]x[/bold]").out.startswith("[bold]x[/bold] ·")
