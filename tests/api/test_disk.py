"""Editions from disk, and reports to disk, without the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

import variants
from tests.project.editions import ROOT
from variants.errors import (
    CannotWrite,
    EmptyEdition,
    NoOtherWitness,
    NotAFormat,
    NotAnEdition,
    SingleDocumentRequired,
    UnknownName,
)
from variants.types.collation import Collation
from variants.types.edition import Edition


def _edition(folder: Path, *documents: str) -> Path:
    for name in documents:
        (folder / "seeds").mkdir(exist_ok=True)
        (folder / "seeds" / f"{name}.txt").write_text("The ship is late.", encoding="utf-8")
        (folder / "variants" / name).mkdir(parents=True)
        other = folder / "variants" / name / "A.txt"
        other.write_text("The boat is late.", encoding="utf-8")
    return folder


def test_an_edition_has_the_decisions_of_its_log() -> None:
    found = variants.load_edition(ROOT / "seeds")

    assert found.edition.name == "telegram-302sh"
    assert {row.state for row in found.places} == {"undecided", "decided", "query", "deferred"}
    assert [rule.key for rule in found.edition.decisions.rules] == ["R1"]


def test_an_edition_without_a_log_is_undecided(tmp_path: Path) -> None:
    found = variants.load_edition(_edition(tmp_path, "letter"))

    assert [(row.lemma, row.reading, row.state) for row in found.places] == [
        ("ship", "boat", "undecided")
    ]


def test_a_document_is_chosen_by_its_name(tmp_path: Path) -> None:
    root = _edition(tmp_path, "one", "two")

    assert variants.load_edition(str(root), "two").edition.name == "two"
    with pytest.raises(SingleDocumentRequired, match="one, two"):
        variants.load_edition(root)
    with pytest.raises(UnknownName) as raised:
        variants.load_edition(root, "three")
    assert "one, two" in raised.value.hint


def test_a_folder_without_something_to_compare_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnEdition):
        variants.load_edition(tmp_path)
    (_edition(tmp_path, "letter") / "variants" / "letter" / "A.txt").unlink()
    with pytest.raises(EmptyEdition):
        variants.load_edition(tmp_path)
    with pytest.raises(NoOtherWitness):
        variants.load_edition(tmp_path, "letter")


def test_remarks_on_the_files_of_an_edition_are_notices(tmp_path: Path) -> None:
    root = _edition(tmp_path, "letter")
    (root / "seeds" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    assert any("picture.png" in notice.message for notice in variants.load_edition(root).notices)


def test_a_loaded_edition_is_the_one_of_the_command_line() -> None:
    report = subprocess.run(
        [sys.executable, "-m", "variants", "report", "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    assert variants.load_edition(ROOT).to_json() == report.stdout.decode()


@pytest.mark.parametrize("name", ["report.html", "report.md", "REPORT.XML", "report.csv"])
def test_a_report_has_the_format_of_its_suffix(tmp_path: Path, name: str) -> None:
    path = tmp_path / name

    variants.write(variants.compare("We must go.", "We may go."), path)

    assert path.stat().st_size


def test_a_format_may_be_named_and_options_are_used(tmp_path: Path) -> None:
    path = tmp_path / "report.data"
    found = variants.load_edition(ROOT)

    assert variants.write(found, str(path), format="json") == ()
    assert variants.read_json(path.read_text("utf-8")) == found.edition
    variants.write(found, path, format="json", options=variants.ReportOptions(reasons=False))
    assert "house-style" in found.to_json()
    assert "Readers look for the forms of today." not in path.read_text("utf-8")
    variants.write(found, path, format="md")
    assert path.read_text("utf-8").startswith("# ")


def test_comparisons_editions_and_collations_are_written_alike(tmp_path: Path) -> None:
    found = variants.compare("We must go.", "We may go.")
    values: list[variants.Comparison | Edition | Collation] = [
        *(found, found.edition, found.collation)
    ]
    written = []
    for value in values:
        variants.write(value, tmp_path / "report.json")
        written.append((tmp_path / "report.json").read_text("utf-8"))

    assert written == [found.to_json()] * 3


def test_what_a_format_leaves_out_is_returned(tmp_path: Path) -> None:
    long = "x" * 40_000

    remarks = variants.write(variants.compare(f"A {long}.", f"B {long}."), tmp_path / "a.xlsx")

    assert remarks


def test_a_report_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    found = variants.compare("We must go.", "We may go.")

    with pytest.raises(UnknownName) as raised:
        variants.write(found, tmp_path / "a.html", format="htm")
    assert "html" in raised.value.hint
    with pytest.raises(NotAFormat):
        variants.write(found, tmp_path / "a.none")
    with pytest.raises(CannotWrite):
        variants.write(found, tmp_path / "nowhere" / "a.html")
