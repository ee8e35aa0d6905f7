from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, lines_of_log, make_letter
from variants.cli.exit_codes import ExitCode

Row = dict[str, str]
_SHIP = {"action": "adopt", "printed": "vessel"}
_MUST = {"action": "keep", "why": "An order."}


@pytest.fixture(autouse=True)
def _letter(run: Run, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    make_letter(run, monkeypatch, texts)


def _fill(run: Run, path: Path, **cells: Row) -> None:
    """Write the table, and fill in the rows of some words."""
    assert run("report", "-o", path).code == ExitCode.FINE
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.update(cells.get(row["seed"], {}))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)


def test_a_filled_table_is_recorded_as_one_batch(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP, must=_MUST)

    ran = run("log", "import", "places.csv", "--yes")

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines()[:3] == [
        "would record: 1.1 “ship”: prints “vessel” with B, kl",
        "would record: 3.1 “must”: keeps the seed’s words, kl",
        "  why: An order.",
    ]
    assert ran.out.splitlines()[3].startswith("recorded: 2 decisions, batch ")
    assert run("text").out.startswith("The vessel is late.")
    assert "why: An order." in run("log", "show", "must").out
    assert len({line.partition('"batch":"')[2][:36] for line in lines_of_log(texts)[1:]}) == 1


def test_a_batch_is_withdrawn_by_its_id(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP, must=_MUST)
    batch = run("log", "import", "places.csv", "--yes").out.split()[-1]
    run("decide", "must", "--keep", "--why", "It is an order.")

    ran = run("log", "withdraw", batch, "--why", "The wrong table.")
    again = run("log", "withdraw", batch)

    assert ran.code == ExitCode.FINE
    assert f"note: No longer active in the batch {batch}: " in ran.err
    assert ran.out.count("withdrawn: ") == 1
    assert run("log", "show", "ship").out.startswith("1.1 “ship”: undecided")
    assert run("log", "show", "must").out.startswith("3.1 “must”: decided")
    assert again.code == ExitCode.USAGE
    assert f"No decision of the batch {batch} is active any longer." in again.err


def test_the_same_decision_in_the_table_of_a_colleague_is_an_agreement(
    run: Run, texts: Path
) -> None:
    _fill(run, texts / "first.csv", ship=_SHIP, must=_MUST)
    _fill(run, texts / "second.csv", ship=_SHIP, must={"action": "reject", "why": "The same."})
    run("log", "import", "first.csv", "--yes")

    ran = run("log", "import", "second.csv", "--yes", "--skip-refused", "--editor", "mo")

    assert "kl decided on the place since the table was written" in ran.err
    assert run("log", "show", "ship").out.startswith("1.1 “ship”: decided by kl, agreed by mo")
    assert run("log", "show", "must").out.startswith("3.1 “must”: decided\n")


def test_a_second_reason_of_the_same_editor_is_no_agreement(run: Run, texts: Path) -> None:
    _fill(run, texts / "first.csv", ship=_SHIP)
    _fill(run, texts / "second.csv", ship={**_SHIP, "why": "It is one."})
    run("log", "import", "first.csv", "--yes")

    ran = run("log", "import", "second.csv", "--yes")

    assert ran.code == ExitCode.INPUT
    assert "kl decided on the place since the table was written" in ran.err


def test_a_message_ends_in_one_full_stop(run: Run, texts: Path) -> None:
    (texts / "seeds" / "letter.txt").write_text("We waited there.\n")
    for siglum in "AB":
        (texts / "variants" / "letter" / f"{siglum}.txt").write_text("We waited.\n")
    _fill(run, texts / "places.csv", there={"action": "adopt", "printed": "-"})

    err = run("log", "import", "places.csv").err

    assert "no witness has “-” there; choose from: om.\n" in err


