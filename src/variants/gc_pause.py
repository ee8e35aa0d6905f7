"""Work during which Python does not look for garbage in cycles."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Keep Python's search for unused cycles of values still.

    For what makes or goes through millions of values and no cycle, as comparing texts and reading
    a log do: to walk over them again and again would take a sixth of the time.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
