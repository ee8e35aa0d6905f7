"""Output that is longer than the terminal, in a pager."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variants.cli.console import new_console

if TYPE_CHECKING:
    from rich.console import Console

VARIABLE = "VARIANTS_PAGER"
_DEFAULT = "less"
_NONE = frozenset({"", "cat"})
_OPTIONS = {"LESS": "-FRX -Psspace goes on, b goes back, q leaves$", "LV": "-c"}
"""Options of pagers unless the user sets others: stay on the screen, show colours, name keys."""


@contextlib.contextmanager
def paged_console(*, paged: bool) -> Iterator[Console]:
    """Return a console; if its output is longer than the terminal, a pager shows it from the head.

    Args:
        paged: False to write directly.
    """
    pager = _pager() if paged and sys.stdout is not None and sys.stdout.isatty() else ""
    if not pager:
        yield new_console()
        return
    from rich.console import Console  # noqa: PLC0415 - not for ``--help``

    page = io.StringIO()
    console = Console(file=page, force_terminal=True, width=new_console().width)
    try:
        yield console
    finally:
        _show(page.getvalue(), pager)


def _pager() -> str:
    """Return the command of the pager; empty for none."""
    for name in (VARIABLE, "PAGER"):
        if name in os.environ:
            return "" if os.environ[name].strip() in _NONE else os.environ[name]
    return _DEFAULT if shutil.which(_DEFAULT) else ""


def _show(page: str, pager: str) -> None:
    """Write a page to the terminal, in a pager if it is longer than the terminal."""
    if page.count("\n") < shutil.get_terminal_size().lines:
        sys.stdout.write(page)
        return
    sys.stdout.flush()
    try:
        process = subprocess.Popen(  # noqa: S603 - the command is the user's own
            shlex.split(pager), stdin=subprocess.PIPE, env=_OPTIONS | os.environ
        )
    except (OSError, ValueError):
        sys.stdout.write(page)
        return
    # Ctrl-C belongs to the pager, which stops a search with it.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with contextlib.suppress(BrokenPipeError):  # The reader has seen enough.
            process.communicate(page.encode("utf-8", "backslashreplace"))
        process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
