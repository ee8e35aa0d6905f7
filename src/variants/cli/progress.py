"""A progress bar on the error stream, for work that takes time."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_DELAY = 0.7  # Seconds before the bar appears, so that short work shows none.


@contextlib.contextmanager
def progress_bar(work: str) -> Iterator[Callable[[int, int], None]]:
    """Provide a function that takes the number of parts done and the total.

    The bar has the name of the work, such as "Comparing". It appears after a moment, only on a
    terminal, and is removed at the end.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar(work)
    try:
        yield bar.update
    finally:
        bar.end()


class _Bar:
    """A progress bar that appears after a moment."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._shown: Progress | None = None
        self._timer = threading.Timer(_DELAY, self._show)
        # Daemon, so that a process that ends does not wait for it.
        self._timer.daemon = True
        self._timer.start()

    def update(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are done."""
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], completed=done, total=total)

    def end(self) -> None:
        """Remove the bar."""
        self._timer.cancel()
        self._timer.join()
        if self._shown is not None:
            self._shown.stop()

    def _show(self) -> None:
        bar = _new_bar()
        # The total is known when the first part is done.
        bar.add_task(self._work, total=None)
        bar.start()
        self._shown = bar


def _new_bar() -> Progress:
    """Return a bar on the error stream that does not redirect other output."""
    from rich.console import Console  # noqa: PLC0415 - most runs show no bar
    from rich.progress import Progress  # noqa: PLC0415

    return Progress(
        console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
