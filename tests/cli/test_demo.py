from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_interactive import terminal
from variants.cli.commands import demo
from variants.cli.exit_codes import ExitCode
from variants.wording.how_to_read import HEADING, HOW_TO_READ

ROOT = Path(__file__).parents[2]


def test_the_demo_compares_the_renderings_of_the_project(run: Run) -> None:
    ran = run("demo")

    assert ran.code == ExitCode.FINE
    assert ran.out.startswith(f"{HEADING}\n  {HOW_TO_READ[0]}\n")
    assert "▲ number: 16 → sixty" in ran.out
    assert ran.out.endswith("A web page:  variants report SEED OTHER -o report.html\n")


def test_the_texts_of_the_demo_are_those_of_the_shipped_edition() -> None:
    folder = Path(demo.__file__).parents[1] / "demo"

    assert sorted(path.name for path in folder.iterdir()) == ["A.txt", "B.txt", "C.txt"]
    for path in folder.iterdir():
        shipped = ROOT / "variants" / "telegram-302sh" / path.name
        assert path.read_bytes() == shipped.read_bytes()


@pytest.mark.usefixtures("texts")
def test_the_first_view_on_a_terminal_is_explained_once(run: Run, tmp_path: Path) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path / "state"), "VARIANTS_PAGER": "cat"}
    shown = []
    for _ in range(2):
        with terminal("compare", "seed.txt", "yang.txt", **state) as screen:
            shown.append(screen.wait_for("prints the texts alone"))

    assert [HOW_TO_READ[0] in one for one in shown] == [True, False]
    assert HEADING not in run("compare", "seed.txt", "yang.txt").out


def test_there_are_five_lines() -> None:
    assert len(HOW_TO_READ) == 5
    assert max(map(len, HOW_TO_READ)) <= 80 - len("  ")
