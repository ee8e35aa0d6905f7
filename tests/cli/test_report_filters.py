from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reports.html.pages import parsed
from variants.cli.exit_codes import ExitCode
from variants.reports.formats import OF_EVERYTHING, WRITERS

pytestmark = pytest.mark.usefixtures("texts")

_FILES = ("seed.txt", "yang.txt")


@pytest.fixture(autouse=True)
def _ships(texts: Path) -> None:
    """Write a seed, and a text with a difference of each tier."""
    seed = "They held sixteen ships.\nThe harbour is closed.\nWe wait for the answer.\n"
    other = "They held sixty ships.\nThe harbor is closed.\nWe await the answer.\n"
    (texts / "seed.txt").write_text(seed)
    (texts / "yang.txt").write_text(other)


def rows(run: Run, *options: str) -> list[str]:
    """Return the labels in the table of places."""
    table = run("report", *_FILES, "-f", "csv", *options).out
    return [row["label"] for row in csv.DictReader(io.StringIO(table.lstrip("\ufeff")))]


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        ((), ["1.1", "2.1", "3.1"]),
        (("--sense",), ["1.1"]),
        (("--class", "form"), ["2.1"]),
        (("--kind", "spelling"), ["2.1"]),
        (("--sentence", "2-3"), ["2.1", "3.1"]),
        (("--sense", "--sentence", "3"), []),
    ],
)
def test_a_report_has_the_chosen_part(
    run: Run, options: tuple[str, ...], labels: list[str]
) -> None:
    assert rows(run, *options) == labels


@pytest.mark.parametrize("option", [("--class", "form"), ("--kind", "punctuation,spelling")])
def test_form_that_is_chosen_is_marked(run: Run, option: tuple[str, str]) -> None:
    shown = run("compare", *_FILES, *option).out
    written = run("report", *_FILES, *option, "-f", "markdown").out

    assert "The ~harbor~ is closed." in shown
    assert "The *harbour* is closed." in written


def test_a_report_of_some_witnesses_has_no_other(run: Run, texts: Path) -> None:
    (texts / "li.txt").write_text((texts / "seed.txt").read_text().replace("answer", "reply"))
    page = run("report", *_FILES, "li.txt", "--siglum", "S,A,B", "--witness", "B").out

    assert "reply" in page
    assert "sixty" not in page


@pytest.mark.parametrize(("witness", "words"), [("A", ["wept cried"]), ("B", ["general colonel"])])
def test_a_page_of_a_witness_has_the_patterns_of_no_other(
    run: Run, texts: Path, witness: str, words: list[str]
) -> None:
    seed = "".join(f"On day {day} the crowd left and the general wept.\n" for day in range(20))
    (texts / "seed.txt").write_text(seed)
    (texts / "yang.txt").write_text(seed.replace("wept", "cried"))
    (texts / "li.txt").write_text(seed.replace("general", "colonel"))

    page = parsed(run("report", *_FILES, "li.txt", "--witness", witness, "-f", "html").out)

    rows = page.xpath("//tr[starts-with(@id,'pattern-')]")
    assert [" ".join(row.xpath(".//bdi/text()")) for row in rows] == words


def test_by_weight_the_heaviest_passage_comes_first(run: Run, texts: Path) -> None:
    for name in _FILES:
        lines = (texts / name).read_text().splitlines(keepends=True)
        (texts / name).write_text("".join(lines[::-1]))

    assert rows(run)[-1] == "3.1"
    assert rows(run, "--sort", "weight")[0] == "3.1"


@pytest.mark.parametrize("form", sorted(WRITERS.keys() - OF_EVERYTHING - {"pdf", "brief-pdf"}))
def test_every_report_for_readers_takes_a_part_and_notes_the_rest(run: Run, form: str) -> None:
    ran = run("report", *_FILES, "-f", form, "--sense", "-o", "report.out")

    assert ran.code == ExitCode.FINE
    assert "hidden: 2 of 3 passages, 2 of 3 places, 2 of 3 readings" in ran.err


@pytest.mark.parametrize("form", sorted(OF_EVERYTHING))
@pytest.mark.parametrize(
    "option", [("--sense",), ("--class", "form"), ("--witness", "A"), ("--sort", "weight")]
)
def test_a_format_that_holds_everything_takes_no_part(
    run: Run, form: str, option: tuple[str, ...]
) -> None:
    ran = run("report", *_FILES, "-f", form, *option)

    assert ran.code == ExitCode.USAGE
    assert ran.err.startswith(f"variants: {option[0]} does not apply to {form}.")


def test_by_weight_a_printed_text_is_a_list_of_passages_with_notes(run: Run, texts: Path) -> None:
    for name in _FILES:
        lines = (texts / name).read_text().splitlines()
        (texts / name).write_text("\n".join(["The town sleeps.", *lines[::-1]]))

    written = run("report", *_FILES, "-f", "markdown", "--sort", "weight").out

    text = written.split("## Passages, the heaviest first\n\n")[1].split("[^4-1]: ")[0]
    assert [line[:4] for line in text.split("\n\n")[1:]] == ["⁴The", "²We ", ""]
    assert "2 passages without a note left out." in text
    assert "town" not in text


@pytest.mark.parametrize("form", ["markdown", "docx", "latex", "html", "brief", "csv", "xlsx"])
def test_every_report_for_readers_can_begin_with_the_heaviest(run: Run, form: str) -> None:
    assert run("report", *_FILES, "-f", form, "--sort", "weight", "-o", "x").code == ExitCode.FINE


def test_a_comparison_can_be_written_as_a_report(run: Run, texts: Path) -> None:
    by_compare = run("compare", *_FILES, "--sense", "-o", "one.html")
    by_report = run("report", *_FILES, "--sense", "-o", "other.html")

    assert by_compare.code == by_report.code == ExitCode.FINE
    assert (texts / "one.html").read_bytes() == (texts / "other.html").read_bytes()


@pytest.mark.parametrize(
    "options",
    [("--json", "-o", "x.html"), ("--places", "-o", "x.html"), ("--sense", "-o", "x.json")],
)
def test_options_of_the_view_are_refused_beside_a_report(
    run: Run, options: tuple[str, ...]
) -> None:
    assert run("compare", *_FILES, *options).code == ExitCode.USAGE
