"""Errors as one message with a hint and an exit code, and the streams they are written to."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from variants.cli.exit_codes import ExitCode
from variants.errors import CannotWrite, VariantsError
from variants.errors.lists import listed
from variants.errors.redaction import redact
from variants.types.notice import Notice
from variants.version import VERSION

_STANDARD_OUTPUT = "the standard output"
_ONLY_WRITING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
"""Numbers of errors that only writing can have."""


class ReaderGone(Exception):
    """The reader of the standard output has closed it, as in ``variants compare | head``."""


def prepare_streams() -> None:
    """Set the output to UTF-8 with plain newlines, so that it has the same bytes everywhere.

    A file name that is not text is written with escapes, as on the error stream.
    """
    sys.stdout = _buffered(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _buffered(stream: TextIO) -> TextIO:
    """Return the stream with a buffer, also under PYTHONUNBUFFERED.

    Without a buffer, a write that the system accepts only in part (on a disk that fills up, or
    for a reader that exits) is neither repeated nor an error, and the rest is lost silently.
    """
    if isinstance(stream, io.TextIOWrapper) and isinstance(stream.buffer, io.FileIO):
        return io.TextIOWrapper(io.BufferedWriter(stream.detach()))
    return stream


@contextlib.contextmanager
def standard_output() -> Iterator[None]:
    """Flush standard output on exit, and raise its errors as ``ReaderGone`` or ``CannotWrite``."""
    try:
        if sys.stdout is None:
            raise CannotWrite(_STANDARD_OUTPUT, "it is closed")
        yield
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        _discard_output(sys.stdout)
        raise CannotWrite(_STANDARD_OUTPUT, error.strerror or str(error)) from error


def log_line(kind: str, message: str) -> None:
    """Write a line for the user to the error stream: ``note: …``, ``hint: …``."""
    # File names may contain control characters, and the terminal would obey them.
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{kind}: {shown}\n")
        sys.stderr.flush()
    except OSError:
        # If even this cannot be written, only the exit code is left.
        _discard_output(sys.stderr)


def print_notices(notices: Iterable[Notice]) -> None:
    """Print notices to the error stream, each once, also if it concerns several witnesses."""
    sigla: dict[str, list[str]] = {}
    for notice in dict.fromkeys(notices):
        sigla.setdefault(notice.message, []).append(notice.siglum)
    for message, concerned in sigla.items():
        about = f"{', '.join(concerned)}: " if all(concerned) else ""
        log_line("note", f"{about}{message}")


def print_written(*paths: Path) -> None:
    """Print the names of the files that were written to the error stream, up to ten of them."""
    if paths:
        log_line("written", listed([str(path) for path in paths]))


def explain(error: BaseException) -> ExitCode:  # noqa: PLR0911 - a return for each kind
    """Print the error, and return its exit code."""
    if isinstance(error, VariantsError):
        log_line("variants", redact(str(error)))
        if error.hint:
            log_line("hint", error.hint)
        return ExitCode(error.exit_code)
    if isinstance(error, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    # Typer raises SystemExit if the reader of its help has gone.
    if any(isinstance(each, ReaderGone | BrokenPipeError) for each in (error, error.__context__)):
        _discard_output(sys.stdout)
        return ExitCode.READER_GONE
    if isinstance(error, SystemExit):
        return ExitCode.USAGE if error.code else ExitCode.FINE
    if isinstance(error, OSError) and error.errno in _ONLY_WRITING:
        _discard_output(sys.stdout)
        reason = error.strerror or str(error)
        return explain(CannotWrite(error.filename or _STANDARD_OUTPUT, reason))
    # By name, because Typer itself may be broken.
    if type(error).__module__.startswith("typer."):
        return _explain_usage(error)
    return _explain_bug(error)


def _named_command() -> str:
    """Return the command that was typed, such as ``variants decide``: some errors lack it."""
    from variants.cli.app import COMMANDS  # noqa: PLC0415 - it imports this module's callers

    return " ".join(["variants", *(name for name in sys.argv[1:2] if name in COMMANDS)])


def _explain_usage(error: BaseException) -> ExitCode:
    """Print Typer's error about the arguments, in the form of the other errors."""
    format_message = getattr(error, "format_message", None)
    message = format_message() if format_message else str(error)
    # A prefix that pydantic adds to some messages.
    log_line("variants", redact(message.replace("Value error, ", "")))
    context = getattr(error, "ctx", None)
    command = context.command_path if context else _named_command()
    log_line("hint", f"Try: {command} --help")
    return ExitCode.USAGE


def _explain_bug(error: BaseException) -> ExitCode:
    """Print that this is a bug, and save its traceback in a file for a report."""
    report = "".join(
        (
            f"variants {VERSION}, Python {sys.version}, {sys.platform}\n",
            f"{[redact(each) for each in sys.argv]}\n\n",
            *map(redact, traceback.format_exception(error)),
        )
    )
    brief = redact(traceback.format_exception_only(error)[-1].strip())
    log_line("variants", f"This is a bug in variants: {brief}")
    try:
        place = _save(report)
    except OSError:
        log_line("traceback", "It could not be saved in a file, so it follows.")
        for line in report.splitlines():
            log_line("traceback", line)
    else:
        log_line("hint", f"Please report it with the file {place}")
    return ExitCode.BUG


def _save(report: str) -> Path:
    """Write a report into a new file in the user's state folder."""
    import platformdirs  # noqa: PLC0415 - only for a bug

    folder = platformdirs.user_state_path("variants", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix="bug-", suffix=".txt", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(report)
    return Path(name)


def _discard_output(stream: TextIO) -> None:
    """Discard the content of a stream's buffer, which Python would fail to write at exit."""
    # A stream without a file descriptor (in a test) has nothing to discard.
    with contextlib.suppress(OSError):
        descriptor = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        # If the stream was closed, the system has reused its descriptor for the new file.
        if nowhere != descriptor:
            os.dup2(nowhere, descriptor)
            os.close(nowhere)
