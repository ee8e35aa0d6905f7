"""Single keys from a terminal, and whole lines between them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

_SEQUENCE = 32
"""Bytes that one key may send at once."""
_ESCAPE = "\x1b"


class Keyboard:
    """Terminal that returns each key as it is pressed, and keeps keys typed ahead."""

    def __init__(self) -> None:
        self._pending = ""

    def key(self) -> str:
        """Return the next key; empty at the end of input and for Ctrl-C and Ctrl-D."""
        while not self._pending:
            try:
                pressed = _read()
            except KeyboardInterrupt:
                return ""
            if not pressed or pressed[0] in "\x03\x04":
                return ""
            # An arrow sends several letters, none of which is meant.
            if not pressed.startswith(_ESCAPE):
                self._pending = pressed
        key, self._pending = self._pending[0], self._pending[1:]
        return key

    def line(self, question: str) -> str:
        """Ask a question and return the typed line; empty if there is none."""
        self._pending = ""
        with _by_line():
            sys.stdout.write(question)
            sys.stdout.flush()
            try:
                return input().strip()
            except EOFError:
                return ""


@contextlib.contextmanager
def keyboard() -> Iterator[Keyboard]:
    """Switch the terminal to single keys without echo, and back on exit."""
    try:
        import termios  # noqa: PLC0415 - not everywhere, as tty
        import tty  # noqa: PLC0415
    except ImportError:  # Windows, whose terminal gives single keys when it is asked for them.
        yield Keyboard()
        return
    descriptor = sys.stdin.fileno()
    usual = termios.tcgetattr(descriptor)
    try:
        # Not flushed, so that a key pressed too early counts.
        tty.setcbreak(descriptor, termios.TCSANOW)
        yield Keyboard()
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, usual)


@contextlib.contextmanager
def _by_line() -> Iterator[None]:
    """Switch the terminal to lines with echo, and back on exit."""
    try:
        import termios  # noqa: PLC0415 - not everywhere
    except ImportError:
        yield
        return
    descriptor = sys.stdin.fileno()
    single = termios.tcgetattr(descriptor)
    by_line = termios.tcgetattr(descriptor)
    by_line[3] |= termios.ICANON | termios.ECHO
    try:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, by_line)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, single)


def _read() -> str:
    """Wait for input and return it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        return msvcrt.getwch()
    return os.read(sys.stdin.fileno(), _SEQUENCE).decode("utf-8", "replace")
