from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode
from variants.errors import CannotWrite
from variants.log.journal import Journal


@pytest.fixture
def letter(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make an edition of one document with the witnesses A and B."""
    make_letter(run, monkeypatch, tmp_path)
    return tmp_path


def beads(run: Run, *arguments: str) -> list[dict[str, Any]]:
    ran = run("align", "--witness", "A", "-f", "json", *arguments)
    found: list[dict[str, Any]] = json.loads(ran.out)["others"][0]["beads"]
    return found


def forced(found: list[dict[str, Any]]) -> list[tuple[list[int], list[int]]]:
    return [(bead["seed"], bead["other"]) for bead in found if bead["forced"]]


_FORCED = """
# kept for the ferry
[[links.letter.A]]
force = "2=3"
seed = ["Nobody knows why."]
other = ["We should wait until"]
"""


def write_links(letter: Path, links: str = _FORCED) -> None:
    """Add links to ``variants.toml``, as version 0.1.0 did."""
    with (letter / "variants.toml").open("a", encoding="utf-8") as file:
        file.write(links)


def test_what_is_forced_is_recorded_shown_and_obeyed_by_every_command(
    run: Run, letter: Path
) -> None:
    before = (letter / "variants.toml").read_text()

    ran = run("align", "--force", "A:2=3")

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines()[0] == "recorded in the log: A:2=3 forced"
    assert "forced" in ran.out.splitlines()[6]
    assert ran.err == ""
    assert (letter / "variants.toml").read_text() == before
    assert forced(beads(run)) == [([1], [2])]
    compared = json.loads(run("compare", "--json").out)
    assert [b["other"] for b in compared["witnesses"][1]["beads"] if b["forced"]] == [[2]]
    assert dict(compared["signature"]["choices"])["links"] == "A 2=3"
    assert "forced by an editor" in run("compare", "--plain").out
    assert "forced by an editor" in run("report", "-f", "html").out


def test_a_link_is_recorded_with_its_reason_and_its_editor(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=3", "--why", "It answers it.", "--editor", "mo")

    assert "link A:2=3 force: It answers it., mo" in run("log").out
    assert len(lines_of_log(letter)) == 1


def test_a_link_in_an_edition_needs_an_editor(
    run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIANTS_EDITOR")

    ran = run("align", "--force", "A:2=3")

    assert ran.code == ExitCode.USAGE
    assert "--editor" in ran.err
    assert lines_of_log(letter) == []


def test_a_link_of_the_log_is_replaced_and_withdrawn_there(run: Run, letter: Path) -> None:
    before = (letter / "variants.toml").read_text()
    run("align", "--force", "A:2=3", "--why", "It answers it.")

    instead = run("align", "--force", "A:2=2")
    afterwards = forced(beads(run))
    away = run("align", "--unlink", "A:2")

    assert away.out.splitlines()[0] == "removed from the log: A:2=2 forced"
    assert (letter / "variants.toml").read_text() == before
    assert (
        instead.out.splitlines()[0] == "recorded in the log: A:2=2 forced, instead of A:2=3 forced"
    )
    assert afterwards == [([1], [1])]
    assert forced(beads(run)) == []


def test_links_of_the_settings_are_obeyed_with_a_notice(run: Run, letter: Path) -> None:
    write_links(letter)

    ran = run("compare", "--json")

    assert dict(json.loads(ran.out)["signature"]["choices"])["links"] == "A 2=3"
    assert ran.err == (
        "note: variants.toml has 1 link between sentences, obeyed as before. Move all links into "
        "the log with variants align --record-links.\n"
    )


def test_a_link_of_the_log_overrides_one_of_the_settings(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=2")
    write_links(letter)

    ran = run("compare", "--json")

    assert dict(json.loads(ran.out)["signature"]["choices"])["links"] == "A 2=2"
    assert "The forced link 2=3 of variants.toml is not obeyed: the log has 2=2." in ran.err


@pytest.mark.parametrize("changes", [["--forbid", "A:2=3"], ["--unlink", "A:2"]])
def test_a_link_of_the_settings_that_is_replaced_or_removed_is_deleted_there(
    run: Run, letter: Path, changes: list[str]
) -> None:
    before = (letter / "variants.toml").read_text()
    write_links(letter)

    ran = run("align", *changes)

    assert "A:2=3 forced" in ran.out.splitlines()[0]
    assert forced(beads(run)) == []
    assert (letter / "variants.toml").read_text() == f"{before}\n# kept for the ferry\n"


def test_all_links_of_the_settings_are_moved_to_the_log(run: Run, letter: Path) -> None:
    before = (letter / "variants.toml").read_text()
    (letter / "seeds" / "other.txt").write_text("One. Two.")
    (letter / "variants" / "other").mkdir()
    (letter / "variants" / "other" / "A.txt").write_text("Uno. Due.")
    other = '[[links.other.A]]\nforbid = "2=1"\nseed = ["Two."]\nother = ["Uno."]\n'
    write_links(letter, _FORCED + other)
    compared = {name: run("compare", "--doc", name, "--json").out for name in ("letter", "other")}

    ran = run("align", "--record-links", "--why", "Found before.")

    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert ran.out.splitlines() == [
        "moved to the log: letter A:2=3 forced",
        "moved to the log: other A:2=1 forbidden",
    ]
    assert (letter / "variants.toml").read_text() == f"{before}\n# kept for the ferry\n"
    assert [json.loads(line)["type"] for line in lines_of_log(letter)] == ["link", "link"]
    assert "Found before." in run("log").out
    for name, text in compared.items():
        assert run("compare", "--doc", name, "--json").out == text
    assert run("compare", "--doc", "letter").err == ""
    assert run("align", "--record-links").out == "variants.toml has no links\n"


def test_a_link_that_the_log_has_is_not_recorded_twice(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=3")
    new = '[[links.letter.A]]\nforce = "3=1"\nseed = ["We must"]\nother = ["The ship"]\n'
    write_links(letter, _FORCED + new)

    ran = run("align", "--record-links")

    assert ran.code == ExitCode.FINE, ran.err
    assert len(lines_of_log(letter)) == 2
    assert sorted(forced(beads(run))) == [([1], [2]), ([2], [0])]


@pytest.mark.parametrize(
    ("links", "earlier", "problem"),
    [
        (_FORCED.replace("Nobody", "Everybody"), [], "should begin “Everybody knows why.”"),
        (_FORCED.replace("2=3", "2=4"), [], "A has 3 sentences"),
        (_FORCED, ["--force", "A:2=2"], "letter A:2=3 forced: the log has 2=2 forced"),
    ],
)
def test_what_cannot_be_recorded_leaves_log_and_settings_as_they_are(
    run: Run, letter: Path, links: str, earlier: list[str], problem: str
) -> None:
    if earlier:
        run("align", *earlier)
    write_links(letter, links)
    before = (letter / "variants.toml").read_bytes(), lines_of_log(letter)

    ran = run("align", "--record-links")

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert problem in ran.err
    assert "--unlink" in ran.err
    assert ((letter / "variants.toml").read_bytes(), lines_of_log(letter)) == before


def test_at_most_ten_links_are_listed(run: Run, letter: Path) -> None:
    many = [
        _FORCED.replace("2=3", f"2={number}").replace("force", "forbid") for number in range(4, 16)
    ]
    write_links(letter, "".join(many))

    ran = run("align", "--record-links")

    assert ran.err.count("should begin") == 10
    assert " … and 2 more." in ran.err


def test_where_the_log_cannot_be_written_no_link_is_moved(
    run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CannotWrite(letter / "decisions", "it is full")

    write_links(letter)
    monkeypatch.setattr(Journal, "link_all", fail)
    before = (letter / "variants.toml").read_bytes()

    ran = run("align", "--record-links")

    assert ran.code == ExitCode.OUTPUT
    assert (letter / "variants.toml").read_bytes() == before
    assert [path.name for path in letter.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["--force", "A:1=1"], "A link"),
        (["--doc", "letter"], "--doc"),
        (["--explain", "A:1"], "--explain"),
        (["seed.txt", "yang.txt"], "FILES"),
    ],
)
@pytest.mark.usefixtures("letter")
def test_links_are_moved_all_at_once(run: Run, arguments: list[str], option: str) -> None:
    ran = run("align", "--record-links", *arguments)

    assert ran.code == ExitCode.USAGE
    assert f"{option} does not apply to --record-links." in ran.err


def test_contradictory_links_of_two_editors_are_reported_and_not_obeyed(
    run: Run, letter: Path
) -> None:
    run("align", "--force", "A:2=3", "--why", "It answers it.", "--editor", "kl")
    for path in (letter / "decisions").glob("kl-*.jsonl"):
        path.rename(letter / "aside")
    run("align", "--force", "A:2=2", "--why", "It does not.", "--editor", "mo")
    (letter / "aside").rename(letter / "decisions" / "kl-0000.jsonl")

    ran = run("align", "--witness", "A")

    assert "forced" not in ran.out
    assert ran.err.count("neither is obeyed until one is withdrawn") == 2

    settled = run("align", "--force", "A:2=1", "--why", "Neither does.")

    assert "instead of" in settled.out.splitlines()[0]
    assert forced(beads(run)) == [([1], [0])]
    assert run("align", "--witness", "A").err == ""


def test_where_the_settings_cannot_be_changed_nothing_is_recorded(run: Run, letter: Path) -> None:
    path = letter / "variants.toml"
    rows = '{force = "2=3", seed = ["Nobody"], other = ["We"]}, {force = "1=", seed = ["The"]}'
    path.write_text(f"links.letter.A = [{rows}]\n{path.read_text()}")

    ran = run("align", "--forbid", "A:2=3", "--why", "Not at all.")

    assert "a single link cannot be removed" in ran.err
    assert lines_of_log(letter) == []


def test_a_link_of_the_log_with_a_missing_witness_is_reported(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=3", "--why", "It answers it.")
    path = letter / "variants.toml"
    path.write_text(path.read_text().replace("witnesses.A", "witnesses.C"))
    (letter / "variants/letter/A.txt").rename(letter / "variants/letter/C.txt")

    ran = run("compare")

    assert ran.code == ExitCode.FINE
    assert "note: A: The forced link 2=3 of the log is not obeyed: letter has no witness A" in (
        ran.err
    )


@pytest.mark.usefixtures("letter")
def test_a_reason_without_a_link_is_refused(run: Run) -> None:
    ran = run("align", "--why", "Because.")

    assert ran.code == ExitCode.USAGE
    assert "--why does not apply to a list of beads" in ran.err


def test_a_reason_is_refused_where_there_is_no_log(run: Run, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("A ship came. It left.")

    ran = run(
        "align",
        str(tmp_path / "one.txt"),
        str(tmp_path / "two.txt"),
        "--force",
        "1=1",
        "--why",
        "X",
    )

    assert ran.code == ExitCode.USAGE
    assert "--why does not apply to files" in ran.err


def test_what_is_forbidden_is_obeyed(run: Run, letter: Path) -> None:
    assert (letter / "variants.toml").exists()

    ran = run("align", "--forbid", "A:2=2")

    assert ran.out.splitlines()[0] == "recorded in the log: A:2=2 forbidden"
    assert not any(1 in bead["seed"] and 1 in bead["other"] for bead in beads(run))


def test_sentences_forced_to_stand_alone_are_each_a_link(run: Run, letter: Path) -> None:
    assert (letter / "variants.toml").exists()

    ran = run("align", "--force", "A:1-2=", "--force", "A:=3")

    assert ran.code == ExitCode.FINE
    assert forced(beads(run)) == [([], [2]), ([0], []), ([1], [])]


@pytest.mark.usefixtures("letter")
def test_a_new_link_takes_the_place_of_one_on_the_same_sentence(run: Run) -> None:
    run("align", "--force", "A:2=3", "--forbid", "B:1=3")

    ran = run("align", "--force", "A:2=2")

    assert ran.out.splitlines()[0] == ("recorded in the log: A:2=2 forced, instead of A:2=3 forced")
    assert forced(beads(run)) == [([1], [1])]
    assert "link B:1=3 forbid" in run("log").out


@pytest.mark.parametrize("given", ["A:2", "A:=3", "A:2=3"])
@pytest.mark.usefixtures("letter")
def test_a_link_is_removed_by_its_sentences(run: Run, given: str) -> None:
    run("align", "--force", "A:2=3")

    ran = run("align", "--unlink", given)

    assert ran.out.splitlines()[0] == "removed from the log: A:2=3 forced"
    assert forced(beads(run)) == []


def test_a_link_whose_sentence_was_changed_is_noticed(run: Run, letter: Path) -> None:
    run("align", "--force", "A:2=3")
    edit_seed(letter, "Nobody knows", "No one knows")

    ran = run("compare")

    assert ran.err == (
        "note: A: The forced link 2=3 is not obeyed: sentence 2 of S should begin “Nobody knows "
        "why.”, but begins “No one knows why.”. Set it again, or remove it with variants "
        "align --unlink A:2=3.\n"
    )
    assert run("align", "--unlink", "A:2=3").err == ""


@pytest.mark.usefixtures("texts")
def test_for_files_that_are_named_a_link_holds_this_once(run: Run, tmp_path: Path) -> None:
    files = ("seed.txt", "yang.txt")

    ran = run("align", *files, "--force", "2=3", "-f", "tsv")

    assert "1\t2\t1.0000\tforced" in ran.out.splitlines()
    assert ran.err == "note: for this run only: A:2=3 forced\n"
    assert "forced" not in run("align", *files).out
    assert not (tmp_path / "variants.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--force", "A:9=1"], "S has no sentence 9: it has 3 sentences."),
        (["--force", "A:1=4,5"], "A has no sentence 4: it has 3 sentences."),
        (["--force", "C:1=1"], "Unknown witness 'C'"),
        (["--force", "1=1"], "name one, as in A:1=1"),
        (["--force", "A:1"], "on a side of ="),
        (["--force", "A:1,3=1"], "must be consecutive"),
        (["--force", "A:one=1"], "'one' is not the number"),
        (["--force", "A:2-1=1"], "'2-1' is not the number"),
        (["--forbid", "A:1="], "two sides"),
        (["--unlink", "A:1"], "There is no link on A:1"),
        (["--force", "A:1=1", "--force", "A:2=1"], "contradicts"),
        (["--force", "A:1=1", "--forbid", "A:1,2=1"], "contradicts"),
    ],
)
def test_a_link_that_cannot_be_meant_is_refused_and_nothing_kept(
    run: Run, letter: Path, arguments: list[str], said: str
) -> None:
    ran = run("align", *arguments)

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert said in ran.err
    assert "hint: " in ran.err
    assert lines_of_log(letter) == []


def test_of_several_documents_one_has_to_be_named(run: Run, letter: Path) -> None:
    (letter / "seeds" / "other.txt").write_text("One.")
    (letter / "variants" / "other").mkdir()
    (letter / "variants" / "other" / "A.txt").write_text("Uno.")

    assert "A link needs one document" in run("align", "--force", "A:1=1").err
    assert run("align", "--doc", "other", "--force", "1=1").code == ExitCode.FINE
    assert [json.loads(line)["doc"] for line in lines_of_log(letter)] == ["other"]
