"""Tests of commands in an edition whose comparison was kept by the command before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.editions import edit_seed, make_letter
from variants.project.kept_comparisons import OFF, VARIABLE


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("log",),
        ("compare",),
        ("compare", "--json"),
        ("compare", "--patterns"),
        ("brief",),
        ("measures",),
        ("text",),
        ("report", "-f", "html"),
        ("report", "-f", "json"),
    ],
    ids=" ".join,
)
def test_the_output_is_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    make_letter(run, monkeypatch, tmp_path)
    run("decide", "ship", "--adopt", "B", "--why", "usual")
    usual = run(*arguments)

    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    assert run(*arguments) == usual
    monkeypatch.setattr("variants.pipeline.collate", None)
    assert run(*arguments) == usual


def test_a_changed_text_is_compared_again(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_letter(run, monkeypatch, tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    before = run("compare")
    edit_seed(tmp_path, "ship", "boat")

    found = run("compare")

    assert found != before
    monkeypatch.setenv(VARIABLE, OFF)
    assert run("compare") == found
