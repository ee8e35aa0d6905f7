from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, make_letter
from tests.reports.weighed import OTHER_WORDING, weighed
from variants.cli.commands.status import summary
from variants.cli.exit_codes import ExitCode
from variants.types.edition import Edition
from variants.types.sense import Tier


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def disagree(run: Run, texts: Path) -> None:
    """Let two editors decide on one place without having seen each other's."""
    run("decide", "ship", "--keep", "--editor", "mo")
    aside = {path: path.read_bytes() for path in (texts / "decisions").glob("mo-*.jsonl")}
    for path in aside:
        path.unlink()
    run("decide", "ship", "--adopt", "B")
    for path, content in aside.items():
        path.write_bytes(content)


def test_an_edition_without_decisions_is_undecided(run: Run) -> None:
    ran = run("status", "--check")

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines() == [
        "letter: 4 places where the texts differ: 4 undecided",
        "  likely to touch the sense: 1 of them, 1 undecided",
        "  next: 3.1 “must”, 1.1 “ship”, 1.2 “late”, 2.1 “knows”",
    ]


def test_the_next_places_are_short_and_name_added_words(run: Run, texts: Path) -> None:
    witness = texts / "variants" / "letter" / "B.txt"
    witness.write_text("The ship is late. So be it. We must wait until Friday. Go, all of you.\n")
    edit_seed(texts, "Nobody knows why.", "The clerks of the harbour gave us no reason.")

    (line,) = [line for line in run("status").out.splitlines() if line.startswith("  next: ")]

    assert "“The clerks … no reason.”" in line
    assert " added “Go, all of you.”" in line


def test_places_are_counted_by_how_they_stand(run: Run) -> None:
    run("decide", "ship", "--keep")
    run("decide", "must", "--query", "Is it an order?")
    run("decide", "late", "--defer")

    assert run("status").out.splitlines() == [
        "letter: 4 places where the texts differ: 1 undecided, 1 decided, 1 query, 1 deferred",
        "  likely to touch the sense: 1 of them, 0 undecided",
        "  query: 3.1 “must”: query: “Is it an order?”, kl",
        "  deferred: 1.2 “late”: deferred, kl",
        "  next: 2.1 “knows”",
    ]


def test_a_place_inside_words_that_were_decided_on_is_decided(run: Run) -> None:
    run("decide", "The ship is late.", "--keep")

    assert run("status").out.splitlines()[0] == (
        "letter: 4 places where the texts differ: 2 undecided, 2 decided"
    )


def test_every_view_counts_alike_and_nothing_twice(run: Run) -> None:
    run("decide", "The ship is late.", "--keep")
    run("decide", "We", "--query", "Who?")
    run("decide", "knows why", "--emend", "knew", "--why", "So.")

    assert run("status").out.splitlines()[:3] == [
        "letter: 4 places where the texts differ: 1 undecided, 3 decided",
        "  likely to touch the sense: 1 of them, 1 undecided",
        "  on other words of the seed: 1 query",
    ]
    assert "✓ 3 decided  ? 1 query  ○ 1 undecided" in run("compare").out
    told = json.loads(run("report", "-f", "json").out)["decisions"]["counts"]
    assert (told["decided"], told["query"], told["undecided"]) == (3, 1, 1)


def test_the_numbers_of_places_add_up(run: Run, texts: Path) -> None:
    run("decide", "The ship is late.", "--keep")
    run("decide", "We", "--query", "Who?")
    run("decide", "why", "--keep")
    run("decide", "until", "--keep")
    edit_seed(texts, " We must wait until Friday.", "")

    first, *more = run("status").out.splitlines()

    places, _, states = first.partition(" places where the texts differ: ")
    assert sum(map(int, re.findall(r"\d+", states))) == int(places.split()[-1])
    assert more[:3] == [
        "  likely to touch the sense: 1 of them, 1 undecided",
        "  on other words of the seed: 1 decided",
        "  on words that the seed no longer has: 2 lost",
    ]


