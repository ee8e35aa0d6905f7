from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LI, Run
from tests.readers.documents import docx
from variants.cli.exit_codes import ExitCode

pytestmark = pytest.mark.usefixtures("texts")

_CHANGED = (
    "<w:p><w:r><w:t>We </w:t></w:r><w:ins><w:r><w:t>must</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>should</w:delText></w:r></w:del><w:r><w:t> go.</w:t></w:r></w:p>"
)


@pytest.fixture
def edition(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an edition of one document, with a comment in its settings."""
    run("init", "seed.txt", "yang.txt", "--into", "made", "--name", "letter")
    (tmp_path / "letter.docx").write_bytes(docx(_CHANGED))
    made = tmp_path / "made"
    settings = (made / "variants.toml").read_text()
    (made / "variants.toml").write_text(f"# Mine.\n{settings}\n[settings]\nterms = ['x']\n")
    monkeypatch.chdir(made)
    return made


def test_a_witness_gets_the_next_siglum_and_its_table(run: Run, edition: Path) -> None:
    ran = run("add", "../letter.docx", "../li.txt", "--changes", "reject")

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines() == [
        f"Made {name}"
        for name in (
            *("variants/letter/B.txt", "originals/letter/B.docx"),
            *("originals/letter/B.places.tsv", "variants/letter/C.txt"),
        )
    ]
    assert (edition / "variants/letter/B.txt").read_text() == "We should go.\n"
    assert (edition / "variants/letter/C.txt").read_text() == LI
    settings = (edition / "variants.toml").read_text()
    assert settings.startswith("# Mine.\n")
    assert 'reader = "docx 1 --changes reject"' in settings
    found = json.loads(run("compare", "--json").out)
    assert [each["siglum"] for each in found["witnesses"]] == ["S", "A", "B", "C"]
    assert found["witnesses"][2]["divisions"][0]["source"] == "paragraph 1"


def test_a_document_is_added(run: Run, edition: Path) -> None:
    ran = run("add", "../li.txt", "../letter.docx", "--new", "second", "--title", "Second")

    assert ran.code == ExitCode.FINE
    assert (edition / "seeds/second.txt").read_text() == LI
    assert (edition / "variants/second/A.txt").read_text() == "We must go.\n"
    assert "Second" in run("compare", "--doc", "second").out


def test_nothing_is_added_over_a_file(run: Run, edition: Path) -> None:
    (edition / "originals/letter").mkdir(parents=True)
    (edition / "originals/letter/B.docx").write_text("mine")
    before = {path: path.read_bytes() for path in edition.rglob("*") if path.is_file()}

    taken = run("add", "../letter.docx")
    same = run("add", "../li.txt", "--siglum", "A")
    known = run("add", "../li.txt", "--new", "letter")

    assert (taken.code, same.code, known.code) == (ExitCode.OUTPUT,) * 3
    assert {path: path.read_bytes() for path in edition.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("../none.docx",), ExitCode.INPUT),
        (("../li.txt", "--doc", "none"), ExitCode.USAGE),
        (("../li.txt", "--new", "../up"), ExitCode.USAGE),
        (("../li.txt", "--language", "english"), ExitCode.USAGE),
    ],
)
def test_mistakes_add_nothing(
    run: Run, edition: Path, arguments: tuple[str, ...], code: ExitCode
) -> None:
    before = sorted(edition.rglob("*"))

    assert run("add", *arguments).code == code
    assert sorted(edition.rglob("*")) == before


def test_originals_are_read_again(run: Run, edition: Path) -> None:
    nothing = run("read", "--check")
    run("add", "../letter.docx", "--changes", "reject")
    same = run("read", "--check")
    (edition / "originals/letter/B.docx").write_bytes(
        docx("<w:p><w:r><w:t>We may go.</w:t></w:r></w:p>")
    )

    other = run("read", "--check")

    assert (nothing.code, same.code, other.code) == (0, 0, ExitCode.DIFFERENT)
    assert "No text of the edition was read" in nothing.out
    assert same.out == "variants/letter/B.txt: originals/letter/B.docx gives its text\n"
    assert "gives another text" in other.out
    assert "may" in other.out


def test_a_note_that_has_not_changed_is_no_difference(run: Run, edition: Path) -> None:
    note = "The order of the fourth of May was never sent."
    (edition.parent / "noted.md").write_text(f"We must go.[^1]\n\n[^1]: {note}\n")
    run("add", "../noted.md")
    text = edition / "variants/letter/B.txt"
    text.write_text(text.read_text().replace("go", "stay"))

    ran = run("read", "--check")

    assert "stay" in ran.out
    assert "2/2 sentences\n" in ran.out


def test_a_file_is_needed_or_the_edition_is_checked(run: Run) -> None:
    assert run("read").code == ExitCode.USAGE
    assert run("read", "seed.txt", "--check").code == ExitCode.USAGE
