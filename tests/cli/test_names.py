"""Decisions follow documents and witnesses that get other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def move_witness(texts: Path, old: str, new: str, document: str = "letter") -> None:
    """Give a witness another siglum."""
    folder = texts / "variants" / document
    (folder / f"{old}.txt").rename(folder / f"{new}.txt")
    settings = texts / "variants.toml"
    settings.write_text(settings.read_text().replace(f"witnesses.{old}]", f"witnesses.{new}]"))


def move_document(texts: Path, old: str, new: str) -> None:
    """Give a document another name."""
    (texts / "seeds" / f"{old}.txt").rename(texts / "seeds" / f"{new}.txt")
    (texts / "variants" / old).rename(texts / "variants" / new)
    settings = texts / "variants.toml"
    settings.write_text(settings.read_text().replace(f"documents.{old}", f"documents.{new}"))


def id_of(run: Run, words: str) -> str:
    """Return the id of the decision on words, as the log shows it."""
    (line,) = (line for line in run("log").out.splitlines() if f"“{words}”" in line)
    return line.rpartition("[")[2].partition("]")[0]


def test_a_witness_with_another_siglum_is_followed_by_its_text(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")

    move_witness(texts, "A", "Yang")

    ran = run("status", "--check")
    assert ran.code == ExitCode.FINE
    assert "variants log rename A Yang" in ran.err
    assert "prints “should” with Yang, kl" in run("log", "show", "must").out
    assert "We should wait" in run("text").out


def test_two_witnesses_that_change_places_keep_their_readings(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    run("decide", "ship", "--adopt", "B")

    move_witness(texts, "A", "C")
    move_witness(texts, "B", "A")
    move_witness(texts, "C", "B")

    assert run("status", "--check").code == ExitCode.FINE
    assert "prints “should” with B, kl" in run("log", "show", "must").out
    assert run("text").out.startswith("The vessel is late.")


def test_two_witnesses_with_the_text_are_named_and_none_is_chosen(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    folder = texts / "variants" / "letter"
    (folder / "Y.txt").write_bytes((folder / "A.txt").read_bytes())

    move_witness(texts, "A", "X")

    ran = run("status", "--check")
    assert ran.code == ExitCode.DIFFERENT
    assert "X and Y have the text of A of the log: none is chosen." in ran.err
    assert run("log", "rename", "A", "Y").out == "recorded: letter: A is now Y\n"
    assert run("status", "--check").code == ExitCode.FINE
    assert "prints “should” with Y, kl" in run("log", "show", "must").out


def test_a_recorded_siglum_is_followed_when_the_text_changes(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_witness(texts, "A", "Yang")
    path = texts / "variants" / "letter" / "Yang.txt"

    assert run("log", "rename").out == "recorded: letter: A is now Yang\n"
    path.write_text(path.read_text().replace("Friday", "Saturday"))

    ran = run("log", "show", "must")
    assert "prints “should” with Yang, kl" in ran.out
    assert "note: " not in ran.err
    assert run("log", "rename").out.startswith("nothing to record")


@pytest.mark.parametrize("changed", [False, True])
def test_the_log_lists_a_renamed_witness_as_continued(
    run: Run, texts: Path, *, changed: bool
) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_witness(texts, "A", "Yang")
    path = texts / "variants" / "letter" / "Yang.txt"
    if changed:
        run("log", "rename")
        path.write_text(path.read_text().replace("Friday", "Saturday"))

    run("decide", "ship", "--adopt", "B")

    listed = run("log").out
    assert "letter: A continues as Yang, kl" in listed
    assert "letter: Yang continues A, kl" in listed
    assert "was removed" not in listed


def test_the_log_lists_another_text_under_a_new_siglum_as_added(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "Firm.")
    move_witness(texts, "A", "Yang")
    path = texts / "variants" / "letter" / "Yang.txt"
    path.write_text(path.read_text().replace("Friday", "Saturday"))

    run("decide", "ship", "--adopt", "B")

    listed = run("log").out
    assert "letter: A was removed, kl" in listed
    assert "letter: Yang was added, kl" in listed


def test_the_log_lists_a_text_that_returns_later_as_added(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "Firm.")
    move_witness(texts, "A", "B1")
    kept = (texts / "variants" / "letter" / "B1.txt").read_text()
    (texts / "variants" / "letter" / "B1.txt").write_text("Another text of the letter.\n")
    run("decide", "ship", "--adopt", "B")

    (texts / "variants" / "letter" / "B2.txt").write_text(kept)
    run("decide", "ship", "--keep")

    assert "letter: B2 was added, kl" in run("log").out


def test_a_siglum_that_is_used_again_is_another_witness(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_witness(texts, "A", "Yang")
    run("log", "rename", "A", "Yang")
    folder = texts / "variants" / "letter"
    (folder / "Yang.txt").write_text("The ship is late. Nobody knew why. We ought to wait.\n")
    (folder / "A.txt").write_text("The boat is late. Nobody knows why. We must wait.\n")

    run("decide", "ship", "--adopt", "A")

    assert "prints “boat” with A, kl" in run("log", "show", "ship").out
    # The old A no longer has its words, and the new one never had them.
    (stale,) = (line for line in run("status").out.splitlines() if line.startswith("  stale: "))
    assert stale.endswith(" “must”: prints “should” with Yang, kl (Yang no longer reads so)")


def test_a_document_with_another_name_is_followed_by_its_text(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    run("log", "comment", "must", "Ask Li.")
    run("decide", "ship", "--touches-sense", "no")

    move_document(texts, "letter", "telegram")

    ran = run("status", "--check")
    assert ran.code == ExitCode.FINE
    assert "variants log rename letter telegram" in ran.err
    assert "telegram: 4 places where the texts differ: 3 undecided" in ran.out
    assert "1 verdict on the sense: 1 in force" in ran.out
    assert "comment: Ask Li." in run("log", "show", "must").out
    assert "We should wait" in run("text").out
    assert "telegram:3 “must”" in run("log", "--doc", "telegram").out
    assert "letter:3 “must”" in run("log").out


def test_a_recorded_document_is_followed_when_its_texts_change(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_document(texts, "letter", "telegram")

    assert run("log", "rename", "letter", "telegram").out == "recorded: letter is now telegram\n"
    for path in (texts / "seeds" / "telegram.txt", *(texts / "variants" / "telegram").iterdir()):
        path.write_text(path.read_text().replace("Friday", "Saturday"))

    assert run("status", "--check").code == ExitCode.FINE
    assert run("status").err == ""
    assert "We should wait until Saturday." in run("text").out


def test_a_recorded_siglum_is_followed_in_a_document_with_another_name(
    run: Run, texts: Path
) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_witness(texts, "A", "Yang")
    run("log", "rename")

    move_document(texts, "letter", "telegram")

    ran = run("status", "--check")
    assert ran.code == ExitCode.FINE
    assert "variants log rename letter telegram" in ran.err
    assert "rename A Yang" not in ran.err
    assert "prints “should” with Yang, kl" in run("log", "show", "must").out


def test_two_documents_that_change_places_are_separated_by_recorded_names(
    run: Run, texts: Path
) -> None:
    (texts / "seeds" / "note.txt").write_text("The sun is low.\n")
    (texts / "variants" / "note").mkdir()
    (texts / "variants" / "note" / "A.txt").write_text("The sun is down.\n")
    run("decide", "ship", "--adopt", "B")
    run("decide", "low", "--adopt", "A")

    for old, new in (("letter", "other"), ("note", "letter"), ("other", "note")):
        move_document(texts, old, new)

    assert run("status", "--check").code == ExitCode.DIFFERENT
    run("log", "rename", "letter", "note")
    run("log", "rename", "note", "letter")
    assert run("status", "--check").code == ExitCode.FINE
    assert run("text", "--doc", "note").out.startswith("The vessel is late.")
    assert run("text", "--doc", "letter").out == "The sun is down.\n"


def test_two_documents_with_the_text_are_named_and_none_is_chosen(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_document(texts, "letter", "first")
    (texts / "seeds" / "second.txt").write_bytes((texts / "seeds" / "first.txt").read_bytes())
    (texts / "variants" / "second").mkdir()
    (texts / "variants" / "second" / "A.txt").write_text("The ship is early.\n")

    ran = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert "without a place: 1 decision of the log" in ran.out
    assert "first and second have the text of letter: none is chosen" in ran.out


def test_a_document_that_was_decided_on_beside_another_is_not_followed_to_it(
    run: Run, texts: Path
) -> None:
    (texts / "seeds" / "copy.txt").write_bytes((texts / "seeds" / "letter.txt").read_bytes())
    (texts / "variants" / "copy").mkdir()
    (texts / "variants" / "copy" / "A.txt").write_text("The boat is late.\n")
    run("decide", "copy:ship", "--adopt", "A")
    run("decide", "letter:ship", "--adopt", "B")
    for path in (texts / "variants" / "letter").iterdir():
        path.unlink()
    (texts / "seeds" / "letter.txt").unlink()
    (texts / "variants.toml").unlink()

    ran = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert "  letter:1 “ship”: prints “vessel” with B, kl" in ran.out
    assert run("text").out == "The boat is late. Nobody knows why. We must wait until Friday.\n"


def test_a_decision_without_a_document_is_shown_opened_and_decided_anew(
    run: Run, texts: Path
) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    run("decide", "ship", "--keep")
    must, ship = id_of(run, "must"), id_of(run, "ship")
    move_document(texts, "letter", "telegram")
    for path in (texts / "seeds" / "telegram.txt", *(texts / "variants" / "telegram").iterdir()):
        path.write_text(path.read_text().replace("Friday", "Saturday"))

    ran = run("status", "--check")
    assert ran.code == ExitCode.DIFFERENT
    assert f"  letter:3 “must”: prints “should” with A, kl [{must}]" in ran.out
    opened = run("log", "show", must).out.splitlines()
    assert opened[0] == "letter:3 “must”: without a place"
    assert opened[1].startswith("  active: prints “should” with A, kl")

    run("decide", "must", "--keep", "--why", "So.", "--replaces", must)
    run("log", "withdraw", ship)

    ran = run("status", "--check")
    assert ran.code == ExitCode.FINE
    assert "without a place" not in ran.out


def test_all_decisions_on_a_removed_document_are_given_up(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    run("decide", "ship", "--touches-sense", "no")
    (texts / "seeds" / "letter.txt").write_text("The sun is low.\n")
    (texts / "variants" / "letter" / "A.txt").write_text("The sun is down.\n")
    (texts / "variants" / "letter" / "B.txt").unlink()
    move_document(texts, "letter", "note")
    (texts / "variants.toml").unlink()
    assert run("status", "--check").code == ExitCode.DIFFERENT

    withdrawn = run("log", "withdraw", "--unplaced", "--why", "The letter is not edited.")
    again = run("log", "withdraw", "--unplaced")

    assert withdrawn.out.startswith("withdrawn: ")
    assert run("status", "--check").code == ExitCode.FINE
    assert (again.code, "Every decision of the log has a place." in again.err) == (2, True)
    assert "No event to withdraw is named." in run("log", "withdraw").err


def test_a_decision_on_lost_words_is_opened_by_its_id(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    must = id_of(run, "must")
    edit_seed(texts, " We must wait until Friday.", "")

    ran = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert f"lost: letter:3, decided on “must”: prints “should” with A, kl [{must}]" in ran.out
    assert run("log", "show", must).out.startswith("letter:3: lost\n  decided on “must”\n")


def test_a_document_whose_other_texts_are_gone_still_has_its_decisions(
    run: Run, texts: Path
) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    (texts / "seeds" / "note.txt").write_text("The sun is low.\n")
    (texts / "variants" / "note").mkdir()
    (texts / "variants" / "note" / "A.txt").write_text("The sun is down.\n")
    for path in (texts / "variants" / "letter").iterdir():
        path.unlink()
    (texts / "variants.toml").unlink()

    ran = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert "letter:3 “must”: prints “should” with A, kl" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("A", "Z"), "The log has no document or witness 'A', or the edition has no 'Z'."),
        (("Q", "A"), "The log has no document or witness 'Q', or the edition has no 'A'."),
        (("A", "B", "--doc", "note"), "Unknown document 'note'."),
    ],
)
def test_a_name_that_nothing_has_is_refused(
    run: Run, texts: Path, arguments: tuple[str, ...], message: str
) -> None:
    run("decide", "ship", "--keep")
    before = lines_of_log(texts)

    ran = run("log", "rename", *arguments)

    assert ran.code == ExitCode.USAGE
    assert message in ran.err
    assert lines_of_log(texts) == before


def test_a_new_name_is_shown_before_it_is_recorded(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_witness(texts, "A", "Yang")
    before = lines_of_log(texts)

    ran = run("log", "rename", "A", "Yang", "--dry-run")

    assert ran.out == "would record: letter: A is now Yang\n"
    assert lines_of_log(texts) == before


def test_a_recorded_name_that_is_withdrawn_does_not_count(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    move_witness(texts, "A", "Yang")
    run("log", "rename", "A", "Yang", "--why", "The translator is known.")
    (line,) = (each for each in run("log").out.splitlines() if "is now Yang" in each)

    run("log", "withdraw", line.rpartition("[")[2].rstrip("]"))

    assert "letter: A is now Yang: The translator is known., kl" in line
    assert "variants log rename A Yang" in run("status").err