def test_words_in_other_columns_are_named_since_they_are_not_recorded(
    run: Run, texts: Path
) -> None:
    run("decide", "ship", "--adopt", "B")
    edit_seed(texts, "ship", "boat")
    _fill(run, texts / "places.csv", must={**_MUST, "remarks": "Ask Li."})
    edit_seed(texts, "boat", "ship")
    path = texts / "places.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines = [f"{lines[0]},Notes", *(f"{line},So." for line in lines[1:3]), *lines[3:]]
    path.write_text("\n".join(lines), encoding="utf-8")

    err = run("log", "import", "places.csv", "--dry-run").err

    assert err.splitlines() == [
        "note: The column “notes” is not recorded; it has words in rows: 2, 3",
        "note: The column “remarks” is not recorded; it has words in rows: 5",
    ]


def test_a_remark_on_a_place_that_was_decided_later_is_named(run: Run, texts: Path) -> None:
    run("decide", "ship", "--adopt", "B")
    edit_seed(texts, "ship", "boat")
    _fill(run, texts / "stale.csv", boat={"remarks": "Ask Li."}, must={"remarks": "Ask Li."})
    _fill(run, texts / "own.csv")
    edit_seed(texts, "boat", "ship")
    run("decide", "must", "--keep", "--why", "An order.")

    stale = run("log", "import", "stale.csv", "--dry-run").err
    own = run("log", "import", "own.csv", "--dry-run").err

    assert stale == "note: The column “remarks” is not recorded; it has words in rows: 2, 5\n"
    assert own == ""


def test_details_in_a_table_are_shown_and_recorded(run: Run, texts: Path) -> None:
    details = {"confidence": "low", "category": "terminology", "evidence": "source: Annex 2"}
    _fill(run, texts / "places.csv", must={**_MUST, **details})

    ran = run("log", "import", "places.csv", "--yes")
    again = run("log", "import", "places.csv", "--yes")

    lines = ["category: terminology", "confidence: low", "evidence: source: Annex 2"]
    assert ran.out.splitlines()[2:5] == [f"  {line}" for line in lines]
    assert all(line in run("log", "show", "must").out for line in lines)
    assert again.out.startswith("nothing to record")


def test_the_same_table_twice_records_nothing_more(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP)
    run("log", "import", "places.csv", "--yes")
    before = lines_of_log(texts)

    again = run("log", "import", "places.csv", "--yes")

    assert again.code == ExitCode.FINE
    assert again.out.startswith("nothing to record: no new decisions by kl")
    assert lines_of_log(texts) == before


def test_nothing_is_recorded_without_a_yes(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP)

    asked = run("log", "import", "places.csv")
    tried = run("log", "import", "places.csv", "--dry-run")

    assert (asked.code, tried.code) == (ExitCode.USAGE, ExitCode.FINE)
    assert "would record: 1.1" in tried.out
    assert lines_of_log(texts) == []


def test_one_row_that_does_not_fit_keeps_all_from_being_recorded(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP, must=_MUST)
    edit_seed(texts, "ship", "boat")

    ran = run("log", "import", "places.csv", "--yes")

    assert ran.code == ExitCode.INPUT
    assert "refused: row 2, 1.1 “ship”: the place" in ran.err
    assert "because 1 row of places.csv cannot be" in ran.err
    assert lines_of_log(texts) == []


def test_rows_that_fit_are_recorded_alone_if_that_is_asked_for(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP, must=_MUST)
    edit_seed(texts, "ship", "boat")

    ran = run("log", "import", "places.csv", "--yes", "--skip-refused")

    assert ran.code == ExitCode.FINE
    assert "refused: row 2" in ran.err
    assert "recorded: 1 decision, batch" in ran.out
    assert run("text").out.startswith("The boat is late.")


def test_an_unknown_action_is_refused_with_its_row_alone(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship={"action": "delete"}, must=_MUST)

    ran = run("log", "import", "places.csv", "--yes", "--skip-refused")

    assert ran.code == ExitCode.FINE
    assert "refused: row 2, 1.1 “ship”: it has an unknown action 'delete'; choose" in ran.err
    assert "recorded: 1 decision, batch" in ran.out


