from __future__ import annotations

import contextlib
import os
import pty
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from variants.cli import background
from variants.cli.background import background_of_terminal, theme_of_answer, theme_of_colours
from variants.errors import UnknownName
from variants.terminal import Theme


@pytest.mark.parametrize(
    ("value", "theme"),
    [
        ("15;0", Theme.DARK),
        ("0;15", Theme.LIGHT),
        ("0;7", Theme.LIGHT),
        ("7;8", Theme.DARK),
        ("0;default", None),
        ("", None),
    ],
)
def test_the_variable_of_many_terminals_names_the_background(
    value: str, theme: Theme | None
) -> None:
    assert theme_of_colours({"COLORFGBG": value}) is theme


@pytest.mark.parametrize(
    ("answer", "theme"),
    [
        (b"\x1b]11;rgb:1414/1616/1a1a\x1b\\", Theme.DARK),
        (b"\x1b]11;rgb:ff/ff/ff\x07", Theme.LIGHT),
        (b"\x1b[?62c", None),
    ],
)
def test_the_answer_of_a_terminal_is_its_background(answer: bytes, theme: Theme | None) -> None:
    assert theme_of_answer(answer) is theme


def test_an_option_comes_before_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_THEME", "dark")

    assert background_of_terminal(None) is Theme.DARK
    assert background_of_terminal(Theme.LIGHT) is Theme.LIGHT


def test_an_unknown_theme_in_the_variable_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIANTS_THEME", "blue")

    with pytest.raises(UnknownName, match="VARIANTS_THEME"):
        background_of_terminal(None)


@contextlib.contextmanager
def _terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[int]:
    """Return the master of a pseudo-terminal that replaces the standard streams.

    It is not a fixture, because pytest sets the streams again before a test begins.
    """
    master, slave = pty.openpty()
    for name in ("VARIANTS_THEME", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with os.fdopen(os.dup(slave), "r") as keyboard, os.fdopen(slave, "w") as screen:
        monkeypatch.setattr("sys.stdin", keyboard)
        monkeypatch.setattr("sys.stdout", screen)
        yield master
        monkeypatch.undo()
    os.close(master)


def test_a_terminal_is_asked_and_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(background, "_PATIENCE", 10)

    def answer(master: int) -> None:
        assert os.read(master, 64) == b"\x1b]11;?\x07"
        os.write(master, b"\x1b]11;rgb:ffff/ffff/ffff\x07")

    with _terminal(monkeypatch, tmp_path) as master:
        thread = threading.Thread(target=answer, args=(master,))
        thread.start()
        found = background_of_terminal(None)
        thread.join()

    assert found is Theme.LIGHT


def test_a_terminal_that_does_not_answer_has_an_unknown_background(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with _terminal(monkeypatch, tmp_path):
        found = background_of_terminal(None)

    assert found is None


def test_the_settings_of_the_user_come_before_the_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "variants").mkdir()
    (tmp_path / "variants" / "settings.toml").write_text('editor = "kl"\ntheme = "light"\n')

    with _terminal(monkeypatch, tmp_path):
        found = background_of_terminal(None)

    assert found is Theme.LIGHT


@pytest.mark.usefixtures("texts")
def test_nothing_is_asked_in_a_pipe(run: Run) -> None:
    assert "\x1b" not in run("compare", "seed.txt", "yang.txt").out
