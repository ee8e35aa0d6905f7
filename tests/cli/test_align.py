from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode

pytestmark = pytest.mark.usefixtures("texts")


def test_a_table_is_for_people(run: Run) -> None:
    ran = run("align", "seed.txt", "yang.txt")

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines()[:2] == [
        "S · seed.txt · 3 sentences",
        "A · yang.txt · 3 sentences",
    ]
    assert "Nobody knows why." in ran.out
    assert ran.err == ""


def test_tsv_has_a_bead_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_bytes((tmp_path / "seed.txt").read_bytes())

    ran = run("align", "seed.txt", "same.txt", "-f", "tsv")

    assert [line.split("\t")[:2] for line in ran.out.splitlines()] == [[n, n] for n in "012"]


def test_lines_are_taken_as_sentences(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("One. Two.\nThree.\n")

    ran = run("align", "lines.txt", "lines.txt", "-f", "json", "--segmenter", "lines")

    sentences = json.loads(ran.out)["seed"]["sentences"]
    assert [sentence["text"] for sentence in sentences] == ["One. Two.", "Three."]


def test_only_doubtful_beads_are_listed_on_demand(run: Run) -> None:
    arguments = ["align", "seed.txt", "yang.txt", "-f", "json"]
    beads = json.loads(run(*arguments).out)["others"][0]["beads"]
    confidences = [bead["confidence"] for bead in beads]
    limit = str((min(confidences) + max(confidences)) / 2)

    every, doubtful = (
        json.loads(run(*arguments, *more).out)["others"][0]["beads"]
        for more in ([], ["--below", limit])
    )

    assert doubtful == [bead for bead in every if bead["confidence"] < float(limit)]
    assert 0 < len(doubtful) < len(every)


def test_a_file_gets_what_the_output_would(run: Run, tmp_path: Path) -> None:
    arguments = ["align", "seed.txt", "yang.txt", "-f", "tsv"]

    written = run(*arguments, "-o", "beads.tsv")

    assert (written.code, written.out) == (ExitCode.FINE, "")
    assert written.err == "written: beads.tsv\n"
    assert (tmp_path / "beads.tsv").read_text() == run(*arguments).out


def test_an_edition_is_aligned_witness_by_witness(run: Run) -> None:
    run("init", "seed.txt", "yang.txt", "li.txt")

    table = run("align").out
    read = json.loads(run("align", "-f", "json", "--witness", "B").out)

    assert [line for line in table.splitlines() if " · " in line] == [
        "S · seed · seeds/seed.txt · 3 sentences",
        "A · yang · variants/seed/A.txt · 3 sentences",
        "S · seed · seeds/seed.txt · 3 sentences",
        "B · li · variants/seed/B.txt · 2 sentences",
    ]
    assert [other["siglum"] for other in read["others"]] == ["B"]


def test_a_guessed_encoding_is_reported_once(run: Run, tmp_path: Path) -> None:
    text = "Le café est là. L’été à l’étage, déjà passé. Où êtes-vous ?"
    (tmp_path / "one.txt").write_bytes(text.encode("cp1252"))
    (tmp_path / "two.txt").write_text(text)

    ran = run("align", "one.txt", "two.txt", "--language", "fr")

    assert ran.code == ExitCode.FINE
    assert sum("cp1252" in line.lower() for line in ran.err.splitlines()) == 1
