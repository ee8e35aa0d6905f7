from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import LI, SEED, YANG, Run
from tests.readers.documents import docx
from variants.cli.exit_codes import ExitCode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import READERS
from variants.readers.reader import Reader
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

pytestmark = pytest.mark.usefixtures("texts")


def test_an_edition_holds_the_same_bytes(run: Run, tmp_path: Path) -> None:
    ran = run("init", "seed.txt", "yang.txt", "li.txt", "--into", "made", "--siglum", "S,Y,L")

    made = tmp_path / "made"
    assert ran.code == ExitCode.FINE
    assert (made / "seeds/seed.txt").read_text() == SEED
    assert (made / "variants/seed/Y.txt").read_text() == YANG
    assert (made / "variants/seed/L.txt").read_text() == LI


def test_nothing_is_made_over_an_edition(run: Run, tmp_path: Path) -> None:
    run("init", "seed.txt", "yang.txt")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    ran = run("init", "li.txt", "yang.txt")

    assert ran.code == ExitCode.OUTPUT
    assert ran.err.splitlines()[0] == "variants: variants.toml already exists."
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_cannot_be_read_is_made_no_edition(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))

    ran = run("init", "seed.txt", "nothing.txt")

    assert ran.code == ExitCode.INPUT
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_that_no_file_can_have_is_refused(run: Run) -> None:
    ran = run("init", "seed.txt", "yang.txt", "--name", "../up")

    assert ran.code == ExitCode.USAGE
    assert "cannot be called '../up'" in ran.err


def read_toy(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Read a binary format: letters shifted by one."""
    assert data.startswith(b"TOY\0")
    assert path.suffix == ".toy"
    assert options.encoding in {None, "cp1252"}
    text = "".join(chr(byte - 1) for byte in data[4:])
    note = text.index("\n") + 1
    divisions = (
        Division(DivisionKind.PARAGRAPH, Span(0, note), "", "p. 1"),
        Division(DivisionKind.NOTE, Span(note, len(text)), "", "fn. 1", 3),
    )
    return (FileText(text, divisions),)


def test_a_new_binary_format_needs_only_a_row_in_the_table(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Reader("a toy", (".toy",), re.compile(b"TOY\0"), read_toy, has_encoding=False)
    monkeypatch.setitem(READERS, "toy", row)
    for name in ("seed", "yang"):
        text = (tmp_path / f"{name}.txt").read_text()
        content = b"TOY\0" + bytes(ord(letter) + 1 for letter in text)
        (tmp_path / f"{name}.toy").write_bytes(content)
    compared = run("compare", "seed.toy", "yang.toy", "li.txt", "--title", "x", "--json")

    made = run(
        *("init", "seed.toy", "yang.toy", "li.txt", "--into", "made"),
        *("--title", "x", "--encoding", "cp1252"),
    )
    monkeypatch.chdir(tmp_path / "made")
    again = run("compare", "--json")

    files = [line.removeprefix("Made made/") for line in made.out.splitlines()[:-1]]
    assert files == [
        *("variants.toml", "seeds/seed.txt", "originals/seed/S.toy"),
        *("originals/seed/S.places.tsv", "variants/seed/A.txt", "originals/seed/A.toy"),
        *("originals/seed/A.places.tsv", "variants/seed/B.txt"),
    ]
    original = tmp_path / "made/originals/seed/A.toy"
    assert original.read_bytes() == (tmp_path / "yang.toy").read_bytes()
    settings = (tmp_path / "made/variants.toml").read_text()
    assert settings.count("encoding =") == 1
    assert 'original = "originals/seed/A.toy"\nreader = "toy 1"' in settings
    assert compared.err.startswith("note: Only S, A have footnotes")
    assert again.err == ""
    first, second = (json.loads(ran.out) for ran in (compared, again))
    assert first["passages"] == second["passages"]
    assert first["passages"][0]["entries"]
    assert first["witnesses"][0]["divisions"] == second["witnesses"][0]["divisions"]
    assert second["witnesses"][1]["divisions"][1]["source"] == "fn. 1"
    assert second["witnesses"][1]["divisions"][1]["mark"] == 3


def test_words_that_a_file_sets_aside_are_set_aside_in_the_edition(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tei = "<TEI><text><p>We must <fw>THE FERRY</fw> go now.</p></text></TEI>"
    (tmp_path / "seed.tei").write_text(tei)
    (tmp_path / "li.txt").write_text("We must go now.\n")
    compared = run("compare", "seed.tei", "li.txt", "--json")
    all_compared = run("compare", "seed.tei", "li.txt", "--json", "--no-furniture")
    run("init", "seed.tei", "li.txt", "--into", "made")
    monkeypatch.chdir(tmp_path / "made")
    settings = tmp_path / "made/variants.toml"

    again = run("compare", "--json")
    settings.write_text(settings.read_text().replace("furniture = true", "furniture = false"))
    without = run("compare", "--json")

    numbers = []
    for ran in (compared, all_compared, again, without):
        found = json.loads(ran.out)
        assert found["witnesses"][0]["text"] == "We must THE FERRY go now.\n"
        aside = found["witnesses"][0].get("set_aside", [])
        entries = [entry for each in found["passages"] for entry in each["entries"]]
        numbers.append((len(aside), len(entries)))
    assert numbers == [(1, 0), (0, 1), (1, 0), (0, 1)]


def test_a_changed_text_no_longer_has_the_places_of_its_original(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seed.docx").write_bytes(docx("<w:p><w:r><w:t>We must go.</w:t></w:r></w:p>"))
    run("init", "seed.docx", "yang.txt", "--into", "made")
    monkeypatch.chdir(tmp_path / "made")
    before = run("compare")
    (tmp_path / "made/seeds/seed.txt").write_text("We must leave.\n")

    after = run("compare")

    assert before.err == ""
    assert "note: S: seeds/seed.txt was changed after it was read" in after.err


def test_a_text_of_an_edition_is_plain(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "seed.txt", "yang.txt", "--into", "made")
    made = tmp_path / "made"
    (made / "variants/seed/A.txt").write_bytes(docx("<w:p><w:r><w:t>No.</w:t></w:r></w:p>"))
    monkeypatch.chdir(made)

    ran = run("compare")

    assert ran.code == ExitCode.INPUT
    assert "is a Word document, and the texts of an edition are plain text." in ran.err


def test_names_of_files_are_titles_and_found_encodings_are_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The café of the “old” ship was naïve. " * 8
    (tmp_path / "Letter - Dufour 1957.txt").write_bytes(text.encode("cp1252"))
    (tmp_path / "Letter - Harding 1931.txt").write_text(text, "utf-8")

    made = run("init", "Letter - Harding 1931.txt", "Letter - Dufour 1957.txt", "--into", "my ed")

    settings = tomllib.loads((tmp_path / "my ed" / "variants.toml").read_text("utf-8"))
    (document,) = settings["documents"].values()
    assert document["witnesses"] == {
        "S": {"title": "Letter - Harding 1931"},
        "A": {"title": "Letter - Dufour 1957", "encoding": "cp1252"},
    }
    assert made.out.splitlines()[-1] == "Next: cd 'my ed'; variants compare"
    monkeypatch.chdir(tmp_path / "my ed")
    assert "guessed" not in run("compare").err