def test_rows_of_another_editor_are_left_to_them(run: Run, texts: Path) -> None:
    (texts / "editors.toml").write_text('mo = "Mary Oats"\n', encoding="utf-8")
    _fill(run, texts / "places.csv", ship={**_SHIP, "editor": "Mary Oats"})

    ours = run("log", "import", "places.csv", "--yes")
    theirs = run("log", "import", "places.csv", "--yes", "--editor", "mo")

    assert "Skipped rows of mo: 2. Record them with --editor mo" in ours.err
    assert "nothing to record" in ours.out
    assert "prints “vessel” with B, mo" in theirs.out


def test_a_table_does_not_say_of_which_document_it_is(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", ship=_SHIP)
    (texts / "seeds" / "note.txt").write_text("One day.\n")
    (texts / "variants" / "note").mkdir()
    (texts / "variants" / "note" / "A.txt").write_text("Some day.\n")

    ran = run("log", "import", "places.csv", "--dry-run")
    chosen = run("log", "import", "places.csv", "--dry-run", "--doc", "letter")

    assert ran.code == ExitCode.USAGE
    assert "A table needs one document" in ran.err
    assert "would record: 1.1" in chosen.out


def test_what_a_table_holds_commands_no_terminal(run: Run, texts: Path) -> None:
    _fill(run, texts / "places.csv", must={"action": "keep", "why": "An \x1b[2Jorder."})

    ran = run("log", "import", "places.csv", "--dry-run")

    assert "why: An ␛[2Jorder." in ran.out


def test_a_file_that_is_no_such_table_is_refused(run: Run) -> None:
    ran = run("log", "import", "seed.txt")

    assert ran.code == ExitCode.INPUT
    assert "seed.txt has no column place, action, printed, why, editor" in ran.err


@pytest.mark.system
@pytest.mark.parametrize(
    "kind",
    ["xlsx", *(f"csv:Text - txt - csv (StarCalc):{separator},34,76" for separator in (44, 59))],
)
def test_what_libreoffice_saves_is_read_as_it_was_filled_in(
    kind: str, run: Run, texts: Path, saved_by_libreoffice: Callable[..., Path]
) -> None:
    path = texts / "places.xlsx"
    assert run("report", "-o", path).code == ExitCode.FINE
    book = load_workbook(path, rich_text=True)
    columns = {str(cell.value): at for at, cell in enumerate(book["Places"][1])}
    for cells in book["Places"].iter_rows(min_row=2):
        filled = {"ship": _SHIP, "must": {**_MUST, "why": "=Not a formula:\n“1,5”; 'tis."}}
        for name, text in filled.get(str(cells[columns["seed"]].value), {}).items():
            cells[columns[name]].value = text
            cells[columns[name]].data_type = "s"
    book.save(path)

    ran = run("log", "import", saved_by_libreoffice(path, kind), "--yes")

    assert ran.code == ExitCode.FINE
    assert "recorded: 2 decisions" in ran.out
    assert '"why":"=Not a formula:\\n“1,5”; \'tis."' in lines_of_log(texts)[-1]


@pytest.mark.system
def test_a_csv_that_libreoffice_saves_as_a_workbook_is_read(
    run: Run, texts: Path, saved_by_libreoffice: Callable[..., Path]
) -> None:
    why = "=1 before, 1.10 after; “wie müssen”"
    run("decide", "late", "--keep", "--why", why)
    _fill(run, texts / "places.csv", must={**_MUST, "why": f"'{why}"})

    # Comma, quotation mark and UTF-8, as its dialogue has them.
    saved = saved_by_libreoffice(texts / "places.csv", "xlsx", "--infilter=CSV:44,34,76,1")
    ran = run("log", "import", saved, "--yes")

    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert "recorded: 1 decision," in ran.out
    assert f'"why":"{why}"' in lines_of_log(texts)[-1]


@pytest.fixture
def saved_by_libreoffice(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that opens a table in LibreOffice and saves it as another type."""

    def save(path: Path, kind: str, *options: str) -> Path:
        folder = tmp_path / "saved"
        subprocess.run(  # noqa: S603 - a program of the system, on files made here
            [
                *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
                *(*options, "--convert-to", kind, "--outdir", str(folder), str(path)),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return folder / f"{path.stem}.{kind.partition(':')[0]}"

    return save
