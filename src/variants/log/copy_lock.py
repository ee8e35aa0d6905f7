"""Lock of one copy of a log against writing by several processes."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from variants.errors import CannotWrite
from variants.log.durable import cannot_write

_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""Errors of a file system that has no locks, such as some network drives."""
_PAUSE = 0.05  # Seconds between two attempts.


@contextlib.contextmanager
def locked(lock: Path, target: Path, *, patience: float) -> Iterator[None]:
    """Lock a log while the block writes to it.

    On a file system without locks a file serves as one: a process that makes it holds the lock,
    and if it is killed, the next process on the same computer removes it.

    Args:
        lock: File for the lock.
        target: File that is written, for messages.
        patience: Seconds to wait for another process.

    Raises:
        CannotWrite: Another process holds the lock, or the file cannot be made.
    """
    import filelock  # noqa: PLC0415 - only needed for writing

    native = filelock.FileLock(lock, timeout=patience, fallback_to_soft=False)
    with contextlib.ExitStack() as stack:
        with cannot_write(target):
            try:
                native.acquire()
            except filelock.Timeout as error:
                raise CannotWrite(target, "another process has locked the log") from error
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise
                stack.enter_context(_held(lock.with_suffix(".held"), target, patience))
            else:
                stack.callback(native.release)
        yield


@contextlib.contextmanager
def _held(path: Path, target: Path, patience: float) -> Iterator[None]:
    """Make a file that only one process can make, and remove it on exit."""
    owner = f"{socket.gethostname()} {os.getpid()}"
    end = time.monotonic() + patience
    while True:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(owner)
            break
        except FileExistsError:
            _remove_if_left(path)
        if time.monotonic() > end:
            reason = (
                f"another process has locked the log, or was killed on another computer: if none "
                f"is at work, delete {path}"
            )
            raise CannotWrite(target, reason)
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _remove_if_left(path: Path) -> None:
    """Remove the file of a process of this computer that no longer runs."""
    with contextlib.suppress(OSError, ValueError):
        host, _, number = path.read_text("utf-8").rpartition(" ")
        if host == socket.gethostname() and not _runs(int(number)):
            path.unlink()


def _runs(process: int) -> bool:
    """Return True if a process runs, or if that is unknown."""
    if os.name == "nt":  # There, signal 0 would end it.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
