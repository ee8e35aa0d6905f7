"""An edition to decide on, and the log it has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.conftest import Run

if TYPE_CHECKING:
    import pytest


SEED = "The ship is late. Nobody knows why. We must wait until Friday.\n"
_TEXTS = {
    "seed.txt": SEED,
    "yang.txt": "The ship is late. Nobody knew why. We should wait until Friday.\n",
    "li.txt": "The vessel is delayed. Nobody knows why. We must wait until Friday.\n",
}
"""Each place is one word, so that labels do not hang on how the words are linked."""


def make_letter(run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make a folder an edition of one document, for the editor kl."""
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("VARIANTS_EDITOR", "kl")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    run("init", "seed.txt", "yang.txt", "li.txt", "--name", "letter")


def lines_of_log(folder: Path) -> list[str]:
    """Return all lines of all files of the log."""
    return [
        line
        for path in sorted((folder / "decisions").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def edit_seed(folder: Path, old: str, new: str) -> None:
    """Put other words into the seed."""
    path = folder / "seeds" / "letter.txt"
    path.write_text(path.read_text().replace(old, new))
