"""Page numbers and marks of editors in files and editions, with their settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode
from variants.reports.json.edition import read_json, write_json

_SEED = "The mill [p. 7] burned [sic] down and was\n\n8\n\nnot rebuilt. Registry 88. It rained.\n"
_OTHER = "The mill burned down and was not rebuilt. It rained.\n"
_RULE = "[[ignore]]\nname = \"stamps\"\npattern = 'Registry \\d+\\.'\n"


@pytest.fixture(autouse=True)
def _texts(run: Run, tmp_path: Path) -> None:  # noqa: ARG001 - it changes the folder
    (tmp_path / "seed.txt").write_text(_SEED)
    (tmp_path / "other.txt").write_text(_OTHER)


def _lemmas(run: Run, *arguments: str) -> list[str]:
    collation = read_json(run("compare", *arguments, "--json").out).collation
    return [entry.lemma.of(collation.seed.witness.text) for entry in collation.entries]


def _settings(tmp_path: Path, change: tuple[str, str], rules: str = "") -> None:
    file = tmp_path / "variants.toml"
    file.write_text(file.read_text().replace(*change) + rules)


def test_furniture_of_files_is_set_aside_with_a_notice(run: Run) -> None:
    ran = run("compare", "seed.txt", "other.txt", "--json")

    assert _lemmas(run, "seed.txt", "other.txt") == ["Registry 88."]
    assert "note: S: set aside and not compared: 2 page numbers, 1 editor's remark." in ran.err


def test_furniture_of_files_is_compared_if_asked_for(run: Run) -> None:
    found = _lemmas(run, "seed.txt", "other.txt", "--no-furniture")

    assert any("p. 7" in lemma for lemma in found)


def test_the_json_lists_what_is_set_aside_and_is_read_back(run: Run) -> None:
    written = run("compare", "seed.txt", "other.txt", "--json").out

    seed = json.loads(written)["witnesses"][0]
    found = [(one["kind"], _SEED[slice(*one["span"])].strip()) for one in seed["set_aside"]]
    assert found == [
        ("page number", "[p. 7]"),
        ("editor's remark", "[sic]"),
        ("page number", "8"),
    ]
    assert write_json(read_json(written).collation) == written


def test_a_new_edition_sets_furniture_aside(run: Run, tmp_path: Path) -> None:
    run("init", "seed.txt", "other.txt", "--name", "mill")

    assert _lemmas(run) == ["Registry 88."]
    _settings(tmp_path, ("furniture = true", "furniture = false"))
    assert len(_lemmas(run)) > 1


def test_an_edition_without_the_setting_names_it(run: Run, tmp_path: Path) -> None:
    run("init", "seed.txt", "other.txt", "--name", "mill")
    file = tmp_path / "variants.toml"
    kept = [line for line in file.read_text().splitlines() if not line.startswith("furniture")]

    file.write_text("\n".join(kept))
    unset = run("compare").err
    file.write_text("\n".join(["furniture = false", *kept]))

    assert "note: S: compared as words: 2 page numbers, 1 editor's remark." in unset
    assert run("compare").err == ""


def test_decisions_stay_if_furniture_is_set_aside_later(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIANTS_EDITOR", "kl")
    (tmp_path / "other.txt").write_text(_OTHER.replace("not rebuilt", "never rebuilt"))
    run("init", "seed.txt", "other.txt", "--name", "mill")
    _settings(tmp_path, ("furniture = true", "furniture = false"))
    (label,) = (
        entry.label
        for entry in read_json(run("compare", "--json").out).collation.entries
        if entry.readings[0].wording == "never"
    )
    run("decide", label, "--adopt", "A", "--why", "clearer")

    _settings(tmp_path, ("furniture = false", "furniture = true"))

    assert "1 decided" in run("status").out
    assert "never rebuilt" in run("text").out


def test_rules_of_an_edition_set_words_aside(run: Run, tmp_path: Path) -> None:
    run("init", "seed.txt", "other.txt", "--name", "mill")
    _settings(tmp_path, ("", ""), _RULE)

    assert _lemmas(run) == []
    assert "1 ignored passage" in run("compare").err


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("pattern = 'a'", "a rule for ignored words has no name"),
        ("name = 'a'", "neither a pattern nor first words (from)"),
        ("name = 'a'\npattern = '('", "pattern is not a regular expression"),
        ("name = 'a'\npattern = '((a{100}){100}){100}'", "the pattern is refused"),
        ("name = 'a'\npattern = 'a'\nfrom = 'b'", "has a pattern and the words of a region"),
    ],
)
def test_wrong_rules_are_errors(run: Run, tmp_path: Path, rule: str, problem: str) -> None:
    run("init", "seed.txt", "other.txt", "--name", "mill")
    _settings(tmp_path, ("", ""), f"\n[[ignore]]\n{rule}\n")

    ran = run("compare")

    assert (ran.code, problem in ran.err) == (ExitCode.USAGE, True)


def test_an_option_decides_whether_stop_ends_sentences(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seed.txt").write_text("SEND OIL STOP DUNN")
    names = ("align", "seed.txt", "other.txt", "-f", "json")

    counts = [
        len(json.loads(run(*names, *option).out)["seed"]["sentences"])
        for option in ((), ("--telegraph",), ("--no-telegraph",))
    ]

    assert counts == [1, 2, 1]


def test_the_options_are_refused_in_an_edition(run: Run) -> None:
    run("init", "seed.txt", "other.txt", "--name", "mill")

    assert "--no-furniture" in run("compare", "--no-furniture").err
    assert "--telegraph" in run("compare", "--telegraph").err


def test_reading_lists_what_is_set_aside(run: Run) -> None:
    ran = run("read", "seed.txt")

    assert "set aside and not compared: 2 page numbers, 1 editor's remark" in ran.out
    assert "page number “[p. 7]”" in ran.out
    (fields,) = json.loads(run("read", "seed.txt", "--json").out)
    assert [one["kind"] for one in fields["set_aside"]] == [
        "page number",
        "editor's remark",
        "page number",
    ]
