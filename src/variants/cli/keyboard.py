"""Single keys from a terminal, and whole lines between them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

_SEQUENCE = 32
"""Most bytes that one key sends."""
_ESCAPE = "\x1b"


class Keyboard:
    """A terminal in which each key is read when it is pressed. Keys typed ahead are kept."""

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
            # An arrow key sends an escape sequence, whose characters are not keys.
            if not pressed.startswith(_ESCAPE):
                self._pending = pressed
        key, self._pending = self._pending[0], self._pending[1:]
        return key

    def line(self, question: str) -> str:
        """Ask a question, and return the line that is typed; empty at the end of input."""
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
    """Set the terminal to single keys without echo, and restore it on exit."""
    try:
        import termios  # noqa: PLC0415 - not on Windows
        import tty  # noqa: PLC0415 - as above
    except ImportError:  # Windows, where ``_read`` reads single keys.
        yield Keyboard()
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        # Without a flush, so that keys typed ahead are kept.
        tty.setcbreak(descriptor, termios.TCSANOW)
        yield Keyboard()
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextlib.contextmanager
def _by_line() -> Iterator[None]:
    """Set the terminal to whole lines with echo, and restore it on exit."""
    try:
        import termios  # noqa: PLC0415 - not on Windows
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
    """Wait for a key, and return the characters that it sends."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only on Windows

        return msvcrt.getwch()
    return os.read(sys.stdin.fileno(), _SEQUENCE).decode("utf-8", "replace")
