from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode
from variants.reports.json.edition import read_json, write_json

_FILES = ("seed.txt", "other.txt")
_NOTE = "note: Ignored readings, which make no places: punctuation 1, case 1, spelling 1.\n"
_KINDS = ("--ignore", "punctuation,case,spelling")


@pytest.fixture(autouse=True)
def _texts(run: Run, tmp_path: Path) -> None:  # noqa: ARG001 - it changes the folder
    seed = "The Envoy said that we honour the treaty, and left.\nHe took a train.\n"
    other = "the envoy said that we honor the treaty and left.\nHe took a ship.\n"
    (tmp_path / "seed.txt").write_text(seed)
    (tmp_path / "other.txt").write_text(other)


def test_ignored_kinds_make_no_places_and_are_counted(run: Run) -> None:
    ran = run("compare", *_FILES, *_KINDS, "--places")

    assert "2.1 train → ship" in ran.out
    assert "honor" in ran.out
    assert "1." not in ran.out.partition("2.1 train")[0].partition("\n\n")[2].replace("0 to 1", "")
    assert ran.err == _NOTE


@pytest.mark.parametrize("drafts", [(), ("--changed",)])
def test_texts_with_only_ignored_differences_are_not_said_to_be_the_same(
    run: Run, tmp_path: Path, drafts: tuple[str, ...]
) -> None:
    (tmp_path / "other.txt").write_text((tmp_path / "seed.txt").read_text().replace(",", ""))

    shown = run("compare", *_FILES, "--ignore", "punctuation", *drafts).out

    assert "the same" not in shown
    assert "the same" in run("compare", "seed.txt", "seed.txt", *drafts).out


def test_reports_have_the_count_too(run: Run) -> None:
    page = run("report", *_FILES, *_KINDS).out

    assert "Ignored readings, which make no places: punctuation 1, case 1, spelling 1." in page
    assert "1 place with 1 reading" in page


def test_the_json_keeps_them(run: Run) -> None:
    written = run("compare", *_FILES, *_KINDS, "--json").out
    fields = json.loads(written)
    readings = [
        reading
        for passage in fields["passages"]
        for entry in passage["entries"]
        for reading in entry["readings"]
    ]

    assert [one.get("ignored", False) for one in readings] == [True] * 3 + [False]
    assert fields["counts"]["entries"] == 1
    assert write_json(read_json(written).collation) == written
    (kept,) = read_json(written).collation.entries
    assert kept.label == "2.1"


def test_a_place_with_other_readings_stays_without_the_ignored_one(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "third.txt").write_text(
        (tmp_path / "seed.txt").read_text().replace("honour", "keep")
    )
    written = run("compare", *_FILES, "third.txt", *_KINDS, "--json").out

    (first, _) = read_json(written).collation.entries
    assert ([one.wording for one in first.readings], first.agreeing) == (["keep"], ("A",))
    assert write_json(read_json(written).collation) == written


def test_the_signature_names_the_kinds(run: Run) -> None:
    signed, plain = (
        json.loads(run("compare", *_FILES, "--json", *options).out)["signature"]
        for options in (_KINDS, ())
    )

    assert "punctuation, case, spelling" in json.dumps(signed)
    assert signed["settings_digest"] != plain["settings_digest"]


def test_an_edition_ignores_kinds_and_its_status_does_not_ask_for_them(
    run: Run, tmp_path: Path
) -> None:
    run("init", *_FILES, "--name", "letter")
    settings = tmp_path / "variants.toml"
    text = settings.read_text()
    before = run("status").out
    settings.write_text('[settings]\nignore = ["case", "punctuation", "spelling"]\n' + text)

    after = run("status")

    assert "4 undecided" in before
    assert "Ignored" not in before
    assert "1 undecided" in after.out
    assert "  Ignored readings, which make no places: " in after.out


def test_an_unknown_kind_is_an_error_with_its_line(run: Run, tmp_path: Path) -> None:
    ran = run("compare", *_FILES, "--ignore", "commas")
    assert ran.code == ExitCode.USAGE
    run("init", *_FILES, "--name", "letter")
    settings = tmp_path / "variants.toml"
    settings.write_text('[settings]\nignore = ["commas"]\n' + settings.read_text())

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert "“commas” is not a kind of difference" in ran.err


def test_a_recurring_difference_has_no_pattern_if_it_is_ignored(run: Run, tmp_path: Path) -> None:
    seed = "We honour the envoy; we wait.\nThey honour the treaty; they left.\n"
    other = "We honor the envoy; we wait.\nThey honor the treaty; they left.\n"
    (tmp_path / "seed.txt").write_text(seed)
    (tmp_path / "other.txt").write_text(other)

    plain, ignored = (
        read_json(run("compare", *_FILES, "--json", *options).out).collation.patterns
        for options in ((), _KINDS)
    )

    assert [one.lemma for one in plain] == ["honour"]
    assert ignored == ()