def test_a_disagreement_is_a_conflict_until_it_is_settled(run: Run, texts: Path) -> None:
    disagree(run, texts)

    ran = run("status", "--check")
    text = run("text").out
    run("decide", "ship", "--adopt", "B", "--why", "Agreed.")
    settled = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert "conflict: 1.1 “ship”: keeps the seed’s words, mo; prints “vessel” with B, kl" in ran.out
    assert text.startswith("The ship is late.")
    assert settled.code == ExitCode.FINE
    assert run("text").out.startswith("The vessel is late.")


def test_changed_words_make_a_decision_stale(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    edit_seed(texts, "must wait", "shall wait")

    ran = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert "stale: 3.1 “shall”, decided on “must”: prints “should” with A, kl" in ran.out
    assert "We shall wait" in run("text").out


def test_a_stale_decision_whose_words_the_seed_has_is_listed_with_the_cause(
    run: Run, texts: Path
) -> None:
    witness = texts / "variants" / "letter" / "A.txt"
    witness.write_text("The ship is late. Nobody knew why. It was cold. We should wait.\n")
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    run("decide", "2+1.1", "--adopt", "A", "--why", "Fuller.")
    witness.write_text(witness.read_text().replace("should", "shall"))
    edit_seed(texts, "why. We", "why, but we")

    stale = [line for line in run("status").out.splitlines() if line.startswith("  stale: ")]

    assert [line.partition(": prints ")[2] for line in stale] == [
        "“It was cold.” with A, kl (the words around it have changed)",
        "“should” with A, kl (A no longer reads so)",
    ]


def test_a_decision_for_words_of_a_witness_that_was_removed_names_it(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    (texts / "variants" / "letter" / "A.txt").unlink()
    (texts / "variants.toml").unlink()

    assert "with A, kl (the document no longer has A)" in run("status").out


def test_a_sentence_that_is_gone_loses_its_decision(run: Run, texts: Path) -> None:
    run("decide", "ship", "--keep")
    edit_seed(texts, "The ship is late. ", "")

    ran = run("status", "--check")

    assert ran.code == ExitCode.DIFFERENT
    assert "lost: letter:1, decided on “ship”: keeps the seed’s words, kl" in ran.out


def test_words_that_the_seed_took_over_are_spent(run: Run, texts: Path) -> None:
    run("decide", "must", "--adopt", "A", "--why", "Milder.")
    edit_seed(texts, "must wait", "should wait")

    assert run("status", "--check").code == ExitCode.FINE
    assert "spent" in run("log", "show", "should").out


def test_it_can_be_demanded_that_everything_is_decided(run: Run, texts: Path) -> None:
    run("decide", "The ship is late.", "--keep")
    run("decide", "knows", "--keep")
    codes = [run("status", "--require-decided").code]
    run("decide", "must", "--query", "Is it an order?")
    codes.append(run("status", "--require-decided").code)
    run("decide", "must", "--defer")
    codes.append(run("status", "--require-decided").code)
    run("decide", "must", "--keep", "--why", "It is one.")
    codes.append(run("status", "--require-decided", "--check").code)
    run("decide", "We", "--query", "Who?")
    codes.append(run("status", "--require-decided").code)
    run("decide", "We", "--keep")
    edit_seed(texts, "The ship is late. ", "")
    codes.append(run("status", "--require-decided").code)

    assert codes == [1, 1, 1, 0, 1, 1]
    assert run("status").code == ExitCode.FINE


def test_places_are_shown_by_how_they_stand(run: Run) -> None:
    run("decide", "ship", "--keep")

    decided = run("compare", "--only", "decided", "--layout", "readings").out
    undecided = run("compare", "--only", "undecided,stale", "--layout", "readings").out

    assert "vessel" in decided
    assert "should" not in decided
    assert "state decided" in decided
    assert "vessel" not in undecided
    assert "should" in undecided


@pytest.mark.parametrize("layout", ["stacked", "two", "columns", "inline", "readings"])
def test_words_that_are_no_place_are_shown_by_how_they_stand_too(
    run: Run, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    run("decide", "We", "--query", "Who?")

    asked = run("compare", "--only", "query", "--layout", layout).out
    weighed = run("compare", "--only", "query", "--sort", "weight").out
    decided = run("compare", "--only", "decided", "--layout", layout).out

    assert "? on “We”: query:" in asked
    assert "“Who?”, kl" in asked
    assert "No difference" not in asked
    assert "? on “We”: query: “Who?”, kl" in weighed
    assert "on “We”" not in decided


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "open"], "Unknown state 'open'."),
        (["--only", "decided", "seed.txt", "li.txt"], "--only does not apply to files."),
        (
            ["--only", "decided", "--seed", "B"],
            "--only does not apply to a comparison with another seed.",
        ),
    ],
)
def test_only_takes_states_of_an_edition(run: Run, arguments: list[str], message: str) -> None:
    ran = run("compare", *arguments)

    assert ran.code == ExitCode.USAGE
    assert message in ran.err


