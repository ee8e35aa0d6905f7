import io
import sys
import time

import pytest

from variants.cli import progress


class Terminal(io.StringIO):
    """Error stream that is a terminal."""

    def isatty(self) -> bool:
        """Return True if it is a terminal, which it always is."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, moment: float) -> str:
    """Return the output of half of some work, with the given delay before a bar appears."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_DELAY", moment)
    monkeypatch.setenv("TERM", "xterm")
    with progress.progress_bar("Comparing") as tell:
        time.sleep(0.3)
        tell(1, 2)
    return stream.getvalue()


def test_a_bar_is_shown_when_work_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(monkeypatch, Terminal(), moment=0)

    assert "Comparing" in screen
    assert "50%" in screen


def test_a_bar_does_not_flash_up(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), moment=60) == ""


def test_no_bar_goes_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), moment=0) == ""
