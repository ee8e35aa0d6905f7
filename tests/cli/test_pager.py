from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_interactive import terminal

_FILES = ("compare", "--theme", "dark", "seed.txt", "other.txt")
_LAST = "prints the texts alone"


@pytest.fixture(autouse=True)
def _long_texts(run: Run, tmp_path: Path) -> None:  # noqa: ARG001 - it changes the folder
    seed = "".join(f"We counted {number} ships in the harbour.\n" for number in range(20, 38))
    (tmp_path / "seed.txt").write_text(seed)
    (tmp_path / "other.txt").write_text(seed.replace("harbour", "port"))


def test_output_longer_than_the_terminal_is_shown_by_the_pager() -> None:
    with terminal(*_FILES, VARIANTS_PAGER="sed -n s/seed.txt/PAGED/p") as screen:
        shown = screen.wait_for("18 sentences")

    assert "PAGED" in shown
    assert "counted" not in shown


@pytest.mark.parametrize("options", [("--no-pager",), ()])
def test_without_a_pager_everything_is_written(options: tuple[str, ...]) -> None:
    pager = "" if not options else "false"
    with terminal(*_FILES, *options, PAGER=pager, VARIANTS_PAGER=pager) as screen:
        assert "PAGED" not in screen.wait_for(_LAST)


def test_a_pager_that_is_missing_is_done_without() -> None:
    with terminal(*_FILES, VARIANTS_PAGER="no-such-pager-here") as screen:
        assert "counted" in screen.wait_for(_LAST)


def test_short_output_is_written_without_the_pager(tmp_path: Path) -> None:
    for name in ("seed.txt", "other.txt"):
        (tmp_path / name).write_text("We counted ships.\n")
    with terminal(*_FILES, VARIANTS_PAGER="false") as screen:
        assert "18 sentences" not in screen.wait_for("These texts are the same.")


def test_the_output_is_colourful_in_a_pager() -> None:
    colours = {"TERM": "xterm", "COLORTERM": "truecolor"}
    with terminal(*_FILES, VARIANTS_PAGER="cat -v", **colours) as screen:
        assert "^[[4m" in screen.wait_for(_LAST)


@pytest.mark.parametrize(("own", "shown"), [({}, "q leaves"), ({"LESS": "R1"}, "R1")])
def test_the_pager_names_its_keys_unless_the_user_has_options(
    monkeypatch: pytest.MonkeyPatch, own: dict[str, str], shown: str
) -> None:
    monkeypatch.delenv("LESS", raising=False)
    with terminal(*_FILES, VARIANTS_PAGER="sh -c 'echo options: $LESS; cat'", **own) as screen:
        screen.wait_for("options: ")
        options = screen.wait_for(_LAST).partition("\n")[0]

    assert shown in options
    assert ("q leaves" in options) is not bool(own)
