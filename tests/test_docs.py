"""What the documents promise is tried as it stands there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.editions import ROOT
from variants.aligners import ALIGNERS
from variants.readers.formats import READERS
from variants.reports.formats import WRITERS
from variants.segmenters import SEGMENTERS
from variants.types.variant import Flag, Kind, VariantClass
from variants.words import LINKERS

_HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
_DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_SETTING_UP = ("git clone ", "make ", "python3 -m pip ", "cd variants")
_SOMEBODY = {
    **os.environ,
    **{
        f"GIT_{who}_{what}": "kl@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
}
"""Who works in the documents, as git wants to know."""
_BLOCK = re.compile(
    r"^```(?:console\n(?P<console>.*?)|toml\n# variants\.toml\n(?P<settings>.*?))^```",
    re.MULTILINE | re.DOTALL,
)


def _commands(document: Path) -> list[str]:
    """The commands after "$ " in a document's console blocks, setting up left out.

    What a document has people write into ``variants.toml`` is added to that file.
    """
    commands = []
    for block in _BLOCK.finditer(document.read_text("utf-8")):
        if block["settings"]:
            commands.append(f"cat >> variants.toml <<'END'\n{block['settings']}END")
        lines = (block["console"] or "").splitlines()
        commands += [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
    return [command for command in commands if not command.startswith(_SETTING_UP)]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(path, marks=[pytest.mark.system] if "$ git init" in path.read_text() else [])
        for path in (ROOT / "README.md", *_HOW_TO)
    ],
    ids=lambda path: path.name,
)
def test_the_commands_of_a_document_work_one_after_another(document: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "seeds" / "telegram-302sh.txt", tmp_path / "seed.txt")
    for siglum, name in (("A", "second.txt"), ("C", "third.txt")):
        shutil.copy(ROOT / "variants" / "telegram-302sh" / f"{siglum}.txt", tmp_path / name)
    commands = _commands(document)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(  # noqa: S603 - the commands are our own documents'
        ["/bin/sh", "-e", "-c", "\n".join(commands)],
        cwd=tmp_path,
        env={**_SOMEBODY, "PATH": path, "XDG_CONFIG_HOME": str(tmp_path / "config")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert commands
    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_shows_what_is_shown() -> None:
    shown = subprocess.run(
        [
            sys.executable,
            "-m",
            "variants",
            "compare",
            "--plain",
            "--sentence",
            "17",
            "--witness",
            "A,B",
        ],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    block = re.search(r"^ 17 S.*?(?=\n\n)", shown, re.MULTILINE | re.DOTALL)

    assert block is not None
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "".join(f"    {line}\n" for line in block[0].splitlines()) in readme


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))

    missing = [target for target in targets if not (document.parent / target).exists()]

    assert missing == []


@pytest.mark.parametrize("name", [*READERS, *SEGMENTERS, *ALIGNERS, *LINKERS])
def test_every_way_of_a_stage_has_its_row(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "reference" / "ways.md").read_text("utf-8")


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_of_report_has_its_row(name: str) -> None:
    page = (ROOT / "docs" / "reference" / "report-formats.md").read_text("utf-8")

    assert f"| `{name}` | `{WRITERS[name].suffix}` |" in page


@pytest.mark.parametrize("word", [word.value for word in (*Kind, *Flag, *VariantClass)])
def test_every_kind_flag_and_class_is_explained(word: str) -> None:
    page = (ROOT / "docs" / "explanation" / "reading-the-comparison.md").read_text("utf-8")

    assert re.search(rf"\b{word}\b", page)