def test_the_wording_at_undecided_places_that_are_not_listed_is_counted() -> None:
    lines = list(summary(Edition("harbour", weighed())))

    # The two places of the first tier are listed first, then three others.
    others = [
        entry
        for entry in weighed().entries
        if all(one.tier is not Tier.SENSE for one in entry.readings)
    ]
    later = [
        entry for entry in others[3:] if any(one.tier is Tier.WORDING for one in entry.readings)
    ]
    expected = OTHER_WORDING * len(later)
    assert lines[1] == "  likely to touch the sense: 2 of them, 2 undecided"
    assert lines[-2].endswith("…")
    assert lines[-1] == (
        f"  after these: {len(later)} places of other wording"
        f" · {expected:.1f} expected to touch the sense"
    )


def test_a_place_inside_decided_words_names_them_in_every_view(run: Run) -> None:
    run("decide", "The ship is late.", "--query", "Is this sentence right?", "--why", "Late?")

    within = "within “The ship is late.”"
    assert f"inside decided words: 1.1 “ship” {within}, 1.2 “late” {within}" in run("status").out
    assert f"1.1 “ship”: query, {within}\n  active: query" in run("log", "show", "1.1").out
    assert within in run("compare").out
    rows = list(csv.DictReader(io.StringIO(run("report", "-f", "csv").out.removeprefix("\ufeff"))))
    assert [(row["state"], row["remarks"]) for row in rows if row["label"] in ("1.1", "1.2")] == [
        ("query", within),
        ("query", within),
    ]


def test_a_comment_does_not_open_a_place_inside_decided_words(run: Run) -> None:
    run("decide", "The ship is late.", "--keep")
    run("log", "comment", "1.1", "Or a boat?")

    assert run("status").out.splitlines()[0].endswith(": 2 undecided, 2 decided")
    assert run("log", "show", "1.1").out.startswith("1.1 “ship”: decided, within ")


def test_what_a_later_witness_has_is_listed_as_a_new_reading(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    run("decide", "ship", "--adopt", "B")
    path = texts / "variants" / "letter" / "C.txt"
    path.write_text("The ship is late. Nobody knows why. We shall wait until Friday.\n")

    ran = run("status", "--check")

    assert ran.code == ExitCode.FINE
    assert "  new reading: 3.1 “must”: keeps the seed’s words, kl; now C “shall”\n" in ran.out
    assert ran.out.count("new reading") == 1


def test_a_later_witness_that_omits_decided_words_is_named(run: Run, texts: Path) -> None:
    run("decide", "must", "--keep", "--why", "So.")
    path = texts / "variants" / "letter" / "C.txt"
    path.write_text("The ship is late. Nobody knows why. We wait until Friday.\n")

    assert "3.1 “must”: keeps the seed’s words, kl; now C omitted\n" in run("status").out


def test_a_later_witness_is_a_new_reading_also_inside_decided_words(run: Run, texts: Path) -> None:
    run("decide", "We must wait until Friday.", "--emend", "Wait until Friday.", "--why", "Short.")
    path = texts / "variants" / "letter" / "C.txt"
    path.write_text("The ship is late. Nobody knows why. We must wait until Monday.\n")

    (line,) = (one for one in run("status").out.splitlines() if "new reading" in one)
    assert line.startswith("  new reading: 3 “We must wait until Friday.”")
    assert line.endswith("; now C “Monday”")
    assert "new reading" in run("log", "show", "We must wait until Friday.").out
