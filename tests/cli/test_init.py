from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LI, SEED, YANG, Run
from variants.cli.exit_codes import ExitCode

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
    assert "'../up' cannot name a document" in ran.err
