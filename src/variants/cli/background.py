"""Background of the terminal: given, set by the user, or asked from the terminal."""

from __future__ import annotations

import os
import re
import sys
import time
from typing import TYPE_CHECKING

from variants.cli.user_settings import user_setting
from variants.errors import UnknownName
from variants.terminal import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "VARIANTS_THEME"
_QUESTION = b"\x1b]11;?\x07"
_PATIENCE = 0.1  # Seconds; a terminal that does not know the question does not answer.
_SILENT = frozenset({"", "dumb", "linux"})
_LIGHT_COLOURS = frozenset({7, *range(9, 16)})
_MIDDLE = 0.5


def background_of_terminal(given: Theme | None) -> Theme | None:
    """Return the background of the terminal; ``None`` if it is not known.

    An option comes first, then ``VARIANTS_THEME``, the user's settings, ``COLORFGBG`` and the
    answer of the terminal, which is asked only if input and output are terminals.

    Raises:
        UnknownName: ``VARIANTS_THEME`` is not a theme.
    """
    if given is not None:
        return given
    name = os.environ.get(VARIABLE, "")
    if name:
        return _theme(name)
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    stored = {theme.value: theme for theme in Theme}.get(user_setting("theme"))
    return stored or theme_of_colours(os.environ) or _asked_theme()


def theme_of_colours(environment: Mapping[str, str]) -> Theme | None:
    """Return the background in ``COLORFGBG``, such as "15;0"; ``None`` if it has none.

    Examples:
        >>> theme_of_colours({"COLORFGBG": "15;default;0"}), theme_of_colours({"COLORFGBG": "0;15"})
        (<Theme.DARK: 'dark'>, <Theme.LIGHT: 'light'>)
    """
    last = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not last.isdecimal():
        return None
    return Theme.LIGHT if int(last) in _LIGHT_COLOURS else Theme.DARK


def theme_of_answer(answer: bytes) -> Theme | None:
    r"""Return the background that a terminal reports; ``None`` without a colour.

    Examples:
        >>> theme_of_answer(b"\x1b]11;rgb:ffff/ffff/eeee\x07")
        <Theme.LIGHT: 'light'>
    """
    found = re.search(rb"rgb:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)", answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return Theme.LIGHT if light > _MIDDLE else Theme.DARK


def _theme(name: str) -> Theme:
    themes = {theme.value: theme for theme in Theme}
    if name.lower() not in themes:
        raise UnknownName(name, list(themes), what=f"theme ({VARIABLE})")
    return themes[name.lower()]


def _asked_theme() -> Theme | None:
    """Ask the terminal, and wait a tenth of a second at most."""
    if sys.stdin is None or not sys.stdin.isatty() or os.environ.get("TERM", "") in _SILENT:
        return None
    try:
        import select  # noqa: PLC0415 - not for ``--help``
        import termios  # noqa: PLC0415 - not on Windows
        import tty  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    keyboard, screen = sys.stdin.fileno(), sys.stdout.fileno()
    try:
        before = termios.tcgetattr(keyboard)
    except termios.error:
        return None
    answer = b""
    try:
        tty.setcbreak(keyboard)
        sys.stdout.flush()
        os.write(screen, _QUESTION)
        until = time.monotonic() + _PATIENCE
        while not answer.endswith((b"\x07", b"\x1b\\")):
            ready, _, _ = select.select([keyboard], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                break
            answer += os.read(keyboard, 64)
    except (OSError, termios.error):
        return None
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)
    return theme_of_answer(answer)
