from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIRST = "We crossed in June.\n\nNobody spoke to us.\n\nThe road was long and we were tired.\n"
_SECOND = "We crossed in July.\n\nThe road was long; we were weary.\n\nHe did not smile at all.\n"


@pytest.fixture(autouse=True)
def _drafts(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.delenv("VARIANTS_EDITOR", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "draft1.txt").write_text(_FIRST)
    (tmp_path / "draft2.txt").write_text(_SECOND)


def document(path: Path) -> ET.Element:
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own file


def words(path: Path, *, accepted: bool) -> list[str]:
    """Return the words of the document with all changes accepted, or all rejected."""
    gone = f"{_W}del" if accepted else f"{_W}ins"
    root = document(path)
    for parent in list(root.iter()):
        for child in [one for one in parent if one.tag == gone and len(one)]:
            parent.remove(child)
    texts = (one.text or "" for one in root.iter() if one.tag in {f"{_W}t", f"{_W}delText"})
    return " ".join(texts).split()


def test_accepting_all_gives_the_second_draft_and_rejecting_all_the_first(
    run: Run, tmp_path: Path
) -> None:
    ran = run("report", "draft1.txt", "draft2.txt", "-o", "x.changes.docx")

    def letters(text: str) -> str:
        return re.sub(r"\s", "", text)

    assert ran.code == ExitCode.FINE
    path = tmp_path / "x.changes.docx"
    assert letters("".join(words(path, accepted=True))) == letters(_SECOND)
    assert letters("".join(words(path, accepted=False))) == letters(_FIRST)


def made_by(path: Path) -> set[tuple[str | None, bool]]:
    """Return the authors of the changes, each with True if they are dated."""
    changes = [one for one in document(path).iter() if one.tag in {f"{_W}ins", f"{_W}del"}]
    return {(one.get(f"{_W}author"), one.get(f"{_W}date") is not None) for one in changes}


@pytest.mark.parametrize(
    ("options", "made"),
    [
        ((), ("variants", False)),
        (("--editor", "kl"), ("kl", False)),
        (("--editor", "kl", "--dated"), ("kl", True)),
    ],
)
def test_the_changes_have_an_author_and_a_date_only_on_request(
    run: Run, tmp_path: Path, options: tuple[str, ...], made: tuple[str, bool]
) -> None:
    run("report", "draft1.txt", "draft2.txt", "-o", "x.changes.docx", *options)

    assert made_by(tmp_path / "x.changes.docx") == {made}


def test_without_a_date_the_bytes_repeat(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("compare", "draft1.txt", "draft2.txt", "-o", f"{name}.changes.docx")

    first, second = (tmp_path / f"{name}.changes.docx" for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_three_drafts_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft3.txt").write_text(_SECOND)

    ran = run("report", "draft1.txt", "draft2.txt", "draft3.txt", "-o", "x.changes.docx")

    assert ran.code == ExitCode.USAGE
    assert "does not apply to more than two texts" in ran.err


@pytest.mark.parametrize("option", [("--editor", "kl"), ("--dated",)])
def test_other_reports_have_no_author(run: Run, option: tuple[str, ...]) -> None:
    ran = run("report", "draft1.txt", "draft2.txt", "-o", "x.html", *option)

    assert ran.code == ExitCode.USAGE
    assert f"{option[0]} does not apply to this report" in ran.err
